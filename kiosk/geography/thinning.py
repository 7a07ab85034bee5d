"""Outlines of very many points, with as many as can be seen.

Surveyed coasts have a point every metre, of which a screen shows every hundredth; and Qt's reader
of SVG cuts a path off after 32,767 parts (`parsePathDataFast` in qsvghandler.cpp of Qt 6).

All parts of an outline are thinned at once, as rows of numpy: one of 40,000 islands would take
seconds part by part.  Most maps have no such outline, and start without numpy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kiosk.geography.curve_lines import as_lines, line_count
from kiosk.geography.path_elements import LINE, MOVE, path_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QPainterPath

    from kiosk.geography.svg_element import TooMuch

    Numbers = NDArray[Any]

MOST_POINTS: Final = 20_000
"""So many points of one outline are drawn."""
FEW_ELEMENTS: Final = 100
"""No outline of so few has too much of anything."""
MOST_CROSSINGS: Final = 500
"""So often a line may run through the whole drawing, in all: each time it meets every column of
pixels, and Qt sorts what meets them.  A coast with all of its islands is sixty times as long."""
_FINEST: Final = 1 / 30_000
"""Of the drawing's longer side: a third of a pixel where the map is largest on a 4K screen."""
_COARSEST: Final = 1 / 500
"""Of the same; beyond that points are left out by their number, wherever they lie."""
_FEWEST: Final = 100
"""So many points an outline keeps even where others run through the drawing too often."""
_CORNERS: Final = 8
"""A part of an outline keeps so many points while there is room, or it would be lost."""
_MOST_LINES: Final = 4 * MOST_POINTS
"""So many lines are made of curves before they are thinned."""


class Thinning:
    """Makes the outlines of one drawing such that they can be drawn."""

    def __init__(self) -> None:
        self._crossings = 0

    def drawn(
        self, path: QPainterPath, extent: float, *, is_curved: bool
    ) -> tuple[QPainterPath, Sequence[tuple[TooMuch, int]]]:
        """The outline as it is drawn, and what it has too much of, with how much it has."""
        found: list[tuple[TooMuch, int]] = []
        points = path.elementCount()
        lines = line_count(path, MOST_POINTS) if is_curved else points
        if lines > MOST_POINTS:
            found.append(("points", points) if points > MOST_POINTS else ("curves", lines))
            path = thinned(path, extent)
        across = _crossings(path, extent)
        room = MOST_CROSSINGS - self._crossings
        if across > room:
            found.append(("crossings", across))
            path = thinned(path, extent, max(path.elementCount() * room // across, _FEWEST))
        self._crossings += min(across, room)
        return path, found


def _crossings(path: QPainterPath, extent: float) -> int:
    """How often the lines of a path could run through a drawing `extent` units long.

    0 where they have too few points for it to matter.
    """
    count, most = path.elementCount(), MOST_CROSSINGS * extent
    if count <= MOST_CROSSINGS:
        return 0
    box = path.controlPointRect()
    if count * (box.width() + box.height()) <= most or path.length() <= most:
        return 0
    import numpy

    points, starts = as_lines(path, _MOST_LINES)
    ways = numpy.hypot(*numpy.diff(points, axis=0).T)[~starts[1:]]
    return int(numpy.minimum(ways / extent, 1).sum())


def thinned(path: QPainterPath, extent: float, most: int = MOST_POINTS) -> QPainterPath:
    """The outline with so many points at most, of a drawing `extent` units long.

    Of points that lie in one cell of a grid one after the other the first is kept, and the grid is
    made coarser until few enough are left.  Where that is not enough, as in a line that runs to and
    fro, the smallest parts go, and then every so many points.  Curves become lines.
    """
    import numpy

    points, starts = as_lines(path, _MOST_LINES)
    step = extent * _FINEST
    while len(points) > most and step < extent * _COARSEST:
        kept = _in_cells(points, starts, step)
        points, starts = points[kept], starts[kept]
        step *= 2
    if len(points) > most:
        kept = _in_largest_parts(points, starts, most)
        points, starts = points[kept], starts[kept]
        kept = _of_each_part(starts, most)
        points, starts = points[kept], starts[kept]
    elements = numpy.empty(len(points), dtype=[("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])
    elements["kind"] = numpy.where(starts, MOVE, LINE)
    elements["x"], elements["y"] = points[:, 0], points[:, 1]
    return path_of(elements.tobytes(), int(numpy.flatnonzero(starts)[-1]), path.fillRule())


def _in_cells(points: Numbers, starts: Numbers, step: float) -> Numbers:
    """Which points are the first of several in a cell, or are needed for their part to be seen."""
    import numpy

    cells = numpy.floor(points / step)
    kept = starts.copy()
    kept[1:] |= (cells[1:] != cells[:-1]).any(axis=1)
    # The end closes a ring.
    kept[:-1] |= starts[1:]
    kept[-1] = True
    begins, sizes = _parts(starts)
    lost = numpy.add.reduceat(kept, begins, dtype=int) < _CORNERS
    kept[numpy.repeat(lost, sizes)] = False
    shares = numpy.linspace(0, 1, _CORNERS)
    corners = begins[lost, None] + (shares * (sizes[lost, None] - 1)).astype(int)
    kept[corners.ravel()] = True
    return kept


def _in_largest_parts(points: Numbers, starts: Numbers, most: int) -> Numbers:
    """Which points are of the largest parts, of which as many stay as can have their corners."""
    import numpy

    begins, sizes = _parts(starts)
    lowest, highest = (each.reduceat(points, begins) for each in (numpy.minimum, numpy.maximum))
    by_size = numpy.argsort(-(highest - lowest).sum(axis=1), kind="stable")
    has_room = numpy.cumsum(numpy.minimum(sizes, _CORNERS)[by_size]) <= most
    stays = numpy.zeros(len(sizes), dtype=bool)
    stays[by_size[has_room]] = True
    return numpy.repeat(stays, sizes)


def _of_each_part(starts: Numbers, most: int) -> Numbers:
    """Which points are `most` in all when each part keeps its corners and an even share of others.

    The first and the last one of each part are among them.
    """
    import numpy

    begins, sizes = _parts(starts)
    least = numpy.minimum(sizes, _CORNERS)
    others = sizes - least
    room = min(most - int(least.sum()), int(others.sum()))
    wanted = least + others * room // max(int(others.sum()), 1)
    place = numpy.arange(len(starts)) - numpy.repeat(begins, sizes)
    gaps, most_gaps = (numpy.repeat(each - 1, sizes) for each in (wanted, sizes))
    most_gaps = numpy.maximum(most_gaps, 1)
    kept: Numbers = place * gaps // most_gaps > (place - 1) * gaps // most_gaps
    return kept | starts


def _parts(starts: Numbers) -> tuple[Numbers, Numbers]:
    """Where the parts of an outline begin, and how many points each has."""
    import numpy

    begins = numpy.flatnonzero(starts)
    return begins, numpy.diff(begins, append=len(starts))
