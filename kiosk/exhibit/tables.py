"""Tables of numbers that curators keep in files, read into the points of a series."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.mistakes import Mistake, shape_mistakes, table_mistakes
from kiosk.exhibit.model import Columns, Point
from kiosk.exhibit.table_numbers import read_figures
from kiosk.exhibit.values import WrittenDate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.exhibit.problems import Problem

ROW_LIMIT = 10_000

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Cell(NamedTuple):
    """The text of one cell and where it stands; lines and columns count from 1.

    `place` is what a spreadsheet calls it, such as `2024!C7`.  The number in a cell that is exact
    was kept as a number, so its text is not in anybody's way of writing.
    """

    text: str
    line: int
    column: int
    place: str = ""
    is_exact: bool = False


@dataclass(frozen=True)
class Table:
    """The columns of a file by their names, and its rows of as many cells.

    `decimal_mark` is what the file itself says about its numbers; None if that is nothing.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    problems: tuple[Problem, ...] = ()
    decimal_mark: str | None = None

    def problem(self, mistake: Mistake, cell: Cell) -> Problem:
        """The mistake at a cell, by the name that its program gives it."""
        if cell.place:
            mistake = dataclasses.replace(mistake, message=f"in {cell.place}, {mistake.message}")
        return mistake.at(self.name, cell.line, cell.column)

    def cells(self, column: str) -> tuple[Cell, ...]:
        """The cells below a header that is there."""
        index = self.columns.index(column)
        return tuple(row[index] for row in self.rows)


def points_of(table: Table, columns: Columns) -> tuple[tuple[Point, ...], tuple[Problem, ...]]:
    """The points that stand in these columns, and what is wrong with their cells.

    The columns have to be there: `missing_columns` tells.
    """
    problems: list[Problem] = []

    def read(column: str | None, found: Iterable[object]) -> list[object]:
        """What was found below a header, without the mistakes."""
        kept: list[object] = []
        for cell, each in zip(table.cells(column) if column else (), found, strict=True):
            if isinstance(each, Mistake):
                mistake = each if cell.text else table_mistakes.empty_cell(column or "")
                problems.append(table.problem(mistake, cell))
            kept.append(None if isinstance(each, Mistake) else each)
        return kept or [None] * len(table.rows)

    values = read(columns.value, read_figures(table.cells(columns.value), table.decimal_mark))
    dates = read(columns.at, map(_date, table.cells(columns.at) if columns.at else ()))
    zones = read(columns.zone, map(_zone, table.cells(columns.zone) if columns.zone else ()))
    points = tuple(
        Point.model_validate({"value": value, "at": at, "zone": zone})
        for value, at, zone in zip(values, dates, zones, strict=True)
        if value is not None
    )
    return points, tuple(sorted(problems))


def missing_columns(table: Table, columns: Columns) -> dict[str, Mistake]:
    """The mistakes by the key of `columns` that names a column which is not there."""
    named = {"value": columns.value, "at": columns.at, "zone": columns.zone}
    return {
        key: table_mistakes.no_column(column, [*filter(None, table.columns)], table.name)
        for key, column in named.items()
        if column is not None and column not in table.columns
    }


def _date(cell: Cell) -> WrittenDate | Mistake:
    try:
        return WrittenDate.parse(cell.text)
    except ValueError:
        return shape_mistakes.bad_date(cell.text)


def _zone(cell: Cell) -> str | Mistake:
    if len(cell.text) > 64 or not _ID.fullmatch(cell.text):
        return shape_mistakes.bad_id(cell.text)
    return cell.text
