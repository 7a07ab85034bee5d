"""Places in words and signs: what kind of place a zone is, and what lies within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.screen.board.fact_line import FactLine, fact_line, short_line
from kiosk.screen.board.index_row import Group, IndexEntry
from kiosk.text.alphabet import by_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.exhibit.model.exhibit import Fact, Zone
    from kiosk.screen.locale import Locale
    from kiosk.screen.map.map_world import MapWorld

_KINDS = {
    "region": ("region", "region"),
    "city": ("city", "city"),
    "innovation-zone": ("innovation_zone", "innovation_zone_in"),
    "facility": ("facility", "facility_in"),
}
"""The words for each kind of zone: alone, and with the places that it is in."""
_STATUSES = {"special-administrative-region": "special_administrative_region"}
"""The words for a status, which are said in place of the kind."""


def kind_alone(zone: Zone, locale: Locale) -> str:
    """What kind of place it is, such as "Innovation zone", where it is clear where it lies."""
    alone, _ = _KINDS[zone.kind]
    return locale.say(_STATUSES.get(zone.status or "", alone))


def kind_words(zone: Zone, locale: Locale) -> str:
    """What kind of place it is, such as "Innovation zone in Shenzhen"."""
    _, within = _KINDS[zone.kind]
    names = [locale.place_name(place) for place in zone.within]
    names = [name for name in names if name]
    if not names or zone.kind in ("city", "region"):
        return kind_alone(zone, locale)
    return locale.say(within, places=locale.words.joined(names, locale.language))


def entry_of(
    zone: Zone, locale: Locale, world: MapWorld | None, unit: str | None = None
) -> IndexEntry:
    """A row for a zone: a city shows its outline, anything else its sign.

    Facts in the `unit` that all rows around it have come first, and are strong.
    """
    place = world.place(zone.id) if world is not None else None
    outline = place.outline if place is not None and zone.kind == "city" else None
    return IndexEntry(
        zone.id,
        locale.text(zone.name),
        kind_words(zone, locale),
        locale.exhibit.signs[zone.kind],
        outline,
        tuple(_fact_lines(zone, locale, unit)),
    )


def _fact_lines(zone: Zone, locale: Locale, unit: str | None) -> Iterator[FactLine]:
    """The lines that can stand by a place: what compares first, without its words at need."""
    facts = list(telling_facts(zone))
    compared = [fact for fact in facts if fact.unit == unit]
    yield from (fact_line(fact, locale, compares=True) for fact in compared)
    yield from (short_line(fact, locale) for fact in compared)
    yield from (fact_line(fact, locale) for fact in facts if fact.unit != unit)


def telling_facts(zone: Zone) -> Iterator[Fact]:
    """The facts that can stand for a place: those that lead its panels, then others.

    A part says too little without its whole.
    """
    panels = [panel for panel in zone.panels if panel.kind == "facts"]
    for leads in (True, False):
        for panel in panels:
            facts = (fact for fact in panel.facts if fact.part_of is None)
            yield from (fact for fact in facts if fact.lead == leads)


def shared_unit(zones: Sequence[Zone]) -> str | None:
    """The unit in which each of several places has a fact: those compare, side by side.

    Figures of unlike things in one column would only look as if they did.
    """
    found = [[fact.unit for fact in telling_facts(zone)] for zone in zones]
    shared = set.intersection(*map(set, found)) if len(found) > 1 else set()
    return next((unit for unit in found[0] if unit in shared), None) if shared else None


def index_groups(locale: Locale, world: MapWorld | None) -> list[Group]:
    """All places but the bay itself, by kind, in the order of their names."""
    groups = []
    for heading, zones in _zones_by_kind(locale):
        unit = shared_unit(zones)
        entries = tuple(entry_of(zone, locale, world, unit) for zone in zones)
        groups.append(Group(locale.say(heading), entries))
    return groups


def _zones_by_kind(locale: Locale) -> Iterator[tuple[str, list[Zone]]]:
    """The zones of each kind that there is, with the key of its heading."""

    def by_name(zone: Zone) -> tuple[str, str]:
        return by_letters(locale.text(zone.name))

    for heading, kind in (
        ("cities", "city"),
        ("zones", "innovation-zone"),
        ("facilities", "facility"),
    ):
        zones = [zone for zone in locale.exhibit.zones if zone.kind == kind]
        if not locale.language.startswith("zh"):
            zones.sort(key=by_name)
        if zones:
            yield heading, zones


def places_in_reach(locale: Locale, world: MapWorld) -> list[tuple[str, str]]:
    """All places, by id and name on the map: the bay, then as the list has them."""
    region = locale.exhibit.region
    first = [] if region is None else [(region.id, locale.text(region.name))]
    zones = [zone for _, group in _zones_by_kind(locale) for zone in group]
    places = {zone.id: world.place(zone.id) for zone in zones}
    names = {
        key: place.landmark.label.words_in(locale.language)
        for key, place in places.items()
        if place is not None
    }
    return first + [(zone.id, names.get(zone.id, locale.text(zone.name))) for zone in zones]
