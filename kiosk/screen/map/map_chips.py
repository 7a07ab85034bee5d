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
from kiosk.screen.map.map_leaders import LineHurdles
from kiosk.screen.map.map_letters import PILL_HEIGHT_U, PILL_PADDING_U, Chip, chip_stamp
from kiosk.screen.map.map_water import water_style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTransform

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.map.map_water import WaterStyle
    from kiosk.screen.map.map_world import MapPlace, MapWorld

_LEADER_CLEARANCE_U = 8
_HEIGHTS_U = (60, 78, 100, 128, 160, 200, 250, 310, 370)
"""How far above or below its point a pill may stand."""
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

    def at_home(self, place: MapPlace) -> Chip | None:
        """The chip where the place's own offset wants it, or as near to that as it can be.

        None for a place that is out of view, and where no pill has room unless it must stand.
        """
        assert place.landmark.chip is not None
        if not self.must_stand and not self.inner.contains(self.point(place)):
            return None
        setting = self._setting(place)
        wanted = self._pill(place, setting, QPointF(*place.landmark.chip) * self.look.u)
        wanted = _kept_within(wanted, self.inner)
        if not self.fits(self.point(place), wanted):
            found = self._best(place, setting, wanted.center())
            if found is None and not self.must_stand:
                return None
            wanted = found or wanted
        return self._chip(place, setting, wanted)

    def around(self, place: MapPlace) -> Chip | None:
        """The chip at the best position around its point, or None where there is none."""
        setting = self._setting(place)
        pill = self._best(place, setting, self.point(place))
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

    def _best(self, place: MapPlace, setting: Setting, wanted: QPointF) -> QRectF | None:
        """The pill that fits nearest to where it is wanted, rather on water than on land."""
        point, width, height = self.point(place), self._width(setting), self._height
        off = point - wanted
        costs = [
            (math.hypot((dx + off.x()) * _ACROSS, dy + off.y()) / self.look.u, dx, dy)
            for dx, dy in self._shifts(width)
        ]
        best, least, hurdles = None, math.inf, self._hurdles(point)
        for cost, dx, dy in sorted(costs, key=itemgetter(0)):
            if cost >= least:
                break
            x, y = point.x() + dx, point.y() + dy
            pill = QRectF(x - width / 2, y - height / 2, width, height)
            if not self.fits(point, pill, hurdles):
                continue
            cost += self._is_on_land(pill) * self.on_land_u + self._is_on_light(pill) * _ON_LIGHT_U
            if cost < least:
                best, least = pill, cost
        return best

    def _shifts(self, width: float) -> Iterator[tuple[float, float]]:
        """Where the middle of a pill may be from its point: all that a line can lead to."""
        px = self.look.px
        for level in _LEVELS_U:
            for sign in (-1, 1):
                yield sign * (width / 2 + px(level + _LEAST_LEVEL_U)), 0.0
        for rise in _HEIGHTS_U:
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

    def fits(self, point: QPointF, pill: QRectF, hurdles: LineHurdles | None = None) -> bool:
        """Whether a pill has room, and its line to a point as well."""
        if not self.inner.contains(pill) or any(map(pill.intersects, self.taken)):
            return False
        line = _leader(point, pill, self.look.px(_LEAST_LEVEL_U))
        if line is None or not self.inner.contains(QPointF(line[0] + line[-1]) / 2):
            return False
        return (hurdles or self._hurdles(point)).leave_free(line)

    def _hurdles(self, point: QPointF) -> LineHurdles:
        """What a line from a point keeps off."""
        discs = {id(mark) for mark in self.marks}
        others = (each for each in self.taken if id(each) not in discs)
        reach = self.dot
        begin = QRectF(point, point).adjusted(-reach, -reach, reach, reach)
        return LineHurdles.around(begin, others, self.marks, self.clearance)

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
        return Chip(
            place.landmark.id,
            chip_stamp(setting, pill, self.look, padding, down=False),
            chip_stamp(setting, pill, self.look, padding, down=True),
            pill,
            _leader(point, pill, 0.0) or (point, end),
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


def _leader(point: QPointF, pill: QRectF, least_level: float) -> tuple[QPointF, ...] | None:
    """From the point at 45 degrees to the pill's height, then level to its nearer end.

    To a pill right above or below it is upright.  None where the line would fold back.
    """
    level = pill.center().y()
    rim = pill.height() / 2
    if pill.left() + rim <= point.x() <= pill.right() - rim:
        edge = pill.top() if level > point.y() else pill.bottom()
        return (point, QPointF(point.x(), edge))
    to_right = pill.center().x() > point.x()
    end = QPointF(pill.left() if to_right else pill.right(), level)
    run = abs(level - point.y())
    elbow_x = point.x() + run if to_right else point.x() - run
    left = end.x() - elbow_x if to_right else elbow_x - end.x()
    return (point, QPointF(elbow_x, level), end) if left >= least_level else None


def _kept_within(rect: QRectF, area: QRectF) -> QRectF:
    x = min(max(rect.x(), area.left()), area.right() - rect.width())
    y = min(max(rect.y(), area.top()), area.bottom() - rect.height())
    return QRectF(x, y, rect.width(), rect.height())
