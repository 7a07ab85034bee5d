"""Where everything is on a story's small map: its view, its names, and the line between places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from kiosk.geography.camera import fit
from kiosk.screen.map.map_cameras import nearest_scale
from kiosk.screen.map.map_chips import beads_of
from kiosk.screen.map.map_links import link_path
from kiosk.screen.panel.story_links import points_of, small_link
from kiosk.screen.panel.story_map_names import (
    camera_point,
    dots,
    small_names,
    without_surroundings,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.exhibit.model.link import Link
    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapPlace, MapWorld
    from kiosk.screen.panel.story_links import SmallLink
    from kiosk.screen.panel.story_map_names import SmallName
    from kiosk.screen.steps import Steps

_PX_PER_KM = 6.0
_MARGINS_U = (56, 72, 88, 104)
"""Around the places: a wider one where two that are joined would not both find room."""
_LONE_SHARE = 0.6
"""What a place alone takes of a map that it would fill."""
_BESIDE_LINE_U = 7
_JOINED = 2
"""Two places have to do with each other; a line through more of them would say nothing."""


@dataclass(frozen=True)
class SmallMap:
    """What a small map shows; lengths are its pixels."""

    camera: Camera
    lit: frozenset[str]
    places: tuple[MapPlace, ...]
    names: tuple[SmallName, ...]
    links: tuple[SmallLink, ...]
    line: tuple[QPointF, ...]
    """From one of two places to the other; empty where no line joins them."""


def small_map(
    world: MapWorld | None,
    places: Sequence[str],
    links: Sequence[Link],
    look: Look,
    language: str,
    area: QRectF,
) -> Steps[SmallMap | None]:
    """Set a map of places and links; None where none of them is on the map."""
    yield
    every = [] if world is None else [each for each in map(world.place, places) if each is not None]
    seen = without_surroundings(every)
    if not seen or world is None:
        return None
    bounds = QRectF()
    for place in seen:
        # A rectangle without any size would be passed over.
        around = QRectF(place.point, place.point).adjusted(-0.1, -0.1, 0.1, 0.1)
        bounds = bounds.united(around)
    found = [(link_path(world, link), link) for link in links]
    paths = [(path, link.name) for path, link in found if path is not None]
    for path, _ in paths:
        bounds = bounds.united(path.controlPointRect())
    joined = seen if not paths and len(seen) == _JOINED else ()
    wanted = len(seen) if paths else len(joined)
    nearest = nearest_scale(look, world, _PX_PER_KM)
    if len(seen) == 1 and not paths:
        nearest = _lone_scale(seen[0], nearest, area)
    for margin in _MARGINS_U:
        yield
        camera = fit(bounds, area, max_scale=nearest, margin=look.px(margin))
        lines = [camera.transform().map(path) for path, _ in paths]
        line = [camera_point(place, camera) for place in joined]
        ways = [points_of(each) for each in lines] or [line]
        names = small_names(every, camera, area, look, language, ways)
        if len(names) >= wanted:
            break
    yield
    taken = [name.rect for name in names] + dots(every, camera, look)
    inner = area.adjusted(look.px(8), look.px(8), -look.px(8), -look.px(8))
    beads = [rect for each in lines for rect in beads_of(points_of(each), look.px(_BESIDE_LINE_U))]
    set_links: list[SmallLink] = []
    for each, (_, name) in zip(lines, paths, strict=True):
        link = small_link(each, name.words_in(language), language, look, inner, taken, beads)
        set_links.append(link)
        taken.append(link.rect)
    lit = frozenset[str]().union(*(place.lit for place in every))
    return SmallMap(camera, lit, seen, tuple(names), tuple(set_links), tuple(line))


def _lone_scale(place: MapPlace, nearest: float, area: QRectF) -> float:
    """The scale for a place that is alone: one that fills the map shows nothing of where it is."""
    width, height = max(place.bounds.width(), 0.1), max(place.bounds.height(), 0.1)
    filling = min(area.width() / width, area.height() / height)
    return nearest if nearest < filling else _LONE_SHARE * filling
