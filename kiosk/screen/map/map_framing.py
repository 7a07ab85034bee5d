"""What the views of a map frame, and what serves as a kilometre in them.

A map says it itself: by a shape named `home-view` for the map home, `attract-view` for the attract
loop, and an ellipse named `light` for the glow.  Without them they follow from the bounds of its
lands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from kiosk.exhibit.model.map_meanings import ATTRACT, HOME, LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainterPath

    from kiosk.geography.drawing import Drawing, Shape

HOME_ROOM_U = (1200, 800)
"""How much room the home view has in a window of 1920 u by 1080."""
WHOLE_ROOM_U = (1200, 860)
"""The same where it shows a map whole, beside the title."""
HOME_PX_PER_KM = 4.5
"""What serves as a kilometre: so many u on the map home."""
_TYPICAL_U = 420
"""How large a land of middling size gets when it is looked at."""
_ZONE_PX_PER_KM = 10
_NEAREST = 8.0
_LIGHT_REACH = 0.72
"""How far the light reaches from the middle of the lands, in their width and height."""


@dataclass(frozen=True, eq=False)
class MapFraming:
    """Rectangles in units of the drawing, and `unit`, so many of which serve as a kilometre.

    Places are seen `nearness` times nearer than true lands: on a map of the world a kilometre
    is nothing.
    """

    whole: QRectF = field(default_factory=QRectF)
    """The bounds of all lands, or of a drawing that has none."""
    home: QRectF | None = None
    """What the map home frames; None shows the whole beside the title."""
    attract: QRectF = field(default_factory=QRectF)
    light: QTransform | None = None
    """What maps a circle of radius 1 about the origin to the light of the water."""
    unit: float = 1.0
    nearness: float = 1.0


def framing_of(
    drawing: Drawing, lands: Sequence[QPainterPath], bounds: QRectF, *, is_lit: bool = True
) -> MapFraming:
    """The framing that a drawing says, or else that its lands need."""
    bounds = drawing.view_box if bounds.isEmpty() else bounds
    home, attract = (_view(drawing, meaning) for meaning in (HOME, ATTRACT))
    room_width, room_height = WHOLE_ROOM_U if home is None else HOME_ROOM_U
    framed = bounds if home is None else home
    share = max(framed.width() / room_width, framed.height() / room_height)
    unit = share * HOME_PX_PER_KM or 1.0
    return MapFraming(
        whole=bounds,
        home=home,
        attract=attract or bounds,
        light=_light(drawing, bounds) if is_lit else None,
        unit=unit,
        nearness=1.0 if home is not None else _nearness(lands, unit),
    )


def _light(drawing: Drawing, bounds: QRectF) -> QTransform | None:
    shape = _shape(drawing, LIGHT)
    if shape is not None:
        return _ellipse(shape.path)
    middle = bounds.center()
    return QTransform(
        bounds.width() * _LIGHT_REACH,
        0,
        0,
        bounds.height() * _LIGHT_REACH,
        middle.x(),
        middle.y(),
    )


def _shape(drawing: Drawing, meaning: str) -> Shape | None:
    return next(iter(drawing.group(meaning)), None) or drawing.shapes.get(meaning)


def _view(drawing: Drawing, meaning: str) -> QRectF | None:
    shape = _shape(drawing, meaning)
    return None if shape is None else shape.path.boundingRect()


def _nearness(lands: Sequence[QPainterPath], unit: float) -> float:
    boxes = [path.controlPointRect() for path in lands]
    sizes = [max(box.width(), box.height()) for box in boxes]
    typical = median(sizes) if sizes else 0.0
    if not typical:
        return 1.0
    return min(_NEAREST, max(1.0, _TYPICAL_U / typical * unit / _ZONE_PX_PER_KM))


def _ellipse(path: QPainterPath) -> QTransform | None:
    """The transform that made an ellipse of a circle; of another shape, the ellipse in its box.

    An ellipse begins at the end of one of its axes, and each of its four curves has three points.
    """
    box = path.boundingRect()
    if box.isEmpty():
        return None
    middle = box.center()
    ends = [QPointF(middle.x() + box.width() / 2, middle.y())]
    ends.append(QPointF(middle.x(), middle.y() + box.height() / 2))
    if path.elementCount() == _ELLIPSE_POINTS:
        ends = [QPointF(path.elementAt(at).x, path.elementAt(at).y) for at in (0, 3)]
    (first, second) = (end - middle for end in ends)
    return QTransform(first.x(), first.y(), second.x(), second.y(), middle.x(), middle.y())


_ELLIPSE_POINTS = 13
