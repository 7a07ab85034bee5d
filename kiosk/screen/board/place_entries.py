"""Places in words and signs: what kind of place a zone is, and what lies within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.screen.board.index_list import Group
from kiosk.screen.board.index_row import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.screen.map.map_world import MapWorld
    from kiosk.screen.voice import Voice

SIGNS = {"innovation-zone": "pearl", "facility": "diamond", "city": "dot", "region": "pearl"}
"""The marker's glyph for each kind of zone."""

_KINDS = {
    "region": ("region", "region"),
    "city": ("city", "city"),
    "innovation-zone": ("innovation_zone", "innovation_zone_in"),
    "facility": ("facility", "facility_in"),
}
"""The words for each kind of zone: alone, and with the places that it is in."""


def kind_words(zone: Zone, voice: Voice) -> str:
    """What kind of place it is, such as "Innovation zone in Shenzhen"."""
    alone, within = _KINDS[zone.kind]
    if zone.kind == "city" and zone.map.label is not None:
        return voice.text(zone.map.label)
    names = [voice.place_name(place) for place in zone.within]
    names = [name for name in names if name]
    if not names or zone.kind in ("city", "region"):
        return voice.say(alone)
    return voice.say(within, places=voice.words.joined(names, voice.language))


def entry_of(zone: Zone, voice: Voice, world: MapWorld | None) -> Entry:
    """A row for a zone: a city shows its outline, anything else its sign."""
    place = world.place(zone.id) if world is not None else None
    outline = place.outline if place is not None and zone.kind == "city" else None
    return Entry(zone.id, voice.text(zone.name), kind_words(zone, voice), SIGNS[zone.kind], outline)


def within(zone: Zone, voice: Voice) -> Iterator[Zone]:
    """The zones that lie in a zone, in the exhibit's order."""
    return (each for each in voice.exhibit.zones if zone.id in each.within)


def index_groups(voice: Voice, world: MapWorld | None) -> list[Group]:
    """All places but the bay itself, by kind, in the order of their names."""
    groups = []
    for heading, kind in (
        ("cities", "city"),
        ("zones", "innovation-zone"),
        ("facilities", "facility"),
    ):
        zones = [zone for zone in voice.exhibit.zones if zone.kind == kind]
        entries = [entry_of(zone, voice, world) for zone in zones]
        if not voice.language.startswith("zh"):
            entries.sort(key=_by_name)
        if entries:
            groups.append(Group(voice.say(heading), tuple(entries)))
    return groups


def _by_name(entry: Entry) -> str:
    return entry.name.casefold()
