"""The rules that every letter of a text can be seen: none without a glyph, none without a width."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from kiosk.text.fix import Fix, FixKind
from kiosk.text.invisible import code
from kiosk.text.message_words import in_words, shortened
from kiosk.text.messages import Message, PlacedMessage, Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiosk.text.wordings import Wording

_INVISIBLE_CHARACTER = Rule(
    "invisible-character",
    severity=Severity.WARNING,
    why=(
        "A sign without width divides a word for readers aloud and in searches, and nobody "
        "finds it again."
    ),
    wrong="`yuan` with U+200B in it, pasted from a web page",
    right="`yuan`, typed again",
)


def _invisible_character(character: str, name: str, language: str) -> Message:
    return _INVISIBLE_CHARACTER.message(
        Phrase(
            "an invisible sign, {character} {name}, in {language}",
            character=code(character),
            name=name,
            language=in_words(language),
        ),
        "delete it and type the word again",
        fix=Fix(FixKind.REPLACE, "", character),
    )


_NO_GLYPH = Rule(
    "no-glyph",
    severity=Severity.WARNING,
    why="A letter that none of our fonts has is drawn as an empty box.",
    file="zones/qianhai.yaml",
    wrong="introduction: {en: A zone 🚀, zh-Hant",
    right="introduction: {en: A zone, zh-Hant",
)


def _no_glyph(letters: str, name: str, language: str) -> Message:
    """`letters` follow each other, and `name` is that of the first."""
    shown = f"'{shortened(letters)}', " if letters.isprintable() else ""
    named = f"{shown}{code(letters[0])} {name}"
    more = len(letters) - 1
    return _NO_GLYPH.message(
        Phrase(
            "the letters of {language} have no {named}",
            language=in_words(language),
            named=Phrase("{names} and {count} more", names=named, count=more) if more else named,
        ),
        "write it another way",
    )


RULES = (_INVISIBLE_CHARACTER, _NO_GLYPH)
"""The rules of this file."""


_INVISIBLE = re.compile("[\u200b-\u200f\u2061-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff]")
"""Signs that no text needs; a soft hyphen, U+00AD, and spaces that keep words together are used."""

_MESSAGES_SHOWN = 8
"""So many words or signs are named in one text."""


def check_letters(wording: Wording, undrawable: Iterable[int]) -> Iterator[PlacedMessage]:
    """Invisible signs, and words with letters that no font has.

    `undrawable` are the offsets of those letters.  A word of them, or an emoji of several parts
    with what joins them, is told once.
    """
    runs = list(_runs(wording.words, sorted(undrawable)))
    within = {offset for begin, end in runs for offset in range(begin, end)}
    first: dict[str, int] = {}
    for match in _INVISIBLE.finditer(wording.words):
        if match.start() not in within:
            first.setdefault(match[0], match.start())
    for letter, offset in islice(first.items(), _MESSAGES_SHOWN):
        message = _invisible_character(letter, _name(letter), wording.language)
        yield wording.placed(message, offset)
    said: dict[str, int] = {}
    for begin, end in runs:
        said.setdefault(wording.words[begin:end], begin)
    for run, offset in islice(said.items(), _MESSAGES_SHOWN):
        letters = _INVISIBLE.sub("", run)
        message = _no_glyph(letters, _name(letters[0]), wording.language)
        yield wording.placed(message, offset)


def _runs(words: str, offsets: list[int]) -> Iterator[tuple[int, int]]:
    """Begin and end of the letters without a glyph that follow each other, joiners among them."""
    begin = end = -1
    for offset in offsets:
        if _INVISIBLE.match(words[offset]):
            continue
        if end >= 0 and not _INVISIBLE.sub("", words[end:offset]):
            end = offset + 1
            continue
        if end >= 0:
            yield begin, _with_selectors(words, end)
        begin, end = offset, offset + 1
    if end >= 0:
        yield begin, _with_selectors(words, end)


def _with_selectors(words: str, end: int) -> int:
    """The end of a run with the signs behind it that choose how its last letter looks."""
    while "\ufe00" <= words[end : end + 1] <= "\ufe0f":
        end += 1
    return end


def _name(letter: str) -> str:
    return unicodedata.name(letter, "(a character without a name)")
