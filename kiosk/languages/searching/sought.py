"""What somebody has found, as it is looked for on pages: a text, and which of its letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_AROUND = 16
"""So many letters on each side tell a word from the same word elsewhere."""


def bare(words: str) -> str:
    """Letters and digits alone: lines break elsewhere, and gaps take the place of spaces."""
    return "".join(filter(str.isalnum, words))


@dataclass(frozen=True)
class Sought:
    """A text that was found, and where in it what was typed stands."""

    words: str
    spans: tuple[tuple[int, int], ...]

    def page_among(self, pages: Sequence[str]) -> int:
        """On which of these pages it is, counted from 1; 0 where it is on none.

        A text may be divided over several: the page with the most of it is the right one.
        """
        letters = [bare(page) for page in pages]
        for look in (self._whole, self._surroundings, self._meant):
            for number, written in enumerate(letters, start=1):
                if any(piece in written for piece, _, _ in look()):
                    return number
        return 0

    def places_in(self, letters: str) -> list[tuple[int, int]]:
        """Where what was typed stands among these letters, which have to be `bare`."""
        for look in (self._whole, self._surroundings, self._meant):
            found = []
            for piece, start, end in look():
                at = letters.find(piece)
                if at >= 0:
                    found.append((at + start, at + end))
            if found:
                return found
        return []

    def _whole(self) -> Iterator[tuple[str, int, int]]:
        whole = bare(self.words)
        for start, end in self._bare_spans():
            yield whole, start, end

    def _surroundings(self) -> Iterator[tuple[str, int, int]]:
        whole = bare(self.words)
        for start, end in self._bare_spans():
            first, last = max(0, start - _AROUND), min(len(whole), end + _AROUND)
            yield whole[first:last], start - first, end - first

    def _meant(self) -> Iterator[tuple[str, int, int]]:
        whole = bare(self.words)
        for start, end in self._bare_spans():
            yield whole[start:end], 0, end - start

    def _bare_spans(self) -> Iterator[tuple[int, int]]:
        """The spans among the bare letters; what has none is no span."""
        for start, end in self.spans:
            first, last = len(bare(self.words[:start])), len(bare(self.words[:end]))
            if first < last:
                yield first, last
