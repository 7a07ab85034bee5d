"""What has been set of a view's names so far, and how each of them is set."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF

from kiosk.look.span import Span
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.map.map_chips import ON_LAND_U, ChipRoom, beads_of
from kiosk.screen.map.map_kept_names import KeptNames
from kiosk.screen.map.map_letters import Chip, Lettering, Name, named
from kiosk.screen.map.map_light import ink_on
from kiosk.screen.map.map_marker_rooms import MarkerRoom
from kiosk.screen.map.map_marking import WHOLE_BAY, Marking, View

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtGui import QColor

    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapPlace, MapWorld

_EDGE_U = 24
SMALL_CHIP = 0.75
"""How large the pills are of what there is little room for."""
_OFF_LAND_U = 170
"""How far pills go to leave a small bay free."""


@dataclass
class NameSheet:
    """The names of a view as they are set one after another, each with the room that it takes."""

    world: MapWorld
    look: Look
    view: View
    size: float
    """How large cities are named, 1 where there is room; on the bay as a whole pills as well."""
    is_crowded: bool
    keeps: bool = False
    """Whether names of the view before that can stay where they are do so."""
    lacks_some: bool = False
    """Whether those that stand together are in view and had no room."""
    names: list[Name] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    marked: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    """The ids of places and outlines whose names stand."""
    barred: set[str] = field(default_factory=set)
    """What must not be named, since those that go with it can't be."""
    taken: list[QRectF] = field(default_factory=list)
    legend: Name | None = None
    fills: Mapping[str, QColor] = field(default_factory=dict)
    """The colours of outlines that the light shades."""
    marks: list[QRectF] = field(default_factory=list)
    """What the markers cover."""
    kept: KeptNames = field(default_factory=KeptNames)
    lined: int = 0
    """How many names have a line of the map run through them."""

    @property
    def small(self) -> bool:
        """Whether markers are small: the whole bay has many on little room."""
        return self.view.chosen == WHOLE_BAY

    @property
    def lettering(self) -> Lettering:
        """What has been set."""
        return Lettering(
            tuple(self.names),
            tuple(self.chips),
            frozenset(self.marked),
            self.small,
            self.legend,
            self.view.language,
            self._pill_share,
        )

    @property
    def _pill_share(self) -> float:
        return self.size if self.small else 1.0

    @cached_property
    def _room(self) -> MarkerRoom:
        light = self.world.framing.light
        edges, bridges = self.world.shapes.edges, self.world.shapes.bridges
        return MarkerRoom(self.look, self.view.camera, self.inner, edges, bridges, light)

    @property
    def marking(self) -> Marking:
        """Where the markers of the view are."""
        return Marking(self.world, self.look, self.view)

    @property
    def inner(self) -> QRectF:
        """Where names may stand."""
        edge = self.look.px(_EDGE_U)
        return self.view.area.adjusted(edge, edge, -edge, -edge)

    def _mark_rects(self) -> list[QRectF]:
        return [
            self.marking.rect(place)
            for place in self.world.places
            if place.landmark.id in self.marked or place.landmark.id == self.view.chosen
        ]

    def _chip_room(self) -> ChipRoom:
        view = self.view
        return ChipRoom(
            self.world,
            self.look,
            view.camera,
            view.language,
            self.inner,
            self.taken,
            self.marks,
            self._pill_share,
            _OFF_LAND_U if self.is_crowded else ON_LAND_U,
            must_stand=not view.is_explored,
        )

    @property
    def _clearance(self) -> float:
        return self._chip_room().clearance

    def _take_chip(self, chip: Chip | None) -> bool:
        if chip is None:
            return False
        self.chips.append(chip)
        self._note(chip.place)
        self.taken += self._covered(chip)
        return True

    def _covered(self, chip: Chip) -> list[QRectF]:
        """What nothing else may lie on once a chip stands."""
        return [chip.rect, *beads_of(chip.leader, self._clearance)]

    def _note(self, subject: str) -> None:
        """Know that a place is named, and so is the outline that is its own."""
        self.named.add(subject)
        place = self.world.place(subject)
        if place is not None and place.landmark.shape is not None:
            self.named.add(place.landmark.shape)

    def _take_name(
        self, rect: QRectF | None, setting: Setting, color: QColor, subject: str
    ) -> bool:
        if rect is None:
            return False
        fill = self.fills.get(subject)
        ink = color if fill is None else ink_on(fill, self.look.theme)
        is_cut = not self._room.is_off_lines(rect, setting.letters)
        self.lined += is_cut
        self.names.append(
            named(setting, rect, ink, self.look, subject=subject, over=fill, has_halo=is_cut)
        )
        self._note(subject)
        self.taken.append(rect)
        return True

    def _keep(self, subject: str, setting: Setting, ink: QColor) -> bool:
        """Have a name where it was, if it can stay there."""
        kept = self.kept.names.get(subject)
        if kept is None or abs(kept.rect.width() - setting.ink) >= 1:
            return False
        fill = self.fills.get(subject)
        ink = ink if fill is None else ink_on(fill, self.look.theme)
        if kept.color != ink:
            place, at = kept.place, kept.anchor
            kept = named(
                setting,
                kept.rect,
                ink,
                self.look,
                subject=subject,
                place=place,
                anchor=at,
                over=fill,
            )
        self.names.append(kept)
        self._note(subject)
        return True

    def _set(self, words: str, role: str, *, strong: bool = False, share: float = 1.0) -> Setting:
        is_bold = strong or (role == "map_city" and self.look.theme.high_contrast)
        span = Span(words, weight=700 if is_bold else None)
        scale = self.size * share if role == "map_city" else 1.0
        return set_text(self.look, [span], language=self.view.language, role=role, scale=scale)

    def _ink(self, *, strong: bool) -> QColor:
        theme = self.look.theme
        return theme.muted if self.view.lit and not strong else theme.text

    def _hurdles(self, place: MapPlace) -> list[QRectF]:
        """What the name beside a disc keeps off: everything but the disc itself."""
        at = self.marking.at(place)
        return [rect for rect in self.taken if not rect.contains(at)]

    def _point_of(self, place: MapPlace) -> QPointF:
        """Where the drawing wants the name of a land."""
        lands = (land for land in self.world.names if land.id == place.landmark.shape)
        return next((land.point for land in lands), place.point)

    def _tied_chip(self, place: MapPlace) -> Generator[None, None, Chip | None]:
        """The chip of a place, where it was or else where there is room."""
        kept = self.kept.chips.get(place.landmark.id)
        if kept is not None:
            return kept
        room = self._chip_room()
        chip = yield from (room.at_home(place) if place.landmark.chip else room.around(place))
        if chip is None and self.view.is_explored and self.inner.contains(room.point(place)):
            yield
            return (yield from replace(room, size=SMALL_CHIP).around(place))
        return chip

    def _name_disc(self, place: MapPlace, setting: Setting) -> bool:
        """Name a place beside its disc: plainly on land, in a pill on water."""
        point, side, hurdles = place.point, place.landmark.label_at, self._hurdles(place)
        size, lands = QSizeF(setting.ink, setting.size.height()), self.world.rough.values()
        beside = self._room.around_disc(point, size, hurdles, side)
        rect = next(
            (each for each in beside if self._room.is_on(lands, each, setting.letters)), None
        )
        if self._take_name(rect, setting, self._ink(strong=True), place.landmark.id):
            return True
        room = self._chip_room()
        pills = list(self._room.around_disc(point, room.pill_size(place), hurdles, side))
        pills.sort(key=lambda pill: not self._room.is_off_bridges(pill))
        return self._take_chip(room.untied(place, pills[0]) if pills else None)
