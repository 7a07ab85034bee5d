"""CSV as spreadsheets write it becomes points, and every bad cell has its place."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kiosk.exhibit.model import Columns
from kiosk.exhibit.problems import UnreadableFile
from kiosk.exhibit.tables import missing_columns, points_of, read_table
from kiosk.exhibit.values import WrittenDate

COLUMNS = Columns(file="t.csv", at="year", value="teams")


@pytest.mark.parametrize(
    "text",
    [
        "year,teams\n2018,348\n2024,1195\n",
        "year;teams\r\n2018;348\r\n2024;1,195\r\n",
        "year\tteams\n2018\t348\n2024\t1 195",
        'year,teams\n2018,348\n\n,\n"2024","1,195"\n',
        'year;teams\n2018;348\n2024;"1\u202f195"\n',
        "teams,notes,year\n348,x,2018\n1'195,,2024\n",
    ],
)
def test_commas_semicolons_and_tabs_are_understood(text: str) -> None:
    points, problems = points_of(read_table(text, "data/t.csv"), COLUMNS)

    assert problems == ()
    assert [(point.at, point.value and point.value.number) for point in points] == [
        (WrittenDate(2018), Decimal(348)),
        (WrittenDate(2024), Decimal(1195)),
    ]


def test_zones_can_stand_in_a_column() -> None:
    table = read_table("place,teams\nhong-kong,691\nMacao,4\n", "data/t.csv")

    points, problems = points_of(table, Columns(file="t.csv", zone="place", value="teams"))

    assert points[0].zone == "hong-kong"
    assert [str(problem) for problem in problems] == [
        "data/t.csv:3:1: 'Macao' is not an id"
        " (use at most 64 small letters, digits and single hyphens, such as 'macao')"
    ]


def test_lines_and_columns_are_those_of_the_file_after_a_quoted_line_break() -> None:
    table = read_table('note,teams,year\n"two\nlines",12x,2018\n', "data/t.csv")

    _, problems = points_of(table, COLUMNS)

    assert [(problem.line, problem.column) for problem in problems] == [(3, 8)]


def test_missing_columns_are_named_by_the_key_that_wants_them() -> None:
    missing = missing_columns(read_table("jahr,teams\n2018,1\n", "data/t.csv"), COLUMNS)

    assert [(key, mistake.message, mistake.hint) for key, mistake in missing.items()] == [
        ("at", "there is no column 'year' in data/t.csv", "the columns are jahr and teams")
    ]


def test_ten_thousand_rows_are_the_most() -> None:
    row = "2018,348\n"
    assert len(read_table("year,teams\n" + row * 10_000, "data/t.csv").rows) == 10_000

    with pytest.raises(UnreadableFile) as caught:
        read_table("year,teams\n" + row * 10_001, "data/t.csv")

    assert str(caught.value) == "data/t.csv:10002:1: the table has more than 10,000 rows"
