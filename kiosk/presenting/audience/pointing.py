"""A laser dot and pen lines, with coordinates as shares of the picture's width and height."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from kiosk.look.look import Look

LASER, PEN = "laser", "pen"
_LASER_U = 11
_GLOW_U = 30
_GLOW_STRENGTH = 0.3
_PEN_U = 8
REACH_U = _GLOW_U + 2
"""How far the drawing extends beyond its points."""
_POINTS_LIMIT = 20_000
"""The most points that are kept; after hours of drawing the oldest lines are dropped."""


class Pointing(QObject):
    """What the presenter points at, drawn alike by every picture of the audience's screen."""

    changed = Signal(object)
    """The changed area as a QRectF in shares, or None for all of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tool = ""
        self._dot: QPointF | None = None
        self._lines: list[list[QPointF]] = []

    @property
    def tool(self) -> str:
        """`laser`, `pen` or empty."""
        return self._tool

    @Slot(str)
    def take(self, tool: str) -> None:
        """Select a tool, or deselect it if it is selected."""
        self._tool = "" if self._tool == tool else tool
        self._dot = None
        self.changed.emit(None)

    def press(self, at: QPointF) -> None:
        """Point there; the pen starts a line."""
        if self._tool == PEN:
            self._lines.append([at])
        self.move(at)

    def move(self, at: QPointF) -> None:
        """Point there; the pen continues its line."""
        before = at
        if self._tool == LASER:
            before, self._dot = self._dot or at, at
        elif self._tool == PEN and self._lines:
            before = self._lines[-1][-1]
            self._lines[-1].append(at)
            while sum(map(len, self._lines)) > _POINTS_LIMIT and len(self._lines) > 1:
                self._lines.pop(0)
        self.changed.emit(QRectF(before, at).normalized())

    @Slot()
    def lift(self) -> None:
        """Remove the dot; the lines remain."""
        self._dot = None
        self.changed.emit(None)

    @Slot()
    def clear(self) -> None:
        """Remove the dot and all lines."""
        self._dot = None
        self._lines.clear()
        self.changed.emit(None)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self._dot is None and not self._lines

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> None:
        """Draw dot and lines over a picture of the audience's screen that fills the area."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        u = min(area.width(), area.height()) / 1080
        accent = look.theme.accent
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, wide in ((look.theme.pearl_ink, _PEN_U + 4), (accent, _PEN_U)):
            pen = QPen(color, max(1.5, wide * u))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            for line in self._lines:
                points = [_within(area, point) for point in line]
                painter.drawPolyline(points if len(points) > 1 else points * 2)
        if self._dot is not None:
            at = _within(area, self._dot)
            glow = QColor(accent)
            glow.setAlphaF(_GLOW_STRENGTH)
            painter.setPen(Qt.PenStyle.NoPen)
            for color, reach in ((glow, _GLOW_U), (accent, _LASER_U)):
                painter.setBrush(color)
                painter.drawEllipse(at, max(2.0, reach * u), max(2.0, reach * u))


def _within(area: QRectF, share: QPointF) -> QPointF:
    return QPointF(area.x() + share.x() * area.width(), area.y() + share.y() * area.height())
