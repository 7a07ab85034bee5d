"""The figures below a waffle, side by side: each number over what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from kiosk.exhibit.values import Value
from kiosk.screen.chart.labels import NUMBER_SIZES, Label, set_figure, set_plain, set_words

if TYPE_CHECKING:
    from decimal import Decimal

    from PySide6.QtGui import QColor

    from kiosk.exhibit.model import ChartPanel
    from kiosk.exhibit.text import Text
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.chart.labels import NumberSize
    from kiosk.screen.voice import Voice

_GAPS_U = (64, 40, 24)
_KEY_U = 9
_KEY_ROOM_U = 30


@dataclass(frozen=True)
class Key:
    """A small shape that says which dots a figure counts; `series` is None for the rest."""

    series: int | None
    centre: QPointF
    radius: float
    color: QColor


@dataclass(frozen=True)
class FigureColumn:
    """One number, what it counts and, for a remainder, how it came about."""

    number: Setting
    lines: tuple[tuple[Setting, QColor], ...]
    color: QColor
    series: int | None
    indent: float

    @property
    def width(self) -> float:
        """In pixels."""
        return max(self.number.ink, *(line.ink + self.indent for line, _ in self.lines))

    @property
    def height(self) -> float:
        """In pixels."""
        return self.number.size.height() + sum(line.size.height() for line, _ in self.lines)


@dataclass(frozen=True)
class FigureRow:
    """Columns of figures with `gap` pixels between them."""

    columns: tuple[FigureColumn, ...]
    gap: float

    @property
    def height(self) -> float:
        """In pixels."""
        return max(column.height for column in self.columns)

    @property
    def width(self) -> float:
        """In pixels."""
        return sum(column.width for column in self.columns) + self.gap * (len(self.columns) - 1)

    def placed(self, look: Look, top: float) -> tuple[tuple[Label, ...], tuple[Key, ...]]:
        """The labels, and the keys where there are several series, from `top` down."""
        labels: list[Label] = []
        keys: list[Key] = []
        left = 0.0
        for column in self.columns:
            labels.append(Label(column.number, left, top, column.color))
            y = top + column.number.size.height()
            if column.indent:
                first = column.lines[0][0]
                middle = y + first.first_baseline - look.px(_KEY_U)
                radius = look.px(_KEY_U)
                color = look.theme.text2
                if column.series is not None:
                    color = look.theme.series[column.series]
                keys.append(Key(column.series, QPointF(left + radius, middle), radius, color))
            for setting, color in column.lines:
                labels.append(Label(setting, left + column.indent, y, color))
                y += setting.size.height()
            left += column.width + self.gap
        return tuple(labels), tuple(keys)


def fitted_row(
    panel: ChartPanel, voice: Voice, look: Look, rest: Decimal, width: float
) -> FigureRow:
    """The figures of a panel in the largest type that lets them stand within `width` pixels.

    Labels break into lines before numbers become smaller.
    """
    count = len(panel.series) + (1 if rest > 0 else 0)
    row = _row(panel, voice, look, rest, size=NUMBER_SIZES[0], gap=_GAPS_U[0], share=None)
    for size in NUMBER_SIZES:
        for gap in _GAPS_U:
            if row.width <= width:
                return row
            share = (width - look.px(gap) * (count - 1)) / count
            row = _row(panel, voice, look, rest, size=size, gap=gap, share=share)
    return row


def _row(
    panel: ChartPanel,
    voice: Voice,
    look: Look,
    rest: Decimal,
    *,
    size: NumberSize,
    gap: float,
    share: float | None,
) -> FigureRow:
    theme = look.theme
    indent = look.px(_KEY_ROOM_U) if len(panel.series) > 1 else 0.0
    width = None if share is None else share - indent

    def column(value: Value, label: Text | None, series: int | None, color: QColor) -> FigureColumn:
        if label is None:
            words = set_plain(look, voice.say("the_rest"), language=voice.language, width=width)
        else:
            words = set_words(look, voice, label, width=width)
        lines = [(words, theme.text)]
        if series is None:
            note = set_plain(
                look,
                voice.say("calculated"),
                language=voice.language,
                role="source",
                width=width,
            )
            lines.append((note, theme.muted))
        number = set_figure(look, voice, voice.figure(value, panel.unit), size)
        return FigureColumn(number, tuple(lines), color, series, indent)

    colors = (theme.accent_text, *theme.series[1:])
    columns = [
        column(series.value, series.label, index, colors[index])
        for index, series in enumerate(panel.series)
        if series.value is not None
    ]
    if rest > 0:
        columns.append(column(Value.of(rest), panel.rest, None, theme.text))
    return FigureRow(tuple(columns), look.px(gap))
