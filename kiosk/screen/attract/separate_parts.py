"""The parts of a region that touch one another, each as one rectangle."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QRegion


def separate_parts(region: QRegion) -> list[QRect]:
    """Rectangles that cover a region and do not touch one another.

    A region is cut into bands; what is painted band by band is painted many times.
    """
    parts: list[QRect] = []
    for each in cast("Iterable[QRect]", region):
        grown = each
        while touched := [part for part in parts if part.adjusted(-1, -1, 1, 1).intersects(grown)]:
            for part in touched:
                parts.remove(part)
                grown = grown.united(part)
        parts.append(grown)
    return parts
