"""The rules that reach across keys, panels and files.  Pure: what exists comes in as plain sets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.exhibit.rules import language_messages, map_messages, naming_messages
from kiosk.exhibit.rules.chart_rules import check_chart
from kiosk.exhibit.rules.fact_rules import check_facts
from kiosk.exhibit.rules.story_rules import check_story
from kiosk.text.multilingual import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from kiosk.exhibit.model.exhibit import Unit, Zone
    from kiosk.exhibit.model.located_message import Existing
    from kiosk.text.messages import PlacedMessage
    from kiosk.text.yaml_source import Location, Node


_FOR_PRESENTERS = "notes"
"""A text that no visitor sees: whoever gives the talk writes it in any language."""


@dataclass(frozen=True)
class ZoneFile:
    """A zone, and where in which file each part of it stands."""

    file: str
    node: Node
    zone: Zone

    def message(self, located: LocatedMessage) -> PlacedMessage | None:
        """The finding as a problem in this file; None for one without a mistake of its own."""
        if located.message is None:
            return None
        find = self.node.key_position if located.at_key else self.node.position
        return located.message.at(self.file, *find(located.location))


def check_exhibit(
    zone_files: Sequence[ZoneFile], map_ids: Collection[str], lost: Collection[str] = ()
) -> tuple[PlacedMessage, ...]:
    """What zones name that is neither on the map nor among them, nor among the `lost` ones."""
    zones = {zone_file.zone.id for zone_file in zone_files} | {*lost}
    messages = []
    for zone_file in zone_files:
        for located in _check_map(zone_file.zone, zones, map_ids):
            message = zone_file.message(located)
            if message is not None:
                messages.append(message)
    return tuple(messages)


def check_zone(zone: Zone, existing: Existing) -> Iterator[LocatedMessage]:
    """What is wrong inside a zone's file, as far as no other zone and no map is needed."""
    yield from _used_twice([panel.id for panel in zone.panels], ("panels",))
    for index, panel in enumerate(zone.panels):
        at: Location = ("panels", index)
        if panel.kind == "facts":
            yield from _used_twice([fact.id for fact in panel.facts], (*at, "facts"))
            yield from check_facts(panel, at, existing)
        elif panel.kind == "chart":
            yield from _used_twice([series.id for series in panel.series], (*at, "series"))
            yield from check_chart(panel, at, existing)
        else:
            yield from check_story(panel, at, existing)


def check_languages(node: Node, file: str, languages: Sequence[str]) -> Iterator[PlacedMessage]:
    """The texts of a sound file that lack one of the exhibit's languages, or have one too many."""
    named: set[str] = set()
    for location, entry in _texts(node):
        for tag in entry.value:
            if tag not in languages and tag not in named:
                named.add(tag)
                message = language_messages.language_not_shown(tag)
                yield message.at(file, *entry.key_position((tag,)))
        if len(entry.value) < len(entry.keys):
            continue  # A mistake in it has been reported: it may be the missing language.
        if location[-1] == _FOR_PRESENTERS and len(entry.value) > 0:
            continue
        missing = [tag for tag in languages if not _has_words(entry, tag)]
        if missing:
            message = language_messages.untranslated(str(location[-1]), missing)
            yield message.at(file, *node.key_position(location))


def check_phrases(unit: Unit) -> Iterator[LocatedMessage]:
    """The phrases of a unit that have no place for their number."""
    if unit.kind == "date":
        return
    for key, text in (("phrase", unit.phrase), ("compact", unit.compact)):
        for language, words in text.versions.items() if text else ():
            if words and "{n}" not in words:
                yield LocatedMessage(
                    (key, language), language_messages.no_place_for_number(key, language)
                )


def _used_twice(ids: Iterable[str], at: Location) -> Iterator[LocatedMessage]:
    first: dict[str, int] = {}
    for index, written in enumerate(ids):
        if first.setdefault(written, index) != index:
            message = naming_messages.id_used_twice_here(written, str(at[-1]))
            yield LocatedMessage((*at, index, "id"), message)


def _check_map(
    zone: Zone, zones: Collection[str], map_ids: Collection[str]
) -> Iterator[LocatedMessage]:
    at: Location
    landmark = zone.landmark
    if landmark is not None:
        for key, element in (("shape", landmark.shape), ("marker", landmark.marker)):
            if element is not None and element not in map_ids:
                written = key in zone.map.model_fields_set
                at = ("map", key) if written else ("id",)
                yield LocatedMessage(at, map_messages.not_on_map(element, map_ids))
    places = {*zones, *map_ids}
    for index, place in enumerate(zone.within):
        if place not in places:
            yield LocatedMessage(("in", index), naming_messages.unknown_place(place, places))
    for number, panel in enumerate(zone.panels):
        at = ("panels", number)
        if panel.kind == "story":
            for page_number, page in enumerate(panel.pages):
                for index, place in enumerate(page.places):
                    if place not in places:
                        location = (*at, "pages", page_number, "places", index)
                        yield LocatedMessage(location, naming_messages.unknown_place(place, places))
        elif panel.kind == "chart":
            known, unknown = places, naming_messages.unknown_place
            if panel.chart == "ranking":
                # Its rows take their names from zones; a name on the map is in no language.
                known, unknown = set(zones), naming_messages.unknown_zone_in_ranking
            for series_number, series in enumerate(panel.series):
                for index, point in enumerate(series.points):
                    if point.zone is not None and point.zone not in known:
                        inside = ("data",) if series.data else ("points", index, "zone")
                        location = (*at, "series", series_number, *inside)
                        yield LocatedMessage(location, unknown(point.zone, known))


def _texts(node: Node, location: Location = ()) -> Iterator[tuple[Location, Node]]:
    """Every mapping of languages to words; no other mapping has such keys."""
    if node.kind == "list":
        for index, entry in enumerate(node.value):
            yield from _texts(entry, (*location, index))
    elif node.kind == "mapping":
        if location and not node.value.keys().isdisjoint(LANGUAGES):
            yield location, node
            return
        for key, entry in node.value.items():
            yield from _texts(entry, (*location, key))


def _has_words(text: Node, language: str) -> bool:
    words = text.value.get(language)
    return words is not None and bool(words.value.strip())
