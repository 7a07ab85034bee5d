"""What rectangles leave free, in plain numbers: to find room for one name asks hundreds of times.

Most of what is tried has the same height as something tried before, so that what stands in its way
is looked up once for each height.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRectF

Box = tuple[float, float, float, float]
"""Left, top, right and bottom of a rectangle."""


def extent(rect: QRectF) -> tuple[float, float, float, float]:
    """A rectangle's left, top, width and height."""
    return cast("tuple[float, float, float, float]", rect.getRect())


def boxes_of(rects: Iterable[QRectF], clear: float = 0.0) -> list[Box]:
    """The rectangles as plain numbers, each `clear` larger on all sides; empty ones are none."""
    boxes: list[Box] = []
    for rect in rects:
        x, y, width, height = extent(rect)
        if width and height:
            left, top = x - clear, y - clear
            boxes.append(
                (left, top, left + (width + clear + clear), top + (height + clear + clear))
            )
    return boxes


class FreeRows:
    """Says of many rectangles whether they meet any of some boxes."""

    def __init__(self, boxes: list[Box]) -> None:
        self._boxes = boxes
        self._rows: dict[tuple[float, float], list[Box]] = {}

    def row(self, top: float, bottom: float) -> list[Box]:
        """The boxes that reach between two heights of the view."""
        row = self._rows.get((top, bottom))
        if row is None:
            row = [each for each in self._boxes if each[1] < bottom and top < each[3]]
            self._rows[top, bottom] = row
        return row

    def is_free(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether a rectangle meets none of them; edges may touch."""
        return not any(box[0] < right and left < box[2] for box in self.row(top, bottom))
