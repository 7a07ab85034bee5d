"""A talk from the staff's desk, locked as `kiosk run --locked`: nothing cuts it off."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.commands.run import _lock
from kiosk.exhibit.place import HOME, Place
from kiosk.guard.exit_code import ExitCode
from kiosk.guard.occupancy import Occupant
from kiosk.guard.overlay.blackout_overlay import BlackoutOverlay
from kiosk.guard.process.process_guard import ProcessGuard
from kiosk.guard.staff.staff_access import StaffAccess
from kiosk.journey.comfort import Comfort
from kiosk.presenting.staff_talk import (
    BLANK_SECONDS,
    EXPLORING_SECONDS,
    LAST_STEP_SECONDS,
    TALKING_SECONDS,
    StaffTalk,
)
from kiosk.settings.opening_hours import OpeningHours, parse_hours
from kiosk.settings.settings import Settings
from kiosk.settings.settings_file import SettingsReading
from kiosk.shipped import shipped
from tests.journeys.standing import close_exhibit, open_exhibit
from tests.presenting.talks import Clock, content_with_tour

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.app import App
    from kiosk.presenting.talk import Talk

STEEL = Place("csns", "super-steel", 2)
CLOSING = datetime.datetime(2026, 11, 23, 18, 0)


class Museum:
    """A locked exhibit with its guard, clocks and memory in a test's hand."""

    def __init__(self, app: App, folder: Path) -> None:
        hours = OpeningHours(tuple([parse_hours("10:00-18:00")] * 7))
        settings = Settings(
            shipped("content"), state=folder / "state", logs=folder / "logs", opening_hours=hours
        )
        self.app = app
        self.clock = Clock()
        self.moment = CLOSING.replace(hour=17, minute=0)
        self.used = 200.0
        self.left: list[int] = []
        self.guard = ProcessGuard(settings, app.occupancy, environment={})
        self.guard.opening._wall_clock = lambda: self.moment
        restart = self.guard.planned_restart
        restart._clock, restart._memory = self.clock, lambda: self.used
        restart._started_at = restart._touched_at = self.clock.now - 3600
        self.guard.leaving.connect(self.left.append)
        self.guard.faulted.connect(app.presence.recover)
        app.idle.noticed.connect(self.guard.touched)
        app.idle._clock = self.clock
        app.idle.start()
        self.dark = BlackoutOverlay(app.stage, app.interface_style)
        app.occupancy.changed.connect(self.dark.follow)
        _lock(app, self.guard, SettingsReading(settings))
        locked, staff_talk = app.stage.findChild(StaffAccess), app.findChild(StaffTalk)
        assert locked is not None
        assert staff_talk is not None
        self.locked, self.staff_talk = locked, staff_talk
        QApplication.processEvents()

    @property
    def who(self) -> str:
        return self.app.occupancy.who

    @property
    def talk(self) -> Talk | None:
        return self.staff_talk._talk

    def enter(self) -> None:
        """Staff have given their PIN."""
        self.locked.pad.accepted.emit()

    def begin_talk(self) -> None:
        self.enter()
        self.locked.desk.talk_wanted.emit()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.app.stage, key)

    def pass_(self, seconds: float, step: float = 15.0) -> None:
        """So long nobody touches anything, and everybody looks at the clock."""
        while seconds > 0:
            self.clock.now += min(step, seconds)
            seconds -= step
            self.app.idle.tick()
            self.guard.planned_restart.check()
            self.guard.opening.check()

    def close(self) -> None:
        self.staff_talk.end()
        self.app.idle.stop()
        self.locked.lockdown.end()
        for overlay in (self.dark, self.locked.pad, self.locked.desk, self.locked.cleaning):
            overlay.dismiss()
            overlay.deleteLater()
        self.locked.setParent(None)
        self.locked.deleteLater()
        self.staff_talk.setParent(None)
        self.staff_talk.deleteLater()
        self.guard.end(0)
        for occupant in Occupant:
            self.app.occupancy.leave(occupant)
        QApplication.processEvents()


