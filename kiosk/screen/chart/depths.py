"""Depths to scale: plumb lines that hang from one surface, each as long as it is deep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainterPath, QPen

from kiosk.look.motion import ease
from kiosk.screen.chart.chart import Chart
from kiosk.screen.chart.scaled_labels import set_labels, values_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEasingCurve
    from PySide6.QtGui import QPainter

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.look.motion import Motion
    from kiosk.screen.chart.labels import Label
    from kiosk.screen.locale import Locale

_GAP_U = 32
_LINE_U = 3
_SURFACE_U = 2
_WAVE_U = 28
_WAVE_HEIGHT_U = 6
_PLUMB_U = (14, 34)
"""Half the width of a plumb and its height, point down."""
_BESIDE_U = 30


@dataclass(frozen=True)
class DepthsPicture:
    """Plumb lines composed for one size; the deepest is the one that stands out."""

    look: Look
    surface: QPainterPath
    lines: tuple[QLineF, ...]
    deepest: int
    labels: tuple[Label, ...]

    def draw(self, painter: QPainter, *, marks: bool) -> None:
        """Draw it; before its entrance only the surface and the words are there."""
        look, theme = self.look, self.look.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.text2, look.stroke(_SURFACE_U)))
        painter.drawPath(self.surface)
        for place, line in enumerate(self.lines if marks else ()):
            color = theme.series[0] if place == self.deepest else theme.text2
            painter.setPen(QPen(color, look.stroke(_LINE_U)))
            painter.drawLine(line)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawPath(_plumb(look, line.p2()))
        for label in self.labels:
            label.draw(painter)

    def revealed(self, progress: float) -> Sequence[QRectF]:
        """The plumbs sink from the surface, all at one speed, so that the deepest comes last."""
        if progress <= 0:
            return ()
        half, height = (self.look.px(side) for side in _PLUMB_U)
        sunk = max(line.y2() for line in self.lines) * progress
        return [
            QRectF(line.x1() - half, line.y1(), 2 * half, min(sunk, line.y2()) - line.y1() + height)
            for line in self.lines
        ]


class DepthsChart(Chart):
    """Two to four depths as plumb lines whose lengths are true to their values."""

    paper_height_u = 460.0

    def _pace(self, motion: Motion) -> tuple[int, QEasingCurve]:
        return motion.bar_grow.duration, ease("enter")

    def _compose(
        self, panel: ChartPanel, locale: Locale, look: Look, size: QSizeF
    ) -> DepthsPicture | None:
        values = values_of(panel)
        gap, beside = look.px(_GAP_U), look.px(_BESIDE_U)
        half, height = (look.px(side) for side in _PLUMB_U)
        each = (size.width() - gap * (len(values) - 1)) / len(values)
        labels = set_labels(panel, locale, look, width=each - beside - half)
        top = look.px(_WAVE_HEIGHT_U)
        scale = (size.height() - top - height) / max(values)
        if scale <= 0 or min(label.name.size.width() for label in labels) <= 0:
            return None
        lines: list[QLineF] = []
        placed: list[Label] = []
        for place, (value, label) in enumerate(zip(values, labels, strict=True)):
            x = half + place * (each + gap)
            end = top + value * scale
            lines.append(QLineF(x, top, x, end))
            # Beside its plumb; where the line is short, below the surface.
            placed += label.placed(x + beside, max(end + height - label.height, 2 * top))
        return DepthsPicture(
            look=look,
            surface=_surface(look, size.width(), top),
            lines=tuple(lines),
            deepest=values.index(max(values)),
            labels=tuple(placed),
        )


def _plumb(look: Look, at: QPointF) -> QPainterPath:
    half, height = (look.px(side) for side in _PLUMB_U)
    path = QPainterPath(at)
    path.lineTo(at.x() + half, at.y() + height / 3)
    path.lineTo(at.x(), at.y() + height)
    path.lineTo(at.x() - half, at.y() + height / 3)
    path.closeSubpath()
    return path


def _surface(look: Look, width: float, y: float) -> QPainterPath:
    """A waved line from the left edge to the right one."""
    step, swell = look.px(_WAVE_U), look.px(_WAVE_HEIGHT_U)
    path = QPainterPath(QPointF(0, y))
    x, up = 0.0, True
    while x < width:
        end = min(x + step, width)
        path.quadTo((x + end) / 2, y - swell if up else y + swell, end, y)
        x, up = end, not up
    return path
