"""The positions of the map's camera: at home, over the whole bay, over one place."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from kiosk.exhibit.place import BAY, MAP_HOME
from kiosk.geography.camera import Camera, fit
from kiosk.geography.reach import Reach
from kiosk.screen.map.map_framing import HOME_ROOM_U

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSizeF

    from kiosk.look.look import Look
    from kiosk.screen.map.map_framing import MapFraming
    from kiosk.screen.map.map_world import MapPlace, MapWorld

_REFERENCE_WIDTH_U = 1920
_PORTRAIT_ANCHOR_U = (540, 742)
_PORTRAIT_ROOM_U = (1040, 1200)
"""How much room the home view has in an upright window."""
_WHOLE_U = (48, 112, 136)
"""What is left free above, at the far side and below, where the map home shows a map whole."""
_PORTRAIT_WHOLE = 0.66
"""The height of an upright window that is above the legend."""
_BROAD_U = 1620
"""A window that is less wide, and not upright, sees the map smaller and higher: the title lies
below it."""
_LESS = 0.4
"""How much of that the map takes where the title stands beside it in a less wide window."""
_HIGHER = 0.82
"""How much higher, in heights that the map loses."""
_PLACE_MARGIN_U = 72
_SEEN_MARGIN_U = 44
_REGION_MARGIN_U = 40
_LAYER_MARGIN_U = (104, 84)
"""How much room the outermost names of a data layer need around their points."""
_NEARER = 1.6
"""How far beyond the nearest view of its own the map can be explored."""
_ASIDE = 0.15
"""Land that is seen in so narrow a part at the edges of what is free does not count as seen."""
_BESIDE_TITLE = 0.3
"""Which part of a wide map home the title and the legend take from the left."""


def _scale(look: Look, world: MapWorld, px_per_km: float) -> float:
    return look.px(px_per_km) / world.framing.unit


def nearest_scale(look: Look, world: MapWorld, px_per_km: float) -> float:
    """The scale at which places are looked at from near by, on true lands in u per km."""
    return _scale(look, world, px_per_km * world.framing.nearness)


def home_camera(look: Look, framing: MapFraming, size: QSizeF) -> Camera:
    """The map home: the home view in the middle of what the title leaves free.

    A map that has none is shown whole, beside the title or above it.
    """
    home = framing.home
    if home is None:
        return _whole_camera(look, framing, size)
    x, y = home.center().x(), home.center().y()
    if size.height() > size.width():
        focus_x, focus_y = _PORTRAIT_ANCHOR_U
        width, height = _PORTRAIT_ROOM_U
        scale = look.px(min(width / home.width(), height / home.height()))
        return Camera(x, y, scale, look.px(focus_x), look.px(focus_y))
    focus_x, focus_y = look.tokens["map"]["home_anchor"]
    # On other shapes than 16:9 the title keeps the left edge and the map takes the rest.
    shift = (size.width() / look.u - _REFERENCE_WIDTH_U) / 2
    share = min(1.0, size.width() / look.u / _BROAD_U)
    if shift < 0 and share == 1.0:
        shift *= _LESS
    width, height = HOME_ROOM_U
    scale = look.px(min(width / home.width(), height / home.height()) * share)
    focus_y -= (1 - share) * _HIGHER * size.height() / look.u
    return Camera(x, y, scale, look.px(focus_x + shift * share), look.px(focus_y))


def filled_camera(look: Look, world: MapWorld, free: QRectF) -> Camera:
    """The map home where only a part of the window is free: as broad as that, and cut to it."""
    framing = world.framing
    seen = framing.home or framing.whole
    most = nearest_scale(look, world, look.tokens["map"]["px_per_km"]["reach"])
    scale = min(most, free.width() / seen.width())
    at, middle = seen.center(), free.center()
    return Camera(at.x(), at.y(), scale, middle.x(), middle.y())


def _whole_camera(look: Look, framing: MapFraming, size: QSizeF) -> Camera:
    top, side, bottom = map(look.px, _WHOLE_U)
    if size.height() > size.width():
        left, foot = top, size.height() * _PORTRAIT_WHOLE
        side = top
    else:
        left, foot = size.width() * _BESIDE_TITLE, size.height() - bottom
    free = QRectF(QPointF(left, top), QPointF(size.width() - side, foot))
    return fit(framing.whole, free, max_scale=math.inf)


def place_camera(look: Look, world: MapWorld, place: MapPlace, free: QRectF) -> Camera:
    """One place in the middle of the free area, as large as fits and not larger than is true."""
    portrait = free.top() == 0 and free.width() > free.height() * 1.2
    key = "portrait_zone" if portrait else "zone"
    most = nearest_scale(look, world, look.tokens["map"]["px_per_km"][key])
    margin, seen_within = look.px(_PLACE_MARGIN_U), look.px(_SEEN_MARGIN_U)
    camera = framed(world, [place], free, most, margin, seen_within)
    nearer = _within_the_drawing(camera, world, free) if portrait else camera
    return nearer if _names_together(nearer, world, free, seen_within) else camera


def _names_together(camera: Camera, world: MapWorld, free: QRectF, within: float) -> bool:
    """Whether of places that are named together none is seen, or each so far inside."""
    inner = free.adjusted(within, within, -within, -within)
    for group in world.together:
        points = [each.point for each in map(world.place, group) if each is not None]
        at = [QPointF(*camera.to_screen(point.x(), point.y())) for point in points]
        if any(map(free.contains, at)) and not all(map(inner.contains, at)):
            return False
    return True


def _within_the_drawing(camera: Camera, world: MapWorld, area: QRectF) -> Camera:
    """The camera so near that at the sides of a flat area no end of the drawing is seen."""
    drawn = _drawn(world)
    scale = max(camera.scale, area.width() / drawn.width())
    before = (camera.focus_x - area.left()) / scale
    after = (area.right() - camera.focus_x) / scale
    x = min(max(camera.cx, drawn.left() + before), drawn.right() - after)
    return replace(camera, cx=x, scale=scale)


def _drawn(world: MapWorld) -> QRectF:
    """All that the drawing has of land."""
    context = world.shapes.context
    return world.view_box if context is None else context.controlPointRect()


def framed(
    world: MapWorld,
    places: Sequence[MapPlace],
    free: QRectF,
    most: float,
    margin: float,
    seen_within: float,
) -> Camera:
    """These places in the middle of the free area.

    Where that shows one of the places that are named together, it shows the others as well, so far
    inside that a name has room.
    """
    boxes = [place.bounds for place in places]
    camera = fit(_around(boxes), free, max_scale=most, margin=margin)
    lit = frozenset().union(*(place.lit | {place.landmark.id} for place in places))
    inner = free.adjusted(seen_within, seen_within, -seen_within, -seen_within)
    for group in world.together:
        points = [each.point for each in map(world.place, group) if each is not None]
        at = [QPointF(*camera.to_screen(point.x(), point.y())) for point in points]
        shows_one = bool(lit & set(group)) or any(map(free.contains, at))
        if shows_one and not all(map(inner.contains, at)):
            boxes += [QRectF(point, point) for point in points]
            whole = fit(_around(boxes), free, max_scale=most, margin=margin)
            camera = whole if whole.scale < camera.scale else _moved(camera, inner, boxes)
    return camera


def _moved(camera: Camera, inner: QRectF, boxes: Sequence[QRectF]) -> Camera:
    """The camera moved as little as lets all of these be seen in `inner`, where they have room."""
    seen = camera.transform().mapRect(_around(boxes))
    right = max(0.0, inner.left() - seen.left()) - max(0.0, seen.right() - inner.right())
    down = max(0.0, inner.top() - seen.top()) - max(0.0, seen.bottom() - inner.bottom())
    focus_x, focus_y = camera.focus_x + right, camera.focus_y + down
    return Camera(camera.cx, camera.cy, camera.scale, focus_x, focus_y)


def _around(boxes: Sequence[QRectF]) -> QRectF:
    """The smallest rectangle around all; a point is a rectangle without a size."""
    return QRectF(
        QPointF(min(box.left() for box in boxes), min(box.top() for box in boxes)),
        QPointF(max(box.right() for box in boxes), max(box.bottom() for box in boxes)),
    )


def region_camera(look: Look, world: MapWorld, free: QRectF) -> Camera:
    """All cities of the bay in the free area."""
    return fit(
        world.framing.whole,
        free,
        max_scale=_scale(look, world, look.tokens["map"]["px_per_km"]["data_layer"]),
        margin=look.px(_REGION_MARGIN_U),
    )


def layer_camera(look: Look, world: MapWorld, zones: Sequence[str], free: QRectF) -> Camera:
    """Where a data layer is read: so near that every name of its zones is seen in the free area.

    Land may reach beyond it: what has to be read is the shade and the name.
    """
    points = {name.id: name.point for name in world.names}
    placed = [place for place in map(world.place, zones) if place is not None]
    at = [points.get(place.landmark.shape or "", place.point) for place in placed]
    if not at:
        return region_camera(look, world, free)
    box = _around([QRectF(point, point) for point in at])
    across, down = look.px(_LAYER_MARGIN_U[0]), look.px(_LAYER_MARGIN_U[1])
    near = free.adjusted(across, down, -across, -down)
    most = _scale(look, world, look.tokens["map"]["px_per_km"]["data_layer"])
    return fit(box, near, max_scale=most)


def view_camera(
    look: Look, world: MapWorld, view: Sequence[str], free: QRectF, *, at_home: bool
) -> Camera | None:
    """The view of these places together, of the `bay` or of `home`; None where all are unknown.

    `at_home` means that nothing but the title and the legend covers the map.
    """
    if MAP_HOME in view:
        return home_camera(look, world.framing, free.size()) if at_home else None
    if at_home and free.width() > free.height():
        free = free.adjusted(free.width() * _BESIDE_TITLE, 0, 0, -look.px(_PLACE_MARGIN_U))
    if BAY in view:
        return region_camera(look, world, free)
    found = [place for place in map(world.place, view) if place is not None]
    if not found:
        return None
    most = nearest_scale(look, world, look.tokens["map"]["px_per_km"]["zone"])
    margin, seen_within = look.px(2 * _PLACE_MARGIN_U), look.px(_SEEN_MARGIN_U)
    return framed(world, found, free, most, margin, seen_within)


def reach(look: Look, world: MapWorld, free: QRectF, view: QRectF) -> Reach:
    """How far a visitor can explore: from the whole bay to as near as the map is true.

    No view shows where the drawing ends, if it is large enough for that, and land is in each.
    """
    drawn = _drawn(world)
    whole = region_camera(look, world, free).scale
    most = nearest_scale(look, world, look.tokens["map"]["px_per_km"]["zone"]) * _NEARER
    aside_x, aside_y = free.width() * _ASIDE, free.height() * _ASIDE
    return Reach(
        whole,
        max(whole, most),
        drawn.united(world.cities_bounds),
        view,
        way_to_land=world.shapes.land_in_view.way,
        looked_at=free.adjusted(aside_x, aside_y, -aside_x, -aside_y),
    )
