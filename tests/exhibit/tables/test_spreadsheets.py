"""Spreadsheets become points; every bad cell is called by its sheet and its letters."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from kiosk.exhibit.model.points import Columns
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.tables.spreadsheet_files import Misnamed
from kiosk.exhibit.tables.spreadsheets import read_spreadsheet
from kiosk.exhibit.tables.tables import points_of
from kiosk.text.messages import UnreadableFile

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

Rows = list[list[Any]]
QIANHAI = "zones/qianhai.yaml"


def workbook(sheets: dict[str, Rows], formats: dict[str, str] | None = None) -> bytes:
    """A workbook of these sheets; `formats` are number formats of cells of the first one."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    for cell, form in (formats or {}).items():
        book.worksheets[0][cell].number_format = form
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def points(
    content: bytes, sheet: str | None = None, cells: str | None = None, **columns: str
) -> list[str]:
    """The points as `date place figure`, then the problems."""
    table = read_spreadsheet(content, "data/t.xlsx", sheet, cells)
    named = columns or {"at": "year", "value": "teams"}
    found, messages = points_of(table, Columns(file="t.xlsx", **named))
    lines = [
        " ".join(str(part) for part in (point.at, point.zone, point.value) if part is not None)
        for point in found
        if point.value is not None
    ]
    written = [
        line.replace(str(point.value), point.value.written)
        for line, point in zip(lines, found, strict=True)
        if point.value is not None
    ]
    return written + [str(message) for message in (*table.messages, *messages)]


TEAMS: Rows = [["year", "teams"], [2018, 304], [2022, 601], [2024, 1195]]


def test_numbers_are_read_from_the_only_sheet() -> None:
    assert points(workbook({"Teams": TEAMS})) == ["2018 304", "2022 601", "2024 1195"]


def test_sheets_in_which_nothing_stands_are_no_question() -> None:
    content = workbook({"Teams": TEAMS, "Sheet2": [], "Sheet3": []})

    assert points(content) == ["2018 304", "2022 601", "2024 1195"]


def test_of_several_sheets_one_has_to_be_named() -> None:
    content = workbook({"Teams": TEAMS, "Other": [["x"]], "Sheet3": []})

    with pytest.raises(Misnamed) as caught:
        read_spreadsheet(content, "data/t.xlsx", None, None)

    assert (caught.value.key, caught.value.message.text, caught.value.message.hint) == (
        "file",
        "there are 2 sheets",
        "add 'sheet': Teams or Other",
    )


def test_a_range_of_a_named_sheet_leaves_out_what_stands_around() -> None:
    note: Rows = [["Our figures", None, None], [], [None, *TEAMS[0]]]
    rows = [*note, *([None, *row] for row in TEAMS[1:]), ["Source: the hub", "x", "y"]]
    content = workbook({"Notes": [["x"]], "2024": rows})

    assert points(content, "2024", "B3:C6") == ["2018 304", "2022 601", "2024 1195"]
    assert points(content, "2024", "$c$6:$b$3") == ["2018 304", "2022 601", "2024 1195"]


def test_dates_are_as_precise_as_they_are_shown() -> None:
    day = datetime.datetime(2024, 6, 16)
    rows: Rows = [["year", "teams"], [day, 1], [day, 2], [day, 3], [day, 4], ["2024-06", 5]]
    shown = {"A2": "yyyy", "A3": "mmm yyyy", "A4": "yyyy-mm-dd", "A5": '[$-804]yyyy"年"m"月"'}

    found = points(workbook({"S": rows}, shown))

    assert found == ["2024 1", "2024-06 2", "2024-06-16 3", "2024-06 4", "2024-06 5"]


def test_numbers_are_what_the_spreadsheet_shows_and_never_rounded() -> None:
    rows: Rows = [["year", "teams"], [1, 0.1 + 0.2], [2, 0.058], [3, 5.5], [4, 1195.0], [5, -4]]
    shown = {"B3": "0.0%", "B4": "0.00", "B5": "#,##0"}
    content = workbook({"S": rows}, shown)

    assert points(content, value="teams") == ["0.3", "5.8", "5.50", "1195", "-4"]


def test_text_in_cells_is_read_as_in_csv_and_typed_numbers_have_no_part_in_it() -> None:
    rows: Rows = [["year", "teams"], [2018, 1.5], [2019, "1.195,5"], [2020, "2 040"]]

    assert points(workbook({"S": rows})) == ["2018 1.5", "2019 1195.5", "2020 2040"]


def test_places_can_stand_in_a_column() -> None:
    rows: Rows = [["place", "teams"], ["hong-kong", 691], ["Macao", 4]]

    assert points(workbook({"S": rows}), zone="place", value="teams") == [
        "hong-kong 691",
        "data/t.xlsx:3:1: in S!A3, 'Macao' is not an id"
        " (use at most 64 small letters, digits and single hyphens, such as 'macao')",
    ]


def test_a_bad_cell_is_called_by_its_sheet_and_letters() -> None:
    rows: Rows = [["year", "teams", "ok"], [2018, "12x", 1], ["June", None, 2], [2019, True, 3]]

    assert points(workbook({"In 2024": rows})) == [
        "data/t.xlsx:2:2: in In 2024!B2, '12x' is not a number"
        " (write 1195, 1,195.5 or 4.2 billion)",
        "data/t.xlsx:3:1: in In 2024!A3, 'June' is not a date (write 2024, 2024-06 or 2024-06-16;"
        " sums and notes stand outside of the table)",
        "data/t.xlsx:3:2: in In 2024!B3, nothing stands in the column 'teams'"
        " (leave the row out where there is no figure)",
        "data/t.xlsx:4:2: in In 2024!B4, 'TRUE' is not a number"
        " (leave the row out where there is no figure)",
    ]


