"""What the exhibit does when it is told, and whom it does not cut off."""

from __future__ import annotations

import base64
import datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QImage

from kiosk.guard.exit_code import ExitCode
from kiosk.guard.occupancy import Occupant
from kiosk.settings.opening_hours import ALWAYS_OPEN, OpeningHours
from tests.guard.control.control_stage import ControlStage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pytestqt.qtbot import QtBot

TEN_TO_SIX = OpeningHours((((600, 1080),),) * 7)
STAFFED = {"ok": False, "reason": "staff have the exhibit"}


@pytest.fixture
def stage(tmp_path: Path, qapp: object) -> Iterator[ControlStage]:
    stage = ControlStage(tmp_path)
    yield stage
    stage.close()


def test_it_does_what_it_is_told(stage: ControlStage) -> None:
    for line in ("home", "language pt", "tour first", "mute", "unmute"):
        assert stage.tell(line) == {"ok": True, "done": line.split()[0]}

    assert stage.told == ["home", "pt", "first", True, False]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("language fr", "the languages are en, pt"),
        ("tour last", "the tours are first"),
        ("dance", "the first word is none of home"),
    ],
)
def test_what_is_not_there_is_refused(stage: ControlStage, line: str, reason: str) -> None:
    answer = stage.tell(line)

    assert answer["ok"] is False
    assert answer["reason"].startswith(reason)
    assert stage.told == []


def test_before_the_exhibit_is_read_it_says_so(stage: ControlStage) -> None:
    stage.exhibit = None

    assert stage.tell("language en")["reason"] == "the languages are not read yet"
    assert stage.tell("tour first")["reason"] == "the tours are none"


@pytest.mark.parametrize("who", [Occupant.TALK, Occupant.CLEANING, Occupant.STAFF])
def test_staff_are_never_cut_off(stage: ControlStage, who: Occupant) -> None:
    stage.guard.occupancy.enter(who)

    for line in ("home", "language pt", "tour first --now", "dark --now", "restart --now"):
        assert stage.tell(line) == STAFFED
    assert (stage.told, stage.codes) == ([], [])
    assert stage.guard.occupancy.who is who
    assert stage.tell("mute")["ok"] is True


def test_a_tour_that_runs_by_itself_ends_with_home_and_with_nothing_else(
    stage: ControlStage, qtbot: QtBot
) -> None:
    stage.guard.occupancy.enter(Occupant.TALK)
    stage.runs_tour = True

    assert stage.tell("restart --now") == STAFFED
    with qtbot.waitSignal(stage.control.tour_end_wanted):
        assert stage.tell("home") == {"ok": True, "done": "home"}
    assert stage.told == []


def test_a_restart_waits_for_the_visitor_to_leave_but_not_for_staff_to_come(
    stage: ControlStage,
) -> None:
    occupancy = stage.guard.occupancy
    occupancy.enter(Occupant.VISITOR)
    assert stage.tell("restart") == stage.tell("restart") == {"ok": True, "waits": "restart"}
    occupancy.enter(Occupant.STAFF)
    occupancy.leave(Occupant.VISITOR)
    assert stage.codes == []

    occupancy.leave(Occupant.STAFF)

    assert stage.codes == [ExitCode.START_ANEW]


def test_a_restart_now_waits_for_no_visitor(stage: ControlStage) -> None:
    stage.guard.occupancy.enter(Occupant.VISITOR)

    assert stage.tell("restart --now") == {"ok": True, "done": "restart"}
    assert stage.codes == [ExitCode.START_ANEW]


def test_a_tour_leaves_the_exhibit_to_a_visitor(stage: ControlStage) -> None:
    stage.guard.occupancy.enter(Occupant.VISITOR)

    assert stage.tell("tour first") == {"ok": False, "reason": "a visitor has the exhibit"}
    assert stage.tell("tour first --now")["ok"] is True


def test_dark_lasts_until_it_is_woken(stage: ControlStage) -> None:
    occupancy = stage.guard.occupancy
    occupancy.enter(Occupant.VISITOR)
    assert stage.tell("dark") == {"ok": True, "waits": "dark"}
    seen = [occupancy.who]
    for change in (occupancy.visitor_left, occupancy.visitor_came):
        change()
        seen.append(occupancy.who)
    stage.tell("wake")

    assert [*seen, occupancy.who] == ["visitor", "closed", "closed", "nobody"]


def test_who_wakes_it_wants_it_dark_no_more(stage: ControlStage) -> None:
    stage.guard.occupancy.enter(Occupant.VISITOR)
    stage.tell("dark")
    stage.tell("wake")
    stage.guard.occupancy.leave(Occupant.VISITOR)

    assert stage.guard.occupancy.who is Occupant.NOBODY


@pytest.mark.parametrize(
    ("hours", "later", "is_dark"),
    [
        (ALWAYS_OPEN, datetime.timedelta(hours=9), True),
        (TEN_TO_SIX, datetime.timedelta(hours=9), True),
        (TEN_TO_SIX, datetime.timedelta(hours=15), False),
        (ALWAYS_OPEN, -datetime.timedelta(days=900), True),
    ],
)
def test_the_nights_restart_does_not_light_it(
    tmp_path: Path,
    qtbot: QtBot,
    hours: OpeningHours,
    later: datetime.timedelta,
    is_dark: bool,
) -> None:
    before = ControlStage(tmp_path, hours)
    before.tell("dark")
    before.close()
    stage = ControlStage(tmp_path, hours)
    stage.now += later
    stage.blackout.begin()
    qtbot.waitUntil(lambda: not stage.blackout._jobs.is_working)

    assert (stage.guard.occupancy.who is Occupant.CLOSED) is is_dark
    stage.tell("wake")
    stage.close()
    assert not (stage.settings.state / "told-dark.json").exists()


def test_the_status_is_that_of_the_moment(stage: ControlStage) -> None:
    stage.guard.occupancy.enter(Occupant.CLEANING)

    assert stage.tell("status")["status"]["occupant"] == "cleaning"


def test_a_picture_is_half_as_large_and_seldom(stage: ControlStage, qtbot: QtBot) -> None:
    answers: list[Mapping[str, Any]] = []
    for _ in range(3):
        stage.control.answer("picture", answers.append)
    qtbot.waitUntil(lambda: len(answers) == 3)

    picture = QImage.fromData(base64.b64decode(answers[0]["png"]))
    assert (picture.width(), picture.height()) == (32, 18)
    assert answers[0] == answers[1] == answers[2]
    assert stage.tell("picture") == {"ok": False, "reason": "there is one picture in 5 seconds"}


def test_what_a_visitor_types_is_in_no_picture(stage: ControlStage) -> None:
    stage.is_private = True

    assert stage.tell("picture") == {"ok": False, "reason": "a visitor is typing"}
