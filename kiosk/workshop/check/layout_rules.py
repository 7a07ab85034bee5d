"""The rules that need the real layout: what doesn't fit in any language and window shape.

Lines of 45 to 75 characters are what typographers recommend for books (Bringhurst, "The Elements
of Typographic Style", 2.1.2); the Smithsonian's "Guidelines for Accessible Exhibition Design"
prefer 45 to 50, and WCAG 2.2 (1.4.8) allows no more than 80, or 40 Chinese characters.  A panel
beside the map is narrower than a page, so its lines may be as short as a newspaper's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kiosk.workshop.check.layout_messages import (
    HEADLINE_LINES,
    LINE_CHARACTERS,
    PAGES,
    WORDINGS,
    BrokenRule,
    Setup,
)
from kiosk.workshop.check.written_texts import bare, parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.text.messages import PlacedMessage
    from kiosk.workshop.check.measured_page import MeasuredPage
    from kiosk.workshop.check.trial import WindowShape
    from kiosk.workshop.check.written_texts import Spot, WrittenTexts

_PROSE_LINES = 3
"""A text with fewer lines is too short to judge the length of its lines."""

_SENTENCE_ENDS = (".", "!", "?", "。", "！", "？")
_LEAST_PIECE = 2
"""In characters: less of a sentence is no piece of it."""

_PROSE = frozenset({"introduction", "sentence", "text"})
_HEADLINES = frozenset({"headline", "heading"})
_SHOWN_ELSEWHERE = frozenset({"alternative", "summary", "rest", "calculated"})
"""Texts that are heard, and that stand on cards."""
_ON_PICTURE = frozenset({"caption", "credit", "licence"})
"""Texts that stand on the picture of a story, beside the sheet, or on the board of credits."""
_NOT_ON_SHEET: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "facts": frozenset(),
        "chart": frozenset(),
        "gallery": _ON_PICTURE - {"caption"},
        "comparison": _ON_PICTURE | {"label"},
    }
)
"""The same for kinds of panels of which that is not all, or not so."""
_ALWAYS_ON_LAYER = frozenset({"title", "caveat"})
"""Texts of a data layer that are seen in every year of it."""
_LONE_SERIES_NAMELESS = frozenset({"bar", "line", "timeline"})
"""Charts in which a single series needs no name, because the headline says it."""


@dataclass
class Gathered:
    """The broken rules of one language: the worst of each kind, and all shapes that have it."""

    language: str
    worst: dict[tuple[Any, ...], BrokenRule] = field(default_factory=dict)
    shapes: dict[tuple[Any, ...], list[str]] = field(default_factory=dict)

    def take(self, broken: BrokenRule) -> None:
        """Add one."""
        key = (broken.rule, broken.spot, broken.word)
        self.worst[key] = max(self.worst.get(key, broken), broken, key=_amount)
        shapes = self.shapes.setdefault(key, [])
        if broken.shape not in shapes:
            shapes.append(broken.shape)

    def messages(self) -> Iterator[PlacedMessage]:
        """The messages, at the positions where the texts were written."""
        for key, found in self.worst.items():
            message = WORDINGS[found.rule](found, Setup(self.language, self.shapes[key]))
            spot = found.spot
            yield message.at(spot.file, spot.line, spot.column, comment_lines=spot.lines)


_HAIR = 3
"""So many pixels beside a letter in large text are its overhang."""
_OF_USUAL_SHAPES = frozenset({"line-length", "many-pages", "many-headline-lines"})
"""Larger text has shorter lines and takes more pages: that is how it has room."""


def _amount(broken: BrokenRule) -> float:
    return broken.amount


@dataclass(frozen=True)
class Judged:
    """An exhibit and its texts, in one language and one of the window `shapes`."""

    exhibit: Exhibit
    written: WrittenTexts
    language: str
    shape: WindowShape
    shapes: Sequence[WindowShape]


def broken_rules(judged: Judged, pages: Iterable[MeasuredPage]) -> Iterator[BrokenRule]:
    """What is wrong with an exhibit in one language and window shape."""
    drawn: set[str] = set()
    written, language, shape = judged.written, judged.language, judged.shape
    for page in pages:
        for found in _of_page(page, written, language):
            is_hair = found.rule == "cut-off-text" and found.amount <= _HAIR
            if not (shape.is_eased and (found.rule in _OF_USUAL_SHAPES or is_hair)):
                yield found._replace(shape=shape.name)
        if page.nameless and shape in judged.shapes[:2]:
            amount, names = len(page.nameless), page.nameless
            yield BrokenRule(
                "nameless-on-map", written.map(), "", amount, shape.name, names, page.lands
            )
        if page.begins:
            drawn = set()
        drawn.update(page.seen)
        if page.opening.layer and page.ends:
            for found in _of_layer(page, drawn, written, language):
                yield found._replace(shape=shape.name)
        if page.opening.zone and page.ends:
            for found in _of_panel(page, drawn, judged.exhibit, written, language):
                # What links are called on a small map is heard of it, and read in the text.
                is_link = found.rule == "left-out-text" and found.spot.key == "name"
                if not (shape.is_eased and (found.rule in _OF_USUAL_SHAPES or is_link)):
                    yield found._replace(shape=shape.name)


def may_be_broken(judged: Judged, pages: Sequence[MeasuredPage], lengthening: float) -> bool:
    """Whether something is wrong, or may be in shapes that have as much room or more.

    There lines may be so many times as long.
    """
    if any(page.is_near for page in pages):
        return True
    if next(broken_rules(judged, pages), None) is not None:
        return True
    if judged.shape.is_eased:
        return False
    if any(_is_shortened(page, judged) for page in pages):
        return True
    _, most = LINE_CHARACTERS[judged.language.startswith("zh")]
    return any(
        _is_prose(judged.written.find(text.words, page.opening, judged.language))
        for page in pages
        for text in page.lines
        if text.number / lengthening > _PROSE_LINES - 1 and text.average * lengthening > most
    )


def _is_shortened(page: MeasuredPage, judged: Judged) -> bool:
    """Whether an introduction ends early: where there is more room, nobody has seen the rest."""
    zone = judged.exhibit.zone(page.opening.zone)
    if zone is None:
        return False
    whole = bare(zone.introduction.words_in(judged.language))
    return any(
        seen.endswith(_SENTENCE_ENDS) and seen != whole and whole.startswith(seen)
        for seen in page.seen
    )


def _is_prose(spot: Spot | None) -> bool:
    return spot is not None and spot.key in _PROSE


def _of_page(page: MeasuredPage, written: WrittenTexts, language: str) -> Iterator[BrokenRule]:
    """What is wrong with the texts of one page."""

    def spot(words: str) -> Spot | None:
        return written.find(words, page.opening, language)

    for cut in page.cuts:
        if found := spot(cut.words):
            yield BrokenRule("cut-off-text", found, cut.side, cut.lost)
    for clash in page.clashes:
        if found := spot(clash.one) or spot(clash.other):
            other = clash.other if spot(clash.one) else clash.one
            yield BrokenRule("texts-on-one-spot", found, other)
    least, most = LINE_CHARACTERS[language.startswith("zh")]
    for text in page.lines:
        is_long = text.number > HEADLINE_LINES
        is_odd = text.number >= _PROSE_LINES and not least <= text.average <= most
        # To find where texts were written takes time, and few of them have anything wrong.
        found = spot(text.words) if text.broken or is_long or is_odd else None
        if found is None:
            continue
        for word in text.broken:
            yield BrokenRule("broken-word", found, word)
        if found.key in _HEADLINES and is_long:
            yield BrokenRule("many-headline-lines", found, amount=text.number)
        if found.key in _PROSE and is_odd:
            yield BrokenRule("line-length", found, amount=text.average)


def _of_layer(
    page: MeasuredPage, drawn: set[str], written: WrittenTexts, language: str
) -> Iterator[BrokenRule]:
    """What a data layer has no room for."""
    everything = "\0".join(drawn)
    for spot in written.of_layer(page.opening.layer, language):
        if spot.key in _ALWAYS_ON_LAYER and bare(spot.words) not in everything:
            yield BrokenRule("left-out-text", spot)


def _of_panel(
    page: MeasuredPage, drawn: set[str], exhibit: Exhibit, written: WrittenTexts, language: str
) -> Iterator[BrokenRule]:
    """What is wrong with a panel as a whole, once all of its pages are drawn."""
    opening = page.opening
    zone = exhibit.zone(opening.zone)
    assert zone is not None
    panel = zone.panels[opening.panel]
    if panel.kind == "facts" and page.pages > PAGES:
        yield BrokenRule("many-pages", written.panel(opening), amount=page.pages)
    lone = set()
    if panel.kind == "chart" and panel.chart in _LONE_SERIES_NAMELESS and len(panel.series) == 1:
        lone = {bare(panel.series[0].label.words_in(language))}
    everything = "\0".join(drawn)
    for spot in written.of_panel(opening, language):
        on_picture = spot.key in _NOT_ON_SHEET.get(panel.kind, _ON_PICTURE)
        if spot.key in _SHOWN_ELSEWHERE or on_picture:
            continue
        missing = [part for part in parts(spot) if part not in everything and part not in lone]
        if not all(_is_divided(part, drawn) for part in missing):
            yield BrokenRule("left-out-text", spot)


def _is_divided(part: str, drawn: set[str]) -> bool:
    """Whether a text is drawn in pieces, because it is longer than a page in larger text."""
    # It may begin where another ends, and end where another begins.
    starts = (part[:length] for length in range(len(part) - 1, _LEAST_PIECE - 1, -1))
    first = next((start for start in starts if any(each.endswith(start) for each in drawn)), "")
    rest = part[len(first) :]
    while rest and not any(each.startswith(rest) for each in drawn):
        piece = max((each for each in drawn if rest.startswith(each)), key=len, default="")
        if len(piece) < _LEAST_PIECE:
            return False
        rest = rest[len(piece) :]
    return True
