"""The symbols of points: the four series differ in shape and dash as well as in colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen, QPolygonF

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QPainter

DASHES: tuple[tuple[float, ...], ...] = ((), (4.5, 2.5), (1.0, 2.2), (6.0, 2.2, 1.0, 2.2))
"""The dash of each series, in widths of the line; none is a solid line."""

_CORE = 0.42
"""The radius of a core, as a part of its symbol's."""

ACROSS_A_BREAK = (1.2, 2.6)
"""The dash between two values that can't be compared."""


@dataclass(frozen=True)
class PointSymbol:
    """One value on a line: a pearl of the shape of its series, cased in the panel's colour."""

    shape: int
    centre: QPointF
    radius: float
    fill: QColor
    core: QColor
    casing: QColor
    casing_width: float

    @property
    def rect(self) -> QRectF:
        """The area that it covers, its casing included."""
        reach = self.radius + self.casing_width
        return QRectF(self.centre.x() - reach, self.centre.y() - reach, 2 * reach, 2 * reach)

    @property
    def layers(self) -> tuple[tuple[float, QColor], ...]:
        """The radius and colour of each shape that it consists of, from the bottom up."""
        return (
            (self.radius + self.casing_width, self.casing),
            (self.radius, self.fill),
            (self.radius * _CORE, self.core),
        )


def shape(index: int, centre: QPointF, radius: float) -> QPainterPath:
    """The shape of a series around a centre; all four cover about the same area."""
    path = QPainterPath()
    _SHAPES[index % len(_SHAPES)](path, centre, radius)
    return path


def draw_shape(painter: QPainter, index: int, centre: QPointF, radius: float) -> None:
    """Draw a shape with the painter's pen and brush; a disc in the way that is fastest."""
    if index % len(_SHAPES) == 0:
        painter.drawEllipse(centre, radius, radius)
    else:
        painter.drawPath(shape(index, centre, radius))


def line_pen(color: QColor, width: float, dash: tuple[float, ...] = ()) -> QPen:
    """A pen with round ends that is as bold in print as on the screen."""
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash:
        pen.setDashPattern(dash)
    return pen


def _disc(path: QPainterPath, centre: QPointF, radius: float) -> None:
    path.addEllipse(centre, radius, radius)


def _diamond(path: QPainterPath, centre: QPointF, radius: float) -> None:
    reach = radius * 1.22
    _polygon(path, centre, (0, -reach), (reach, 0), (0, reach), (-reach, 0))


def _square(path: QPainterPath, centre: QPointF, radius: float) -> None:
    half = radius * 0.88
    _polygon(path, centre, (-half, -half), (half, -half), (half, half), (-half, half))


def _triangle(path: QPainterPath, centre: QPointF, radius: float) -> None:
    _polygon(
        path,
        centre,
        (0, -radius * 1.25),
        (radius * 1.17, radius * 0.8),
        (-radius * 1.17, radius * 0.8),
    )


def _polygon(path: QPainterPath, centre: QPointF, *corners: tuple[float, float]) -> None:
    path.addPolygon(QPolygonF([centre + QPointF(x, y) for x, y in corners]))
    path.closeSubpath()


_SHAPES: tuple[Callable[[QPainterPath, QPointF, float], None], ...] = (
    _disc,
    _diamond,
    _square,
    _triangle,
)
