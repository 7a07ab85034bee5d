"""The rules for charts: each kind needs its own data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit import mistakes
from kiosk.exhibit.fact_rules import source_findings, unknown_unit, written
from kiosk.exhibit.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.finding import Existing
    from kiosk.exhibit.model import ChartPanel, Series
    from kiosk.exhibit.values import WrittenDate
    from kiosk.exhibit.yaml_source import Location


def chart_findings(panel: ChartPanel, at: Location, existing: Existing) -> Iterator[Finding]:
    """What is wrong with a chart that stands at `at`; tables have been read into points."""
    yield from source_findings(panel.source, (*at, "source"), existing)
    unit = existing.units.get(panel.unit)
    if unit is None:
        yield unknown_unit(panel.unit, (*at, "unit"), existing)
    elif unit.kind == "date":
        yield Finding((*at, "unit"), mistakes.date_unit_in_chart(unit.id))
    for index, series in enumerate(panel.series):
        here = (*at, "series", index)
        for place, point in enumerate(series.points):
            if point.value.number is None and series.data is None:
                mistake = mistakes.number_expected(point.value.written, panel.unit)
                yield Finding((*here, "points", place, "value"), mistake)
    yield from _RULES[panel.chart](panel, at)


def _waffle_findings(panel: ChartPanel, at: Location) -> Iterator[Finding]:
    total = None
    for index, series in enumerate(panel.series):
        here = (*at, "series", index)
        origin = "points" if series.data is None else "data"
        yield from _misplaced(series, (origin,), panel, here)
        if series.value is None:
            yield Finding(here, mistakes.no_series_value(series.id))
        elif series.value.number is None:
            mistake = mistakes.number_expected(series.value.written, panel.unit)
            yield Finding((*here, "value"), mistake)
        elif series.value.number < 0:
            yield Finding((*here, "value"), mistakes.negative_value(series.value.written))
        else:
            total = (total or 0) + series.value.number
    yield from _misplaced(panel, ("breaks", "scale"), panel, at)
    if panel.of is None or total is None:
        return
    if panel.of.number is None:
        mistake = mistakes.number_expected(panel.of.written, panel.unit)
        yield Finding((*at, "of"), mistake)
    elif total > panel.of.number:
        mistake = mistakes.series_exceed_whole(written(total), panel.of.written)
        yield Finding((*at, "of"), mistake)
    elif total < panel.of.number and panel.rest is None:
        mistake = mistakes.no_name_for_rest(written(panel.of.number - total))
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
            mistake = mistakes.break_outside(str(step.before), str(first), str(last))
            yield Finding((*at, "breaks", index, "before"), mistake)


def _points_findings(series: Series, at: Location) -> Iterator[Finding]:
    if len(series.points) < 2:
        yield Finding(at, mistakes.too_few_points(series.id, 2))
    earlier = None
    for place, point in enumerate(series.points):
        if point.at is None:
            yield Finding(_point(at, series, place), mistakes.point_without_date())
            return
        if earlier is not None and point.at.years <= earlier.years:
            mistake = mistakes.points_not_ascending(str(point.at), str(earlier))
            yield Finding(_point(at, series, place, "at"), mistake)
            return
        earlier = point.at


def _bar_findings(panel: ChartPanel, at: Location) -> Iterator[Finding]:
    yield from _misplaced(panel, ("of", "rest", "scale"), panel, at)
    for index, series in enumerate(panel.series):
        here = (*at, "series", index)
        if series.value is not None:
            continue
        if not series.points:
            yield Finding(here, mistakes.too_few_points(series.id, 1))
        for place, point in enumerate(series.points):
            if point.label is None and point.zone is None and point.at is None:
                yield Finding(_point(here, series, place), mistakes.bar_without_label())
                break


_RULES = {"waffle": _waffle_findings, "line": _line_findings, "bar": _bar_findings}


def _misplaced(
    model: ChartPanel | Series, keys: tuple[str, ...], panel: ChartPanel, at: Location
) -> Iterator[Finding]:
    """The keys that are written but mean nothing in this kind of chart."""
    for key in keys:
        if key in model.model_fields_set:
            mistake = mistakes.not_for_this_chart(key, panel.chart)
            yield Finding((*at, key), mistake, at_key=True)


def _point(at: Location, series: Series, place: int, *key: str) -> Location:
    """Where a point is written; for one from a table, where the table is named."""
    return (*at, "data") if series.data is not None else (*at, "points", place, *key)


def _years(date: WrittenDate) -> float:
    return date.years
