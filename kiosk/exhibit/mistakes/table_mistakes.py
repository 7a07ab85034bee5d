"""What is wrong with a table in the folder `data`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.mistakes import Mistake, did_you_mean, one_of, shortened

if TYPE_CHECKING:
    from collections.abc import Collection


def no_table(name: str, known: Collection[str]) -> Mistake:
    return Mistake(
        "no-table",
        f"there is no table '{shortened(name)}' in the folder 'data'",
        did_you_mean(name, known),
    )


def no_column(name: str, known: Collection[str], table: str) -> Mistake:
    listed = f"the columns are {one_of([shortened(column) for column in known], 'and')}"
    return Mistake(
        "no-column",
        f"there is no column '{shortened(name)}' in {table}",
        did_you_mean(name, known) or listed,
    )


def column_twice(name: str) -> Mistake:
    return Mistake("column-twice", f"the column '{shortened(name)}' stands twice", "rename one")


NO_HEADER = Mistake("no-header", "the first line should name the columns", "such as: year,teams")


def too_many_rows(limit: int) -> Mistake:
    return Mistake("too-many-rows", f"the table has more than {limit:,} rows")


def row_length(found: int, wanted: int) -> Mistake:
    cells = "cell" if found == 1 else "cells"
    return Mistake(
        "row-length",
        f"the row has {found} {cells}, the header has {wanted}",
        "quote a cell that holds a comma",
    )


def empty_cell(column: str) -> Mistake:
    return Mistake("empty-cell", f"nothing stands in the column '{shortened(column)}'")


def not_a_number(written: str) -> Mistake:
    return Mistake(
        "not-a-number",
        f"'{shortened(written)}' is not a number",
        "write 1195, 1,195.5 or 4.2 billion",
    )


def unclear_figure(written: str, whole: str, decimal: str) -> Mistake:
    return Mistake(
        "unclear-figure",
        f"'{shortened(written)}' can mean {shortened(whole)} or {shortened(decimal)}",
        f"write {shortened(whole)}, or let another figure of the column decide,"
        " such as 1,195.5 or 1.195,5",
    )


def other_mark(written: str, first: str) -> Mistake:
    return Mistake(
        "other-mark",
        f"'{shortened(written)}' has another decimal mark than '{shortened(first)}'",
        "write all figures of a column in one way",
    )


def too_many_decimals(written: str) -> Mistake:
    return Mistake(
        "too-many-decimals",
        f"{shortened(written)} has more than 9 decimals",
        "round it as it is to be shown, for example with =ROUND(…; 1)",
    )
