"""The ranking: places or names from the largest down, the panel's own place among them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QPen

from kiosk.screen.chart.bar import BarChart
from kiosk.screen.chart.ranking_rows import lay_out_ranking
from kiosk.screen.chart.ranking_values import ranking_unit, ranking_values

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.screen.chart.axis_layout import AxisLayout
    from kiosk.screen.locale import Locale


class RankingChart(BarChart):
    """Bars below each other with a common zero, sorted by value."""

    paper_height_u = 600.0

    def _lay_out(
        self, panel: ChartPanel, locale: Locale, look: Look, size: QSizeF
    ) -> AxisLayout | None:
        bars = ranking_values(panel, locale, self._lit)
        if not bars:
            return None
        zero = QPen(look.theme.control_border, look.stroke(2))
        layout = lay_out_ranking(bars, ranking_unit(panel, locale), locale, look, size)
        return replace(layout, rule_pen=zero, rules_above_bars=True)
