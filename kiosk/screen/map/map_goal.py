"""Where the map is asked to go, and what follows for the camera, the light and the names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF

from kiosk.screen.map.map_cameras import (
    filled_camera,
    home_camera,
    layer_camera,
    place_camera,
    region_camera,
    view_camera,
)
from kiosk.screen.map.map_light import DARK, Light

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_shading import Shading
    from kiosk.screen.map.map_world import MapWorld

_LEADER_REACH_U = 14
_LEADER_STEPS = 24


@dataclass(frozen=True)
class Goal:
    """What the map shows: home (no place), one place, or the whole bay beside its panel.

    `free` is the part of the window that nothing covers; `obstacles` are what names keep off, and
    so they do of the line to `leader_end`, and of what is `passing`: it goes once somebody explores
    the map.  `view` names what is framed instead of the place, and `highlight` further places that
    are lit; `light` lies over all, and the `shading` of a data layer below it.
    """

    place: str | None
    whole_bay: bool
    free: QRectF
    obstacles: tuple[QRectF, ...] = ()
    passing: tuple[QRectF, ...] = ()
    leader_end: QPointF | None = None
    view: tuple[str, ...] = ()
    highlight: tuple[str, ...] = ()
    light: Light = DARK
    shading: Shading | None = None

    def same_view(self, other: Goal) -> bool:
        """Whether the map need not move from one to the other."""
        same_place = self.place == other.place and self.whole_bay == other.whole_bay
        same_place = same_place and (self.shading is None) == (other.shading is None)
        return same_place and self.view == other.view and self.highlight == other.highlight

    def has_other_values(self, other: Goal) -> bool:
        """Whether both have a data layer, and not with the same values."""
        mine, others = self.shading, other.shading
        return mine is not None and others is not None and mine.zones != others.zones

    def camera(self, look: Look, world: MapWorld, size: QSize) -> Camera:
        """Where the camera of a view of that size is at this goal."""
        if self.view:
            at_home = self.place is None and not self.whole_bay and self.shading is None
            framed = view_camera(look, world, self.view, self.free, at_home=at_home)
            if framed is not None:
                return framed
        if self.shading is not None:
            return layer_camera(look, world, tuple(self.shading.by_zone), self.free)
        if self.whole_bay:
            return region_camera(look, world, self.free)
        place = world.place(self.place or "")
        if place is None and not self.free.isEmpty() and self.free.size() != QSizeF(size):
            return filled_camera(look, world, self.free)
        if place is None:
            return home_camera(look, world.framing, QSizeF(size))
        return place_camera(look, world, place, self.free)

    def lit(self, world: MapWorld) -> frozenset[str]:
        """The ids of the outlines that are lit."""
        found = map(world.place, (self.place or "", *self.highlight))
        return frozenset().union(*(place.lit for place in found if place is not None))

    def leader_path(self, marker: QPointF | None, look: Look) -> tuple[QRectF, ...]:
        """What the line covers: up at 45 degrees from the marker, or straight down, then level."""
        end = self.leader_end
        if marker is None or end is None:
            return ()
        reach = look.px(_LEADER_REACH_U)
        is_below = end.y() > marker.y()
        elbow = QPointF(marker.x() + (0 if is_below else marker.y() - end.y()), end.y())
        shares = (step / _LEADER_STEPS for step in range(_LEADER_STEPS + 1))
        way = [marker + (elbow - marker) * share for share in shares]
        rects = [QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach) for at in way]
        level = QRectF(elbow, end).normalized().adjusted(0, -reach, 0, reach)
        return (*rects, level)
