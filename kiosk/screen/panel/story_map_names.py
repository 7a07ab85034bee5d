"""The names on a story's small map: pills beside points, and on the land of cities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from kiosk.look.typesetting import set_text
from kiosk.screen.map.map_chips import beads_of
from kiosk.screen.map.map_letters import chip_stamp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_stamp import Stamp
    from kiosk.screen.map.map_world import MapPlace

_ROLE = "control"
_PADDING_U = 14
_PILL_SPARE_U = 10
_DISTANCE_U = 20
_EDGE_U = 8
_WIDEST = 0.66
"""Of the map's width; a longer name takes two lines."""
_MOST_LINES = 2
_POINT_U = 14
_FAR = (-1.5, 1.5, -2, 2, -2.5, 2.5)
"""How far above or below its point a pill may stand, in steps of its height and a gap."""
_LINE_CLEARANCE_U = 4
"""How far names keep off the line between two places."""


@dataclass(frozen=True)
class SmallName:
    """A name as it is drawn, in pixels of the map."""

    words: str
    rect: QRectF
    stamp: Stamp


def without_surroundings(places: Sequence[MapPlace]) -> tuple[MapPlace, ...]:
    """The places that no other of them lies in: a point says more than the city around it."""
    within = {
        outer for place in places for outer in place.landmark.within if outer != place.landmark.id
    }
    kept = tuple(place for place in places if place.landmark.id not in within)
    return kept or tuple(places)


def is_point(place: MapPlace) -> bool:
    """Whether it is marked by a point, and not by the outline of a city."""
    return place.landmark.kind != "city"


def small_names(
    places: Sequence[MapPlace],
    camera: Camera,
    area: QRectF,
    look: Look,
    language: str,
    lines: Sequence[Sequence[QPointF]] = (),
) -> list[SmallName]:
    """Names for all that find a free place within `area`: first the points, then the cities.

    They keep off every dot and off the `lines`.
    """
    edge = look.px(_EDGE_U)
    inner = area.adjusted(edge, edge, -edge, -edge)
    points = {place.landmark.id: camera_point(place, camera) for place in places}
    reach = look.px(_LINE_CLEARANCE_U)
    taken = [bead for line in lines for bead in beads_of(line, reach)]
    taken += dots(places, camera, look)
    found: list[SmallName] = []
    for place in sorted(places, key=is_point, reverse=True):
        name = _pill(place, points[place.landmark.id], inner, taken, look, language)
        if name is not None:
            taken.append(name.rect)
            found.append(name)
    return found


def dots(places: Sequence[MapPlace], camera: Camera, look: Look) -> list[QRectF]:
    """What the dots of places cover."""
    half = look.px(_POINT_U)
    points = [camera_point(place, camera) for place in places if is_point(place)]
    return [QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half) for at in points]


def camera_point(place: MapPlace, camera: Camera) -> QPointF:
    """Where a place is on the map, in pixels."""
    return QPointF(*camera.to_screen(place.point.x(), place.point.y()))


def _pill(
    place: MapPlace,
    at: QPointF,
    inner: QRectF,
    taken: Sequence[QRectF],
    look: Look,
    language: str,
) -> SmallName | None:
    words = place.landmark.label.words_in(language)
    setting = set_text(
        look, words, language=language, role=_ROLE, width=inner.width() * _WIDEST, balanced=True
    )
    if setting.line_count > _MOST_LINES:
        return None
    padding = look.px(_PADDING_U)
    width = setting.ink + 2 * padding
    height = setting.size.height() + look.px(_PILL_SPARE_U)
    away = look.px(_DISTANCE_U)
    beside, below = QPointF(away + width / 2, 0), QPointF(0, away + height / 2)
    shifts = [beside, -beside, -below, below]
    shifts += [x + y for x in (beside, -beside) for y in (-below, below)]
    shifts += [below * far for far in (-1.5, 1.5, -2, 2)]
    shifts += [beside * part + below * far for far in _FAR for part in (-0.5, 0.5, -1, 1)]
    if not is_point(place):
        shifts = [QPointF(0, 0), *shifts]
    middles = (at + shift for shift in shifts)
    corners = [middle - QPointF(width / 2, height / 2) for middle in middles]
    rects = [_moved_in(QRectF(corner.x(), corner.y(), width, height), inner) for corner in corners]
    free = next((rect for rect in rects if _is_free(rect, taken)), None)
    if free is None:
        return None
    stamp = chip_stamp(setting, free, look, padding, down=False)
    return SmallName(words, free, stamp)


def _moved_in(rect: QRectF, inner: QRectF) -> QRectF:
    """The same rectangle, moved as little as brings it inside."""
    x = min(max(rect.x(), inner.left()), inner.right() - rect.width())
    y = min(max(rect.y(), inner.top()), inner.bottom() - rect.height())
    return QRectF(x, y, rect.width(), rect.height())


def _is_free(rect: QRectF, taken: Sequence[QRectF]) -> bool:
    return not any(rect.intersects(other) for other in taken)
