"""The ranking: places or names from the largest down, the panel's own place among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QPen

from kiosk.look.motion import ease
from kiosk.screen.chart.chart import Chart
from kiosk.screen.chart.ranking_rows import draw_ranking
from kiosk.screen.chart.ranking_values import ranking_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEasingCurve, QRectF, QSizeF
    from PySide6.QtGui import QPainter

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.look.motion import Motion
    from kiosk.screen.chart.drawing import Drawing
    from kiosk.screen.locale import Locale


@dataclass(frozen=True)
class RankingPicture:
    """A ranking composed for one size."""

    drawing: Drawing

    def draw(self, painter: QPainter, *, marks: bool) -> None:
        """Draw it; before its entrance only names, numbers and the line of zero are there."""
        for bar in self.drawing.bars if marks else ():
            painter.fillRect(bar.rect, bar.brush)
        if self.drawing.rule_color is not None:
            painter.setPen(QPen(self.drawing.rule_color, self.drawing.rule_width))
            painter.drawLines(list(self.drawing.rules))
        for label in self.drawing.labels:
            label.draw(painter)

    def revealed(self, progress: float) -> Sequence[QRectF]:
        """Bars grow from zero."""
        return tuple(bar.grown(progress) for bar in self.drawing.bars)


class RankingChart(Chart):
    """Bars below each other with a common zero, sorted by value."""

    def _pace(self, motion: Motion) -> tuple[int, QEasingCurve]:
        return motion.bar_grow.duration, ease("enter")

    def _compose(
        self, panel: ChartPanel, locale: Locale, look: Look, size: QSizeF
    ) -> RankingPicture | None:
        bars = ranking_values(panel, locale)
        return RankingPicture(draw_ranking(bars, locale, look, size)) if bars else None
