"""Ids in tables: the cells of a column that name a zone, changed where they stand."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from kiosk.exhibit.tables.csv_tables import read_csv
from kiosk.exhibit.tables.spreadsheet_files import Misnamed
from kiosk.exhibit.tables.spreadsheets import read_spreadsheet
from kiosk.text.messages import UnreadableFile
from kiosk.text.written_lines import LINE_BREAK

if TYPE_CHECKING:
    from collections.abc import Collection

    from kiosk.exhibit.editing.mentions import Column

_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_BEFORE_CELL = re.compile(' *"?')


def with_cells_renamed(
    content: bytes, name: str, columns: Collection[str], old: str, new: str
) -> bytes | None:
    """A CSV file with another id in the cells of these columns; None where it can't be read."""
    mark, encoding = b"", "utf-8"
    for sign, kind in _UTF_16.items():
        if content.startswith(sign):
            mark, encoding = sign, kind
    if content.startswith(codecs.BOM_UTF8):
        mark = codecs.BOM_UTF8
    try:
        text = content[len(mark) :].decode(encoding)
        table = read_csv(text, name)
    except (UnicodeDecodeError, UnreadableFile):
        return None
    lines = [0, *(found.end() for found in LINE_BREAK.finditer(text))]
    cells = {
        cell
        for column in columns
        if column in table.columns
        for cell in table.cells(column)
        if cell.text == old
    }
    for cell in sorted(cells, key=lambda each: (each.line, each.column), reverse=True):
        place = lines[cell.line - 1] + cell.column - 1
        before = _BEFORE_CELL.match(text, place)
        begin = before.end() if before is not None else place
        if text.startswith(old, begin):
            text = text[:begin] + new + text[begin + len(old) :]
    return mark + text.encode(encoding)


def found_in_spreadsheet(
    content: bytes, name: str, columns: Collection[Column], own: str
) -> tuple[str, ...]:
    """The file with the cells of these columns that have an id, such as `data/a.xlsx: 2024!C7`;
    the file alone where it can't be looked through, and nothing where no cell has it."""
    places: list[str] = []
    for column in columns:
        try:
            table = read_spreadsheet(content, name, column.sheet, column.cells)
        except (UnreadableFile, Misnamed):
            return (name,)
        cells = table.cells(column.name) if column.name in table.columns else ()
        places += (cell.place for cell in cells if cell.text == own)
    return (f"{name}: {', '.join(dict.fromkeys(places))}",) if places else ()
