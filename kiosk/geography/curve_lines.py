"""The lines that curves become when they are drawn, which may be hundreds for each."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from kiosk.geography.path_elements import CURVE, CURVE_DATA, ELEMENT, MOVE, elements_of, kinds_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainterPath

    Numbers = NDArray[Any]

_HALVINGS: Final = 9
"""How often Qt divides a curve at most."""
_FLAT: Final = 0.5
"""How far from a line between its ends, in units of the drawing, Qt lets a curve lie: both
from `QBezier::addToPolygon` in qbezier.cpp of Qt 6."""
_POINTS_OF_CURVE: Final = 3


def line_count(path: QPainterPath, enough: int) -> int:
    """About how many points an outline has when Qt has made lines of its curves.

    Curves are not looked at where there are too few of them to make `enough` points.
    """
    count = path.elementCount()
    box = path.controlPointRect()
    most = _pieces(2 * math.hypot(box.width(), box.height()))
    if count // _POINTS_OF_CURVE * most <= enough:
        return count
    elements = elements_of(path)
    curves = kinds_of(elements).count(CURVE)
    if curves * most <= enough:
        return count
    return count - _POINTS_OF_CURVE * curves + sum(_all_pieces(elements))


def as_lines(path: QPainterPath, most: int) -> tuple[Numbers, Numbers]:
    """The points of an outline, and which of them begin a part.

    Curves become about as many lines as in Qt, or fewer where there would be more than `most`.
    """
    import numpy

    elements = elements_of(path)
    row = numpy.dtype([("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])
    read = numpy.frombuffer(elements, dtype=row)
    points = numpy.column_stack((read["x"], read["y"])).astype(float)
    kinds = numpy.frombuffer(kinds_of(elements), dtype=numpy.uint8)
    heads = numpy.flatnonzero(kinds != CURVE_DATA)
    starts = kinds[heads] == MOVE
    is_curve = kinds[heads] == CURVE
    if not is_curve.any():
        return points, starts
    wanted = numpy.array(_all_pieces(elements))
    pieces = numpy.ones(len(heads), dtype=int)
    pieces[is_curve] = numpy.maximum(wanted * min(1.0, most / wanted.sum()), 1)
    head = numpy.repeat(numpy.arange(len(heads)), pieces)
    number = numpy.arange(1, len(head) + 1) - numpy.repeat(numpy.cumsum(pieces) - pieces, pieces)
    at = heads[head]
    found, on_curve = points[at], is_curve[head]
    share = (number / pieces[head])[on_curve, None]
    found[on_curve] = _on_curves(points, at[on_curve], share)
    return found, starts[head]


def _on_curves(points: Numbers, at: Numbers, share: Numbers) -> Numbers:
    """Points of curves whose first control points have these numbers."""
    rest = 1 - share
    found: Numbers = rest**3 * points[at - 1]
    found += 3 * rest**2 * share * points[at]
    found += 3 * rest * share**2 * points[at + 1]
    found += share**3 * points[at + 2]
    return found


def _all_pieces(elements: bytes) -> list[int]:
    """How many lines each curve becomes."""
    found = []
    x = y = 0.0
    rows = ELEMENT.iter_unpack(elements)
    for kind, next_x, next_y in rows:
        if kind == CURVE:
            (_, control_x, control_y), (_, end_x, end_y) = next(rows), next(rows)
            across, down = end_x - x, end_y - y
            length = abs(across) + abs(down)
            bend = 0.0
            for away_x, away_y in ((next_x - x, next_y - y), (control_x - x, control_y - y)):
                if length > 1:
                    bend += abs(across * away_y - down * away_x) / length
                else:
                    bend += abs(away_x) + abs(away_y)
            found.append(_pieces(bend))
            x, y = end_x, end_y
        else:
            x, y = next_x, next_y
    return found


def _pieces(bend: float) -> int:
    """How many lines a curve becomes of which both control points lie so far beside its ends.

    Each time that it is halved they lie four times as near.
    """
    return 1 << min(math.ceil(math.log2(max(bend / _FLAT, 1)) / 2), _HALVINGS)
