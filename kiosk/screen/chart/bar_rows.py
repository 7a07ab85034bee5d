"""Rows: bars that lie one below the other, each with its name before and its number behind."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF

from kiosk.look.span import Span
from kiosk.screen.chart.axis_layout import AxisLayout, Bar, ZoneRow
from kiosk.screen.chart.bar_values import TAIL_U, bar_brush
from kiosk.screen.chart.labels import Label, keeps_words_whole, overhang, set_plain
from kiosk.screen.chart.number_labels import NUMBER_SIZES, set_figure
from kiosk.screen.chart.point_symbols import line_pen
from kiosk.screen.chart.unit_caption import without_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSizeF

    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.chart.bar_values import BarValue
    from kiosk.screen.chart.number_labels import Number, NumberSize
    from kiosk.screen.locale import Locale

_GAP_U = 16
_BETWEEN_GROUPS = 0.45
_THICKEST_U = 56
_OF_PITCH = 0.56
_TALLEST_PITCH_U = 132
_MOST_FOR_NAMES = 0.42
_MOST_FOR_NUMBERS = 0.84
_LEAST_FOR_BARS = 0.32


@dataclass(frozen=True)
class BarRow:
    """One bar with its texts set; `name` is None where the row above has the same."""

    bar: BarValue
    name: Setting | None
    number: Number


@dataclass(frozen=True)
class Lengths:
    """Where zero is, in pixels, and how many pixels a value of 1 takes."""

    zero: float
    scale: float


def lay_out_rows(bars: Sequence[BarValue], locale: Locale, look: Look, size: QSizeF) -> AxisLayout:
    """Lay rows out in the type and arrangement that leaves the bars enough room.

    Names are before the bars, or above them if that leaves too little room.  The highlighted bar
    says for all of them in what they are counted.
    """
    for above in (False, True):
        for number_size in NUMBER_SIZES:
            layout = _arranged(bars, locale, look, size, number_size=number_size, above=above)
            if layout is not None:
                return layout
    smallest = _arranged(
        bars, locale, look, size, number_size=NUMBER_SIZES[-1], above=True, whatever=True
    )
    assert smallest is not None
    return smallest


def _arranged(
    bars: Sequence[BarValue],
    locale: Locale,
    look: Look,
    size: QSizeF,
    *,
    number_size: NumberSize,
    above: bool,
    whatever: bool = False,
) -> AxisLayout | None:
    """One arrangement; None when it doesn't fit, unless `whatever` shrinks its type."""
    gap = look.px(_GAP_U)
    places = _places(bars)
    tallest = look.px(_TALLEST_PITCH_U) * (1.25 if above else 1)
    pitch = min(size.height() / (places[-1] + 1), tallest)
    most = size.width() if above else size.width() * _MOST_FOR_NAMES
    rows = _set_rows(bars, locale, look, number_size, most, 1.0)
    if not above and not whatever and not _names_sound(rows, look, most):
        return None
    need = max(_height(row, above) for row in rows)
    widest = max(row.number.ink for row in rows)
    shrink = min(1.0, pitch / need, size.width() * _MOST_FOR_NUMBERS / widest)
    if shrink < 1:
        if not whatever:
            return None
        rows = _set_rows(bars, locale, look, number_size, most, shrink)
    start = 0.0 if above else max((row.name.ink for row in rows if row.name), default=0.0) + gap
    tail = look.px(TAIL_U)
    behind = [gap + row.number.ink + tail * row.bar.fade[1] for row in rows]
    lengths = bar_lengths([row.bar for row in rows], start, size.width(), behind)
    longest = max(abs(float(bar.value)) for bar in bars) * lengths.scale
    if longest < size.width() * _LEAST_FOR_BARS and not whatever:
        return None
    tops = [place * pitch for place in places]
    return _arranged_rows(rows, lengths, look, tops, pitch=pitch, above=above)


def _places(bars: Sequence[BarValue]) -> list[float]:
    """Where each row begins, in rows; the rows of one name are closer together."""
    places = [0.0]
    for before, bar in pairwise(bars):
        apart = _BETWEEN_GROUPS if bar.part is not None and bar.name != before.name else 0.0
        places.append(places[-1] + 1 + apart)
    return places


def _names_sound(rows: Sequence[BarRow], look: Look, width: float) -> bool:
    """Whether names take two lines at most and no word had to be broken."""
    return all(
        row.name is None
        or (
            row.name.line_count <= 2
            and keeps_words_whole(
                look, row.bar.name.words, language=row.bar.name.language, width=width
            )
        )
        for row in rows
    )


