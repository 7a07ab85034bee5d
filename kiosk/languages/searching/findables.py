"""What can be found in an exhibit: each text with the page that it stands on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.exhibit.model.events import Event
from kiosk.exhibit.model.exhibit import Fact
from kiosk.exhibit.model.people import Person
from kiosk.exhibit.model.term import TermFinder
from kiosk.exhibit.place import Place
from kiosk.languages.searching.folded_text import fold
from kiosk.languages.searching.found import Findable, TextRank
from kiosk.text.multilingual import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import Exhibit, Zone
    from kiosk.exhibit.model.parts import Model


_RANKS = {
    **dict.fromkeys(("title", "headline", "heading", "name"), TextRank.HEADING),
    "label": TextRank.LABEL,
}
"""The rank of a text by its key; any other key has words, whatever kind of panel it is in."""
_UNSEEN = frozenset({"alternative", "spoken", "id", "kind"})


def findables(exhibit: Exhibit, language: str) -> tuple[Findable, ...]:
    """Everything that a visitor with that language can look for, in the exhibit's order."""
    found: list[Findable] = []
    for layer in exhibit.layers:
        title = layer.title.words_in(language)
        found.append(Findable(Place(layer=layer.id), TextRank.HEADING, title))
    for zone in exhibit.zones:
        found += _of_zone(zone, language)
    found += _of_terms(exhibit, language, found)
    return tuple(each for each in found if each.words.strip())


def _of_zone(zone: Zone, language: str) -> Iterator[Findable]:
    here = Place(zone.id)
    names = list(dict.fromkeys(_in_language((zone.name, zone.map.label), language)))
    for name in names:
        yield Findable(here, TextRank.NAME, name)
    others = {fold(each): each for each in zone.name.versions.values()}
    for folded, name in others.items():
        # The same in the other script is found by the name itself.
        if folded not in map(fold, names):
            yield Findable(here, TextRank.OTHER_NAME, name)
    yield Findable(here, TextRank.WORDS, zone.introduction.words_in(language))
    for panel in zone.panels:
        # A place alone means its first panel, so that a page is found by one address.
        first = here if panel is zone.panels[0] else here.at_panel(panel.id)
        yield from _of_model(panel, language, Findable(first, TextRank.WORDS, ""))


def _of_model(model: Model, language: str, around: Findable) -> Iterator[Findable]:
    """The texts of a panel, of whatever kind, or a part of one; pages and pictures are pages."""
    if isinstance(model, Fact):
        around = replace(around, fact=model.id)
    elif isinstance(model, Person | Event):
        around = replace(around, part="person" if isinstance(model, Person) else "event")
    for key in type(model).model_fields:
        if key in _UNSEEN:
            continue
        value = getattr(model, key)
        for number, part in enumerate(value if isinstance(value, tuple) else (value,), start=1):
            if isinstance(part, Text):
                rank = _RANKS.get(key, TextRank.WORDS)
                yield replace(around, rank=rank, words=part.words_in(language))
            elif hasattr(type(part), "model_fields"):
                here = around
                if key in ("pages", "pictures"):
                    here = replace(around, place=_at_page(around.place, model, number))
                yield from _of_model(part, language, here)


def _at_page(place: Place, panel: Model, number: int) -> Place:
    if number == 1:
        return place
    return place.at_panel(getattr(panel, "id", ""), number)


def _of_terms(exhibit: Exhibit, language: str, found: list[Findable]) -> Iterator[Findable]:
    """Each term with its explanation, on the first page that has it."""
    finder = TermFinder.of(exhibit.terms, language)
    known: set[str] = set()
    for text in found:
        if text.rank is not TextRank.WORDS:
            continue
        for term in finder.find(text.words):
            if term.term.id not in known:
                known.add(term.term.id)
                note = term.term.explanation.words_in(language)
                for form in term.term.forms_in(language):
                    yield Findable(text.place, TextRank.TERM, form, note=note)


def _in_language(texts: tuple[Text | None, ...], language: str) -> Iterator[str]:
    return (text.words_in(language) for text in texts if text is not None)
