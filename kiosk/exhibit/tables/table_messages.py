"""What is wrong with a table in the folder `data`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.message_words import did_you_mean, did_you_mean_or, one_of, shortened, write_nearest
from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Collection

    from kiosk.text.messages import Message
from kiosk.text.rule import Rule
from kiosk.text.shape_messages import BAD_DATE

NO_FIGURE = Phrase("leave the row out where there is no figure")
"""What to do about n/a, a dash, or nothing at all in a column of figures."""


_NO_TABLE = Rule(
    "no-table",
    why="The chart would have no points.",
    file="zones/qianhai.yaml",
    wrong="file: team.csv",
    right="file: teams.csv",
)


def no_table(name: str, known: Collection[str]) -> Message:
    """`known` are the tables that are there."""
    return _NO_TABLE.message(
        Phrase("there is no table '{name}' in the folder 'data'", name=shortened(name)),
        did_you_mean_or(name, known, Phrase("put it there")),
        fix=write_nearest(name, known),
    )


_NO_COLUMN = Rule(
    "no-column",
    why="The table's header has no column of that name.",
    file="zones/qianhai.yaml",
    wrong="value: team}",
    right="value: teams}",
)


def no_column(name: str, known: Collection[str], table: str, otherwise: str = "") -> Message:
    """`otherwise` is what may explain it, where no column has a name like that."""
    listed = Phrase(
        "the columns are {names}", names=one_of([shortened(column) for column in known], "and")
    )
    return _NO_COLUMN.message(
        Phrase("there is no column '{name}' in {table}", name=shortened(name), table=table),
        did_you_mean(name, known)
        or (
            Phrase("{listed}; {otherwise}", listed=listed, otherwise=otherwise)
            if otherwise
            else listed
        ),
        fix=write_nearest(name, known),
    )


_COLUMN_TWICE = Rule(
    "column-twice",
    why="Of two columns of one name nobody knows which is meant.",
    file="data/teams.csv",
    wrong="teams,teams",
    right="year,teams",
)


def column_twice(name: str) -> Message:
    """Two columns of one name."""
    return _COLUMN_TWICE.message(
        Phrase("the column '{name}' stands twice", name=shortened(name)), "rename one"
    )


_NO_HEADER = Rule(
    "no-header",
    why="The first line of a table names its columns.",
    wrong="an empty file",
    right="a file that begins with `year,teams`",
)


NO_HEADER = _NO_HEADER.message("the first line should name the columns", "such as: year,teams")


NO_NAMES = Phrase("the first line holds figures and no names")


def unnamed_column(number: int) -> str:
    """A hint: the column, counted from 1, holds something, and has no name above it."""
    return Phrase("column {number} has no name", number=number)


_TOO_MANY_ROWS = Rule(
    "too-many-rows",
    why="More than 10000 points are no chart.",
    wrong="a table of 10,001 rows",
    right="the rows that the chart shows",
)


def too_many_rows(limit: int) -> Message:
    """More rows than a chart can have points."""
    return _TOO_MANY_ROWS.message(Phrase("the table has more than {limit:,} rows", limit=limit))


_TOO_MANY_COLUMNS = Rule(
    "too-many-columns",
    why="So many columns come from a database, and a chart needs three.",
    wrong="a table of 300 columns",
    right="the columns that the chart shows",
)


def too_many_columns(limit: int) -> Message:
    """A table of a database's width."""
    return _TOO_MANY_COLUMNS.message(
        Phrase("the table has more than {limit} columns", limit=limit),
        "copy what the chart needs into a file of its own",
    )


_BAD_SEPARATOR = Rule(
    "bad-separator",
    why=(
        "The line `sep=` tells what separates the cells, and of signs that separate cells there "
        "are few."
    ),
    wrong="`sep=#`",
    right="`sep=;`",
)


def bad_separator(written: str) -> Message:
    """The line `sep=` names a sign that separates nothing."""
    return _BAD_SEPARATOR.message(
        Phrase(
            "the first line names '{written}' as what separates the cells",
            written=shortened(written),
        ),
        "write sep=; or delete the line, and separate the cells by commas, semicolons or tabs",
    )