def test_a_formula_without_a_result_is_told_from_an_empty_cell() -> None:
    rows: Rows = [["year", "teams"], [2018, "=1+1"], [2019, "=1/0"]]

    found = points(workbook({"S": rows}))

    assert found[:2] == [
        "data/t.xlsx:2:2: in S!B2, the formula '=1+1' has no result yet"
        " (open the file in the spreadsheet program and save it)",
        "data/t.xlsx:3:2: in S!B3, the formula '=1/0' has no result yet"
        " (open the file in the spreadsheet program and save it)",
    ]


@pytest.mark.parametrize(
    ("sheet", "cells", "key", "said"),
    [
        (
            None,
            "Teams!A1:B4",
            "range",
            "'Teams!A1:B4' is not a range of cells alone (write 'sheet': Teams and 'range': A1:B4)",
        ),
        ("Taems", None, "sheet", "there is no sheet 'Taems' (did you mean 'Teams'?)"),
        ("2024", None, "sheet", "there is no sheet '2024' (the sheets are Teams and Other)"),
        (
            "Teams",
            "A1-B4",
            "range",
            "'A1-B4' is not a range of cells"
            " (write the first and the last cell with a colon, such as A3:D12)",
        ),
        (
            "Teams",
            "A1:B20000",
            "range",
            "the range has more than 10,000 rows or 256 columns ()",
        ),
        ("Teams", "F1:G9", "range", "nothing stands in Teams!F1:G9 ()"),
        ("Other", None, "sheet", "nothing stands in the sheet 'Other' ()"),
    ],
)
def test_what_is_not_there_is_said_at_the_key_that_names_it(
    sheet: str | None, cells: str | None, key: str, said: str
) -> None:
    content = workbook({"Teams": TEAMS, "Other": []})

    with pytest.raises(Misnamed) as caught:
        read_spreadsheet(content, "data/t.xlsx", sheet, cells)

    assert caught.value.key == key
    assert f"{caught.value.message.text} ({caught.value.message.hint})" == said


def test_a_chart_of_a_zone_reads_a_spreadsheet(content: Content) -> None:
    content.write("data/teams.xlsx", workbook({"2024": TEAMS, "2023": []}))
    content.change(
        QIANHAI,
        "{file: teams.csv, at: year, value: teams}",
        "{file: teams.xlsx, sheet: 2024, range: A1:B4, at: year, value: teams}",
    )

    reading = read_exhibit(content.folder)

    assert [str(message) for message in reading.messages] == []
    assert reading.exhibit is not None
    zone = reading.exhibit.zone("qianhai")
    chart = zone.panel("growth") if zone else None
    assert chart is not None
    assert chart.kind == "chart"
    assert [str(point.at) for point in chart.series[0].points] == ["2018", "2022", "2024"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            "{file: teams.csv, sheet: 2024, at: year, value: teams}",
            "zones/qianhai.yaml:49:36: 'sheet' means nothing in a CSV file (delete the line)",
        ),
        (
            "{file: teams.xlsx, sheet: Taems, at: year, value: teams}",
            "zones/qianhai.yaml:49:37: there is no sheet 'Taems' (did you mean 'Teams'?)",
        ),
        (
            "{file: teams.xlsx, at: jahr, value: teams}",
            "zones/qianhai.yaml:49:34: there is no column 'jahr' in data/teams.xlsx"
            " (the columns are year and teams)",
        ),
    ],
)
def test_a_mistake_in_naming_stands_in_the_zone(content: Content, data: str, said: str) -> None:
    content.write("data/teams.xlsx", workbook({"Teams": TEAMS}))
    content.change(QIANHAI, "{file: teams.csv, at: year, value: teams}", data)

    assert content.messages() == [said]


@pytest.mark.parametrize(
    ("ending", "said"),
    [
        (".xlsm", "this spreadsheet holds macros (save it as .xlsx, or as CSV)"),
        (".xls", "this is an old Excel file (.xls) (save it as .xlsx, or as CSV)"),
        (
            ".ods",
            "this is an OpenDocument spreadsheet (.ods)"
            " (in LibreOffice, save it as 'Excel 2007-365 (.xlsx)')",
        ),
        (".xlsb", "this is a binary Excel file (.xlsb) (save it as .xlsx, or as CSV)"),
        (
            ".numbers",
            "this is an Apple Numbers file"
            " (in Numbers, choose File, Export To, Excel (.xlsx) or CSV)",
        ),
        (".et", "this is a WPS spreadsheet (.et) (save it as .xlsx, or as CSV)"),
    ],
)
def test_other_spreadsheets_are_named_and_not_opened(
    content: Content, ending: str, said: str
) -> None:
    content.write(f"data/teams{ending}", workbook({"Teams": TEAMS}))
    content.change(QIANHAI, "teams.csv", f"teams{ending}")

    assert content.messages() == [f"data/teams{ending}:1:1: {said}"]


def test_a_sheet_of_more_than_ten_thousand_rows_is_refused() -> None:
    rows: Rows = [["year", "teams"], *([2018, 1] for _ in range(10_001))]
    content = workbook({"S": rows})

    with pytest.raises(UnreadableFile) as caught:
        read_spreadsheet(content, "data/t.xlsx", None, None)

    assert str(caught.value) == "data/t.xlsx:10002:1: the table has more than 10,000 rows"
    assert len(read_spreadsheet(content, "data/t.xlsx", None, "A1:B10001").rows) == 10_000
