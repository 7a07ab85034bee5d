"""The words of many texts, found by their beginnings; one wrong letter is forgiven."""

from __future__ import annotations

import string
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from kiosk.languages.searching.folded_text import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FORGIVING_LETTERS = 5
"""A word of so many letters may have one that is wrong, missing, too many or in the wrong place."""
_LETTERS = string.ascii_lowercase


class FoundWord(NamedTuple):
    """A word of a text: the text's number, and where in its folded letters the match is.

    `wrong` is 0 for a whole word, 1 for a beginning, and 2 where a letter had to be forgiven.
    """

    wrong: int
    start: int
    end: int


class WordIndex:
    """Made of folded texts; it says in which of them words begin as something that was typed."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._places: dict[str, list[tuple[int, int]]] = {}
        for number, text in enumerate(texts):
            for match in WORD.finditer(text):
                self._places.setdefault(match[0], []).append((number, match.start()))
        self._words = sorted(self._places)

    def find(self, typed: str) -> dict[int, FoundWord]:
        """The best match in each text that has one, by the text's number."""
        found: dict[int, FoundWord] = {}
        for word in self._beginning_with(typed):
            self._add(word, min(len(word), len(typed)), int(word != typed), found)
        if not found and len(typed) >= FORGIVING_LETTERS:
            for other in dict.fromkeys(_with_one_mistake(typed)):
                for word in self._beginning_with(other):
                    self._add(word, len(word), 2, found)
        return found

    def _beginning_with(self, typed: str) -> Iterator[str]:
        at = bisect_left(self._words, typed)
        while at < len(self._words) and self._words[at].startswith(typed):
            yield self._words[at]
            at += 1

    def _add(self, word: str, length: int, wrong: int, found: dict[int, FoundWord]) -> None:
        for number, start in self._places[word]:
            match = FoundWord(wrong, start, start + length)
            if number not in found or match < found[number]:
                found[number] = match


def _with_one_mistake(typed: str) -> Iterator[str]:
    """What may have been meant: a letter left out, changed places, was another, or is missing."""
    halves = [(typed[:at], typed[at:]) for at in range(len(typed) + 1)]
    for before, after in halves:
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in _LETTERS:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
