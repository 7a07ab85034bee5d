"""Where lines break: no date, number or name is divided, and no letter is left alone.

The breaks are chosen for the whole text at once, as Knuth and Plass do it ("Breaking Paragraphs
into Lines", 1981): of all ways to set it in the least number of lines, the one with the least sum
of demerits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTextBoundaryFinder

from kiosk.languages.bonds import bonds, leading_words
from kiosk.languages.phrases import phrase_ends
from kiosk.languages.punctuation import CLOSING, MARKS, OPENING, PAUSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextLine

    from kiosk.exhibit.model.names import Names
    from kiosk.look.letters import Letters

UNLIMITED = 1e6
"""A width that no text reaches: everything is on one line."""

_IN_PHRASE, _IN_PHRASE_OF_HEADLINE = 0.012, 1.0
_AFTER_SMALL_WORD, _AT_JOINT = 6.0, 5.0
_IN_LOOSE_BOND, _IN_BOND, _IN_WORD = 0.25, 40.0, 4_000.0
_SHORT_END, _WIDOW, _ALONE = 0.12, 0.4, 20.0
"""Demerits; a line that is empty by a tenth of the width has 0.01, an empty one 1."""

_SHORTEST_SHARE = 0.3
"""So much of the width the last line of a paragraph fills, or it has demerits for what lacks."""
_FEWEST_HAN, _ALONE_HAN = 4, 2
_SHORTEST_WORD, _LONGEST_END = 7, 20
_MANY_PLACES = 600
"""A text with more places to break at is filled line by line: it would take too long."""

_SENTENCE = re.compile(r"[。！？]|[.!?](?:\s|$)")
_CONTENT = re.compile(r"\w")
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff]")
_SPACES = " \u2009\u3000"
_PHRASE_ENDS = MARKS | frozenset("—…·") | frozenset(_SPACES)
_QUOTES = frozenset("“‘"), frozenset("”’")


@dataclass(frozen=True)
class Line:
    """One line of a text from `start` on; places are UTF-16 code units, lengths pixels.

    `indent` is negative where the empty half of a bracket stands out to the left.
    """

    start: int
    end: int
    reach: float
    """The width at which Qt ends the line here: more than its own letters, less than one more."""
    ink: float
    indent: float


@dataclass
class _Breakpoint:
    """Where a line may break: `end` is where its letters end, before any space."""

    at: int
    end: int
    demerits: float
    in_phrase: bool = False
    x: float = 0.0
    x_end: float = 0.0
    lead: float = 0.0
    trail: float = 0.0


def broken(
    letters: Letters,
    whole: QTextLine,
    width: float,
    *,
    language: str,
    names: Names | None,
    balanced: bool,
) -> list[Line]:
    """The lines of a text that is on one line, `whole`, and wider than `width`.

    `balanced` makes all lines equally long, the last one too, and divides no Chinese phrase.
    """
    text = letters.text
    places = _places(text, language, names, chinese=letters.has_han, balanced=balanced)
    _measure(places, letters, whole)
    places = _with_words_divided(places, letters, whole, width)
    is_long = len(places) > _MANY_PLACES
    count = len(_filled(places, width)) if is_long else _least_lines(places, width)
    balanced = balanced or (count == 2 and not _SENTENCE.search(text))
    if is_long or count > _MANY_PLACES // 8:
        chosen = _filled(places, width)
    else:
        chosen = _best(places, width, count, balanced=balanced)
    return list(_lines(places, chosen, whole))


def widest_part(letters: Letters, whole: QTextLine, *, language: str) -> float:
    """The width of the widest part between two places where a line may break."""
    places = _places(letters.text, language, None, chinese=letters.has_han)
    _measure(places, letters, whole)
    return max(
        (after.x_end - before.x for before, after in pairwise(places)),
        default=0.0,
    )


def _places(
    text: str, language: str, names: Names | None, *, chinese: bool, balanced: bool = False
) -> list[_Breakpoint]:
    """Where a text begins, may break and ends, in characters."""
    found = {at: 0.0 for at in _opportunities(text, chinese=chinese)}
    phrases = phrase_ends(text) if chinese else frozenset(found)
    is_label = balanced or not _SENTENCE.search(text)
    for bond in bonds(text, language, names):
        demerits = bond.weight * (_IN_BOND if bond.firm else _IN_LOOSE_BOND)
        # A name within a longer one counts twice, so that it stays whole where that one can't.
        for at in range(bond.start + 1, bond.end):
            if at in found:
                is_joint = bond.joins and is_label and text[at - 1] == "–"
                found[at] += _AT_JOINT if is_joint else demerits
    for start, end in leading_words(text, language) if is_label else ():
        for at in range(start + 1, end):
            if at in found:
                found[at] += _AFTER_SMALL_WORD
    for at in found:
        if len(text) - at <= _LONGEST_END:
            found[at] += _end_demerits(text[at:])
    places = [_Breakpoint(0, 0, 0.0)]
    places += [
        _Breakpoint(
            at,
            len(text[:at].rstrip(_SPACES)),
            demerits,
            in_phrase=at not in phrases and text[at - 1] not in _PHRASE_ENDS,
        )
        for at, demerits in sorted(found.items())
    ]
    places.append(_Breakpoint(len(text), len(text.rstrip(_SPACES)), 0.0))
    return places


def _opportunities(text: str, *, chinese: bool) -> Iterator[int]:
    """The places of Unicode's line breaking (UAX 14), and those around Chinese quotation marks.

    UAX 14 can't know that “ opens, since in other languages it may close.
    """
    allowed = set(_boundaries(text, QTextBoundaryFinder.BoundaryType.Line))
    if chinese:
        for at in range(1, len(text)):
            before, after = text[at - 1], text[at]
            opens = after in _QUOTES[0] and before not in OPENING
            closed = before in _QUOTES[1] and after not in CLOSING and after not in PAUSES
            if (opens and not before.isspace()) or (closed and not after.isspace()):
                allowed.add(at)
        allowed = {at for at in allowed if text[at - 1 : at] not in OPENING or at == len(text)}
    yield from sorted(at for at in allowed if 0 < at < len(text))


def _boundaries(text: str, kind: QTextBoundaryFinder.BoundaryType) -> Iterator[int]:
    """The boundaries of a kind within a text, in characters."""
    finder = QTextBoundaryFinder(kind, text)
    to_characters = _characters_by_unit(text)
    while (unit := finder.toNextBoundary()) >= 0:
        yield to_characters[unit] if to_characters else unit


def _characters_by_unit(text: str) -> dict[int, int]:
    """From places in UTF-16 to places in characters; empty where both are the same."""
    if not text or max(text) < "\U00010000":
        return {}
    places, unit = {}, 0
    for at, letter in enumerate(text):
        places[unit] = at
        unit += 2 if letter > "\uffff" else 1
    places[unit] = len(text)
    return places


def _end_demerits(end: str) -> float:
    """What it costs to have only this on the last line."""
    han = len(_HAN.findall(end))
    if han:
        others = sum(1 for letter in end if _CONTENT.match(letter)) - han
        size = han + others / 2
        return _ALONE if size < _ALONE_HAN else _SHORT_END if size < _FEWEST_HAN else 0.0
    content = "".join(_CONTENT.findall(end))
    if not content:
        return _ALONE
    if " " in end.strip():
        return 0.0
    return _WIDOW if len(content) < _SHORTEST_WORD else _SHORT_END


def _measure(places: Sequence[_Breakpoint], letters: Letters, whole: QTextLine) -> None:
    """Find how far the line has come at each place; from now on places are UTF-16 code units."""
    if letters.text and max(letters.text) > "\uffff":
        units = {at: unit for unit, at in _characters_by_unit(letters.text).items()}
        for place in places:
            place.at, place.end = units[place.at], units[place.end]
    for place in places:
        place.x = _x(whole, place.at)
        place.x_end = place.x if place.end == place.at else _x(whole, place.end)
        place.lead = letters.leading.get(place.at, 0.0)
        place.trail = letters.trailing.get(place.end, 0.0)


def _x(line: QTextLine, place: int) -> float:
    """How far a line has come at a place; the stub does not know that Qt returns a pair."""
    return cast("tuple[float, int]", line.cursorToX(place))[0]


def _width(start: _Breakpoint, end: _Breakpoint) -> float:
    """How wide the letters of a line between two places are."""
    return end.x_end - end.trail - start.x - start.lead


def _with_words_divided(
    places: list[_Breakpoint], letters: Letters, whole: QTextLine, width: float
) -> list[_Breakpoint]:
    """The places, with those after every letter of a word that is wider than the line."""
    found = [places[0]]
    graphemes: list[int] = []
    units = {at: unit for unit, at in _characters_by_unit(letters.text).items()}
    for place in places[1:]:
        if _width(found[-1], place) > width:
            if not graphemes:
                kind = QTextBoundaryFinder.BoundaryType.Grapheme
                graphemes = [units.get(at, at) for at in _boundaries(letters.text, kind)]
            first, last = found[-1].at, place.end
            inner = [_Breakpoint(at, at, _IN_WORD) for at in graphemes if first < at < last]
            for each in inner:
                each.x = each.x_end = _x(whole, each.at)
            found += inner
        found.append(place)
    return found


def _filled(places: Sequence[_Breakpoint], width: float) -> list[int]:
    """The ends of lines that are filled one after the other, dividing no bond if possible."""
    ends: list[int] = []
    start, last = 0, len(places) - 1
    while start < last:
        fitting = start + 1
        while fitting < last and _width(places[start], places[fitting + 1]) <= width:
            fitting += 1
        end = fitting
        if fitting < last:
            while end > start + 1 and places[end].demerits >= _IN_BOND / 2:
                end -= 1
            if places[end].demerits >= _IN_BOND / 2:
                end = min(range(fitting, start, -1), key=lambda at: places[at].demerits)
        ends.append(end)
        start = end
    return ends


def _least_lines(places: Sequence[_Breakpoint], width: float) -> int:
    """How many lines it takes if as few bonds as possible are divided."""
    last = len(places) - 1
    # By place: how many bonds have been divided up to there at least, and in how many lines.
    least = [(0, 0), *[(last, last)] * last]
    for start in range(last):
        divided, lines = least[start]
        for end in range(start + 1, last + 1):
            if end > start + 1 and _width(places[start], places[end]) > width:
                break
            divides = end < last and places[end].demerits >= _IN_BOND / 2
            least[end] = min(least[end], (divided + divides, lines + 1))
    return least[last][1]


def _best(places: Sequence[_Breakpoint], width: float, count: int, *, balanced: bool) -> list[int]:
    """The ends of that many lines with the least demerits."""
    last = len(places) - 1
    inside = _IN_PHRASE_OF_HEADLINE if balanced else _IN_PHRASE
    # By line: the least demerits with which it can end at a place, and where it then begins.
    before: dict[int, float] = {0: 0.0}
    begins: list[dict[int, int]] = []
    for number in range(count):
        is_last = number == count - 1
        costs: dict[int, float] = {}
        begin: dict[int, int] = {}
        for start, cost in before.items():
            left = places[start].x + places[start].lead
            end = last if is_last else start + 1
            while end <= last:
                line = places[end]
                wide = line.x_end - line.trail - left
                if wide > width and end > start + 1:
                    break
                if balanced:
                    demerits = (wide / width) ** 2
                elif end == last:
                    demerits = max(0.0, _SHORTEST_SHARE - wide / width) ** 2
                else:
                    demerits = (1 - wide / width) ** 2
                total = cost + demerits + line.demerits + inside * line.in_phrase
                if end not in costs or total < costs[end]:
                    costs[end] = total
                    begin[end] = start
                end += 1
        begins.append(begin)
        before = costs
    if last not in before:
        return _filled(places, width)
    ends = [last]
    for begin in reversed(begins[1:]):
        ends.insert(0, begin[ends[0]])
    return ends


def _lines(places: Sequence[_Breakpoint], ends: Sequence[int], whole: QTextLine) -> Iterator[Line]:
    start = places[0]
    for end in (places[number] for number in ends):
        reach = UNLIMITED
        if end is not places[-1]:
            # Qt lets some letters reach over their width a little, and asks for the room.
            reach = end.x_end - start.x + max(0.5, (_x(whole, end.at + 1) - end.x) / 2)
        yield Line(start.at, end.at, reach, _width(start, end), -start.lead)
        start = end
