"""Where names have room beside markers: on their land, off lines, or else in a pill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF

from kiosk.screen.map.map_name_rooms import NameRoom, corners_of, letters_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainterPath

    from kiosk.look.typesetting import Setting

_GAP_U = 32
_DISC_U = 64
"""How far from its point the name of a chosen marker begins: beyond its rings."""
_SHARES_BEFORE = (0.3, 0.5, 0.15, 0.7, 0.0, 0.85, 0.4, 0.6, 0.2, 0.8, 1.0)
"""How much of a name above or below a marker stands left of it."""
_FURTHER_U = (0, 10)
"""How much further above or below a marker a name may stand."""
SIDES = ("right", "left", "below", "above")


@dataclass(frozen=True)
class MarkerRoom(NameRoom):
    """Finds rectangles at the sides of markers as well."""

    def beside_marker(
        self,
        point: QPointF,
        setting: Setting,
        occupied: Sequence[QRectF],
        first: str,
        lands: Sequence[QPainterPath],
        *,
        anywhere: bool,
    ) -> QRectF | None:
        """The rectangle at a side of a marker; the side wanted comes first.

        No line runs through one that is on land; only where all of those are cut is one taken that
        a border between two lands runs through.  None where letters would stand on a coast, unless
        they may stand `anywhere` and have room where they are wanted.
        Beside a marker that is on no land itself, such as one in a pond, water will do as well.
        """
        every = [
            rect
            for side in sorted(SIDES, key=lambda side: side != first)
            for rect in self._beside(point, setting, side, all_rows=not anywhere)
        ]
        rects = [rect for rect in every if self.is_free(rect, occupied)]
        for rect in rects:
            if self.is_on(lands, rect, setting.letters):
                return rect
        if not any(land.contains(point) for land in lands):
            clear = (rect for rect in rects if self.is_off_lines(rect, setting.letters))
            return next(clear, rects[0] if rects and anywhere else None)
        if anywhere:
            return every[0] if rects[:1] == every[:1] else None
        return next((rect for rect in rects if self.is_dry(rect, setting, lands)), None)

    def pill_beside(
        self, point: QPointF, size: QSizeF, occupied: Sequence[QRectF], first: str
    ) -> QRectF | None:
        """The free rectangle of a pill at a side of a marker that is not open."""
        rects = self._at_sides(point, size, self.look.px(_GAP_U))
        free = [
            rects[side]
            for side in sorted(SIDES, key=lambda side: side != first)
            if self.is_free(rects[side], occupied)
        ]
        return next(filter(self.is_off_bridges, free), free[0] if free else None)

    def _at_sides(self, point: QPointF, size: QSizeF, reach: float) -> dict[str, QRectF]:
        """The rectangles of that size so far beside, below and above a marker."""
        x, y = self.camera.to_screen(point.x(), point.y())
        width, height = size.width(), size.height()
        return {
            "right": QRectF(x + reach, y - height / 2, width, height),
            "left": QRectF(x - reach - width, y - height / 2, width, height),
            "below": QRectF(x - width / 2, y + reach, width, height),
            "above": QRectF(x - width / 2, y - reach - height, width, height),
        }

    def is_dry(self, rect: QRectF, setting: Setting, lands: Sequence[QPainterPath]) -> bool:
        """Whether all of a name is on land, as far as its corners and its middle say."""
        for letters in map(self.on_map, letters_at(rect, setting.letters)):
            spots = (*corners_of(letters), letters.center())
            if not all(any(land.contains(spot) for land in lands) for spot in spots):
                return False
        return True

    def _beside(
        self, point: QPointF, setting: Setting, side: str, *, all_rows: bool
    ) -> Iterator[QRectF]:
        """The rectangles at one side of a marker, or the few that are nearest to it."""
        x, y = self.camera.to_screen(point.x(), point.y())
        gap, width, height = self.look.px(_GAP_U), setting.ink, setting.size.height()
        if side in ("right", "left"):
            left = x + gap if side == "right" else x - gap - width
            yield QRectF(left, y - height / 2, width, height)
            return
        top = y - gap - height * 0.75 if side == "above" else y + gap - height * 0.25
        shares, rows = (_SHARES_BEFORE, _FURTHER_U) if all_rows else (_SHARES_BEFORE[:6], (0,))
        for further in map(self.look.px, rows):
            for share in shares:
                row = top - further if side == "above" else top + further
                yield QRectF(x - width * share, row, width, height)

    def around_disc(
        self,
        point: QPointF,
        size: QSizeF,
        occupied: Sequence[QRectF],
        first: str,
    ) -> Iterator[QRectF]:
        """The free rectangles of that size at the sides of a chosen marker.

        The side wanted comes first.
        """
        reach = self.look.px(_DISC_U)
        rects = self._at_sides(point, size, reach)
        for side in sorted(SIDES, key=lambda side: side != first):
            for rect in _along(rects[side], side, reach):
                if self.is_free(rect, occupied):
                    yield rect


def _along(rect: QRectF, side: str, reach: float) -> Iterator[QRectF]:
    """A rectangle at a side of a disc, and the same a little further along that side."""
    for shift in (0.0, 0.5, -0.5, 1.0, -1.0):
        if side in ("right", "left"):
            yield rect.translated(0, shift * reach)
        else:
            yield rect.translated(shift * rect.width() / 2, 0)
