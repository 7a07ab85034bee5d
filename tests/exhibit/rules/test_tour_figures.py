"""A tour that still says the old figure of the panel that it shows is remarked on, and no other."""

from __future__ import annotations

import pytest

from kiosk.exhibit.reading.exhibit_reading import Reading, read_exhibit
from kiosk.exhibit.rules.tour_figures import compare_notes
from kiosk.shipped import shipped
from kiosk.text.wordings import WrittenFile
from kiosk.text.yaml_source import parse_document

OFFICIALS = "tours/officials.yaml"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_exhibit(shipped("content"))


def said(reading: Reading, tour: str, text: str) -> list[str]:
    """What is said of a tour with that text."""
    file = WrittenFile.of(tour, parse_document(text, tour).root, text)
    return [str(each) for each in compare_notes(file, reading.zone_files)]


def test_the_shipped_tours_say_what_their_panels_show(reading: Reading) -> None:
    for path in sorted(shipped("content").joinpath("tours").glob("*.yaml")):
        assert said(reading, f"tours/{path.name}", path.read_text("utf-8")) == []


def test_a_figure_that_was_changed_in_the_panel_alone_is_remarked_on_once(
    reading: Reading,
) -> None:
    text = shipped("content").joinpath(OFFICIALS).read_text("utf-8")
    (message,) = said(reading, OFFICIALS, text.replace("796", "896"))
    assert "896 here, but 796 in the fact 'projects'" in message


def test_a_number_of_something_else_is_not(reading: Reading) -> None:
    text = shipped("content").joinpath(OFFICIALS).read_text("utf-8")
    # Of a step that shows another place, and of nothing that is near.
    assert said(reading, OFFICIALS, text.replace("796", "412")) == []
