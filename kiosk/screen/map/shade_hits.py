"""What a touch on a data layer means: a disc within the finger, the land below it, or land near."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from kiosk.geography.hit_index import HitArea, HitIndex
from kiosk.screen.map.map_shading import is_small, outline_of

if TYPE_CHECKING:
    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_shading import Shading
    from kiosk.screen.map.map_world import MapWorld

_NEAR_U = 20


class ShadeHits:
    """Finds the zone of a data layer under a finger; places that it says nothing of are passed."""

    def __init__(self, world: MapWorld, zones: tuple[str, ...]) -> None:
        self.zones = zones
        self._world = world
        self._outlines = {
            zone: world.shapes.areas[outline]
            for zone in zones
            if (outline := outline_of(zone, world)) is not None
        }
        self._areas = HitIndex(HitArea(zone, path) for zone, path in self._outlines.items())

    @classmethod
    def of(cls, world: MapWorld, shading: Shading) -> ShadeHits:
        """Hits for the zones of a shading."""
        return cls(world, tuple(each.zone for each in shading.zones))

    def zone_at(self, point: QPointF, look: Look, camera: Camera) -> str | None:
        """The zone at that point of the view."""
        return (
            self._disc_at(point, look, camera)
            or self._areas.hit(QPointF(*camera.to_map(point.x(), point.y())))
            or self._land_near(point, look, camera)
        )

    def _disc_at(self, point: QPointF, look: Look, camera: Camera) -> str | None:
        nearest, least = None, look.target / 2
        for zone in self.zones:
            place = self._world.place(zone)
            if place is None or not is_small(place, self._outlines.get(zone), camera, look):
                continue
            x, y = camera.to_screen(place.point.x(), place.point.y())
            distance = math.hypot(point.x() - x, point.y() - y)
            if distance <= least:
                nearest, least = zone, distance
        return nearest

    def _land_near(self, point: QPointF, look: Look, camera: Camera) -> str | None:
        """Land that the finger touches though its middle is on the water."""
        reach = look.px(_NEAR_U)
        to_map = camera.transform().inverted()[0]
        finger = to_map.mapRect(QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach))
        touched = (zone for zone, path in self._outlines.items() if path.intersects(finger))
        return next(touched, None)
