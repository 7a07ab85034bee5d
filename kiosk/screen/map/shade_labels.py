"""The names on a data layer, each with its value: inside its land where both fit, else on a chip.

A chip stands at the end of a line, on water rather than on land; where nothing has room, the
ranking beside the map says it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from kiosk.look.class_colors import ink_on_class
from kiosk.look.span import Span
from kiosk.look.typesetting import set_text
from kiosk.screen.map.map_chips import ChipRoom, beads_of
from kiosk.screen.map.map_free_rows import FreeRows, boxes_of, extent
from kiosk.screen.map.map_letters import Chip, Lettering, Name, named
from kiosk.screen.map.map_name_rooms import NameRoom, corners_of
from kiosk.screen.map.map_shading import DISC_U, is_small, outline_of

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping

    from PySide6.QtGui import QPainterPath

    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.map.map_marking import View
    from kiosk.screen.map.map_shading import ShadedZone, Shading
    from kiosk.screen.map.map_world import MapPlace, MapWorld

_EDGE_U = 20
_CLEARANCE_U = 7
_SIZES = (1.0, 0.87, 0.75)
"""Few, so that the names of like layers are alike: what has no room then stands on a chip."""
_YEAR_SCALE, _LEAST_YEAR = 0.8, 0.72
"""How large a year is beside its value, and at least as a share of a pill's full size: 20 u."""
_NEXT_LINE = "\u2028"
_STEPS = 15
"""Rows and columns of spots that are tried inside a land."""


def letter_shading(
    world: MapWorld, look: Look, view: View, shading: Shading
) -> Generator[None, None, Lettering]:
    """Set the names of a data layer in the size in which most of them stand on their land."""
    best: _ShadeLabels | None = None
    for size in _SIZES:
        tried = _ShadeLabels(world, look, view, shading, size)
        yield from tried.fill()
        if best is None or tried.worth > best.worth:
            best = tried
        if tried.is_whole:
            break
    assert best is not None
    # No name stays where another value comes: as from another language, all of them change.
    said = f"{view.language} {hash(shading)}"
    return Lettering(tuple(best.names), tuple(best.chips), language=said, size=best.size)


@dataclass(frozen=True)
class _ValueChips(ChipRoom):
    """Room for chips that say a value behind the name."""

    values: Mapping[str, ShadedZone] = field(default_factory=dict)

    def _setting(self, place: MapPlace) -> Setting:
        spans = [Span(f"{place.landmark.label.words_in(self.language)} ")]
        zone = self.values.get(place.landmark.id)
        if zone is not None:
            spans += _value(zone, self.size)
        return set_text(self.look, spans, language=self.language, role="map_place", scale=self.size)


