"""What is wrong with a spreadsheet in the folder `data`, or with what is named of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.message_words import did_you_mean, one_of, shortened
from kiosk.text.messages import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_AS_XLSX = "save it as .xlsx, or as CSV"

NOT_A_SPREADSHEET = Message(
    "not-a-spreadsheet", "this is no whole .xlsx file", f"open it and {_AS_XLSX}"
)
HIDDEN_SPREADSHEET = Message(
    "hidden-spreadsheet",
    "a password hides this spreadsheet",
    "take the password away (File, Info, Protect Workbook), and save it again",
)
STRICT = Message(
    "strict-spreadsheet",
    "this spreadsheet was saved as 'Strict Open XML'",
    "save it as 'Excel Workbook (.xlsx)', which is another entry of the same list, or as CSV",
)
MACROS = Message("spreadsheet-with-macros", "this spreadsheet holds macros", _AS_XLSX)
OTHER_FILES = Message(
    "spreadsheet-with-links",
    "this spreadsheet takes figures from other files",
    "paste them as values, and delete the links",
)
TOO_LARGE = Message(
    "spreadsheet-too-large",
    "this spreadsheet is too large",
    "copy what the chart needs into a file of its own",
)


def other_format(what: str, todo: str = _AS_XLSX) -> Message:
    """`what` the file is in truth, or by its ending."""
    return Message("other-format", f"this is {what}", todo)


def hidden_rows(title: str, lines: Sequence[int]) -> Message:
    rows = "1 row is" if len(lines) == 1 else f"{len(lines):,} rows are"
    return Message(
        "hidden-cells",
        f"in the sheet '{shortened(title)}', {rows} hidden or filtered out and left out here:"
        f" {one_of(map(str, lines), 'and')}",
        "show them or take the filter away to have them drawn",
        Severity.WARNING,
    )


def hidden_column(name: str) -> Message:
    return Message(
        "hidden-cells",
        f"the column '{shortened(name)}' is hidden in the spreadsheet, and drawn",
        "show it, so that everybody finds the figures",
        Severity.WARNING,
    )


def hidden_sheet(title: str) -> Message:
    return Message(
        "hidden-cells",
        f"the sheet '{shortened(title)}' is hidden in the spreadsheet, and drawn",
        "show it, so that everybody finds the figures",
        Severity.WARNING,
    )


def which_sheet(sheets: Collection[str]) -> Message:
    return Message(
        "which-sheet",
        f"there are {len(sheets)} sheets",
        f"add 'sheet': {one_of([shortened(sheet) for sheet in sheets])}",
    )


def no_sheet(written: str, sheets: Collection[str]) -> Message:
    listed = f"the sheets are {one_of([shortened(sheet) for sheet in sheets], 'and')}"
    return Message(
        "no-sheet",
        f"there is no sheet '{shortened(written)}'",
        did_you_mean(written, sheets) or listed,
    )


def bad_range(written: str) -> Message:
    sheet, mark, cells = written.rpartition("!")
    if mark:
        return Message(
            "bad-range",
            f"'{shortened(written)}' is not a range of cells alone",
            f"write 'sheet': {shortened(sheet.strip(chr(39)))} and 'range': {shortened(cells)}",
        )
    return Message(
        "bad-range",
        f"'{shortened(written)}' is not a range of cells",
        "write the first and the last cell with a colon, such as A3:D12",
    )


def large_range(rows: int, columns: int) -> Message:
    return Message("large-range", f"the range has more than {rows:,} rows or {columns} columns")


def empty_range(place: str, *, is_hidden: bool = False) -> Message:
    """`is_hidden` means that something would stand there if it were not hidden."""
    if is_hidden:
        return Message(
            "empty-range",
            f"all rows of {shortened(place)} are hidden or filtered out",
            "show them, or take the filter away",
        )
    return Message("empty-range", f"nothing stands in {shortened(place)}")


def not_in_csv(key: str) -> Message:
    return Message("not-in-csv", f"'{key}' means nothing in a CSV file", "delete the line")


def not_calculated(formula: str) -> Message:
    return Message(
        "not-calculated",
        f"the formula '{shortened(formula)}' has no result yet",
        "open the file in the spreadsheet program and save it",
    )
