"""Series and points that the kind of chart cannot show."""

from __future__ import annotations

import pytest

from tests.exhibit.editing import ONE_CHANGE, QIANHAI


@pytest.mark.parametrize(
    ONE_CHANGE,
    [
        pytest.param(
            QIANHAI,
            ("  unit: teams\n  of"),
            ("  unit: day\n  of"),
            ["zones/qianhai.yaml:33:9: the unit 'day' is a date; a chart needs numbers"],
            id="a chart in dates",
        ),
        pytest.param(
            QIANHAI,
            "{id: hong-kong, value: 691,",
            "{id: hong-kong,",
            [
                (
                    "zones/qianhai.yaml:37:5: the series 'hong-kong' has no 'value' (a waffle"
                    " shows one value a series)"
                )
            ],
            id="a waffle without a value",
        ),
        pytest.param(
            QIANHAI,
            "of: 1195",
            "of: 690",
            ["zones/qianhai.yaml:34:7: the series are 691 together, but 'of' is 690"],
            id="a waffle of too much",
        ),
        pytest.param(
            QIANHAI,
            "  rest: {en: others, zh-Hant: 其他, zh-Hans: 其他, pt: outras}\n",
            "",
            [
                (
                    "zones/qianhai.yaml:34:7: the series leave 504 of the whole without a name"
                    " (say in 'rest' what they are)"
                )
            ],
            id="a waffle with a nameless rest",
        ),
        pytest.param(
            QIANHAI,
            "{id: hong-kong, value: 691,",
            "{id: hong-kong, value: -691,",
            [("zones/qianhai.yaml:37:28: -691 can't be shown as dots (write a number above 0)")],
            id="a waffle with a negative value",
        ),
        pytest.param(
            QIANHAI,
            "{id: hong-kong, value: 691,",
            "{id: hong-kong, value: 691, points: [{value: 1}],",
            [
                (
                    "zones/qianhai.yaml:37:33: 'points' means nothing in a waffle chart"
                    " (delete the line)"
                )
            ],
            id="a waffle with points",
        ),
        pytest.param(
            QIANHAI,
            "  chart: line",
            ("  chart: line\n  of: 7"),
            [("zones/qianhai.yaml:43:3: 'of' means nothing in a line chart (delete the line)")],
            id="a line with a whole",
        ),
        pytest.param(
            QIANHAI,
            "data: {file: teams.csv, at: year, value: teams}",
            "points: [{at: 2018, value: 348}]",
            ["zones/qianhai.yaml:47:5: the series 'teams' needs at least 2 points"],
            id="a line of one point",
        ),
        pytest.param(
            QIANHAI,
            "data: {file: teams.csv, at: year, value: teams}",
            "points: [{at: 2018, value: 348}, {value: 601}]",
            [
                (
                    "zones/qianhai.yaml:49:38: a point of a line needs a date (add 'at': the"
                    " date, or the column of dates)"
                )
            ],
            id="a line with a point without a date",
        ),
        pytest.param(
            QIANHAI,
            "data: {file: teams.csv, at: year, value: teams}",
            "points: [{at: 2018, value: 348}, {at: 2024, value: 1}, {at: 2022, value: 2}]",
            [
                (
                    "zones/qianhai.yaml:49:65: 2022 comes after 2024 (sort the points by date,"
                    " each date once)"
                )
            ],
            id="a line that goes back",
        ),
        pytest.param(
            QIANHAI,
            "before: 2024",
            "before: 2018",
            [
                (
                    "zones/qianhai.yaml:51:14: the break before 2018 is outside the line,"
                    " which goes from 2018 to 2024"
                )
            ],
            id="a break outside the line",
        ),
        pytest.param(
            QIANHAI,
            "chart: waffle",
            (
                "chart: bar\n"
                "  headline: {en: A, zh-Hant: 甲, zh-Hans: 甲, pt: A}\n"
                "  sentence: {en: A, zh-Hant: 甲, zh-Hans: 甲, pt: A}\n"
                "  unit: teams\n"
                "  series: [{id: a, label: {en: A, zh-Hant: 甲, zh-Hans: 甲, pt: A},"
                " points: [{value: 1}]}]\n"
                "  source: peoples-daily-2024-06-16\n"
                "  as_of: 2024\n"
                "- id: another\n"
                "  kind: chart\n"
                "  chart: waffle"
            ),
            [
                (
                    "zones/qianhai.yaml:34:76: nobody can tell what this bar is (add 'label',"
                    " 'zone' or 'at')"
                )
            ],
            id="a bar without a label",
        ),
    ],
)
def test_a_mistake_in_a_chart_is_told_with_its_place_and_what_to_do(
    told: list[str], messages: list[str]
) -> None:
    assert told == messages
