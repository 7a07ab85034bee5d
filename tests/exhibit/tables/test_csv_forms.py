"""CSV files as programs really write them: separators, empty columns, encodings, unseen signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.model.points import Columns
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.tables.csv_tables import read_csv
from kiosk.exhibit.tables.tables import missing_columns, points_of
from kiosk.text.messages import MESSAGE_LIMIT, UnreadableFile
from tests.hostile.test_hostile_spreadsheets import sound

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

QIANHAI = "zones/qianhai.yaml"
TWO_POINTS = [("2018-05", "304"), ("2022-07", "601")]


def points(text: str, at: str = "month") -> list[tuple[str, str]]:
    """The points of a sound table, as date and figure."""
    table = read_csv(text, "data/t.csv")
    columns = Columns(file="t.csv", at=at, value="teams")
    assert table.messages == ()
    assert missing_columns(table, columns) == {}
    found, messages = points_of(table, columns)
    assert messages == ()
    return [(str(point.at), point.value.written) for point in found if point.value is not None]


def refusal(text: str) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_csv(text, "data/t.csv")
    return str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "month;teams;note (who, where, when)\r\n2018-05;304;a\r\n2022-07;601;b\r\n",
            id="commas in a heading",
        ),
        pytest.param(
            "month,teams,note\n2018-05,304,a; b; c; d\n2022-07,601,e\n", id="semicolons in a cell"
        ),
        pytest.param('month;teams\n2018-05;"304,0"\n2022-07;"601,0"\n', id="decimal commas"),
        pytest.param("month\tteams, all\tteams\n2018-05\t1\t304\n2022-07\t2\t601", id="tabs"),
        pytest.param("month|teams\n2018-05|304\n2022-07|601\n", id="bars"),
        pytest.param("month，teams\n2018-05，304\n2022-07，601\n", id="full-width commas"),
        pytest.param("sep=;\r\nmonth;teams\r\n2018-05;304\r\n2022-07;601\r\n", id="sep="),
        pytest.param('"SEP=,"\nmonth,teams\n2018-05,304\n2022-07,601\n', id="sep= in quotes"),
        pytest.param("sep=\t\nmonth\tteams\n2018-05\t304\n2022-07\t601\n", id="sep= and a tab"),
        pytest.param("\r\n\r\nmonth;teams\r\n2018-05;304\r\n2022-07;601\r\n", id="empty first"),
        pytest.param("month,teams,,\r\n2018-05,304,,\r\n2022-07,601,,\r\n", id="empty columns"),
        pytest.param(",,month,,teams\n,,2018-05,,304\n,,2022-07,,601\n", id="empty in between"),
        pytest.param(",month,teams\n0,2018-05,304\n1,2022-07,601\n", id="numbered rows"),
        pytest.param("month,teams\n2018-05,304\n2022-07,601\n,\n,,,\n\n", id="empty rows"),
        pytest.param("month,teams,a,b\n2018-05,304\n2022-07,601,x\n", id="cells left out"),
        pytest.param("month,teams\r2018-05,304\r2022-07,601\r", id="lines of an old Mac"),
        pytest.param('month, "teams"\n2018-05, "304"\n2022-07, "601"\n', id="space and quote"),
        pytest.param(
            '"mon\u200bth",teams\ufeff\n2018-05\u200e,304\n2022-07,601\u200b\n', id="unseen"
        ),
        pytest.param("month ,\u00a0teams\n2018-05,304\n2022-07,601\n", id="spaces"),
        pytest.param(
            'month,teams,note\n2018-05,304,"a;b\n;c;d;e;f\n;"\n2022-07,601,"g"\n',
            id="line breaks in quotes",
        ),
    ],
)
def test_a_table_is_understood_whatever_program_wrote_it(text: str) -> None:
    assert [(at, value.removesuffix(".0")) for at, value in points(text)] == TWO_POINTS


@pytest.mark.parametrize("written", ["me\u0302s", "m\u00eas", "mês\u200b"])
def test_a_name_is_the_same_however_it_is_composed(written: str) -> None:
    assert points("me\u0302s,teams\n2018-05,304\n2022-07,601\n", at=written) == TWO_POINTS


def test_lines_are_counted_after_a_separator_line_and_quoted_breaks() -> None:
    table = read_csv('sep=;\r\nnote;teams\r\n"two\r\nlines";12x\r\n', "data/t.csv")

    _, messages = points_of(table, Columns(file="t.csv", value="teams"))

    assert [(message.line, message.column) for message in messages] == [(4, 8)]


def test_a_letter_of_another_alphabet_is_named_by_its_code() -> None:
    table = read_csv("m\u043enth,teams\n2018-05,304\n", "data/t.csv")

    (message,) = missing_columns(table, Columns(file="t.csv", at="month", value="teams")).values()

    assert message.hint == "did you mean 'm\u043enth'?: they differ in U+043E"


def test_an_invisible_sign_that_is_quoted_is_shown_by_its_code() -> None:
    table = read_csv("teams\n3\u200b0x4\n", "data/t.csv")

    _, messages = points_of(table, Columns(file="t.csv", value="teams"))

    assert [message.text for message in messages] == ["'3‹U+200B›0x4' is not a number"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "sep=#\na#b\n1#2\n",
            "data/t.csv:1:5: the first line names '#' as what separates the cells (write sep=; or"
            " delete the line, and separate the cells by commas, semicolons or tabs)",
        ),
        (
            'a,b\n"x"y,1\n',
            "data/t.csv:2:1: a quotation mark opens here, and more follows the one that closes it"
            ' (write a quotation mark inside a cell twice: "5"" pipe")',
        ),
        (
            "\n\n",
            "data/t.csv:1:1: the first line should name the columns (such as: year,teams)",
        ),
    ],
)
def test_what_can_not_be_understood_is_named(text: str, said: str) -> None:
    assert refusal(text) == said


def test_a_table_without_names_says_so() -> None:
    table = read_csv("2018-05,304\n2022-07,601\n", "data/t.csv")

    missing = missing_columns(table, Columns(file="t.csv", at="month", value="teams"))

    assert missing["value"].hint == (
        "the columns are 2018-05 and 304; the first line holds figures and no names"
    )


def test_a_hundred_thousand_columns_are_refused_with_a_short_message() -> None:
    said = refusal(",".join(f"c{number}" for number in range(100_000)) + "\n1,2\n")

    assert said == (
        "data/t.csv:1:1171: the table has more than 256 columns"
        " (copy what the chart needs into a file of its own)"
    )


def test_no_message_lists_more_than_a_person_reads() -> None:
    table = read_csv(",".join(f"{'column ' * 9}{number}" for number in range(256)), "data/t.csv")

    missing = missing_columns(table, Columns(file="t.csv", at="x" * 5000, value="y"))

    message = missing["at"].at("data/t.csv")
    assert "245 more" in missing["value"].hint or len(message.hint) <= MESSAGE_LIMIT
    assert len(message.text) <= MESSAGE_LIMIT
    assert len(message.hint) <= MESSAGE_LIMIT


def test_a_table_of_nothing_but_mistakes_tells_two_hundred() -> None:
    table = read_csv("a,b\n" + "1,2,3\n" * 5000, "data/t.csv")
    assert len(table.messages) == 200

    _, messages = points_of(
        read_csv("at,teams\n" + "x,y\n" * 5000, "data/t.csv"),
        Columns(file="t.csv", at="at", value="teams"),
    )
    assert len(messages) == 200


@pytest.mark.parametrize(
    ("content_of_file", "said"),
    [
        pytest.param("year\tteams\n2018\t348\n2024\t1195\n".encode("utf-16"), [], id="UTF-16"),
        pytest.param(
            "year\tteams\n2018\t348\n2024\t1195\n".encode("utf-8-sig"), [], id="UTF-8 with a mark"
        ),
        pytest.param(
            "年份,團隊\n2018,348\n".encode("big5"),
            ["data/teams.csv:1:1: the file seems to be Big5, not UTF-8"],
            id="Big5",
        ),
        pytest.param(
            "年份,团队\n2018,348\n".encode("gb18030"),
            ["data/teams.csv:1:1: the file seems to be GB18030, not UTF-8"],
            id="GB18030",
        ),
        pytest.param(
            "mês,equipas\n2018,348\n".encode("cp1252"),
            ["data/teams.csv:1:2: the file seems to be Latin-1, not UTF-8"],
            id="Windows-1252",
        ),
        pytest.param(
            sound(),
            ["data/teams.csv:1:1: this is a spreadsheet, whatever its name says"],
            id="a spreadsheet",
        ),
    ],
)
def test_encodings_are_understood_or_named(
    content: Content, content_of_file: bytes, said: list[str]
) -> None:
    content.write("data/teams.csv", content_of_file)

    messages = read_exhibit(content.folder).messages

    assert [str(message).split(" (")[0] for message in messages] == said
    assert all("save it as 'CSV" in each.hint or ".xlsx" in each.hint for each in messages)


@pytest.mark.parametrize(
    ("separator", "sign"),
    [
        *((",", "comma"), ("，", "comma"), (";", "semicolon"), ("；", "semicolon")),
        *(("\t", "tab"), ("|", "vertical line")),
    ],
)
def test_a_row_that_is_too_long_tells_of_what_parts_it(separator: str, sign: str) -> None:
    rows = ["year,n", "2018,1", "2019,2,3"]
    table = read_csv("\n".join(rows).replace(",", separator), "data/t.csv")

    assert [each.hint for each in table.messages] == [f"quote a cell that holds a {sign}"]
