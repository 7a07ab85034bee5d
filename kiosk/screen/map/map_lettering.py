"""Names on the map: where they are, what they avoid, and the chips on leader lines."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF

from kiosk.look.span import Span
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.map.map_letters import (
    PILL_HEIGHT_U,
    PILL_PADDING_U,
    Chip,
    Lettering,
    Name,
    chip_stamp,
    named,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtGui import QPainterPath

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapPlace, MapWorld

_LABEL_GAP_U = 32
_EDGE_U = 24
_CLEARANCE_U = 6
_MARKER_CLEARANCE_U = 22
_MARKER_APART_U = 64
_LEADER_CLEARANCE_U = 8
_WIDE_SHIFTS_U = tuple(
    sorted(
        ((dx, dy) for dx in range(-480, 481, 80) for dy in range(-360, 361, 48)),
        key=lambda shift: shift[0] ** 2 + shift[1] ** 2,
    )
)
_SHIFTS_U = ((0, 0), (0, -44), (0, 44), (-70, 0), (70, 0), (-70, -44), (70, 44), (0, -88), (0, 88))


@dataclass(frozen=True)
class View:
    """What names have to fit: the camera, the part of the window that is free, and what is in it.

    `chosen` is the id of the place that is open, `lit` the outlines that are lit.
    """

    camera: Camera
    area: QRectF
    obstacles: tuple[QRectF, ...]
    language: str
    chosen: str | None = None
    lit: frozenset[str] = frozenset()

    @property
    def key(self) -> Hashable:
        """What tells this view from others; Qt's rectangles can't be keys themselves."""
        rects = tuple(rect.getRect() for rect in (self.area, *self.obstacles))
        return (self.camera, rects, self.language, self.chosen, self.lit)


def letter(world: MapWorld, look: Look, view: View) -> Lettering:
    """Set every name that has room: chips first, then places, then cities."""
    marked = _with_room(world, look, view)
    taken = [*view.obstacles, *_marker_rects(world, look, view, marked)]
    chips: list[Chip] = []
    names: list[Name] = []
    for place in world.places:
        chip = _chip(place, look, view, taken)
        if chip is not None:
            chips.append(chip)
            taken += [chip.rect, *_beads(chip.leader, look.px(_LEADER_CLEARANCE_U))]
    if view.chosen is None:
        for place in world.places:
            landmark = place.landmark
            if landmark.id in marked and landmark.chip is None and landmark.kind != "city":
                name = _beside(place, look, view)
                if landmark.kind == "facility" and _blocked(name, view, taken, place):
                    marked -= {landmark.id}
                    continue
                names.append(name)
                taken.append(name.rect)
    on_chips = {chip.place for chip in chips}
    cities = _city_names(world, look, view, on_chips, taken)
    names += [*cities, *_sea_names(world, look, view, [*taken, *(name.rect for name in cities)])]
    return Lettering(tuple(names), tuple(chips), marked)


def _with_room(world: MapWorld, look: Look, view: View) -> frozenset[str]:
    """Markers that a finger can tell apart; innovation zones and cities are always there."""
    least = max(look.px(_MARKER_APART_U), look.target)
    shown: list[tuple[float, float]] = []
    marked: set[str] = set()
    for place in sorted(world.places, key=_by_weight):
        if place.glyph == "none":
            continue
        x, y = view.camera.to_screen(place.point.x(), place.point.y())
        weighty = place.landmark.kind != "facility" or place.landmark.id == view.chosen
        if weighty or all(math.hypot(x - ax, y - ay) >= least for ax, ay in shown):
            shown.append((x, y))
            marked.add(place.landmark.id)
    return frozenset(marked)


def _by_weight(place: MapPlace) -> bool:
    """Innovation zones and cities come before facilities, each in the exhibit's order."""
    return place.landmark.kind == "facility"


def _blocked(name: Name, view: View, taken: Sequence[QRectF], place: MapPlace) -> bool:
    """Whether a name would cover something else than its own marker."""
    x, y = view.camera.to_screen(place.point.x(), place.point.y())
    others = (rect for rect in taken if not rect.contains(x, y))
    return not view.area.contains(name.rect) or any(name.rect.intersects(rect) for rect in others)


def _marker_rects(world: MapWorld, look: Look, view: View, marked: frozenset[str]) -> list[QRectF]:
    reach = look.px(_MARKER_CLEARANCE_U)
    rects = []
    for place in world.places:
        if place.landmark.id not in marked and place.landmark.id != view.chosen:
            continue
        x, y = view.camera.to_screen(place.point.x(), place.point.y())
        grown = reach * 2.6 if place.landmark.id == view.chosen else reach
        rects.append(QRectF(x - grown, y - grown, 2 * grown, 2 * grown))
    return rects


def _chip(place: MapPlace, look: Look, view: View, taken: Sequence[QRectF]) -> Chip | None:
    """At home every chip; beside an open place only those of cities too small for a name."""
    if place.landmark.chip is None:
        return None
    words = place.landmark.label.words_in(view.language)
    setting = set_text(look, words, language=view.language, role="map_place")
    x, y = view.camera.to_screen(place.point.x(), place.point.y())
    dx, dy = place.landmark.chip
    width = setting.ink + 2 * look.px(PILL_PADDING_U)
    height = look.px(PILL_HEIGHT_U)
    rect = QRectF(x + look.px(dx) - width / 2, y + look.px(dy) - height / 2, width, height)
    inner = view.area.adjusted(*_inset(look.px(_EDGE_U)))
    if not view.lit:
        rect = _kept_within(rect, inner)
    if view.chosen is not None and (
        place.glyph != "dot"
        or place.landmark.id == view.chosen
        or place.bounds.width() * view.camera.scale > width * 1.5
        or not inner.contains(rect)
        or any(rect.intersects(other) for other in taken)
    ):
        return None
    return Chip(
        place.landmark.id,
        chip_stamp(setting, rect, look, down=False),
        chip_stamp(setting, rect, look, down=True),
        rect,
        _leader(QPointF(x, y), rect),
    )


