"""The journey says once where it went, and nothing when it went nowhere."""

from __future__ import annotations

import pytest

from kiosk.exhibit.place import HOME, Place
from kiosk.journey.comfort import Comfort
from kiosk.journey.journey import Journey


class Listener:
    """Looks where the journey is whenever it says that it has moved."""

    def __init__(self, journey: Journey) -> None:
        self.found: list[Place] = []
        self._journey = journey

    def look(self, _said: Place) -> None:
        self.found.append(self._journey.place)


@pytest.fixture
def journey(qapp: object) -> Journey:
    return Journey(Comfort(language="en"))


@pytest.fixture
def moves(journey: Journey) -> list[Place]:
    """Where the journey said it went."""
    said: list[Place] = []
    journey.moved.connect(said.append)
    return said


@pytest.fixture
def comforts(journey: Journey) -> list[Comfort]:
    said: list[Comfort] = []
    journey.comforted.connect(said.append)
    return said


def test_a_journey_begins_at_home(journey: Journey) -> None:
    assert journey.place == HOME


def test_going_somewhere_is_told_once(journey: Journey, moves: list[Place]) -> None:
    journey.go(Place("qianhai"))

    assert moves == [Place("qianhai")]
    assert journey.place == Place("qianhai")


def test_going_nowhere_is_silent(journey: Journey, moves: list[Place]) -> None:
    journey.go(HOME)
    journey.go(Place("qianhai"))
    journey.go(Place("qianhai"))

    assert moves == [Place("qianhai")]


def test_who_listens_finds_the_journey_already_there(journey: Journey) -> None:
    listener = Listener(journey)
    journey.moved.connect(listener.look)
    journey.go(Place("qianhai"))

    assert listener.found == [Place("qianhai")]


def test_a_highlight_is_told_and_ends_with_the_place(journey: Journey, moves: list[Place]) -> None:
    journey.go(HOME, ("qianhai",))
    journey.speak("pt")
    journey.go(HOME)
    assert (moves, journey.highlight) == ([HOME], ("qianhai",))

    journey.go(Place("csns"))
    assert (moves, journey.highlight) == ([HOME, Place("csns")], ())


def test_who_hears_of_a_move_finds_the_new_language(journey: Journey) -> None:
    languages: list[str] = []

    def look(_said: Place) -> None:
        languages.append(journey.comfort.language)

    journey.moved.connect(look)
    journey.change(Place("qianhai"), Comfort(language="pt"))

    assert languages == ["pt"]


def test_another_language_is_told_once_and_leaves_the_place(
    journey: Journey, moves: list[Place], comforts: list[Comfort]
) -> None:
    journey.go(Place("csns", "super-steel", 3))
    journey.speak("pt")
    journey.speak("pt")

    assert comforts == [Comfort(language="pt")]
    assert moves == [Place("csns", "super-steel", 3)]
    assert journey.place == Place("csns", "super-steel", 3)


def test_a_language_keeps_the_other_comforts(journey: Journey) -> None:
    journey.set_comfort(Comfort(language="en", still=True))
    journey.speak("zh-Hant")

    assert journey.comfort == Comfort(language="zh-Hant", still=True)
