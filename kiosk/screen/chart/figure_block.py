"""The figures below a waffle or a share: each number over what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSizeF

from kiosk.exhibit.model.values import Value
from kiosk.screen.chart.labels import Label, keeps_words_whole, set_plain
from kiosk.screen.chart.number_labels import NUMBER_SIZES, set_figure
from kiosk.screen.chart.panel_figure import panel_figure
from kiosk.text.multilingual import Said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from PySide6.QtGui import QColor

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.chart.number_labels import Number, NumberSize
    from kiosk.screen.locale import Locale

_GAPS_U = (64, 40, 24)
_LABEL_ROLES = ("secondary", "source")
_ROW_GAP_U = 12
_KEY_U = 9
_KEY_ROOM_U = 30


@dataclass(frozen=True)
class LegendKey:
    """A small shape that says which dots a figure counts; `series` is None for the rest."""

    series: int | None
    centre: QPointF
    radius: float
    color: QColor


@dataclass(frozen=True)
class FigureColumn:
    """One number, what it counts and, for a remainder, how it came about."""

    number: Number
    lines: tuple[tuple[Setting, QColor], ...]
    color: QColor
    series: int | None
    indent: float
    whole: bool
    """Whether no word of its label had to be broken."""

    @property
    def width(self) -> float:
        """The width of the widest line, in pixels."""
        return max(self.number.ink, *(line.ink + self.indent for line, _ in self.lines))

    @property
    def height(self) -> float:
        """The height of the number and all lines below it, in pixels."""
        return self.number.height + sum(line.size.height() for line, _ in self.lines)

    def placed(self, top: float, left: float) -> Iterator[Label]:
        """Place the labels from `top` down, at `left`."""
        yield self.number.below(top, left, self.color)
        y = top + self.number.height
        for setting, color in self.lines:
            yield Label(setting, left + self.indent, y, color)
            y += setting.size.height()


@dataclass(frozen=True)
class FigureBlock:
    """Figures side by side, and in further rows where there are many; lengths in pixels."""

    rows: tuple[tuple[FigureColumn, ...], ...]
    gap: float
    row_gap: float

    @property
    def widths(self) -> list[float]:
        """The width of each column, in pixels."""
        count = len(self.rows[0])
        return [
            max(row[place].width for row in self.rows if place < len(row)) for place in range(count)
        ]

    @property
    def width(self) -> float:
        """From the first column to the end of the last."""
        return sum(self.widths) + self.gap * (len(self.rows[0]) - 1)

    @property
    def height(self) -> float:
        """From the first row to the end of the last."""
        heights = [max(column.height for column in row) for row in self.rows]
        return sum(heights) + self.row_gap * (len(self.rows) - 1)

    @property
    def whole(self) -> bool:
        """Whether no word of a label had to be broken."""
        return all(column.whole for row in self.rows for column in row)

    def placed(self, look: Look, top: float) -> tuple[tuple[Label, ...], tuple[LegendKey, ...]]:
        """The labels, and the keys where there are several series, from `top` down."""
        labels: list[Label] = []
        keys: list[LegendKey] = []
        for row in self.rows:
            left = 0.0
            for column, width in zip(row, self.widths, strict=False):
                labels += column.placed(top, left)
                if column.indent:
                    keys.append(_key(column, look, left, top + column.number.height))
                left += width + self.gap
            top += max(column.height for column in row) + self.row_gap
        return tuple(labels), tuple(keys)


def fitted_block(
    panel: ChartPanel, locale: Locale, look: Look, rest: Decimal, room: QSizeF
) -> FigureBlock:
    """The figures of a panel in the largest type in which they fit, at best all in one row.

    Labels break into lines before figures go into further rows, and these come before smaller
    numbers and labels; where nothing fits, the last attempt.
    """
    count = len(panel.series) + (1 if rest > 0 else 0)
    block = _block(
        panel,
        locale,
        look,
        rest,
        size=NUMBER_SIZES[0],
        role=_LABEL_ROLES[0],
        gap=look.px(_GAPS_U[0]),
        share=None,
        across=count,
    )
    if block.width <= room.width() and block.height <= room.height():
        return block
    acrosses = tuple(dict.fromkeys((count, (count + 1) // 2)))
    for role, size, across, units in product(_LABEL_ROLES, NUMBER_SIZES, acrosses, _GAPS_U):
        gap = look.px(units)
        share = (room.width() - gap * (across - 1)) / across
        block = _block(
            panel, locale, look, rest, size=size, role=role, gap=gap, share=share, across=across
        )
        if block.whole and block.width <= room.width() and block.height <= room.height():
            break
    return block


def least_block_height(
    panel: ChartPanel, locale: Locale, look: Look, rest: Decimal, width: float
) -> float:
    """How high the figures of a panel are in the smallest type that `fitted_block` tries."""
    count, gap = len(panel.series) + (1 if rest > 0 else 0), look.px(_GAPS_U[-1])
    found = 0.0
    for across in dict.fromkeys((count, (count + 1) // 2)):
        share = (width - gap * (across - 1)) / across
        block = _block(
            panel,
            locale,
            look,
            rest,
            size=NUMBER_SIZES[-1],
            role=_LABEL_ROLES[-1],
            gap=gap,
            share=share,
            across=across,
        )
        found = block.height
        if block.whole and block.width <= width:
            break
    return found


def _key(column: FigureColumn, look: Look, left: float, top: float) -> LegendKey:
    radius = look.px(_KEY_U)
    label = Label(column.lines[0][0], left, top, column.color)
    pitch = label.setting.size.height() / label.setting.line_count
    color = look.theme.text2 if column.series is None else look.theme.series[column.series]
    return LegendKey(column.series, QPointF(left + radius, top + pitch / 2), radius, color)


def _block(
    panel: ChartPanel,
    locale: Locale,
    look: Look,
    rest: Decimal,
    *,
    size: NumberSize,
    role: str,
    gap: float,
    share: float | None,
    across: int,
) -> FigureBlock:
    """All figures, `across` in a row, each within `share` pixels."""
    indent = look.px(_KEY_ROOM_U) if len(panel.series) > 1 else 0.0
    columns = figure_columns(
        panel, locale, look, rest, size=size, role=role, width=share, indent=indent
    )
    rows = tuple(columns[start : start + across] for start in range(0, len(columns), across))
    return FigureBlock(rows, gap, look.px(_ROW_GAP_U))


def figure_columns(
    panel: ChartPanel,
    locale: Locale,
    look: Look,
    rest: Decimal,
    *,
    size: NumberSize,
    role: str,
    width: float | None = None,
    indent: float = 0.0,
) -> tuple[FigureColumn, ...]:
    """The figures of all series and, unless it is 0, of the rest, each within `width` pixels.

    `indent` is the room for a key before each label.
    """
    theme = look.theme
    colors = (theme.accent_text, *theme.series[1:])
    width = None if width is None else width - indent

    def column(value: Value, label: Said, series: int | None, color: QColor) -> FigureColumn:
        said = [(label, role, theme.text)]
        if series is None:
            said.append((Said(locale.say("calculated"), locale.language), "source", theme.muted))
        lines = tuple(
            (set_plain(look, words, language=language, role=line_role, width=width), line_color)
            for (words, language), line_role, line_color in said
        )
        whole = width is None or all(
            keeps_words_whole(look, words, language=language, width=width, role=line_role)
            for (words, language), line_role, _ in said
        )
        number = set_figure(look, locale, panel_figure(panel, value, locale), size)
        return FigureColumn(number, lines, color, series, indent, whole)

    columns = [
        column(series.value, locale.said(series.label), index, colors[index])
        for index, series in enumerate(panel.series)
        if series.value is not None
    ]
    if rest > 0:
        label = (
            locale.said(panel.rest) if panel.rest else Said(locale.say("the_rest"), locale.language)
        )
        columns.append(column(Value.of(rest), label, None, theme.text))
    return tuple(columns)
