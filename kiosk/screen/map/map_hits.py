"""What a touch on the map means: a chip first, then the nearest marker, then an outline."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from kiosk.geography.hit_index import HitArea, HitIndex
from kiosk.screen.map.map_letters import PILL_HEIGHT_U
from kiosk.screen.map.shade_hits import ShadeHits

if TYPE_CHECKING:
    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_letters import Lettering
    from kiosk.screen.map.map_shading import Shading
    from kiosk.screen.map.map_world import MapWorld

_CHIP_HEIGHT_U = 72
"""How high a chip is for a finger; its pill is lower."""


class MapHits:
    """Finds the place under a finger in a world of places."""

    def __init__(self, world: MapWorld) -> None:
        self._world = world
        self._places = world.places
        self._shades = ShadeHits(world, ())
        self._latest: tuple[str | None, QPointF] = (None, QPointF())
        self._areas = HitIndex(
            HitArea(place.landmark.id, place.outline)
            for place in world.places
            if place.outline is not None
        )

    def place_at(
        self,
        point: QPointF,
        look: Look,
        camera: Camera,
        lettering: Lettering,
        *,
        moving: bool,
        shading: Shading | None = None,
    ) -> str | None:
        """The place at that point of the view; chips count only while nothing is moving.

        On a data layer it is one of the zones that it shows.
        """
        chip = None if moving else _chip_at(point, look, lettering)
        if shading is not None:
            if self._shades.zones != tuple(shading.by_zone):
                self._shades = ShadeHits.of(self._world, shading)
            found = chip or self._shades.zone_at(point, look, camera)
            self._latest = found, QPointF(*camera.to_map(point.x(), point.y()))
            return found
        return (
            chip
            or self._marker_at(point, look, camera, lettering)
            or self._areas.hit(QPointF(*camera.to_map(point.x(), point.y())))
        )

    def touched_at(self, zone: str) -> QPointF | None:
        """Where on the map a zone of a data layer was touched, if it was the latest."""
        latest, point = self._latest
        return point if latest == zone else None

    def _marker_at(
        self, point: QPointF, look: Look, camera: Camera, lettering: Lettering
    ) -> str | None:
        nearest = None
        nearest_distance = max(look.px(look.tokens["map"]["hit_radius"]["marker"]), look.target / 2)
        for place in self._places:
            if place.landmark.id not in lettering.marked:
                continue
            x, y = camera.to_screen(place.point.x(), place.point.y())
            distance = math.hypot(point.x() - x, point.y() - y)
            if distance <= nearest_distance:
                nearest, nearest_distance = place.landmark.id, distance
        return nearest


def _chip_at(point: QPointF, look: Look, lettering: Lettering) -> str | None:
    reach = (look.target - look.px(PILL_HEIGHT_U)) / 2
    reach = max(reach, look.px(_CHIP_HEIGHT_U - PILL_HEIGHT_U) / 2)
    return lettering.chip_at(point.x(), point.y(), reach)
