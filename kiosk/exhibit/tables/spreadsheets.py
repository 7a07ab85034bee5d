"""Tables in spreadsheets (.xlsx): one sheet, or a range of its cells."""

from __future__ import annotations

import io
import re
import warnings
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from openpyxl.cell.read_only import EMPTY_CELL
from openpyxl.utils import column_index_from_string

from kiosk.exhibit.tables import spreadsheet_messages, table_messages
from kiosk.exhibit.tables.sheet_cells import Area, CellReader, Row, all_rows, fitted, written_rows
from kiosk.exhibit.tables.sheet_layout import read_layout
from kiosk.exhibit.tables.spreadsheet_dates import local_formats
from kiosk.exhibit.tables.spreadsheet_files import Misnamed, refusal
from kiosk.exhibit.tables.tables import COLUMN_LIMIT, MESSAGES_LIMIT, ROW_LIMIT, Table
from kiosk.text.invisible import plain
from kiosk.text.message_words import shortened
from kiosk.text.messages import ExhibitError, UnreadableFile
from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.exhibit.tables.cell import Cell
    from kiosk.exhibit.tables.sheet_layout import SheetLayout
    from kiosk.text.messages import Message


_RANGE = re.compile(
    r"\$?(?P<left>[A-Z]{1,3})\$?(?P<top>[1-9]\d{0,6}):\$?(?P<right>[A-Z]{1,3})\$?(?P<end>[1-9]\d{0,6})",
    re.IGNORECASE | re.ASCII,
)


_SAID = re.compile(rb"<(?:\w+:)?(?:v|f|is)[\s/>]")
"""A value, a formula or a text in the XML of a sheet."""


def read_spreadsheet(content: bytes, name: str, sheet: str | None, cells: str | None) -> Table:
    """Read the cells of a sheet; the first row that is not empty names the columns.

    `sheet` can be None where only one is shown, and `cells`, such as `A3:D12`, for all of a sheet.
    Formulas count as what they last resulted in, rows that are hidden or filtered out are left out.
    Raises Misnamed, or UnreadableFile for what is no spreadsheet, is too large, has macros or
    links to other files.
    """
    area = _area(cells)
    message = refusal(content)
    if message is not None:
        raise UnreadableFile(message.at(name))
    with opened_workbook(content, name, results=True) as workbook:
        found = _sheet(workbook, sheet)
        title = str(found.title)
        is_hidden = found.sheet_state != "visible"
        with found._get_source() as part:
            layout = read_layout(part.read())
        written = tuple(written_rows(found, area, name, layout))
        reader = CellReader(title, workbook.epoch, local_formats(workbook))
        rows = [reader.cells(row) for row in written if not layout.hides_row(row.line)]
    place = (
        f"{title}!{cells.upper()}"
        if cells
        else Phrase("the sheet '{title}'", title=shortened(title))
    )
    if not rows:
        message = spreadsheet_messages.empty_range(place, is_hidden=bool(written))
        raise Misnamed("range" if cells else "sheet", message)
    header, *others = rows
    if len(header) > COLUMN_LIMIT:
        raise UnreadableFile(table_messages.too_many_columns(COLUMN_LIMIT).at(name, header[0].line))
    columns = tuple(plain(cell.text) for cell in header)
    kept = tuple(fitted(row, header) for row in others)
    table = Table(
        name,
        columns,
        kept,
        warnings=_warnings(title, written, layout, is_hidden=is_hidden),
        hidden_columns=frozenset(
            column
            for column, cell in zip(columns, header, strict=True)
            if layout.hides_column(cell.column)
        ),
        merged=tuple(layout.merged),
        note=_title_above(header, others, layout),
    )
    formulas = _formulas(content, name, title, area) if _has_gaps(table) else {}
    messages = [
        table.message(table_messages.column_twice(cell.text), cell)
        for index, cell in enumerate(header)
        if cell.text and columns[index] in columns[:index]
    ]
    messages += [
        table.message(spreadsheet_messages.not_calculated(formulas[cell.line, cell.column]), cell)
        for row in table.rows
        for cell in row
        if (cell.line, cell.column) in formulas and not cell.text
    ]
    return replace(table, messages=tuple(messages[:MESSAGES_LIMIT]))


