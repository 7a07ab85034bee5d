"""Times that were taken go into the tour's file: only they, and whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.authoring.tour_timing import rounded, with_durations, write_durations
from kiosk.exhibit.model.tour import Duration
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.text.yaml_edit import YamlText
from tests.exhibit.reading.test_tours import FILE, TALK

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content


def test_only_the_named_times_change() -> None:
    written = TALK.replace('"0:45"', '"0:45"   # the long one')
    times = {"opening": Duration(95), "steel": Duration(600), "nobody": Duration(5)}

    changed = with_durations(YamlText.parse(written, "tour"), times).text

    expected = written.replace("duration: 1:30", 'duration: "1:35"')
    assert changed == expected.replace('"0:45"   #', '"10:00"   #')


def test_a_step_in_one_line_is_changed_too() -> None:
    text = "steps: [{id: one, duration: 1:00, place: home}, {id: two, duration: '2:00'}]\n"
    times = {"one": Duration(5), "two": Duration(70)}

    changed = with_durations(YamlText.parse(text, "tour"), times).text

    assert changed == (
        "steps: [{id: one, duration: \"0:05\", place: home}, {id: two, duration: '1:10'}]\n"
    )


def test_what_was_written_is_read_back(content: Content) -> None:
    content.write(FILE, TALK)

    write_durations(content.folder, "talk", {"coil": Duration(125)})

    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None
    assert [step.duration.seconds for step in exhibit.tours[0].steps] == [90, 45, 125]
    assert content.messages() == []


@pytest.mark.parametrize(("taken", "plan"), [(0.4, "0:05"), (62, "1:00"), (63, "1:05")])
def test_a_plan_is_round(taken: float, plan: str) -> None:
    assert str(rounded(taken)) == plan
