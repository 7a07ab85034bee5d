"""The rows of a sheet that are not empty, and what their cells say."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from openpyxl.cell.read_only import EMPTY_CELL
from openpyxl.utils import get_column_letter

from kiosk.exhibit.tables import spreadsheet_messages, table_messages
from kiosk.exhibit.tables.cell import Cell
from kiosk.exhibit.tables.spreadsheet_dates import date_in, number_in, shown_as
from kiosk.exhibit.tables.tables import COLUMN_LIMIT, ROW_LIMIT
from kiosk.text.messages import UnreadableFile

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping

    from kiosk.exhibit.tables.sheet_layout import SheetLayout

CELL_LIMIT = 100_000

_SHOWN_DECIMALS = re.compile(r"[0#?]\.(0{1,9})")
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_LAST_ROW = 2**20
"""The last row that a sheet can have."""


class Area(NamedTuple):
    """The cells to look at, counted from 1; the last ones belong to it."""

    left: int
    top: int
    right: int
    bottom: int


class Row(NamedTuple):
    """The cells of a line up to the last that is not empty; the first is in column `left`."""

    line: int
    left: int
    cells: tuple[Any, ...]


def written_rows(sheet: Any, area: Area | None, name: str, layout: SheetLayout) -> Iterator[Row]:
    """The rows that are not empty; a cell that only has a format is empty."""
    count = lines = 0
    for row in all_rows(sheet, area):
        filled = [
            place
            for place, cell in enumerate(row.cells)
            if cell is not EMPTY_CELL and cell.value not in (None, "")
        ]
        if not filled:
            continue
        count += len(filled)
        lines += not layout.hides_row(row.line)
        if lines > ROW_LIMIT + 1:
            raise UnreadableFile(table_messages.too_many_rows(ROW_LIMIT).at(name, row.line))
        if count > CELL_LIMIT:
            raise UnreadableFile(spreadsheet_messages.TOO_LARGE.at(name, row.line))
        yield row._replace(cells=row.cells[: filled[-1] + 1])


def all_rows(sheet: Any, area: Area | None) -> Iterator[Row]:
    """The rows of the area.  What the file says about its own size is not believed."""
    sheet.reset_dimensions()
    # One column more than there may be: whether there are too many is said later.
    left, top, right, bottom = area or Area(1, 1, COLUMN_LIMIT + 1, _LAST_ROW)
    rows = sheet.iter_rows(min_col=left, min_row=top, max_col=right, max_row=bottom)
    between = None
    for line, cells in enumerate(rows, start=top):
        # For all rows that the file does not have, openpyxl gives the same one.
        if cells is not between:
            between = cells
            yield Row(line, left, cells)


@dataclass(frozen=True)
class CellReader:
    """Makes cells of what openpyxl has read of a sheet."""

    title: str
    epoch: datetime.datetime
    local: Mapping[int, str]

    def cells(self, row: Row) -> tuple[Cell, ...]:
        """The cells of a row, each with its place."""
        return tuple(
            self._cell(cell, row.line, column)
            for column, cell in enumerate(row.cells, start=row.left)
        )

    def _cell(self, cell: Any, line: int, column: int) -> Cell:
        text, is_exact = self._text(cell)
        return Cell(text, line, column, _place(self.title, line, column), is_exact)

    def _text(self, cell: Any) -> tuple[str, bool]:
        """What the cell says, and whether it is a number that was kept as such."""
        value = cell.value
        if value is None:
            return "", False
        if isinstance(value, str):
            return unicodedata.normalize("NFC", value).strip(), False
        code = shown_as(cell, self.local)
        date = date_in(cell, code, self.epoch)
        if date is not None:
            return date, False
        number = number_in(cell, self.epoch)
        if number is not None:
            return _number(Decimal(format(number, ".15g")), code), True
        return str(value).upper() if isinstance(value, bool) else str(value), False


def fitted(row: tuple[Cell, ...], header: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The row with as many cells as the header."""
    title, line = row[0].place.rpartition("!")[0], row[0].line
    added = (
        Cell("", line, cell.column, _place(title, line, cell.column)) for cell in header[len(row) :]
    )
    return (*row[: len(header)], *added)


def _place(title: str, line: int, column: int) -> str:
    """A cell as spreadsheets name it: `2024!C7`."""
    return f"{title}!{get_column_letter(column)}{line}"


def _number(number: Decimal, code: str) -> str:
    """The number with all its digits and the noughts that are shown; 0.058 is 5.8 if shown in %."""
    if "%" in _QUOTED.sub("", code):
        number = number.scaleb(2)
    whole, _, decimals = format(number, "f").partition(".")
    noughts = _SHOWN_DECIMALS.search(code)
    decimals = decimals.rstrip("0").ljust(len(noughts[1]) if noughts else 0, "0")
    return f"{whole}.{decimals}" if decimals else whole
