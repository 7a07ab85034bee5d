"""The share: a whole as one bar, its parts filled, what is left of it outlined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, QSizeF
from PySide6.QtGui import QPen

from kiosk.look.motion import ease
from kiosk.screen.chart.chart import Chart
from kiosk.screen.chart.figure_block import least_block_height
from kiosk.screen.chart.hatch import fill_hatched
from kiosk.screen.chart.share_figures import placed_figures, whole_figure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from PySide6.QtCore import QEasingCurve
    from PySide6.QtGui import QPainter

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.exhibit.model.values import Value
    from kiosk.look.look import Look
    from kiosk.look.motion import Motion
    from kiosk.screen.chart.figure_block import LegendKey
    from kiosk.screen.chart.labels import Label
    from kiosk.screen.locale import Locale

_SEAM_U = 4
_SPAN_GAP_U = 18
_SPAN_TICK_U = 10
_FIGURES_GAP_U = 28
_THINNEST_U = 48
_THICKEST_U = 240
_WISHED_U = 112
_PITCH_U = 20
_KEY_PITCH_U = 9
_OUTLINE_U = 2


@dataclass(frozen=True)
class SharePicture:
    """A share composed for one size; `rest` is what is outlined, if anything is left."""

    look: Look
    bar: QRectF
    parts: tuple[QRectF, ...]
    rest: QRectF | None
    span: tuple[QLineF, ...]
    labels: tuple[Label, ...]
    keys: tuple[LegendKey, ...]

    def draw(self, painter: QPainter, *, marks: bool) -> None:
        """Draw it; before its entrance the whole bar is outlined."""
        look, theme = self.look, self.look.theme
        painter.setPen(QPen(theme.control_border, look.stroke(_OUTLINE_U)))
        painter.drawLines(list(self.span))
        if not marks:
            self._outline(painter, self.bar)
        elif self.rest is not None:
            self._outline(painter, self.rest)
        for series, part in enumerate(self.parts if marks else ()):
            self._fill(painter, part, series, _PITCH_U)
        for key in self.keys:
            side = 2 * key.radius
            swatch = QRectF(key.centre.x() - key.radius, key.centre.y() - key.radius, side, side)
            if key.series is None:
                self._outline(painter, swatch)
            else:
                self._fill(painter, swatch, key.series, _KEY_PITCH_U)
        for label in self.labels:
            label.draw(painter)

    def revealed(self, progress: float) -> Sequence[QRectF]:
        """The bar grows from the left."""
        if progress <= 0:
            return ()
        grown = QRectF(self.bar)
        grown.setWidth(grown.width() * progress)
        return (grown,)

    def _fill(self, painter: QPainter, rect: QRectF, series: int, pitch: float) -> None:
        fill_hatched(
            painter,
            rect,
            series,
            color=self.look.theme.series[series],
            ground=self.look.theme.panel,
            pitch=self.look.px(pitch),
        )

    def _outline(self, painter: QPainter, rect: QRectF) -> None:
        width = self.look.stroke(_OUTLINE_U)
        painter.setPen(QPen(self.look.theme.text2, width))
        painter.setBrush(self.look.theme.panel2)
        half = min(width, rect.width()) / 2
        painter.drawRect(rect.adjusted(half, half, -half, -half))


class ShareChart(Chart):
    """One bar of a whole with its parts, and their figures below them."""

    paper_height_u = 400.0
    least_share = 0.95

    def _pace(self, motion: Motion) -> tuple[int, QEasingCurve]:
        return motion.bar_grow.duration, ease("enter")

    def _height_of_texts(
        self, panel: ChartPanel, locale: Locale, look: Look, width: float
    ) -> float:
        counted = _counted(panel)
        if counted is None:
            return 0.0
        of, whole, numbers = counted
        above = whole_figure(panel, of, locale, look, QSizeF(width, 0.0)).rect.height()
        below = least_block_height(panel, locale, look, whole - sum(numbers), width)
        return above + below + look.px(_SPAN_GAP_U + _THINNEST_U + _FIGURES_GAP_U)

    def _compose(
        self, panel: ChartPanel, locale: Locale, look: Look, size: QSizeF
    ) -> SharePicture | None:
        counted = _counted(panel)
        if counted is None:
            return None
        of, whole, numbers = counted
        rest = whole - sum(numbers)
        above = whole_figure(panel, of, locale, look, size)
        top = above.rect.height() + look.px(_SPAN_GAP_U)
        gap = look.px(_FIGURES_GAP_U)
        shares = [*numbers, rest] if rest else numbers
        sides = _sides(shares, whole, size.width(), look.px(_SEAM_U))
        room = QSizeF(size.width(), size.height() - top - look.px(_WISHED_U) - gap)
        figures = placed_figures(panel, locale, look, rest, sides, room)
        thickness = min(size.height() - top - gap - figures.height, look.px(_THICKEST_U))
        bar = QRectF(0, top, size.width(), max(thickness, look.px(_THINNEST_U)))
        rects = [QRectF(left, top, right - left, bar.height()) for left, right in sides]
        labels, keys = figures.placed(look, bar.bottom() + gap)
        return SharePicture(
            look=look,
            bar=bar,
            parts=tuple(rects[: len(numbers)]),
            rest=rects[-1] if rest else None,
            span=_span(look, bar),
            labels=(above, *labels),
            keys=keys,
        )


def _counted(panel: ChartPanel) -> tuple[Value, Decimal, list[Decimal]] | None:
    """The whole with its number, and those of its parts; None where the data make no chart."""
    values = [series.value.number for series in panel.series if series.value]
    numbers = [number for number in values if number is not None]
    of = panel.of
    if of is None or of.number is None or len(numbers) != len(panel.series):
        return None
    if of.number <= 0 or sum(numbers) > of.number or min(numbers) < 0:
        return None
    return of, of.number, numbers


def _sides(
    shares: Sequence[Decimal], whole: Decimal, width: float, seam: float
) -> list[tuple[float, float]]:
    """Where each part begins and ends: true to its value, with a seam between two."""
    free = width - seam * (len(shares) - 1)
    sides: list[tuple[float, float]] = []
    left = 0.0
    for share in shares:
        right = left + free * float(share / whole)
        sides.append((left, right))
        left = right + seam
    return sides


def _span(look: Look, bar: QRectF) -> tuple[QLineF, ...]:
    """A line over the bar with a tick at both ends: all of this is the whole."""
    tick, half = look.px(_SPAN_TICK_U), look.stroke(_OUTLINE_U) / 2
    left, right, y = bar.left() + half, bar.right() - half, bar.top() - tick
    return (
        QLineF(left, y, right, y),
        QLineF(left, y, left, y + tick / 2),
        QLineF(right, y, right, y + tick / 2),
    )
