"""Tables in CSV files, whatever separates their cells, with the line and column of every cell."""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from kiosk.exhibit.tables import table_messages
from kiosk.exhibit.tables.cell import Cell
from kiosk.exhibit.tables.csv_rows import raw_rows, too_many_columns
from kiosk.exhibit.tables.tables import COLUMN_LIMIT, MESSAGES_LIMIT, ROW_LIMIT, Table
from kiosk.text.invisible import plain
from kiosk.text.messages import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.tables.csv_rows import RawCell
    from kiosk.text.messages import PlacedMessage

SEPARATORS = "\t;,|；，"
"""What may separate cells, and which is meant where two would do: the one that is rarer in
texts.  The last two are what a Chinese keyboard writes."""

_JUDGED_ROWS = 50
_JUDGED_LETTERS = 65_536
"""So many rows, or so much of the text, tell what separates the cells."""

_SEPARATOR_LINE = re.compile(r'"?sep=(?P<sign>[^\r\n"]*)"?(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
"""The line in which Excel is told the separator, https://superuser.com/a/773664."""


def read_csv(text: str, name: str) -> Table:
    """Read CSV; its first line that is not empty names the columns.  `name` is for messages.

    What separates the cells is told by a line `sep=;`, or else by the first fifty rows together.
    Empty columns and rows are skipped; cells that are missing at the end of
    a row are empty, as some programs leave them out.  Rows that are too long become messages.

    Raises UnreadableFile for a file without a header, with a quotation mark that never closes,
    with more than 256 columns or 10,000 rows.
    """
    start, separator = separator_of(text, name)
    rows = _rows(text, separator, name, start)
    header = next(rows, [])
    named = len(_without_empty_end(header))
    if not named:
        raise UnreadableFile(table_messages.NO_HEADER.at(name))
    if named > COLUMN_LIMIT:
        raise too_many_columns(header, name)
    found = list(islice(rows, ROW_LIMIT + 1))
    if len(found) > ROW_LIMIT:
        raise UnreadableFile(table_messages.too_many_rows(ROW_LIMIT).at(name, found[-1][0].line))
    lengths = [len(_without_empty_end(row)) for row in found]
    # A comma too many in some rows parts a figure; in most, a column has no name.
    has_unnamed = 2 * sum(length > named for length in lengths) > len(lengths)
    width = min(len(header), COLUMN_LIMIT) if has_unnamed else named
    header = header[:width]
    kept: list[tuple[Cell, ...]] = []
    messages: list[PlacedMessage] = []
    for row, length in zip(found, lengths, strict=True):
        if length > width:
            message = table_messages.row_length(length, width, separator)
            messages.append(message.at(name, row[0].line, row[0].column))
            continue
        last = row[-1]
        missing = Cell("", last.line, last.column + len(last.text))
        cells = (Cell(cell.text, cell.line, cell.column) for cell in row[:width])
        kept.append((*cells, *(missing for _ in header[len(row) :])))
    columns = tuple(plain(cell.text) for cell in header)
    messages += [
        table_messages.column_twice(column).at(name, cell.line, cell.column)
        for index, (column, cell) in enumerate(zip(columns, header, strict=True))
        if column and column in columns[:index]
    ]
    # Where a comma is the decimal mark, programs separate cells with semicolons.
    mark = "." if separator == "," else None
    return Table(name, columns, tuple(kept), tuple(messages[:MESSAGES_LIMIT]), mark)


def separator_of(text: str, name: str) -> tuple[int, str]:
    """Where the rows begin, and what separates their cells; raises UnreadableFile."""
    start, separator = _told_separator(text, name)
    return start, separator or _judged_separator(text, start)


def _told_separator(text: str, name: str) -> tuple[int, str | None]:
    """Where the rows begin, and the separator that the file itself names."""
    match = _SEPARATOR_LINE.match(text)
    if match is None:
        return 0, None
    sign = match["sign"].strip(" ") or match["sign"]
    if sign not in SEPARATORS or len(sign) != 1:
        raise UnreadableFile(
            table_messages.bad_separator(sign).at(name, 1, match.start("sign") + 1)
        )
    return match.end(), sign


def _judged_separator(text: str, start: int) -> str:
    """The separator that parts most rows into as many cells as the header, and into most."""

    def agreement(separator: str) -> tuple[float, int]:
        counts = _row_lengths(text, separator, start)
        if not counts or counts[0] < 2:
            return 0.0, 0
        return sum(count == counts[0] for count in counts) / len(counts), counts[0]

    # Of equals, `max` takes the first.
    best = max(SEPARATORS, key=agreement)
    return best if agreement(best) > (0.0, 0) else ","


def _row_lengths(text: str, separator: str, start: int) -> list[int]:
    """How many cells the first rows have; up to a quotation mark that this separator breaks."""
    beginning = text[start : start + _JUDGED_LETTERS]
    lengths: list[int] = []
    with suppress(UnreadableFile):
        for row in islice(_rows(beginning, separator, "", 0), _JUDGED_ROWS):
            lengths.append(len(row))
    is_cut = len(beginning) < len(text) - start and 1 < len(lengths) < _JUDGED_ROWS
    return lengths[:-1] if is_cut else lengths


def _rows(text: str, separator: str, name: str, position: int) -> Iterator[list[RawCell]]:
    """Every row that is not empty."""
    found = raw_rows(text, separator, name, position)
    return (row for row in found if any(cell.text for cell in row))


def _without_empty_end(row: list[RawCell]) -> list[RawCell]:
    """The row up to the last cell that is not empty."""
    empty = sum(1 for _ in takewhile(lambda cell: not cell.text, reversed(row)))
    return row[: len(row) - empty]
