"""Chips: where a name stands in a pill, tied to its point by a line that crosses nothing."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF

from kiosk.look.typesetting import set_text
from kiosk.screen.map.map_free_rows import boxes_of, extent
from kiosk.screen.map.map_leaders import LineHurdles, leader_line
from kiosk.screen.map.map_letters import PILL_HEIGHT_U, PILL_PADDING_U, Chip, chip_stamp
from kiosk.screen.map.map_pill_room import PillRoom
from kiosk.screen.map.map_water import water_style

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from PySide6.QtGui import QTransform

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.map.map_water import WaterStyle
    from kiosk.screen.map.map_world import MapPlace, MapWorld

_LEADER_CLEARANCE_U = 6
_HEIGHTS_U = (60, 78, 100, 128, 160, 200, 250, 310, 370)
"""How far above or below their points pills stand."""
_OVER = (-0.32, -0.16, 0.0, 0.16, 0.32)
"""Where above or below its point a pill stands, in its own widths."""
_DOT_U = 12
_ARROW_U = 16
"""How far the arrow to what is out of view reaches."""
_LEVELS_U = (14, 44, 84)
"""How long the level end of a line may be."""
ON_LAND_U = 120
"""How much further a pill goes to stand on water instead of land."""
_ON_LIGHT_U = 400
"""How much further a pill goes to leave the heart of the light free."""
_HEART = 0.2
_AT_ONCE = 24
"""How many positions are tried before others may go on."""
_ACROSS = 0.7
"""Pills are long: what is as far across looks nearer than what is as far down."""
_LEAST_LEVEL_U = 12
"""How long the level end of a line is at least."""


@dataclass(frozen=True)
class ChipRoom:
    """What pills have to fit: the area inside which they stand, and what they and lines avoid."""

    world: MapWorld
    look: Look
    camera: Camera
    language: str
    inner: QRectF
    taken: Sequence[QRectF]
    marks: Sequence[QRectF]
    """The markers of the view, which no line may cross but that of its own place."""
    size: float = 1.0
    """How large pills are, 1 at home."""
    on_land_u: float = ON_LAND_U
    is_off_land: bool = False
    """Whether pills stand on water alone."""
    reach_u: float = _HEIGHTS_U[-1]
    """How far above or below its point a pill may stand."""
    dot: float = 0.0
    """How far around the point of a place nothing is in the way of its line, in pixels."""
    must_stand: bool = False
    """Whether a chip stands where it is wanted though it does not fit: `kiosk check` tells."""

    @property
    def clearance(self) -> float:
        """How far everything else keeps off a line."""
        return self.look.px(_LEADER_CLEARANCE_U)

    def among(self, taken: Sequence[QRectF]) -> ChipRoom:
        """The same room where something else is taken."""
        return replace(self, taken=taken)

    def from_dots(self) -> ChipRoom:
        """The same room for lines that begin at dots: what touches one is not in its way."""
        return replace(self, dot=self.look.px(_DOT_U))

    def at_home(self, place: MapPlace) -> Generator[None, None, Chip | None]:
        """The chip where the place's own offset wants it, or as near to that as it can be.

        None for a place that is out of view, and where no pill has room unless it must stand.
        """
        assert place.landmark.chip is not None
        if not self.must_stand and not self.inner.contains(self.point(place)):
            return None
        setting = self._setting(place)
        wanted = self._pill(place, setting, QPointF(*place.landmark.chip) * self.look.u)
        wanted = _kept_within(wanted, self.inner)
        pills = self._pills(self.point(place))
        if not pills.fit(*extent(wanted)):
            found = yield from self._best(place, setting, wanted.center(), pills)
            if found is None and not self.must_stand:
                return None
            wanted = found or wanted
        return self._chip(place, setting, wanted)

    def around(self, place: MapPlace) -> Generator[None, None, Chip | None]:
        """The chip at the best position around its point, or None where there is none.

        It is looked for in steps of a few positions.
        """
        setting = self._setting(place)
        pill = yield from self._best(place, setting, self.point(place))
        return None if pill is None else self._chip(place, setting, pill)

    def pill_size(self, place: MapPlace) -> QSizeF:
        """How large the pill of a place is."""
        return QSizeF(self._width(self._setting(place)), self._height)

    def untied(self, place: MapPlace, pill: QRectF) -> Chip:
        """The chip in a pill that stands so near to its marker that it needs no line."""
        point = self.point(place)
        chip = self._chip(place, self._setting(place), pill)
        return replace(chip, leader=(point, point))

    def at_edge(self, place: MapPlace, pill: QRectF) -> Chip:
        """The chip of a place that is out of view: an arrow points to where it is."""
        off, reach = self.point(place) - pill.center(), self.look.px(_ARROW_U)
        if abs(off.x()) - pill.width() / 2 >= abs(off.y()) - pill.height() / 2:
            begin = QPointF(pill.left() if off.x() < 0 else pill.right(), pill.center().y())
            end = begin + QPointF(math.copysign(reach, off.x()), 0.0)
        else:
            begin = QPointF(pill.center().x(), pill.top() if off.y() < 0 else pill.bottom())
            end = begin + QPointF(0.0, math.copysign(reach, off.y()))
        chip = self._chip(place, self._setting(place), pill)
        return replace(chip, leader=(end, begin), is_beyond=True)

    def _best(
        self, place: MapPlace, setting: Setting, wanted: QPointF, pills: PillRoom | None = None
    ) -> Generator[None, None, QRectF | None]:
        """The pill that fits nearest to where it is wanted, rather on water than on land."""
        point, width, height = self.point(place), self._width(setting), self._height
        x, y = point.x(), point.y()
        off_x, off_y, u = x - wanted.x(), y - wanted.y(), self.look.u
        costs = [
            (math.hypot((dx + off_x) * _ACROSS, dy + off_y) / u, dx, dy)
            for dx, dy in self._shifts(width)
        ]
        best, least, pills = None, math.inf, pills or self._pills(point)
        yield
        for number, (cost, dx, dy) in enumerate(sorted(costs, key=itemgetter(0))):
            if cost >= least:
                break
            if number % _AT_ONCE == _AT_ONCE - 1:
                yield
            left, top = x + dx - width / 2, y + dy - height / 2
            if not pills.fit(left, top, width, height):
                continue
            pill = QRectF(left, top, width, height)
            on_light = self._is_on_light(pill) * _ON_LIGHT_U
            if cost + on_light >= least:
                continue  # To see whether it is on land as well takes longer.
            is_on_land = self._is_on_land(pill)
            if is_on_land and self.is_off_land:
                continue
            cost += is_on_land * self.on_land_u + on_light
            if cost < least:
                best, least = pill, cost
        return best

    def _shifts(self, width: float) -> Iterator[tuple[float, float]]:
        """Where the middle of a pill may be from its point: all that a line can lead to."""
        px = self.look.px
        for level in _LEVELS_U:
            for sign in (-1, 1):
                yield sign * (width / 2 + px(level + _LEAST_LEVEL_U)), 0.0
        for rise in (each for each in _HEIGHTS_U if each <= self.reach_u):
            for dy in (-px(rise), px(rise)):
                yield from ((width * share, dy) for share in _OVER)
                for level in _LEVELS_U:
                    reach = width / 2 + px(rise + level)
                    yield from ((-reach, dy), (reach, dy))

    @property
    def _height(self) -> float:
        return self.look.px(PILL_HEIGHT_U) * self.size

    def _width(self, setting: Setting) -> float:
        return setting.ink + 2 * self.look.px(PILL_PADDING_U) * self.size

    def _setting(self, place: MapPlace) -> Setting:
        words = place.landmark.label.words_in(self.language)
        return set_text(self.look, words, language=self.language, role="map_place", scale=self.size)

    def point(self, place: MapPlace) -> QPointF:
        """Where the point of a place is in the view."""
        return QPointF(*self.camera.to_screen(place.point.x(), place.point.y()))

    def _pill(self, place: MapPlace, setting: Setting, shift: QPointF) -> QRectF:
        width, height = self._width(setting), self._height
        middle = self.point(place) + shift
        return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)

    def fits(self, point: QPointF, pill: QRectF) -> bool:
        """Whether a pill has room, and its line to a point as well."""
        return self._pills(point).fit(*extent(pill))

    def _pills(self, point: QPointF) -> PillRoom:
        """The room for the pills of a place with that point."""
        discs = {id(mark) for mark in self.marks}
        others = (each for each in self.taken if id(each) not in discs)
        return PillRoom(
            (point.x(), point.y()),
            self.inner,
            boxes_of(self.taken),
            LineHurdles((point.x(), point.y()), self.dot, others, self.marks, self.clearance),
            self.look.px(_LEAST_LEVEL_U),
        )

    @cached_property
    def _to_map(self) -> QTransform:
        return self.camera.transform().inverted()[0]

    @cached_property
    def _water(self) -> WaterStyle:
        return water_style(self.look, self.world.framing.light)

    def _is_on_land(self, pill: QRectF) -> bool:
        on_map = self._to_map.mapRect(pill)
        return any(each.intersects(on_map) for each in self.world.rough.values())

    def _is_on_light(self, pill: QRectF) -> bool:
        return self._water.distance(self._to_map.mapRect(pill)) < _HEART

    def _chip(self, place: MapPlace, setting: Setting, pill: QRectF) -> Chip:
        point = self.point(place)
        end = QPointF(min(max(point.x(), pill.left()), pill.right()), pill.center().y())
        padding = self.look.px(PILL_PADDING_U) * self.size
        words = place.landmark.label.words_in(self.language)
        line = leader_line((point.x(), point.y()), extent(pill), 0.0)
        return Chip(
            place.landmark.id,
            chip_stamp(setting, pill, self.look, padding, down=False),
            chip_stamp(setting, pill, self.look, padding, down=True),
            pill,
            (point, end) if line is None else tuple(QPointF(*spot) for spot in line),
            words,
        )


def beads_of(line: Sequence[QPointF], reach: float) -> Iterator[QRectF]:
    """Small squares along a line, for names to keep off it; the line's first point is a marker."""
    for start, end in pairwise(line):
        run = QLineF(start, end)
        length = run.length()
        for step in range(1, int(length / reach) + 1):
            at = run.pointAt(min(1.0, step * reach / length))
            yield QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)


def _kept_within(rect: QRectF, area: QRectF) -> QRectF:
    x = min(max(rect.x(), area.left()), area.right() - rect.width())
    y = min(max(rect.y(), area.top()), area.bottom() - rect.height())
    return QRectF(x, y, rect.width(), rect.height())
