"""Maps of too much: outlines are drawn with the points that can be seen, and the check tells."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.rules.heavy_map_rules import MANY_LINES
from kiosk.geography.drawing import DrawingError, read_drawing
from kiosk.geography.svg_source import MAX_SHAPES
from kiosk.geography.thinning import MOST_POINTS, thinned
from kiosk.workshop.check.whole_check import whole_check
from tests.exhibit.sound_content import sound_content

if TYPE_CHECKING:
    from pathlib import Path

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000">{}</svg>'
INKSCAPE = SVG.replace(
    "<svg ", '<svg xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
)


def ring(points: int, radius: float = 400) -> str:
    """The data of a wavy ring of so many points about the middle."""
    turns = (2 * math.pi * each / points for each in range(points))
    corners = ((radius * (1 + 0.05 * math.sin(60 * turn)), turn) for turn in turns)
    pairs = (f"{500 + r * math.cos(t):.2f} {500 + r * math.sin(t):.2f}" for r, t in corners)
    return f"M{'L'.join(pairs)}Z"


def test_an_outline_of_very_many_points_keeps_its_shape_with_fewer() -> None:
    dense = SVG.format(f'<path id="a" d="{ring(100_000)}"/>').encode()
    began = time.thread_time()
    drawing = read_drawing(dense)
    seconds = time.thread_time() - began

    path = drawing.shapes["a"].path
    assert MOST_POINTS / 8 < path.elementCount() <= MOST_POINTS
    assert seconds < 5
    box = path.boundingRect()
    for side, wanted in (
        (box.left(), 80),
        (box.top(), 80),
        (box.right(), 920),
        (box.bottom(), 920),
    ):
        assert abs(side - wanted) < 1
    inside = path.contains(QRectF(250, 250, 500, 500))
    assert inside
    assert [(each.id, each.points) for each in drawing.crowded] == [("a", 100_001)]


def test_other_outlines_stay_as_they_are() -> None:
    drawing = read_drawing(SVG.format(f'<path id="a" d="{ring(15_000)}"/>').encode())

    assert drawing.shapes["a"].path.elementCount() == 15_001
    assert drawing.crowded == ()


def test_small_parts_of_a_crowded_outline_are_not_lost() -> None:
    island = "M10 10h2v2h-2z"
    drawing = read_drawing(SVG.format(f'<path d="{ring(60_000)}{island}"/>').encode())

    (shape,) = drawing.shapes.values()
    assert shape.path.contains(QRectF(10.5, 10.5, 1, 1))
    assert thinned(shape.path, 1000).elementCount() <= MOST_POINTS


@pytest.mark.parametrize(
    ("drawing", "inside", "told"),
    [
        (
            SVG,
            f'<path id="coast" d="{ring(30_000)}"/>',
            ":2:1: 'coast' has 30,001 points, of which 20,000 at most are drawn"
            " (simplify it in your drawing program)",
        ),
        (
            INKSCAPE,
            f'<path id="coast" d="{ring(30_000)}"/>',
            ":2:1: 'coast' has 30,001 points, of which 20,000 at most are drawn"
            " (in Inkscape choose Path > Simplify)",
        ),
        (
            SVG,
            "".join(f'<path id="l{n}" d="M1 {n}L9 {n}"/>' for n in range(MANY_LINES + 1)),
            ":1:1: the map has 2,001 lines, and is slow with more than 2,000"
            " (delete what nobody looks for, and join what belongs together)",
        ),
        (
            INKSCAPE,
            "<g/>" * (MAX_SHAPES + 1),
            ":2:1: the map can't be read: the drawing has more than 15,000 shapes and groups"
            " (in Inkscape delete what nobody looks for, and join the rest by Path > Combine)",
        ),
    ],
)
def test_the_check_says_what_there_is_too_much_of_and_what_to_do(
    drawing: str, inside: str, told: str, tmp_path: Path
) -> None:
    content = sound_content(tmp_path)
    points = '<circle id="qianhai" r="9"/><circle id="shenzhen" r="9"/>'
    content.write("map/bay.svg", drawing.format(f"{points}\n{inside}"))

    messages = [str(each) for each in whole_check(tmp_path, read_exhibit(tmp_path))]

    assert f"map/bay.svg{told}" in messages


def test_what_is_too_much_to_be_read_is_refused() -> None:
    with pytest.raises(DrawingError, match="more than 15,000 shapes"):
        read_drawing(SVG.format("<path d='M0 0h1'/>" * (MAX_SHAPES + 1)).encode())
