"""Maps of too much: outlines are drawn with the points that can be seen, and the check tells.

What never ended or took minutes is stopped by the hang guard of each test.
"""

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
from kiosk.geography.thinning import MOST_CROSSINGS, MOST_POINTS, thinned
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
    assert [(each.id, each.found) for each in drawing.crowded] == [("a", 100_001)]


def test_other_outlines_stay_as_they_are() -> None:
    drawing = read_drawing(SVG.format(f'<path id="a" d="{ring(15_000)}"/>').encode())

    assert drawing.shapes["a"].path.elementCount() == 15_001
    assert drawing.crowded == ()


def far_curves(number: int, reach: float = 9e6) -> str:
    """The data of so many curves whose control points lie that far to either side."""
    ends = (f"{each % 1000} {each * 1000 // number}" for each in range(number))
    return "M0 0" + "".join(
        f"C{reach * (-1) ** each} 0 {-reach * (-1) ** each} 9 {end}"
        for each, end in enumerate(ends)
    )


def zigzag(points: int) -> str:
    """The data of a line that runs to and fro over the whole drawing."""
    return "M0 0" + "".join(f"L{each % 2 * 1000} {each * 1000 / points}" for each in range(points))


def islands(number: int, row: int = 200) -> str:
    """The data of so many islands, each a little larger than the one before."""
    return "".join(
        f"M{each % row * 5} {each // row * 5}h{1 + each / number}v{1 + each / number}h-1z"
        for each in range(number)
    )


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (far_curves(30_000), ("points", 90_001)),
        (far_curves(6_000), ("curves", 3_069_921)),
        (far_curves(6_000) + "Z", ("curves", 3_069_922)),
        (zigzag(60_000), ("points", 60_001)),
        (islands(40_000), ("points", 200_000)),
        (f"{zigzag(60_000)}Z{islands(5_000)}{far_curves(3_000)}", ("points", 94_003)),
    ],
)
def test_no_outline_keeps_more_points_than_are_drawn_whatever_it_is(
    data: str, told: tuple[str, int]
) -> None:
    """Some took minutes, and stayed as large as they were: no cell of a grid had two points."""
    drawing = read_drawing(SVG.format(f'<path id="a" d="{data}"/>').encode())

    path = drawing.shapes["a"].path
    drawn = sum(part.size() for part in path.toSubpathPolygons())
    assert path.elementCount() == drawn <= MOST_POINTS
    assert (drawing.crowded[0].kind, drawing.crowded[0].found) == told


def test_lines_run_through_the_drawing_only_so_often_in_all() -> None:
    """A raster of 11,000 such lines was not ready after minutes."""
    lines = "".join(f'<path id="l{each}" d="{zigzag(3_000)}"/>' for each in range(3))
    drawing = read_drawing(SVG.format(lines).encode())

    assert [(each.id, each.kind, each.found) for each in drawing.crowded] == [
        ("l0", "crossings", 2_999),
        ("l1", "crossings", 2_999),
        ("l2", "crossings", 2_999),
    ]
    kept = [shape.path.elementCount() for shape in drawing.shapes.values()]
    assert kept == [MOST_CROSSINGS, 100, 100]


def test_hatching_and_long_roads_stay_as_they_are() -> None:
    winding = "".join(f"L{each % 90 * 11} {each / 6 + each % 2}" for each in range(6_000))
    drawing = read_drawing(SVG.format(f'<path id="a" d="M0 0{winding}"/>').encode())

    assert drawing.crowded == ()
    assert drawing.shapes["a"].path.elementCount() == 6_001


def test_of_very_many_islands_the_largest_stay() -> None:
    drawing = read_drawing(SVG.format(f'<path id="a" d="{islands(40_000)}"/>').encode())

    boxes = [part.boundingRect() for part in drawing.shapes["a"].path.toSubpathPolygons()]
    assert len(boxes) == MOST_POINTS // 5
    assert min(box.width() for box in boxes) > 1.89
    assert all(part.isClosed() for part in drawing.shapes["a"].path.toSubpathPolygons())


def test_a_coast_of_very_many_curves_keeps_its_shape() -> None:
    turns = [2 * math.pi * each / 30_000 for each in range(30_001)]
    points = [(500 + 400 * math.cos(turn), 500 + 400 * math.sin(turn)) for turn in turns]
    pairs = (f"Q{x:.3f} {y:.3f} {x:.3f} {y:.3f}" for x, y in points)
    drawing = read_drawing(SVG.format(f'<path id="a" d="M900 500{"".join(pairs)}Z"/>').encode())

    path = drawing.shapes["a"].path
    parts = path.toSubpathPolygons()
    assert [part.isClosed() for part in parts] == [True]
    assert all(abs(math.dist((at.x(), at.y()), (500, 500)) - 400) < 0.1 for at in parts[0].toList())


def test_ordinary_curves_stay_curves() -> None:
    waves = "".join(f"Q{each} {each % 7} {each + 1} 0" for each in range(900))
    drawing = read_drawing(SVG.format(f'<path id="a" d="M0 0{waves}L900 900Z"/>').encode())

    path = drawing.shapes["a"].path
    assert drawing.crowded == ()
    assert path.elementAt(1).isCurveTo()
    assert path.elementCount() == 2 + 3 * 900 + 1


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("M0 0L9 0L0 0", "line"),
        ("M0 0L9 0L9 9L0 0", "area"),
        ("M0 0L9 0L9 9L0 1M0 0", "line"),
        ("M0 0L9 0L9 9L0 0M5 5L6 6", "area"),
        ("M0 0C9 0 9 9 0 0", "area"),
        ("M0 0C9 0 9 9 0 1M3 3C9 0 9 9 3 3", "line"),
    ],
)
def test_an_outline_that_ends_where_it_begins_is_an_area(data: str, kind: str) -> None:
    drawing = read_drawing(SVG.format(f'<path id="a" d="{data}"/>').encode())

    assert drawing.shapes["a"].kind == kind


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
            f'<path id="coast" d="{far_curves(6_000)}"/>',
            ":2:1: 'coast' has curves of 3,069,921 points, of which 20,000 at most are drawn"
            " (simplify it in your drawing program)",
        ),
        (
            SVG,
            f'<path id="coast" d="{zigzag(3_000)}"/>',
            ":2:1: 'coast' runs through the whole drawing 2,999 times, of which 500 are drawn"
            " (simplify it in your drawing program)",
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
        (
            SVG.replace("0 0 1000 1000", "0 0 1e-300 1e-300"),
            "",
            ":1:1: the map can't be read: the drawing is only 1e-300 by 1e-300 units large"
            " (scale it, or give it the viewBox that its shapes take)",
        ),
        (
            SVG.replace("0 0 1000 1000", "0 0 1000 0.0005"),
            "",
            ":1:1: the map can't be read: the drawing is only 1000 by 0.0005 units large"
            " (scale it, or give it the viewBox that its shapes take)",
        ),
        (
            SVG,
            '<path id="spot" d="M5 5L5 5z"/>',
            ":2:1: 'spot' is left out of the map: it draws nothing"
            " (draw the shape anew and give it the same name, or delete it from the file)",
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
