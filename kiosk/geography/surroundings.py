"""Where on a map a place lies and which others touch it, so that words can say so."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Final

from kiosk.geography.rings import ring_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QRectF

    from kiosk.geography.drawing import Shape

_CELLS: Final = 1_200
"""Into so many cells the longer side of the map is divided: borders in one or in two cells side by
side are the same border."""
_TOUCHES: Final = 2
_CROWD: Final = 8
"""Where more shapes than these have their borders in one cell, they lie upon each other."""
_MIDDLE: Final = (0.3, 0.7)
"""From where to where something lies in the middle of a map."""
_AROUND: Final = [(across, down) for across in (-1, 0, 1) for down in (-1, 0, 1)]

Cell = tuple[int, int]


def neighbours(shapes: Sequence[Shape], bounds: QRectF) -> dict[str, tuple[str, ...]]:
    """The shapes that touch each shape, by id; first those with the longest border in common."""
    size = max(bounds.width(), bounds.height()) / _CELLS or 1.0
    owners: dict[Cell, set[str]] = {}
    touched: dict[str, Counter[str]] = {}
    for shape in shapes:
        if shape.kind == "area":
            touched[shape.id] = Counter()
            for cell in _cells(shape, size):
                owners.setdefault(cell, set()).add(shape.id)
    few = {cell: names for cell, names in owners.items() if len(names) <= _CROWD}
    for (column, row), names in few.items():
        near = (few.get((column + right, row + below), ()) for right, below in _AROUND)
        others = set().union(*near)
        for name in names if len(others) > 1 else ():
            touched[name].update(others)
    for name, counted in touched.items():
        counted.pop(name, None)
    return {
        name: tuple(other for other, times in counted.most_common() if times >= _TOUCHES)
        for name, counted in touched.items()
    }


def _cells(shape: Shape, size: float) -> set[Cell]:
    rings = map(ring_of, shape.path.toSubpathPolygons())
    return {(math.floor(x / size), math.floor(y / size)) for ring in rings for x, y in ring}


def fields(shapes: Sequence[Shape], bounds: QRectF) -> Mapping[str, int]:
    """In which of the nine fields of the map each shape lies, row by row from the upper left."""
    width, height = bounds.width() or 1.0, bounds.height() or 1.0
    return {
        shape.id: 3 * _part((shape.anchor.y() - bounds.top()) / height)
        + _part((shape.anchor.x() - bounds.left()) / width)
        for shape in shapes
    }


def _part(share: float) -> int:
    return 0 if share < _MIDDLE[0] else 1 if share <= _MIDDLE[1] else 2
