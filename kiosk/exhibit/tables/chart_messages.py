"""What is wrong with the series and points of a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.fix import Fix, FixKind
from kiosk.text.phrase import Phrase, of_program
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from kiosk.text.messages import Message

_CALLED = {
    "waffle": Phrase("waffle"),
    "share": Phrase("share"),
    "bar": Phrase("bar"),
    "ranking": Phrase("ranking"),
    "line": Phrase("line"),
    "timeline": Phrase("timeline"),
    "areas": Phrase("areas"),
    "depths": Phrase("depths"),
}
"""What each kind of chart is called in a sentence, by the word for it in a file."""

_TOO_FEW_POINTS = Rule(
    "too-few-points",
    why="One point is no line.",
    file="zones/qianhai.yaml",
    wrong="points: [{at: 2018, value: 348}]",
    right="data: {file: teams.csv, at: year, value: teams}",
)


def too_few_points(series: str, needed: int) -> Message:
    """A chart needs so many points, or it shows nothing."""
    return _TOO_FEW_POINTS.message(
        Phrase("the series '{series}' needs at least 1 point", series=series)
        if needed == 1
        else Phrase(
            "the series '{series}' needs at least {needed} points", series=series, needed=needed
        )
    )


_TOO_MANY_POINTS = Rule(
    "too-many-points",
    why="More bars, points or events than that can't be told apart from a step away.",
    wrong="a timeline of 9 events",
    right="two timelines",
)


def too_many_points(series: str, found: int, limit: int, chart: str) -> Message:
    """More points than can be told apart."""
    return _TOO_MANY_POINTS.message(
        Phrase(
            "the series '{series}' has {found:,} points; a {chart} holds {limit}",
            series=series,
            found=found,
            chart=_CALLED[chart],
            limit=limit,
        ),
        "leave some out or make two charts",
    )


def too_many_bars(found: int, limit: int) -> Message:
    """More bars than can be told apart."""
    return _TOO_MANY_POINTS.message(
        Phrase("the chart has {found:,} bars; {limit} are the most", found=found, limit=limit),
        "leave some out, make two charts, or draw a line",
    )


_SECOND_SERIES = Rule(
    "second-series",
    why="A ranking and a timeline show one series.",
    wrong="a ranking with two series",
    right="two rankings",
)


def second_series(chart: str) -> Message:
    """A ranking or a timeline with several series."""
    return _SECOND_SERIES.message(
        Phrase("a {chart} shows one series", chart=_CALLED[chart]),
        "move its points into the first series",
    )


_NO_SERIES_VALUE = Rule(
    "no-series-value",
    why="A waffle, a share, areas and depths show one number for each part.",
    file="zones/qianhai.yaml",
    wrong="{id: hong-kong, label",
    right="{id: hong-kong, value: 691, label",
)


def no_series_value(series: str, chart: str) -> Message:
    """A part of a whole without its number."""
    return _NO_SERIES_VALUE.message(
        Phrase("the series '{series}' has no 'value'", series=series),
        Phrase("a {chart} shows one value a series", chart=_CALLED[chart]),
    )


_NOT_FOR_THIS_CHART = Rule(
    "not-for-this-chart",
    why="A key that means nothing here was meant for another kind of chart.",
    file="zones/qianhai.yaml",
    wrong="  chart: line\n  of: 7",
    right="  chart: line",
)


def not_for_this_chart(key: str, chart: str) -> Message:
    """A key of another kind of chart."""
    return _NOT_FOR_THIS_CHART.message(
        Phrase("'{key}' means nothing in a {chart} chart", key=key, chart=_CALLED[chart]),
        "delete the line",
        fix=Fix(FixKind.DELETE),
    )


_TWO_ORIGINS = Rule(
    "two-origins",
    why="Points here and in a table would be two truths.",
    file="zones/qianhai.yaml",
    wrong=(
        "    data: {file: teams.csv, at: year, value: teams}\n    points: [{at: 2018, value: 348}]"
    ),
    right="    data: {file: teams.csv, at: year, value: teams}",
)


def two_origins(series: str) -> Message:
    """Points that are written, and a table beside them."""
    return _TWO_ORIGINS.message(
        Phrase("the series '{series}' has both 'points' and 'data'", series=series),
        "keep one of the two",
    )


_SERIES_EXCEED_WHOLE = Rule(
    "series-exceed-whole",
    why="The parts are more than the whole, so one of the numbers is wrong.",
    file="zones/qianhai.yaml",
    wrong="of: 690",
    right="of: 1195",
)


def series_exceed_whole(total: str, whole: str) -> Message:
    """`total` of the parts is more than the `whole`."""
    return _SERIES_EXCEED_WHOLE.message(
        Phrase("the series are {total} together, but 'of' is {whole}", total=total, whole=whole)
    )


_NO_NAME_FOR_REST = Rule(
    "no-name-for-rest",
    why="Visitors ask what the other dots are.",
    file="zones/qianhai.yaml",
    wrong="  of: 1195\n  series",
    right="  of: 1195\n  rest: {en: others, zh-Hant: 其他, zh-Hans: 其他, pt: outras}\n  series",
)


def no_name_for_rest(rest: str) -> Message:
    """`rest` is the number that the parts leave."""
    return _NO_NAME_FOR_REST.message(
        Phrase("the series leave {rest} of the whole without a name", rest=rest),
        "say in 'rest' what they are",
        fix=Fix(FixKind.WRITE, "rest"),
    )


_NOTHING_TO_DIVIDE = Rule(
    "nothing-to-divide",
    why="There are no parts of nothing.",
    file="zones/qianhai.yaml",
    wrong="  of: 0\n  rest",
    right="  of: 1195\n  rest",
)


def nothing_to_divide(written: str) -> Message:
    """A whole that is not above 0."""
    return _NOTHING_TO_DIVIDE.message(
        Phrase("{written} can't be divided into parts", written=written), "write a number above 0"
    )


_NEGATIVE_VALUE = Rule(
    "negative-value",
    why="Fewer than no dots can't be drawn.",
    file="zones/qianhai.yaml",
    wrong="{id: hong-kong, value: -691,",
    right="{id: hong-kong, value: 691,",
)


def negative_value(written: str, shown_as: str) -> Message:
    """`shown_as` is what a number below 0 can't be, such as dots."""
    return _NEGATIVE_VALUE.message(
        Phrase(
            "{written} can't be shown as {shown_as}", written=written, shown_as=of_program(shown_as)
        ),
        "write a number above 0",
    )


