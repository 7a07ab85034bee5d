"""Slides of a tour and of every screen, in the order of the talk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from kiosk.__main__ import main
from kiosk.exhibit.place import Place
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.look.look import read_look
from kiosk.screen.panel.term_word import TermWord
from kiosk.shipped import shipped
from kiosk.workshop.pictures.slides import NOTES_FILE, _without_controls, write_slides
from tests.journeys.standing import close_exhibit, open_exhibit

if TYPE_CHECKING:
    from pathlib import Path

SMALL = (960, 540)


@pytest.fixture(scope="module")
def slides(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("slides")
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    tour = exhibit.tour("ten-minutes")
    heard: list[tuple[int, int]] = []

    def hear(number: int, count: int) -> None:
        heard.append((number, count))

    count = write_slides(shipped("content"), tour, "pt", folder, hear, SMALL)

    assert tour is not None
    assert count == len(tour.steps)
    assert heard == [(number, count) for number in range(1, count + 1)]
    return folder


def test_the_files_sort_as_the_steps_do(slides: Path) -> None:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    tour = exhibit.tour("ten-minutes")
    assert tour is not None

    assert [file.stem[3:] for file in sorted(slides.glob("*.png"))] == [
        each.id for each in tour.steps
    ]


def test_every_slide_has_its_size_and_shows_something_else(slides: Path) -> None:
    pictures = [QImage(str(file)) for file in sorted(slides.glob("*.png"))]

    assert {picture.size().toTuple() for picture in pictures} == {SMALL}
    assert len({bytes(picture.constBits()) for picture in pictures}) == len(pictures)


def test_a_statement_covers_the_map(slides: Path) -> None:
    opening, place = (QImage(str(file)) for file in sorted(slides.glob("*.png"))[:2])
    row = range(0, SMALL[0], 7)

    # Only the ground of the map is left behind the words, at a tenth of its strength.
    greens = [opening.pixelColor(x, 20).green() for x in row]
    assert max(greens) - min(greens) <= 12
    assert len({place.pixel(x, 200) for x in row}) > 20


def test_no_slide_has_dots_below_words_that_nobody_can_touch(qapp: object) -> None:
    app = open_exhibit(shipped("content"), size=SMALL)
    app.journey.go(Place("qianhai", "teams"))
    app.stage.finish()
    words = [each for each in app.stage.findChildren(TermWord) if each.isVisible()]
    assert words
    with _without_controls(app):
        assert not any(word.isVisible() for word in words)
    close_exhibit(app)


def test_the_notes_stand_beside_the_slides(slides: Path) -> None:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    tour = exhibit.tour("ten-minutes")
    assert tour is not None
    notes = (slides / NOTES_FILE).read_text(encoding="utf-8")

    assert notes.startswith("# A baía em dez minutos\n")
    heads = re.findall(r"^## (\d+)\. .+ \((\d+:\d\d)\)$", notes, re.MULTILINE)
    assert heads == [
        (str(number), str(step.duration)) for number, step in enumerate(tour.steps, start=1)
    ]
    for step in tour.steps:
        assert step.notes.words_in("pt").strip() in notes


def test_no_slide_has_a_button_of_the_exhibit(slides: Path) -> None:
    """Where the exhibit has its dock, a slide of the map shows the map: many colours, no pill."""
    for file in sorted(slides.glob("*.png")):
        picture = QImage(str(file))
        pearl = read_look(shipped("assets"), "dark").theme.pearl.rgb()
        dock = [
            picture.pixel(x, y) for x in range(20, 240) for y in range(SMALL[1] - 56, SMALL[1] - 16)
        ]
        assert dock.count(pearl) < len(dock) / 200, file.name


def test_a_file_in_the_way_of_the_folder_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "slides"
    taken.write_text("mine", encoding="utf-8")

    assert main(["handout", "ten-minutes", "--format", "png", "--out", str(taken)]) == 2
    assert "name a folder for the slides" in capsys.readouterr().err
    assert taken.read_text(encoding="utf-8") == "mine"
