"""Which parts of a chart are taken; asked for every label, so it has to be fast."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtCore import QRectF

_STRIP_PIXELS = 64.0


class TakenRoom:
    """Rectangles in upright strips: only those of the same strips are compared with another."""

    def __init__(self, taken: Iterable[QRectF] = ()) -> None:
        self._strips: dict[int, list[QRectF]] = {}
        for rect in taken:
            self.take(rect)

    def take(self, rect: QRectF) -> None:
        """Add a rectangle."""
        for strip in _strips(rect):
            self._strips.setdefault(strip, []).append(rect)

    def meets(self, rect: QRectF) -> bool:
        """Whether any of them intersects a rectangle."""
        return any(
            rect.intersects(other)
            for strip in _strips(rect)
            for other in self._strips.get(strip, ())
        )

    def copied(self) -> TakenRoom:
        """A copy to which more can be added."""
        other = TakenRoom()
        other._strips = {strip: list(taken) for strip, taken in self._strips.items()}
        return other


def _strips(rect: QRectF) -> Iterator[int]:
    yield from range(int(rect.left() // _STRIP_PIXELS), int(rect.right() // _STRIP_PIXELS) + 1)
