"""The view that names and markers have to fit, and which markers are seen in it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from kiosk.screen.map.map_light import DARK, Light
from kiosk.screen.map.map_marker import ANCHOR_U

if TYPE_CHECKING:
    from collections.abc import Hashable

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_letters import Lettering
    from kiosk.screen.map.map_shading import Shading
    from kiosk.screen.map.map_words import GroupWords
    from kiosk.screen.map.map_world import MapPlace, MapWorld

WHOLE_BAY = "*"
"""What is chosen where a panel tells of the bay as a whole."""

_MARK_U = 22
_SMALL_MARK_U = 15
_DISC_U = 58
_APART_U = 64


@dataclass(frozen=True)
class View:
    """What names have to fit: the camera, the part of the window that is free, and what is in it.

    `chosen` is the id of the place that is open, `lit` the outlines that are lit, and `named` the
    places that are named before others.
    """

    camera: Camera
    area: QRectF
    obstacles: tuple[QRectF, ...]
    language: str
    chosen: str | None = None
    lit: frozenset[str] = frozenset()
    named: tuple[str, ...] = ()
    light: Light = DARK
    is_explored: bool = False
    """Whether a visitor has chosen it, and not the exhibit."""
    shading: Shading | None = None
    before: Lettering | None = None
    """The names that were seen before, carried to this camera: what can stay of them does."""
    name_group: GroupWords | None = None
    """What a group of places is called; there are none without it."""

    @property
    def key(self) -> Hashable:
        """What tells this view from others; Qt's rectangles can't be keys themselves."""
        rects = tuple(rect.getRect() for rect in (self.area, *self.obstacles))
        seen = (self.camera, rects, self.language, self.chosen)
        return (*seen, self.lit, self.named, self.light, self.shading)


def marker_reach_u(place: MapPlace, view: View) -> float:
    """How far from its point a marker is seen in a view, in u."""
    if place.landmark.id == view.chosen:
        return ANCHOR_U if place.landmark.kind == "city" else _DISC_U
    if place.glyph in ("dot", "none"):
        return ANCHOR_U
    return _SMALL_MARK_U if view.chosen == WHOLE_BAY else _MARK_U


def apart(look: Look) -> float:
    """How far from each other two markers are at least, in pixels: a finger tells them apart."""
    return max(look.px(_APART_U), look.target)


@dataclass(frozen=True)
class Marking:
    """Where the markers of a view are, and which of them are shown."""

    world: MapWorld
    look: Look
    view: View

    def at(self, place: MapPlace) -> QPointF:
        """Where a place's point is in the view."""
        return QPointF(*self.view.camera.to_screen(place.point.x(), place.point.y()))

    def rect(self, place: MapPlace) -> QRectF:
        """What its marker covers."""
        at, reach = self.at(place), self.look.px(marker_reach_u(place, self.view))
        return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)

    def dot(self, place: MapPlace) -> QRectF:
        """What the dot covers where the line of a place begins that has no marker."""
        at, reach = self.at(place), self.look.px(ANCHOR_U)
        return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)

    def with_room(self, *, is_crowded: bool) -> tuple[set[str], list[MapPlace]]:
        """Markers that are seen whole and that a finger can tell apart, and those that are not.

        Innovation zones and cities are there wherever they are seen whole.
        """
        least = apart(self.look)
        hidden: list[MapPlace] = []
        shown: list[QPointF] = []
        marked: set[str] = set()
        for place in sorted(self.world.places, key=_by_weight):
            landmark = place.landmark
            is_chosen = landmark.id == self.view.chosen
            if place.glyph == "none" or not (is_chosen or self._is_seen(place)):
                continue
            if place.glyph != "dot" and is_crowded:
                continue
            at = self.at(place)
            weighty = landmark.kind != "facility" or is_chosen
            if weighty or all(_distance(at, other) >= least for other in shown):
                shown.append(at)
                marked.add(landmark.id)
            else:
                hidden.append(place)
        return marked, hidden

    def _is_seen(self, place: MapPlace) -> bool:
        """Whether nothing cuts or covers its marker."""
        rect = self.rect(place)
        # What lies around a title is not the title: at home a marker may stand near it.
        hurdles = self.view.obstacles if self.view.chosen is not None else ()
        return self.view.area.contains(rect) and not any(map(rect.intersects, hurdles))


def _distance(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())


def _by_weight(place: MapPlace) -> bool:
    """Innovation zones and cities come before facilities, each in the exhibit's order."""
    return place.landmark.kind == "facility"
