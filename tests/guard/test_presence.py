"""What the exhibit does by itself depends on who has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from kiosk.guard.occupancy import Occupancy, Occupant
from kiosk.guard.presence import Presence
from kiosk.journey.idle import PROMPT_SECONDS, IdleWatch
from tests.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator

IDLE_SECONDS = 90.0
NEVER_ASKED = [Occupant.STAFF, Occupant.CLEANING, Occupant.CLOSED]


class Exhibit:
    """Presence with its idle watch and occupancy, and what it has said so far."""

    def __init__(self, owner: QObject) -> None:
        self.clock = Clock()
        self.idle = IdleWatch(IDLE_SECONDS, clock=self.clock, parent=owner)
        self.occupancy = Occupancy(owner)
        self.presence = Presence(self.idle, self.occupancy, owner)
        self.said: list[str] = []
        self.presence.over.connect(self.hear_over)
        self.presence.attracting.connect(self.hear_attracting)
        self.presence.recovered.connect(self.hear_recovered)

    @property
    def who(self) -> str:
        return self.occupancy.who

    def hear_over(self) -> None:
        self.said.append("over")

    def hear_attracting(self) -> None:
        self.said.append("attracting")

    def hear_recovered(self) -> None:
        self.said.append("recovered")

    def wait(self, seconds: float) -> None:
        self.clock.now += seconds
        self.idle.tick()

    def wait_until_left(self) -> None:
        self.wait(IDLE_SECONDS)
        self.wait(PROMPT_SECONDS)


@pytest.fixture
def exhibit(qapp: object) -> Iterator[Exhibit]:
    owner = QObject()
    yield Exhibit(owner)
    owner.deleteLater()


def test_a_visitor_who_leaves_ends_the_visit_and_only_then_nobody_has_it(exhibit: Exhibit) -> None:
    exhibit.idle.notice()
    assert exhibit.who == "visitor"

    exhibit.wait_until_left()

    assert exhibit.who == "nobody"
    assert exhibit.said == ["over", "attracting"]


@pytest.mark.parametrize("occupant", NEVER_ASKED)
def test_who_is_never_asked_keeps_it_however_long_nothing_is_touched(
    exhibit: Exhibit, occupant: Occupant
) -> None:
    exhibit.idle.notice()
    exhibit.occupancy.enter(occupant)
    exhibit.said.clear()

    exhibit.wait(24 * 3600)
    exhibit.wait_until_left()

    assert exhibit.occupancy.who is occupant
    assert exhibit.said == []


@pytest.mark.parametrize("occupant", [Occupant.STAFF, Occupant.CLEANING])
def test_a_question_is_withdrawn_when_staff_come(exhibit: Exhibit, occupant: Occupant) -> None:
    exhibit.idle.notice()
    exhibit.wait(IDLE_SECONDS)
    assert exhibit.idle.state == "asked"

    exhibit.occupancy.enter(occupant)

    assert exhibit.idle.state == "here"


def test_after_staff_have_left_the_visitor_is_asked_again_at_the_usual_time(
    exhibit: Exhibit,
) -> None:
    exhibit.idle.notice()
    exhibit.occupancy.enter(Occupant.STAFF)
    exhibit.wait(3600)
    exhibit.occupancy.leave(Occupant.STAFF)

    exhibit.wait(IDLE_SECONDS - 1)
    assert exhibit.idle.state == "here"
    exhibit.wait(1)
    assert exhibit.idle.state == "asked"


def test_closing_ends_the_visit_and_attracts_nobody(exhibit: Exhibit) -> None:
    exhibit.idle.notice()

    exhibit.occupancy.set_open(False)

    assert exhibit.said == ["over"]
    assert exhibit.idle.state == "gone"


def test_opening_attracts_since_nobody_is_there_yet(exhibit: Exhibit) -> None:
    exhibit.occupancy.set_open(False)
    exhibit.said.clear()

    exhibit.occupancy.set_open(True)

    assert exhibit.said == ["attracting"]


def test_a_talk_counts_as_somebody_who_is_there(exhibit: Exhibit) -> None:
    exhibit.idle.leave()

    exhibit.occupancy.talk_began()

    assert exhibit.idle.state == "here"
    exhibit.wait(IDLE_SECONDS - 1)
    assert exhibit.said == []


@pytest.mark.parametrize("occupant", list(Occupant))
def test_after_a_fault_everybody_but_a_talk_is_taken_home(
    exhibit: Exhibit, occupant: Occupant
) -> None:
    exhibit.occupancy.enter(occupant)
    exhibit.said.clear()

    exhibit.presence.recover()

    assert exhibit.said == ([] if occupant is Occupant.TALK else ["recovered"])