_TEXT_AFTER_QUOTE = Rule(
    "text-after-quote",
    why="What stands behind a quoted cell belongs to no cell.",
    file="data/teams.csv",
    wrong='2022,"601" or so',
    right="2022,601",
)


TEXT_AFTER_QUOTE = _TEXT_AFTER_QUOTE.message(
    "a quotation mark opens here, and more follows the one that closes it",
    'write a quotation mark inside a cell twice: "5"" pipe"',
)


_ROW_LENGTH = Rule(
    "row-length",
    why="A comma in a number makes two cells of one, unless it is quoted.",
    file="data/teams.csv",
    wrong="2024,1,195",
    right='2024,"1,195"',
)


def row_length(found: int, wanted: int, separator: str = ",") -> Message:
    """A row that has more cells than the header."""
    return _ROW_LENGTH.message(
        Phrase("the row has 1 cell, the header has {wanted}", wanted=wanted)
        if found == 1
        else Phrase(
            "the row has {found} cells, the header has {wanted}", found=found, wanted=wanted
        ),
        _QUOTE_A_CELL[separator],
    )


_WITH_COMMA = Phrase("quote a cell that holds a comma")
_WITH_SEMICOLON = Phrase("quote a cell that holds a semicolon")
_QUOTE_A_CELL = {
    ",": _WITH_COMMA,
    "，": _WITH_COMMA,
    ";": _WITH_SEMICOLON,
    "；": _WITH_SEMICOLON,
    "\t": Phrase("quote a cell that holds a tab"),
    "|": Phrase("quote a cell that holds a vertical line"),
}


_EMPTY_CELL = Rule(
    "empty-cell",
    why="A point without a value can't be drawn.",
    file="data/teams.csv",
    wrong="2022,\n",
    right="2022,601\n",
)


def empty_cell(column: str) -> Message:
    """A cell of a column that is drawn."""
    return _EMPTY_CELL.message(
        Phrase("nothing stands in the column '{column}'", column=shortened(column)), NO_FIGURE
    )


_NOT_A_NUMBER = Rule(
    "not-a-number",
    why="A cell of a column of figures has to be a number.",
    file="data/teams.csv",
    wrong="2022,6o1",
    right="2022,601",
)


def not_a_number(written: str) -> Message:
    """A cell of a column of figures."""
    is_word = not any(map(str.isnumeric, written))
    return _NOT_A_NUMBER.message(
        Phrase("'{written}' is not a number", written=shortened(written)),
        NO_FIGURE if is_word else "write 1195, 1,195.5 or 4.2 billion",
    )


_UNCLEAR_FIGURE = Rule(
    "unclear-figure",
    why="1,234 is a thousand for some and one and a bit for others.",
    wrong="a column of figures with `1,234` alone",
    right="`1234` in its place",
)


def unclear_figure(written: str, whole: str, decimal: str) -> Message:
    """A comma or point that may stand between thousands or before decimals."""
    return _UNCLEAR_FIGURE.message(
        Phrase(
            "'{written}' can mean {whole} or {decimal}",
            written=shortened(written),
            whole=shortened(whole),
            decimal=shortened(decimal),
        ),
        Phrase(
            "write {whole}, or let another figure of the column decide, such as 1,195.5 or 1.195,5",
            whole=shortened(whole),
        ),
    )


_OTHER_MARK = Rule(
    "other-mark",
    why="A column in which 1.5 and 1,5 stand together is not to be trusted.",
    wrong="`1.5` and `1,5` in one column",
    right="one mark for decimals in the whole column",
)


def other_mark(written: str, first: str) -> Message:
    """`first` is the figure of the column that decided."""
    return _OTHER_MARK.message(
        Phrase(
            "'{written}' has another decimal mark than '{first}'",
            written=shortened(written),
            first=shortened(first),
        ),
        "write all figures of a column in one way",
    )


