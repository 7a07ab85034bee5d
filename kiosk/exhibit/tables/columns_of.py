"""The names of a table's columns, for whoever chooses one of them."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from kiosk.exhibit.tables.csv_tables import read_csv
from kiosk.exhibit.tables.series_data import SPREADSHEET
from kiosk.exhibit.tables.spreadsheet_files import SPREADSHEET_LIMIT_BYTES
from kiosk.exhibit.tables.table_text import table_text

if TYPE_CHECKING:
    from kiosk.text.folder import ContentFolder


def columns_of(folder: ContentFolder, name: str) -> tuple[str, ...]:
    """The columns with a name, of a spreadsheet those of its first sheet.

    Raises UnreadableFile and Misnamed for what is no such table.
    """
    if PurePath(name).suffix.lower() == SPREADSHEET:
        # openpyxl takes longer to import than most exhibits take to be read.
        from kiosk.exhibit.tables.spreadsheets import read_spreadsheet

        content = folder.content(name, SPREADSHEET_LIMIT_BYTES)
        table = read_spreadsheet(content, name, None, None)
    else:
        table = read_csv(table_text(folder, name), name)
    return tuple(filter(None, table.columns))
