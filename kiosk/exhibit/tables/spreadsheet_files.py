"""Whether a spreadsheet may be opened: looked at from outside, before anything unpacks it."""

from __future__ import annotations

import io
import re
import zlib
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from kiosk.exhibit.tables import spreadsheet_messages
from kiosk.exhibit.tables.spreadsheet_formats import by_beginning, by_parts
from kiosk.text.messages import ExhibitError

if TYPE_CHECKING:
    from kiosk.text.messages import Message

SPREADSHEET_LIMIT_BYTES = 8 * 1024 * 1024
UNPACKED_LIMIT_BYTES = 16 * 1024 * 1024
PARTS_LIMIT = 1000
CELL_TAGS_LIMIT = 600_000
OTHER_TAGS_LIMIT = 60_000
"""A tag of two bytes costs 15 µs and 300 bytes to read, so it is tags that are counted.  Sheets and
the table of their texts have many; the list of styles and the like have few."""

_READ = (".xml", ".rels")
_CELLS = ("xl/worksheets/", "xl/sharedstrings.xml")
_MACROS = ("vbaproject", "macrosheets/")
_LINKS = ("externallinks/", "xl/connections.xml", "xl/querytables/")
_LONG_FORMAT = re.compile(rb"""formatCode\s*=\s*(?:"[^"]{2000}|'[^']{2000})""")
"""Spreadsheets allow 255 letters; brackets without end would be read for hours."""
_IS_ENCRYPTED = 0x1
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml"
"""The names of the strict form of the format, ECMA-376, part 1; openpyxl knows the other form."""


class Misnamed(ExhibitError):
    """What a series names is not in the spreadsheet.  Carries the key of `data` and the mistake."""

    def __init__(self, key: str, message: Message) -> None:
        self.key = key
        self.message = message
        super().__init__(message.text)


def refusal(content: bytes) -> Message | None:
    """Why the file is not opened, or None.

    A zip file says how large its parts are, and no part unpacks to more than it says.
    """
    if len(content) > SPREADSHEET_LIMIT_BYTES:
        return spreadsheet_messages.TOO_LARGE
    other = by_beginning(content)
    if other is not None:
        return other
    try:
        with ZipFile(io.BytesIO(content)) as file:
            return _refusal_of_parts(file)
    except (BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError):
        return spreadsheet_messages.NOT_A_SPREADSHEET


def _refusal_of_parts(file: ZipFile) -> Message | None:
    parts = file.infolist()
    names = [part.filename.lower() for part in parts]
    read = [part for part in parts if part.filename.lower().endswith(_READ)]
    if len(parts) > PARTS_LIMIT or sum(part.file_size for part in read) > UNPACKED_LIMIT_BYTES:
        return spreadsheet_messages.TOO_LARGE
    if any(part.flag_bits & _IS_ENCRYPTED for part in parts):
        return spreadsheet_messages.HIDDEN_SPREADSHEET
    other = by_parts(names)
    if other is not None:
        return other
    if "[content_types].xml" not in names or len(set(names)) < len(names):
        return spreadsheet_messages.NOT_A_SPREADSHEET
    for inside, message in (
        (_MACROS, spreadsheet_messages.MACROS),
        (_LINKS, spreadsheet_messages.OTHER_FILES),
    ):
        if any(word in name for name in names for word in inside):
            return message
    for part in read:
        xml = file.read(part)
        # No program writes entities into spreadsheets; and UTF-16 could hide them.
        if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or b"\0" in xml or _LONG_FORMAT.search(xml):
            return spreadsheet_messages.NOT_A_SPREADSHEET
        if part.filename.lower() == "xl/workbook.xml" and _STRICT in xml:
            return spreadsheet_messages.STRICT
        has_cells = part.filename.lower().startswith(_CELLS)
        if xml.count(b"<") > (CELL_TAGS_LIMIT if has_cells else OTHER_TAGS_LIMIT):
            return spreadsheet_messages.TOO_LARGE
    return None
