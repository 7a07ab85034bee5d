"""Files of translations, by the ending of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.atomic_file import write_bytes
from kiosk.exhibit.exchanging import exchange_messages
from kiosk.exhibit.exchanging.exchange_messages import ExchangeRefused
from kiosk.exhibit.exchanging.translation_sheets import read_sheet, write_sheet
from kiosk.exhibit.exchanging.xliff_reading import read_xliff
from kiosk.exhibit.exchanging.xliff_writing import xliff_1, xliff_2
from kiosk.plain_file import FileRefused, NotPlain, TooLarge, read_plain_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibit.exchanging.exchanged_texts import Returned, Sent

LIMIT_BYTES = 8 * 1024 * 1024
XLIFF_1, XLIFF_2, SHEET = ".xlf", ".xliff", ".xlsx"
ENDINGS = (XLIFF_1, XLIFF_2, SHEET)


def write_exchange(path: Path, sent: Sent, language: str, *, replace: bool = False) -> None:
    """Write the texts in the form that the name of the file ends with.

    `language` is that of the heads of a sheet.  ExchangeRefused where the ending is another one,
    the file can't be written, or is there already and nobody has said to replace it.
    """
    ending = _ending(path)
    if path.exists() and not replace:
        # It may be what translators have worked on for weeks.
        raise ExchangeRefused(exchange_messages.is_there(path.name))
    if ending == SHEET:
        content = write_sheet(sent, language)
    else:
        content = xliff_1(sent) if ending == XLIFF_1 else xliff_2(sent)
    try:
        write_bytes(path, content)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise ExchangeRefused(exchange_messages.not_written(path.name, reason)) from None


def read_exchange(path: Path) -> Returned:
    """The texts of a file that has come back; ExchangeRefused where it can't be read."""
    ending = _ending(path)
    try:
        content = read_plain_bytes(path, LIMIT_BYTES)
    except TooLarge:
        raise ExchangeRefused(exchange_messages.TOO_LARGE) from None
    except NotPlain:
        raise ExchangeRefused(exchange_messages.no_plain_file(path.name)) from None
    except FileRefused as error:
        raise ExchangeRefused(exchange_messages.not_read(path.name, error.reason)) from None
    return read_sheet(content, path.name) if ending == SHEET else read_xliff(content)


def _ending(path: Path) -> str:
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise ExchangeRefused(exchange_messages.OTHER_ENDING)
    return ending