_TOO_MANY_DECIMALS = Rule(
    "too-many-decimals",
    why="So many decimals come from a calculation and not from a source.",
    wrong="0.12345678901",
    right="0.12",
)


def too_many_decimals(written: str) -> Message:
    """A figure that was calculated and not rounded."""
    return _TOO_MANY_DECIMALS.message(
        Phrase("{written} has more than 9 decimals", written=shortened(written)),
        "round it as it is to be shown, for example with =ROUND(…; 1)",
    )


_MERGED_CELLS = Rule(
    "merged-cells",
    why="Only the first of merged cells holds what they say, so the others have no value.",
    wrong="a year merged over two rows",
    right="the year in each of the two rows",
)


def merged_cell(area: str) -> Message:
    """`area` such as A1:B2."""
    return _MERGED_CELLS.message(
        Phrase("the cells {area} are merged, so all but the first are empty", area=area),
        "unmerge them, and write what they say into each",
    )


def merged_heading(area: str, below: str) -> str:
    """A hint: the first row is a title over several columns."""
    return Phrase(
        "the cells {area} are merged: if they are a title, add 'range': {below}",
        area=area,
        below=below,
    )


def bad_cell_date(written: str, otherwise: str = "") -> Message:
    """`otherwise` is what to do where the cell tells more than that it is no date."""
    is_word = not any(map(str.isnumeric, written))
    return BAD_DATE.message(
        Phrase("'{written}' is not a date", written=shortened(written)),
        otherwise
        or (
            "write 2024, 2024-06 or 2024-06-16; sums and notes stand outside of the table"
            if is_word
            else "write 2024, 2024-06 or 2024-06-16"
        ),
    )


def counted_days(date: str) -> str:
    """A hint about a number that is a date to a spreadsheet."""
    return Phrase("to a spreadsheet it is {date}: give the column a date format", date=date)


def other_calendar(date: str) -> str:
    """A hint about a year that seems to count from 1912."""
    return Phrase("if its year counts from 1912, write {date}, or 民國 before it", date=date)


def short_year(year: str, date: str) -> str:
    """A hint about a month with two digits, which may be a year or a day."""
    return Phrase("if {year} is its year, write {date}", year=year, date=date)


_UNCLEAR_DATE = Rule(
    "unclear-date",
    why="1/6/2024 is the first of June in Macao, and the sixth of January elsewhere.",
    wrong="`1/6/2024`, where no other date of the column has a day above 12",
    right="`2024-06-01`",
)


def unclear_date(written: str, readings: Collection[str]) -> Message:
    """`readings` are the dates that it can mean."""
    return _UNCLEAR_DATE.message(
        Phrase("'{written}' can mean {names}", written=shortened(written), names=one_of(readings)),
        "write it like 2024-06-16, or as 2024-06 or 2024 where the source is no more precise",
    )


_OTHER_ORDER = Rule(
    "other-order",
    why="A column in which 16/6/2024 and 6/17/2024 stand together is not to be trusted.",
    wrong="`16/6/2024` and `6/17/2024` in one column",
    right="`2024-06-16` and `2024-06-17`",
)


def other_order(written: str, first: str) -> Message:
    """`first` is the date of the column that decided."""
    return _OTHER_ORDER.message(
        Phrase(
            "'{written}' has day and month in another order than '{first}'",
            written=shortened(written),
            first=shortened(first),
        ),
        "write all dates of a column in one way, best like 2024-06-16",
    )


RULES = (
    _NO_TABLE,
    _NO_COLUMN,
    _COLUMN_TWICE,
    _NO_HEADER,
    _TOO_MANY_ROWS,
    _TOO_MANY_COLUMNS,
    _BAD_SEPARATOR,
    _TEXT_AFTER_QUOTE,
    _ROW_LENGTH,
    _EMPTY_CELL,
    _NOT_A_NUMBER,
    _UNCLEAR_FIGURE,
    _OTHER_MARK,
    _TOO_MANY_DECIMALS,
    _MERGED_CELLS,
    _UNCLEAR_DATE,
    _OTHER_ORDER,
)
"""The rules of this file."""
