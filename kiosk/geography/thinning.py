"""Outlines of very many points, with as many as can be seen.

Surveyed coasts have a point every metre, of which a screen shows every hundredth; and Qt's reader
of SVG cuts a path off after 32,767 parts (`parsePathDataFast` in qsvghandler.cpp of Qt 6).
"""

from __future__ import annotations

from array import array
from typing import Final

from PySide6.QtGui import QPainterPath, QPolygonF

from kiosk.geography.point_lists import coordinates, polygon_of

MOST_POINTS: Final = 20_000
"""So many points of one outline are drawn."""
_FINEST: Final = 1 / 30_000
"""Of the drawing's longer side: a third of a pixel where the map is largest on a 4K screen."""
_CORNERS: Final = 8
"""A part of an outline keeps so many points, or it would be lost."""


def thinned(path: QPainterPath, extent: float) -> QPainterPath:
    """The outline with about MOST_POINTS points at most, of a drawing `extent` units long.

    Of points that lie in one cell of a grid one after the other the first is kept, and the grid is
    made coarser until few enough are left.  Curves become lines.
    """
    parts = [QPolygonF(part) for part in path.toSubpathPolygons()]
    step = max(extent, 1e-9) * _FINEST
    while sum(part.size() for part in parts) > MOST_POINTS and step < extent:
        parts = [_in_cells(part, step) for part in parts]
        step *= 2
    outline = QPainterPath()
    outline.setFillRule(path.fillRule())
    for part in parts:
        outline.addPolygon(part)
        if part.size() > 1 and part.isClosed():
            outline.closeSubpath()
    return outline


def _in_cells(polygon: QPolygonF, step: float) -> QPolygonF:
    if polygon.size() <= _CORNERS:
        return polygon
    # Most maps have no such outline, and start without it.
    import numpy

    points = numpy.array(coordinates(polygon)).reshape(-1, 2)
    cells = numpy.floor(points / step)
    kept = numpy.ones(len(points), dtype=bool)
    kept[1:] = (cells[1:] != cells[:-1]).any(axis=1)
    # The end closes a ring.
    kept[-1] = True
    if kept.sum() < _CORNERS:
        kept[:] = False
        kept[numpy.linspace(0, len(points) - 1, _CORNERS).astype(int)] = True
    return polygon_of(array("d", points[kept].ravel()))
