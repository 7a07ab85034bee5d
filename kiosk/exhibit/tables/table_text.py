"""The text of a CSV file, as spreadsheet programs save it."""

from __future__ import annotations

import codecs
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.exhibit.tables.spreadsheet_formats import spreadsheet_named_csv
from kiosk.text import file_messages
from kiosk.text.folder import FILE_LIMIT_BYTES
from kiosk.text.messages import UnreadableFile
from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from kiosk.text.folder import ContentFolder

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def table_text(folder: ContentFolder, name: str) -> str:
    """The text of a table in UTF-8, or in UTF-16 where its first bytes say so (Excel's "Unicode
    Text").

    Other encodings are not guessed, because a wrong guess still makes words.  Raises
    UnreadableFile, also for a spreadsheet that is called CSV.
    """
    content = folder.content(name, FILE_LIMIT_BYTES)
    message = spreadsheet_named_csv(content)
    if message is not None:
        raise UnreadableFile(message.at(name))
    if content.startswith(_UTF_16):
        try:
            text = content.decode("utf-16")
        except UnicodeDecodeError:
            raise UnreadableFile(file_messages.wrong_encoding("UTF-16").at(name)) from None
        if "\0" not in text:
            return text
    try:
        return folder.text(name)
    except UnreadableFile as error:
        if error.message.rule != "wrong-encoding":
            raise
        hint = Phrase("in the spreadsheet program, save it as 'CSV UTF-8'")
        raise UnreadableFile(replace(error.message, hint=hint)) from None
