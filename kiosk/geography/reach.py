"""How far the map can be explored: limits that give way a little while a finger pulls at them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPointF, QRectF

    from kiosk.geography.camera import Camera

_GIVES_SHARE = 0.12
"""How far beyond the bounds a finger can pull the view at most, as a share of its longer side."""
_GIVES_LEVELS = 0.35
"""How far beyond a limit a pinch can get at most; a level is a factor of two."""


@dataclass(frozen=True)
class Reach:
    """The scales that a camera may have, and what of the map has to stay in the middle.

    `bounds` (map units) lie under all of `view` (pixels) as far as they are large enough, and else
    under its middle, or with `centres` in its middle.  `way_to_land` says for a part of the map
    how far it has to move for land to be in it, and `looked_at` (pixels) is where that must be.
    """

    least: float
    most: float
    bounds: QRectF
    view: QRectF
    centres: bool = False
    way_to_land: Callable[[QRectF], tuple[float, float]] | None = None
    looked_at: QRectF | None = None

    def scaled(self, camera: Camera, x: float, y: float, factor: float) -> Camera:
        """Scaled about a point of the view, ever less the further it is beyond a limit."""
        if factor == 1.0:
            return camera
        wanted = math.log2(_loose(camera.scale, self.least, self.most) * factor)
        scale = _tight(wanted, math.log2(self.least), math.log2(self.most))
        return camera.zoomed_about(x, y, 2.0**scale / camera.scale)

    def panned(self, camera: Camera, dx: float, dy: float) -> Camera:
        """Dragged by so many pixels, ever less the further it is beyond the bounds."""
        back = self._way_back(camera)
        give = _GIVES_SHARE * max(self.view.width(), self.view.height()) / camera.scale
        moved = camera.panned(dx, dy)
        return replace(
            camera,
            cx=camera.cx + _held_back(moved.cx - camera.cx, back[0], give),
            cy=camera.cy + _held_back(moved.cy - camera.cy, back[1], give),
        )

    def within(self, camera: Camera, about: QPointF, levels: float = 0.0) -> Camera:
        """The nearest camera within the limits, larger by `levels` about a point of the view."""
        wanted = camera.scale * 2.0**levels
        factor = min(max(wanted, self.least), self.most) / camera.scale
        kept = camera.zoomed_about(about.x(), about.y(), factor) if factor != 1 else camera
        by_x, by_y = self._way_back(kept)
        return replace(kept, cx=kept.cx + by_x, cy=kept.cy + by_y) if by_x or by_y else kept

    def _way_back(self, camera: Camera) -> tuple[float, float]:
        """How far a camera has to move to be within the bounds, in units of the map."""
        left, top = camera.to_map(self.view.left(), self.view.top())
        right, bottom = camera.to_map(self.view.right(), self.view.bottom())
        bounds = self.bounds
        across = _back(left, right, bounds.left(), bounds.right(), centres=self.centres)
        down = _back(top, bottom, bounds.top(), bounds.bottom(), centres=self.centres)
        if self.way_to_land is None or self.looked_at is None:
            return across, down
        part = camera.transform().inverted()[0].mapRect(self.looked_at).translated(across, down)
        to_land = self.way_to_land(part)
        return across + to_land[0], down + to_land[1]


def _held_back(step: float, back: float, give: float) -> float:
    """A step that leads further beyond the bounds, as short as what is beyond already makes it."""
    if step * back >= 0:
        return step
    # Of a long step only as much gets beyond as there is left to give.
    left = max(0.0, give - abs(back))
    return math.copysign(left * math.tanh(abs(step) / give) if give else 0.0, step)


def _back(start: float, end: float, first: float, last: float, *, centres: bool) -> float:
    """How far a stretch that is seen has to move to lie between two limits, or to have them in its
    middle where they are nearer to each other than its ends."""
    if end - start >= last - first:
        middle = (start + end) / 2
        if centres:
            return (first + last) / 2 - middle
        return min(max(middle, first), last) - middle
    return max(0.0, first - start) - max(0.0, end - last)


def _tight(wanted: float, least: float, most: float) -> float:
    """In levels: as it is between the limits, and approaching their give beyond."""
    if wanted > most:
        return most + _GIVES_LEVELS * math.tanh((wanted - most) / _GIVES_LEVELS)
    if wanted < least:
        return least - _GIVES_LEVELS * math.tanh((least - wanted) / _GIVES_LEVELS)
    return wanted


def _loose(scale: float, least: float, most: float) -> float:
    """The scale that was wanted where it has become this one: `_tight` the other way round."""
    level, low, high = math.log2(scale), math.log2(least), math.log2(most)
    near = 1 - 1e-6
    if level > high:
        beyond = high + _GIVES_LEVELS * math.atanh(min(near, (level - high) / _GIVES_LEVELS))
    elif level < low:
        beyond = low - _GIVES_LEVELS * math.atanh(min(near, (low - level) / _GIVES_LEVELS))
    else:
        return scale
    return math.exp2(beyond)
