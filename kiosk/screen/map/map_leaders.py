"""The lines that lead from chips to their points, and what they keep off."""

from __future__ import annotations

import math
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from kiosk.screen.map.map_free_rows import Box, FreeRows, extent

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QRectF

Spot = tuple[float, float]
"""A point of the view."""
_Disc = tuple[float, float, float]

_FAR = 1e5
_SLACK = 0.01
"""How much larger hurdles are taken for when those in one direction are looked up, in pixels."""


def leader_line(
    point: Spot, pill: tuple[float, float, float, float], least_level: float
) -> tuple[Spot, ...] | None:
    """From the point at 45 degrees to the pill's height, then level to its nearer end.

    `pill` is its left, top, width and height; right above or below the point the line is upright.
    None where the line would fold back.
    """
    x, y = point
    left, top, width, height = pill
    right, rim = left + width, height / 2
    level = top + rim
    if left + rim <= x <= right - rim:
        return (point, (x, top if level > y else top + height))
    to_right = left + width / 2 > x
    end = left if to_right else right
    run = abs(level - y)
    elbow = x + run if to_right else x - run
    rest = end - elbow if to_right else elbow - end
    return (point, (elbow, level), (end, level)) if rest >= least_level else None


class LineHurdles:
    """Rectangles and discs that no line from one point may touch, for hundreds of such lines.

    All lines set out from the point in one of a few directions, so that what lies in each of these
    is looked up once.
    """

    def __init__(
        self,
        point: Spot,
        dot: float,
        rects: Iterable[QRectF],
        discs: Iterable[QRectF],
        clearance: float,
    ) -> None:
        """Lines keep `clearance` off them all; what touches the `dot` around the point is none."""
        x, y = point
        self._point = point
        begin = x - dot, y - dot, x - dot + (dot + dot), y - dot + (dot + dot)
        boxes: list[Box] = []
        for rect in rects:
            x, y, width, height = extent(rect)
            box = x, y, x + width, y + height
            if not _touch(box, begin, point):
                boxes.append(
                    (
                        box[0] - clearance,
                        box[1] - clearance,
                        box[2] + clearance,
                        box[3] + clearance,
                    )
                )
        self._discs: list[_Disc] = []
        for disc in discs:
            x, y, width, height = extent(disc)
            if not _touch((x, y, x + width, y + height), begin, point):
                self._discs.append((x + width / 2, y + height / 2, (width + clearance) / 2))
        self._boxes = boxes
        self._ahead: dict[tuple[int, int], tuple[list[Box], list[_Disc]]] = {}

    @cached_property
    def _rows(self) -> FreeRows:
        return FreeRows(self._boxes)

    def leave_free(self, line: Sequence[Spot]) -> bool:
        """Whether a line from their point, as `leader_line` draws it, touches none of them."""
        is_first = True
        for (x, y), (to_x, to_y) in pairwise(line):
            if is_first:
                boxes, discs = self._towards(_sign(to_x - x), _sign(to_y - y))
            else:
                boxes, discs = self._rows.row(y, to_y), self._discs
            is_first = False
            if not _is_clear(x, y, to_x, to_y, boxes, discs):
                return False
        return True

    def _towards(self, across: int, down: int) -> tuple[list[Box], list[_Disc]]:
        """What a line might touch that sets out in one of the eight directions."""
        found = self._ahead.get((across, down))
        if found is None:
            x, y = self._point
            far_x, far_y = _FAR * across, _FAR * down
            found = (
                [box for box in self._boxes if _lies_ahead(x, y, across, down, box)],
                [
                    disc
                    for disc in self._discs
                    if _distance(x, y, far_x, far_y, disc[0], disc[1]) < disc[2] + _SLACK
                ],
            )
            self._ahead[across, down] = found
        return found


def _lies_ahead(x: float, y: float, across: int, down: int, box: Box) -> bool:
    """Whether a box lies in one of the eight directions from a point, or nearly."""
    left, right = (box[0] - x, box[2] - x) if across >= 0 else (x - box[2], x - box[0])
    top, bottom = (box[1] - y, box[3] - y) if down >= 0 else (y - box[3], y - box[1])
    if across and down:
        return max(left, top, 0.0) <= min(right, bottom) + _SLACK
    if across:
        return right >= -_SLACK and top <= _SLACK and bottom >= -_SLACK
    return bottom >= -_SLACK and left <= _SLACK and right >= -_SLACK


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _is_clear(
    x: float, y: float, to_x: float, to_y: float, boxes: Iterable[Box], discs: Iterable[_Disc]
) -> bool:
    """Whether a straight line touches none of these."""
    left, right = (x, to_x) if x < to_x else (to_x, x)
    top, bottom = (y, to_y) if y < to_y else (to_y, y)
    dx, dy = to_x - x, to_y - y
    for box in boxes:
        if (
            box[0] < right
            and left < box[2]
            and box[1] < bottom
            and top < box[3]
            and _meets(x, y, dx, dy, box)
        ):
            return False
    return all(_distance(x, y, dx, dy, disc[0], disc[1]) >= disc[2] for disc in discs)


def _touch(box: Box, begin: Box, point: Spot) -> bool:
    """Whether a rectangle holds the point where lines begin, or meets the box around it."""
    left, top, right, bottom = box
    if left == right or top == bottom:
        return False
    if left <= point[0] <= right and top <= point[1] <= bottom:
        return True
    if begin[0] == begin[2] or begin[1] == begin[3]:
        return False
    return left < begin[2] and begin[0] < right and top < begin[3] and begin[1] < bottom


def _meets(x: float, y: float, dx: float, dy: float, box: Box) -> bool:
    """Whether a straight line meets a rectangle, after Liang and Barsky (1984)."""
    first, last = 0.0, 1.0
    for step, low, high in ((dx, box[0] - x, box[2] - x), (dy, box[1] - y, box[3] - y)):
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
