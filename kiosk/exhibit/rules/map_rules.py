"""The rules for the map, and for what content looks for on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.exhibit.model.map_meanings import VIEWS
from kiosk.exhibit.rules import naming_messages
from kiosk.text.message_words import did_you_mean, did_you_mean_or, one_of, shortened, write_nearest
from kiosk.text.messages import Message, PlacedMessage, Severity
from kiosk.text.phrase import Phrase, of_program
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from kiosk.exhibit.model.exhibit import Panel, Zone
    from kiosk.exhibit.model.link import Link
    from kiosk.exhibit.rules.zone_rules import ZoneFile
    from kiosk.text.yaml_source import Location

NOT_ON_MAP = Rule(
    "not-on-map",
    why="A marker or a shape that the map does not have can't be touched.",
    file="zones/qianhai.yaml",
    wrong="marker: qianhi",
    right="marker: qianhai",
)


_SOME = 3
"""So many elements of the map are named as examples."""


def not_on_map(written: str, known: Collection[str], *, is_id: bool = False) -> Message:
    """An element that is named, or that the id of a zone would be."""
    advice = Phrase("name its elements with 'map: {shape: …}' or 'marker: …'")
    elements = sorted({*known} - {*VIEWS.values()})
    if elements and not is_id:
        advice = Phrase(
            "write the id of one of its elements, such as {names}", names=one_of(elements[:_SOME])
        )
    return NOT_ON_MAP.message(
        Phrase("the map has nothing named '{written}'", written=shortened(written)),
        did_you_mean(written, known) or advice,
        fix=write_nearest(written, known),
    )


def not_a_zone_of_the_map(written: str) -> Message:
    """A zone that is the whole region, where one with a place of its own is needed."""
    return NOT_ON_MAP.message(
        Phrase("the map has no place for the zone '{written}'", written=shortened(written))
    )


_NOT_IN_DRAWING = Rule(
    "not-in-drawing",
    why="What the drawing does not have means nothing.",
    file="exhibit.yaml",
    wrong="map: bay.svg\nmap_groups: {water: [lake]}",
    right="map: bay.svg",
)


def not_in_drawing(written: str, known: Collection[str]) -> Message:
    """`known` are the groups and shapes of the drawing."""
    return _NOT_IN_DRAWING.message(
        Phrase("the map has no group and no shape named '{written}'", written=shortened(written)),
        did_you_mean(written, known) or "name it in the drawing",
        fix=write_nearest(written, known),
    )


_NAMELESS_PLACE = Rule(
    "nameless-place",
    severity=Severity.WARNING,
    why=(
        "A place that is water, an ornament or hidden on the map has no land there: no name stands "
        "on it, and nothing of it lights up."
    ),
    wrong="`map_groups: {water: [Lakes]}`, with the shape of a place in the group `Lakes`",
    right="the same with a place whose `marker` is a point in the lake",
)


def nameless_place(shape: str, meaning: str) -> Message:
    """`meaning` is what `map_groups` makes of the place's shape."""
    return _NAMELESS_PLACE.message(
        Phrase(
            "'{shape}' is {meaning} on the map, so its place has no name there",
            shape=shortened(shape),
            meaning=of_program(meaning),
        ),
        "take its group out of 'map_groups', or draw a point in it and name that as 'marker'",
    )


_NO_MAP = Rule(
    "no-map",
    why="Without its map the exhibit shows the one that came along.",
    file="exhibit.yaml",
    wrong="map: bai.svg",
    right="map: bay.svg",
)


def no_map(name: str, own: Collection[str], ours: Collection[str]) -> Message:
    """`own` are the maps of the content folder, `ours` those of the program."""
    is_ours = name.lower() in ours or not did_you_mean(name, own)
    known = ours if is_ours else own
    return _NO_MAP.message(
        Phrase("there is no map '{name}'", name=shortened(name)),
        did_you_mean_or(name, known, Phrase("put it into map/")),
        fix=write_nearest(name, known),
    )


_UNREADABLE_MAP = Rule(
    "unreadable-map",
    why="The map is no SVG drawing that can be read.",
    wrong="a photograph that was renamed to `bay.svg`",
    right="a drawing saved as plain SVG",
)


def unreadable_map(reason: str, to_do: str = "") -> Message:
    """`reason` is why the drawing can't be read, `to_do` what to do about it, if that is known."""
    return _UNREADABLE_MAP.message(
        Phrase("the map can't be read: {reason}", reason=of_program(reason)), to_do
    )


