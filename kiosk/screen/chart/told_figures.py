"""The figures of a chart in words, one after the other: for whoever hears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.values import Value
from kiosk.screen.chart.bar_values import point_name
from kiosk.screen.chart.panel_figure import panel_figure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from kiosk.exhibit.model.exhibit import ChartPanel, Series
    from kiosk.exhibit.model.points import Point
    from kiosk.screen.locale import Locale


def told_figures(panel: ChartPanel, locale: Locale) -> tuple[str, ...]:
    """Each figure with what it is of, dates in their order and names from the largest down.

    First the whole, where the chart has one, and last what is left of it and what has changed in
    the way of counting.
    """
    told: list[str] = []
    if panel.of is not None:
        told.append(_figure(panel, panel.of, locale))
    for series in panel.series:
        told += _of_series(series, panel, locale)
    told += _remainder(panel, locale)
    for each in panel.breaks:
        told.append(f"{locale.date(each.before)}: {locale.text(each.note)}")
    return tuple(filter(None, told))


def _of_series(series: Series, panel: ChartPanel, locale: Locale) -> Iterator[str]:
    label = locale.text(series.label)
    if series.value is not None:
        yield _labelled(label, _figure(panel, series.value, locale), locale)
    named = f"{label}, " if len(panel.series) > 1 else ""
    for point in _ordered(series.points):
        if point.value is not None:
            figure = _figure(panel, point.value, locale, bound=point.bound)
            yield _labelled(f"{named}{point_name(point, locale).words}", figure, locale)
        elif point.at is not None and point.label is not None:
            yield _labelled(locale.date(point.at), locale.text(point.label), locale)


def _ordered(points: tuple[Point, ...]) -> list[Point]:
    if all(point.when is not None for point in points):
        return sorted(points, key=_years)
    return sorted(points, key=_falling)


def _years(point: Point) -> float:
    return 0.0 if point.when is None else point.when.years


def _falling(point: Point) -> Decimal | int:
    number = None if point.value is None else point.value.number
    return 0 if number is None else -number


def _remainder(panel: ChartPanel, locale: Locale) -> Iterator[str]:
    """What the parts leave of the whole: no source states it, and it is drawn as calculated."""
    numbers = [series.value.number for series in panel.series if series.value is not None]
    if panel.of is None or panel.of.number is None or None in numbers:
        return
    rest = panel.of.number - sum(number for number in numbers if number is not None)
    if rest > 0:
        words = locale.text(panel.rest) if panel.rest is not None else locale.say("the_rest")
        figure = _figure(panel, Value.of(rest), locale)
        yield locale.say("as_calculated", figure=_labelled(words, figure, locale))


def _figure(panel: ChartPanel, value: Value, locale: Locale, bound: str | None = None) -> str:
    """A value as a phrase; nothing where its unit can't say it, and the chart draws none."""
    try:
        return panel_figure(panel, value, locale, bound=bound).spoken
    except (KeyError, ValueError):
        return ""


def _labelled(label: str, figure: str, locale: Locale) -> str:
    return locale.say("labelled", label=label, figure=figure) if figure else ""
