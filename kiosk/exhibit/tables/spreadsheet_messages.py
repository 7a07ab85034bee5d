"""What is wrong with a spreadsheet in the folder `data`, or with what is named of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.fix import Fix, FixKind
from kiosk.text.message_words import did_you_mean, one_of, shortened, write_nearest
from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Phrase, of_program

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
from kiosk.text.rule import Rule

_AS_XLSX = Phrase("save it as .xlsx, or as CSV")


_NOT_A_SPREADSHEET = Rule(
    "not-a-spreadsheet",
    why="The file has the name of a spreadsheet and is none.",
    wrong="a renamed text",
    right="a workbook saved as `.xlsx`",
)


NOT_A_SPREADSHEET = _NOT_A_SPREADSHEET.message(
    "this is no whole .xlsx file", "open it and save it as .xlsx, or as CSV"
)


_HIDDEN_SPREADSHEET = Rule(
    "hidden-spreadsheet",
    why="A workbook behind a password can't be read.",
    wrong="a workbook with a password",
    right="the same saved without",
)


HIDDEN_SPREADSHEET = _HIDDEN_SPREADSHEET.message(
    "a password hides this spreadsheet",
    "take the password away (File, Info, Protect Workbook), and save it again",
)


_STRICT_SPREADSHEET = Rule(
    "strict-spreadsheet",
    why=(
        "Excel has two forms of .xlsx, and nearly all programs write the one that is not called "
        "strict."
    ),
    wrong='a workbook saved as "Strict Open XML"',
    right='the same saved as "Excel Workbook"',
)


STRICT = _STRICT_SPREADSHEET.message(
    "this spreadsheet was saved as 'Strict Open XML'",
    "save it as 'Excel Workbook (.xlsx)', which is another entry of the same list, or as CSV",
)


_SPREADSHEET_WITH_MACROS = Rule(
    "spreadsheet-with-macros",
    why="Nothing in content is ever carried out.",
    wrong="`cities.xlsm`",
    right="`cities.xlsx`",
)


MACROS = _SPREADSHEET_WITH_MACROS.message("this spreadsheet holds macros", _AS_XLSX)


_SPREADSHEET_WITH_LINKS = Rule(
    "spreadsheet-with-links",
    why="What another file says would not be there on another machine.",
    wrong="cells that take their values from another workbook",
    right="the values themselves",
)


OTHER_FILES = _SPREADSHEET_WITH_LINKS.message(
    "this spreadsheet takes figures from other files", "paste them as values, and delete the links"
)


_SPREADSHEET_TOO_LARGE = Rule(
    "spreadsheet-too-large",
    why="So large a workbook would take the memory of the machine.",
    wrong="a workbook of a million rows",
    right="a workbook with the table alone",
)


TOO_LARGE = _SPREADSHEET_TOO_LARGE.message(
    "this spreadsheet is too large", "copy what the chart needs into a file of its own"
)


_OTHER_FORMAT = Rule(
    "other-format",
    why="Only CSV and XLSX are read.",
    wrong="`cities.ods`",
    right="`cities.xlsx`",
)


def other_format(what: str, todo: str = _AS_XLSX) -> Message:
    """`what` the file is in truth, or by its ending."""
    return _OTHER_FORMAT.message(Phrase("this is {what}", what=of_program(what)), todo)


_HIDDEN_CELLS = Rule(
    "hidden-cells",
    severity=Severity.WARNING,
    why=(
        "A spreadsheet shows no hidden or filtered rows, and neither does the exhibit, which "
        "may not be meant. Hidden columns and sheets are drawn where they are named."
    ),
    wrong="a table with a filter, from which 2 of 12 rows are hidden",
    right="the same without a filter",
)


def hidden_rows(title: str, lines: Sequence[int]) -> Message:
    """`lines` are the numbers of the rows that are left out."""
    return _HIDDEN_CELLS.message(
        Phrase(
            "in the sheet '{title}', 1 row is hidden or filtered out and left out here: {rows}"
            if len(lines) == 1
            else "in the sheet '{title}', {count:,} rows are hidden or filtered out and left out"
            " here: {rows}",
            title=shortened(title),
            count=len(lines),
            rows=one_of(map(str, lines), "and"),
        ),
        "show them or take the filter away to have them drawn",
    )


def hidden_column(name: str) -> Message:
    """A column that is drawn although the spreadsheet hides it."""
    return _HIDDEN_CELLS.message(
        Phrase("the column '{name}' is hidden in the spreadsheet, and drawn", name=shortened(name)),
        "show it, so that everybody finds the figures",
    )


def hidden_sheet(title: str) -> Message:
    """A sheet that is drawn although the spreadsheet hides it."""
    return _HIDDEN_CELLS.message(
        Phrase(
            "the sheet '{title}' is hidden in the spreadsheet, and drawn", title=shortened(title)
        ),
        "show it, so that everybody finds the figures",
    )


_WHICH_SHEET = Rule(
    "which-sheet",
    why="The workbook has several sheets.",
    wrong="a workbook of three sheets and no `sheet`",
    right="the same with `sheet: Cities`",
)


def which_sheet(sheets: Collection[str]) -> Message:
    """Nobody said which of several sheets is meant."""
    return _WHICH_SHEET.message(
        Phrase("there are {count} sheets", count=len(sheets)),
        Phrase("add 'sheet': {names}", names=one_of([shortened(sheet) for sheet in sheets])),
    )


_NO_SHEET = Rule(
    "no-sheet",
    why="The workbook has no sheet of that name.",
    wrong="`sheet: Citys`",
    right="`sheet: Cities`",
)


def no_sheet(written: str, sheets: Collection[str]) -> Message:
    """`sheets` are those that there are."""
    listed = Phrase(
        "the sheets are {names}", names=one_of([shortened(sheet) for sheet in sheets], "and")
    )
    return _NO_SHEET.message(
        Phrase("there is no sheet '{written}'", written=shortened(written)),
        did_you_mean(written, sheets) or listed,
        fix=write_nearest(written, sheets),
    )


_BAD_RANGE = Rule(
    "bad-range",
    why="A range is written like A1:C9.",
    wrong="`range: A1-C9`",
    right="`range: A1:C9`",
)


def bad_range(written: str) -> Message:
    """What is no range of cells, such as A3:D12."""
    sheet, mark, cells = written.rpartition("!")
    if mark:
        return _BAD_RANGE.message(
            Phrase("'{written}' is not a range of cells alone", written=shortened(written)),
            Phrase(
                "write 'sheet': {sheet} and 'range': {cells}",
                sheet=shortened(sheet.strip(chr(39))),
                cells=shortened(cells),
            ),
        )
    return _BAD_RANGE.message(
        Phrase("'{written}' is not a range of cells", written=shortened(written)),
        "write the first and the last cell with a colon, such as A3:D12",
    )


_LARGE_RANGE = Rule(
    "large-range",
    why="So large a range is never meant.",
    wrong="`range: A1:ZZ99999`",
    right="`range: A1:C9`",
)


def large_range(rows: int, columns: int) -> Message:
    """A range with more cells than a table may have."""
    return _LARGE_RANGE.message(
        Phrase(
            "the range has more than {rows:,} rows or {columns} columns", rows=rows, columns=columns
        )
    )


_EMPTY_RANGE = Rule(
    "empty-range",
    why="There is nothing in those cells.",
    wrong="a range beside the table",
    right="the table's own range",
)


def empty_range(place: str, *, is_hidden: bool = False) -> Message:
    """`is_hidden` means that there would be something if it were not hidden."""
    if is_hidden:
        return _EMPTY_RANGE.message(
            Phrase(
                "all rows of {place} are hidden or filtered out",
                place=place if isinstance(place, Phrase) else shortened(place),
            ),
            "show them, or take the filter away",
        )
    return _EMPTY_RANGE.message(
        Phrase(
            "nothing stands in {place}",
            place=place if isinstance(place, Phrase) else shortened(place),
        )
    )


_NOT_IN_CSV = Rule(
    "not-in-csv",
    why="A CSV file has no sheets and no ranges.",
    wrong="`sheet` beside a `.csv`",
    right="`file`, `at` and `value` alone",
)


def not_in_csv(key: str) -> Message:
    """A key for spreadsheets beside the name of a CSV file."""
    return _NOT_IN_CSV.message(
        Phrase("'{key}' means nothing in a CSV file", key=key),
        "delete the line",
        fix=Fix(FixKind.DELETE),
    )


_NOT_CALCULATED = Rule(
    "not-calculated",
    why="The cell holds a formula whose result was never saved.",
    wrong="a workbook written by a program and never opened",
    right="the same opened and saved once",
)


def not_calculated(formula: str) -> Message:
    """A formula that was never calculated, as some programs write them."""
    return _NOT_CALCULATED.message(
        Phrase("the formula '{formula}' has no result yet", formula=shortened(formula)),
        "open the file in the spreadsheet program and save it",
    )


RULES = (
    _NOT_A_SPREADSHEET,
    _HIDDEN_SPREADSHEET,
    _STRICT_SPREADSHEET,
    _SPREADSHEET_WITH_MACROS,
    _SPREADSHEET_WITH_LINKS,
    _SPREADSHEET_TOO_LARGE,
    _OTHER_FORMAT,
    _HIDDEN_CELLS,
    _WHICH_SHEET,
    _NO_SHEET,
    _BAD_RANGE,
    _LARGE_RANGE,
    _EMPTY_RANGE,
    _NOT_IN_CSV,
    _NOT_CALCULATED,
)
"""The rules of this file."""
