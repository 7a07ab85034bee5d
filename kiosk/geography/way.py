"""The way of a glide: where the camera is at each moment, also when it is sent elsewhere."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.geography.camera import Camera, interpolate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRectF

_SAMPLES = 24
_TRIES = 4
_SLOWEST = 3.0


@dataclass(frozen=True)
class Way:
    """A glide from `start` to `end`, which begins at `began` and takes `duration`, in milliseconds.

    `start` may be a way that is not over yet: the new one leaves it gradually, so that
    neither the camera's place nor its speed makes a jump.  `ease` has to begin with speed 0.
    """

    start: Camera | Way
    end: Camera
    began: float
    duration: float
    ease: Callable[[float], float]

    def share(self, now: float) -> float:
        """How much of the way is done, eased, from 0 to 1."""
        if now >= self.began + self.duration:
            return 1.0
        return self.ease(max(0.0, (now - self.began) / self.duration))

    def at(self, now: float) -> Camera:
        """Where the camera is."""
        share = self.share(now)
        if share >= 1:
            return self.end
        start = self.start.at(now) if isinstance(self.start, Way) else self.start
        return interpolate(start, self.end, share)

    def is_over(self, now: float) -> bool:
        """Whether the camera has arrived."""
        return now >= self.began + self.duration

    def turned(self, end: Camera, now: float, duration: float) -> Way:
        """The way that leads elsewhere from now on."""
        start = self.end if self.is_over(now) else self
        return Way(start, end, now, duration, self.ease)

    def mapped(self, change: Callable[[Camera], Camera]) -> Way:
        """The same way for a view that has changed, for instance its size."""
        start = self.start.mapped(change) if isinstance(self.start, Way) else change(self.start)
        return replace(self, start=start, end=change(self.end))

    def fastest(self, area: QRectF) -> float:
        """How fast the fastest point in `area` (pixels) ever moves, in pixels a millisecond.

        A short stretch of the way maps the screen affinely: the fastest point is at a corner.
        """
        stretch = self.duration / _SAMPLES
        longest = 0.0
        before = self.at(self.began)
        for number in range(1, _SAMPLES + 1):
            after = self.at(self.began + number * stretch)
            for one, other in ((before, after), (after, before)):
                # The corner (x, y) comes to (left + x * growth, top + y * growth).
                left, top = other.to_screen(*one.to_map(0.0, 0.0))
                more = other.scale / one.scale - 1
                across = max(abs(left + area.left() * more), abs(left + area.right() * more))
                down = max(abs(top + area.top() * more), abs(top + area.bottom() * more))
                longest = max(longest, math.hypot(across, down))
            before = after
        return longest / stretch if stretch else 0.0

    def slowed(self, area: QRectF, limit: float) -> Way:
        """The same way, as long as it takes for nothing in `area` to be faster than `limit`.

        Speed that the camera has already stays: then the rest of the way is as slow as helps.
        """
        way = self
        for _ in range(_TRIES):
            speed = way.fastest(area)
            if speed <= limit:
                break
            way = replace(way, duration=min(way.duration * speed / limit, self.duration * _SLOWEST))
            if isinstance(way.start, Camera):
                # It has no speed yet: the same stretches take longer.
                break
        return way


def stay(camera: Camera, ease: Callable[[float], float]) -> Way:
    """The way of a camera that stands still."""
    return Way(camera, camera, 0.0, 0.0, ease)
