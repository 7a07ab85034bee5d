"""What a file with mistakes names that is elsewhere: sources, units, places, pictures, tables.

What is left out of a file because of one mistake is looked at by no other rule.  So its names are
looked up as they are written, and a curator is told of all that is wrong at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.exhibit.place import BAY, MAP_HOME
from kiosk.exhibit.rules import naming_messages
from kiosk.exhibit.rules.layer_messages import unknown_layer
from kiosk.exhibit.rules.map_rules import map_lines, not_on_map
from kiosk.exhibit.rules.story_rules import picture_message
from kiosk.exhibit.rules.tour_rules import check_place
from kiosk.exhibit.tables import table_messages
from kiosk.text.file_names import found_as
from kiosk.text.shape_messages import are_joined_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.exhibit.model.located_message import Lost
    from kiosk.text.messages import Message, PlacedMessage
    from kiosk.text.yaml_source import Location, Node

_ON_MAP = frozenset({("map", "shape"), ("map", "marker"), ("panels", "pages", "links", "along")})
_PLACES = frozenset({("in",), ("panels", "pages", "places")})
_ZONES = frozenset(
    {
        ("map", "named_with"),
        ("inset", "labels", "zone"),
        ("panels", "pages", "links", "between"),
        ("apart",),
        ("points", "zone"),
        ("steps", "highlight"),
        ("steps", "view"),
    }
)
_LAYERS = frozenset({("divide",), ("steps", "layer")})
_ROW = ("panels", "series", "points", "zone")
"""Where files name what, by the keys on the way there."""


@dataclass(frozen=True)
class Nameable:
    """All that can be named.  None is what nobody knows, since its file could not be read."""

    sources: Collection[str] | None
    units: Collection[str] | None
    pictures: Collection[str]
    tables: Collection[str]
    zones: Mapping[str, Zone]
    lost: Lost
    layers: Collection[str] | None
    on_map: Collection[str] | None

    def messages(self, file: str, root: Node) -> Iterator[PlacedMessage]:
        """Every name in a file of zones, layers or tours that nothing has."""
        for location, node in _texts(root, ()):
            if are_joined_ids(node.value):
                continue
            message = self._message(node.value, location, root)
            if message is not None:
                yield message.at(file, node.line, node.column)

    def _message(self, written: str, location: Location, root: Node) -> Message | None:
        """What is wrong with a name at that place; None where it is there, or is no name."""
        keys = tuple(step for step in location if isinstance(step, str))
        if keys[-1] == "source":
            return _missing(naming_messages.unknown_source, written, self.sources)
        if keys[-1] == "unit":
            return _missing(naming_messages.unknown_unit, written, self.units)
        if keys[-2:] == ("picture", "file"):
            return picture_message(written, self.pictures)
        if keys[-2:] == ("data", "file"):
            is_there = found_as(written, self.tables) is not None
            return None if is_there else table_messages.no_table(written, self.tables)
        if keys == ("steps", "place"):
            located = check_place(written, location, self.zones, self.lost)
            return next((each.message for each in located), None)
        if keys in _LAYERS:
            is_lost = written in self.lost.layers
            return None if is_lost else _missing(unknown_layer, written, self.layers)
        return self._of_place(written, keys, location, root)

    def _of_place(
        self, written: str, keys: tuple[str, ...], location: Location, root: Node
    ) -> Message | None:
        zones = {*self.zones, *self.lost.zones}
        if keys in _ZONES:
            is_view = keys == ("steps", "view") and written in (MAP_HOME, BAY)
            return None if is_view else _missing(naming_messages.unknown_zone, written, zones)
        if keys == _ROW and _is_ranking(root, location):
            return _missing(naming_messages.unknown_zone_in_ranking, written, zones)
        if self.on_map is None:
            return None
        if keys in _ON_MAP:
            return _missing(not_on_map, written, self.on_map)
        places = {*zones, *self.on_map}
        if keys in _PLACES or keys == _ROW:
            return _missing(naming_messages.unknown_place, written, places)
        if keys[-1] == "lights" and written not in places:
            return naming_messages.unknown_light(written, places, map_lines(places))
        return None


def _missing(
    say: Callable[[str, Collection[str]], Message], written: str, known: Collection[str] | None
) -> Message | None:
    return None if known is None or written in known else say(written, known)


def _is_ranking(root: Node, location: Location) -> bool:
    chart = root.at((*location[:2], "chart"))
    return chart is not None and chart.value == "ranking"


def _texts(node: Node, location: Location) -> Iterator[tuple[Location, Node]]:
    """Every text that is not empty, with its place; a tree is never deep."""
    if node.kind == "list":
        for index, entry in enumerate(node.value):
            yield from _texts(entry, (*location, index))
    elif node.kind == "mapping":
        for key, entry in node.value.items():
            yield from _texts(entry, (*location, key))
    elif node.value.strip():
        yield location, node
