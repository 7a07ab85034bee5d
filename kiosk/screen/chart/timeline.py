"""The timeline: events as pearls on a line that runs down through time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from kiosk.look.motion import ease
from kiosk.screen.chart.chart import Chart
from kiosk.screen.chart.marks import line_pen
from kiosk.screen.chart.timeline_layout import Event, place_events

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEasingCurve, QPointF, QSizeF
    from PySide6.QtGui import QColor, QPainter

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.look.motion import Motion
    from kiosk.screen.chart.labels import Label
    from kiosk.screen.chart.marks import Mark
    from kiosk.screen.locale import Locale


@dataclass(frozen=True)
class TimelinePicture:
    """A timeline composed for one size; each of `leaders` goes from a pearl to its words."""

    line: tuple[QPointF, QPointF]
    line_color: QColor
    line_width: float
    leaders: tuple[tuple[QPointF, ...], ...]
    leader_color: QColor
    leader_width: float
    pearls: tuple[Mark, ...]
    labels: tuple[Label, ...]
    size: QSizeF

    def draw(self, painter: QPainter, *, marks: bool) -> None:
        """Draw it; before its entrance only dates and words are there."""
        if marks:
            painter.setPen(line_pen(self.leader_color, self.leader_width))
            for leader in self.leaders:
                painter.drawPolyline(leader)
            painter.setPen(line_pen(self.line_color, self.line_width))
            painter.drawLine(*self.line)
            for pearl in self.pearls:
                pearl.draw(painter)
        for label in self.labels:
            label.draw(painter)

    def revealed(self, progress: float) -> Sequence[QRectF]:
        """The line runs down and passes its pearls."""
        if progress <= 0:
            return ()
        return (QRectF(0, 0, self.size.width(), self.size.height() * progress),)


class TimelineChart(Chart):
    """Up to eight events with their dates, the earliest at the top."""

    def _pace(self, motion: Motion) -> tuple[int, QEasingCurve]:
        return motion.dot_sweep.duration, ease("standard")

    def _compose(
        self, panel: ChartPanel, locale: Locale, look: Look, size: QSizeF
    ) -> TimelinePicture | None:
        events = sorted(
            (
                Event(point.at.years, locale.date(point.at), locale.said(point.label))
                for series in panel.series
                for point in series.points
                if point.at is not None and point.label is not None
            ),
            key=_when,
        )
        if not events:
            return None
        placed = place_events(events, locale, look, size)
        return TimelinePicture(
            line=(placed.pearls[0].centre, placed.pearls[-1].centre),
            line_color=look.theme.series[2],
            line_width=look.stroke(4),
            leaders=placed.leaders,
            leader_color=look.theme.control_border,
            leader_width=look.stroke(2),
            pearls=placed.pearls,
            labels=placed.labels,
            size=size,
        )


def _when(event: Event) -> float:
    return event.years
