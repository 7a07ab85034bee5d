"""Spreadsheets that were made to fill the memory, or that are none, are refused within limits."""

from __future__ import annotations

import io
import random
import zipfile
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from kiosk.exhibit.tables.spreadsheet_files import (
    SPREADSHEET_LIMIT_BYTES,
    UNPACKED_LIMIT_BYTES,
    Misnamed,
)
from kiosk.exhibit.tables.spreadsheets import read_spreadsheet
from kiosk.text.messages import UnreadableFile
from tests.exhibit.sound_content import sound_content

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SHEET = "xl/worksheets/sheet1.xml"
OPENING = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)
CLOSING = b"</sheetData></worksheet>"
IS_NONE = "data/t.xlsx:1:1: this is no whole .xlsx file (open it and save it as .xlsx, or as CSV)"
IS_LARGE = (
    "data/t.xlsx:1:1: this spreadsheet is too large"
    " (copy what the chart needs into a file of its own)"
)


def sound() -> bytes:
    book = Workbook()
    for row in (["year", "teams"], [2018, 304], [2024, 1195]):
        book.worksheets[0].append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_parts(changed: Mapping[str, bytes], without: str = "") -> bytes:
    """A sound spreadsheet in which these parts are others, or new."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(sound())) as before,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            if name not in changed and name != without:
                after.writestr(name, before.read(name))
        for name, part in changed.items():
            after.writestr(name, part)
    return stream.getvalue()


def refusal(content: bytes, sheet: str | None = None) -> str:
    with pytest.raises((UnreadableFile, Misnamed)) as caught:
        read_spreadsheet(content, "data/t.xlsx", sheet, None)
    return str(caught.value)


def test_a_sheet_that_unpacks_to_a_hundred_times_its_size_is_not_unpacked() -> None:
    bomb = with_parts({SHEET: OPENING + b" " * (UNPACKED_LIMIT_BYTES + 1) + CLOSING})

    assert len(bomb) < 100_000
    assert refusal(bomb) == IS_LARGE


def test_a_sheet_that_lies_about_its_size_is_not_believed() -> None:
    packed = bytearray(with_parts({SHEET: OPENING + b" " * 3_000_000 + CLOSING}))
    true_size, lie = (3_000_000 + len(OPENING + CLOSING)).to_bytes(4, "little"), b"\x10\0\0\0"

    assert refusal(bytes(packed.replace(true_size, lie))) == IS_NONE


def test_a_large_file_is_not_even_looked_into() -> None:
    noise = random.Random(5).randbytes(SPREADSHEET_LIMIT_BYTES)

    assert refusal(sound() + noise) == IS_LARGE


def test_thousands_of_parts_are_refused() -> None:
    assert refusal(with_parts({f"xl/media/{part}.png": b"" for part in range(1001)})) == IS_LARGE


def test_fifty_thousand_rows_are_refused_after_the_first_ten_thousand() -> None:
    rows = b"".join(b'<row r="%d"><c><v>1</v></c></row>' % line for line in range(1, 50_000))

    said = refusal(with_parts({SHEET: OPENING + rows + CLOSING}))

    assert said == "data/t.xlsx:10002:1: the table has more than 10,000 rows"


def test_a_million_rows_are_not_even_read() -> None:
    row = b"<row><c><v>1</v></c></row>"

    assert refusal(with_parts({SHEET: OPENING + row * 600_000 + CLOSING})) == IS_LARGE
    assert refusal(with_parts({SHEET: OPENING + row * 1_000_000 + CLOSING})) == IS_LARGE


def test_one_cell_in_the_last_row_makes_no_million_rows() -> None:
    last = b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'

    table = read_spreadsheet(with_parts({SHEET: OPENING + last + CLOSING}), "t", None, None)

    assert (table.columns, table.rows) == (("1",), ())


def test_too_many_cells_are_refused() -> None:
    line = b"<row>" + b"<c><v>1</v></c>" * 256 + b"</row>"

    said = refusal(with_parts({SHEET: OPENING + line * 400 + CLOSING}))

    assert said.startswith("data/t.xlsx:391:1: this spreadsheet is too large")


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("xl/vbaProject.bin", "this spreadsheet holds macros"),
        ("xl/macrosheets/sheet1.xml", "this spreadsheet holds macros"),
        ("xl/externalLinks/externalLink1.xml", "this spreadsheet takes figures from other files"),
        ("xl/connections.xml", "this spreadsheet takes figures from other files"),
    ],
)
def test_macros_and_links_are_refused(part: str, said: str) -> None:
    assert said in refusal(with_parts({part: b"<x/>"}))


@pytest.mark.parametrize(
    "declaration",
    [
        b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd">',
    ],
)
def test_entities_are_refused_wherever_they_stand(declaration: bytes) -> None:
    for part in (SHEET, "xl/workbook.xml", "[Content_Types].xml"):
        assert refusal(with_parts({part: b"<?xml version='1.0'?>" + declaration + b"<x/>"})) == (
            IS_NONE
        )


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(100), id="a picture"),
        pytest.param(sound()[:-100], id="half of one"),
        pytest.param(sound()[:40] + bytes(40) + sound()[80:], id="overwritten"),
        pytest.param(with_parts({}, without="[Content_Types].xml"), id="no list of parts"),
        pytest.param(with_parts({}, without="xl/workbook.xml"), id="no workbook"),
        pytest.param(with_parts({SHEET: b"<worksheet"}), id="a broken sheet"),
        pytest.param(with_parts({SHEET: b"<x>" * 100_000}), id="a deep sheet"),
        pytest.param(with_parts({"xl/workbook.xml": b"<x/>"}), id="another workbook"),
        pytest.param(with_parts({"xl/styles.xml": b"<x" + b" a='1'" * 2}), id="broken styles"),
        pytest.param(with_parts({SHEET: "<x/>".encode("utf-16")}), id="UTF-16"),
    ],
)
def test_what_is_no_spreadsheet_is_said_to_be_none(content: bytes) -> None:
    assert refusal(content) == IS_NONE


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name in names:
            file.writestr(name, b"x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (COMPOUND + "Workbook".encode("utf-16-le"), "this is an old Excel file (.xls)"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "a password hides this spreadsheet"),
        (zipped("mimetype", "content.xml"), "this is an OpenDocument spreadsheet (.ods)"),
        (zipped("Index/Document.iwa"), "this is an Apple Numbers file"),
        (zipped("xl/workbook.bin"), "this is a binary Excel file (.xlsb)"),
        (zipped("word/document.xml"), "this is a text document or slides, whatever its name says"),
        (b"<html><table>", "this is a web page or XML, whatever its name says"),
        (b"\xef\xbb\xbfyear,teams\n2018,1\n", "this is a plain text, whatever its name says"),
        (
            with_parts(
                {"xl/workbook.xml": b'<x xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>'}
            ),
            "this spreadsheet was saved as 'Strict Open XML'",
        ),
    ],
)
def test_what_only_has_the_name_of_an_xlsx_is_called_what_it_is(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_spreadsheet(content, "data/t.xlsx", None, None)

    assert caught.value.message.text == said
    assert caught.value.message.hint


def test_a_flipped_byte_anywhere_kills_nothing() -> None:
    whole, chance = sound(), random.Random(7)
    for _ in range(150):
        spoilt = bytearray(whole)
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
        try:
            table = read_spreadsheet(bytes(spoilt), "data/t.xlsx", None, None)
        except (UnreadableFile, Misnamed):
            continue
        assert len(table.rows) <= 2


def test_a_bomb_in_the_folder_costs_its_chart_alone(tmp_path: Path) -> None:
    content = sound_content(tmp_path)
    content.write("data/t.xlsx", with_parts({SHEET: OPENING + b" " * 20_000_000 + CLOSING}))
    content.change("zones/qianhai.yaml", "teams.csv", "t.xlsx")

    assert content.messages() == [IS_LARGE]


@pytest.mark.parametrize(
    ("part", "xml"),
    [
        pytest.param(SHEET, OPENING + b"<row>" + b"<c/>" * 600_000 + b"</row>", id="one long row"),
        pytest.param("xl/styles.xml", b"<s>" + b"<xf/>" * 60_000 + b"</s>", id="styles"),
    ],
)
def test_tags_that_would_take_minutes_to_read_are_counted_first(part: str, xml: bytes) -> None:
    assert refusal(with_parts({part: xml})) == IS_LARGE


def test_a_number_format_of_brackets_without_end_is_refused() -> None:
    """Short of a million of them it can be read, and the refusal be told from a slow reading."""
    book = Workbook()
    book.worksheets[0].append(["year", "teams"])
    book.worksheets[0]["A1"].number_format = "[" * 3000
    stream = io.BytesIO()
    book.save(stream)

    assert refusal(stream.getvalue()) == IS_NONE
