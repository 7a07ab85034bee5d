"""Spreadsheets as people keep them: Chinese dates, what is hidden or merged, formats to the end."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from kiosk.exhibit.model.points import Columns
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.tables.spreadsheet_dates import shown_by
from kiosk.exhibit.tables.spreadsheet_files import Misnamed
from kiosk.exhibit.tables.spreadsheets import read_spreadsheet
from kiosk.exhibit.tables.tables import missing_columns, points_of
from kiosk.workshop.check.whole_check import whole_check
from tests.exhibit.tables.test_spreadsheets import TEAMS, workbook

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

QIANHAI = "zones/qianhai.yaml"
DAY = datetime.datetime(2024, 6, 16)


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def points(content: bytes, sheet: str | None = None, cells: str | None = None) -> list[str]:
    """The points as `date figure`, then the problems."""
    table = read_spreadsheet(content, "data/t.xlsx", sheet, cells)
    found, messages = points_of(table, Columns(file="t.xlsx", at="year", value="teams"))
    lines = [f"{point.at} {point.value.written}" for point in found if point.value is not None]
    return lines + [str(message) for message in (*table.messages, *messages)]


def messages(content: bytes) -> list[str]:
    return [
        message.text for message in read_spreadsheet(content, "data/t.xlsx", None, None).warnings
    ]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ('[$-804]yyyy"年"m"月"', "month"),
        ('[DBNum1][$-804]yyyy"年"m"月";@', "month"),
        ('[DBNum1][$-804]yyyy"年"m"月"d"日";@', "day"),
        ('[$-404]e"年"', "year"),
        ('[$-404]e"年"m"月"', "month"),
        ("[$-404]e/m/d", "day"),
        ('[$-404]gge"年"m"月"d"日"', "day"),
        ("yyyy/m/d;@", "day"),
        (r"yyyy\-mm\-dd;@", "day"),
        (r"[$-F800]dddd\,\ mmmm\ dd\,\ yyyy", "day"),
        ("[$-409]mmm-yy;@", "month"),
        ("yyyy/m/d h:mm;@", "day"),
        ("yyyy", "year"),
        ("[$-804]aaaa;@", "day"),
        ("h:mm;@", "time"),
        ("mm:ss.0", "time"),
        ('上午/下午h"时"mm"分";@', "time"),
        ("h:mm AM/PM", "time"),
        ("General", "number"),
        ('G/通用格式"人"', "number"),
        ("0.00E+00", "number"),
        ('#,##0"年"', "number"),
        ("0_d", "number"),
        ("#,##0.00_);[Red](#,##0.00)", "number"),
        ('[DBNum2][$-804]G/通用格式"元"', "number"),
        ("@", "number"),
    ],
)
def test_a_number_format_tells_how_much_of_a_date_it_shows(code: str, shown: str) -> None:
    assert shown_by(code) == shown


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('[$-804]yyyy"年"m"月"', "2024-06"),
        ('[DBNum1][$-804]yyyy"年"m"月";@', "2024-06"),
        ('[$-404]e"年"', "2024"),
        ('[$-404]e"年"m"月"', "2024-06"),
        ("[$-404]e/m/d", "2024-06-16"),
        ("yyyy/m/d;@", "2024-06-16"),
    ],
)
@pytest.mark.parametrize("kind", ["date", "number"])
def test_chinese_dates_are_dates(code: str, expected: str, kind: str) -> None:
    value = DAY if kind == "date" else 45459
    content = workbook({"S": [["year", "teams"], [value, 7]]}, {"A2": code})

    assert points(content) == [f"{expected} 7"]


def with_builtin_format(number: int, font: str) -> bytes:
    """A workbook whose date has a format that stands in no file, as Excel in Asia saves it."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["year", "teams"], [45459, 7]):
        sheet.append(row)
    sheet["A2"].number_format = "0.0000"
    before = zipfile.ZipFile(io.BytesIO(saved(book)))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "xl/styles.xml":
                part = part.replace(b'numFmtId="164"', b'numFmtId="%d"' % number)
                part = part.replace(b"Calibri", font.encode())
                start, end = part.index(b"<numFmts"), part.index(b"</numFmts>")
                part = part[:start] + part[end + len(b"</numFmts>") :]
            after.writestr(name, part)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("number", "font", "expected"),
    [
        (57, "等线", "2024-06"),
        (27, "宋体", "2024-06"),
        (31, "等线", "2024-06-16"),
        (58, "等线", "2024-06-16"),
        (27, "新細明體", "2024-06-16"),
        (57, "新細明體", "2024-06-16"),
        (55, "游ゴシック", "2024-06"),
        (57, "맑은 고딕", "2024-06-16"),
    ],
)
def test_formats_that_stand_in_no_file_are_those_of_the_language(
    number: int, font: str, expected: str
) -> None:
    assert points(with_builtin_format(number, font)) == [f"{expected} 7"]


def test_the_days_of_old_macs_are_counted_from_1904() -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    sheet.append(["year", "teams"])
    sheet.append([DAY, 1])
    sheet.append([43997, 2])
    sheet["A2"].number_format = "yyyy-mm-dd"
    sheet["A3"].number_format = '[$-404]e"年"'

    assert points(saved(book)) == ["2024-06-16 1", "2024 2"]


