"""A small map of a step: its zones and their names, and the cities around them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from kiosk.geography.camera import fit
from kiosk.geography.projection import PX_PER_KM
from kiosk.look.typesetting import set_text
from kiosk.presenting.handout.blocks import Painted, pen
from kiosk.presenting.handout.outlines import shapes_for_paper
from kiosk.screen.map.map_picture import paint_map

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from kiosk.geography.camera import Camera
    from kiosk.look.typesetting import Setting
    from kiosk.presenting.handout.edition import Edition
    from kiosk.screen.map.map_world import MapPlace

_MARGIN_U = 60
_BAY_MARGIN_U = 16
_PX_PER_KM = 7.0
_DOT_U = 12
_NAME_GAP_U = 8
_NAME_SCALE = 0.8
_PLATE_STRENGTH = 0.72
_NEEDED = 3
"""Up to this many zones are all named; of more, those with a dot and those that have room."""


def map_block(edition: Edition, zones: Sequence[str], width: float, height: float) -> Painted:
    """The zones lit, marked and named, or the whole bay if none of them is on the map."""
    world, look = edition.world, edition.look
    found = (world.place(zone) for zone in dict.fromkeys(zones))
    places = [place for place in found if place is not None]
    bounds = QRectF() if places else world.cities_bounds
    lit = frozenset[str]().union(*(place.lit for place in places)) or frozenset(world.shapes.cities)
    for place in places:
        bounds = bounds.united(place.bounds.adjusted(-0.1, -0.1, 0.1, 0.1))

    def paint(painter: QPainter, x: float, y: float) -> None:
        area = QRectF(x, y, width, height)
        camera = fit(
            bounds,
            area,
            max_scale=look.px(_PX_PER_KM) / PX_PER_KM,
            margin=look.px(_MARGIN_U if places else _BAY_MARGIN_U),
        )
        # The waterlines are most of a map's size, and too fine for a small one.
        shapes = replace(world.shapes, waterlines=())
        seen = camera.transform().inverted()[0].mapRect(area)
        painter.setClipRect(area)
        paint_map(
            painter,
            shapes=shapes_for_paper(shapes, camera.scale, seen),
            look=look,
            camera=camera,
            area=area,
            lit=lit,
            spilling=False,
        )
        _MapNames(painter, edition, camera, area).paint(places)

    names = [_place_name(place, edition) for place in places]
    parts = (edition.locale.say("map"), ", ".join(names))
    alternative = ": ".join(part for part in parts if part)
    return Painted(height, paint, "Figure", alternative)


def _place_name(place: MapPlace, edition: Edition) -> str:
    zone = edition.locale.exhibit.zone(place.landmark.id)
    return edition.locale.text(zone.name) if zone is not None else place.landmark.id


@dataclass
class _MapNames:
    """Puts names on one map, each where no other is yet."""

    painter: QPainter
    edition: Edition
    camera: Camera
    area: QRectF
    taken: list[QRectF] = field(default_factory=list)

    def paint(self, places: Sequence[MapPlace]) -> None:
        """Name the places beside their dots, then the cities that have room among them."""
        points: list[tuple[QPointF, str, bool]] = []
        for place in places:
            at = QPointF(*self.camera.to_screen(place.point.x(), place.point.y()))
            marked = place.glyph != "none"
            points.append((at, _place_name(place, self.edition), marked))
            if marked:
                self._draw_dot(at)
        for at, words, marked in points:
            needed = marked or len(places) <= _NEEDED
            self._put(self._typeset(words, strong=True), at, beside=marked, needed=needed)
        self._name_cities({place.landmark.id for place in places})

    def _name_cities(self, named: set[str]) -> None:
        locale = self.edition.locale
        for city in self.edition.world.names:
            if city.id in named:
                continue
            zone = locale.exhibit.zone(city.id)
            words = locale.text(zone.name) if zone is not None else city.words_in(locale.language)
            at = QPointF(*self.camera.to_screen(city.point.x(), city.point.y()))
            self._put(self._typeset(words, strong=not named), at, beside=False, needed=False)

    def _draw_dot(self, at: QPointF) -> None:
        look = self.edition.look
        radius = look.px(_DOT_U)
        self.taken.append(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius))
        self.painter.setPen(pen(look, look.theme.ground, 3))
        self.painter.setBrush(look.theme.accent)
        self.painter.drawEllipse(at, radius, radius)

    def _typeset(self, words: str, *, strong: bool) -> Setting:
        role = "control" if strong else "source"
        scale = _NAME_SCALE if strong else 1.0
        language = self.edition.locale.language
        return set_text(self.edition.look, words, language=language, role=role, scale=scale)

    def _put(self, name: Setting, at: QPointF, *, beside: bool, needed: bool) -> None:
        """Draw a name where there is room, preferably on its point or to the right of its dot."""
        look = self.edition.look
        wide, high = name.ink, name.size.height()
        away = look.px(_DOT_U + _NAME_GAP_U)
        middle = QRectF(at.x() - wide / 2, at.y() - high / 2, wide, high)
        sides = (
            middle.translated(away + wide / 2, 0),
            middle.translated(-away - wide / 2, 0),
            middle.translated(0, -away - high / 2),
            middle.translated(0, away + high / 2),
        )
        tries = sides if beside else (middle, *sides[2:])
        room = [box for box in tries if self.area.contains(box)]
        free = [box for box in room if not any(box.intersects(other) for other in self.taken)]
        if not free and not needed:
            return
        box = next(iter(free or room or tries))
        self.taken.append(box)
        plate = box.adjusted(-look.px(4), 0, look.px(4), 0)
        ground = QColor(look.theme.ground)
        ground.setAlphaF(_PLATE_STRENGTH)
        self.painter.fillRect(plate, ground)
        name.draw(self.painter, box.x(), box.y(), look.theme.text)
