"""Columns: bars side by side above their dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF

from kiosk.screen.chart.axis_layout import AxisLayout, Bar
from kiosk.screen.chart.bar_values import TAIL_U, bar_brush
from kiosk.screen.chart.labels import CENTRE, Label, keeps_words_whole, set_plain
from kiosk.screen.chart.number_labels import NUMBER_SIZES, set_figure
from kiosk.screen.chart.point_symbols import line_pen
from kiosk.screen.chart.unit_caption import caption, without_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSizeF

    from kiosk.look.look import Look
    from kiosk.screen.chart.bar_values import BarValue
    from kiosk.screen.chart.number_labels import Number
    from kiosk.screen.locale import Locale

_GAP_U = 16
_NUMBER_GAP_U = 16
_WIDEST_U = 132
_OF_SLOT = 0.62


def lay_out_columns(
    bars: Sequence[BarValue], locale: Locale, look: Look, size: QSizeF
) -> AxisLayout | None:
    """Lay columns of equal width out; None for too many for their labels, or one below zero."""
    slot = size.width() / len(bars)
    gap = look.px(_GAP_U)
    names = [
        set_plain(
            look, bar.name.words, language=bar.name.language, width=slot - gap / 2, shift=CENTRE
        )
        for bar in bars
    ]
    numbered = _numbers(bars, locale, look, slot - gap / 2)
    if numbered is None or min(bar.value for bar in bars) < 0:
        return None
    numbers, unit = numbered
    whole = (
        keeps_words_whole(look, bar.name.words, language=bar.name.language, width=slot - gap / 2)
        for bar in bars
    )
    if not all(whole) or max(name.line_count for name in names) > 2:
        return None
    zero = size.height() - max(name.size.height() for name in names) - gap / 2
    room = zero - max(number.rise for number in numbers) - look.px(_NUMBER_GAP_U)
    room -= unit.rect.height() if unit is not None else 0.0
    tail = look.px(TAIL_U)
    highest = float(max(bar.value for bar in bars)) or 1.0
    scale = (
        min(
            (room - tail * bar.fade[1]) / (float(bar.value) or highest) for bar in bars if bar.value
        )
        if any(bar.value for bar in bars)
        else 0.0
    )
    width = min(slot * _OF_SLOT, look.px(_WIDEST_U))
    drawn: list[Bar] = []
    labels = [unit] if unit is not None else []
    for index, (bar, name, number) in enumerate(zip(bars, names, numbers, strict=True)):
        middle = slot * (index + 0.5)
        end = zero - float(bar.value) * scale
        solid, open_at = (end - tail * part for part in bar.fade)
        solid = min(solid, zero)
        rect = QRectF(middle - width / 2, open_at, width, zero - open_at)
        brush = bar_brush(bar.color(look.theme), QPointF(middle, solid), QPointF(middle, open_at))
        drawn.append(Bar(rect, brush, horizontal=False))
        baseline = open_at - look.px(_NUMBER_GAP_U)
        labels.append(number.on(baseline, middle, look.theme.text, CENTRE))
        labels.append(Label(name, middle, zero + gap / 2, look.theme.text2, CENTRE))
    return AxisLayout(
        bars=tuple(drawn),
        rules=(QLineF(0, zero, size.width(), zero),),
        rule_pen=line_pen(look.theme.control_border, look.stroke(2)),
        labels=tuple(labels),
    )


def _numbers(
    bars: Sequence[BarValue], locale: Locale, look: Look, width: float
) -> tuple[list[Number], Label | None] | None:
    """The numbers in the largest type in which all of them fit over their columns.

    Their unit, if it is a word, is said once, over the chart.
    """
    unit = caption(bars[-1].figure, look, locale)
    figures = [bar.figure if unit is None else without_words(bar.figure) for bar in bars]
    for size in NUMBER_SIZES:
        numbers = [set_figure(look, locale, figure, size) for figure in figures]
        if max(number.ink for number in numbers) <= width:
            return numbers, unit
    return None
