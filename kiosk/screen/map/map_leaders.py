"""What the lines that lead from chips to their points keep off."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QPointF, QRectF


@dataclass(frozen=True)
class LineHurdles:
    """Rectangles and discs that no line may touch, as plain numbers: hundreds of lines are tried.

    `rects` are left, top, right and bottom, and `discs` the middle and the radius, all of them as
    much larger as lines keep off.
    """

    rects: tuple[tuple[float, float, float, float], ...]
    discs: tuple[tuple[float, float, float], ...]

    @classmethod
    def around(
        cls, begin: QRectF, rects: Iterable[QRectF], discs: Iterable[QRectF], clearance: float
    ) -> LineHurdles:
        """The hurdles of lines that begin somewhere: what touches that is none."""
        return cls(
            tuple(
                (
                    each.left() - clearance,
                    each.top() - clearance,
                    each.right() + clearance,
                    each.bottom() + clearance,
                )
                for each in rects
                if not _touch(each, begin)
            ),
            tuple(
                (each.center().x(), each.center().y(), (each.width() + clearance) / 2)
                for each in discs
                if not _touch(each, begin)
            ),
        )

    def leave_free(self, line: Sequence[QPointF]) -> bool:
        """Whether a line touches none of them."""
        for start, end in pairwise(line):
            x, y, to_x, to_y = start.x(), start.y(), end.x(), end.y()
            left, right = (x, to_x) if x < to_x else (to_x, x)
            top, bottom = (y, to_y) if y < to_y else (to_y, y)
            for rect in self.rects:
                if (
                    rect[0] < right
                    and left < rect[2]
                    and rect[1] < bottom
                    and top < rect[3]
                    and _meets(x, y, to_x - x, to_y - y, rect)
                ):
                    return False
            for middle_x, middle_y, radius in self.discs:
                if _distance(x, y, to_x - x, to_y - y, middle_x, middle_y) < radius:
                    return False
        return True


def _touch(rect: QRectF, begin: QRectF) -> bool:
    return rect.contains(begin.center()) or rect.intersects(begin)


def _meets(
    x: float, y: float, dx: float, dy: float, rect: tuple[float, float, float, float]
) -> bool:
    """Whether a straight line meets a rectangle, after Liang and Barsky (1984)."""
    first, last = 0.0, 1.0
    for step, low, high in ((dx, rect[0] - x, rect[2] - x), (dy, rect[1] - y, rect[3] - y)):
        if step == 0:
            if low > 0 or high < 0:
                return False
            continue
        one, other = low / step, high / step
        first, last = max(first, min(one, other)), min(last, max(one, other))
    return first <= last


def _distance(x: float, y: float, dx: float, dy: float, to_x: float, to_y: float) -> float:
    """How far a point is from a straight line that begins at x, y."""
    length = dx * dx + dy * dy
    share = ((to_x - x) * dx + (to_y - y) * dy) / length if length else 0.0
    share = min(1.0, max(0.0, share))
    return math.hypot(x + share * dx - to_x, y + share * dy - to_y)
