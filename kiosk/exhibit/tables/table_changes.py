"""Changes of a table, and what the table is after each of them.

A table is rows of as many texts.  Whoever edits one says what is to change; the same change is made
in the file (`csv_text.py`, `point_rows.py`) and, by `changed`, in what is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Rows: TypeAlias = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class SetCells:
    """Other texts in a rectangle of cells; rows and columns that are not there yet are added."""

    row: int
    column: int
    cells: Rows


@dataclass(frozen=True)
class InsertRows:
    """Rows before the row `at`, or behind the last."""

    at: int
    rows: Rows


@dataclass(frozen=True)
class RemoveRows:
    """So many rows from `at` on."""

    at: int
    count: int = 1


@dataclass(frozen=True)
class MoveRow:
    """A row to another place; `to` is its number afterwards."""

    row: int
    to: int


@dataclass(frozen=True)
class InsertColumn:
    """A column before the column `at`, or behind the last, with what its cells say."""

    at: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class RemoveColumn:
    """A column and all that is in it."""

    at: int


@dataclass(frozen=True)
class MoveColumn:
    """A column to another place; `to` is its number afterwards."""

    column: int
    to: int


TableChange: TypeAlias = (
    SetCells | InsertRows | RemoveRows | MoveRow | InsertColumn | RemoveColumn | MoveColumn
)


def changed(rows: Rows, change: TableChange) -> Rows:
    """The rows after a change; raises IndexError where what it is about is not there."""
    found = [list(row) for row in even(rows)]
    width = len(found[0]) if found else 0
    match change:
        case SetCells(row, column, cells):
            _set_cells(found, row, column, cells)
        case InsertRows(at, added):
            found[_within(at, len(found)) : at] = [list(row) for row in added]
        case RemoveRows(at, count):
            _within(at + count, len(found))
            del found[_within(at, len(found) - 1) : at + count]
        case MoveRow(row, to):
            found.insert(_within(to, len(found) - 1), found.pop(_within(row, len(found) - 1)))
        case InsertColumn(at, cells):
            _within(at, width)
            _within(len(cells), len(found))
            for line, words in zip(found, [*cells, *[""] * len(found)], strict=False):
                line.insert(at, words)
        case RemoveColumn(at):
            for line in found:
                del line[_within(at, width - 1)]
        case MoveColumn(column, to):
            for line in found:
                line.insert(_within(to, width - 1), line.pop(_within(column, width - 1)))
    return even(found)


def even(rows: Iterable[Sequence[str]]) -> Rows:
    """The same rows, each with as many cells as the longest."""
    found = [tuple(row) for row in rows]
    width = max(map(len, found), default=0)
    return tuple((*row, *[""] * (width - len(row))) for row in found)


def _set_cells(rows: list[list[str]], row: int, column: int, cells: Rows) -> None:
    _within(row, len(rows))
    _within(column, max(map(len, rows), default=0))
    for number, added in enumerate(cells, start=row):
        if number == len(rows):
            rows.append([])
        into = rows[number]
        into += [""] * (column + len(added) - len(into))
        into[column : column + len(added)] = added


def _within(index: int, most: int) -> int:
    if not 0 <= index <= most:
        raise IndexError(f"{index} is not from 0 to {most}")
    return index
