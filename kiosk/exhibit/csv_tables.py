"""Tables in CSV files: commas, semicolons or tabs, with the line and column of every cell."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from kiosk.exhibit.mistakes import table_mistakes, yaml_mistakes
from kiosk.exhibit.problems import UnreadableFile
from kiosk.exhibit.tables import ROW_LIMIT, Cell, Table

if TYPE_CHECKING:
    from collections.abc import Iterator


def read_csv(text: str, name: str) -> Table:
    """Read CSV with a header, separated by commas, semicolons or tabs; `name` is for problems.

    Rows of the wrong length are left out and are problems.  Raises UnreadableFile for a file
    without a header, with a quotation mark that never closes or with more than 10,000 rows.
    """
    header_line = text.split("\n", 1)[0]
    separator = max(",;\t", key=_outside_quotes(header_line).count)
    rows = _rows(text, separator, name)
    header = next(rows, [])
    if not header or not all(cell.text for cell in header):
        raise UnreadableFile(table_mistakes.NO_HEADER.at(name))
    columns = tuple(unicodedata.normalize("NFC", cell.text) for cell in header)
    problems = [
        table_mistakes.column_twice(column).at(name, cell.line, cell.column)
        for index, (column, cell) in enumerate(zip(columns, header, strict=True))
        if column in columns[:index]
    ]
    kept: list[tuple[Cell, ...]] = []
    for row in rows:
        if len(kept) >= ROW_LIMIT:
            raise UnreadableFile(table_mistakes.too_many_rows(ROW_LIMIT).at(name, row[0].line))
        if len(row) == len(columns):
            kept.append(tuple(row))
        else:
            mistake = table_mistakes.row_length(len(row), len(columns))
            problems.append(mistake.at(name, row[0].line, row[0].column))
    # Where a comma is the decimal mark, programs separate cells with semicolons.
    mark = "." if separator == "," else None
    return Table(name, columns, tuple(kept), tuple(problems), mark)


def _rows(text: str, separator: str, name: str) -> Iterator[list[Cell]]:
    """Every row that is not empty.  Our own reader, since the csv module knows no columns."""
    quoted = re.compile(rf'[ ]*"(?P<cell>(?:[^"]|"")*)"[ ]*(?=[{separator}\r\n]|\Z)')
    bare = re.compile(rf"[^{separator}\r\n]*")
    position, line, line_start = 0, 1, 0
    row: list[Cell] = []
    while True:
        column = position - line_start + 1
        if text[position : position + 1] == '"':
            match = quoted.match(text, position)
            if match is None:
                raise UnreadableFile(yaml_mistakes.UNCLOSED_QUOTE.at(name, line, column))
            row.append(Cell(match["cell"].replace('""', '"').strip(), line, column))
            if "\n" in match[0]:
                line += match[0].count("\n")
                line_start = position + match[0].rindex("\n") + 1
        else:
            match = bare.match(text, position)
            assert match is not None
            row.append(Cell(match[0].strip(), line, column))
        position = match.end()
        if text[position : position + 1] == separator:
            position += 1
            continue
        if any(cell.text for cell in row):
            yield row
        row = []
        if position >= len(text):
            return
        position += 2 if text[position : position + 2] == "\r\n" else 1
        line, line_start = line + 1, position


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)
