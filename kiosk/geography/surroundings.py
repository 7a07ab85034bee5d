"""Where on a map a place lies and which others touch it, so that words can say so."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QRectF

    from kiosk.geography.drawing import Shape

_CELLS: Final = 1_200
"""Into so many cells the longer side of the map is divided: borders in one or in two cells side by
side are the same border."""
_TOUCHES: Final = 2
_MIDDLE: Final = (0.3, 0.7)
"""From where to where something lies in the middle of a map."""
_AROUND: Final = [(across, down) for across in (-1, 0, 1) for down in (-1, 0, 1)]

Cell = tuple[int, int]


def neighbours(shapes: Sequence[Shape], bounds: QRectF) -> dict[str, tuple[str, ...]]:
    """The shapes that touch each shape, by id; first those with the longest border in common."""
    size = max(bounds.width(), bounds.height()) / _CELLS or 1.0
    by_shape = {shape.id: _cells(shape, size) for shape in shapes if shape.kind == "area"}
    owners: dict[Cell, set[str]] = {}
    for name, cells in by_shape.items():
        for cell in cells:
            owners.setdefault(cell, set()).add(name)
    found = {}
    for name, cells in by_shape.items():
        touched: Counter[str] = Counter()
        for column, row in cells:
            near = (owners.get((column + right, row + below), ()) for right, below in _AROUND)
            touched.update({other for each in near for other in each})
        touched.pop(name, None)
        found[name] = tuple(other for other, times in touched.most_common() if times >= _TOUCHES)
    return found


def _cells(shape: Shape, size: float) -> set[Cell]:
    path = shape.path
    elements = (path.elementAt(number) for number in range(path.elementCount()))
    return {(math.floor(each.x / size), math.floor(each.y / size)) for each in elements}


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
