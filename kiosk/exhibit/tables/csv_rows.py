"""Where the rows and cells of a CSV file begin and end, which the csv module does not tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.tables import table_messages
from kiosk.exhibit.tables.tables import COLUMN_LIMIT
from kiosk.text import yaml_sign_messages
from kiosk.text.messages import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.text.messages import Message

_LONGEST_ROW = 16_384
"""Cells, as many as a spreadsheet can have side by side."""

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_OPENING = re.compile(' *"')
_CLOSED = re.compile('"(?:[^"]|"")*"')


class RawCell(NamedTuple):
    """What a cell says, where it is, counted from 1, and from where to where in the text."""

    text: str
    line: int
    column: int
    start: int
    end: int


def raw_rows(text: str, separator: str, name: str, position: int) -> Iterator[list[RawCell]]:
    """Every row from a position on, the empty ones too; `name` is for messages.

    Raises UnreadableFile for a quotation mark that never closes and for a row of too many cells.
    """
    quoted = re.compile(
        rf' *"(?P<cell>(?:[^"]|"")*)"(?P<after>[ ]*)(?=[{separator}\r\n]|\Z)', re.DOTALL
    )
    bare = re.compile(rf"[^{separator}\r\n]*")
    line, line_start = (1, 0) if not position else (2, position)
    row: list[RawCell] = []
    while True:
        column = position - line_start + 1
        opened = _OPENING.match(text, position)
        match = quoted.match(text, position) if opened else None
        if match is not None:
            said = match["cell"].replace('""', '"').strip()
            row.append(RawCell(said, line, column, position, match.end()))
            breaks = list(_LINE_BREAK.finditer(match["cell"]))
            if breaks:
                line += len(breaks)
                line_start = match.start("cell") + breaks[-1].end()
        elif opened and opened[0] == '"':
            raise UnreadableFile(_quotation_message(text, position).at(name, line, column))
        else:
            match = bare.match(text, position)
            assert match is not None
            row.append(RawCell(match[0].strip(), line, column, position, match.end()))
        if len(row) > _LONGEST_ROW:
            raise too_many_columns(row, name)
        position = match.end()
        if text[position : position + 1] == separator:
            position += 1
            continue
        yield row
        row = []
        if position >= len(text):
            return
        position += 2 if text[position : position + 2] == "\r\n" else 1
        line, line_start = line + 1, position


def too_many_columns(row: Sequence[RawCell], name: str) -> UnreadableFile:
    """What is said of a row that is longer than any chart needs."""
    first = row[COLUMN_LIMIT]
    message = table_messages.too_many_columns(COLUMN_LIMIT)
    return UnreadableFile(message.at(name, first.line, first.column))


def _quotation_message(text: str, position: int) -> Message:
    """What is wrong with a cell that begins with a quotation mark."""
    closed = _CLOSED.match(text, position)
    return table_messages.TEXT_AFTER_QUOTE if closed else yaml_sign_messages.UNCLOSED_QUOTE