def test_dates_that_are_text_are_read_as_in_csv() -> None:
    rows: list[list[Any]] = [["year", "teams"], ["2018年5月", 1], ["民國113年6月", 2]]

    assert points(workbook({"S": rows})) == ["2018-05 1", "2024-06 2"]


def test_a_number_without_a_date_format_is_called_by_its_date() -> None:
    (said,) = points(workbook({"S": [["year", "teams"], [43221, 7]]}))[-1:]

    assert said == (
        "data/t.xlsx:2:1: in S!A2, '43221' is not a date"
        " (to a spreadsheet it is 2018-05-01: give the column a date format)"
    )


def test_a_number_in_a_format_with_a_d_beside_it_is_a_number() -> None:
    content = workbook({"S": [["year", "teams"], [2024, 1195]]}, {"B2": "0_d"})

    assert points(content) == ["2024 1195"]


def test_cells_that_only_have_a_format_are_no_rows() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in TEAMS:
        sheet.append(row)
    for line in range(5, 12_000):
        sheet.cell(line, 2).number_format = "0.0"
    sheet.cell(2, 300).number_format = "0.0"

    assert points(saved(book)) == ["2018 304", "2022 601", "2024 1195"]


@pytest.mark.parametrize("way", ["hidden", "filter"])
def test_rows_that_are_not_shown_are_left_out_and_remarked_on(way: str) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in TEAMS:
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    if way == "filter":
        sheet.auto_filter.ref = "A1:B4"
        sheet.auto_filter.add_filter_column(0, ["2018", "2024"])

    assert points(saved(book)) == ["2018 304", "2024 1195"]
    assert messages(saved(book)) == [
        "in the sheet 'Sheet', 1 row is hidden or filtered out and left out here: 3"
    ]


def test_the_only_sheet_that_is_shown_is_read() -> None:
    book = Workbook()
    for row in TEAMS:
        book.worksheets[0].append(row)
    for state in ("hidden", "veryHidden"):
        book.create_sheet(state).sheet_state = state

    assert points(saved(book)) == ["2018 304", "2022 601", "2024 1195"]
    assert messages(saved(book)) == []


def test_hidden_columns_and_sheets_are_drawn_and_remarked_on(content: Content) -> None:
    book = Workbook()
    book.worksheets[0].append(["note"])
    sheet = book.create_sheet("2024")
    for row in TEAMS:
        sheet.append(row)
    sheet.sheet_state = "hidden"
    sheet.column_dimensions["B"].hidden = True
    content.write("data/teams.xlsx", saved(book))
    content.change(QIANHAI, "{file: teams.csv,", "{file: teams.xlsx, sheet: 2024,")

    reading = read_exhibit(content.folder)

    assert [str(message).split(" (")[0] for message in reading.messages] == [
        "zones/qianhai.yaml:49:18: the sheet '2024' is hidden in the spreadsheet, and drawn",
        "zones/qianhai.yaml:49:60: the column 'teams' is hidden in the spreadsheet, and drawn",
    ]
    zone = reading.exhibit.zone("qianhai") if reading.exhibit else None
    chart = zone.panel("growth") if zone else None
    assert chart is not None
    assert chart.kind == "chart"
    assert len(chart.series[0].points) == 3


def test_a_remark_on_hidden_rows_can_be_allowed(content: Content) -> None:
    book = Workbook()
    for row in (*TEAMS, [2025, 9999]):
        book.worksheets[0].append(row)
    book.worksheets[0].row_dimensions[5].hidden = True
    content.write("data/teams.xlsx", saved(book))
    content.change(
        QIANHAI,
        "    data: {file: teams.csv, at: year, value: teams}",
        "    # allow hidden-cells: 2025 is not known yet\n"
        "    data: {file: teams.xlsx, at: year, value: teams}",
    )

    rules = {each.rule for each in whole_check(content.folder, read_exhibit(content.folder))}

    assert not rules & {"hidden-cells", "unused-silence", "unknown-silence"}


def test_nothing_but_hidden_rows_says_so() -> None:
    book = Workbook()
    for line, row in enumerate(TEAMS, start=1):
        book.worksheets[0].append(row)
        book.worksheets[0].row_dimensions[line].hidden = True

    with pytest.raises(Misnamed) as caught:
        read_spreadsheet(saved(book), "data/t.xlsx", None, None)

    assert str(caught.value) == "all rows of the sheet 'Sheet' are hidden or filtered out"


def test_merged_cells_are_named() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["year", "teams"], [2018, 1], [None, 2], [2020, 3]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")

    assert points(saved(book))[-1] == (
        "data/t.xlsx:3:1: in Sheet!A3, the cells A2:A3 are merged, so all but the first are empty"
        " (unmerge them, and write what they say into each)"
    )


def test_a_title_merged_over_the_table_is_named_with_the_range_to_write() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["Teams at the hub", None], *TEAMS):
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    table = read_spreadsheet(saved(book), "data/t.xlsx", None, None)

    missing = missing_columns(table, Columns(file="t.xlsx", at="year", value="teams"))

    assert missing["at"].hint == (
        "the columns are Teams at the hub; the cells A1:B1 are merged: if they are a title, add"
        " 'range': A2:B5"
    )
    assert points(saved(book), cells="A2:B5") == ["2018 304", "2022 601", "2024 1195"]