@dataclass
class _ShadeLabels:
    """One attempt, in one size."""

    world: MapWorld
    look: Look
    view: View
    shading: Shading
    size: float
    names: list[Name] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    taken: list[QRectF] = field(default_factory=list)
    missing: int = 0
    moved: int = 0
    """How many lands have their names on a chip, though they are large enough to be seen."""

    @property
    def is_whole(self) -> bool:
        """Whether every land has its name on it: a smaller size would do no better."""
        return not self.missing and not self.moved

    @property
    def worth(self) -> tuple[int, int]:
        """First that all is named, then how much of it on its own land."""
        return -self.missing, len(self.names)

    def fill(self) -> Iterator[None]:
        """Name every zone in view, those with the least room first."""
        edge = self.look.px(_EDGE_U)
        self._inner = self.view.area.adjusted(edge, edge, -edge, -edge)
        shapes = self.world.shapes
        self._room = NameRoom(
            self.look, self.view.camera, self._inner, shapes.edges, shapes.bridges
        )
        self.taken = list(self.view.obstacles)
        on_chips: list[tuple[MapPlace, ShadedZone]] = []
        placed = [(each, self.world.place(each.zone)) for each in self.shading.zones]
        found = [(each, place, self._outline(each)) for each, place in placed if place is not None]
        found.sort(key=lambda each: _extent(each[2]))
        self._discs = [
            self._disc(place)
            for _, place, outline in found
            if is_small(place, outline, self.view.camera, self.look)
        ]
        self.taken += self._discs
        for zone, place, outline in found:
            yield
            small = is_small(place, outline, self.view.camera, self.look)
            if small or outline is None or not self._on_land(zone, place, outline):
                if zone.shade is None and not (small or place.landmark.chip):
                    continue
                self.moved += not small and not place.landmark.chip
                on_chips.append((place, zone))
        for place, zone in on_chips:
            yield
            yield from self._on_chip(place, zone)

    def _outline(self, zone: ShadedZone) -> QPainterPath | None:
        name = outline_of(zone.zone, self.world)
        if name is None:
            return None
        return self.world.rough.get(name) or self.world.shapes.areas[name]

    def _at(self, place: MapPlace) -> QPointF:
        return QPointF(*self.view.camera.to_screen(place.point.x(), place.point.y()))

    def _disc(self, place: MapPlace) -> QRectF:
        at, reach = self._at(place), self.look.px(DISC_U + 4)
        return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)

    def _on_land(self, zone: ShadedZone, place: MapPlace, outline: QPainterPath) -> bool:
        """Set name and value inside a land; True as well where it is out of view."""
        camera = self.view.camera
        seen = camera.transform().mapRect(outline.controlPointRect()) & self._inner
        if seen.isEmpty():
            return True
        setting = self._set(zone, place)
        width, height = setting.ink, setting.size.height()
        rows = FreeRows(boxes_of(self.taken))
        clear = self.look.px(_CLEARANCE_U)
        corners = [at for each in setting.letters for at in corners_of(each)]
        x, y, across, down = extent(self._inner)
        for at in self._spots(self._label_point(place), seen):
            left, top = at[0] - width / 2, at[1] - height / 2
            if left < x or top < y or left + width > x + across or top + height > y + down:
                continue
            grown = left - clear, top - clear
            if not rows.is_free(
                *grown, grown[0] + (width + clear + clear), grown[1] + (height + clear + clear)
            ):
                continue
            # One by one, since most fail at the first: there are 200 spots for each name.
            if not self._room.are_inside(outline, corners, QPointF(left, top)):
                continue
            rect = QRectF(left, top, width, height)
            if self._room.is_off_lines(rect, setting.letters):
                self._take(zone, setting, rect)
                return True
        return False

    def _spots(self, wanted: QPointF, seen: QRectF) -> Iterator[tuple[float, float]]:
        """Where a name may have its middle: where it is wanted first, then all over a land."""
        x, y = wanted.x(), wanted.y()
        yield x, y
        left, top, width, height = extent(seen)
        spots = [
            (left + width * (column + 0.5) / _STEPS, top + height * (row + 0.5) / _STEPS)
            for row in range(_STEPS)
            for column in range(_STEPS)
        ]
        spots.sort(key=lambda at: (at[0] - x) ** 2 + (1.5 * (at[1] - y)) ** 2)
        yield from spots

    def _take(self, zone: ShadedZone, setting: Setting, rect: QRectF) -> None:
        theme = self.look.theme
        fill = self.shading.fill(zone, theme)
        color = theme.text2 if self.shading.is_dimmed(zone) else ink_on_class(fill, theme)
        # The lines of a hatch are as bright as letters of low contrast.
        is_hatched = zone.shade is None
        name = named(
            setting, rect, color, self.look, subject=zone.zone, over=fill, has_halo=is_hatched
        )
        self.names.append(name)
        self.taken.append(rect)

    def _set(self, zone: ShadedZone, place: MapPlace) -> Setting:
        words = place.landmark.label.words_in(self.view.language)
        value = _value(zone, self.size)
        spans = [Span(words), *([Span(_NEXT_LINE), *value] if value else ())]
        lines = [[Span(words)], value]
        role, language = "map_city", self.view.language
        width = max(
            set_text(self.look, line, language=language, role=role, scale=self.size).ink
            for line in lines
            if line
        )
        return set_text(
            self.look,
            spans,
            language=language,
            role=role,
            scale=self.size,
            width=width + 1,
            align=Qt.AlignmentFlag.AlignHCenter,
        )

    def _label_point(self, place: MapPlace) -> QPointF:
        lands = (land for land in self.world.names if land.id == place.landmark.shape)
        point = next((land.point for land in lands), place.point)
        return QPointF(*self.view.camera.to_screen(point.x(), point.y()))

    def _on_chip(self, place: MapPlace, zone: ShadedZone) -> Iterator[None]:
        at = self._at(place)
        if not self._inner.contains(at):
            return
        room = _ValueChips(
            self.world,
            self.look,
            self.view.camera,
            self.view.language,
            self._inner,
            [each for each in self.taken if each not in self._discs or not each.contains(at)],
            self._discs,
            self.size,
            values={zone.zone: zone},
        )
        chip = yield from room.around(place)
        if chip is None:
            self.missing += 1
            return
        self.chips.append(chip)
        self.taken += [chip.rect, *beads_of(chip.leader, self.look.px(_CLEARANCE_U))]


def _value(zone: ShadedZone, size: float) -> list[Span]:
    """The value of a zone, with its year where that is another one; empty where it has none."""
    if not zone.words:
        return []
    scale = max(_YEAR_SCALE, _LEAST_YEAR / size)
    year = [Span(f" {zone.year}", scale=scale)] if zone.year else []
    return [Span(zone.words, weight=700), *year]


def _extent(outline: QPainterPath | None) -> float:
    if outline is None:
        return 0.0
    box = outline.controlPointRect()
    return box.width() * box.height()
