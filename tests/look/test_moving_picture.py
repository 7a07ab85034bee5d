"""The layers of a drawing make up the whole, and what moves is where its movement says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.look.drawing_layers import layers_of
from kiosk.look.moving_picture import with_layers
from kiosk.look.pictures import draw_picture, read_head

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.look.moving_picture import MovingPicture

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">{}</svg>'
GROUND = '<rect width="200" height="100" fill="#102030"/>'
BALL = (
    '<g data-move="slide -100 0"><rect x="140" y="40" width="20" height="20" fill="#ff0000"/></g>'
)
POST = '<rect x="90" y="0" width="20" height="100" fill="#00ff00"/>'
SIZE = QSize(400, 200)


def moving(folder: Path, inside: str, size: QSize = SIZE, frame: str = SVG) -> MovingPicture:
    file = folder / "drawing.svg"
    file.write_text(frame.format(inside), encoding="utf-8")
    return with_layers(draw_picture(file, size), file)


def at(picture: MovingPicture, seconds: float) -> QImage:
    """What is to be seen after so many seconds."""
    shown = QImage(picture.image)
    painter = QPainter(shown)
    picture.paint_area(painter, seconds)
    painter.end()
    return shown


def red_box(image: QImage) -> tuple[int, int]:
    """The first and last column with red in the middle row; (-1, -1) for none."""
    row = image.height() // 2
    columns = [x for x in range(image.width()) if image.pixelColor(x, row) == QColor("#ff0000")]
    return (columns[0], columns[-1]) if columns else (-1, -1)


@pytest.mark.parametrize(
    ("seconds", "left"), [(0.0, 80), (0.5, 94), (1.0, 180), (1.5, 266), (2.0, 280)]
)
def test_the_group_goes_its_way(tmp_path: Path, seconds: float, left: int) -> None:
    picture = moving(tmp_path, GROUND + BALL)
    first, last = red_box(at(picture, seconds))
    assert abs(first - left) <= 2
    assert last - first == 39


def test_nothing_of_it_stays_where_it_is_not(tmp_path: Path) -> None:
    picture = moving(tmp_path, GROUND + BALL)
    assert at(picture, 0.0).pixelColor(300, 100) == QColor("#102030")


def test_what_is_drawn_later_stands_above(tmp_path: Path) -> None:
    picture = moving(tmp_path, GROUND + BALL + POST)
    assert at(picture, 1.0).pixelColor(200, 100) == QColor("#00ff00")
    before = moving(tmp_path, GROUND + POST + BALL)
    assert at(before, 1.0).pixelColor(200, 100) == QColor("#ff0000")


def test_what_comes_from_beyond_the_edge_is_whole(tmp_path: Path) -> None:
    edge = BALL.replace("-100", "100").replace("140", "-20").replace('"20" h', '"60" h')
    picture = moving(tmp_path, GROUND + edge)
    assert red_box(picture.image) == (0, 79)
    assert red_box(at(picture, 0.0)) == (160, 279)


@pytest.mark.parametrize("size", [SIZE, QSize(200, 200), QSize(333, 97), QSize(97, 333)])
@pytest.mark.parametrize("frame", [SVG, SVG.replace("0 0 200 100", "-50 -20 200 100")])
def test_at_the_end_the_layers_are_the_picture(tmp_path: Path, size: QSize, frame: str) -> None:
    turned = (
        '<g data-move="turn 30 150 50" transform="translate(5 5)">'
        '<circle cx="150" cy="50" r="20" fill="#ff0000" stroke="#fff" stroke-dasharray="3 2"/></g>'
    )
    dashed = '<path d="M-300 70 H500" stroke="#fff" stroke-width="3" stroke-dasharray="7 3"/>'
    picture = moving(tmp_path, GROUND + dashed + BALL + POST + turned + dashed, size, frame)
    assert picture.moves
    shown = at(picture, 2.0)
    for y in range(0, size.height(), 3):
        for x in range(0, size.width(), 3):
            one, other = shown.pixelColor(x, y), picture.image.pixelColor(x, y)
            assert abs(one.red() - other.red()) <= 3, (x, y)
            assert abs(one.green() - other.green()) <= 3, (x, y)


def test_a_drawing_without_a_ground_shows_no_ghost(tmp_path: Path) -> None:
    picture = moving(tmp_path, BALL)
    assert at(picture, 0.0).pixelColor(300, 100) == picture.image.pixelColor(5, 5)


def test_a_point_is_meant_as_the_drawing_counts(tmp_path: Path) -> None:
    frame = SVG.replace("0 0 200 100", "1000 500 200 100")
    door = (
        '<g data-move="turn 90 1100 550">'
        '<rect x="1100" y="549" width="80" height="2" fill="#ff0000"/></g>'
    )
    ground = '<rect x="1000" y="500" width="200" height="100" fill="#102030"/>'
    picture = moving(tmp_path, ground + door, frame=frame)
    assert at(picture, 0.0).pixelColor(200, 180) == QColor("#ff0000")
    assert at(picture, 0.0).pixelColor(300, 100) == QColor("#102030")


@pytest.mark.parametrize(
    "inside",
    [
        GROUND + POST,
        GROUND + BALL.replace("slide", "fly"),
        GROUND + f"<g>{BALL}</g>",
        GROUND + BALL.replace("<g ", "<a ").replace("</g>", "</a>"),
        GROUND + '<rect data-move="slide 1 1" width="5" height="5"/>',
        GROUND + '<g data-move="slide 1 1"/>',
    ],
)
def test_what_can_not_move_stands_still(tmp_path: Path, inside: str) -> None:
    assert not moving(tmp_path, inside).moves


def test_a_photograph_stands_still(tmp_path: Path) -> None:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    assert image.save(str(tmp_path / "hall.png"))
    assert not with_layers(image, tmp_path / "hall.png").moves


def test_no_more_than_three_groups_move(tmp_path: Path) -> None:
    picture = moving(tmp_path, GROUND + BALL * 5)
    assert sum(layer.movement is not None for layer in picture.layers) == 3


@pytest.mark.parametrize(
    "text",
    [
        '<svg viewBox="0 0 9 9"><g/><g data-move="appear"/></svg>',
        '<svg viewBox="0 0 9 9"><g a="x>y"/>\n<g data-move="appear" b=">"><path/></g ></svg>',
        '\ufeff<svg viewBox="0 0 9 9"><title>é水</title><g data-move="appear"><g/></g></svg>',
        '<s:svg xmlns:s="s" viewBox="0 0 9 9"><s:g data-move="appear"/></s:svg>',
        '<svg viewBox="0 0 9 9"><!--</g>--><g data-move="appear"><![CDATA[</g>]]></g></svg>',
        "<svg viewBox='0 0 9 9'><defs><g id='a'/></defs><g data-move='appear'><path/></g></svg>",
    ],
)
def test_layers_are_whole_drawings(text: str) -> None:
    """Each is well formed, and none has lost what is not drawn itself."""
    from xml.etree import ElementTree

    found = layers_of(text.encode())
    assert any(layer.movement for layer in found.layers)
    for layer in found.layers:
        root = ElementTree.fromstring(layer.text)
        assert sum("data-move" in each.attrib for each in root) == bool(layer.movement)
        for part in ("title", "defs"):
            assert (f"<{part}" in text) == (root.find(part) is not None)


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ('\n<g data-move="fly 1 1"/>', "line 2 says: 'fly' is no movement"),
        ('\n<path data-move="appear"/>', "line 2 says: only a group (<g>) directly in the drawing"),
        (
            '<g>\n<g data-move="appear"/></g>',
            "line 2 says: only a group (<g>) directly in the drawing",
        ),
        (
            '<g data-move="appear"/>' * 3 + '\n<g data-move="appear"/>',
            "line 2 says: more than 3 groups",
        ),
    ],
)
def test_the_check_tells_what_stands_still(tmp_path: Path, inside: str, found: str) -> None:
    file = tmp_path / "own.svg"
    file.write_text(SVG.format(inside), encoding="utf-8")

    (warning,) = read_head(file).warnings
    assert warning.rule == "drawing-movement"
    assert found in warning.text
