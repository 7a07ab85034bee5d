"""Names found as people type them in haste: in one word, or by the first letters of their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.languages.searching.folded_text import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.languages.searching.folded_text import FoldedText

_FEWEST_LETTERS = 2


class _Name(NamedTuple):
    number: int
    folded: FoldedText
    joined: str
    places: tuple[int, ...]
    """Where each of the joined letters stands among the folded ones."""
    starts: tuple[int, ...]
    """Which of the joined letters begin a word."""


class JoinedNames:
    """Made of the folded names, by their numbers."""

    def __init__(self, names: Mapping[int, FoldedText]) -> None:
        self._names = [name for number, folded in names.items() for name in _joined(number, folded)]

    def find(self, typed: str) -> Iterator[tuple[int, tuple[tuple[int, int], ...]]]:
        """The numbers of names, and which of their letters were typed."""
        if len(typed) < _FEWEST_LETTERS:
            return
        for name in self._names:
            start = next((at for at in name.starts if name.joined.startswith(typed, at)), None)
            if start is not None:
                last = name.places[start + len(typed) - 1]
                yield name.number, (name.folded.span(name.places[start], last + 1),)
            elif "".join(name.joined[at] for at in name.starts).startswith(typed):
                places = (name.places[at] for at in name.starts[: len(typed)])
                yield name.number, tuple(name.folded.span(at, at + 1) for at in places)


def _joined(number: int, folded: FoldedText) -> Iterator[_Name]:
    words = list(WORD.finditer(folded.letters))
    if not words:
        return
    joined, starts = "", []
    places: list[int] = []
    for word in words:
        starts.append(len(joined))
        joined += word[0]
        places += range(word.start(), word.end())
    yield _Name(number, folded, joined, tuple(places), tuple(starts))
