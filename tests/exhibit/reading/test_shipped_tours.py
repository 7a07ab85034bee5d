"""The two tours that came along: they last as long as they say and leave no language out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.shipped import shipped
from kiosk.text.multilingual import LANGUAGES

if TYPE_CHECKING:
    from kiosk.exhibit.model.tour import Tour

WORDS_A_MINUTE = 130
"""A calm guide's pace; the rest of the time belongs to the visitors."""


@pytest.fixture(scope="module")
def tours() -> dict[str, Tour]:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    return {tour.id: tour for tour in exhibit.tours}


@pytest.mark.parametrize(("tour", "minutes"), [("ten-minutes", 10), ("officials", 25)])
def test_a_tour_lasts_as_long_as_it_says(tours: dict[str, Tour], tour: str, minutes: int) -> None:
    assert tours[tour].seconds == minutes * 60


def test_every_step_has_its_notes_and_its_name_in_every_language(tours: dict[str, Tour]) -> None:
    for tour in tours.values():
        for step in tour.steps:
            for text in (step.heading, step.notes, step.statement):
                assert text is None or not [*text.missing(LANGUAGES)]
            assert step.heading is not None


def test_the_notes_can_be_said_in_the_time_there_is(tours: dict[str, Tour]) -> None:
    for tour in tours.values():
        for step in tour.steps:
            words = len(step.notes.words_in("en").split())
            assert words / WORDS_A_MINUTE * 60 <= step.duration.seconds, (tour.id, step.id)


def test_a_tour_begins_and_ends_with_the_whole_bay(tours: dict[str, Tour]) -> None:
    for tour in tours.values():
        for step in (tour.steps[0], tour.steps[-1]):
            assert (step.place, step.view) == ("home", ("bay",))
            assert step.statement is not None
