"""The order in which what stands on a page is read: block after block, column after column."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QRectF

_ROW_PIXELS = 24
_BAND = 20
"""An empty band of so many pixels divides a page from side to side; less are rows of columns."""
_GUTTER = 16
"""Columns that are nearer than that are words of one line."""


def in_reading_order(areas: Sequence[QRectF]) -> list[int]:
    """The numbers of the areas as they are read.

    The page is cut where it is empty from side to side, else between its columns, and each part
    again; what nothing divides is read by rows, from left to right.
    """
    return _ordered(list(range(len(areas))), areas)


def _ordered(numbers: list[int], areas: Sequence[QRectF]) -> list[int]:
    if len(numbers) < 2:
        return numbers
    across = _widest_gap((areas[each].top(), areas[each].bottom()) for each in numbers)
    down = _widest_gap((areas[each].left(), areas[each].right()) for each in numbers)
    if across[0] < _BAND and down[0] >= _GUTTER:
        first = [each for each in numbers if areas[each].right() <= down[1]]
    elif across[0] > 0:
        first = [each for each in numbers if areas[each].bottom() <= across[1]]
    else:
        return sorted(
            numbers, key=lambda each: (areas[each].top() // _ROW_PIXELS, areas[each].left())
        )
    second = [each for each in numbers if each not in first]
    return _ordered(first, areas) + _ordered(second, areas)


def _widest_gap(extents: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """How wide the widest band is that no extent reaches into, and where it begins."""
    widest, end, reached = 0.0, 0.0, None
    for low, high in sorted(extents):
        if reached is not None and low - reached > widest:
            widest, end = low - reached, reached
        reached = high if reached is None else max(reached, high)
    return widest, end