@pytest.fixture(scope="module")
def exhibit(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    app = open_exhibit(content_with_tour(tmp_path_factory.mktemp("talks")), size=(960, 540))
    yield app
    close_exhibit(app)


@pytest.fixture
def museum(exhibit: App, tmp_path: Path) -> Iterator[Museum]:
    exhibit.stage.wake()
    exhibit.journey.set_comfort(Comfort(language="en", still=True))
    exhibit.journey.go(HOME)
    museum = Museum(exhibit, tmp_path)
    yield museum
    museum.close()


def test_staff_begin_a_talk_and_the_exhibit_is_the_visitors_again(museum: Museum) -> None:
    museum.begin_talk()
    assert museum.who == Occupant.TALK
    assert museum.locked.desk.isHidden()
    museum.press(Qt.Key.Key_PageDown)
    assert museum.app.journey.place == STEEL
    talk = museum.talk
    museum.staff_talk.open()
    assert museum.talk is talk
    assert talk is not None
    assert talk.console.isVisible(), "without a keyboard there is no other way to it"
    museum.staff_talk.end()
    assert museum.who == Occupant.VISITOR

    museum.press(Qt.Key.Key_PageDown)
    assert museum.app.journey.place == HOME


def test_with_a_clicker_no_restart_and_no_question_cuts_a_talk_off(museum: Museum) -> None:
    museum.begin_talk()
    museum.used = 900.0
    for _ in range(40):
        museum.press(Qt.Key.Key_PageDown)
        museum.pass_(60)

    assert museum.left == []
    assert museum.app.idle.state == "here"
    assert museum.talk is not None
    assert museum.talk.player.index == 4


def test_closing_time_waits_for_the_end_of_the_talk_and_then_comes(museum: Museum) -> None:
    museum.begin_talk()
    museum.press(Qt.Key.Key_PageDown)
    museum.moment = CLOSING
    museum.pass_(30)
    assert museum.dark.isHidden()
    assert museum.app.journey.place == STEEL

    museum.staff_talk.end()
    assert museum.dark.isVisible()
    assert museum.app.journey.place == HOME


def test_what_was_due_happens_after_the_talk(museum: Museum) -> None:
    museum.begin_talk()
    museum.used = 900.0
    museum.pass_(600)
    assert museum.left == []
    museum.press(Qt.Key.Key_PageDown)
    museum.staff_talk.end()
    museum.pass_(60)
    assert museum.left == [], "whoever stands there now is a visitor"
    museum.pass_(120)
    assert museum.left == [ExitCode.START_ANEW]


def test_the_desk_and_the_talk_are_warned_in_every_language(museum: Museum) -> None:
    museum.moment = CLOSING - datetime.timedelta(minutes=9)
    museum.used = 900.0
    museum.pass_(15)
    museum.enter()
    findings = museum.locked.desk._report.results  # type: ignore[union-attr]
    assert [each.key for each in findings[:2]] == ["staff_due_closing", "staff_due_memory"]

    museum.locked.desk.talk_wanted.emit()
    assert museum.talk is not None
    said = {language: museum.talk._host.warnings(language) for language in ("en", "zh-Hant")}
    assert said["en"] == [
        "Closing time in 9 min. The screen stays lit until you are done.",
        "Too much memory is in use. The exhibit restarts when you are done.",
    ]
    assert said["zh-Hant"][0] == "9分鐘後閉館，你完成之前屏幕會一直亮着。"
    museum.moment = CLOSING
    museum.used = 200.0
    museum.pass_(15)
    assert museum.talk._host.warnings("en") == [
        "It is past closing time. The screen goes dark when you are done."
    ]


@pytest.mark.parametrize("who", [Occupant.STAFF, Occupant.CLEANING])
def test_a_desk_and_a_cleaning_are_not_cut_off_either(museum: Museum, who: Occupant) -> None:
    museum.enter()
    if who is Occupant.CLEANING:
        museum.locked.desk.cleaning_wanted.emit()
    museum.used = 900.0
    museum.moment = CLOSING
    museum.pass_(3600)
    assert (museum.left, museum.who) == ([], who)
    assert museum.app.idle.state == "here"
    assert museum.dark.isHidden()

    museum.locked.cleaning.close_overlay()
    museum.locked.desk.close_overlay()
    assert museum.dark.isVisible()


def test_a_fault_leaves_a_talk_at_its_step(museum: Museum) -> None:
    museum.begin_talk()
    museum.press(Qt.Key.Key_PageDown)
    museum.guard.faulted.emit("a test's own")
    assert museum.app.journey.place == STEEL
    museum.staff_talk.end()
    museum.app.journey.go(STEEL)
    museum.guard.faulted.emit("a test's own")
    assert museum.app.journey.place == HOME


@pytest.mark.parametrize(
    ("keys", "explores", "seconds"),
    [
        pytest.param([], False, TALKING_SECONDS, id="at a step"),
        pytest.param([], True, EXPLORING_SECONDS, id="after a visitor's tap"),
        pytest.param([Qt.Key.Key_B], False, BLANK_SECONDS, id="black"),
    ],
)
def test_a_talk_that_was_forgotten_ends_after_a_question(
    museum: Museum, keys: list[Qt.Key], explores: bool, seconds: float
) -> None:
    museum.begin_talk()
    museum.press(Qt.Key.Key_PageDown, *keys)
    if explores:
        museum.app.stage.title_touched.emit()
    museum.pass_(seconds - 30)
    assert museum.app.idle.state == "here"
    museum.pass_(45)
    assert museum.app.idle.state == "asked"
    museum.pass_(45, step=1)
    assert museum.talk is None
    assert museum.app.journey.place == HOME
    assert museum.who == Occupant.NOBODY
    assert museum.app.stage.is_covered


def test_a_tour_that_runs_by_itself_needs_nobody_and_ends(museum: Museum) -> None:
    museum.staff_talk.run_by_itself("talk")
    talk = museum.talk
    assert talk is not None
    assert museum.who == Occupant.TALK
    assert talk.console.isHidden()
    assert talk.player.autoplay
    museum.staff_talk.run_by_itself("talk")
    assert museum.talk is talk

    assert museum.staff_talk.runs_by_itself
    talk.player.last()
    museum.pass_(max(LAST_STEP_SECONDS, talk.player.step.duration.seconds) + 45, step=1)

    assert museum.talk is None
    assert museum.who == Occupant.NOBODY


def test_staff_take_a_tour_over_that_runs_by_itself(museum: Museum) -> None:
    museum.staff_talk.run_by_itself("talk")
    museum.staff_talk.open()

    assert museum.talk is not None
    assert not museum.staff_talk.runs_by_itself


def test_the_clicker_answers_the_question_and_does_what_it_says(museum: Museum) -> None:
    museum.begin_talk()
    museum.pass_(TALKING_SECONDS + 15)
    assert museum.app.stage.is_covered
    museum.press(Qt.Key.Key_PageDown)
    assert not museum.app.stage.is_covered
    assert museum.app.journey.place == STEEL


def test_in_the_dark_of_the_night_staff_may_talk_too(museum: Museum) -> None:
    museum.moment = CLOSING
    museum.pass_(15)
    assert museum.dark.isVisible()
    museum.begin_talk()
    museum.press(Qt.Key.Key_PageDown)
    assert museum.dark.isHidden()
    assert museum.app.journey.place == STEEL


def test_nobody_is_asked_and_nobody_attracted_while_the_museum_is_closed(museum: Museum) -> None:
    museum.app.journey.go(STEEL)
    museum.moment = CLOSING
    museum.pass_(15)
    assert museum.app.journey.place == HOME
    QTest.mouseClick(museum.dark, Qt.MouseButton.LeftButton)
    museum.pass_(600)
    assert not museum.app.stage.is_covered
    assert museum.app.occupancy.free
    museum.moment = CLOSING.replace(day=24, hour=10)
    museum.pass_(15)
    assert museum.app.stage.is_covered