def _set_rows(
    bars: Sequence[BarValue],
    locale: Locale,
    look: Look,
    number_size: NumberSize,
    most: float,
    shrink: float,
) -> list[BarRow]:
    rows: list[BarRow] = []
    before = None
    for bar in bars:
        name = None
        if bar.name.words and bar.name != before:
            name = set_plain(
                look, bar.name.words, language=bar.name.language, width=most, scale=shrink
            )
        before = bar.name
        behind = None
        if bar.part is not None:
            factor = look.style("secondary").size / look.style(number_size.role).size
            behind = Span(
                f"  {bar.part.words}",
                weight=700,
                scale=factor / number_size.scale,
                display=False,
                color=bar.color(look.theme),
            )
        figure = bar.figure if bar.highlighted else without_words(bar.figure)
        number = set_figure(look, locale, figure, number_size, behind=behind, scale=shrink)
        rows.append(BarRow(bar, name, number))
    return rows


def _height(row: BarRow, above: bool) -> float:
    name = 0.0 if row.name is None else row.name.size.height()
    number = row.number.height
    return name + number if above else max(name, number)


def bar_lengths(
    bars: Sequence[BarValue], start: float, width: float, behind: Sequence[float]
) -> Lengths:
    """The scale at which every bar with what is `behind` it ends within the width.

    All begin at a common zero.
    """
    lowest = min(0.0, *(float(bar.value) for bar in bars))
    scale = min(
        (
            (width - start - room) / (max(0.0, float(bar.value)) - lowest)
            for bar, room in zip(bars, behind, strict=True)
            if max(0.0, float(bar.value)) > lowest
        ),
        default=0.0,
    )
    return Lengths(start - lowest * max(0.0, scale), max(0.0, scale))


def lying_bar(bar: BarValue, lengths: Lengths, middle: float, thickness: float, look: Look) -> Bar:
    """A bar from zero to its value, with an end that fades where its value isn't exact."""
    tail = look.px(TAIL_U)
    sign = -1 if bar.value < 0 else 1
    end = lengths.zero + float(bar.value) * lengths.scale
    solid, open_at = (end + sign * tail * part for part in bar.fade)
    solid = max(solid, lengths.zero) if sign > 0 else min(solid, lengths.zero)
    rect = QRectF(
        min(lengths.zero, open_at), middle - thickness / 2, abs(open_at - lengths.zero), thickness
    )
    brush = bar_brush(bar.color(look.theme), QPointF(solid, middle), QPointF(open_at, middle))
    return Bar(rect, brush, horizontal=True, backward=sign < 0)


def _arranged_rows(
    rows: Sequence[BarRow],
    lengths: Lengths,
    look: Look,
    tops: Sequence[float],
    *,
    pitch: float,
    above: bool,
) -> AxisLayout:
    """The bars with their names, before or above them, and their numbers behind them."""
    gap = look.px(_GAP_U)
    drawn: list[Bar] = []
    labels: list[Label] = []
    zone_rows: list[ZoneRow] = []
    for top, row in zip(tops, rows, strict=True):
        name_height = row.name.size.height() if row.name and above else 0.0
        thickness = min((pitch - name_height) * _OF_PITCH, look.px(_THICKEST_U))
        middle = top + name_height + (pitch - name_height) / 2
        if above:
            middle = top + name_height + max(thickness, row.number.height) / 2
        drawn.append(lying_bar(row.bar, lengths, middle, thickness, look))
        if row.name:
            y = top if above else middle - row.name.size.height() / 2
            labels.append(Label(row.name, overhang(row.name), y, look.theme.text))
        labels.append(
            row.number.on(
                middle + row.number.digits / 2,
                max(lengths.zero, drawn[-1].rect.right()) + gap,
                look.theme.text,
            )
        )
        if row.bar.zone is not None:
            spoken = f"{row.bar.name.words}: {row.bar.figure.spoken}"
            touched = QRectF(0, top, labels[-1].rect.right(), pitch)
            zone_rows.append(ZoneRow(row.bar.zone, spoken, touched))
    rules: tuple[QLineF, ...] = ()
    if not above:
        margin = pitch * (1 - _OF_PITCH) / 4
        rules = (QLineF(lengths.zero, margin, lengths.zero, tops[-1] + pitch - margin),)
    return AxisLayout(
        bars=tuple(drawn),
        rules=rules,
        rule_pen=line_pen(look.theme.control_border, look.stroke(2)),
        labels=tuple(labels),
        zone_rows=tuple(zone_rows),
    )
