"""Elliptical arcs of SVG as cubic curves."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Point = tuple[float, float]


def cubics_of_arc(
    start: Point,
    end: Point,
    *,
    radii: tuple[float, float],
    rotation_degrees: float,
    large: bool,
    sweep: bool,
) -> Iterator[tuple[float, float, float, float, float, float]]:
    """The numbers x1 y1 x2 y2 x y of the curves, each of which turns at most a quarter.

    From end points to centre by SVG 1.1 appendix F.6.5, radii that are too small enlarged by
    F.6.6.  The control points lie 4/3 tan(angle / 4) along the tangents, the usual approximation.
    The radii must not be 0 and the two points not be the same.  Points so near to each other that
    the arc cannot be told from a line give nothing but that line.
    """
    rx, ry = abs(radii[0]), abs(radii[1])
    rotation = math.radians(rotation_degrees)
    cos, sin = math.cos(rotation), math.sin(rotation)
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    u, v = (cos * half_x + sin * half_y) / rx, (cos * half_y - sin * half_x) / ry
    square = u * u + v * v
    if square == 0:
        yield (*start, *end, *end)
        return
    if square > 1:
        enlarged = math.sqrt(square)
        rx, ry, u, v, square = rx * enlarged, ry * enlarged, u / enlarged, v / enlarged, 1.0
    reach = math.sqrt((1 - square) / square) * (1 if large != sweep else -1)
    cu, cv = reach * v, -reach * u
    begin = math.atan2(v - cv, u - cu)
    turn = math.atan2(-v - cv, -u - cu) - begin
    if sweep and turn < 0:
        turn += math.tau
    elif not sweep and turn > 0:
        turn -= math.tau
    middle_x, middle_y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2

    def placed(p: float, q: float) -> Point:
        """Bring a point of the unit circle about the arc's centre to where it is drawn."""
        p, q = (p + cu) * rx, (q + cv) * ry
        return cos * p - sin * q + middle_x, sin * p + cos * q + middle_y

    pieces = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / pieces
    k = 4 / 3 * math.tan(step / 4)
    for piece in range(pieces):
        a, b = begin + piece * step, begin + (piece + 1) * step
        first = placed(math.cos(a) - k * math.sin(a), math.sin(a) + k * math.cos(a))
        second = placed(math.cos(b) + k * math.sin(b), math.sin(b) - k * math.cos(b))
        last = end if piece == pieces - 1 else placed(math.cos(b), math.sin(b))
        yield (*first, *second, *last)
