"""Fingers that hold the map: what they make of its camera, and how it goes on when they let go.

Pure arithmetic; the caller says where fingers are, in pixels, and when, in milliseconds.
"""

from __future__ import annotations

import math
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.geography.camera import Camera
    from kiosk.geography.reach import Reach

    Points = Mapping[int, tuple[float, float]]

_PINCH_LEVELS = 0.1
"""How far two fingers spread or close before the map grows: a level is a factor of two."""
_MOMENTUM_MS = 160
"""The speed of a throw is that of so much of the way before the finger is lifted."""
_REST_MS = 60
"""A finger that has stood still for so long throws nothing."""
_DECELERATION_MM = 0.00066
"""In millimetres for each millisecond squared: 2,500 pixels/s² on a screen of 96 dpi."""
_FASTEST_MM = 0.37
"""In millimetres for each millisecond: 1,400 pixels/s on a screen of 96 dpi."""
_SLOWEST_MM = 0.02
_LEVELS_A_MM = 0.03
"""A finger that taps and then drags makes the map twice as large in 33 millimetres."""


class Throw(NamedTuple):
    """Where the map comes to rest by itself, and how many milliseconds it takes; 0 for no throw."""

    end: Camera
    duration: float


class _Held(NamedTuple):
    """The middle of all fingers, and their mean distance from it."""

    x: float
    y: float
    spread: float


class _Moment(NamedTuple):
    at: float
    x: float
    y: float


class Gesture:
    """One hold of the map, from the first finger to the last.

    Whenever a finger comes or goes, all of them take hold anew where they are, so nothing jumps.
    """

    def __init__(self, camera: Camera, reach: Reach, millimetre: float, *, scaling: bool) -> None:
        """`millimetre` is in pixels; one finger alone is `scaling` after a tap, and else pans."""
        self.camera = camera
        self._reach = reach
        self._millimetre = millimetre
        self._scaling = scaling
        self._fingers: frozenset[int] = frozenset()
        self._held = _Held(0.0, 0.0, 0.0)
        self._began = (0.0, 0.0)
        self._taken = 0.0
        self._pinching = False
        self._trail: deque[_Moment] = deque()

    def move(self, fingers: Points, now: float) -> Camera:
        """The camera for these fingers; nobody else may have moved it meanwhile."""
        if not fingers:
            return self.camera
        held = _held(fingers)
        if fingers.keys() != self._fingers:
            self._fingers = frozenset(fingers)
            self._held, self._taken, self._pinching = held, held.spread, False
            self._began = (held.x, held.y)
            self._trail.clear()
        if len(fingers) == 1 and self._scaling:
            levels = (held.y - self._held.y) / self._millimetre * _LEVELS_A_MM
            self.camera = self._reach.scaled(self.camera, *self._began, 2.0**levels)
        else:
            camera = self._reach.panned(self.camera, held.x - self._held.x, held.y - self._held.y)
            self.camera = self._reach.scaled(camera, held.x, held.y, self._growth(held))
        self._held = held
        self._trail.append(_Moment(now, held.x, held.y))
        while self._trail[0].at < now - _MOMENTUM_MS:
            self._trail.popleft()
        return self.camera

    def throw(self, now: float) -> Throw:
        """How the map goes on once the last finger has gone: back within its limits, at least."""
        return self._thrown(now) or Throw(self._within(self.camera), 0.0)

    def _within(self, camera: Camera) -> Camera:
        return self._reach.within(camera, QPointF(self._held.x, self._held.y))

    def _thrown(self, now: float) -> Throw | None:
        if self._scaling or len(self._fingers) != 1 or len(self._trail) < 2:
            return None
        first, last = self._trail[0], self._trail[-1]
        if now - last.at > _REST_MS or last.at == first.at:
            return None
        x, y = ((b - a) / (last.at - first.at) for a, b in ((first.x, last.x), (first.y, last.y)))
        speed = math.hypot(x, y)
        if speed < _SLOWEST_MM * self._millimetre:
            return None
        slower = min(1.0, _FASTEST_MM * self._millimetre / speed)
        duration = speed * slower / (_DECELERATION_MM * self._millimetre)
        way = slower * duration / 2
        return Throw(self._within(self.camera.panned(x * way, y * way)), duration)

    def _growth(self, held: _Held) -> float:
        """How much larger the fingers make the map, once they mean it."""
        if min(held.spread, self._taken, self._held.spread) <= 0:
            return 1.0
        if not self._pinching:
            levels = math.log2(held.spread / self._taken)
            if abs(levels) < _PINCH_LEVELS:
                return 1.0
            self._pinching = True
            # From here on, so that the map doesn't jump by what was waited for.
            spread = self._taken * 2.0 ** math.copysign(_PINCH_LEVELS, levels)
            self._held = self._held._replace(spread=spread)
        return held.spread / self._held.spread


def _held(fingers: Points) -> _Held:
    count = len(fingers)
    x = sum(point[0] for point in fingers.values()) / count
    y = sum(point[1] for point in fingers.values()) / count
    spread = sum(math.hypot(at[0] - x, at[1] - y) for at in fingers.values()) / count
    return _Held(x, y, spread)
