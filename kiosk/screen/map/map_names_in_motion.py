"""Where the names of a resting view are on a map that moves, in plain numbers.

A frame of a moving map has dozens of names: they are put where they belong without making each of
them anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kiosk.screen.map.map_free_rows import extent
from kiosk.screen.map.map_letters import Chip, Name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.geography.camera import Camera
    from kiosk.screen.map.map_free_rows import Box
    from kiosk.screen.map.map_letters import Lettering

_Kind = TypeVar("_Kind", Chip, Name)
_Shift = tuple[float, float]


class _Anchor(NamedTuple):
    """The point that something belongs to: in the view in which it rested, and on the map."""

    x: float
    y: float
    on_map: tuple[float, float]


class NamesInMotion:
    """The names of a view in which they `rested`, for any camera.

    Each keeps its distance to its point in pixels: scaled with the map, it would leave its place.
    """

    def __init__(self, lettering: Lettering, rested: Camera) -> None:
        self._rested = self._seen_by = rested
        self._chips, self._names = lettering.chips, lettering.names
        points = [chip.leader[0] for chip in self._chips] + [each.anchor for each in self._names]
        self._anchors = [_Anchor(at.x(), at.y(), rested.to_map(at.x(), at.y())) for at in points]
        rects = [chip.rect for chip in self._chips] + [name.rect for name in self._names]
        self._extents = list(map(extent, rects))
        self._shifts: Sequence[_Shift] = [(0.0, 0.0)] * len(points)

    def chips(self, camera: Camera) -> Iterator[tuple[Chip, _Shift, Box]]:
        """Each chip, how far it is from where it rested, and what its pill covers."""
        return self._placed(self._chips, 0, camera)

    def names(self, camera: Camera) -> Iterator[tuple[Name, _Shift, Box]]:
        """The same for each name."""
        return self._placed(self._names, len(self._chips), camera)

    def _placed(
        self, items: Sequence[_Kind], first: int, camera: Camera
    ) -> Iterator[tuple[_Kind, _Shift, Box]]:
        if camera != self._seen_by:
            self._seen_by, self._shifts = camera, self._gone(camera)
        rests = zip(self._shifts[first:], self._extents[first:], strict=True)
        for each, ((dx, dy), (x, y, width, height)) in zip(items, rests, strict=False):
            left, top = x + dx, y + dy
            yield each, (dx, dy), (left, top, left + width, top + height)

    def _gone(self, camera: Camera) -> Sequence[_Shift]:
        """How far each has gone; all of them alike where the map has its scale."""
        rested, scale = self._rested, camera.scale
        if camera == rested:
            return [(0.0, 0.0)] * len(self._anchors)
        if scale == rested.scale:
            x, y = camera.to_screen(rested.cx, rested.cy)
            return [(x - rested.focus_x, y - rested.focus_y)] * len(self._anchors)
        seen = (camera.to_screen(*anchor.on_map) for anchor in self._anchors)
        return [
            (x - anchor.x, y - anchor.y) for (x, y), anchor in zip(seen, self._anchors, strict=True)
        ]
