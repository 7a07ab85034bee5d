"""The waffle: one dot for each of a whole, the parts filled, the rest outlined."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPen

from kiosk.languages.numbers import number_words
from kiosk.screen.chart.chart import Chart
from kiosk.screen.chart.dots import DotField, dot_field
from kiosk.screen.chart.figure_block import LegendKey, fitted_block, least_block_height
from kiosk.screen.chart.labels import Label, set_plain
from kiosk.screen.chart.point_symbols import draw_shape, shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QPainter

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.look.motion import Motion
    from kiosk.screen.locale import Locale

_FIELD_GAP_U = 30
_NUMBER_LEADING_U = 6
_KEY_U = 9
_LEAST_FIELD = 0.35
"""The part of the height that the figures leave to the dots if they can."""

_LEAST_AT_ALL = 0.15


@dataclass(frozen=True)
class WafflePicture:
    """A waffle composed for one size; lengths in pixels."""

    field: DotField
    colors: tuple[QColor, ...]
    outline: QColor
    outline_width: float
    labels: tuple[Label, ...]
    keys: tuple[LegendKey, ...]
    width: float
    steps: int

    def draw(self, painter: QPainter, *, marks: bool) -> None:
        """Draw it; before its entrance all dots are outlined.

        Dot by dot: one path of a thousand circles takes twenty times as long.
        """
        first = 0
        if marks:
            painter.setPen(Qt.PenStyle.NoPen)
            for series, count in enumerate(self.field.counts):
                painter.setBrush(self.colors[series])
                for index in range(first, first + count):
                    draw_shape(painter, series, self.field.centre(index), self.field.radius)
                first += count
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.outline, self.outline_width))
        radius = self.field.radius - self.outline_width / 2
        for index in range(first, self.field.total):
            painter.drawEllipse(self.field.centre(index), radius, radius)
        for key in self.keys:
            if key.series is None:
                painter.drawEllipse(key.centre, key.radius, key.radius)
            else:
                painter.fillPath(shape(key.series, key.centre, key.radius), key.color)
        for label in self.labels:
            label.draw(painter)

    def revealed(self, progress: float) -> Sequence[QRectF]:
        """Filled dots appear row by row, in steps."""
        step = math.floor(progress * self.steps) / self.steps
        rows = math.ceil(math.ceil(self.field.filled / self.field.columns) * step)
        return (QRectF(0, 0, self.width, rows * self.field.down),) if rows else ()


class WaffleChart(Chart):
    """Dots for the parts of a whole, and the figures of the parts and the rest below them."""

    paper_height_u = 480.0

    def _pace(self, motion: Motion) -> tuple[int, QEasingCurve]:
        return motion.dot_sweep.duration, QEasingCurve(QEasingCurve.Type.Linear)

    def _height_of_texts(
        self, panel: ChartPanel, locale: Locale, look: Look, width: float
    ) -> float:
        counted = _counted(panel)
        if counted is None:
            return 0.0
        whole, numbers = counted
        block = least_block_height(panel, locale, look, whole - sum(numbers), width)
        return (block + look.px(_FIELD_GAP_U)) / (1 - _LEAST_FIELD)

    def _compose(
        self, panel: ChartPanel, locale: Locale, look: Look, size: QSizeF
    ) -> WafflePicture | None:
        counted = _counted(panel)
        if counted is None:
            return None
        whole, numbers = counted
        gap = look.px(_FIELD_GAP_U)
        most = QSizeF(size.width(), size.height() * (1 - _LEAST_FIELD) - gap)
        block = fitted_block(panel, locale, look, whole - sum(numbers), most)
        room = max(size.height() - block.height - gap, size.height() * _LEAST_AT_ALL)
        field = dot_field(whole, numbers, QSizeF(size.width(), room), u=look.u)
        note = None
        if field is not None and field.each > 1:
            amount = number_words(Decimal(field.each), locale.language)
            note = set_plain(look, f"= {amount}", language=locale.language)
            room = max(room - note.size.height() - gap / 4, size.height() * _LEAST_AT_ALL)
            field = dot_field(whole, numbers, QSizeF(size.width(), room), u=look.u)
        if field is None:
            return None
        labels, keys = block.placed(look, field.height + gap - look.px(_NUMBER_LEADING_U))
        if note is not None:
            top = field.height + gap / 2
            labels, keys = block.placed(look, top + note.size.height() + gap / 4)
            reach = look.px(_KEY_U)
            centre = QPointF(reach, top + note.size.height() / 2)
            keys = (*keys, LegendKey(0, centre, reach, look.theme.series[0]))
            labels = (*labels, Label(note, 3 * reach, top, look.theme.text2))
        return WafflePicture(
            field=field,
            colors=look.theme.series,
            outline=look.theme.text2,
            outline_width=look.stroke(1.5),
            labels=labels,
            keys=keys,
            width=size.width(),
            steps=look.motion.dot_steps,
        )


def _counted(panel: ChartPanel) -> tuple[Decimal, list[Decimal]] | None:
    """The whole and its parts; None where the data make no chart."""
    whole = None if panel.of is None else panel.of.number
    parts = [series.value.number for series in panel.series if series.value]
    numbers = [part for part in parts if part is not None]
    if whole is None or len(numbers) != len(panel.series):
        return None
    return whole, numbers
