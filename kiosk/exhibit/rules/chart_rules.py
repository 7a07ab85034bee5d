"""The rules for charts: each kind needs its own data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.finding import Finding
from kiosk.exhibit.rules import fact_mistakes
from kiosk.exhibit.rules.fact_rules import source_findings, unknown_unit, written
from kiosk.exhibit.tables import chart_mistakes
from kiosk.text import shape_mistakes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import ChartPanel, Series
    from kiosk.exhibit.model.finding import Existing
    from kiosk.exhibit.model.parts import Model
    from kiosk.exhibit.model.values import WrittenDate
    from kiosk.text.yaml_source import Location


MOST_RANKED = 11
"""So many rows of a ranking fit with their names: the eleven cities of the bay."""

MOST_EVENTS = 8
"""So many events of a timeline fit with their words."""

MOST_BARS = 60
"""So many bars of all series together have room for a number each."""

MOST_POINTS = 250
"""So many points of a line can be told apart; each is drawn as a pearl of its own."""

_SHOWN_AS = {"waffle": "dots", "share": "part of a bar"}


def chart_findings(panel: ChartPanel, at: Location, existing: Existing) -> Iterator[Finding]:
    """What is wrong with a chart that stands at `at`; tables have been read into points."""
    yield from source_findings(panel.source, (*at, "source"), existing)
    yield from _unit_findings(panel, at, existing)
    if panel.chart != "timeline":
        for index, series in enumerate(panel.series):
            yield from _value_findings(series, panel, (*at, "series", index))
    yield from _RULES[panel.chart](panel, at)


def _unit_findings(panel: ChartPanel, at: Location, existing: Existing) -> Iterator[Finding]:
    if panel.unit is None:
        if panel.chart != "timeline":
            yield Finding(at, shape_mistakes.missing_key("unit"))
        return
    unit = existing.units.get(panel.unit)
    if unit is None:
        yield unknown_unit(panel.unit, (*at, "unit"), existing)
    elif unit.kind == "date" and panel.chart != "timeline":
        yield Finding((*at, "unit"), chart_mistakes.date_unit_in_chart(unit.id))


def _value_findings(series: Series, panel: ChartPanel, at: Location) -> Iterator[Finding]:
    for place, point in enumerate(series.points):
        if point.value is None:
            yield Finding(_point(at, series, place), shape_mistakes.missing_key("value"))
        elif point.value.number is None and series.data is None:
            mistake = fact_mistakes.number_expected(point.value.written, panel.unit)
            yield Finding(_point(at, series, place, "value"), mistake)


def _whole_findings(panel: ChartPanel, at: Location) -> Iterator[Finding]:
    """What is wrong with a whole and its parts: a waffle or a share."""
    total = None
    for index, series in enumerate(panel.series):
        here = (*at, "series", index)
        origin = "points" if series.data is None else "data"
        yield from _misplaced(series, (origin,), panel, here)
        if series.value is None:
            yield Finding(here, chart_mistakes.no_series_value(series.id, panel.chart))
        elif series.value.number is None:
            mistake = fact_mistakes.number_expected(series.value.written, panel.unit)
            yield Finding((*here, "value"), mistake)
        elif series.value.number < 0:
            mistake = chart_mistakes.negative_value(series.value.written, _SHOWN_AS[panel.chart])
            yield Finding((*here, "value"), mistake)
        else:
            total = (total or 0) + series.value.number
    yield from _misplaced(panel, ("breaks", "scale"), panel, at)
    if panel.of is None:
        yield Finding(at, shape_mistakes.missing_key("of"))
    elif panel.of.number is None:
        mistake = fact_mistakes.number_expected(panel.of.written, panel.unit)
        yield Finding((*at, "of"), mistake)
    elif panel.of.number <= 0:
        yield Finding((*at, "of"), chart_mistakes.nothing_to_divide(panel.of.written))
    elif total is not None and total > panel.of.number:
        mistake = chart_mistakes.series_exceed_whole(written(total), panel.of.written)
        yield Finding((*at, "of"), mistake)
    elif total is not None and total < panel.of.number and panel.rest is None:
        mistake = chart_mistakes.no_name_for_rest(written(panel.of.number - total))
        yield Finding((*at, "of"), mistake)


def _line_findings(panel: ChartPanel, at: Location) -> Iterator[Finding]:
    yield from _misplaced(panel, ("of", "rest"), panel, at)
    wrong = False
    for index, series in enumerate(panel.series):
        here = (*at, "series", index)
        yield from _misplaced(series, ("value",), panel, here)
        for finding in _points_findings(series, here):
            wrong = True
            yield finding
    if wrong:
        return
    dates = [point.at for series in panel.series for point in series.points if point.at]
    first, last = min(dates, key=_years), max(dates, key=_years)
    for index, step in enumerate(panel.breaks):
        if not first.years < step.before.years <= last.years:
            mistake = chart_mistakes.break_outside(str(step.before), str(first), str(last))
            yield Finding((*at, "breaks", index, "before"), mistake)


def _points_findings(series: Series, at: Location) -> Iterator[Finding]:
    if len(series.points) < 2:
        yield Finding(at, chart_mistakes.too_few_points(series.id, 2))
    if len(series.points) > MOST_POINTS:
        found = len(series.points)
        yield Finding(at, chart_mistakes.too_many_points(series.id, found, MOST_POINTS, "line"))
        return
    earlier = None
    for place, point in enumerate(series.points):
        if point.at is None:
            yield Finding(_point(at, series, place), chart_mistakes.POINT_WITHOUT_DATE)
            return
        if earlier is not None and point.at.years <= earlier.years:
            mistake = chart_mistakes.points_not_ascending(str(point.at), str(earlier))
            yield Finding(_point(at, series, place, "at"), mistake)
            return
        earlier = point.at


def _bar_findings(panel: ChartPanel, at: Location) -> Iterator[Finding]:
    yield from _misplaced(panel, ("of", "rest", "scale"), panel, at)
    bars = sum(len(series.points) or 1 for series in panel.series)
    if bars > MOST_BARS:
        fullest = max(range(len(panel.series)), key=lambda index: len(panel.series[index].points))
        mistake = chart_mistakes.too_many_bars(bars, MOST_BARS)
        yield Finding((*at, "series", fullest), mistake)
        return
    for index, series in enumerate(panel.series):
        here = (*at, "series", index)
        if series.value is not None:
            continue
        if not series.points:
            yield Finding(here, chart_mistakes.too_few_points(series.id, 1))
        for place, point in enumerate(series.points):
            if point.label is None and point.zone is None and point.at is None:
                yield Finding(_point(here, series, place), chart_mistakes.BAR_WITHOUT_LABEL)
                break


def _ranking_findings(panel: ChartPanel, at: Location) -> Iterator[Finding]:
    yield from _misplaced(panel, ("of", "rest", "scale", "breaks"), panel, at)
    yield from _only_series_findings(panel, at, fewest=1, most=MOST_RANKED)
    for index, series in enumerate(panel.series):
        here = (*at, "series", index)
        yield from _misplaced(series, ("value",), panel, here)
        if series.data is not None:
            yield from _misplaced(series.data, ("at",), panel, (*here, "data"))
        ranked: set[str] = set()
        for place, point in enumerate(series.points):
            if series.data is None:
                yield from _misplaced(point, ("at",), panel, (*here, "points", place))
            if point.zone is None and point.label is None:
                yield Finding(_point(here, series, place), chart_mistakes.ROW_WITHOUT_NAME)
                break
            if point.zone is not None and point.zone in ranked:
                mistake = chart_mistakes.ranked_twice(point.zone)
                yield Finding(_point(here, series, place, "zone"), mistake)
            ranked.update([point.zone] if point.zone else [])


def _timeline_findings(panel: ChartPanel, at: Location) -> Iterator[Finding]:
    yield from _misplaced(panel, ("of", "rest", "scale", "breaks"), panel, at)
    yield from _only_series_findings(panel, at, fewest=2, most=MOST_EVENTS)
    for index, series in enumerate(panel.series):
        here = (*at, "series", index)
        yield from _misplaced(series, ("value", "data"), panel, here)
        if series.data is not None:
            continue
        for place, point in enumerate(series.points):
            event = (*here, "points", place)
            yield from _misplaced(point, ("value", "zone", "bound"), panel, event)
            if point.at is None:
                yield Finding(event, chart_mistakes.EVENT_WITHOUT_DATE)
            if point.label is None:
                yield Finding(event, chart_mistakes.EVENT_WITHOUT_LABEL)


def _only_series_findings(
    panel: ChartPanel, at: Location, *, fewest: int, most: int
) -> Iterator[Finding]:
    """That there is more than one series, or that the one has too few or too many points."""
    series = panel.series[0]
    if len(series.points) < fewest:
        yield Finding((*at, "series", 0), chart_mistakes.too_few_points(series.id, fewest))
    elif len(series.points) > most:
        mistake = chart_mistakes.too_many_points(series.id, len(series.points), most, panel.chart)
        yield Finding((*at, "series", 0), mistake)
    if panel.series[1:]:
        yield Finding((*at, "series", 1), chart_mistakes.second_series(panel.chart))


_RULES = {
    "waffle": _whole_findings,
    "share": _whole_findings,
    "bar": _bar_findings,
    "ranking": _ranking_findings,
    "line": _line_findings,
    "timeline": _timeline_findings,
}


def _misplaced(
    model: Model, keys: tuple[str, ...], panel: ChartPanel, at: Location
) -> Iterator[Finding]:
    """The keys that are written but mean nothing in this kind of chart."""
    for key in keys:
        if key in model.model_fields_set:
            mistake = chart_mistakes.not_for_this_chart(key, panel.chart)
            yield Finding((*at, key), mistake, at_key=True)


def _point(at: Location, series: Series, place: int, *key: str) -> Location:
    """Where a point is written; for one from a table, where the table is named."""
    return (*at, "data") if series.data is not None else (*at, "points", place, *key)


def _years(date: WrittenDate) -> float:
    return date.years
