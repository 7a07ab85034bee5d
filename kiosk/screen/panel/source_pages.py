"""The pages of the card of sources: which entries stand on each, and where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from kiosk.exhibit.model.citations import Citation, citations, page_facts
from kiosk.screen.panel.calculations import calculations
from kiosk.screen.panel.source_entry import (
    CardEntry,
    set_above_code,
    set_beside_code,
    set_note,
    source_texts,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRectF

    from kiosk.exhibit.model.exhibit import Panel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.panel.source_entry import CardText

_GAP_U = 44
_MOST_GAP_U = 120

PlacedEntry = tuple[CardEntry, float]
"""An entry and its upper edge on the card, in pixels."""


@dataclass(frozen=True)
class _Item:
    """An entry among others, and the texts and the address of the one that it is when alone."""

    entry: CardEntry
    texts: Sequence[CardText] = ()
    address: str = ""


def set_pages(
    panel: Panel,
    page: int,
    locale: Locale,
    look: Look,
    room: QRectF,
    about: Sequence[str] = (),
) -> tuple[tuple[PlacedEntry, ...], ...]:
    """All that a page cites and how its figures came about, within the room of the card.

    What is to be known `about` all figures comes first.  As few pages as it needs, with about as
    many entries on each; a source that is alone on its page is set large.
    """
    notes = _notes(panel, page, locale, look, room.width())
    sources = _sources(panel, page, locale, look, room)
    above = _about(about, locale, look, room)
    if len(sources) == 1:
        others = sum(each.height + look.px(_GAP_U) for each in (*above, *notes))
        large = _large(sources[0], locale, look, room.adjusted(0, 0, 0, -others))
        if large is not None:
            return (_spread([*above, large, *notes], look, room),)
    items = [*map(_Item, above), *sources, *map(_Item, notes)]
    pages = _filled(items, look, room, len(items))
    even = _filled(items, look, room, -(-len(items) // max(1, len(pages))))
    pages = _accompanied(even if len(even) == len(pages) else pages, look, room)
    placed = []
    for each in pages:
        alone = _large(each[0], locale, look, room) if len(each) == 1 else None
        entries = [item.entry for item in each] if alone is None else [alone]
        placed.append(_spread(entries, look, room))
    return tuple(placed) or ((),)


def _sources(panel: Panel, page: int, locale: Locale, look: Look, room: QRectF) -> list[_Item]:
    cited = [each for each in citations(panel, page) if each.source in locale.exhibit.sources]
    facts = page_facts(panel, page)
    items = []
    for citation in cited:
        source = locale.exhibit.sources[citation.source]
        said = partial(
            source_texts,
            citation,
            source,
            locale,
            look,
            told_apart=len(citation.facts) < len(facts),
            dated=not _is_joint(citation, cited),
        )
        entry = set_beside_code(said(large=False), source.code, look, room.width())
        # The largest type in a narrow card: the code below, at last without the address in letters.
        for addressed in (True, False):
            if entry.height > room.height():
                texts = said(large=False, addressed=addressed)
                entry = set_above_code(texts, source.code, locale, look, room) or entry
        items.append(_Item(entry, said(large=True), source.code))
    return items


def _is_joint(citation: Citation, cited: Sequence[Citation]) -> bool:
    """Whether others are sources of the same: then the date of the figures is that of all."""
    return any(
        other is not citation and (other.facts, other.as_of) == (citation.facts, citation.as_of)
        for other in cited
    )


def _large(item: _Item, locale: Locale, look: Look, room: QRectF) -> CardEntry | None:
    if not item.texts:
        return None
    return set_above_code(item.texts, item.address, locale, look, room)


def _notes(panel: Panel, page: int, locale: Locale, look: Look, width: float) -> list[CardEntry]:
    """How calculated figures came about, and what is meant by reported ones."""
    said = {"calculated": calculations(panel, page, locale)}
    if any(fact.reported for fact in page_facts(panel, page)):
        said["reported"] = (locale.say("reported_means"),)
    return [
        set_note(lines, locale.say(key), locale, look, width)
        for key, lines in said.items()
        if lines
    ]


def _about(lines: Sequence[str], locale: Locale, look: Look, room: QRectF) -> list[CardEntry]:
    """What is to be known about all figures: in one entry, or in one for each where it is long."""
    if not lines:
        return []
    label = locale.say("about_figures")
    whole = set_note(lines, label, locale, look, room.width())
    if whole.height <= room.height():
        return [whole]
    return [set_note((line,), label, locale, look, room.width()) for line in lines]


def _filled(items: Sequence[_Item], look: Look, room: QRectF, most: int) -> list[list[_Item]]:
    """The entries on pages, at most so many on each."""
    pages: list[list[_Item]] = []
    y = 0.0
    for item in items:
        if not pages or len(pages[-1]) == most or y + item.entry.height > room.height():
            pages.append([])
            y = 0.0
        pages[-1].append(item)
        y += item.entry.height + look.px(_GAP_U)
    return pages


def _accompanied(pages: list[list[_Item]], look: Look, room: QRectF) -> list[list[_Item]]:
    """The pages, with a source beside the notes where these would have the last one alone."""
    if len(pages) < 2 or any(item.texts for item in pages[-1]) or len(pages[-2]) < 2:
        return pages
    moved = [pages[-2][-1], *pages[-1]]
    if sum(item.entry.height + look.px(_GAP_U) for item in moved) > room.height():
        return pages
    return [*pages[:-2], pages[-2][:-1], moved]


def _spread(entries: Sequence[CardEntry], look: Look, room: QRectF) -> tuple[PlacedEntry, ...]:
    """The entries of a page from its top down, with gaps that fill it."""
    left = room.height() - sum(entry.height for entry in entries)
    gap = min(look.px(_MOST_GAP_U), left / max(1, len(entries) - 1))
    placed = []
    y = room.top()
    for entry in entries:
        placed.append((entry, y))
        y += entry.height + max(look.px(_GAP_U), gap)
    return tuple(placed)
