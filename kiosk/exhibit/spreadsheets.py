"""Tables in spreadsheets (.xlsx): one sheet, or a range of its cells."""

from __future__ import annotations

import datetime
import io
import re
import unicodedata
import warnings
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from kiosk.exhibit.mistakes import Mistake, spreadsheet_mistakes, table_mistakes
from kiosk.exhibit.problems import ExhibitError, UnreadableFile
from kiosk.exhibit.spreadsheet_files import refusal
from kiosk.exhibit.tables import ROW_LIMIT, Cell, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMN_LIMIT = 256
CELL_LIMIT = 100_000

_RANGE = re.compile(
    r"\$?(?P<left>[A-Z]{1,3})\$?(?P<top>[1-9]\d{0,6}):\$?(?P<right>[A-Z]{1,3})\$?(?P<end>[1-9]\d{0,6})",
    re.IGNORECASE | re.ASCII,
)
_SHOWN_DECIMALS = re.compile(r"[0#?]\.(0{1,9})")
_NOT_OF_THE_DATE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


class Misnamed(ExhibitError):
    """What a series names is not in the spreadsheet.  Carries the key of `data` and the mistake."""

    def __init__(self, key: str, mistake: Mistake) -> None:
        self.key = key
        self.mistake = mistake
        super().__init__(mistake.message)


class _Area(NamedTuple):
    """The cells to look at, counted from 1; the last ones belong to it."""

    left: int
    top: int
    right: int
    bottom: int


def read_spreadsheet(content: bytes, name: str, sheet: str | None, cells: str | None) -> Table:
    """Read the cells of a sheet; the first row that is not empty names the columns.

    `sheet` can be None where there is only one, and `cells`, such as `A3:D12`, for all of a sheet.
    Formulas count as what they last resulted in.  Raises Misnamed, or UnreadableFile for what is
    no spreadsheet, is too large, has macros or links to other files.
    """
    area = _area(cells)
    mistake = refusal(content)
    if mistake is not None:
        raise UnreadableFile(mistake.at(name))
    with _opened(content, name, results=True) as workbook:
        found = _sheet(workbook, sheet)
        title = str(found.title)
        rows = [_cells(title, row) for row in _written_rows(found, area, name)]
    if not rows:
        place = f"{title}!{cells.upper()}" if cells else f"the sheet '{title}'"
        raise Misnamed("range" if cells else "sheet", spreadsheet_mistakes.empty_range(place))
    header, *others = rows
    columns = tuple(" ".join(cell.text.split()) for cell in header)
    table = Table(name, columns, tuple(_fitted(row, header) for row in others))
    formulas = _formulas(content, name, title, area) if _has_gaps(table) else {}
    problems = [
        table.problem(table_mistakes.column_twice(cell.text), cell)
        for index, cell in enumerate(header)
        if cell.text and columns[index] in columns[:index]
    ]
    problems += [
        table.problem(spreadsheet_mistakes.not_calculated(formulas[cell.line, cell.column]), cell)
        for row in table.rows
        for cell in row
        if (cell.line, cell.column) in formulas and not cell.text
    ]
    return Table(name, columns, table.rows, tuple(problems))


def _area(cells: str | None) -> _Area | None:
    if cells is None:
        return None
    match = _RANGE.fullmatch(cells.strip())
    if match is None:
        raise Misnamed("range", spreadsheet_mistakes.bad_range(cells))
    left, right = sorted(map(_column, match.group("left", "right")))
    top, bottom = sorted(map(int, match.group("top", "end")))
    if bottom - top > ROW_LIMIT or right - left >= COLUMN_LIMIT:
        raise Misnamed("range", spreadsheet_mistakes.large_range(ROW_LIMIT, COLUMN_LIMIT))
    return _Area(left, top, right, bottom)


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


@contextmanager
def _opened(content: bytes, name: str, *, results: bool) -> Iterator[Any]:
    """The workbook with the results of its formulas, or with the formulas themselves."""
    from openpyxl import load_workbook

    workbook = None
    try:
        with warnings.catch_warnings():
            # It speaks of what it leaves out: styles, pictures, validations.
            warnings.simplefilter("ignore")
            workbook = load_workbook(
                io.BytesIO(content), read_only=True, data_only=results, keep_links=False
            )
            yield workbook
    except ExhibitError:
        raise
    except Exception:
        # What openpyxl raises for a broken file is any exception at all.
        raise UnreadableFile(spreadsheet_mistakes.NOT_A_SPREADSHEET.at(name)) from None
    finally:
        if workbook is not None:
            workbook.close()


