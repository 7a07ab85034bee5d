"""The timeline: events as pearls on a line that runs down through time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from kiosk.look.motion import ease
from kiosk.screen.chart.axis_chart import AxisChart
from kiosk.screen.chart.timeline_layout import lay_out_events
from kiosk.screen.chart.timeline_texts import TimelineEvent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEasingCurve, QSizeF

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.look.motion import Motion
    from kiosk.screen.chart.axis_layout import AxisLayout
    from kiosk.screen.locale import Locale


class TimelineChart(AxisChart):
    """Up to eight events with their dates, the earliest at the top."""

    paper_height_u = 660.0

    def _pace(self, motion: Motion) -> tuple[int, QEasingCurve]:
        return motion.dot_sweep.duration, ease("standard")

    def _lay_out(
        self, panel: ChartPanel, locale: Locale, look: Look, size: QSizeF
    ) -> AxisLayout | None:
        events = sorted(
            (
                TimelineEvent(
                    point.at.years,
                    locale.date(point.at),
                    locale.said(point.label),
                    point.highlight,
                )
                for series in panel.series
                for point in series.points
                if point.at is not None and point.label is not None
            ),
            key=_when,
        )
        if events and not any(event.highlight for event in events):
            events[-1] = replace(events[-1], highlight=True)
        return lay_out_events(events, locale, look, size) if events else None

    def _reveal(self, layout: AxisLayout, size: QSizeF, progress: float) -> Sequence[QRectF]:
        return (QRectF(0, 0, size.width(), size.height() * progress),) if progress > 0 else ()


def _when(event: TimelineEvent) -> float:
    return event.years