def _beads(line: Sequence[QPointF], reach: float) -> list[QRectF]:
    """Small squares along a line, for names to keep off it; the line's first point is a marker."""
    beads = []
    for start, end in pairwise(line):
        run = QLineF(start, end)
        for step in range(1, int(run.length() / reach) + 1):
            at = run.pointAt(min(1.0, step * reach / run.length()))
            beads.append(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach))
    return beads


def _leader(point: QPointF, pill: QRectF) -> tuple[QPointF, ...]:
    """From the point at 45 degrees to the pill's height, then level to its nearer end."""
    level = pill.center().y()
    to_right = pill.center().x() > point.x()
    end = QPointF(pill.left() if to_right else pill.right(), level)
    run = abs(level - point.y())
    elbow_x = point.x() + run if to_right else point.x() - run
    beyond = elbow_x > end.x() if to_right else elbow_x < end.x()
    if beyond:
        elbow_x = end.x() - pill.height() / 2 if to_right else end.x() + pill.height() / 2
    return (point, QPointF(elbow_x, level), end)


def _beside(place: MapPlace, look: Look, view: View) -> Name:
    words = place.landmark.label.words_in(view.language)
    setting = set_text(look, words, language=view.language, role="map_place")
    x, y = view.camera.to_screen(place.point.x(), place.point.y())
    gap, width, height = look.px(_LABEL_GAP_U), setting.ink, setting.size.height()
    corners = {
        "right": (x + gap, y - height / 2),
        "left": (x - gap - width, y - height / 2),
        "above": (x - width * 0.3, y - gap - height * 0.75),
        "below": (x - width / 2, y + gap - height * 0.25),
    }
    left, top = corners[place.landmark.label_at]
    rect = QRectF(left, top, width, height)
    return named(
        setting,
        rect,
        look.theme.text,
        look,
        place=place.landmark.id,
        anchor=QPointF(x, y),
    )


def _city_names(
    world: MapWorld, look: Look, view: View, on_chips: set[str], taken: list[QRectF]
) -> list[Name]:
    labels = {
        place.landmark.shape: place.landmark.label.words_in(view.language)
        for place in world.places
        if place.landmark.kind == "city"
    }
    names: list[Name] = []
    occupied = list(taken)
    inner = view.area.adjusted(*_inset(look.px(_EDGE_U)))
    order = sorted(world.names, key=lambda name: name.id not in view.lit)
    for city in order:
        if city.id in on_chips:
            continue
        words = labels.get(city.id) or city.words_in(view.language)
        lit = city.id in view.lit
        weight = 700 if lit else None
        setting = set_text(
            look, [Span(words, weight=weight)], language=view.language, role="map_city"
        )
        outline = world.rough.get(city.id) if view.chosen is not None else None
        rect = _free_rect(city.point, setting, look, view, inner, occupied, outline)
        if rect is None:
            continue
        dimmed = bool(view.lit) and not lit
        color = look.theme.muted if dimmed else look.theme.text
        name = named(setting, rect, color, look)
        names.append(name)
        occupied.append(rect)
    return names


def _sea_names(world: MapWorld, look: Look, view: View, taken: list[QRectF]) -> list[Name]:
    if view.chosen is not None:
        return []
    names = []
    inner = view.area.adjusted(*_inset(look.px(_EDGE_U)))
    for sea in world.seas:
        span = Span(sea.words_in(view.language), weight=400, italic=True)
        setting = set_text(look, [span], language=view.language, role="map_sea")
        rect = _free_rect(sea.point, setting, look, view, inner, taken)
        if rect is not None:
            names.append(named(setting, rect, look.theme.muted, look))
    return names


def _free_rect(
    point: QPointF,
    setting: Setting,
    look: Look,
    view: View,
    inner: QRectF,
    occupied: Sequence[QRectF],
    outline: QPainterPath | None = None,
) -> QRectF | None:
    """The first free place around a point; with an outline, the first that lies inside it."""
    x, y = view.camera.to_screen(point.x(), point.y())
    width, height = setting.ink, setting.size.height()
    if outline is not None:
        seen = view.camera.transform().mapRect(outline.controlPointRect()).intersected(inner)
        if seen.width() < width or seen.height() < height:
            return None
    clear = look.px(_CLEARANCE_U)
    to_map = view.camera.transform().inverted()[0]
    for dx, dy in _SHIFTS_U if outline is None else _WIDE_SHIFTS_U:
        rect = QRectF(x + look.px(dx) - width / 2, y + look.px(dy) - height / 2, width, height)
        grown = rect.adjusted(-clear, -clear, clear, clear)
        if not inner.contains(rect) or any(grown.intersects(other) for other in occupied):
            continue
        if outline is None or outline.contains(to_map.mapRect(rect)):
            return rect
    return None


def _kept_within(rect: QRectF, area: QRectF) -> QRectF:
    x = min(max(rect.x(), area.left()), area.right() - rect.width())
    y = min(max(rect.y(), area.top()), area.bottom() - rect.height())
    return QRectF(x, y, rect.width(), rect.height())


def _inset(length: float) -> tuple[float, float, float, float]:
    return (length, length, -length, -length)
