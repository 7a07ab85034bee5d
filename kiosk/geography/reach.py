"""How far the map can be explored: limits that give way a little while a finger pulls at them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF, QRectF

    from kiosk.geography.camera import Camera

_GIVES_LEVELS = 0.35
"""How far beyond a limit a pinch can get at most; a level is a factor of two."""


@dataclass(frozen=True)
class Reach:
    """The scales that a camera may have, and what of the map has to stay in the middle.

    `middle` (pixels) is the point of the view over which some part of `bounds` (map units) lies.
    """

    least: float
    most: float
    bounds: QRectF
    middle: QPointF

    def scaled(self, camera: Camera, x: float, y: float, factor: float) -> Camera:
        """Scaled about a point of the view, ever less the further it is beyond a limit."""
        if factor == 1.0:
            return camera
        wanted = math.log2(_loose(camera.scale, self.least, self.most) * factor)
        scale = _tight(wanted, math.log2(self.least), math.log2(self.most))
        return camera.zoomed_about(x, y, 2.0**scale / camera.scale)

    def within(self, camera: Camera) -> Camera:
        """The nearest camera within the limits, about the middle."""
        x, y = self.middle.x(), self.middle.y()
        scale = min(max(camera.scale, self.least), self.most)
        kept = camera.zoomed_about(x, y, scale / camera.scale) if scale != camera.scale else camera
        seen_x, seen_y = kept.to_map(x, y)
        bounds = self.bounds
        beyond_x = seen_x - min(max(seen_x, bounds.left()), bounds.right())
        beyond_y = seen_y - min(max(seen_y, bounds.top()), bounds.bottom())
        if beyond_x or beyond_y:
            kept = replace(kept, cx=kept.cx - beyond_x, cy=kept.cy - beyond_y)
        return kept


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
