"""Where on the map places are that say it themselves, in units of the drawing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF

from kiosk.geography.projection import project

if TYPE_CHECKING:
    from kiosk.exhibit.model.map_point import MapPoint
    from kiosk.geography.drawing import Drawing

_BAY_IN_DEGREES: Final = QRectF(110, 20, 7, 6)


def own_point(at: MapPoint | None, drawing: Drawing) -> QPointF | None:
    """Where a place is that says so itself; None where that is not in the drawing."""
    point = point_of(at)
    return point if point is not None and drawn_area(drawing).contains(point) else None


def point_of(at: MapPoint | None) -> QPointF | None:
    """A place's own point in units of the drawing, wherever that is."""
    if at is None:
        return None
    if not at.in_degrees:
        return QPointF(at.x, at.y)
    try:
        return QPointF(*project(at.x, at.y))
    except ValueError:
        return None


def meant_degrees(at: MapPoint) -> MapPoint | None:
    """The coordinates that somebody means who writes those of the bay as units of our drawing."""
    for x, y in ((at.y, at.x), (at.x, at.y)):
        if not at.in_degrees and _BAY_IN_DEGREES.contains(x, y):
            return replace(at, x=x, y=y, in_degrees=True)
    return None


def drawn_edges(drawing: Drawing) -> tuple[float, float, float, float]:
    """The left, upper, right and lower edge of what is drawn."""
    area = drawn_area(drawing)
    return area.left(), area.top(), area.right(), area.bottom()


def drawn_area(drawing: Drawing) -> QRectF:
    """How far the drawing reaches: its viewBox, and the land around it that is beyond."""
    context = drawing.shapes.get("context")
    box = QRectF(drawing.view_box)
    return box if context is None else box.united(context.path.controlPointRect())