_SHAPE_LEFT_OUT = Rule(
    "shape-left-out",
    severity=Severity.WARNING,
    why="A shape of the map that can't be read is not drawn.",
    file="map/bay.svg",
    wrong='d="M0 0 L50 oops"/>',
    right='d="M0 0 L50 0 L50 50 Z"/>',
)


def shape_left_out(shape: str, reason: str) -> Message:
    """One element of the map that can't be drawn, and why."""
    return _SHAPE_LEFT_OUT.message(
        Phrase(
            "'{shape}' is left out of the map: {reason}",
            shape=shortened(shape),
            reason=of_program(reason),
        ),
        "draw the shape anew and give it the same name, or delete it from the file",
    )


_LINE = "link-"
"""With which the ids of a map's bridges and railways begin."""


RULES = (NOT_ON_MAP, _NOT_IN_DRAWING, _NAMELESS_PLACE, _NO_MAP, _UNREADABLE_MAP, _SHAPE_LEFT_OUT)
"""The rules of this file."""


def check_exhibit(
    zone_files: Sequence[ZoneFile], map_ids: Collection[str], lost: Collection[str] = ()
) -> tuple[PlacedMessage, ...]:
    """What zones name that is neither on the map nor among them, nor among the `lost` ones."""
    zones = {zone_file.zone.id for zone_file in zone_files} | {*lost}
    messages = []
    for zone_file in zone_files:
        for located in _check_map(zone_file.zone, zones, map_ids):
            message = zone_file.placed(located)
            if message is not None:
                messages.append(message)
    return tuple(messages)


def _check_map(
    zone: Zone, zones: Collection[str], map_ids: Collection[str]
) -> Iterator[LocatedMessage]:
    at: Location
    landmark = zone.landmark
    if landmark is not None:
        for key, element in (("shape", landmark.shape), ("marker", landmark.marker)):
            if element is not None and element not in map_ids:
                written = key in zone.map.model_fields_set
                if not written and landmark.at is not None:
                    continue
                at = ("map", key) if written else ("id",)
                yield LocatedMessage(at, not_on_map(element, map_ids, is_id=not written))
    places = {*zones, *map_ids}
    for index, place in enumerate(zone.within):
        if place not in places:
            yield LocatedMessage(("in", index), naming_messages.unknown_place(place, places))
    for index, place in enumerate(zone.map.named_with):
        if place not in zones:
            at = ("map", "named_with", index)
            yield LocatedMessage(at, naming_messages.unknown_place(place, zones))
    for index, label in enumerate(zone.inset.labels if zone.inset is not None else ()):
        if label.zone is not None and label.zone not in zones:
            at = ("inset", "labels", index)
            message = naming_messages.unknown_zone(label.zone, zones)
            yield LocatedMessage((*at, "zone"), message, spoils=at)
    for number, panel in enumerate(zone.panels):
        at = ("panels", number)
        yield from _check_lights(panel, at, places)
        if panel.kind == "story":
            for page_number, page in enumerate(panel.pages):
                on_page: Location = (*at, "pages", page_number, "links")
                yield from _check_links(page.links, on_page, zones, map_ids)
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


def _check_links(
    links: Sequence[Link], at: Location, zones: Collection[str], map_ids: Collection[str]
) -> Iterator[LocatedMessage]:
    """What a link joins that is no zone, or only one, and a line that is not on the map."""
    for number, link in enumerate(links):
        here: Location = (*at, number)
        for index, zone in enumerate(link.between):
            if zone not in zones:
                message = naming_messages.unknown_zone(zone, zones)
                yield LocatedMessage((*here, "between", index), message)
        if len(set(link.between)) == 1:
            message = naming_messages.one_ended_link(link.between[0])
            yield LocatedMessage((*here, "between"), message)
        if link.along is not None and link.along not in map_ids:
            yield LocatedMessage((*here, "along"), not_on_map(link.along, map_ids))


def _check_lights(panel: Panel, at: Location, places: Collection[str]) -> Iterator[LocatedMessage]:
    """What a fact or a series lights that is neither a zone nor on the map."""
    lit: list[tuple[Location, tuple[str, ...]]] = []
    if panel.kind == "facts":
        lit = [((*at, "facts", number), fact.lights) for number, fact in enumerate(panel.facts)]
    elif panel.kind == "chart":
        lit = [((*at, "series", number), each.lights) for number, each in enumerate(panel.series)]
    for location, names in lit:
        for index, name in enumerate(names):
            if name not in places:
                message = naming_messages.unknown_light(name, places, map_lines(places))
                yield LocatedMessage((*location, "lights", index), message)


def map_lines(places: Collection[str]) -> list[str]:
    """The bridges and railways among all that the map has."""
    return sorted(each for each in places if each.startswith(_LINE))
