"""Which parts of a chart are taken; asked for every label, so it has to be fast."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QPointF, QRectF

_STRIP_PIXELS = 64.0


class _Box(NamedTuple):
    """A rectangle in pixels, or one and what of it a line from corner to corner takes."""

    left: float
    top: float
    right: float
    bottom: float
    reach: float | None = None
    """Half the width of the line; None where the whole rectangle is taken."""
    rising: bool = False
    """Whether the line goes from the bottom left to the top right."""

    def meets(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether it has an area in common with a rectangle; touching is none."""
        if self.left >= right or left >= self.right or self.top >= bottom or top >= self.bottom:
            return False
        if self.reach is None:
            return True
        # What of the line is between both sides, widened by its reach, and how high it is there.
        first = max(self.left + self.reach, left - self.reach)
        last = min(self.right - self.reach, right + self.reach)
        heights = (self._height(first), self._height(last))
        return min(heights) - self.reach < bottom and max(heights) + self.reach > top

    def _height(self, x: float) -> float:
        """Where the middle of the line is at `x`."""
        reach = self.reach or 0.0
        width = self.right - self.left - 2 * reach
        part = (x - self.left - reach) / width if width > 0 else 0.0
        upper, lower = self.top + reach, self.bottom - reach
        return lower + (upper - lower) * part if self.rising else upper + (lower - upper) * part


class TakenRoom:
    """Rectangles and lines in upright strips: only what shares a strip is compared."""

    def __init__(self, taken: Iterable[QRectF] = ()) -> None:
        self._strips: dict[int, list[_Box]] = {}
        for rect in taken:
            self.take(rect)

    def take(self, rect: QRectF) -> None:
        """Add a rectangle."""
        self._add(_Box(rect.left(), rect.top(), rect.right(), rect.bottom()))

    def take_line(self, points: Sequence[QPointF], reach: float) -> None:
        """Add a line through points, that far to all its sides."""
        for one, other in pairwise(points):
            here, there = (one, other) if one.x() <= other.x() else (other, one)
            upper, lower = min(here.y(), there.y()), max(here.y(), there.y())
            self._add(
                _Box(
                    here.x() - reach,
                    upper - reach,
                    there.x() + reach,
                    lower + reach,
                    reach if here.x() < there.x() else None,
                    rising=there.y() < here.y(),
                )
            )

    def take_below(self, points: Sequence[QPointF], bottom: float) -> None:
        """Add what is below a line through points, in a rectangle for each of its segments."""
        for here, there in pairwise(points):
            self._add(_Box(here.x(), min(here.y(), there.y()), there.x(), bottom))

    def meets(self, rect: QRectF, air: float = 0.0) -> bool:
        """Whether any of them comes as near to a rectangle as `air`."""
        left, top = rect.left() - air, rect.top() - air
        right, bottom = rect.right() + air, rect.bottom() + air
        strips = self._strips
        for strip in range(int(left // _STRIP_PIXELS), int(right // _STRIP_PIXELS) + 1):
            for box in strips.get(strip, ()):
                if box.meets(left, top, right, bottom):
                    return True
        return False

    def copied(self) -> TakenRoom:
        """A copy to which more can be added."""
        other = TakenRoom()
        other._strips = {strip: list(taken) for strip, taken in self._strips.items()}
        return other

    def _add(self, box: _Box) -> None:
        first, last = int(box.left // _STRIP_PIXELS), int(box.right // _STRIP_PIXELS)
        for strip in range(first, last + 1):
            self._strips.setdefault(strip, []).append(box)
