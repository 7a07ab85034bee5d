"""The line chart: values over true time, or ranks with the first place at the top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from kiosk.look.motion import ease
from kiosk.screen.chart.axis_chart import AxisChart
from kiosk.screen.chart.line_layout import lay_out_lines
from kiosk.screen.chart.line_values import line_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEasingCurve, QSizeF

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.look.motion import Motion
    from kiosk.screen.chart.axis_layout import AxisLayout
    from kiosk.screen.locale import Locale


class LineChart(AxisChart):
    """Lines of up to four series, with their numbers at the points."""

    paper_height_u = 440.0

    def _pace(self, motion: Motion) -> tuple[int, QEasingCurve]:
        return motion.dot_sweep.duration, ease("standard")

    def _lay_out(
        self, panel: ChartPanel, locale: Locale, look: Look, size: QSizeF
    ) -> AxisLayout | None:
        lines = line_values(panel, locale)
        return lay_out_lines(panel, lines, locale, look, size) if lines else None

    def _reveal(self, layout: AxisLayout, size: QSizeF, progress: float) -> Sequence[QRectF]:
        return (QRectF(0, 0, size.width() * progress, size.height()),) if progress > 0 else ()
