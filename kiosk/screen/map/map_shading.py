"""How a data layer shades the map: each zone's class, and what of that is drawn strongly."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.look.class_colors import class_colors

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QColor, QPainterPath

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.look.theme import Theme
    from kiosk.screen.map.map_world import MapPlace, MapWorld

NO_VALUE = -1
"""As a class that is looked at: places that have none."""
_SMALL_U = 46
"""An area whose shorter side is not longer on the screen is a disc as well."""
DISC_U = 13
_LEAST_GROWTH, _MOST_GROWTH = 0.8, 2.2


@dataclass(frozen=True)
class ShadedZone:
    """A zone on a data layer: the class of its value, None where it has none, and its words.

    `year` is there where the value is of another year than the rest.
    """

    zone: str
    shade: int | None = None
    words: str = ""
    year: str = ""


@dataclass(frozen=True)
class Shading:
    """All zones of a data layer in one of its years, in `classes` shades.

    With one class `alone`, or `NO_VALUE`, the others are dimmed.  `pinned` zones have a strong
    outline, each in the colour of its seat; an empty seat leaves its colour free.
    """

    zones: tuple[ShadedZone, ...] = ()
    classes: int = 1
    alone: int | None = None
    pinned: tuple[str, ...] = ()

    @cached_property
    def unpinned(self) -> Shading:
        """The same with nothing pinned: names and values stand where they do in any case."""
        return replace(self, pinned=())

    @cached_property
    def by_zone(self) -> Mapping[str, ShadedZone]:
        """Each zone by its id."""
        return {each.zone: each for each in self.zones}

    def fill(self, zone: ShadedZone, theme: Theme) -> QColor:
        """In what a zone is filled."""
        if zone.shade is None:
            return theme.land
        if self.is_dimmed(zone):
            return theme.dim
        return class_colors(theme, self.classes)[zone.shade]

    def is_dimmed(self, zone: ShadedZone) -> bool:
        """Whether another class than its own is looked at."""
        own = NO_VALUE if zone.shade is None else zone.shade
        return self.alone is not None and own != self.alone


def seated(pinned: Sequence[str], before: Sequence[str]) -> tuple[str, ...]:
    """The seats of what is pinned, each of which is a colour: empty where a colour is free.

    A zone keeps the seat that it had `before`; another takes the first that is free.
    """
    seats = [zone if zone in pinned else "" for zone in before]
    seats += [""] * (len(pinned) - len(seats))
    for zone in pinned:
        if zone not in seats:
            seats[seats.index("")] = zone
    while seats and not seats[-1]:
        seats.pop()
    return tuple(seats)


def outline_of(zone: str, world: MapWorld) -> str | None:
    """The id of a zone's outline in the drawing."""
    place = world.place(zone)
    names = (place.landmark.shape or "" if place is not None else "", zone, f"zone-{zone}")
    return next((name for name in names if name in world.shapes.areas), None)


def is_small(place: MapPlace | None, path: QPainterPath | None, camera: Camera, look: Look) -> bool:
    """Whether an area is too small in a view to show its shade: then a disc does."""
    if place is None:
        return False
    if path is None or path.isEmpty():
        return True
    box = path.controlPointRect()
    return min(box.width(), box.height()) * camera.scale <= look.px(_SMALL_U)


def growth(camera: Camera, home: Camera) -> float:
    """How much bolder lines and discs are in a view than at home: as the root of its scale."""
    return min(_MOST_GROWTH, max(_LEAST_GROWTH, math.sqrt(camera.scale / home.scale)))
