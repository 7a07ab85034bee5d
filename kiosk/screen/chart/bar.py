"""The bar chart: columns where the points have dates, ranked rows where they have names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.look.motion import ease
from kiosk.screen.chart.axis_chart import AxisChart
from kiosk.screen.chart.bar_columns import lay_out_columns
from kiosk.screen.chart.bar_rows import lay_out_rows
from kiosk.screen.chart.bar_values import bar_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEasingCurve, QRectF, QSizeF

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.look.motion import Motion
    from kiosk.screen.chart.axis_layout import AxisLayout
    from kiosk.screen.locale import Locale


class BarChart(AxisChart):
    """Bars from a common zero, with their numbers at their ends."""

    def _pace(self, motion: Motion) -> tuple[int, QEasingCurve]:
        return motion.bar_grow.duration, ease("enter")

    def _lay_out(
        self, panel: ChartPanel, locale: Locale, look: Look, size: QSizeF
    ) -> AxisLayout | None:
        bars = bar_values(panel, locale, self._lit)
        if not bars:
            return None
        if all(bar.at for bar in bars) and len(panel.series) == 1:
            layout = lay_out_columns(bars, locale, look, size)
            if layout is not None:
                return layout
        return lay_out_rows(bars, locale, look, size)

    def _reveal(self, layout: AxisLayout, size: QSizeF, progress: float) -> Sequence[QRectF]:
        return tuple(bar.grown(progress) for bar in layout.bars)
