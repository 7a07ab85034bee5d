"""Chinese texts found by how they are read, in whole syllables, by initials, or both mixed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kiosk.languages.searching.folded_text import fold
from kiosk.languages.searching.readings import initials

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kiosk.languages.searching.readings import TypedReading

    Place = tuple[int, int]
    """The number of a text, and of one of its letters."""

_PASSED = frozenset(" \u3000\u00a0·・-–—")
"""What may stand between two characters and is not typed."""


class FoundReading(NamedTuple):
    """Where in a text its characters are read so; `shortened` says how many by initials alone.

    A rare reading counts as if it were an initial.
    """

    shortened: int
    start: int
    end: int


class ReadingIndex:
    """Made of texts and the readings of their characters; each scheme has an index of its own."""

    def __init__(
        self,
        texts: Sequence[str],
        starts: Mapping[int, Iterable[int]],
        readings: Mapping[str, Sequence[TypedReading]],
    ) -> None:
        """`starts` are the letters at which words begin, of the texts that initials may find."""
        self._texts = texts
        self._readings = readings
        self._places: dict[str, list[Place]] = {}
        for number, text in enumerate(texts):
            for at, letter in enumerate(text):
                if letter in readings:
                    self._places.setdefault(letter, []).append((number, at))
        self._read_so: dict[str, list[str]] = {}
        for character in self._places:
            for reading in readings[character]:
                self._read_so.setdefault(reading.typed, []).append(character)
        self._starts: dict[str, list[Place]] = {}
        """By the letter with which what begins there may be typed."""
        for number, places in starts.items():
            for at in places:
                letter = texts[number][at : at + 1]
                read_so = (each.typed[0] for each in readings.get(letter, ()))
                for first in {fold(letter)[:1], *read_so}:
                    self._starts.setdefault(first, []).append((number, at))

    def find_words(self, typed: str, *, shortens: bool) -> dict[int, FoundReading]:
        """The best place in each text where a word begins that is read so.

        With `shortens`, initials may stand for characters.  The last syllable may be incomplete.
        """
        return self._best(self._starts.get(typed[:1], ()), typed, shortens)

    def find_syllables(self, typed: str) -> dict[int, FoundReading]:
        """The first place in each text that is read so, in more than one syllable."""
        return self._best(
            (
                place
                for reading, characters in self._read_so.items()
                if len(typed) > len(reading) and typed.startswith(reading)
                for character in characters
                for place in self._places[character]
            ),
            typed,
            shortens=False,
        )

    def read_aloud(self, text: str) -> str:
        """A text in one of the ways to read it, without gaps."""
        return "".join(self._read_letter(each) for each in text)

    def _read_letter(self, letter: str) -> str:
        readings = sorted(self._readings.get(letter, ()), key=_rarity)
        return readings[0].typed if readings else fold(letter)

    def _best(self, places: Iterable[Place], typed: str, shortens: bool) -> dict[int, FoundReading]:
        found: dict[int, FoundReading] = {}
        for number, at in places:
            text = self._texts[number]
            result = _Comparison(text, typed, self._readings, shortens).from_here(at, 0)
            if result is not None:
                match = FoundReading(result[0], at, result[1])
                found[number] = min(found.get(number, match), match)
        return found


@dataclass(frozen=True)
class _Comparison:
    """Of a text with what was typed, in every way to divide that into syllables."""

    text: str
    typed: str
    readings: Mapping[str, Sequence[TypedReading]]
    shortens: bool
    _known: dict[Place, Place | None] = field(default_factory=dict)

    def from_here(self, at: int, done: int) -> Place | None:
        """How many initials it takes to go on from here, and where the reading ends."""
        while self.typed[done : done + 1] == " ":
            done += 1
        if done == len(self.typed):
            return 0, at
        while self.text[at : at + 1] in _PASSED:
            at += 1
        if at >= len(self.text):
            return None
        if (at, done) not in self._known:
            self._known[at, done] = min(self._further(at, done), default=None)
        return self._known[at, done]

    def _further(self, at: int, done: int) -> Iterator[Place]:
        for taken, shortened in self._steps(self.text[at], self.typed[done:]):
            further = self.from_here(at + 1, done + taken)
            if further is not None:
                yield further[0] + shortened, further[1]

    def _steps(self, letter: str, rest: str) -> Iterator[Place]:
        """How many of the typed letters may stand for one, and whether as an initial."""
        bare = fold(letter)
        if bare and rest.startswith(bare):
            yield len(bare), 0
        for reading, is_rare in self.readings.get(letter, ()):
            if rest.startswith(reading):
                yield len(reading), int(is_rare)
            elif reading.startswith(rest):
                yield len(rest), int(is_rare)
            elif self.shortens:
                for initial in initials(reading):
                    if rest.startswith(initial):
                        yield len(initial), 1 + is_rare


def _rarity(reading: TypedReading) -> bool:
    return reading.is_rare
