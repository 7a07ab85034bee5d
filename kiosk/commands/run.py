"""Open the exhibit fullscreen.  Ctrl+Q, or Escape twice at home, leaves it, unless it is locked."""

from __future__ import annotations

import logging
import sys
from functools import partial
from typing import TYPE_CHECKING

from kiosk.commands.language_option import METAVAR, has_languages, language_tag
from kiosk.commands.options import (
    add_content_option,
    add_screen_size_option,
    add_settings_option,
    add_still_option,
    add_theme_option,
    add_window_option,
)
from kiosk.guard.exit_code import ExitCode
from kiosk.guard.process.display_probe import unreachable_display
from kiosk.settings.places import settings_file, state_folder

if TYPE_CHECKING:
    import argparse

    from PySide6.QtWidgets import QWidget

    from kiosk.app import App
    from kiosk.guard.health.damage_screen import DamageScreen
    from kiosk.guard.process.process_guard import ProcessGuard
    from kiosk.presenting.staff_talk import StaffTalk
    from kiosk.settings.settings import Settings
    from kiosk.settings.settings_file import SettingsReading

_NEEDS_LINUX = (
    "the exhibit needs Linux; on Windows, `kiosk preview` shows it in a window"
    " and `kiosk present` gives a talk"
)
_log = logging.getLogger("kiosk.settings")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may follow `kiosk run`."""
    add_settings_option(parser)
    add_content_option(parser, "the content folder")
    add_screen_size_option(parser)
    add_theme_option(parser)
    parser.add_argument("--language", type=language_tag, metavar=METAVAR)
    add_still_option(parser)
    parser.add_argument("--supervised", action="store_true", help="start again after every end")
    parser.add_argument("--locked", action="store_true", help="let nobody out but the staff")
    add_window_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Show the exhibit until somebody leaves it."""
    if sys.platform == "win32":
        print(f"kiosk run: {_NEEDS_LINUX}", file=sys.stderr)
        return ExitCode.WRONG_CALL
    if not (_is_well_called(arguments) or arguments.supervised or arguments.locked):
        return ExitCode.WRONG_CALL
    if arguments.supervised:
        from kiosk.guard.environment import is_supervised

        if not is_supervised():
            from kiosk.guard.process.supervised import run_supervised

            return run_supervised(partial(_settings, arguments))
    unreachable = unreachable_display()
    if unreachable:
        print(f"kiosk run: {unreachable}", file=sys.stderr)
        return ExitCode.OUTSIDE
    from kiosk.commands.gui_application import gui_application
    from kiosk.guard.process.screen_lock import ScreenLock, ScreenTaken, lock_file
    from kiosk.screen.full_screen import fill_screen
    from kiosk.screen.splash.splash import drawn_splash

    application = gui_application()
    alone = not arguments.window and application.platformName() != "offscreen"
    try:
        # Before anything is shown: the screen may be another exhibit's.
        lock = ScreenLock(lock_file()) if alone else None
    except ScreenTaken:
        print("kiosk run: another exhibit has this screen", file=sys.stderr)
        return ExitCode.SCREEN_TAKEN
    words = sys.argv[1:]
    folder = state_folder() / "splash"
    splash = None if arguments.window else drawn_splash(folder, words)
    if splash is not None:
        fill_screen(splash, application.primaryScreen())
        application.processEvents()
    # What is imported above this line delays the first paint; the tests count it.
    from dataclasses import replace

    from kiosk.commands.machine_settings import machine_settings
    from kiosk.guard.process.process_memory import give_freed_memory_back

    give_freed_memory_back()
    reading = machine_settings("run", arguments)
    from kiosk.guard.content.shown_release import is_release, releases_of, with_next_release

    settings = with_next_release(reading.settings, arguments.content)
    reading = reading._replace(settings=settings)
    releases = releases_of(settings)
    if is_release(settings):
        releases.begin(settings.content.name)

    from kiosk.app import App
    from kiosk.commands.outside import open_to_outside
    from kiosk.guard.content.content_watch import ContentWatch
    from kiosk.guard.content.inbox_watch import InboxWatch
    from kiosk.guard.content.release_watch import ReleaseWatch
    from kiosk.guard.health.damage_screen import damage_screen
    from kiosk.guard.health.installation import has_font
    from kiosk.guard.overlay.blackout_overlay import BlackoutOverlay
    from kiosk.guard.process.process_guard import ProcessGuard

    guard = ProcessGuard(settings, lock=lock)
    for message in reading.messages:
        _log.error("settings: %s", message)
    content = ContentWatch(settings, guard.content, guard.occupancy)
    try:
        app = App(replace(settings, content=guard.content.folder), guard.occupancy, content)
    except Exception:
        _log.exception("the exhibit can't be built")
        screen = damage_screen()
        if screen is None:
            raise
        return _show_damage(screen, guard, splash, arguments)
    if not has_font() or guard.content.is_dead:
        screen = damage_screen()
        if screen is not None:
            return _show_damage(screen, guard, splash, arguments)
    app.ready.connect(content.watch)
    content.came.connect(app.change_content)
    content.chosen.connect(guard.show_content)
    application.aboutToQuit.connect(content.stop)
    if arguments.content is None:
        others = ReleaseWatch(releases, settings.content, guard.occupancy, app)
        app.ready.connect(others.watch)
        others.chosen.connect(content.follow)
        others.chosen.connect(guard.show_content)
        others.came.connect(app.change_content)
        application.aboutToQuit.connect(others.stop)
        if settings.inbox is not None:
            named = () if reading.file is None else ("--settings", str(reading.file))
            inbox = InboxWatch(settings.inbox, named, app)
            app.ready.connect(inbox.watch)
            application.aboutToQuit.connect(inbox.stop)
    guard.leaving.connect(application.exit)
    guard.faulted.connect(app.presence.recover)
    app.idle.noticed.connect(guard.touched)
    application.aboutToQuit.connect(app.stop)
    if splash is not None:
        app.stage.painted.connect(splash.close)
    app.start()
    talk: StaffTalk | None = None
    if arguments.locked:
        talk = _lock(app, guard, reading)
    else:
        app.left.connect(guard.leave)
        if settings.takes_orders:
            talk = _staff_talk(app, guard)
    if arguments.window:
        width, height = arguments.window
        app.stage.resize(round(width), round(height))
        app.stage.show()
    else:
        app.keep_splash(folder, words, arguments.settings or settings_file())
        if settings.visits:
            from kiosk.visits.cells import LEDGER_NAME

            app.count_visits(settings.state / LEDGER_NAME)
        fill_screen(app.stage, application.primaryScreen())
    dark = BlackoutOverlay(app.stage, app.interface_style)
    guard.occupancy.changed.connect(dark.follow)
    guard.start(app.stage)
    open_to_outside(app, guard, settings, talk)
    return guard.end(application.exec())


