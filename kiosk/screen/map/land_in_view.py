"""Whether any land is seen, so that nobody who explores the map loses it out at sea."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainterPath

    from kiosk.screen.map.map_lines import Line

_WITHIN = 0.2
"""Land that is brought back is seen as far as this share of what is looked at, or wholly."""


class LandInView:
    """Knows how far a view has to move for land to be seen in it; lengths are units of the map."""

    def __init__(self, lands: Mapping[str, QPainterPath], outlines: Iterable[Line]) -> None:
        self._lands = tuple(lands.values())
        self._boxes = [stretch.box for line in outlines for stretch in line]
        self._last = 0
        """Which box was seen the time before: fingers move little from one time to the next."""

    def way(self, seen: QRectF) -> tuple[float, float]:
        """The way from `seen` to where some land is in it; none where there is, or no land."""
        boxes = self._boxes
        if not boxes or boxes[self._last].intersects(seen):
            return 0.0, 0.0
        for number, box in enumerate(boxes):
            if box.intersects(seen):
                self._last = number
                return 0.0, 0.0
        if any(land.contains(seen.center()) for land in self._lands):
            return 0.0, 0.0
        return min((_way_to(box, seen) for box in boxes), key=lambda way: math.hypot(*way))


def _way_to(box: QRectF, seen: QRectF) -> tuple[float, float]:
    inwards_x = min(box.width(), _WITHIN * seen.width())
    inwards_y = min(box.height(), _WITHIN * seen.height())
    across = _gap(seen.left(), seen.right(), box.left(), box.right(), inwards_x)
    down = _gap(seen.top(), seen.bottom(), box.top(), box.bottom(), inwards_y)
    return across, down


def _gap(start: float, end: float, first: float, last: float, inwards: float) -> float:
    """How far a stretch has to move to reach so far into another."""
    if first + inwards > end:
        return first + inwards - end
    if last - inwards < start:
        return last - inwards - start
    return 0.0