_POINT_WITHOUT_DATE = Rule(
    "point-without-date",
    why="A point of a line stands at its date.",
    file="zones/qianhai.yaml",
    wrong="data: {file: teams.csv, value: teams}",
    right="data: {file: teams.csv, at: year, value: teams}",
)


POINT_WITHOUT_DATE = _POINT_WITHOUT_DATE.message(
    "a point of a line needs a date", "add 'at': the date, or the column of dates"
)


_POINTS_NOT_ASCENDING = Rule(
    "points-not-ascending",
    why="A line goes from the past to the present.",
    file="data/teams.csv",
    wrong="2025,601",
    right="2022,601",
)


def points_not_ascending(later: str, earlier: str) -> Message:
    """Two dates that stand in the wrong order, or twice."""
    if later == earlier:
        return _POINTS_NOT_ASCENDING.message(
            Phrase("{later} stands twice", later=later), "keep one point for each date"
        )
    return _POINTS_NOT_ASCENDING.message(
        Phrase("{later} comes after {earlier}", later=later, earlier=earlier),
        "sort the points by date, each date once",
    )


_BREAK_OUTSIDE = Rule(
    "break-outside",
    why="A change of method beyond the line can't be shown on it.",
    file="zones/qianhai.yaml",
    wrong="before: 2018",
    right="before: 2024",
)


