"""The rows of a ranking: names in one column, bars from one zero, numbers behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.screen.chart.bar_rows import BarRow, arranged_rows, bar_lengths
from kiosk.screen.chart.bar_values import TAIL_U
from kiosk.screen.chart.labels import keeps_words_whole, set_plain
from kiosk.screen.chart.number_labels import NUMBER_SIZES, NumberSize, set_figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSizeF

    from kiosk.look.look import Look
    from kiosk.screen.chart.axis_layout import AxisLayout
    from kiosk.screen.chart.bar_values import BarValue
    from kiosk.screen.locale import Locale

_TYPES = (
    ("lead", NUMBER_SIZES[0]),
    ("lead", NUMBER_SIZES[2]),
    ("secondary", NUMBER_SIZES[2]),
    ("body", NumberSize("lead", 1.0, False)),
    ("secondary", NumberSize("body", 1.0, False)),
    ("kicker", NumberSize("kicker", 1.0, False)),
    ("source", NumberSize("source", 1.0, False)),
)
"""Of names and numbers, from the ones we like best to the smallest."""

_GAP_U = 20
_TALLEST_PITCH_U = 128
_MOST_FOR_NAMES = (0.36, 0.48, 0.56)
_LEAST_FOR_BARS = 0.26
_NUMBER_PITCH = 1.9
_NAME_PITCH = 1.4
_SHRINK = 0.92
_OWN_WEIGHT = 700


def lay_out_ranking(
    bars: Sequence[BarValue], locale: Locale, look: Look, size: QSizeF
) -> AxisLayout:
    """Lay rows out in the largest type in which they fit, or shrink the smallest until they do."""
    for role, number_size in _TYPES:
        for part in _MOST_FOR_NAMES:
            rows = _set_rows(bars, locale, look, role, number_size, size.width() * part)
            if _fits(rows, look, role, size, size.width() * part):
                return _placed(rows, look, size)
    role, number_size = _TYPES[-1]
    scale = 1.0
    while _tallest(rows, look, role, scale) > size.height() / len(rows) and scale > 0.1:
        scale *= _SHRINK
        rows = _set_rows(bars, locale, look, role, number_size, size.width() * part, scale)
    return _placed(rows, look, size)


def _set_rows(
    bars: Sequence[BarValue],
    locale: Locale,
    look: Look,
    role: str,
    number_size: NumberSize,
    most: float,
    scale: float = 1.0,
) -> list[BarRow]:
    return [
        BarRow(
            bar,
            set_plain(
                look,
                bar.name.words,
                language=bar.name.language,
                role=role,
                width=most,
                weight=_OWN_WEIGHT if bar.highlighted else None,
                scale=scale,
            ),
            set_figure(look, locale, bar.figure, number_size, scale=scale),
        )
        for bar in bars
    ]


def _fits(rows: Sequence[BarRow], look: Look, role: str, size: QSizeF, most: float) -> bool:
    """Whether rows are low enough, no word is broken and the longest bar has some length."""
    longest = max(abs(float(row.bar.value)) for row in rows)
    lengths = bar_lengths(rows, _start(rows, look), size.width(), _gap(look), look.px(TAIL_U))
    return (
        _tallest(rows, look, role) <= size.height() / len(rows)
        and (longest == 0 or longest * lengths.scale >= size.width() * _LEAST_FOR_BARS)
        and all(
            row.name is None
            or (
                row.name.line_count <= 2
                and keeps_words_whole(
                    look, row.bar.name.words, language=row.bar.name.language, width=most, role=role
                )
            )
            for row in rows
        )
    )


def _placed(rows: Sequence[BarRow], look: Look, size: QSizeF) -> AxisLayout:
    pitch = min(size.height() / len(rows), look.px(_TALLEST_PITCH_U))
    lengths = bar_lengths(rows, _start(rows, look), size.width(), _gap(look), look.px(TAIL_U))
    tops = [pitch * index for index in range(len(rows))]
    return arranged_rows(rows, lengths, look, tops, pitch=pitch, above=False)


def _start(rows: Sequence[BarRow], look: Look) -> float:
    return max((row.name.ink for row in rows if row.name), default=0.0) + _gap(look)


def _tallest(rows: Sequence[BarRow], look: Look, role: str, scale: float = 1.0) -> float:
    """The height that the tallest row needs: Chinese on a single line less than in a text."""
    single = look.px(look.style(role).size * scale * _NAME_PITCH)
    heights = [row.number.digits * _NUMBER_PITCH for row in rows]
    heights += [
        single if row.name.line_count == 1 else row.name.size.height() for row in rows if row.name
    ]
    return max(heights)


def _gap(look: Look) -> float:
    return look.px(_GAP_U)
