"""A drawing that is cut keeps the point that it is about, moving or still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.look.drawing_size import drawing_size
from kiosk.look.moving_picture import with_layers
from kiosk.look.pictures import draw_picture, read_head

if TYPE_CHECKING:
    from pathlib import Path

WIDE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="100 100 400 100"{}>'
    '<rect x="100" y="100" width="400" height="100" fill="#102030"/>'
    '<g data-move="slide 0 -40"><rect x="440" y="140" width="20" height="20" fill="#ff0000"/></g>'
    "</svg>"
)
FOCUS = ' data-focus="450 150"'
SQUARE = QSize(100, 100)


def drawn(folder: Path, focus: str) -> tuple[Path, QImage]:
    file = folder / "wide.svg"
    file.write_text(WIDE.format(focus), encoding="utf-8")
    return file, draw_picture(file, SQUARE)


def reds(image: QImage) -> int:
    return sum(
        image.pixelColor(x, y) == QColor("#ff0000")
        for x in range(image.width())
        for y in range(image.height())
    )


def test_the_middle_is_shown_unless_there_is_a_focus(tmp_path: Path) -> None:
    assert reds(drawn(tmp_path, "")[1]) == 0
    assert reds(drawn(tmp_path, FOCUS)[1]) == 400


def test_it_moves_where_it_is_shown(tmp_path: Path) -> None:
    file, image = drawn(tmp_path, FOCUS)
    first = QImage(image)
    painter = QPainter(first)
    with_layers(image, file).paint_area(painter, 0.0)
    painter.end()

    columns = [x for x in range(100) if image.pixelColor(x, 50) == QColor("#ff0000")]
    assert [x for x in range(100) if first.pixelColor(x, 10) == QColor("#ff0000")] == columns
    assert first.pixelColor(columns[0], 50) == QColor("#102030")


@pytest.mark.parametrize(
    ("focus", "left"),
    [(0.5, 150), (0.48, 150), (0.6, 175), (0.9, 295), (0.99, 300), (0.4, 125), (0.0, 0)],
)
def test_the_part_goes_no_further_than_it_must(focus: float, left: int) -> None:
    found = drawing_size(QSize(400, 100), SQUARE, "wide.svg", (focus, 0.5)).part
    assert (found.left(), found.top(), found.width(), found.height()) == (left, 0, 100, 100)


@pytest.mark.parametrize("focus", ["", "450", "450 150 1", "99 150", "450 201", "x y", "nan nan"])
def test_a_point_outside_is_none(tmp_path: Path, focus: str) -> None:
    file, image = drawn(tmp_path, f' data-focus="{focus}"')
    assert reds(image) == 0
    (warning,) = read_head(file).warnings
    assert warning.rule == "drawing-movement"
    assert f"line 1 says: 'data-focus' is '{focus}': it is a point" in warning.text


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        (' data-inks="exibit"', "'data-inks' is 'exibit': the one set is 'exhibit'"),
        (' data-ink="exhibit"', "'data-ink' says nothing: did you mean 'data-inks'?"),
        (' data-Focus="450 150"', "'data-Focus' says nothing: did you mean 'data-focus'?"),
        (' data-when="0 1"', "'data-when' stands here without 'data-move'"),
    ],
)
def test_a_misspelt_word_for_the_exhibit_is_told(tmp_path: Path, wrong: str, found: str) -> None:
    (warning,) = read_head(drawn(tmp_path, wrong)[0]).warnings
    assert f"line 1 says: {found}" in warning.text


def test_what_tells_of_the_drawing_stands_at_its_beginning(tmp_path: Path) -> None:
    file = tmp_path / "wide.svg"
    inside = WIDE.format("").replace('<g data-move="slide 0 -40"', '<g data-focus="450 150"')
    file.write_text(inside, encoding="utf-8")
    (warning,) = read_head(file).warnings
    assert "'data-focus' stands only in the <svg> that begins the drawing" in warning.text


def test_what_drawing_programs_note_for_themselves_is_no_mistake(tmp_path: Path) -> None:
    assert read_head(drawn(tmp_path, ' data-name="Layer 1" data-v="2"')[0]).warnings == ()
