"""CSV files as bytes: a change leaves their encoding and their byte order mark as they are."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.exhibit.tables.csv_text import CsvText
from kiosk.exhibit.tables.spreadsheet_formats import spreadsheet_named_csv
from kiosk.text import file_messages
from kiosk.text.messages import UnreadableFile

if TYPE_CHECKING:
    from kiosk.exhibit.tables.table_changes import TableChange

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True)
class CsvFile:
    """A table's file: its text, and how that becomes bytes."""

    table: CsvText
    encoding: str = "utf-8"
    mark: bytes = b""

    @classmethod
    def parse(cls, content: bytes, name: str) -> CsvFile:
        """Read the bytes of a file; raises UnreadableFile, also for a spreadsheet."""
        message = spreadsheet_named_csv(content)
        if message is not None:
            raise UnreadableFile(message.at(name))
        found = (each for each in _MARKS if content.startswith(each[0]))
        mark, encoding = next(found, (b"", "utf-8"))
        try:
            text = content[len(mark) :].decode(encoding)
        except UnicodeDecodeError:
            wrong = file_messages.wrong_encoding(encoding.upper())
            raise UnreadableFile(wrong.at(name)) from None
        return cls(CsvText.parse(text, name), encoding, mark)

    @property
    def content(self) -> bytes:
        """What stands in the file."""
        return self.mark + self.table.text.encode(self.encoding)

    def with_change(self, change: TableChange) -> CsvFile:
        """The same after a change; raises CannotChange."""
        return replace(self, table=self.table.with_change(change))
