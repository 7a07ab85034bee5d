"""The figures of a share: the whole above the bar, the parts below it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from kiosk.languages.figures import Figure, Part
from kiosk.screen.chart.figure_block import figure_columns, fitted_block
from kiosk.screen.chart.labels import spread
from kiosk.screen.chart.number_labels import NUMBER_SIZES, NumberSize, set_figure
from kiosk.screen.chart.panel_figure import panel_figure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from PySide6.QtCore import QSizeF

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.exhibit.model.values import Value
    from kiosk.look.look import Look
    from kiosk.screen.chart.figure_block import FigureBlock, FigureColumn, LegendKey
    from kiosk.screen.chart.labels import Label
    from kiosk.screen.locale import Locale

_SIZES = (
    NumberSize("place", 1.0, True),
    NumberSize("number_l", 1.0, True),
    *NUMBER_SIZES,
)
_ROLES = ("lead", "secondary")
_GAP_U = 32
_MOST_FOR_WHOLE = 0.14
_LEAST_UNDER_PART_U = 24


@dataclass(frozen=True)
class FiguresUnderParts:
    """Each figure under the beginning of its own part; lengths in pixels."""

    columns: tuple[FigureColumn, ...]
    lefts: tuple[float, ...]

    @property
    def height(self) -> float:
        """The height of the tallest column."""
        return max(column.height for column in self.columns)

    def placed(self, look: Look, top: float) -> tuple[tuple[Label, ...], tuple[LegendKey, ...]]:
        """The labels from `top` down; no keys are needed."""
        labels: list[Label] = []
        for column, left in zip(self.columns, self.lefts, strict=True):
            labels += column.placed(top, left)
        return tuple(labels), ()


def whole_figure(panel: ChartPanel, of: Value, locale: Locale, look: Look, size: QSizeF) -> Label:
    """Set the whole with what it counts, in the largest type that fits on one line."""
    drawn = panel_figure(panel, of, locale)
    number = next(part.text for part in drawn.parts if part.role == "number")
    before, _, after = drawn.spoken.partition(number)
    parts = (Part(before, "unit"), Part(number, "number"), Part(after, "unit"))
    figure = Figure(tuple(part for part in parts if part.text), drawn.spoken)
    for number_size in NUMBER_SIZES:
        setting = set_figure(look, locale, figure, number_size)
        if setting.ink <= size.width() and setting.height <= size.height() * _MOST_FOR_WHOLE:
            break
    scale = min(1.0, size.width() / setting.ink)
    if scale < 1:
        setting = set_figure(look, locale, figure, number_size, scale=scale)
    return setting.below(0, 0, look.theme.text)


def placed_figures(
    panel: ChartPanel,
    locale: Locale,
    look: Look,
    rest: Decimal,
    sides: Sequence[tuple[float, float]],
    room: QSizeF,
) -> FiguresUnderParts | FigureBlock:
    """The figures under their parts or, where parts are too narrow for that, beside keys."""
    gap = look.px(_GAP_U)
    widths = (None, room.width() - gap - sides[0][1], room.width() / len(sides) - gap)
    ways = [way for way in product(_SIZES, _ROLES, widths) if way[2] is None or way[2] > 0]

    def under_parts(way: tuple[NumberSize, str, float | None]) -> FiguresUnderParts | None:
        size, role, width = way
        columns = figure_columns(panel, locale, look, rest, size=size, role=role, width=width)
        lefts = _under(columns, sides, look, room.width())
        if lefts is None or not all(column.whole for column in columns):
            return None
        found = FiguresUnderParts(columns, lefts)
        return found if found.height <= room.height() else None

    # Where the smallest type finds no place, trying all the others would only take time.
    if any(under_parts(way) for way in ways[-len(widths) :]):
        return next(found for found in map(under_parts, ways) if found)
    return fitted_block(panel, locale, look, rest, room)


def _under(
    columns: Sequence[FigureColumn], sides: Sequence[tuple[float, float]], look: Look, width: float
) -> tuple[float, ...] | None:
    """The left edges of the figures; None where one would not begin under its own part."""
    gap = look.px(_GAP_U)
    lefts = spread(
        [column.width + gap for column in columns], [left for left, _ in sides], width + gap
    )
    least = look.px(_LEAST_UNDER_PART_U)
    for left, (begin, end) in zip(lefts, sides, strict=True):
        if left > max(begin, end - least) or left < begin - least:
            return None
    overlap = sum(column.width + gap for column in columns) - gap > width
    return None if overlap else tuple(lefts)
