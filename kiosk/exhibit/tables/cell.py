"""A cell of a table, whichever program has written it."""

from __future__ import annotations

from typing import NamedTuple


class Cell(NamedTuple):
    """The text of one cell and its position; lines and columns count from 1.

    `place` is what a spreadsheet calls it, such as `2024!C7`.  The number in a cell that is exact
    was kept as a number, so its text is not in anybody's way of writing.
    """

    text: str
    line: int
    column: int
    place: str = ""
    is_exact: bool = False
