"""What is wrong with a table in the folder `data`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.message_words import did_you_mean, did_you_mean_or, one_of, shortened
from kiosk.text.messages import Message

if TYPE_CHECKING:
    from collections.abc import Collection


NO_FIGURE = "leave the row out where there is no figure"
"""What to do about n/a, a dash, or nothing at all in a column of figures."""


def no_table(name: str, known: Collection[str]) -> Message:
    return Message(
        "no-table",
        f"there is no table '{shortened(name)}' in the folder 'data'",
        did_you_mean_or(name, known, "put it there"),
    )


def no_column(name: str, known: Collection[str], table: str, otherwise: str = "") -> Message:
    """`otherwise` is what may explain it, where no column has a name like that."""
    listed = f"the columns are {one_of([shortened(column) for column in known], 'and')}"
    return Message(
        "no-column",
        f"there is no column '{shortened(name)}' in {table}",
        did_you_mean(name, known) or (f"{listed}; {otherwise}" if otherwise else listed),
    )


def column_twice(name: str) -> Message:
    return Message("column-twice", f"the column '{shortened(name)}' stands twice", "rename one")


NO_HEADER = Message("no-header", "the first line should name the columns", "such as: year,teams")


NO_NAMES = "the first line holds figures and no names"


def unnamed_column(number: int) -> str:
    """A hint: the column, counted from 1, holds something, and no name stands over it."""
    return f"column {number} has no name"


def too_many_rows(limit: int) -> Message:
    return Message("too-many-rows", f"the table has more than {limit:,} rows")


def too_many_columns(limit: int) -> Message:
    return Message(
        "too-many-columns",
        f"the table has more than {limit} columns",
        "copy what the chart needs into a file of its own",
    )


def bad_separator(written: str) -> Message:
    return Message(
        "bad-separator",
        f"the first line names '{shortened(written)}' as what separates the cells",
        "write sep=; or delete the line, and separate the cells by commas, semicolons or tabs",
    )


TEXT_AFTER_QUOTE = Message(
    "text-after-quote",
    "a quotation mark opens here, and more follows the one that closes it",
    'write a quotation mark inside a cell twice: "5"" pipe"',
)


def row_length(found: int, wanted: int, separator: str = ",") -> Message:
    cells = "cell" if found == 1 else "cells"
    return Message(
        "row-length",
        f"the row has {found} {cells}, the header has {wanted}",
        f"quote a cell that holds a {_SIGNS.get(separator, separator)}",
    )


_SIGNS = {",": "comma", "，": "comma", ";": "semicolon", "；": "semicolon", "\t": "tab"}


def empty_cell(column: str) -> Message:
    return Message("empty-cell", f"nothing stands in the column '{shortened(column)}'", NO_FIGURE)


def not_a_number(written: str) -> Message:
    is_word = not any(map(str.isnumeric, written))
    return Message(
        "not-a-number",
        f"'{shortened(written)}' is not a number",
        NO_FIGURE if is_word else "write 1195, 1,195.5 or 4.2 billion",
    )


def unclear_figure(written: str, whole: str, decimal: str) -> Message:
    return Message(
        "unclear-figure",
        f"'{shortened(written)}' can mean {shortened(whole)} or {shortened(decimal)}",
        f"write {shortened(whole)}, or let another figure of the column decide,"
        " such as 1,195.5 or 1.195,5",
    )


def other_mark(written: str, first: str) -> Message:
    return Message(
        "other-mark",
        f"'{shortened(written)}' has another decimal mark than '{shortened(first)}'",
        "write all figures of a column in one way",
    )


def too_many_decimals(written: str) -> Message:
    return Message(
        "too-many-decimals",
        f"{shortened(written)} has more than 9 decimals",
        "round it as it is to be shown, for example with =ROUND(…; 1)",
    )


def merged_cell(area: str) -> Message:
    return Message(
        "merged-cells",
        f"the cells {area} are merged, so all but the first are empty",
        "unmerge them, and write what they say into each",
    )


def merged_heading(area: str, below: str) -> str:
    """A hint: the first row is a title over several columns."""
    return f"the cells {area} are merged: if they are a title, add 'range': {below}"


def bad_cell_date(written: str, otherwise: str = "") -> Message:
    """`otherwise` is what to do where the cell tells more than that it is no date."""
    is_word = not any(map(str.isnumeric, written))
    sums = "; sums and notes stand outside of the table" if is_word else ""
    return Message(
        "bad-date",
        f"'{shortened(written)}' is not a date",
        otherwise or f"write 2024, 2024-06 or 2024-06-16{sums}",
    )


def counted_days(date: str) -> str:
    """A hint about a number that is a date to a spreadsheet."""
    return f"to a spreadsheet it is {date}: give the column a date format"


def other_calendar(date: str) -> str:
    """A hint about a year that seems to count from 1912."""
    return f"if its year counts from 1912, write {date}, or 民國 before it"


def short_year(year: str, date: str) -> str:
    """A hint about a month with two digits, which may be a year or a day."""
    return f"if {year} is its year, write {date}"


def unclear_date(written: str, readings: Collection[str]) -> Message:
    return Message(
        "unclear-date",
        f"'{shortened(written)}' can mean {one_of(readings)}",
        "write it like 2024-06-16, or as 2024-06 or 2024 where the source is no more precise",
    )


def other_order(written: str, first: str) -> Message:
    return Message(
        "other-order",
        f"'{shortened(written)}' has day and month in another order than '{shortened(first)}'",
        "write all dates of a column in one way, best like 2024-06-16",
    )
