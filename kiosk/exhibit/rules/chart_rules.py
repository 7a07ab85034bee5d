"""The rules for charts: each kind needs its own data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.exhibit.rules.fact_rules import check_source, number_expected, unknown_unit
from kiosk.exhibit.rules.length_rules import is_length, no_length
from kiosk.exhibit.rules.part_rules import written
from kiosk.exhibit.tables import chart_messages
from kiosk.text import shape_messages
from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import ChartPanel, Series
    from kiosk.exhibit.model.located_message import Existing
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

_SHOWN_AS = {
    "waffle": Phrase("dots"),
    "share": Phrase("part of a bar"),
    "areas": Phrase("a square"),
    "depths": Phrase("a line"),
}


def check_chart(panel: ChartPanel, at: Location, existing: Existing) -> Iterator[LocatedMessage]:
    """What is wrong with the chart at `at`; tables have been read into points."""
    yield from check_source(panel.source, (*at, "source"), existing)
    yield from _check_unit(panel, at, existing)
    if panel.chart != "timeline":
        for index, series in enumerate(panel.series):
            yield from _check_value(series, panel, (*at, "series", index))
    yield from _check_on_map(panel, at)
    yield from _RULES[panel.chart](panel, at)


def _check_on_map(panel: ChartPanel, at: Location) -> Iterator[LocatedMessage]:
    """That the map can shade what the chart shows: one value for each of its zones."""
    if not panel.on_map:
        return
    points = [point for series in panel.series[:1] for point in series.points]
    if panel.chart not in ("bar", "ranking"):
        yield from _misplaced(panel, ("on_map",), panel, at)
    elif len(panel.series) > 1 or (points and not any(point.zone for point in points)):
        # A table that can't be read has no points, and its own message.
        yield LocatedMessage((*at, "on_map"), chart_messages.NOTHING_TO_SHADE, at_key=True)


def _check_unit(panel: ChartPanel, at: Location, existing: Existing) -> Iterator[LocatedMessage]:
    if panel.unit is None:
        if panel.chart != "timeline":
            yield LocatedMessage(at, shape_messages.missing_key("unit"))
        return
    unit = existing.units.get(panel.unit)
    if unit is None:
        yield unknown_unit(panel.unit, (*at, "unit"), existing)
    elif unit.kind == "date" and panel.chart != "timeline":
        yield LocatedMessage((*at, "unit"), chart_messages.date_unit_in_chart(unit.id))
    elif panel.chart == "depths" and not is_length(unit):
        yield LocatedMessage((*at, "unit"), no_length(unit.id))


def _check_value(series: Series, panel: ChartPanel, at: Location) -> Iterator[LocatedMessage]:
    for place, point in enumerate(series.points):
        if point.value is None:
            yield LocatedMessage(_point(at, series, place), shape_messages.missing_key("value"))
        elif point.value.number is None and series.data is None:
            message = number_expected(point.value.written, panel.unit)
            yield LocatedMessage(_point(at, series, place, "value"), message)


def _check_whole(panel: ChartPanel, at: Location) -> Iterator[LocatedMessage]:
    """What is wrong with a whole and its parts: a waffle or a share."""
    total = None
    for index, series in enumerate(panel.series):
        here = (*at, "series", index)
        origin = "points" if series.data is None else "data"
        yield from _misplaced(series, (origin,), panel, here)
        if series.value is None:
            yield LocatedMessage(here, chart_messages.no_series_value(series.id, panel.chart))
        elif series.value.number is None:
            message = number_expected(series.value.written, panel.unit)
            yield LocatedMessage((*here, "value"), message)
        elif series.value.number < 0:
            message = chart_messages.negative_value(series.value.written, _SHOWN_AS[panel.chart])
            yield LocatedMessage((*here, "value"), message)
        else:
            total = (total or 0) + series.value.number
    yield from _misplaced(panel, ("breaks", "scale"), panel, at)
    if panel.of is None:
        yield LocatedMessage(at, shape_messages.missing_key("of"))
    elif panel.of.number is None:
        message = number_expected(panel.of.written, panel.unit)
        yield LocatedMessage((*at, "of"), message)
    elif panel.of.number <= 0:
        yield LocatedMessage((*at, "of"), chart_messages.nothing_to_divide(panel.of.written))
    elif total is not None and total > panel.of.number:
        message = chart_messages.series_exceed_whole(written(total), panel.of.written)
        yield LocatedMessage((*at, "of"), message)
    elif total is not None and total < panel.of.number and panel.rest is None:
        message = chart_messages.no_name_for_rest(written(panel.of.number - total))
        yield LocatedMessage((*at, "of"), message)


def _check_scaled(panel: ChartPanel, at: Location) -> Iterator[LocatedMessage]:
    """What is wrong with things drawn to scale: areas or depths, one value each."""
    yield from _misplaced(panel, ("of", "rest", "scale", "breaks"), panel, at)
    for index, series in enumerate(panel.series):
        here = (*at, "series", index)
        yield from _misplaced(series, ("points", "data"), panel, here)
        if series.value is None:
            yield LocatedMessage(here, chart_messages.no_series_value(series.id, panel.chart))
        elif series.value.number is None:
            message = number_expected(series.value.written, panel.unit)
            yield LocatedMessage((*here, "value"), message)
        elif series.value.number <= 0:
            message = chart_messages.negative_value(series.value.written, _SHOWN_AS[panel.chart])
            yield LocatedMessage((*here, "value"), message)


def _check_line(panel: ChartPanel, at: Location) -> Iterator[LocatedMessage]:
    yield from _misplaced(panel, ("of", "rest"), panel, at)
    wrong = False
    for index, series in enumerate(panel.series):
        here = (*at, "series", index)
        yield from _misplaced(series, ("value",), panel, here)
        if series.data is not None:
            yield from _misplaced(series.data, ("label",), panel, (*here, "data"))
        for located in _check_points(series, here):
            wrong = True
            yield located
    if wrong:
        return
    dates = [point.at for series in panel.series for point in series.points if point.at]
    first, last = min(dates, key=_years), max(dates, key=_years)
    for index, step in enumerate(panel.breaks):
        if not first.years < step.before.years <= last.years:
            message = chart_messages.break_outside(str(step.before), str(first), str(last))
            yield LocatedMessage((*at, "breaks", index, "before"), message)


def _check_points(series: Series, at: Location) -> Iterator[LocatedMessage]:
    if len(series.points) < 2:
        yield LocatedMessage(at, chart_messages.too_few_points(series.id, 2))
    if len(series.points) > MOST_POINTS:
        found = len(series.points)
        yield LocatedMessage(
            at, chart_messages.too_many_points(series.id, found, MOST_POINTS, "line")
        )
        return
    earlier = None
    for place, point in enumerate(series.points):
        if point.at is None:
            yield LocatedMessage(_point(at, series, place), chart_messages.POINT_WITHOUT_DATE)
            return
        if earlier is not None and point.at.years <= earlier.years:
            message = chart_messages.points_not_ascending(str(point.at), str(earlier))
            yield LocatedMessage(_point(at, series, place, "at"), message)
            return
        earlier = point.at


def _check_bar(panel: ChartPanel, at: Location) -> Iterator[LocatedMessage]:
    yield from _misplaced(panel, ("of", "rest", "scale"), panel, at)
    bars = sum(len(series.points) or 1 for series in panel.series)
    if bars > MOST_BARS:
        fullest = max(range(len(panel.series)), key=lambda index: len(panel.series[index].points))
        message = chart_messages.too_many_bars(bars, MOST_BARS)
        yield LocatedMessage((*at, "series", fullest), message)
        return
    for index, series in enumerate(panel.series):
        here = (*at, "series", index)
        if series.value is not None:
            continue
        if not series.points:
            yield LocatedMessage(here, chart_messages.too_few_points(series.id, 1))
        for place, point in enumerate(series.points):
            if point.label is None and point.zone is None and point.at is None:
                yield LocatedMessage(_point(here, series, place), chart_messages.BAR_WITHOUT_LABEL)
                break


def _check_ranking(panel: ChartPanel, at: Location) -> Iterator[LocatedMessage]:
    yield from _misplaced(panel, ("of", "rest", "scale", "breaks"), panel, at)
    yield from _check_only_series(panel, at, fewest=1, most=MOST_RANKED)
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
                yield LocatedMessage(_point(here, series, place), chart_messages.ROW_WITHOUT_NAME)
                break
            if point.zone is not None and point.zone in ranked:
                message = chart_messages.ranked_twice(point.zone)
                yield LocatedMessage(_point(here, series, place, "zone"), message)
            ranked.update([point.zone] if point.zone else [])


def _check_timeline(panel: ChartPanel, at: Location) -> Iterator[LocatedMessage]:
    yield from _misplaced(panel, ("of", "rest", "scale", "breaks"), panel, at)
    yield from _check_only_series(panel, at, fewest=2, most=MOST_EVENTS)
    for index, series in enumerate(panel.series):
        here = (*at, "series", index)
        yield from _misplaced(series, ("value", "data"), panel, here)
        if series.data is not None:
            continue
        for place, point in enumerate(series.points):
            event = (*here, "points", place)
            yield from _misplaced(point, ("value", "zone", "bound"), panel, event)
            if point.at is None:
                yield LocatedMessage(event, chart_messages.EVENT_WITHOUT_DATE)
            if point.label is None:
                yield LocatedMessage(event, chart_messages.EVENT_WITHOUT_LABEL)


def _check_only_series(
    panel: ChartPanel, at: Location, *, fewest: int, most: int
) -> Iterator[LocatedMessage]:
    """That there is more than one series, or that the one has too few or too many points."""
    series = panel.series[0]
    if len(series.points) < fewest:
        yield LocatedMessage((*at, "series", 0), chart_messages.too_few_points(series.id, fewest))
    elif len(series.points) > most:
        message = chart_messages.too_many_points(series.id, len(series.points), most, panel.chart)
        yield LocatedMessage((*at, "series", 0), message)
    if panel.series[1:]:
        yield LocatedMessage((*at, "series", 1), chart_messages.second_series(panel.chart))


_RULES = {
    "waffle": _check_whole,
    "share": _check_whole,
    "bar": _check_bar,
    "ranking": _check_ranking,
    "line": _check_line,
    "timeline": _check_timeline,
    "areas": _check_scaled,
    "depths": _check_scaled,
}


def _misplaced(
    model: Model, keys: tuple[str, ...], panel: ChartPanel, at: Location
) -> Iterator[LocatedMessage]:
    """The keys that are written but mean nothing in this kind of chart."""
    for key in keys:
        if key in model.model_fields_set:
            message = chart_messages.not_for_this_chart(key, panel.chart)
            yield LocatedMessage((*at, key), message, at_key=True)


def _point(at: Location, series: Series, place: int, *key: str) -> Location:
    """Where a point is written; for one from a table, where the table is named."""
    return (*at, "data") if series.data is not None else (*at, "points", place, *key)


def _years(date: WrittenDate) -> float:
    return date.years