def _staff_talk(app: App, guard: ProcessGuard) -> StaffTalk:
    """A talk on the exhibit's own screen, for staff or for another program to begin."""
    from kiosk.presenting.staff_talk import StaffTalk

    def warnings(language: str) -> list[str]:
        return [each.words(app.interface_style().words, language) for each in guard.due]

    talk = StaffTalk(app.talk_host, warnings, app)
    talk.begun.connect(guard.occupancy.talk_began)
    talk.patient.connect(app.idle.be_patient)
    talk.noticed.connect(app.idle.notice)
    app.idle.left.connect(talk.end)
    talk.over.connect(app.navigation.go_home)
    talk.over.connect(guard.occupancy.talk_ended)
    return talk


def _lock(app: App, guard: ProcessGuard, reading: SettingsReading) -> StaffTalk:
    """Leave no way out but the staff's; `App.left` then leads nowhere."""
    from kiosk.guard.health.machine_checks import stale_units, this_machine
    from kiosk.guard.staff.staff_access import StaffAccess
    from kiosk.guard.staff.staff_report import StaffReporter
    from kiosk.guard.staff_pin import StaffPin

    reporter = StaffReporter(reading, guard, app.content_messages)
    locked = StaffAccess(
        app.stage,
        guard,
        StaffPin(reading.settings.state),
        reporter,
        app.interface_style,
        reading.settings,
    )
    app.plugged.connect(locked.keypad_test.look)
    talk = _staff_talk(app, guard)
    locked.desk.talk_wanted.connect(talk.open)
    talk.begun.connect(locked.hand_over)
    for result in stale_units(this_machine(reading)):
        _log.warning("%s", result)
    locked.begin()
    return talk


def _is_well_called(arguments: argparse.Namespace) -> bool:
    """Say what is not there of what the command line names.

    Nobody reads that where the exhibit runs unattended: it then shows what it can.
    """
    called_well, content, settings = True, arguments.content, arguments.settings
    if content is not None:
        from kiosk.commands.content_folder import content_folder

        called_well = content_folder("run", content) is not None
    if settings is not None:
        from kiosk.text.folder import read_text
        from kiosk.text.messages import UnreadableFile

        try:
            read_text(settings, str(settings))
        except UnreadableFile as error:
            print(f"kiosk run: {error.message}", file=sys.stderr)
            called_well = False
    if called_well and arguments.language is not None:
        called_well = has_languages("run", _settings(arguments).content, [arguments.language])
    return called_well


def _settings(arguments: argparse.Namespace) -> Settings:
    """The settings in silence: the supervisor reads them before each run."""
    from kiosk.guard.content.shown_release import with_next_release
    from kiosk.settings.settings_file import read_settings, with_options

    settings = with_options(read_settings(arguments.settings).settings, arguments)
    return with_next_release(settings, arguments.content)


def _show_damage(
    screen: DamageScreen,
    guard: ProcessGuard,
    splash: QWidget | None,
    arguments: argparse.Namespace,
) -> int:
    """Say what is damaged, and go on saying it: starting again and again would help nobody."""
    from PySide6.QtWidgets import QApplication

    from kiosk.screen.full_screen import fill_screen
    from kiosk.screen.way_out import WayOut

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    guard.leaving.connect(application.exit)
    if not arguments.locked:
        WayOut(screen, screen).left.connect(guard.leave)
    if arguments.window:
        screen.resize(*(round(side) for side in arguments.window))
        screen.show()
    else:
        fill_screen(screen, application.primaryScreen())
    if splash is not None:
        splash.close()
    guard.start(screen)
    return guard.end(application.exec())
