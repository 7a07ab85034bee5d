"""Where the reading of a data layer stands: near the finger, and where it hides least."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from kiosk.screen.map.map_free_rows import boxes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QSizeF

    from kiosk.look.look import Look
    from kiosk.screen.map.map_free_rows import Box

_OFF_U = 40
"""How far from the finger the card stands at least."""
_EDGE_U = 16
_CLEAR_U = 8
"""How far it stands off names."""
_STEP_U = 56
_FAR_U = 700
"""How much farther from the finger it goes rather than hide one place."""
_COMPARED, _OTHER, _FIXED, _FINGER = 3.0, 1.0, 20.0, 100.0
"""What it costs to hide a place that is compared, any other one, and what stands over the map, as
much as the point of what is compared; and the finger itself."""
_FULLY = 0.25
"""How much more it costs to hide all of a name than a corner, at which the name goes as well."""


@dataclass(frozen=True)
class ReadingRoom:
    """What there is around a finger at `point`: all in pixels of the stage.

    `places` are what can be seen and touched of the zones in view; `fixed` is what lies over the
    map.  Neither the finger nor a point of what is `compared` is ever covered where that can be.
    """

    area: QRectF
    point: QPointF
    places: Sequence[tuple[str, QRectF]] = ()
    fixed: Sequence[QRectF] = ()
    compared: Sequence[tuple[str, QPointF]] = ()

    def best(self, size: QSizeF, look: Look, present: QPointF | None = None) -> QRectF:
        """Where a card of that size stands; at `present` where nowhere less would be hidden."""
        inner, far = self._inner(look), look.px(_FAR_U)
        weighed = self._weighed(look)
        corners = self._tried(inner, size, look)
        tried = boxes_of(_kept_in(inner, QRectF(at, size)) for at in corners)
        costs = [_hidden(box, weighed) for box in tried]
        least = min(range(len(tried)), key=lambda one: costs[one] + self._off(tried[one]) / far)
        if present is not None:
            kept = _kept_in(inner, QRectF(present, size))
            if all(_hidden(box, weighed) <= costs[least] for box in boxes_of([kept])):
                return kept
        left, top, *_ = tried[least]
        return QRectF(QPointF(left, top), size)

    def kept(self, at: QPointF, size: QSizeF, look: Look) -> QRectF:
        """A card with that corner, moved into the area as far as need be, and off the finger."""
        rect = _kept_in(self._inner(look), QRectF(at, size))
        return self.best(size, look) if rect.contains(self.point) else rect

    def _inner(self, look: Look) -> QRectF:
        edge = look.px(_EDGE_U)
        return self.area.adjusted(edge, edge, -edge, -edge)

    def _weighed(self, look: Look) -> list[tuple[Box, float]]:
        """What a card could hide, and what that costs."""
        clear, compared = look.px(_CLEAR_U), {zone for zone, _ in self.compared}
        found = [
            (rect.adjusted(-clear, -clear, clear, clear), _COMPARED if zone in compared else _OTHER)
            for zone, rect in self.places
        ]
        found += [(rect, _FIXED) for rect in self.fixed]
        points = [(self.point, _FINGER), *((point, _FIXED) for _, point in self.compared)]
        found += [(QRectF(at, at).adjusted(-1, -1, 1, 1), weight) for at, weight in points]
        return [(box, weight) for rect, weight in found for box in boxes_of([rect])]

    def _off(self, box: Box) -> float:
        """How far a card stands from the finger."""
        left, top, right, bottom = box
        x, y = self.point.x(), self.point.y()
        return math.hypot(max(left - x, 0.0, x - right), max(top - y, 0.0, y - bottom))

    def _tried(self, inner: QRectF, size: QSizeF, look: Look) -> Iterator[QPointF]:
        """The upper left corners that are tried: beside the finger first, then all over the map."""
        width, height = size.width(), size.height()
        off, step = look.px(_OFF_U), look.px(_STEP_U)
        x, y = self.point.x(), self.point.y()
        above, below = y - off - height, y + off
        left, right = x - off - width, x + off
        for share in (0.5, 0.25, 0.75, 0.0, 1.0):
            yield from (QPointF(x - share * width, each) for each in (above, below))
            yield from (QPointF(each, y - share * height) for each in (right, left))
        yield from (QPointF(across, down) for down in (above, below) for across in (left, right))
        across = max(0.0, inner.width() - width)
        down = max(0.0, inner.height() - height)
        columns, lines = math.ceil(across / step) or 1, math.ceil(down / step) or 1
        for column in range(columns + 1):
            for line in range(lines + 1):
                yield inner.topLeft() + QPointF(column / columns * across, line / lines * down)


def _hidden(box: Box, weighed: Sequence[tuple[Box, float]]) -> float:
    """What a card there hides."""
    left, top, right, bottom = box
    cost = 0.0
    for (x0, y0, x1, y1), weight in weighed:
        if left < x1 and x0 < right and top < y1 and y0 < bottom:
            across, down = min(right, x1) - max(left, x0), min(bottom, y1) - max(top, y0)
            cost += weight * (1 + _FULLY * across * down / ((x1 - x0) * (y1 - y0)))
    return cost


def _kept_in(area: QRectF, rect: QRectF) -> QRectF:
    """The rectangle moved into an area, as far as it has room there."""
    x = max(area.left(), min(rect.x(), area.right() - rect.width()))
    y = max(area.top(), min(rect.y(), area.bottom() - rect.height()))
    return QRectF(QPointF(x, y), rect.size())
