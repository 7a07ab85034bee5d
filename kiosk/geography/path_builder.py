"""The elements of a path while they are gathered.

A map has tens of thousands of points and is read before the first picture is on the screen.  So
points are gathered in three flat lists and handed to Qt in few pieces through QDataStream, instead
of one call for each point.
"""

from __future__ import annotations

import struct
from array import array
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QPainterPath

from kiosk.geography.path_elements import CURVE, CURVE_DATA, LINE, MOVE, path_of
from kiosk.geography.point_lists import polygon_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_ELEMENTS: Final = {count: struct.Struct(f">{'idd' * count}") for count in (256, 64, 16, 4, 1)}
"""Python keeps a form that it has once packed: one for each length of a path would be 4 MB."""


@dataclass(slots=True)
class PathBuilder:
    """The elements of a path while they are gathered, and where the pen is."""

    types: list[int] = field(default_factory=list)
    xs: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)
    x: float = 0.0
    y: float = 0.0
    start_x: float = 0.0
    start_y: float = 0.0
    control_x: float = 0.0
    control_y: float = 0.0
    last: str = ""

    def move(self, x: float, y: float) -> None:
        """Begin a subpath at (x, y)."""
        self.types.append(MOVE)
        self.xs.append(x)
        self.ys.append(y)
        self.x, self.y = self.start_x, self.start_y = x, y

    def lines(self, xs: list[float], ys: list[float]) -> None:
        """Add a line to each of the points."""
        self.begin_again_after_close()
        self.types += [LINE] * len(xs)
        self.xs += xs
        self.ys += ys
        self.x, self.y = xs[-1], ys[-1]

    def curve(self, *points: float) -> None:
        """Add a cubic curve through two control points to an end point."""
        self.begin_again_after_close()
        self.types += (CURVE, CURVE_DATA, CURVE_DATA)
        self.xs += points[0::2]
        self.ys += points[1::2]
        self.x, self.y = points[4:6]

    def begin_again_after_close(self) -> None:
        """Start a subpath where the closed one began, as SVG wants when no M follows a Z."""
        if self.last == "z":
            self.last = ""
            self.move(self.x, self.y)

    def close(self) -> None:
        """Close the subpath by a line to its start."""
        if (self.x, self.y) != (self.start_x, self.start_y):
            self.lines([self.start_x], [self.start_y])

    def reach(self) -> float:
        """The largest distance from the origin along either axis, or infinity."""
        edges = [f(values) for values in (self.xs, self.ys) if values for f in (min, max)]
        # Of numbers that are not finite the first is an infinity, and min or max finds it.
        return max(map(abs, edges), default=0.0)

    def path(self) -> QPainterPath:
        """Build the path of Qt's streams: of polygons where there is no curve, which is faster."""
        if not self.types:
            return QPainterPath()
        return self._curved() if CURVE in self.types else self._straight()

    def _straight(self) -> QPainterPath:
        flat = array("d", [0.0]) * (2 * len(self.xs))
        flat[0::2], flat[1::2] = array("d", self.xs), array("d", self.ys)
        path = QPainterPath()
        starts = [0]
        if self.types.count(MOVE) > 1:
            starts = [number for number, kind in enumerate(self.types) if kind == MOVE]
        for begin, end in pairwise([*starts, len(self.types)]):
            path.addPolygon(polygon_of(flat[2 * begin : 2 * end]))
        return path

    def _curved(self) -> QPainterPath:
        """By the stream of paths, with three numbers for each element."""
        count = len(self.types)
        flat: list[float] = [0.0] * (3 * count)
        flat[0::3], flat[1::3], flat[2::3] = self.types, self.xs, self.ys
        last_move = count - 1 - self.types[::-1].index(MOVE)
        return path_of(b"".join(_packed(flat)), last_move)


def _packed(flat: list[float]) -> Iterator[bytes]:
    """Elements of three numbers each, as many at a time as there is a form for."""
    start, left = 0, len(flat) // 3
    for count, form in _ELEMENTS.items():
        for _ in range(left // count):
            yield form.pack(*flat[start : start + 3 * count])
            start += 3 * count
        left %= count
