"""What an axis chart consists of once it is laid out: bars, tints, strokes, symbols, labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF

if TYPE_CHECKING:
    from PySide6.QtGui import QBrush, QColor, QPen

    from kiosk.screen.chart.labels import Label
    from kiosk.screen.chart.point_symbols import PointSymbol


@dataclass(frozen=True)
class Bar:
    """One bar, which grows from zero: upwards, to the right or, `backward`, to the left or down."""

    rect: QRectF
    brush: QBrush
    horizontal: bool
    backward: bool = False

    def grown(self, progress: float) -> QRectF:
        """The part of it that is visible at a progress from 0 to 1."""
        rect = QRectF(self.rect)
        if self.horizontal:
            rect.setWidth(rect.width() * progress)
            if self.backward:
                rect.moveRight(self.rect.right())
        else:
            rect.setHeight(rect.height() * progress)
            if not self.backward:
                rect.moveBottom(self.rect.bottom())
        return rect


@dataclass(frozen=True)
class Stroke:
    """A line through points, as that of a series; lengths in pixels, `dash` in widths.

    `crossing` says which of its segments cross a break in method; none does where it is empty.
    """

    points: tuple[QPointF, ...]
    color: QColor
    width: float
    dash: tuple[float, ...] = ()
    crossing: tuple[bool, ...] = ()


@dataclass(frozen=True)
class Tint:
    """The area between a line and its zero, in one colour."""

    corners: tuple[QPointF, ...]
    color: QColor


@dataclass(frozen=True)
class ZoneRow:
    """What can be touched of a bar that stands for a zone, and how it is said."""

    zone: str
    spoken: str
    rect: QRectF


@dataclass(frozen=True)
class AxisLayout:
    """An axis chart laid out for one size; all lengths and places are pixels, y grows down."""

    bars: tuple[Bar, ...] = ()
    tints: tuple[Tint, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    rules: tuple[QLineF, ...] = ()
    rule_pen: QPen | None = None
    rules_above_bars: bool = False
    symbols: tuple[PointSymbol, ...] = ()
    labels: tuple[Label, ...] = ()
    zone_rows: tuple[ZoneRow, ...] = ()
