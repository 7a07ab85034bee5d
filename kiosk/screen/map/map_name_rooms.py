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
    from kiosk.screen.map.map_edges import MapEdges
    from kiosk.screen.map.map_water import WaterStyle

_CLEARANCE_U = 6
_OFF_LINES_U = 2
"""How far letters keep off borders, coasts and bridges."""
_OVER_BORDER = 0.25
"""How much of a name may stand beyond a border, at each end."""
_ALONG = (0.1, 0.3, 0.5, 0.7, 0.9)
"""Where along a name it is looked on what it stands."""
_AROUND_U = tuple(
    sorted(
        ((dx, dy) for dx in range(-100, 101, 10) for dy in range(-64, 65, 8)),
        key=lambda shift: shift[0] ** 2 + (1.5 * shift[1]) ** 2,
    )
)
_WIDE_U = tuple(
    sorted(
        ((dx, dy) for dx in range(-480, 481, 40) for dy in range(-360, 361, 24)),
        key=lambda shift: shift[0] ** 2 + (1.5 * shift[1]) ** 2,
    )
)
_DARK = 0.6
"""From where on the water is dark, in radii of its light."""


@dataclass(frozen=True)
class NameRoom:
    """Finds rectangles for names in one view; `inner` is the area inside which they stand."""

    look: Look
    camera: Camera
    inner: QRectF
    edges: MapEdges
    bridges: MapEdges
    light: QTransform | None = None
    """Where the light of the water lies, if the map has any."""

    def near(
        self,
        point: QPointF,
        setting: Setting,
        occupied: Sequence[QRectF],
        outline: QPainterPath,
    ) -> QRectF | None:
        """The first free rectangle around a point of the map that is on its land, off all lines."""
        slack = setting.size.height()
        box = self.camera.transform().mapRect(outline.controlPointRect())
        within = box.adjusted(0, -slack, 0, slack) & self.inner
        for rect in self._free(point, _size(setting), occupied, _AROUND_U, within):
            if self.is_on((outline,), rect, setting.letters):
                return rect
        return None

    def is_off_lines(self, rect: QRectF, letters: Sequence[QRectF]) -> bool:
        """Whether no line of the map runs through the letters of a name."""
        off = self.look.px(_OFF_LINES_U)
        return not any(
            self.edges.cross(self.on_map(each.adjusted(-off, -off, off, off)))
            for each in letters_at(rect, letters)
        )

    def beyond_lines(
        self,
        point: QPointF,
        setting: Setting,
        occupied: Sequence[QRectF],
        outline: QPainterPath,
    ) -> QRectF | None:
        """The first free rectangle around a point of the map, whatever lines run there.

        Most of it is inside the outline: further off it would be taken for the name of another.
        """
        for rect in self._free(point, _size(setting), occupied, _AROUND_U, self.inner):
            seen = self.on_map(rect)
            y, left, width = seen.center().y(), seen.left(), seen.width()
            spots = (QPointF(left + width * share, y) for share in _ALONG)
            if sum(map(outline.contains, spots)) > len(_ALONG) / 2:
                return rect
        return None

    def off_lands(
        self,
        point: QPointF,
        setting: Setting,
        occupied: Sequence[QRectF],
        lands: Sequence[QPainterPath],
    ) -> QRectF | None:
        """The first free rectangle around a point of the map that is on none of the lands."""
        for rect in self._free(point, _size(setting), occupied, _AROUND_U, self.inner):
            if not any(land.intersects(self.on_map(_core(rect))) for land in lands):
                return rect
        return None

    def is_off_bridges(self, pill: QRectF) -> bool:
        """Whether a pill covers no end and no part of a bridge."""
        return not self.bridges.cross(self.on_map(pill))

    def is_on(self, lands: Iterable[QPainterPath], rect: QRectF, letters: Sequence[QRectF]) -> bool:
        """Whether a name is on one of the lands, with no line of the map through its letters."""
        # Corners first, one by one: that is far quicker, and most rectangles fail at the first.
        on_one = any(all(map(land.contains, self._corners(rect, letters))) for land in lands)
        return on_one and self.is_off_lines(rect, letters)

    def are_inside(self, land: QPainterPath, points: Sequence[QPointF], origin: QPointF) -> bool:
        """Whether points of the view, measured from an origin in it, are all on a land."""
        return all(land.contains(self._to_map.map(origin + point)) for point in points)

    def _corners(self, rect: QRectF, letters: Sequence[QRectF]) -> Iterator[QPointF]:
        for each in letters_at(rect, letters):
            yield from corners_of(self.on_map(each))

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
        self,
        rect: QRectF,
        occupied: Sequence[QRectF],
        lands: Iterable[QPainterPath],
        letters: Sequence[QRectF],
    ) -> bool:
        """Whether a name can be there: on nothing else, and wholly on one of the lands."""
        return self.is_free(rect, occupied) and self.is_on(lands, rect, letters)

    def is_dark(self, rect: QRectF, lands: Iterable[QPainterPath]) -> bool:
        """Whether there is water under a rectangle, with neither land nor light on it."""
        seen = self.on_map(rect)
        if self._water.distance(seen) < _DARK:
            return False
        return not any(land.intersects(seen) for land in lands)

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
            if self.is_on((outline,), rect, setting.letters):
                return rect
            if not wholly and partly is None and outline.contains(to_map.mapRect(_core(rect))):
                partly = rect
        return partly

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
            if self.is_dark(rect, lands) and self.is_off_lines(rect, setting.letters):
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


def _core(rect: QRectF) -> QRectF:
    """The middle of a name, which says on what it stands."""
    across, down = rect.width() * _OVER_BORDER, rect.height() * 0.3
    return rect.adjusted(across, down, -across, -down)


def corners_of(rect: QRectF) -> tuple[QPointF, ...]:
    """The corners of a rectangle."""
    return rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight()


def letters_at(rect: QRectF, letters: Sequence[QRectF]) -> Iterator[QRectF]:
    """What the letters of a name cover, line by line, where it is drawn in a rectangle."""
    for each in letters:
        yield each.translated(rect.topLeft())
