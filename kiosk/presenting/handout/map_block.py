"""A small map: where the places of a step lie, and what they and the cities are called."""

from __future__ import annotations

from dataclasses import replace
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
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.locale import Locale
    from kiosk.screen.map.map_world import MapPlace, MapWorld

_MARGIN_U = 60
_BAY_MARGIN_U = 16
_PX_PER_KM = 7.0
_DOT_U = 12
_NAME_GAP_U = 8
_NAME_SCALE = 0.8
_PLATE_STRENGTH = 0.72
_NEEDED = 3
"""Of so few places each is named, of more each that has room; those with a dot always are."""


def map_block(
    world: MapWorld, locale: Locale, look: Look, zones: Sequence[str], width: float, height: float
) -> Painted:
    """The zones lit, marked and named; the whole bay where none of them is on the map."""
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
        _paint_names(painter, world, locale, look, places, camera, area)

    names = [_place_name(place, locale) for place in places]
    alternative = ": ".join(part for part in (locale.say("map"), ", ".join(names)) if part)
    return Painted(height, paint, "Figure", alternative)


def _place_name(place: MapPlace, locale: Locale) -> str:
    zone = locale.exhibit.zone(place.landmark.id)
    return locale.text(zone.name) if zone is not None else place.landmark.id


def _paint_names(
    painter: QPainter,
    world: MapWorld,
    locale: Locale,
    look: Look,
    places: Sequence[MapPlace],
    camera: Camera,
    area: QRectF,
) -> None:
    """Name the places beside their dots, then the cities that have room among them."""
    taken: list[QRectF] = []
    points: list[tuple[QPointF, str, bool]] = []
    for place in places:
        at = QPointF(*camera.to_screen(place.point.x(), place.point.y()))
        marked = place.glyph != "none"
        points.append((at, _place_name(place, locale), marked))
        if marked:
            radius = look.px(_DOT_U)
            taken.append(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius))
            painter.setPen(pen(look, look.theme.ground, 3))
            painter.setBrush(look.theme.accent)
            painter.drawEllipse(at, radius, radius)
    named = {place.landmark.id for place in places}
    for at, words, marked in points:
        setting = _set_name(look, locale, words, strong=True)
        needed = marked or len(places) <= _NEEDED
        _put_name(painter, look, setting, at, area, taken, beside=marked, needed=needed)
    for city in world.names:
        if city.id in named:
            continue
        zone = locale.exhibit.zone(city.id)
        words = locale.text(zone.name) if zone is not None else city.words_in(locale.language)
        at = QPointF(*camera.to_screen(city.point.x(), city.point.y()))
        setting = _set_name(look, locale, words, strong=not places)
        _put_name(painter, look, setting, at, area, taken, beside=False, needed=False)


def _set_name(look: Look, locale: Locale, words: str, *, strong: bool) -> Setting:
    role = "control" if strong else "source"
    scale = _NAME_SCALE if strong else 1.0
    return set_text(look, words, language=locale.language, role=role, scale=scale)


def _put_name(
    painter: QPainter,
    look: Look,
    setting: Setting,
    at: QPointF,
    area: QRectF,
    taken: list[QRectF],
    *,
    beside: bool,
    needed: bool,
) -> None:
    """Draw a name where it is free, at best on its point or to the right of its dot."""
    wide, high = setting.ink, setting.size.height()
    away = look.px(_DOT_U + _NAME_GAP_U)
    middle = QRectF(at.x() - wide / 2, at.y() - high / 2, wide, high)
    sides = (
        middle.translated(away + wide / 2, 0),
        middle.translated(-away - wide / 2, 0),
        middle.translated(0, -away - high / 2),
        middle.translated(0, away + high / 2),
    )
    tries = sides if beside else (middle, *sides[2:])
    room = [box for box in tries if area.contains(box)]
    free = [box for box in room if not any(box.intersects(other) for other in taken)]
    if not free and not needed:
        return
    box = next(iter(free or room or tries))
    taken.append(box)
    plate = box.adjusted(-look.px(4), 0, look.px(4), 0)
    ground = QColor(look.theme.ground)
    ground.setAlphaF(_PLATE_STRENGTH)
    painter.fillRect(plate, ground)
    setting.draw(painter, box.x(), box.y(), look.theme.text)
