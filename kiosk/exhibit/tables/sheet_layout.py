"""What a sheet says about its rows and columns apart from their cells: hidden, filtered, merged."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from openpyxl.utils import range_boundaries

from kiosk.exhibit.tables.tables import Merged

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRUE = frozenset({"1", "true"})
_LARGEST = 2**20
_MERGED_LIMIT = 10_000
"""Merged cells are only spoken of; nobody needs to know more of them."""


@dataclass
class SheetLayout:
    """The hidden rows and columns of a sheet, counted from 1, and its merged cells."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)
    rows_are_hidden: bool = False
    """Whether all rows are that the sheet does not speak of."""

    spoken_of: set[int] = field(default_factory=set)

    def hides_row(self, line: int) -> bool:
        """Whether the program does not show the row, because somebody hid it or by a filter."""
        return line in self.hidden_rows or (self.rows_are_hidden and line not in self.spoken_of)

    def hides_column(self, column: int) -> bool:
        """Whether the program does not show the column."""
        return any(column in columns for columns in self.hidden_columns)


def read_layout(xml: bytes) -> SheetLayout:
    """Read the layout of a sheet's part.  Raises ExpatError."""
    layout = SheetLayout()
    line = 0

    def take(name: str, attributes: dict[str, str]) -> None:
        nonlocal line
        kind = name.rpartition(":")[2]
        if kind == "row":
            line = _whole(attributes.get("r", ""), line + 1)
            is_hidden = attributes.get("hidden") in _TRUE
            (layout.hidden_rows if is_hidden else layout.spoken_of).add(line)
        elif kind == "col" and attributes.get("hidden") in _TRUE:
            first = _whole(attributes.get("min", ""), 1)
            last = _whole(attributes.get("max", ""), first)
            layout.hidden_columns.append(range(first, last + 1))
        elif kind == "sheetFormatPr":
            layout.rows_are_hidden = attributes.get("zeroHeight") in _TRUE
        elif kind == "mergeCell" and len(layout.merged) < _MERGED_LIMIT:
            layout.merged.extend(_merged(attributes.get("ref", "")))

    parser = expat.ParserCreate()
    parser.StartElementHandler = take
    parser.Parse(xml, True)
    return layout


def _merged(name: str) -> Iterator[Merged]:
    with suppress(ValueError, TypeError):
        bounds = [bound for bound in range_boundaries(name) if bound is not None]
        if len(bounds) == 4:
            yield Merged(name, *bounds)


def _whole(written: str, otherwise: int) -> int:
    is_number = written.isascii() and written.isdigit() and len(written) < 8
    return min(int(written), _LARGEST) if is_number else otherwise
