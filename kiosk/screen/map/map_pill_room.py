"""Where the pill of one place has room, and its line as well: a search tries some two hundred."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.screen.map.map_free_rows import FreeRows, extent
from kiosk.screen.map.map_leaders import leader_line

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from kiosk.screen.map.map_free_rows import Box
    from kiosk.screen.map.map_leaders import LineHurdles, Spot


class PillRoom:
    """Says of pills whether they fit, all of them for the same point."""

    def __init__(
        self,
        point: Spot,
        inner: QRectF,
        taken: list[Box],
        hurdles: LineHurdles,
        least_level: float,
    ) -> None:
        """`inner` is the area inside which pills stand; `least_level` is that of their lines."""
        self._point = point
        self._taken = FreeRows(taken)
        self._hurdles = hurdles
        self._least_level = least_level
        x, y, width, height = extent(inner)
        self._inner = x, y, x + width, y + height

    def fit(self, left: float, top: float, width: float, height: float) -> bool:
        """Whether a pill has room there, and its line from the point as well."""
        least_x, least_y, most_x, most_y = self._inner
        right, bottom = left + width, top + height
        if left < least_x or top < least_y or right > most_x or bottom > most_y:
            return False
        if not self._taken.is_free(left, top, right, bottom):
            return False
        line = leader_line(self._point, (left, top, width, height), self._least_level)
        if line is None:
            return False
        x, y = (line[0][0] + line[-1][0]) / 2, (line[0][1] + line[-1][1]) / 2
        if not (least_x <= x <= most_x and least_y <= y <= most_y):
            return False
        return self._hurdles.leave_free(line)