def _warnings(
    title: str, written: Sequence[Row], layout: SheetLayout, *, is_hidden: bool
) -> tuple[Message, ...]:
    """What is hidden, and so not seen by anybody who looks at the spreadsheet."""
    lines = [row.line for row in written if layout.hides_row(row.line)]
    warnings = [spreadsheet_messages.hidden_rows(title, lines)] if lines else []
    return (*warnings, spreadsheet_messages.hidden_sheet(title)) if is_hidden else tuple(warnings)


def _title_above(
    header: Sequence[Cell], others: Sequence[Sequence[Cell]], layout: SheetLayout
) -> str:
    """Says that the first row is a title over the table, merged from several cells."""
    first = header[0]
    merged = next(
        (each for each in layout.merged if each.hides(first.line, first.column + 1)), None
    )
    if merged is None or not others:
        return ""
    corner = others[0][0].place.rpartition("!")[2]
    end = max((row[-1] for row in others), key=_column_and_line).place.rpartition("!")[2]
    last = others[-1][-1].line
    letters = end.rstrip("0123456789")
    return table_messages.merged_heading(merged.name, f"{corner}:{letters}{last}")


def _column_and_line(cell: Cell) -> tuple[int, int]:
    return cell.column, cell.line


def _area(cells: str | None) -> Area | None:
    if cells is None:
        return None
    match = _RANGE.fullmatch(cells.strip())
    if match is None:
        raise Misnamed("range", spreadsheet_messages.bad_range(cells))
    left, right = sorted(map(column_index_from_string, match.group("left", "right")))
    top, bottom = sorted(map(int, match.group("top", "end")))
    if bottom - top > ROW_LIMIT or right - left >= COLUMN_LIMIT:
        raise Misnamed("range", spreadsheet_messages.large_range(ROW_LIMIT, COLUMN_LIMIT))
    return Area(left, top, right, bottom)


@contextmanager
def opened_workbook(content: bytes, name: str, *, results: bool) -> Iterator[Any]:
    """The workbook with the results of its formulas, or with the formulas themselves."""
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
        raise UnreadableFile(spreadsheet_messages.NOT_A_SPREADSHEET.at(name)) from None
    finally:
        if workbook is not None:
            workbook.close()


def _is_empty(sheet: Any) -> bool:
    """Whether no cell of a sheet says anything."""
    with sheet._get_source() as part:
        return _SAID.search(part.read()) is None


def _sheet(workbook: Any, wanted: str | None) -> Any:
    """The sheet of that name, or the only one that is shown."""
    sheets = {str(sheet.title): sheet for sheet in workbook.worksheets}
    shown = {title: sheet for title, sheet in sheets.items() if sheet.sheet_state == "visible"}
    if wanted is None:
        candidates = shown or sheets
        if len(candidates) > 1:
            # Excel begins a workbook with three sheets, of which two mostly stay empty.
            filled = {title: sheet for title, sheet in candidates.items() if not _is_empty(sheet)}
            candidates = filled or candidates
        if len(candidates) != 1:
            raise Misnamed("file", spreadsheet_messages.which_sheet(candidates))
        return next(iter(candidates.values()))
    by_name = {plain(title): sheet for title, sheet in sheets.items()}
    if plain(wanted) not in by_name:
        raise Misnamed("sheet", spreadsheet_messages.no_sheet(wanted, sheets))
    return by_name[plain(wanted)]


def _has_gaps(table: Table) -> bool:
    return any(not cell.text for row in table.rows for cell in row)


def _formulas(
    content: bytes, name: str, title: str, area: Area | None
) -> dict[tuple[int, int], str]:
    """The formulas of the area by line and column."""
    with opened_workbook(content, name, results=False) as workbook:
        return {
            (row.line, column): str(cell.value)
            for row in all_rows(_sheet(workbook, title), area)
            for column, cell in enumerate(row.cells, start=row.left)
            if cell is not EMPTY_CELL and cell.data_type == "f"
        }
