"""What an axis chart consists of once it is composed: bars, strokes, pearls, rules and labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF

if TYPE_CHECKING:
    from PySide6.QtGui import QBrush, QColor, QPainter

    from kiosk.screen.chart.labels import Label
    from kiosk.screen.chart.marks import Mark


@dataclass(frozen=True)
class Bar:
    """One bar; `start` is the edge of `rect` that stands on zero and from which it grows."""

    rect: QRectF
    brush: QBrush
    horizontal: bool
    backward: bool = False

    def draw(self, painter: QPainter) -> None:
        """Draw all of it."""
        painter.fillRect(self.rect, self.brush)

    def grown(self, progress: float) -> QRectF:
        """The part of it that has grown, 0 to 1."""
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
    """The line of one series; `crossing` says which of its segments cross a break in method."""

    points: tuple[QPointF, ...]
    crossing: tuple[bool, ...]
    color: QColor
    width: float
    dash: tuple[float, ...]


@dataclass(frozen=True)
class Drawing:
    """An axis chart composed for one size; all lengths and places are pixels, y grows down."""

    bars: tuple[Bar, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    rules: tuple[QLineF, ...] = ()
    rule_color: QColor | None = None
    rule_width: float = 1.0
    marks: tuple[Mark, ...] = ()
    labels: tuple[Label, ...] = ()
