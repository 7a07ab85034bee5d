"""CSV as spreadsheets write it becomes points, and every bad cell has its place."""

from __future__ import annotations

import shutil
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.model.points import Columns
from kiosk.exhibit.model.values import WrittenDate
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.tables.csv_tables import read_csv
from kiosk.exhibit.tables.tables import missing_columns, points_of
from kiosk.shipped import shipped
from kiosk.text.messages import UnreadableFile

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = Columns(file="t.csv", at="year", value="teams")


@pytest.mark.parametrize(
    "text",
    [
        "year,teams\n2018,348\n2024,1195\n",
        "year;teams\r\n2018;348\r\n2024;1.195,0\r\n",
        "year\tteams\n2018\t348\n2024\t1 195",
        'year,teams\n2018,348\n\n,\n"2024","1,195"\n',
        'year;teams\n2018;348\n2024;"1\u202f195"\n',
        "teams,notes,year\n348,x,2018\n1'195,,2024\n",
    ],
)
def test_commas_semicolons_and_tabs_are_understood(text: str) -> None:
    points, messages = points_of(read_csv(text, "data/t.csv"), COLUMNS)

    assert messages == ()
    assert [(point.at, point.value and point.value.number) for point in points] == [
        (WrittenDate(2018), Decimal(348)),
        (WrittenDate(2024), Decimal(1195)),
    ]


def figures(text: str) -> list[str]:
    """What a table's figures are, or what is said about them."""
    points, messages = points_of(read_csv(text, "data/t.csv"), Columns(file="t.csv", value="n"))
    numbers = [str(point.value.number) for point in points if point.value is not None]
    return numbers + [f"{message.line}: {message.text}" for message in messages]


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        pytest.param(["1.195,5"], ["1195.5"], id="points and a comma"),
        pytest.param(["1,195.5"], ["1195.5"], id="commas and a point"),
        pytest.param(["1 195,5", "2\u202f000"], ["1195.5", "2000"], id="narrow spaces"),
        pytest.param(["1\u00a0195\u00a0000"], ["1195000"], id="no-break spaces"),
        pytest.param(["1'195.5", "1’195"], ["1195.5", "1195"], id="Swiss"),
        pytest.param(["１，１９５．５"], ["1195.5"], id="full width"),
        pytest.param(["１１９５"], ["1195"], id="full-width digits"),
        pytest.param(["4,9"], ["4.9"], id="a decimal comma"),
        pytest.param(["1,195", "4,9"], ["1.195", "4.9"], id="decided by a decimal comma below"),
        pytest.param(["1,195", "4.9"], ["1195", "4.9"], id="decided by a decimal point below"),
        pytest.param(["1.195", "4,9"], ["1195", "4.9"], id="points between thousands"),
        pytest.param(["1,195", "0,195"], ["1.195", "0.195"], id="decided by a leading nought"),
        pytest.param(["1,195", "2,195,000"], ["1195", "2195000"], id="decided by millions"),
        pytest.param(["-4,5", "−3", "+2"], ["-4.5", "-3", "2"], id="signs"),
        pytest.param(["5,8%", "6 %"], ["5.8", "6"], id="per cent"),
        pytest.param(["4,2 billion"], ["4200000000.0"], id="a number word"),
        pytest.param(
            ["348", "1,195", "2,040"],
            ["348", "3: '1,195' can mean 1195 or 1.195"],
            id="nothing decides",
        ),
        pytest.param(
            ["1.195"], ["2: '1.195' can mean 1195 or 1.195"], id="nothing decides about a point"
        ),
        pytest.param(
            ["4,5", "1.5"],
            ["4.5", "3: '1.5' has another decimal mark than '4,5'"],
            id="two decimal marks",
        ),
        pytest.param(["1,19,5"], ["2: '1,19,5' is not a number"], id="wrong groups"),
        pytest.param(["01,195.5"], ["2: '01,195.5' is not a number"], id="a nought before groups"),
        pytest.param(["1,195 000"], ["2: '1,195 000' is not a number"], id="mixed groups"),
        pytest.param(["10²"], ["2: '10²' is not a number"], id="a power"),
        pytest.param(["1e3"], ["2: '1e3' is not a number"], id="an exponent"),
        pytest.param(["2014-12-07"], ["2: '2014-12-07' is not a number"], id="a date"),
        pytest.param(
            ["0,3333333333"], ["2: 0,3333333333 has more than 9 decimals"], id="too exact"
        ),
        pytest.param(["9" * 19], [f"2: '{'9' * 19}' is not a number"], id="too many digits"),
    ],
)
def test_a_column_is_read_as_a_whole(column: list[str], expected: list[str]) -> None:
    rows = "".join(f"x;{figure}\n" for figure in column)

    assert figures(f"name;n\n{rows}") == expected


def test_a_file_with_commas_between_cells_has_decimal_points() -> None:
    assert figures('name,n\nx,"1,195"\ny,1.195\n') == ["1195", "1.195"]


def test_the_question_says_what_to_do() -> None:
    table = read_csv("n;m\n1,195;1\n", "data/t.csv")

    _, messages = points_of(table, Columns(file="t.csv", value="n"))

    assert [str(message) for message in messages] == [
        "data/t.csv:2:1: '1,195' can mean 1195 or 1.195 (write 1195, or let another figure of the"
        " column decide, such as 1,195.5 or 1.195,5)"
    ]


def test_zones_can_stand_in_a_column() -> None:
    table = read_csv("place,teams\nhong-kong,691\nMacao,4\n", "data/t.csv")

    points, messages = points_of(table, Columns(file="t.csv", zone="place", value="teams"))

    assert points[0].zone == "hong-kong"
    assert [str(message) for message in messages] == [
        "data/t.csv:3:1: 'Macao' is not an id"
        " (use at most 64 small letters, digits and single hyphens, such as 'macao')"
    ]


def test_lines_and_columns_are_those_of_the_file_after_a_quoted_line_break() -> None:
    table = read_csv('note,teams,year\n"two\nlines",12x,2018\n', "data/t.csv")

    _, messages = points_of(table, COLUMNS)

    assert [(message.line, message.column) for message in messages] == [(3, 8)]


def test_missing_columns_are_named_by_the_key_that_wants_them() -> None:
    missing = missing_columns(read_csv("jahr,teams\n2018,1\n", "data/t.csv"), COLUMNS)

    assert [(key, message.text, message.hint) for key, message in missing.items()] == [
        ("at", "there is no column 'year' in data/t.csv", "the columns are jahr and teams")
    ]


def test_ten_thousand_rows_are_the_most() -> None:
    row = "2018,348\n"
    assert len(read_csv("year,teams\n" + row * 10_000, "data/t.csv").rows) == 10_000

    with pytest.raises(UnreadableFile) as caught:
        read_csv("year,teams\n" + row * 10_001, "data/t.csv")

    assert str(caught.value) == "data/t.csv:10002:1: the table has more than 10,000 rows"


def test_of_a_table_that_cannot_be_read_nothing_else_is_said(tmp_path: Path) -> None:
    """A ranking that shades the map has no zones then, which is no mistake of its own."""
    folder = tmp_path / "content"
    shutil.copytree(shipped("content"), folder)
    table = folder / "data" / "cities-2020.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("foshan", "fos\0han"), "utf-8")

    said = read_exhibit(folder).messages

    assert {message.file for message in said} == {"data/cities-2020.csv"}