def break_outside(before: str, first: str, last: str) -> Message:
    """`first` and `last` are the dates of the line."""
    return _BREAK_OUTSIDE.message(
        Phrase(
            "the break before {before} is outside the line, which goes from {first} to {last}",
            before=before,
            first=first,
            last=last,
        )
    )


_BAR_WITHOUT_LABEL = Rule(
    "bar-without-label",
    why="A bar without a name tells nothing.",
    wrong="a point `{value: 7}` of a bar chart",
    right="`{at: 2024, value: 7}`",
)


BAR_WITHOUT_LABEL = _BAR_WITHOUT_LABEL.message(
    "nobody can tell what this bar is", "add 'label', 'zone' or 'at'"
)


_ROW_WITHOUT_NAME = Rule(
    "row-without-name",
    why="A row of a ranking without a name tells nothing.",
    wrong="a point `{value: 7}` of a ranking",
    right="`{zone: macao, value: 7}`",
)


ROW_WITHOUT_NAME = _ROW_WITHOUT_NAME.message(
    "nobody can tell what is ranked here", "add 'zone' or 'label'"
)


_NOTHING_TO_SHADE = Rule(
    "nothing-to-shade",
    why="The map shades one value for each place.",
    wrong="`on_map: true` in a chart of years",
    right="`{zone: macao, value: 7}` for its points",
)


NOTHING_TO_SHADE = _NOTHING_TO_SHADE.message(
    "the map can't shade what has no 'zone'", "name the place of each point, or delete the line"
)


_RANKED_TWICE = Rule(
    "ranked-twice",
    why="A place has one rank.",
    wrong="two points `zone: macao` in a ranking",
    right="one of them",
)


def ranked_twice(zone: str) -> Message:
    """One zone in two rows."""
    return _RANKED_TWICE.message(
        Phrase("the zone '{zone}' is ranked twice", zone=zone), "keep one of the two"
    )


_EVENT_WITHOUT_DATE = Rule(
    "event-without-date",
    why="A timeline is a line of dates.",
    wrong="an event with a `label` alone",
    right="the same with `at`",
)


EVENT_WITHOUT_DATE = _EVENT_WITHOUT_DATE.message(
    "an event of a timeline needs a date", "add 'at': 2024, 2024-06 or 2024-06-16"
)


_EVENT_WITHOUT_LABEL = Rule(
    "event-without-label",
    why="A date without words tells nothing.",
    wrong="an event with `at` alone",
    right="the same with a `label`",
)


EVENT_WITHOUT_LABEL = _EVENT_WITHOUT_LABEL.message(
    "an event of a timeline needs words", "say in 'label' what happened"
)


_DATE_UNIT_IN_CHART = Rule(
    "date-unit-in-chart",
    why="A chart draws numbers.",
    file="zones/qianhai.yaml",
    wrong="  unit: day\n  of",
    right="  unit: teams\n  of",
)


def date_unit_in_chart(unit: str) -> Message:
    """A unit that is a date where numbers are drawn."""
    return _DATE_UNIT_IN_CHART.message(
        Phrase("the unit '{unit}' is a date; a chart needs numbers", unit=unit)
    )


RULES = (
    _TOO_FEW_POINTS,
    _TOO_MANY_POINTS,
    _SECOND_SERIES,
    _NO_SERIES_VALUE,
    _NOT_FOR_THIS_CHART,
    _TWO_ORIGINS,
    _SERIES_EXCEED_WHOLE,
    _NO_NAME_FOR_REST,
    _NOTHING_TO_DIVIDE,
    _NEGATIVE_VALUE,
    _POINT_WITHOUT_DATE,
    _POINTS_NOT_ASCENDING,
    _BREAK_OUTSIDE,
    _BAR_WITHOUT_LABEL,
    _ROW_WITHOUT_NAME,
    _NOTHING_TO_SHADE,
    _RANKED_TWICE,
    _EVENT_WITHOUT_DATE,
    _EVENT_WITHOUT_LABEL,
    _DATE_UNIT_IN_CHART,
)
"""The rules of this file."""
