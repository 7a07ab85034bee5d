"""Other files that people keep tables in, told by their names or by how they begin.

A name may be wrong: `.xls` that websites offer is often a page, and `.xlsx` an older workbook that
somebody renamed.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.exhibit.tables.spreadsheet_messages import HIDDEN_SPREADSHEET, MACROS, other_format
from kiosk.text.phrase import template

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kiosk.text.messages import Message

_OLD = other_format(template("an old Excel file (.xls)"))
_BINARY = other_format(template("a binary Excel file (.xlsb)"))
_TEMPLATE = other_format(template("a template"))
_OPEN_DOCUMENT = other_format(
    template("an OpenDocument spreadsheet (.ods)"),
    template("in LibreOffice, save it as 'Excel 2007-365 (.xlsx)'"),
)
_NUMBERS = other_format(
    template("an Apple Numbers file"),
    template("in Numbers, choose File, Export To, Excel (.xlsx) or CSV"),
)
_WPS = other_format(template("a WPS spreadsheet (.et)"))
_GOOGLE = other_format(
    template("a mere link to Google Sheets"),
    template("there, choose File, Download, Microsoft Excel (.xlsx) or CSV"),
)
_PAGE = other_format(
    template("a web page or XML, whatever its name says"), template("open it and save it as .xlsx")
)
_OTHER_DOCUMENT = other_format(template("a text document or slides, whatever its name says"))
_PDF = other_format(
    template("a PDF"), template("copy its table into a spreadsheet, and save that as .xlsx")
)
_TEXT = other_format(
    template("a plain text, whatever its name says"), template("let its name end in .csv")
)
_SPREADSHEET = other_format(
    template("a spreadsheet, whatever its name says"),
    template("let its name end in .xlsx, or save it as CSV"),
)

BY_ENDING: Mapping[str, Message] = MappingProxyType(
    {
        ".xls": _OLD,
        ".xlt": _TEMPLATE,
        ".xltx": _TEMPLATE,
        ".xltm": _TEMPLATE,
        ".xlsm": MACROS,
        ".xlsb": _BINARY,
        ".ods": _OPEN_DOCUMENT,
        ".fods": _OPEN_DOCUMENT,
        ".numbers": _NUMBERS,
        ".et": _WPS,
        ".ett": _WPS,
        ".gsheet": _GOOGLE,
        ".pdf": _PDF,
        ".docx": _OTHER_DOCUMENT,
    }
)

_COMPOUND = b"\xd0\xcf\x11\xe0"
"""How old .xls files begin, and new ones with a password,
https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb."""

_PACKED = b"PK\x03\x04"
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
"""The stream of a compound file that a password hides, [MS-OFFCRYPTO] 2.3.4.4."""

_BEGINNINGS: tuple[tuple[bytes, Message], ...] = (
    (b"%pdf", _PDF),
    (b"<", _PAGE),
)
_PARTS: tuple[tuple[str, Message], ...] = (
    ("index/document.iwa", _NUMBERS),
    ("index.zip", _NUMBERS),
    ("xl/workbook.bin", _BINARY),
    ("word/document.xml", _OTHER_DOCUMENT),
    ("ppt/presentation.xml", _OTHER_DOCUMENT),
    ("content.xml", _OPEN_DOCUMENT),
)


def by_beginning(content: bytes) -> Message | None:
    """What a file that should be an .xlsx is instead, as far as its bytes tell; None for a zip."""
    if content.startswith(_PACKED):
        return None
    if content.startswith(_COMPOUND):
        return HIDDEN_SPREADSHEET if _PASSWORD in content else _OLD
    beginning = content[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for sign, message in _BEGINNINGS:
        if beginning.startswith(sign):
            return message
    return _TEXT if beginning and _is_text(content[:4096]) else None


def by_parts(names: Collection[str]) -> Message | None:
    """What a zip file is that is no .xlsx; `names` are those of its parts in small letters."""
    return next((message for name, message in _PARTS if name in names), None)


def spreadsheet_named_csv(content: bytes) -> Message | None:
    """A spreadsheet or another document whose name says that it is a CSV file."""
    if content.startswith(_PACKED):
        return _SPREADSHEET
    message = by_beginning(content)
    return None if message is _TEXT else message


def _is_text(beginning: bytes) -> bool:
    try:
        text = beginning.decode("utf-8")
    except UnicodeDecodeError as error:
        # A letter may be cut in two at the end.
        return error.start > len(beginning) - 4
    return all(letter.isprintable() or letter in "\t\r\n\ufeff" for letter in text)
