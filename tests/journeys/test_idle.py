"""Visitors come, read slowly, and leave the exhibit as they like: it finds its own way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication

from kiosk.app import App
from kiosk.exhibit.place import HOME, LIST, Place
from kiosk.languages.words import read_words
from kiosk.screen.attract.attract import AttractLoop
from kiosk.screen.attract.still_here import StillHere
from kiosk.screen.panel.source_card import SourceCard
from kiosk.screen.panel.source_note import SourceNote
from kiosk.screen.teardown import tear_down
from kiosk.settings.settings import Settings
from kiosk.shipped import shipped
from tests.journeys.visitor import Visitor, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

IDLE = 90.0
PROMPT = 20.0
STORY = Place("csns", "super-steel", 3)


class Hall:
    """The exhibit with its idle watch, a visitor, and a clock that a test turns on."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.visitor = Visitor(app)
        self.now = 1000.0
        app.idle._clock = self.clock
        self.loop = app.stage.findChildren(AttractLoop)[0]
        self.loop._clock = self.clock

    def clock(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        """Let time pass in quarter seconds, as the watch looks at its clock."""
        for _ in range(round(seconds * 4)):
            self.now += 0.25
            self.app.idle.tick()
        QApplication.processEvents()

    def shows(self, kind: type[QWidget]) -> bool:
        return any(each.isVisible() for each in self.app.stage.findChildren(kind))

    def leave_behind(self) -> None:
        """A visitor reads a story's third page in Portuguese, opens its sources, and walks off."""
        self.app.journey.speak("pt")
        self.app.journey.go(STORY)
        self.app.stage.finish()
        notes = [each for each in self.app.stage.findChildren(SourceNote) if each.isVisible()]
        self.visitor.touch(self.visitor.middle_of(notes[0]))
        assert self.shows(SourceCard)

    def fall_asleep(self) -> None:
        self.wait(IDLE + PROMPT + 0.5)
        assert self.shows(AttractLoop)

    def roll(self) -> None:
        """Turn a mouse's wheel over the middle of the window."""
        at = QPointF(self.app.stage.rect().center())
        event = QWheelEvent(
            at,
            self.app.stage.mapToGlobal(at),
            QPoint(0, 0),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QGuiApplication.sendEvent(self.app.stage, event)


@pytest.fixture(scope="module", params=[True, False], ids=["still", "moving"])
def running(qapp: object, request: pytest.FixtureRequest) -> Iterator[App]:
    app = App(
        Settings(
            content=shipped("content"),
            still=request.param,
            idle_seconds=IDLE,
            prompt_seconds=PROMPT,
        )
    )
    app.stage.resize(1920, 1080)
    app.stage.show()
    QApplication.processEvents()
    app.read_now()
    app.idle.start()
    yield app
    tear_down(app.stage, app)


@pytest.fixture
def hall(running: App) -> Iterator[Hall]:
    hall = Hall(running)
    running.stage.activateWindow()
    running.journey.go(HOME)
    running.journey.speak("en")
    running.stage.map_view.return_to_goal()
    running.stage.finish()
    # Far from the last touch: two near each other would make the map larger.
    hall.visitor.touch(QPoint(1900, 5))
    QApplication.processEvents()
    assert running.idle.state == "here"
    yield hall
    hall.visitor.touch(QPoint(5, 5))


def test_a_slow_reader_keeps_everything(hall: Hall) -> None:
    hall.leave_behind()
    for _ in range(8):
        hall.wait(80)
        # Beside the card's texts: somebody leans on the screen to read.
        hall.visitor.touch(QPoint(1500, 700))
    assert not hall.shows(StillHere)
    assert hall.visitor.place == STORY
    assert hall.app.journey.comfort.language == "pt"
    assert hall.shows(SourceCard)


def test_a_visit_that_was_left_behind_ends_and_leaves_nothing(hall: Hall) -> None:
    hall.leave_behind()
    hall.wait(IDLE + 0.25)
    assert hall.shows(StillHere)
    assert hall.visitor.place == STORY
    hall.wait(PROMPT + 0.25)
    assert hall.visitor.place == HOME
    assert hall.app.journey.comfort.language == "en"
    assert hall.shows(AttractLoop)
    for kind in (StillHere, SourceCard):
        assert not hall.shows(kind)
    assert hall.app.stage.sheet is not None
    assert not hall.app.stage.sheet.isVisible()
    hall.visitor.touch(QPoint(900, 500))
    hall.app.journey.go(Place("csns", "super-steel"))
    assert hall.visitor.place.page == 1
    assert not hall.shows(SourceCard)


def test_a_list_that_was_left_open_is_closed(hall: Hall) -> None:
    hall.app.journey.go(Place(screen=LIST))
    hall.fall_asleep()
    assert hall.visitor.place == HOME
    hall.visitor.touch(QPoint(900, 500))
    assert not hall.visitor.shows("IndexRow")


def test_the_question_is_asked_in_the_language_of_the_visit(hall: Hall) -> None:
    hall.app.journey.speak("pt")
    hall.wait(IDLE + 0.25)
    question = hall.app.stage.findChildren(StillHere)[0]
    assert question.accessibleName() == _words("still_here", "pt")


def test_the_touch_that_answers_does_nothing_else(hall: Hall) -> None:
    hall.leave_behind()
    card = next(each for each in hall.app.stage.findChildren(SourceCard) if each.isVisible())
    close = hall.visitor.control(_words("close", "pt"))
    assert close.parentWidget() is card
    point = hall.visitor.middle_of(close)
    hall.wait(IDLE + 1)
    assert hall.shows(StillHere)
    hall.visitor.touch(point)
    assert not hall.shows(StillHere)
    assert hall.shows(SourceCard)
    assert hall.visitor.place == STORY
    assert hall.app.journey.comfort.language == "pt"
    hall.visitor.touch(point)
    assert not hall.shows(SourceCard)


def test_the_key_that_answers_does_nothing_else(hall: Hall) -> None:
    hall.app.journey.go(STORY)
    hall.wait(IDLE + 1)
    hall.visitor.press(Qt.Key.Key_Escape)
    assert not hall.shows(StillHere)
    assert hall.visitor.place == STORY


def test_the_touch_that_wakes_does_nothing_else(hall: Hall) -> None:
    hall.fall_asleep()
    hall.visitor.touch_place("qianhai")
    assert not hall.shows(AttractLoop)
    assert hall.visitor.place == HOME
    hall.visitor.touch_place("qianhai")
    assert hall.visitor.place.zone == "qianhai"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_the_key_that_wakes_does_nothing_else(hall: Hall, key: Qt.Key) -> None:
    hall.fall_asleep()
    before = QApplication.focusWidget()
    hall.visitor.press(key)
    assert not hall.shows(AttractLoop)
    assert hall.visitor.place == HOME
    assert QApplication.focusWidget() is before


def test_a_mouse_wakes_by_a_click_and_not_by_trembling(hall: Hall) -> None:
    hall.fall_asleep()
    hall.visitor.click(hall.visitor.point_of("qianhai"))
    assert not hall.shows(AttractLoop)
    assert hall.visitor.place == HOME
    hall.visitor.click(hall.visitor.point_of("qianhai"))
    assert hall.visitor.place.zone == "qianhai"


def test_after_waking_it_by_the_wheel_the_first_touch_counts(hall: Hall) -> None:
    hall.fall_asleep()
    hall.roll()
    assert not hall.shows(AttractLoop)
    hall.visitor.touch_place("qianhai")
    assert hall.visitor.place.zone == "qianhai"


def test_a_resting_finger_is_never_asked(hall: Hall) -> None:
    hall.visitor.put_down(QPoint(30, 30))
    hall.wait(600)
    assert not hall.shows(StillHere)
    hall.visitor.lift(QPoint(30, 30))
    hall.wait(IDLE - 1)
    assert not hall.shows(StillHere)
    hall.wait(1.25)
    assert hall.shows(StillHere)


def test_a_moving_finger_is_never_asked(hall: Hall) -> None:
    hall.visitor.put_down(QPoint(30, 30))
    for step in range(20):
        hall.wait(30)
        hall.visitor.move(QPoint(30 + 20 * step, 400))
    assert not hall.shows(StillHere)
    hall.visitor.lift(QPoint(430, 400))


def test_nobody_is_needed_for_a_day_of_scenes(hall: Hall) -> None:
    hall.fall_asleep()
    hall.now += 24 * 3600
    hall.app.idle.tick()
    hall.loop.grab()
    assert hall.shows(AttractLoop)
    hall.visitor.touch(QPoint(900, 500))
    assert not hall.shows(AttractLoop)


def test_after_waking_nothing_of_the_loop_goes_on(hall: Hall) -> None:
    # Charts are built after the start, one in each turn: that is not the loop's.
    wait_until(lambda: not any(each.isActive() for each in hall.app.stage.findChildren(QTimer)))
    hall.fall_asleep()
    hall.visitor.touch(QPoint(900, 500))
    hall.app.stage.finish()
    assert [each for each in hall.loop.findChildren(QTimer) if each.isActive()] == []
    running = [each for each in hall.app.findChildren(QTimer) if each.isActive()]
    assert [each.parent() for each in running] == [hall.app.idle]
    assert [each for each in hall.app.stage.findChildren(QTimer) if each.isActive()] == []


@pytest.mark.parametrize("visits", [10, pytest.param(60, marks=pytest.mark.soak)])
def test_many_visits_end_as_the_first_one(hall: Hall, visits: int) -> None:
    for _ in range(visits):
        hall.app.journey.speak("zh-Hans")
        hall.app.journey.go(Place("hetao"))
        hall.now += IDLE
        hall.app.idle.tick()
        hall.now += PROMPT
        hall.app.idle.tick()
        assert hall.visitor.place == HOME
        assert hall.app.journey.comfort.language == "en"
        hall.visitor.touch(QPoint(900, 500))
    assert not hall.shows(AttractLoop)


def _words(key: str, language: str) -> str:
    return read_words(shipped("assets") / "words").say(key, language)