def _sheet(workbook: Any, wanted: str | None) -> Any:
    sheets = {str(sheet.title): sheet for sheet in workbook.worksheets}
    if wanted is None and len(sheets) != 1:
        raise Misnamed("file", spreadsheet_mistakes.which_sheet(sheets))
    if wanted is not None and wanted not in sheets:
        raise Misnamed("sheet", spreadsheet_mistakes.no_sheet(wanted, sheets))
    return next(iter(sheets.values())) if wanted is None else sheets[wanted]


class _Row(NamedTuple):
    """The cells of a line up to the last that is not empty; the first stands in column `left`."""

    line: int
    left: int
    cells: tuple[Any, ...]


def _written_rows(sheet: Any, area: _Area | None, name: str) -> Iterator[_Row]:
    """The rows in which something stands."""
    count = 0
    for row in _all_rows(sheet, area):
        filled = [place for place, cell in enumerate(row.cells) if cell.value not in (None, "")]
        count += len(filled)
        if area is None and row.line > ROW_LIMIT + 1:
            raise UnreadableFile(table_mistakes.too_many_rows(ROW_LIMIT).at(name, row.line))
        if count > CELL_LIMIT:
            raise UnreadableFile(spreadsheet_mistakes.TOO_LARGE.at(name, row.line))
        if filled:
            yield row._replace(cells=row.cells[: filled[-1] + 1])


def _all_rows(sheet: Any, area: _Area | None) -> Iterator[_Row]:
    """The rows of the area.  What the file says about its own size is not believed."""
    sheet.reset_dimensions()
    left, top, right, bottom = area or _Area(1, 1, COLUMN_LIMIT, ROW_LIMIT + 2)
    rows = sheet.iter_rows(min_col=left, min_row=top, max_col=right, max_row=bottom)
    return (_Row(line, left, cells) for line, cells in enumerate(rows, start=top))


def _cells(title: str, row: _Row) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            _text(cell),
            row.line,
            column,
            _place(title, row.line, column),
            isinstance(cell.value, int | float) and not isinstance(cell.value, bool),
        )
        for column, cell in enumerate(row.cells, start=row.left)
    )


def _fitted(row: tuple[Cell, ...], header: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The row with as many cells as the header."""
    title, line = row[0].place.rpartition("!")[0], row[0].line
    missing = header[len(row) :]
    added = (Cell("", line, cell.column, _place(title, line, cell.column)) for cell in missing)
    return (*row[: len(header)], *added)


def _place(title: str, line: int, column: int) -> str:
    """A cell as spreadsheets name it: `2024!C7`."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{title}!{letters}{line}"


def _has_gaps(table: Table) -> bool:
    return any(not cell.text for row in table.rows for cell in row)


def _formulas(
    content: bytes, name: str, title: str, area: _Area | None
) -> dict[tuple[int, int], str]:
    """The formulas of the area by line and column."""
    with _opened(content, name, results=False) as workbook:
        return {
            (row.line, column): str(cell.value)
            for row in _all_rows(_sheet(workbook, title), area)
            for column, cell in enumerate(row.cells, start=row.left)
            if cell.data_type == "f"
        }


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(Decimal(format(value, ".15g")), str(cell.number_format))
    if isinstance(value, datetime.date):
        return _date(value, str(cell.number_format))
    return unicodedata.normalize("NFC", str(value)).strip()


def _number(number: Decimal, shown_as: str) -> str:
    """The number with all its digits and the noughts that are shown; 0.058 is 5.8 if shown in %."""
    if "%" in shown_as:
        number = number.scaleb(2)
    whole, _, decimals = format(number, "f").partition(".")
    noughts = _SHOWN_DECIMALS.search(shown_as)
    decimals = decimals.rstrip("0").ljust(len(noughts[1]) if noughts else 0, "0")
    return f"{whole}.{decimals}" if decimals else whole


def _date(value: datetime.date, shown_as: str) -> str:
    """The date, only as precise as the spreadsheet shows it."""
    pattern = _NOT_OF_THE_DATE.sub("", shown_as).lower()
    if "d" in pattern:
        return f"{value:%Y-%m-%d}"
    return f"{value:%Y-%m}" if "m" in pattern else f"{value:%Y}"
