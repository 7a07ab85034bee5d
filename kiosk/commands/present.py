"""Give a talk along a tour: the audience sees the exhibit, the presenter notes and times."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

from kiosk.commands.content_folder import content_folder
from kiosk.commands.language_option import METAVAR, has_languages, language_tag
from kiosk.commands.options import (
    add_content_option,
    add_settings_option,
    add_still_option,
    add_window_option,
)
from kiosk.exhibit.reading.tour_reading import TOURS_FOLDER
from kiosk.text.command_lines import command_line

_SCREENS_FILE = "talk-screens.json"
_SCREENS_KEPT = 20
"""So many rooms are remembered, the latest."""

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QApplication

    from kiosk.app import App
    from kiosk.presenting.audience.audience_screen import Monitor
    from kiosk.presenting.talk import Talk
    from kiosk.presenting.tour_player import TourPlayer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may follow `kiosk present`."""
    parser.add_argument("tour", nargs="?", metavar="TOUR", help="a tour of the folder tours/")
    parser.add_argument(
        "--language", type=language_tag, metavar=METAVAR, help="what the audience reads"
    )
    parser.add_argument(
        "--notes-language", type=language_tag, metavar=METAVAR, help="what the presenter reads"
    )
    parser.add_argument("--autoplay", action="store_true", help="go on by itself, without a guide")
    parser.add_argument("--loop", action="store_true", help="begin again after the last step")
    parser.add_argument(
        "--rehearse", action="store_true", help="take the times, and offer to write them down"
    )
    parser.add_argument(
        "--screen", type=int, metavar="N", help="the audience's screen, counted from 1"
    )
    add_window_option(parser)
    add_content_option(parser, "the content folder")
    add_settings_option(parser)
    add_still_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Give the talk.  Returns 2 for what is not there, 1 where nothing sound can be shown."""
    from kiosk.commands.machine_settings import machine_settings
    from kiosk.guard.content.shown_release import with_release

    settings = with_release(machine_settings("present", arguments).settings, arguments.content)
    if content_folder("present", settings.content) is None:
        return 2
    if not has_languages(
        "present", settings.content, (arguments.language, arguments.notes_language)
    ):
        return 2
    message = _refusal_of(settings.content, arguments.tour)
    if message:
        print(f"kiosk present: {message}", file=sys.stderr)
        return 2
    from kiosk.app import App
    from kiosk.commands.gui_application import gui_application
    from kiosk.presenting.talk_start import TalkRequest, TalkStart
    from kiosk.screen.full_screen import fill_screen

    application = gui_application()
    main = _main_screen(application, arguments.screen, settings.state)
    if main is None:
        count = len(application.screens())
        print(f"kiosk present: there is no screen {arguments.screen} of {count}", file=sys.stderr)
        return 2
    app = App(settings)
    wish = TalkRequest(
        tour=arguments.tour or "",
        notes_language=arguments.notes_language or "",
        autoplay=arguments.autoplay,
        loop=arguments.loop,
    )
    talks = TalkStart(app.talk_host, wish, None if arguments.window else main, app)
    talks.failed.connect(application.quit)
    talks.over.connect(application.quit)
    app.left.connect(application.quit)
    application.aboutToQuit.connect(app.stop)
    app.exhibit_read.connect(talks.open)
    app.stage.painted.connect(app.read_on)
    if arguments.window:
        app.stage.resize(*(round(side) for side in arguments.window))
        app.stage.show()
    else:
        fill_screen(app.stage, main)
    application.exec()
    _remember_screens(talks.talk, settings.state)
    if talks.talk is None:
        return _nothing_shown(app, settings.content, arguments.tour)
    if arguments.rehearse:
        return _offer_times(settings.content, talks.talk.player)
    return 0


def _refusal_of(content: Path, tour: str | None) -> str:
    """What is not there, before any window opens."""
    names = sorted(path.stem for path in content.glob(f"{TOURS_FOLDER}/*.yaml"))
    if not names:
        return f"there are no tours in {content / TOURS_FOLDER}"
    if tour is not None and tour not in names:
        return f"there is no tour {tour!r}; there are {', '.join(names)}"
    return ""


def _main_screen(application: QApplication, number: int | None, state: Path) -> QScreen | None:
    """The audience's screen: the one of that number, else the likely one."""
    from kiosk.guard.record import read_record
    from kiosk.presenting.audience.audience_screen import audience_among

    screens = application.screens()
    if number is not None:
        return screens[number - 1] if 1 <= number <= len(screens) else None
    return screens[audience_among(_monitors(screens), read_record(state / _SCREENS_FILE))]


def _monitors(screens: Sequence[QScreen]) -> list[Monitor]:
    from PySide6.QtGui import QGuiApplication

    from kiosk.presenting.audience.audience_screen import monitor_of

    main = QGuiApplication.primaryScreen()
    return [monitor_of(each, primary=each is main) for each in screens]


def _remember_screens(talk: Talk | None, state: Path) -> None:
    """Have the next talk on these screens begin as the presenter swapped them."""
    from PySide6.QtGui import QGuiApplication

    from kiosk.guard.record import read_record, write_record
    from kiosk.presenting.audience.audience_screen import monitor_of, together

    if talk is None or talk.screens is None or not talk.screens.swapped:
        return
    key = together(_monitors(QGuiApplication.screens()))
    chosen = read_record(state / _SCREENS_FILE)
    chosen.pop(key, None)
    chosen[key] = monitor_of(talk.screens.audience, primary=False).id
    with contextlib.suppress(OSError):
        write_record(state / _SCREENS_FILE, dict(list(chosen.items())[-_SCREENS_KEPT:]))


def _nothing_shown(app: App, content: Path, tour: str | None) -> int:
    """Say why no talk began; nothing where somebody merely left."""
    tours = app.exhibit.tours if app.exhibit is not None else ()
    if tours and (tour is None or any(each.id == tour for each in tours)):
        return 0
    called = f"the tour {tour!r}" if tour else "the tours"
    check = command_line("check", content)
    print(f"kiosk present: {called} can't be shown; `{check}` says why", file=sys.stderr)
    return 1


def _offer_times(content: Path, player: TourPlayer) -> int:
    """Show the times that were taken, and write them into the tour after a yes."""
    from kiosk.exhibit.authoring.tour_timing import rounded, write_durations
    from kiosk.text.messages import UnreadableFile

    times = {step: rounded(seconds) for step, seconds in player.spent().items()}
    for step in player.tour.steps:
        taken = str(times.get(step.id, "-"))
        print(f"{step.id:<24} planned {step.duration!s:>6}   taken {taken:>6}")
    if not times or not sys.stdin.isatty():
        return 0
    answer = input(f"Write these times into {TOURS_FOLDER}/{player.tour.id}.yaml? [y/N] ")
    if answer.strip().lower() not in ("y", "yes"):
        return 0
    try:
        path = write_durations(content, player.tour.id, times)
    except (OSError, UnreadableFile) as error:
        print(f"kiosk present: the times were not written: {error}", file=sys.stderr)
        return 1
    print(f"written into {path}")
    return 0
