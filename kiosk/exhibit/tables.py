"""Tables of numbers that curators keep in CSV files, read into the points of a series."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.mistakes import shape_mistakes, table_mistakes, yaml_mistakes
from kiosk.exhibit.model import Columns, Point
from kiosk.exhibit.problems import Problem, UnreadableFile
from kiosk.exhibit.values import Value, WrittenDate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.exhibit.mistakes import Mistake

ROW_LIMIT = 10_000

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_GROUPING = re.compile(r"(?<=\d)[ '’\u00a0\u2009\u202f](?=\d{3}(?!\d))")
"""What separates thousands besides the comma; a point may be a decimal, so it stays."""


class Cell(NamedTuple):
    """The text of one cell and where it begins; lines and columns count from 1."""

    text: str
    line: int
    column: int


@dataclass(frozen=True)
class Table:
    """The columns of a file by their names, and its rows of as many cells."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    problems: tuple[Problem, ...] = ()


def read_table(text: str, name: str) -> Table:
    """Read CSV with a header, separated by commas, semicolons or tabs; `name` is for problems.

    Rows of the wrong length are left out and are problems.  Raises UnreadableFile for a file
    without a header, with a quotation mark that never closes or with more than 10,000 rows.
    """
    header_line = text.split("\n", 1)[0]
    rows = _rows(text, max(",;\t", key=_outside_quotes(header_line).count), name)
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
    return Table(name, columns, tuple(kept), tuple(problems))


def points_of(table: Table, columns: Columns) -> tuple[tuple[Point, ...], tuple[Problem, ...]]:
    """The points that stand in these columns, and what is wrong with their cells.

    The columns have to be there: `missing_columns` tells.
    """
    problems: list[Problem] = []

    def read(row: tuple[Cell, ...], column: str | None, parse: Callable[[str], object]) -> object:
        if column is None:
            return None
        cell = row[table.columns.index(column)]
        try:
            return parse(cell.text)
        except _BadCell as error:
            mistake = error.mistake if cell.text else table_mistakes.empty_cell(column)
            problems.append(mistake.at(table.name, cell.line, cell.column))
            return None

    points = []
    for row in table.rows:
        found = {
            "value": read(row, columns.value, _value),
            "at": read(row, columns.at, _date),
            "zone": read(row, columns.zone, _zone),
        }
        if found["value"] is not None:
            points.append(Point.model_validate(found))
    return tuple(points), tuple(problems)


def missing_columns(table: Table, columns: Columns) -> dict[str, Mistake]:
    """The mistakes by the key of `columns` that names a column which is not there."""
    named = {"value": columns.value, "at": columns.at, "zone": columns.zone}
    return {
        key: table_mistakes.no_column(column, table.columns, table.name)
        for key, column in named.items()
        if column is not None and column not in table.columns
    }


class _BadCell(Exception):
    def __init__(self, mistake: Mistake) -> None:
        self.mistake = mistake
        super().__init__(mistake.message)


def _value(text: str) -> Value:
    try:
        return Value.parse(_GROUPING.sub("", text))
    except ValueError:
        raise _BadCell(shape_mistakes.bad_figure(text)) from None


def _date(text: str) -> WrittenDate:
    try:
        return WrittenDate.parse(text)
    except ValueError:
        raise _BadCell(shape_mistakes.bad_date(text)) from None


def _zone(text: str) -> str:
    if len(text) > 64 or not _ID.fullmatch(text):
        raise _BadCell(shape_mistakes.bad_id(text))
    return text


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
