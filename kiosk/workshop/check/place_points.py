"""What is wrong with the points of places that say themselves where they are."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from kiosk.exhibit.rules import point_rules
from kiosk.geography.meant_drawing import meant
from kiosk.look.look import read_look
from kiosk.screen.map.map_cameras import reach
from kiosk.screen.map.map_marking import apart
from kiosk.screen.map.map_points import drawn_edges, meant_degrees, own_point, point_of
from kiosk.screen.map.map_world import build_world
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QPointF

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.exhibit.rules.zone_rules import ZoneFile
    from kiosk.geography.drawing import Drawing
    from kiosk.screen.map.map_world import MapWorld
    from kiosk.text.messages import Message, PlacedMessage

_SCREEN = QRectF(0, 0, 1920, 1080)


def check_points(
    exhibit: Exhibit, zone_files: Sequence[ZoneFile], drawing: Drawing
) -> Iterator[PlacedMessage]:
    """What is to be said of each `at` below `map`, at its line."""
    placed = [each for each in zone_files if each.zone.kind != "region" and each.zone.map.at]
    if not placed:
        return
    is_lit = exhibit.meanings.is_lit
    world = build_world(meant(drawing, exhibit.meanings), exhibit.landmarks, is_lit=is_lit)
    seen: set[str] = set()
    for zone_file in placed:
        for message in _about(exhibit, zone_file, drawing, world, seen):
            yield message.at(zone_file.file, *zone_file.node.position(("map", "at")))
        seen.add(zone_file.zone.id)


def _about(
    exhibit: Exhibit, zone_file: ZoneFile, drawing: Drawing, world: MapWorld, seen: set[str]
) -> Iterator[Message]:
    """`seen` are the places of which both have said it that are too near to each other."""
    zone, at = zone_file.zone, zone_file.zone.map.at
    if at is not None and at.in_degrees and exhibit.has_own_map:
        yield point_rules.NO_COORDINATES
        return
    point = own_point(at, drawing)
    if point is None:
        found = point_of(at)
        if found is not None:
            yield point_rules.beside_the_map(found.x(), found.y(), drawn_edges(drawing))
        return
    degrees = None if at is None or exhibit.has_own_map else meant_degrees(at)
    if degrees is not None:
        yield point_rules.units_or_degrees(degrees.written)
        return
    if zone.kind == "city" and not _is_on_land(point, world):
        yield point_rules.city_in_water(point.x(), point.y())
    least = least_distance(world)
    near = [
        (distance, place.landmark.id)
        for place in world.places
        if place.landmark.id not in {zone.id, *seen}
        and place.glyph != "none"
        and (distance := math.hypot(*(place.point - point).toTuple())) < least
    ]
    if near:
        yield point_rules.closer_than_a_finger(min(near)[1], least)


def least_distance(world: MapWorld) -> float:
    """How far two places are apart at least, in units of the drawing, to be touched singly."""
    look = read_look(shipped("assets"))
    return apart(look) / reach(look, world, _SCREEN, _SCREEN).most


def _is_on_land(point: QPointF, world: MapWorld) -> bool:
    context = world.shapes.context
    lands = [*world.shapes.cities.values(), *(() if context is None else (context,))]
    if not lands:
        return True
    is_wet = any(water.contains(point) for water in world.shapes.waters)
    return not is_wet and any(land.contains(point) for land in lands)
