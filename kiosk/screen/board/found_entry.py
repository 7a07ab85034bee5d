"""What a row says of something that was found: what opens, where it is, and the letters meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.place import SEARCH, Place
from kiosk.languages.searching.found import TextRank
from kiosk.languages.searching.sought import Sought
from kiosk.screen.board.place_entries import kind_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainterPath

    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.exhibit.place import PanelPage
    from kiosk.languages.searching.found import Findable, Found
    from kiosk.screen.locale import Locale
    from kiosk.screen.map.map_world import MapWorld

_AROUND = 90
"""So many letters before and after those that were meant can have room in a row at all."""
_JOINT = "\u2002·\u2002"
_ICONS = {"story": "book-open", "chart": "activity"}
_KINDS = {
    "story": "found_story",
    "chart": "found_chart",
    "gallery": "found_gallery",
    "comparison": "found_comparison",
    "people": "people",
    "person": "found_person",
    "quote": "found_quote",
    "events": "events",
    "event": "found_event",
}
"""What a row says that its page or a part of it is; figures and places are seen to be such."""
"""What stands before a page of a panel of that kind; of any other, the sign of its place."""


class LinePiece(NamedTuple):
    """A piece of a text, and whether it is what was searched for."""

    words: str
    is_meant: bool = False


@dataclass(frozen=True)
class FoundEntry:
    """What a row shows: two lines in pieces, and a sign or, where there is one, an outline."""

    place: Place
    heading: tuple[LinePiece, ...]
    below: tuple[LinePiece, ...]
    glyph: str
    is_icon: bool = False
    outline: QPainterPath | None = None
    sought: Sought | None = None
    """What is on one of the pages of the place: which one is known when they are laid out."""
    is_named_by_both: bool = False
    """Whether other rows may have the same heading: figures, and what is said of one place."""

    @property
    def name(self) -> str:
        """What tells the row from others, in words."""
        heading = _in_words(self.heading)
        return f"{heading}, {_in_words(self.below)}" if self.is_named_by_both else heading

    @property
    def told(self) -> str:
        """The line below in words, if the name does not have it."""
        return "" if self.is_named_by_both else _in_words(self.below)


def _in_words(pieces: Sequence[LinePiece]) -> str:
    return "".join(piece.words for piece in pieces)


def place_entry(zone: Zone, locale: Locale, world: MapWorld | None) -> FoundEntry:
    """A place that nobody has searched for."""
    name = locale.text(zone.name)
    return _of_zone(zone, (LinePiece(name),), (LinePiece(kind_words(zone, locale)),), locale, world)


def suggested_entry(query: str, locale: Locale) -> FoundEntry:
    """What may have been meant, where nothing was found: it is searched for when touched."""
    place, below = Place(screen=SEARCH, query=query), LinePiece(locale.say("found_near"))
    return FoundEntry(place, (LinePiece(query),), (below,), "search", is_icon=True)


def found_entry(found: Found, locale: Locale, world: MapWorld | None) -> FoundEntry:
    """What was found, with the page that it opens."""
    text, place = found.text, found.text.place
    pieces = tuple(_pieces(text.words, found.spans))
    layer = locale.exhibit.layer(place.layer)
    if layer is not None:
        return FoundEntry(
            place, pieces, (LinePiece(locale.say("map_layer")),), "layers", is_icon=True
        )
    shown = place.resolve(locale.exhibit)
    assert shown is not None, "an index finds nothing that is not there"
    zone = shown.zone
    name = locale.text(zone.name)
    if text.rank is TextRank.NAME:
        return _of_zone(zone, pieces, (LinePiece(kind_words(zone, locale)),), locale, world)
    if text.rank is TextRank.OTHER_NAME:
        return _of_zone(zone, (LinePiece(name),), pieces, locale, world)
    heading: tuple[LinePiece, ...] = (LinePiece(_heading(place, locale) or name),)
    below: tuple[LinePiece, ...] = (LinePiece(name),)
    if text.rank in (TextRank.HEADING, TextRank.TERM):
        heading = pieces
    if text.note:
        below = (LinePiece(text.note),)
    if text.rank is TextRank.LABEL and text.fact and heading[0].words == name:
        # A page of figures has no heading of its own.
        heading = _with_figure(text, pieces, shown, locale)
    elif text.rank in (TextRank.LABEL, TextRank.WORDS):
        below = pieces if heading[0].words == name else (LinePiece(name + _JOINT), *pieces)
    panel_kind = "" if shown.panel is None else shown.panel.kind
    kind = text.part or panel_kind
    if kind in _KINDS:
        below = (LinePiece(locale.say(_KINDS[kind]) + _JOINT), *below)
    sought = Sought(text.words, found.spans)
    if kind in _ICONS:
        icon = _ICONS[kind]
        return FoundEntry(place, heading, below, icon, is_icon=True, sought=sought)
    return _of_zone(zone, heading, below, locale, world, place=place, sought=sought)


def _of_zone(
    zone: Zone,
    heading: tuple[LinePiece, ...],
    below: tuple[LinePiece, ...],
    locale: Locale,
    world: MapWorld | None,
    *,
    place: Place | None = None,
    sought: Sought | None = None,
) -> FoundEntry:
    known = world.place(zone.id) if world is not None else None
    outline = known.outline if known is not None and zone.kind == "city" else None
    glyph = locale.exhibit.signs[zone.kind]
    here = Place(zone.id) if place is None else place
    return FoundEntry(
        here,
        heading,
        below,
        glyph,
        outline=outline,
        sought=sought,
        is_named_by_both=place is not None,
    )


def _heading(place: Place, locale: Locale) -> str:
    """What is written above a page; empty where that is the name of its place."""
    shown = place.resolve(locale.exhibit)
    panel = None if shown is None else shown.panel
    if panel is None or shown is None:
        return ""
    if panel.kind == "story":
        return locale.text(panel.pages[min(shown.page, len(panel.pages)) - 1].heading)
    for key in ("headline", "title"):
        text = getattr(panel, key, None)
        if text is not None:
            return locale.text(text)
    return ""


def _with_figure(
    text: Findable, pieces: tuple[LinePiece, ...], shown: PanelPage, locale: Locale
) -> tuple[LinePiece, ...]:
    """The label of a fact with its figure, in the order in which that is said."""
    for fact in getattr(shown.panel, "facts", ()):
        if fact.id == text.fact:
            before, label, after = locale.fact_words(fact).partition(text.words)
            if label:
                return tuple(
                    each for each in (LinePiece(before), *pieces, LinePiece(after)) if each.words
                )
    return pieces


def _pieces(words: str, spans: Sequence[tuple[int, int]]) -> Iterator[LinePiece]:
    """The text around what was meant, in which that is marked; lines are no matter here."""
    first, last = spans[0][0], spans[-1][1]
    begin, end = max(0, first - _AROUND), min(len(words), last + _AROUND)
    at = begin
    for start, stop in spans:
        if at < start:
            yield LinePiece(_on_one_line(words[at:start]))
        if at < stop:
            yield LinePiece(words[max(at, start) : stop], is_meant=True)
        at = max(at, stop)
    if at < end:
        yield LinePiece(_on_one_line(words[at:end]))


def _on_one_line(words: str) -> str:
    """Without lines and the marks of curators for paragraphs and strong words."""
    return words.replace("\n", " ").replace("**", "").replace("  ", " ")
