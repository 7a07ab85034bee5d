"""Tables of numbers that curators keep in files, read into the points of a series."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.model.points import Columns, Point
from kiosk.exhibit.tables import spreadsheet_messages, table_messages
from kiosk.exhibit.tables.table_dates import read_dates
from kiosk.exhibit.tables.table_labels import label_columns, read_labels
from kiosk.exhibit.tables.table_numbers import read_figures
from kiosk.text import shape_messages
from kiosk.text.ids import is_id
from kiosk.text.invisible import plain
from kiosk.text.messages import Message
from kiosk.text.phrase import Phrase, of_program

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from kiosk.exhibit.tables.cell import Cell
    from kiosk.text.messages import PlacedMessage

ROW_LIMIT = 10_000
COLUMN_LIMIT = 256
MESSAGES_LIMIT = 200
"""So many mistakes of a table are worded; with more, the table is given up."""


class Merged(NamedTuple):
    """Cells that are drawn as one, counted from 1; only the first holds what they say."""

    name: str
    left: int
    top: int
    right: int
    bottom: int

    def hides(self, line: int, column: int) -> bool:
        """Whether the cell is one of them and not the first."""
        inside = self.left <= column <= self.right and self.top <= line <= self.bottom
        return inside and (line, column) != (self.top, self.left)


@dataclass(frozen=True)
class Table:
    """The columns of a file by their names, and its rows of as many cells.

    A column without a header has an empty name.  `decimal_mark` is what the file itself
    says about its numbers; None if that is nothing.  `warnings` keep nothing from being drawn,
    `hidden_columns` are those that their program hides, and `note` is what may explain that a
    column is not there.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    messages: tuple[PlacedMessage, ...] = ()
    decimal_mark: str | None = None
    warnings: tuple[Message, ...] = ()
    hidden_columns: frozenset[str] = frozenset()
    merged: tuple[Merged, ...] = ()
    note: str = ""

    def message(self, message: Message, cell: Cell) -> PlacedMessage:
        """The mistake at a cell, by the name that its program gives it."""
        if cell.place:
            message = dataclasses.replace(
                message,
                fix=None,
                text=Phrase(
                    "in {place}, {found}", place=cell.place, found=of_program(message.text)
                ),
            )
        return message.at(self.name, cell.line, cell.column)

    def cells(self, column: str) -> tuple[Cell, ...]:
        """The cells below an existing header; invisible characters in a name do not count."""
        index = self.columns.index(plain(column))
        return tuple(row[index] for row in self.rows)


class TableRow(NamedTuple):
    """A point and the cells that it is made of, by the keys of `Columns`."""

    point: Point
    cells: Mapping[str, Cell]

    def message(self, table: Table, message: Message, key: str = "value") -> PlacedMessage:
        """What is wrong with a part of the point, at its cell, or at its value's."""
        return table.message(message, self.cells.get(key) or self.cells["value"])


def rows_of(
    table: Table, columns: Columns, places: Collection[str] = ()
) -> tuple[tuple[TableRow, ...], tuple[PlacedMessage, ...]]:
    """The points in these columns with their cells, and what is wrong with the other rows.

    The columns have to be there: `missing_columns` tells.  `places` are the ids that a row can be
    of, for what to write in place of one that is none.
    """
    spoilt: set[int] = set()
    messages: list[PlacedMessage] = []

    def read(
        column: str | None, found: Iterable[object], cells: Sequence[Cell] | None = None
    ) -> list[object]:
        """What was found below a header, without the mistakes."""
        kept: list[object] = []
        cells = cells or (table.cells(column) if column else ())
        for number, (cell, each) in enumerate(zip(cells, found, strict=True)):
            if isinstance(each, Message):
                spoilt.add(number)
                if len(messages) < MESSAGES_LIMIT:
                    messages.append(table.message(_of_cell(each, cell, column or "", table), cell))
            kept.append(None if isinstance(each, Message) else each)
        return kept or [None] * len(table.rows)

    values = read(columns.value, read_figures(table.cells(columns.value), table.decimal_mark))
    dates = read(columns.at, read_dates(table.cells(columns.at)) if columns.at else ())
    of_zones = table.cells(columns.zone) if columns.zone else ()
    zones = read(columns.zone, (_zone(cell, places) for cell in of_zones))
    indices = {
        key: next(table.columns.index(each) for each in there)
        for key, column in _named(columns)
        if (there := _columns_of(key, column, table))
    }
    labels: list[object] = [None] * len(table.rows)
    if columns.label:
        at_label = [row[indices["label"]] for row in table.rows]
        named = label_columns(table.columns, columns.label)
        of_labels = {language: table.cells(column) for language, column in named.items()}
        labels = read(columns.label, read_labels(of_labels, columns.label), at_label)
    found = zip(values, dates, zones, labels, table.rows, strict=True)
    rows = tuple(
        TableRow(
            Point.model_validate({"value": value, "at": at, "zone": zone, "label": label}),
            {key: row[index] for key, index in indices.items()},
        )
        for number, (value, at, zone, label, row) in enumerate(found)
        if value is not None and number not in spoilt
    )
    return rows, tuple(sorted(messages))


def points_of(
    table: Table, columns: Columns
) -> tuple[tuple[Point, ...], tuple[PlacedMessage, ...]]:
    """The points of the rows that are sound, and what is wrong with the others."""
    rows, messages = rows_of(table, columns)
    return tuple(row.point for row in rows), messages


def missing_columns(table: Table, columns: Columns) -> dict[str, Message]:
    """The mistakes by the key of `columns` that names a column which is not there."""
    known = [*filter(None, table.columns)]
    return {
        key: table_messages.no_column(column, known, table.name, _explanation(table))
        for key, column in _named(columns)
        if not _columns_of(key, column, table)
    }


def hidden_columns(table: Table, columns: Columns) -> dict[str, Message]:
    """Warnings by the key of `columns` that names a column which its program hides."""
    return {
        key: spreadsheet_messages.hidden_column(column)
        for key, column in _named(columns)
        if table.hidden_columns.intersection(_columns_of(key, column, table))
    }


def _columns_of(key: str, column: str, table: Table) -> Sequence[str]:
    """The columns of a table that a key names: one, or of labels one for each language."""
    if key == "label":
        return tuple(label_columns(table.columns, column).values())
    return (plain(column),) if column and plain(column) in table.columns else ()


def _named(columns: Columns) -> Iterator[tuple[str, str]]:
    named = {"value": columns.value, "at": columns.at, "zone": columns.zone}
    for key, column in {**named, "label": columns.label}.items():
        if column is not None:
            yield key, column


def _explanation(table: Table) -> str:
    """Why a column may have no name."""
    if table.note:
        return table.note
    if not any(letter.isalpha() for column in table.columns for letter in column):
        return table_messages.NO_NAMES
    for number, column in enumerate(table.columns):
        if not column and any(row[number].text for row in table.rows):
            return table_messages.unnamed_column(number + 1)
    return ""


def _of_cell(message: Message, cell: Cell, column: str, table: Table) -> Message:
    if cell.text:
        return message
    merged = (each.name for each in table.merged if each.hides(cell.line, cell.column))
    name = next(merged, "")
    return table_messages.merged_cell(name) if name else table_messages.empty_cell(column)


def _zone(cell: Cell, places: Collection[str]) -> str | Message:
    written = plain(cell.text)
    if not is_id(written):
        return shape_messages.bad_id(written, places)
    return written
