"""One counter of raw input says whether anybody is there, by a clock that nobody can set."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy

from kiosk.journey.idle import PROMPT_SECONDS, IdleWatch
from tests.clock import Clock

IDLE = 90.0
TEN_YEARS = 10 * 365.25 * 24 * 3600

DOWN = QEvent.Type.TouchBegin
MOVED = QEvent.Type.TouchUpdate
UP = QEvent.Type.TouchEnd


class Watched:
    """An idle watch with its clock and everything that it says, in order."""

    def __init__(self, idle_seconds: float = IDLE, prompt_seconds: float = PROMPT_SECONDS) -> None:
        self.clock = Clock()
        self.watch = IdleWatch(idle_seconds, prompt_seconds=prompt_seconds, clock=self.clock)
        self.said: list[str] = []
        self.counts: list[float] = []
        self.watch.asked.connect(self._asked)
        self.watch.kept.connect(self._kept)
        self.watch.left.connect(self._left)
        self.watch.woken.connect(self._woken)
        self.watch.counted.connect(self.counts.append)

    def _asked(self) -> None:
        self.said.append("asked")

    def _kept(self) -> None:
        self.said.append("kept")

    def _left(self) -> None:
        self.said.append("left")

    def _woken(self) -> None:
        self.said.append("woken")

    def wait(self, seconds: float) -> None:
        """Nothing happens for so long, and then the watch looks at its clock."""
        self.clock.now += seconds
        self.watch.tick()

    def sit(self, seconds: float, step: float = 0.25) -> None:
        """The same with as many ticks as there really are."""
        for _ in range(round(seconds / step)):
            self.wait(step)

    def feel(self, kind: QEvent.Type) -> bool:
        """Something is touched; true when the exhibit itself does not hear of it."""
        return self.watch.eventFilter(QObject(), QEvent(kind))

    def tap(self) -> tuple[bool, bool]:
        return self.feel(DOWN), self.feel(UP)


@pytest.fixture
def watched(qapp: object) -> Watched:
    return Watched()


def test_it_asks_after_the_idle_time_and_not_before(watched: Watched) -> None:
    watched.sit(IDLE - 0.25)
    assert watched.said == []
    watched.wait(0.25)
    assert watched.said == ["asked"]
    assert watched.watch.state == "asked"


def test_it_leaves_when_nobody_answers_and_says_so_once(watched: Watched) -> None:
    watched.sit(IDLE + PROMPT_SECONDS + 3600, step=0.5)
    assert watched.said == ["asked", "left"]
    assert watched.watch.state == "gone"


def test_the_countdown_starts_full_and_falls_to_nothing(watched: Watched) -> None:
    watched.sit(IDLE + PROMPT_SECONDS)
    assert watched.counts[0] == PROMPT_SECONDS
    assert watched.counts == sorted(watched.counts, reverse=True)
    assert watched.counts[-1] == pytest.approx(0.25)


@pytest.mark.parametrize("wanted", [0.0, 1.0, 19.9])
def test_nobody_gets_less_than_twenty_seconds_to_answer(qapp: object, wanted: float) -> None:
    watched = Watched(prompt_seconds=wanted)
    watched.wait(IDLE)
    watched.wait(19.9)
    assert watched.said == ["asked"]
    watched.wait(0.2)
    assert watched.said == ["asked", "left"]


def test_an_operator_can_give_more_time_to_answer(qapp: object) -> None:
    watched = Watched(prompt_seconds=45)
    watched.wait(IDLE)
    assert watched.counts == [45]
    watched.wait(44)
    assert watched.said == ["asked"]


@pytest.mark.parametrize(
    "sign",
    [
        DOWN,
        MOVED,
        UP,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
    ],
)
def test_every_sign_of_life_starts_the_counter_again_and_reaches_the_exhibit(
    watched: Watched, sign: QEvent.Type
) -> None:
    watched.wait(IDLE - 1)
    assert watched.feel(sign) is False
    watched.feel(UP)
    watched.feel(QEvent.Type.MouseButtonRelease)
    watched.wait(IDLE - 1)
    assert watched.said == []
    watched.wait(1)
    assert watched.said == ["asked"]


@pytest.mark.parametrize("kind", [QEvent.Type.Paint, QEvent.Type.Timer, QEvent.Type.HoverMove])
def test_what_no_visitor_did_is_no_sign_of_life(watched: Watched, kind: QEvent.Type) -> None:
    watched.wait(IDLE - 1)
    assert watched.feel(kind) is False
    watched.wait(1)
    assert watched.said == ["asked"]


@pytest.mark.parametrize(
    ("down", "up"),
    [
        (DOWN, UP),
        (DOWN, QEvent.Type.TouchCancel),
        (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease),
    ],
)
def test_nobody_is_asked_while_a_finger_or_a_button_is_held(
    watched: Watched, down: QEvent.Type, up: QEvent.Type
) -> None:
    watched.feel(down)
    watched.sit(3600, step=0.5)
    assert watched.said == []
    watched.feel(up)
    watched.sit(IDLE - 0.5, step=0.5)
    assert watched.said == []
    watched.wait(0.5)
    assert watched.said == ["asked"]


def test_nobody_is_asked_while_a_finger_moves(watched: Watched) -> None:
    watched.feel(DOWN)
    for _ in range(600):
        watched.wait(1)
        watched.feel(MOVED)
    assert watched.said == []


def test_a_held_finger_counts_beside_a_mouse_that_was_let_go(watched: Watched) -> None:
    watched.feel(DOWN)
    watched.feel(QEvent.Type.MouseButtonPress)
    watched.feel(QEvent.Type.MouseButtonRelease)
    watched.sit(600, step=1)
    assert watched.said == []


def test_a_button_that_is_held_after_a_double_click_counts_as_held(watched: Watched) -> None:
    for kind in (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
    ):
        watched.feel(kind)
    watched.sit(600, step=1)
    assert watched.said == []


@pytest.mark.parametrize(
    "answer", [DOWN, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.KeyPress]
)
def test_any_touch_or_key_answers_and_the_exhibit_does_not_hear_of_it(
    watched: Watched, answer: QEvent.Type
) -> None:
    watched.wait(IDLE)
    assert watched.feel(answer) is True
    assert watched.said == ["asked", "kept"]
    assert watched.watch.state == "here"


def test_the_answer_gives_the_whole_idle_time_again(watched: Watched) -> None:
    watched.wait(IDLE)
    watched.wait(PROMPT_SECONDS - 1)
    watched.tap()
    watched.wait(IDLE - 1)
    assert watched.said == ["asked", "kept"]
    watched.wait(1)
    assert watched.said == ["asked", "kept", "asked"]


def test_one_can_answer_more_than_ten_times(watched: Watched) -> None:
    for _ in range(25):
        watched.wait(IDLE)
        watched.tap()
    assert watched.said == ["asked", "kept"] * 25


def test_a_mouse_that_trembles_neither_answers_nor_wakes(watched: Watched) -> None:
    watched.wait(IDLE)
    assert watched.feel(QEvent.Type.MouseMove) is True
    watched.wait(PROMPT_SECONDS)
    assert watched.feel(QEvent.Type.MouseMove) is True
    assert watched.said == ["asked", "left"]


def test_all_of_the_answering_touch_is_swallowed_and_the_next_one_is_not(watched: Watched) -> None:
    watched.wait(IDLE)
    assert [watched.feel(kind) for kind in (DOWN, MOVED, MOVED, UP)] == [True] * 4
    assert [watched.feel(kind) for kind in (DOWN, MOVED, UP)] == [False] * 3


def test_all_of_the_waking_touch_is_swallowed_and_the_next_one_is_not(watched: Watched) -> None:
    watched.wait(IDLE)
    watched.wait(PROMPT_SECONDS)
    assert [watched.feel(kind) for kind in (DOWN, MOVED, UP)] == [True] * 3
    assert watched.said == ["asked", "left", "woken"]
    assert watched.tap() == (False, False)


def test_all_of_the_waking_key_is_swallowed_and_the_next_one_is_not(watched: Watched) -> None:
    watched.wait(IDLE)
    watched.wait(PROMPT_SECONDS)
    keys = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
    assert [watched.feel(kind) for kind in keys] == [True, True]
    assert [watched.feel(kind) for kind in keys] == [False, False]


@pytest.mark.parametrize("gone", [False, True])
def test_after_an_answer_by_the_wheel_the_next_touch_counts(watched: Watched, gone: bool) -> None:
    watched.wait(IDLE)
    if gone:
        watched.wait(PROMPT_SECONDS)
    watched.feel(QEvent.Type.Wheel)
    assert watched.tap() == (False, False)


def test_a_waking_key_that_is_held_is_swallowed_until_it_is_let_go(watched: Watched) -> None:
    watched.wait(IDLE)
    watched.wait(PROMPT_SECONDS)
    swallowed = []
    for kind, repeats in (
        (QEvent.Type.KeyPress, False),
        (QEvent.Type.KeyRelease, True),
        (QEvent.Type.KeyPress, True),
        (QEvent.Type.KeyRelease, False),
    ):
        key = QKeyEvent(
            kind, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "", autorep=repeats, count=1
        )
        swallowed.append(watched.watch.eventFilter(QObject(), key))
    assert swallowed == [True, True, True, True]


def test_a_pen_answers_like_a_finger(watched: Watched) -> None:
    watched.wait(IDLE)
    watched.feel(QEvent.Type.TabletPress)
    assert watched.said == ["asked", "kept"]


def test_a_tick_that_comes_minutes_late_asks_before_it_leaves(watched: Watched) -> None:
    watched.wait(IDLE + 600)
    assert watched.said == ["asked"]
    assert watched.counts == [PROMPT_SECONDS]
    watched.wait(PROMPT_SECONDS - 1)
    assert watched.said == ["asked"]


def test_late_ticks_under_a_held_finger_ask_nothing(watched: Watched) -> None:
    watched.feel(DOWN)
    watched.wait(600)
    watched.wait(600)
    assert watched.said == []
    watched.feel(UP)
    watched.wait(IDLE - 1)
    assert watched.said == []


def test_a_finger_that_was_lifted_between_two_late_ticks_was_there(watched: Watched) -> None:
    watched.wait(1)
    watched.clock.now += 300
    watched.tap()
    watched.wait(IDLE - 1)
    assert watched.said == []


@pytest.mark.parametrize("jump", [TEN_YEARS, -TEN_YEARS])
def test_a_changed_clock_of_the_machine_changes_nothing(
    qapp: object, monkeypatch: pytest.MonkeyPatch, jump: float
) -> None:
    watch = IdleWatch(IDLE)
    asked = QSignalSpy(watch.asked)
    really = time.time
    monkeypatch.setattr(time, "time", lambda: really() + jump)
    watch.tick()
    assert asked.count() == 0
    assert watch.state == "here"


def test_an_exhibit_that_has_just_started_is_woken_without_a_question(watched: Watched) -> None:
    watched.watch.leave()
    watched.sit(600, step=1)
    assert watched.said == []
    assert watched.feel(DOWN) is True
    assert watched.said == ["woken"]


def test_the_idle_time_begins_when_the_watch_is_started(watched: Watched) -> None:
    watched.clock.now += 600
    watched.watch.start()
    watched.wait(IDLE - 1)
    assert watched.said == []
