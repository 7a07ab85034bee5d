"""What is wrong with the series and points of a chart."""

from __future__ import annotations

from kiosk.text.messages import Message


def too_few_points(series: str, needed: int) -> Message:
    plural = "points" if needed > 1 else "point"
    return Message("too-few-points", f"the series '{series}' needs at least {needed} {plural}")


def too_many_points(series: str, found: int, limit: int, chart: str) -> Message:
    return Message(
        "too-many-points",
        f"the series '{series}' has {found:,} points; a {chart} holds {limit}",
        "leave some out or make two charts",
    )


def too_many_bars(found: int, limit: int) -> Message:
    return Message(
        "too-many-points",
        f"the chart has {found:,} bars; {limit} are the most",
        "leave some out, make two charts, or draw a line",
    )


def second_series(chart: str) -> Message:
    return Message(
        "second-series", f"a {chart} shows one series", "move its points into the first series"
    )


def no_series_value(series: str, chart: str) -> Message:
    return Message(
        "no-series-value",
        f"the series '{series}' has no 'value'",
        f"a {chart} shows one value a series",
    )


def not_for_this_chart(key: str, chart: str) -> Message:
    return Message(
        "not-for-this-chart", f"'{key}' means nothing in a {chart} chart", "delete the line"
    )


def two_origins(series: str) -> Message:
    return Message(
        "two-origins",
        f"the series '{series}' has both 'points' and 'data'",
        "keep one of the two",
    )


def series_exceed_whole(total: str, whole: str) -> Message:
    return Message("series-exceed-whole", f"the series are {total} together, but 'of' is {whole}")


def no_name_for_rest(rest: str) -> Message:
    return Message(
        "no-name-for-rest",
        f"the series leave {rest} of the whole without a name",
        "say in 'rest' what they are",
    )


def nothing_to_divide(written: str) -> Message:
    return Message(
        "nothing-to-divide", f"{written} can't be divided into parts", "write a number above 0"
    )


def negative_value(written: str, shown_as: str) -> Message:
    return Message(
        "negative-value", f"{written} can't be shown as {shown_as}", "write a number above 0"
    )


POINT_WITHOUT_DATE = Message(
    "point-without-date",
    "a point of a line needs a date",
    "add 'at': the date, or the column of dates",
)


def points_not_ascending(later: str, earlier: str) -> Message:
    if later == earlier:
        return Message(
            "points-not-ascending", f"{later} stands twice", "keep one point for each date"
        )
    return Message(
        "points-not-ascending",
        f"{later} comes after {earlier}",
        "sort the points by date, each date once",
    )


def break_outside(before: str, first: str, last: str) -> Message:
    return Message(
        "break-outside",
        f"the break before {before} is outside the line, which goes from {first} to {last}",
    )


BAR_WITHOUT_LABEL = Message(
    "bar-without-label", "nobody can tell what this bar is", "add 'label', 'zone' or 'at'"
)

ROW_WITHOUT_NAME = Message(
    "row-without-name", "nobody can tell what is ranked here", "add 'zone' or 'label'"
)


def ranked_twice(zone: str) -> Message:
    return Message("ranked-twice", f"the zone '{zone}' is ranked twice", "keep one of the two")


EVENT_WITHOUT_DATE = Message(
    "event-without-date",
    "an event of a timeline needs a date",
    "add 'at': 2024, 2024-06 or 2024-06-16",
)

EVENT_WITHOUT_LABEL = Message(
    "event-without-label", "an event of a timeline needs words", "say in 'label' what happened"
)


def date_unit_in_chart(unit: str) -> Message:
    return Message("date-unit-in-chart", f"the unit '{unit}' is a date; a chart needs numbers")
