"""The file of a table, chosen by its name, with the table below: a CSV file is edited there."""

from __future__ import annotations

from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Slot

from kiosk.exhibit.editing.edited_yaml import free_id
from kiosk.exhibit.editing.edits import NewFile, Remove, SetContent, SetText
from kiosk.exhibit.tables.csv_files import CsvFile
from kiosk.exhibit.tables.csv_text import CannotChange, csv_of
from kiosk.exhibit.tables.series_data import SPREADSHEET
from kiosk.exhibit.tables.spreadsheet_files import Misnamed
from kiosk.jobs import Answer, Jobs
from kiosk.text.messages import UnreadableFile
from kiosk.workshop.editing.choice_rows import NamedRow
from kiosk.workshop.editing.grid_rows import GridTable
from kiosk.workshop.editing.table_grid import TableGrid
from kiosk.workshop.editing.window_wording import window_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.exhibit.editing.form import Field
    from kiosk.exhibit.tables.table_changes import Rows, TableChange
    from kiosk.workshop.editing.form_context import FormContext

_FOLDER = "data"


class _NamedCells(NamedTuple):
    """Which cells of which file."""

    file: str
    sheet: str | None
    cells: str | None


class _TableInFile(NamedTuple):
    """What is in a file: a table that can be changed, or the cells of a spreadsheet."""

    content: bytes
    csv: CsvFile | None = None
    rows: Rows = ()


class TableFileRow(NamedRow):
    """A field that names a table.  Of a spreadsheet the cells are shown, and can become a CSV."""

    def build(self) -> None:
        super().build()
        self._shown: _NamedCells | None = None
        self._found: _TableInFile | None = None
        self._jobs = Jobs(self, pauses=())
        self._jobs.answered.connect(self._take)
        self.grid = TableGrid(self)
        self.grid.changed.connect(self._change)
        self.grid.csv_wanted.connect(self._make_csv)
        self.grid.hide()
        self.body.addWidget(self.grid)

    def fill(self, field: Field, context: FormContext) -> None:
        super().fill(field, context)
        said = {each.key: each.written for each in context.form.fields}
        file = f"{_FOLDER}/{field.written}"
        sheet = _NamedCells(file, said.get("sheet") or None, said.get("range") or None)
        is_table = field.written in context.around.tables
        if not is_table or context.content_of is None:
            self._shown = self._found = None
            self.grid.hide()
            return
        is_known = sheet == self._shown and self._found is not None and self._found.csv is not None
        if is_known:
            # It has been read before, so it is in memory.
            found = _read(context.content_of, sheet) if self._is_other(file, context) else None
            self._show(found or self._found)
        else:
            self._shown = sheet
            self._jobs.ask("table", partial(_read, context.content_of, sheet))

    def _is_other(self, file: str, context: FormContext) -> bool:
        assert context.content_of is not None
        return self._found is None or context.content_of(file) != self._found.content

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        self._show(None if answer.error is not None else answer.value)

    def _show(self, found: _TableInFile | None) -> None:
        self._found = found
        self.grid.setVisible(found is not None)
        if found is None or self.context is None:
            return
        rows = found.rows if found.csv is None else found.csv.table.rows
        notes = self._said_of_cells(found) if found.csv is not None else {}
        table = GridTable(rows, notes=notes, is_editable=found.csv is not None)
        self.grid.name_as(self._shown.file if self._shown is not None else "")
        self.grid.show_table(table, self.context.style)

    def _said_of_cells(self, found: _TableInFile) -> dict[tuple[int, int], str]:
        """What the check says of the cells of the file."""
        notes: dict[tuple[int, int], str] = {}
        context, shown = self.context, self._shown
        if found.csv is None or context is None or shown is None:
            return notes
        for message in context.everywhere:
            cell = None
            if message.file == shown.file:
                cell = found.csv.table.cell_at(message.line, message.column)
            if cell is not None:
                text, hint = window_words(message, context.style.language)
                words = f"{text}: {hint}" if hint else text
                notes[cell] = "\n".join(filter(None, (notes.get(cell, ""), words)))
        return notes

    @Slot(object)
    def _change(self, change: TableChange) -> None:
        found, shown = self._found, self._shown
        if found is None or found.csv is None or shown is None or self.context is None:
            return
        try:
            csv = found.csv.with_change(change)
        except CannotChange:
            self.grid.tell(self.context.style.say("table_refused"))
            return
        self._show(_TableInFile(csv.content, csv))
        self.change(SetContent(shown.file, csv.content))

    @Slot()
    def _make_csv(self) -> None:
        field, context, found = self.field, self.context, self._found
        if field is None or context is None or found is None:
            return
        names = {PurePath(name).stem for name in context.around.tables if name.endswith(".csv")}
        name = f"{free_id(PurePath(field.written).stem, names)}.csv"
        file, around = context.form.file, field.location[:-1]
        gone = [
            Remove(file, (*around, each.key))
            for each in context.form.fields
            if each.key in ("sheet", "range") and each.node is not None
        ]
        content = csv_of(found.rows).encode()
        self.change(
            NewFile(f"{_FOLDER}/{name}", content), SetText(file, field.location, name), *gone
        )


def _read(content_of: Callable[[str], bytes | None], sheet: _NamedCells) -> _TableInFile | None:
    """What is in the file; None for what is no table."""
    content = content_of(sheet.file)
    if content is None:
        return None
    try:
        if not sheet.file.lower().endswith(SPREADSHEET):
            return _TableInFile(content, CsvFile.parse(content, sheet.file))
        # openpyxl takes longer to import than most exhibits take to be read.
        from kiosk.exhibit.tables.spreadsheets import read_spreadsheet

        table = read_spreadsheet(content, sheet.file, sheet.sheet, sheet.cells)
    except (UnreadableFile, Misnamed):
        return None
    rows = (table.columns, *(tuple(cell.text for cell in row) for row in table.rows))
    return _TableInFile(content, None, rows)
