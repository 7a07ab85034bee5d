"""Outlines as the path data of SVG, which Qt reads on a thread while Python's lock is free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainterPath

from kiosk.geography.point_lists import coordinates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPolygonF

_POINT = "%.3f %.3f"
"""A thousandth of a unit is a fiftieth of a pixel where the map is largest."""
_COMMANDS = {
    QPainterPath.ElementType.MoveToElement: "M",
    QPainterPath.ElementType.LineToElement: "L",
    QPainterPath.ElementType.CurveToElement: "C",
    QPainterPath.ElementType.CurveToDataElement: " ",
}


def polyline_data(points: QPolygonF) -> str:
    """A line through these points."""
    return "M" + "L".join(_written(points)) if points.count() else ""


def path_data(path: QPainterPath) -> str:
    """An outline with its curves; lines alone are written six times as fast."""
    if path.elementCount() == 0:
        return ""
    elements = (path.elementAt(number) for number in range(path.elementCount()))
    if any(element.isCurveTo() for element in elements):
        elements = (path.elementAt(number) for number in range(path.elementCount()))
        return "".join(_COMMANDS[each.type] + _POINT % (each.x, each.y) for each in elements)
    return "".join(map(polyline_data, path.toSubpathPolygons()))


def _written(points: QPolygonF) -> Iterator[str]:
    """The coordinates of each point."""
    numbers = iter(coordinates(points))
    return map(_POINT.__mod__, zip(numbers, numbers, strict=True))
