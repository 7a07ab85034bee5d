"""Texts as a sheet that Excel and LibreOffice open, and such a sheet when it has come back."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill, Protection

from kiosk.exhibit.exchanging import exchange_messages
from kiosk.exhibit.exchanging.exchange_messages import ExchangeRefused
from kiosk.exhibit.exchanging.exchanged_texts import TEXTS_LIMIT, Returned, ReturnedText
from kiosk.exhibit.tables.spreadsheet_files import refusal
from kiosk.exhibit.tables.spreadsheets import opened_workbook
from kiosk.exhibit.translating.translations import State
from kiosk.text.languages import TAG_PATTERN
from kiosk.text.message_words import in_words
from kiosk.text.messages import UnreadableFile
from kiosk.text.phrase import Phrase, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kiosk.exhibit.exchanging.exchanged_texts import Sent, SentText

_WIDTHS = (34, 60, 60, 16, 14, 12)
_WHERE, _ORIGINAL, _TRANSLATION, _ID = 0, 1, 2, 5
_HEADER = re.compile(rf"id ({TAG_PATTERN}) > ({TAG_PATTERN})")
"""What the column of ids is called: it says the languages, whatever the other columns say."""
_COLUMNS_LIMIT = 40
_STATES: Mapping[State, str] = {
    State.MISSING: Phrase("missing"),
    State.OLDER: Phrase("older than the original"),
    State.UNCONFIRMED: Phrase("to be confirmed"),
    State.CURRENT: Phrase("confirmed"),
}
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""With these Excel begins a formula when somebody goes into the cell."""
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x(005F|000D)_")
"""How Excel writes an underline before such a code, and the return of a Windows line."""


def write_sheet(sent: Sent, language: str) -> bytes:
    """The texts as a workbook, with the heads of its columns in a language of the window."""
    workbook = Workbook(write_only=True)
    sheet: Any = workbook.create_sheet(sent.language)
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDEF", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.column_dimensions["F"].hidden = True
    sheet.append([_cell(sheet, words, is_head=True) for words in _heads(sent, language)])
    for text in sent.texts:
        sheet.append(
            [
                _cell(sheet, words, is_open=number == _TRANSLATION)
                for number, words in enumerate(_row(text, language))
            ]
        )
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def _heads(sent: Sent, language: str) -> Iterator[str]:
    yield said(Phrase("Where"), language)
    yield said(Phrase("Original: {language}", language=in_words(sent.original)), language)
    yield said(Phrase("Translation: {language}", language=in_words(sent.language)), language)
    yield said(Phrase("State"), language)
    yield said(Phrase("At most"), language)
    yield f"id {sent.original} > {sent.language}"


def _row(text: SentText, language: str) -> Iterator[str]:
    limit = ""
    if text.most is not None and text.counts_characters:
        limit = said(Phrase("{count} characters", count=text.most), language)
    elif text.most is not None:
        limit = said(Phrase("{count} words", count=text.most), language)
    yield from (text.place, text.original, text.translation)
    yield from (said(_STATES[text.state], language), limit, text.id)


def _cell(sheet: Any, words: str, *, is_head: bool = False, is_open: bool = False) -> Any:
    cell: Any = WriteOnlyCell(sheet, value="")
    # A text is a text, whatever it begins with: set as the value it could become a formula.
    cell._value = _ESCAPE.sub("_x005F_", words)
    cell.data_type = "s"
    cell.number_format = "@"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.protection = Protection(locked=not is_open)
    if words.startswith(_FORMULA_SIGNS):
        cell.quotePrefix = True
    if is_head:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="FFE6E1D6")
    return cell


def read_sheet(content: bytes, name: str) -> Returned:
    """The texts of a workbook; ExchangeRefused where none of its sheets is one of ours."""
    message = refusal(content)
    if message is not None:
        raise ExchangeRefused(message.text)
    try:
        with opened_workbook(content, name, results=False) as workbook:
            for sheet in workbook.worksheets:
                found = _read(sheet)
                if found is not None:
                    return found
    except UnreadableFile as error:
        raise ExchangeRefused(error.message.text) from None
    raise ExchangeRefused(exchange_messages.NO_SHEET)


def _read(sheet: Any) -> Returned | None:
    """What a sheet says; None where it has no column of ids."""
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_col=_COLUMNS_LIMIT)
    heads = next(rows, ())
    for number, cell in enumerate(heads):
        languages = _HEADER.fullmatch(str(cell.value or "").strip())
        if languages is not None and number >= _ID:
            texts = tuple(_texts(rows, number - _ID))
            return Returned(languages[1], languages[2], texts)
    return None


def _texts(rows: Iterator[Sequence[Any]], left: int) -> Iterator[ReturnedText]:
    """The texts of all rows with an id; `left` is how many columns somebody has put before."""
    count = 0
    for line, cells in enumerate(rows, 2):
        count += 1
        if count > TEXTS_LIMIT:
            raise ExchangeRefused(exchange_messages.TOO_LARGE)
        own = [*cells[left : left + _ID + 1]]
        if len(own) <= _ID or not str(own[_ID].value or "").strip():
            continue
        words, trouble = _words(own[_TRANSLATION])
        original, _ = _words(own[_ORIGINAL])
        yield ReturnedText(
            str(own[_ID].value).strip(),
            original,
            words.strip(),
            is_confirmed=False,
            is_translated=True,
            at=exchange_messages.at_row(line),
            trouble=trouble,
        )


def _words(cell: Any) -> tuple[str, str]:
    """What a cell says, or why that can't be said."""
    value = cell.value
    if value is None:
        return "", ""
    if cell.data_type == "f":
        return "", exchange_messages.FORMULA
    if isinstance(value, bool) or not isinstance(value, str | int):
        return "", exchange_messages.NO_WORDS
    written = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))
    return written.replace("\r\n", "\n").replace("\r", "\n"), ""
