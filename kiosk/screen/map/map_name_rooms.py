"""Where names have room: inside an outline, beside a marker, on the sea."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF

from kiosk.screen.map.map_free_rows import FreeRows, boxes_of
from kiosk.screen.map.map_water import water_style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QPainterPath, QTransform

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.map.map_water import WaterStyle

_CLEARANCE_U = 6
_GAP_U = 32
_DISC_U = 64
"""How far from its point the name of a chosen marker begins: beyond its rings."""
_OVER_BORDER = 0.25
"""How much of a name may stand beyond a border, at each end."""
_NEAR_U = ((0, 0), (0, -44), (0, 44), (-70, 0), (70, 0), (-70, -44), (70, 44), (0, -88), (0, 88))
_AROUND_U = tuple(
    sorted(
        ((dx, dy) for dx in range(-100, 101, 10) for dy in range(-64, 65, 8)),
        key=lambda shift: shift[0] ** 2 + (1.5 * shift[1]) ** 2,
    )
)
_SHARES_BEFORE = (0.3, 0.5, 0.15, 0.7, 0.0, 0.85)
"""How much of a name above or below a marker stands left of it."""
_WIDE_U = tuple(
    sorted(
        ((dx, dy) for dx in range(-480, 481, 40) for dy in range(-360, 361, 24)),
        key=lambda shift: shift[0] ** 2 + (1.5 * shift[1]) ** 2,
    )
)
_DARK = 0.6
"""From where on the water is dark, in radii of its light."""
SIDES = ("right", "left", "below", "above")


@dataclass(frozen=True)
class NameRoom:
    """Finds rectangles for names in one view; `inner` is the area inside which they stand."""

    look: Look
    camera: Camera
    inner: QRectF
    light: QTransform | None = None
    """Where the light of the water lies, if the map has any."""

    def near(
        self,
        point: QPointF,
        setting: Setting,
        occupied: Sequence[QRectF],
        outline: QPainterPath | None,
        borders: Sequence[QPainterPath],
    ) -> QRectF | None:
        """The first free rectangle around a point of the map.

        One inside the `outline` comes first, then one that none of the `borders` runs through.
        """
        size, seen = _size(setting), self.inner
        if outline is not None:
            slack = size.height()
            box = self.camera.transform().mapRect(outline.controlPointRect())
            within = box.adjusted(0, -slack, 0, slack) & seen
            for rect in self._free(point, size, occupied, _AROUND_U, within):
                if _holds(outline, self.on_map(_letters(rect))):
                    return rect
        free = list(self._free(point, size, occupied, _NEAR_U, seen))
        return self._first_off(free, borders)

    def on_map(self, rect: QRectF) -> QRectF:
        """What lies under a rectangle of the view, in units of the map."""
        return self._to_map.mapRect(rect)

    @cached_property
    def _to_map(self) -> QTransform:
        return self.camera.transform().inverted()[0]

    @cached_property
    def _water(self) -> WaterStyle:
        return water_style(self.look, self.light)

    def seen_point(self, point: QPointF, outline: QPainterPath) -> QPointF:
        """The point of the map that is nearest to that one where an outline may be in view."""
        seen = outline.controlPointRect() & self.on_map(self.inner)
        if seen.isEmpty():
            return point
        x = min(max(point.x(), seen.left()), seen.right())
        return QPointF(x, min(max(point.y(), seen.top()), seen.bottom()))

    def centred(self, middle: QPointF, setting: Setting) -> QRectF:
        """The rectangle of a name around a point of the view."""
        size = _size(setting)
        half = QPointF(size.width(), size.height()) / 2
        return QRectF(middle - half, size)

    def nearest_seen(self, point: QPointF) -> QPointF:
        """The point of the map in view that is nearest to that one."""
        seen = self.on_map(self.inner)
        x = min(max(point.x(), seen.left()), seen.right())
        return QPointF(x, min(max(point.y(), seen.top()), seen.bottom()))

    def stands(
        self, rect: QRectF, occupied: Sequence[QRectF], lands: Iterable[QPainterPath]
    ) -> bool:
        """Whether a name can be there: on nothing else, and wholly on one of the lands."""
        if not self.is_free(rect, occupied):
            return False
        letters = self.on_map(_letters(rect))
        return any(_holds(each, letters) for each in lands)

    def is_dark(self, rect: QRectF, lands: Iterable[QPainterPath]) -> bool:
        """Whether there is water under a rectangle, with neither land nor light on it."""
        seen = self.on_map(rect)
        if self._water.distance(seen) < _DARK:
            return False
        return not any(land.intersects(seen) for land in lands)

    def _first_off(self, rects: Sequence[QRectF], borders: Sequence[QPainterPath]) -> QRectF | None:
        """The first rectangle whose letters have no corner beyond a border, or else the first."""
        for rect in rects:
            corners = _corners(self.on_map(_letters(rect)))
            inside = [sum(map(each.contains, corners)) for each in borders]
            if all(count in (0, len(corners)) for count in inside):
                return rect
        return next(iter(rects), None)

    def inside(
        self,
        point: QPointF,
        setting: Setting,
        occupied: Sequence[QRectF],
        outline: QPainterPath,
        *,
        wholly: bool = True,
    ) -> QRectF | None:
        """The free rectangle inside an outline that is nearest to a point of the map.

        If no other is found and it need not be `wholly` inside, its middle is: the ends may cross
        a border.
        """
        transform = self.camera.transform()
        to_map = transform.inverted()[0]
        seen = transform.mapRect(outline.controlPointRect())
        across = 0 if wholly else setting.ink * _OVER_BORDER
        seen = seen.adjusted(-across, 0, across, 0) & self.inner
        partly: QRectF | None = None
        for rect in self._free(point, _size(setting), occupied, _WIDE_U, seen):
            if outline.contains(to_map.mapRect(rect)):
                return rect
            if not wholly and partly is None and outline.contains(to_map.mapRect(_core(rect))):
                partly = rect
        return partly

    def beside_marker(
        self,
        point: QPointF,
        setting: Setting,
        occupied: Sequence[QRectF],
        first: str,
        lands: Sequence[QPainterPath],
    ) -> QRectF:
        """The rectangle at a side of a marker; the side wanted comes first.

        Another one is taken where the letters would stand on a border, a coast or water at that.
        Beside a marker that is on no land itself, such as one in a pond, every free one will do.
        """
        rects = [
            rect
            for side in sorted(SIDES, key=lambda side: side != first)
            for rect in self._beside(point, setting, side)
        ]
        for rect in rects:
            if self.stands(rect, occupied, lands):
                return rect
        if not any(land.contains(point) for land in lands):
            return next((rect for rect in rects if self.is_free(rect, occupied)), rects[0])
        return rects[0]

    def _beside(self, point: QPointF, setting: Setting, side: str) -> Iterator[QRectF]:
        """The rectangles at one side of a marker."""
        x, y = self.camera.to_screen(point.x(), point.y())
        gap, width, height = self.look.px(_GAP_U), setting.ink, setting.size.height()
        if side in ("right", "left"):
            left = x + gap if side == "right" else x - gap - width
            yield QRectF(left, y - height / 2, width, height)
            return
        top = y - gap - height * 0.75 if side == "above" else y + gap - height * 0.25
        for share in _SHARES_BEFORE:
            yield QRectF(x - width * share, top, width, height)

    def around_disc(
        self,
        point: QPointF,
        size: QSizeF,
        occupied: Sequence[QRectF],
        first: str,
        lands: Iterable[QPainterPath] = (),
    ) -> QRectF | None:
        """A free rectangle of that size at a side of a chosen marker; the side wanted comes first.

        With `lands` it is on one of them: bright water is hard to read names on.
        """
        x, y = self.camera.to_screen(point.x(), point.y())
        reach, width, height = self.look.px(_DISC_U), size.width(), size.height()
        rects = {
            "right": QRectF(x + reach, y - height / 2, width, height),
            "left": QRectF(x - reach - width, y - height / 2, width, height),
            "below": QRectF(x - width / 2, y + reach, width, height),
            "above": QRectF(x - width / 2, y - reach - height, width, height),
        }
        free = [
            rect
            for side in sorted(SIDES, key=lambda side: side != first)
            for rect in _along(rects[side], side, reach)
            if self.is_free(rect, occupied)
        ]
        to_map = self.camera.transform().inverted()[0]
        outlines = tuple(lands)
        for rect in free:
            letters = to_map.mapRect(_letters(rect))
            if not outlines or any(each.contains(letters) for each in outlines):
                return rect
        return None

    def anywhere(self, point: QPointF, size: QSizeF, occupied: Sequence[QRectF]) -> QRectF | None:
        """The free rectangle of that size that is nearest to a point of the map."""
        return next(self._free(point, size, occupied, _WIDE_U, self.inner), None)

    def on_dark_water(
        self,
        point: QPointF,
        setting: Setting,
        occupied: Sequence[QRectF],
        lands: Sequence[QPainterPath],
    ) -> QRectF | None:
        """The free rectangle off all land and light that is nearest to a point of the map."""
        for rect in self._free(point, _size(setting), occupied, _WIDE_U, self.inner):
            if self.is_dark(rect, lands):
                return rect
        return None

    def _free(
        self,
        point: QPointF,
        size: QSizeF,
        occupied: Sequence[QRectF],
        shifts: Sequence[tuple[int, int]],
        within: QRectF,
    ) -> Iterator[QRectF]:
        """The free rectangles of that size that lie `within` an area, the nearest first."""
        x, y = self.camera.to_screen(point.x(), point.y())
        u, width, height = self.look.u, size.width(), size.height()
        x, y = x - width / 2, y - height / 2
        least_x, most_x = (within.left() - x) / u, (within.right() - width - x) / u
        least_y, most_y = (within.top() - y) / u, (within.bottom() - height - y) / u
        if least_x > most_x or least_y > most_y:
            return
        rows = FreeRows(boxes_of(occupied, self.look.px(_CLEARANCE_U)))
        for dx, dy in shifts:
            if least_x <= dx <= most_x and least_y <= dy <= most_y:
                left, top = x + u * dx, y + u * dy
                if rows.is_free(left, top, left + width, top + height):
                    yield QRectF(left, top, width, height)

    def is_free(self, rect: QRectF, occupied: Sequence[QRectF]) -> bool:
        """Whether a rectangle is in view, and keeps off what is taken."""
        clear = self.look.px(_CLEARANCE_U)
        grown = rect.adjusted(-clear, -clear, clear, clear)
        return self.inner.contains(rect) and not any(map(grown.intersects, occupied))


def _size(setting: Setting) -> QSizeF:
    """How large a plain name is: as wide as its ink."""
    return QSizeF(setting.ink, setting.size.height())


def _holds(outline: QPainterPath, rect: QRectF) -> bool:
    """Whether a rectangle is wholly inside an outline.

    Its corners are looked at first: that is far quicker, and most rectangles fail there.
    """
    return all(map(outline.contains, _corners(rect))) and outline.contains(rect)


def _corners(rect: QRectF) -> tuple[QPointF, ...]:
    return rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight()


def _core(rect: QRectF) -> QRectF:
    """The middle of a name, which says on what it stands."""
    across, down = rect.width() * _OVER_BORDER, rect.height() * 0.3
    return rect.adjusted(across, down, -across, -down)


def _letters(rect: QRectF) -> QRectF:
    """What the letters of a name cover, without what is free above and below them."""
    return rect.adjusted(0, rect.height() * 0.2, 0, -rect.height() * 0.2)


def _along(rect: QRectF, side: str, reach: float) -> Iterator[QRectF]:
    """A rectangle at a side of a disc, and the same a little further along that side."""
    for shift in (0.0, 0.5, -0.5, 1.0, -1.0):
        if side in ("right", "left"):
            yield rect.translated(0, shift * reach)
        else:
            yield rect.translated(shift * rect.width() / 2, 0)
