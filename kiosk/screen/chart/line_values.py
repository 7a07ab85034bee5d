"""What each line says: its dated values, which of them is the highlight, where method broke."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kiosk.screen.chart.panel_figure import panel_figure, panel_scale

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.exhibit.model.points import Break
    from kiosk.exhibit.model.values import WrittenDate
    from kiosk.languages.figures import Figure
    from kiosk.screen.locale import Locale
    from kiosk.text.multilingual import Said


@dataclass(frozen=True)
class LinePoint:
    """One value; the `highlight` is the one that the headline speaks of."""

    at: WrittenDate
    value: Decimal
    figure: Figure
    highlight: bool


@dataclass(frozen=True)
class LineValue:
    """One line; `crossing` says for each of its segments whether it crosses a break."""

    name: Said
    points: tuple[LinePoint, ...]
    crossing: tuple[bool, ...]


def line_values(panel: ChartPanel, locale: Locale) -> tuple[LineValue, ...]:
    """The lines of a panel with their points in the order of time; empty where none has any."""
    lines: list[LineValue] = []
    scale = panel_scale(panel, locale)
    for series in panel.series:
        dated = sorted(
            (
                (point.at, point.value.number, point.value, point)
                for point in series.points
                if point.at is not None and point.value and point.value.number is not None
            ),
            key=lambda found: found[0].years,
        )
        if not dated:
            continue
        chosen = [index for index, (*_, point) in enumerate(dated) if point.highlight]
        points = tuple(
            LinePoint(
                at,
                number,
                panel_figure(panel, value, locale, bound=point.bound, scale=scale),
                highlight=index in (chosen or [len(dated) - 1]),
            )
            for index, (at, number, value, point) in enumerate(dated)
        )
        crossing = tuple(
            any(crosses(here.at, there.at, change) for change in panel.breaks)
            for here, there in pairwise(points)
        )
        lines.append(LineValue(locale.said(series.label), points, crossing))
    return tuple(lines)


def crosses(here: WrittenDate, there: WrittenDate, change: Break) -> bool:
    """Whether the method changed after `here` and not after `there`."""
    return here.years < _beginning(change.before) <= there.years


def break_place(dates: Sequence[WrittenDate], change: Break) -> float | None:
    """The position of a break on the time axis, in years: midway between its neighbours."""
    before = [date.years for date in dates if date.years < _beginning(change.before)]
    after = [date.years for date in dates if date.years >= _beginning(change.before)]
    return (max(before) + min(after)) / 2 if before and after else None


def _beginning(date: WrittenDate) -> float:
    """The first moment of a date, in years: 2025 begins before any month of it."""
    if date.month is None:
        return float(date.year)
    return date.year + (date.month - 1) / 12 + ((date.day or 1) - 1) / 372
