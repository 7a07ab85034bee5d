"""Where lines run on the map, to keep names off them: letters on a border are hard to read."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from kiosk.screen.map.map_free_rows import Box, boxes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtCore import QRectF

    from kiosk.screen.map.map_lines import Line, Stretch

_CELLS = 48
"""Rows and columns in which lines are found again."""

_Point = tuple[float, float]


class MapEdges:
    """Borders, coasts and bridges, in units of the drawing.

    Points become plain numbers where a name is tried, and nowhere else: a view looks at hundreds
    of rectangles, and Qt's own test takes a path with all of its points each time.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        self._stretches = [stretch for line in lines for stretch in line]
        self._points: dict[int, list[_Point]] = {}

    def cross(self, rect: QRectF) -> bool:
        """Whether any line runs through a rectangle."""
        for box in boxes_of((rect,)):
            return any(_is_cut(box, self._points_of(number)) for number in self._near(box))
        return False

    @cached_property
    def _boxes(self) -> list[Box]:
        return boxes_of(stretch.box for stretch in self._stretches)

    @cached_property
    def _extent(self) -> Box:
        """What all lines together take."""
        lefts, tops, rights, bottoms = zip(*self._boxes, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    @cached_property
    def _cell(self) -> float:
        """How large a cell is: the same across and down."""
        left, top, right, bottom = self._extent
        return max(right - left, bottom - top) / _CELLS or 1.0

    @cached_property
    def _cells(self) -> dict[tuple[int, int], list[int]]:
        cells: dict[tuple[int, int], list[int]] = {}
        for number, box in enumerate(self._boxes):
            for cell in self._cells_of(box):
                cells.setdefault(cell, []).append(number)
        return cells

    def _cells_of(self, box: Box) -> Iterator[tuple[int, int]]:
        left, top, right, bottom = (int(side // self._cell) for side in box)
        for column in range(left, right + 1):
            for row in range(top, bottom + 1):
                yield column, row

    def _near(self, box: Box) -> set[int]:
        """The stretches whose boxes meet that one."""
        if not self._boxes:
            return set()
        left, top, right, bottom = self._extent
        # Lines may all lie in one spot, and a rectangle take millions of such cells.
        within = (max(left, box[0]), max(top, box[1]), min(right, box[2]), min(bottom, box[3]))
        near = {each for cell in self._cells_of(within) for each in self._cells.get(cell, ())}
        return {each for each in near if _meet(self._boxes[each], box)}

    def _points_of(self, number: int) -> list[_Point]:
        points = self._points.get(number)
        if points is None:
            points = self._points[number] = _plain(self._stretches[number])
        return points


def _plain(stretch: Stretch) -> list[_Point]:
    return [(point.x(), point.y()) for point in stretch.points.toList()]


def _meet(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _is_cut(box: Box, points: list[_Point]) -> bool:
    """Whether a line through these points enters a rectangle."""
    left, top, right, bottom = box
    if any(left <= x <= right and top <= y <= bottom for x, y in points):
        return True
    return any(
        _passes(box, one, other)
        for one, other in pairwise(points)
        if (one[0] < left) != (other[0] < left)
        or (one[1] < top) != (other[1] < top)
        or (one[0] > right) != (other[0] > right)
        or (one[1] > bottom) != (other[1] > bottom)
    )


def _passes(box: Box, one: _Point, other: _Point) -> bool:
    """Whether the line between two points outside a rectangle runs through it."""
    left, top, right, bottom = box
    (x, y), (to_x, to_y) = one, other
    if max(x, to_x) < left or min(x, to_x) > right or max(y, to_y) < top or min(y, to_y) > bottom:
        return False
    across, down = to_x - x, to_y - y
    # It misses the rectangle if all of the corners are on one side of it.
    sides = [
        across * (corner_y - y) - down * (corner_x - x)
        for corner_x, corner_y in ((left, top), (right, top), (left, bottom), (right, bottom))
    ]
    return min(sides) <= 0 <= max(sides)
