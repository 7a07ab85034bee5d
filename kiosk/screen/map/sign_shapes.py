"""The shapes of places' signs, all of about the same weight, around a point."""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, get_args

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QPolygonF

from kiosk.exhibit.model.place_signs import DOT, PlaceSign

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MARKERS: Final = frozenset((*get_args(PlaceSign), DOT))
"""What a marker can be drawn as."""

HOLLOW: Final = "ring"
"""The sign without anything in its middle."""

_HOLE: Final = 0.52
"""The share of a ring's radius that is open."""

_UP: Final = -math.pi / 2
_SQUARE: Final = 0.87 * math.sqrt(2)
_ARM: Final = 1.16
_HALF_ARM: Final = 0.46


def _regular(corners: int, reach: float, first: float = _UP) -> Sequence[QPointF]:
    """A regular polygon whose corners are so far from the middle."""
    angles = (first + 2 * math.pi * corner / corners for corner in range(corners))
    return [QPointF(reach * math.cos(angle), reach * math.sin(angle)) for angle in angles]


def _star() -> Sequence[QPointF]:
    outer, inner = _regular(5, 1.3), _regular(5, 0.66, _UP + math.pi / 5)
    return [corner for pair in zip(outer, inner, strict=True) for corner in pair]


def _cross() -> Sequence[QPointF]:
    """A cross with four arms; its corners from the right arm on, clockwise."""
    arm = [QPointF(_ARM, -_HALF_ARM), QPointF(_ARM, _HALF_ARM), QPointF(_HALF_ARM, _HALF_ARM)]
    corners = []
    for _ in range(4):
        corners += arm
        arm = [QPointF(-corner.y(), corner.x()) for corner in arm]
    return corners


_CORNERS: Final[Mapping[str, Sequence[QPointF]]] = MappingProxyType(
    {
        "diamond": _regular(4, 1.12),
        "square": _regular(4, _SQUARE, math.pi / 4),
        "triangle": _regular(3, 1.34),
        "hexagon": _regular(6, 1.12),
        "star": _star(),
        "cross": _cross(),
    }
)
"""The corners of the signs that have any, for a radius of 1."""


_RIMMED: Final = frozenset(_CORNERS) - {"diamond"}
"""Signs that would have an uneven rim, were they only drawn larger."""


def sign_shape(sign: str, at: QPointF, radius: float) -> QPainterPath:
    """The outline of a sign that weighs about as much as a disc of that radius."""
    path = QPainterPath()
    corners = _CORNERS.get(sign)
    if corners is not None:
        path.addPolygon(QPolygonF([at + corner * radius for corner in corners]))
        path.closeSubpath()
        return path
    path.addEllipse(at, radius, radius)
    return path


def cased_shape(sign: str, at: QPointF, radius: float, casing: float) -> QPainterPath:
    """The same with a rim around it."""
    if sign not in _RIMMED:
        return sign_shape(sign, at, radius + casing)
    shape = sign_shape(sign, at, radius)
    rim = QPainterPathStroker()
    rim.setWidth(2 * casing)
    rim.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return shape.united(rim.createStroke(shape))


def ring_shape(at: QPointF, radius: float) -> QPainterPath:
    """A ring of that radius, open in its middle."""
    path = sign_shape(HOLLOW, at, radius)
    hole = radius * _HOLE
    path.addEllipse(QRectF(at.x() - hole, at.y() - hole, 2 * hole, 2 * hole))
    return path
