"""The index of an exhibit in one language: what a few typed letters find, the best first."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from kiosk.languages.language import LANGUAGES
from kiosk.languages.phrases import phrase_ends
from kiosk.languages.searching.findables import findables
from kiosk.languages.searching.folded_text import (
    WORD,
    fold,
    folded_text,
    is_chinese,
    split_typed,
)
from kiosk.languages.searching.found import Findable, Found, TextRank
from kiosk.languages.searching.joined_names import JoinedNames
from kiosk.languages.searching.reading_index import ReadingIndex
from kiosk.languages.searching.readings import SCHEMES, read_readings
from kiosk.languages.searching.word_index import WordIndex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.exhibit.model.exhibit import Exhibit

LONGEST_QUERY = 40
"""Letters of a query; no name of ours is longer."""
MOST_FOUND = 60
"""Nobody looks through more pages of results."""
_NEAR = 0.6
"""How alike a name is at least to what was typed, from 0 to 1, to be suggested in its place."""

_FEWEST_LETTERS = 2
"""What begins like fewer letters of what was typed, or less than half of them, is not near."""

Span = tuple[int, int]


@dataclass(frozen=True)
class Findings:
    """What was found, the best first, one for each page; or the nearest that would be."""

    found: tuple[Found, ...] = ()
    suggestion: str = ""


class _Match(NamedTuple):
    """How well a text matches: lower is better; where is in the text itself."""

    worth: int
    spans: tuple[Span, ...]


class SearchIndex:
    """Made of an exhibit once for each language; finding takes a few milliseconds."""

    def __init__(self, exhibit: Exhibit, language: str) -> None:
        """Takes some tenths of a second: not for the GUI thread.  Raises BrokenInstallation."""
        known = LANGUAGES.get(language)
        self._is_chinese = known is not None and known.chinese
        self._texts = findables(exhibit, language)
        self._folded = [folded_text(each.words) for each in self._texts]
        self._words = WordIndex([each.letters for each in self._folded])
        self._joined = JoinedNames(
            {at: self._folded[at] for at, each in self._ranked(TextRank.OTHER_NAME)}
        )
        # Elsewhere only places are found by readings, which are known by their Chinese names too.
        written = [
            each.words if self._is_chinese or each.rank <= TextRank.OTHER_NAME else ""
            for each in self._texts
        ]
        starts = {
            at: sorted({0, *phrase_ends(each.words)})
            for at, each in self._ranked(TextRank.LABEL)
            if any(map(is_chinese, written[at]))
        }
        characters = set("".join(written))
        self._readings = [
            ReadingIndex(written, starts, read_readings(scheme, characters)) for scheme in SCHEMES
        ]
        self._spoken_names = dict(self._names_as_typed())

    def find(self, query: str) -> Findings:
        """What a query finds; where that is nothing, what would be found that is near to it."""
        typed = split_typed(query[:LONGEST_QUERY])
        if not typed:
            return Findings()
        found = self._find(typed)
        return Findings(found) if found else Findings(suggestion=self._nearest(typed))

    def _find(self, typed: Sequence[str]) -> tuple[Found, ...]:
        matches: dict[int, _Match] = {}
        ways = self._by_words(typed), self._by_names(typed), self._by_readings(typed)
        for at, match in chain(*ways):
            if at not in matches or match < matches[at]:
                matches[at] = match
        is_short = len("".join(typed)) == 1 and not is_chinese(typed[0])
        best = sorted(
            (self._order(at, match), at)
            for at, match in matches.items()
            if not is_short or self._texts[at].rank <= TextRank.HEADING
        )
        pages: dict[object, Found] = {}
        for _, at in best:
            text = self._texts[at]
            pages.setdefault(text.place, Found(text, matches[at].spans))
        return tuple(pages.values())[:MOST_FOUND]

    def _order(self, at: int, match: _Match) -> tuple[int, int, bool, int, int]:
        """What comes first: names, then what matches better, begins so, and of names short ones."""
        text = self._texts[at]
        length = len(text.words) if text.rank is TextRank.NAME else 0
        return text.rank, match.worth, match.spans[0][0] > 0, length, at

    def _by_words(self, typed: Sequence[str]) -> Iterator[tuple[int, _Match]]:
        """Texts that have all words, or some where the name of their place has the others."""
        found = [self._places_of(word) for word in typed]
        zones = [{self._texts[at].place.zone for at in each if self._is_name(at)} for each in found]
        for at in set().union(*found):
            zone = self._texts[at].place.zone
            if all(at in each or zone in named for each, named in zip(found, zones, strict=True)):
                here = [each[at] for each in found if at in each]
                spans = tuple(sorted(self._folded[at].span(*span) for _, span in here))
                yield at, _Match(max(worth for worth, _ in here), spans)

    def _places_of(self, word: str) -> dict[int, tuple[int, Span]]:
        """Where one word stands, Chinese characters anywhere and others at a word's beginning."""
        if not is_chinese(word[0]):
            found = self._words.find(word)
            return {at: (each.wrong, (each.start, each.end)) for at, each in found.items()}
        places = ((at, each.letters.find(word)) for at, each in enumerate(self._folded))
        return {at: (0, (start, start + len(word))) for at, start in places if start >= 0}

    def _by_names(self, typed: Sequence[str]) -> Iterator[tuple[int, _Match]]:
        """Names that are typed in one word, or by the first letters of their words."""
        for at, spans in self._joined.find("".join(typed)):
            yield at, _Match(2, spans)

    def _by_readings(self, typed: Sequence[str]) -> Iterator[tuple[int, _Match]]:
        query = " ".join(typed)
        if WORD.search(query) is None:
            return
        for index in self._readings:
            for at, match in index.find_words(query, shortens=self._is_chinese).items():
                yield at, _Match(1 + (match.shortened > 0), ((match.start, match.end),))
            for at, match in index.find_syllables(query).items():
                yield at, _Match(1, ((match.start, match.end),))

    def _nearest(self, typed: Sequence[str]) -> str:
        """A name that is nearly what was typed, or else its beginning that finds something."""
        query = "".join(typed)
        near = difflib.get_close_matches(query, self._spoken_names, n=1, cutoff=_NEAR)
        if near:
            return self._texts[self._spoken_names[near[0]]].words
        # What fewer letters find is no less: the longest beginning is between these two.
        finds, finds_not = 0, len(query)
        best: tuple[Found, ...] = ()
        while finds_not - finds > 1:
            length = (finds + finds_not) // 2
            found = self._find(split_typed(query[:length]))
            finds, finds_not = (length, finds_not) if found else (finds, length)
            best = found or best
        return _meant(best[0]) if finds * 2 >= max(len(query), 2 * _FEWEST_LETTERS) else ""

    def _names_as_typed(self) -> Iterator[tuple[str, int]]:
        """What may be typed for the names of places: their letters, or how they are read."""
        for at, text in reversed(self._ranked(TextRank.NAME)):
            yield fold("".join(WORD.findall(self._folded[at].letters))), at
            for index in self._readings:
                yield index.read_aloud(text.words), at

    def _ranked(self, rank: TextRank) -> list[tuple[int, Findable]]:
        return [(at, each) for at, each in enumerate(self._texts) if each.rank <= rank]

    def _is_name(self, at: int) -> bool:
        return self._texts[at].rank <= TextRank.OTHER_NAME


def _meant(found: Found) -> str:
    """The letters of a text that were meant, as they are written."""
    return " ".join(found.text.words[start:end] for start, end in found.spans)
