"""Names in tables: what bars are called, in one column or in one for each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text import shape_messages
from kiosk.text.invisible import plain
from kiosk.text.languages import is_language, is_right_to_left
from kiosk.text.multilingual import LANGUAGES, LONGEST_TEXT, Text, long_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kiosk.exhibit.tables.cell import Cell
    from kiosk.text.messages import Message

ALL = ""
"""In place of a language: a name that is written alike in all of them."""


def label_columns(columns: Sequence[str], label: str) -> Mapping[str, str]:
    """The columns of names by their languages: `name` for all of them, `name pt` for Portuguese."""
    wanted = plain(label)
    found = {ALL: wanted} if wanted in columns else {}
    for column in columns:
        begin, _, tag = column.rpartition(" ")
        if begin == wanted and is_language(tag) and not is_right_to_left(tag):
            found.setdefault(tag, column)
    return found


def read_labels(cells: Mapping[str, Sequence[Cell]], label: str) -> Iterator[Text | Message | None]:
    """What each row is called, by the cells of each language; None where these are empty."""
    for row in zip(*cells.values(), strict=True):
        said = {language: plain(cell.text) for language, cell in zip(cells, row, strict=True)}
        yield _text(said, label)


def _text(said: Mapping[str, str], label: str) -> Text | Message | None:
    for language, words in said.items():
        if len(words) > LONGEST_TEXT:
            return shape_messages.text_too_long(f"'{label}'", language or LANGUAGES[0])
        if word := long_word(words):
            return shape_messages.word_too_long(f"'{label}'", word, len(word))
    alike = dict.fromkeys(LANGUAGES, said.get(ALL, "")) if said.get(ALL) else {}
    versions = {**alike, **{tag: words for tag, words in said.items() if tag and words}}
    return Text(versions) if versions else None
