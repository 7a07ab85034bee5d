"""Names on the map: which stand in a view, what comes first, and what gives way to what.

What must stand comes first: the name of the open place, and those that are named together or not
at all.  Everything else has the room that is left.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF

from kiosk.look.span import Span
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.map.map_chips import ON_LAND_U, ChipRoom, beads_of
from kiosk.screen.map.map_letters import Chip, Lettering, Name, named
from kiosk.screen.map.map_light import ink_on
from kiosk.screen.map.map_marking import WHOLE_BAY, Marking, View
from kiosk.screen.map.map_name_rooms import NameRoom
from kiosk.screen.map.shade_legend import set_legend

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QPainterPath

    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapName, MapPlace, MapWorld

_EDGE_U = 24
_LEADER_CLEARANCE_U = 8
_SEA_TRACKING_EM = 0.14
_SMALL_CHIP = 0.75
_OFF_LAND_U = 170
"""How far pills go to leave a small bay free."""
_TRIES = ((1.0, False), (0.87, False), (0.75, False), (0.75, True))
"""Names of the bay as a whole are as large as lets all of them stand; none is below 20 u.  Where
it is too small for names, the last try has only those: markers go, and names go on chips."""


def letter(world: MapWorld, look: Look, view: View) -> Lettering:
    """Set every name that must stand or has room, and say which markers can be seen."""
    best: _NameLayout | None = None
    for size, is_crowded in _TRIES if view.chosen == WHOLE_BAY else _TRIES[:1]:
        tried = _NameLayout(world, look, view, size, is_crowded)
        tried.fill()
        if best is None or len(tried.named) > len(best.named):
            best = tried
        if tried.is_whole:
            break
    assert best is not None
    return Lettering(
        tuple(best.names), tuple(best.chips), frozenset(best.marked), best.small, best.legend
    )


@dataclass
class _NameLayout:
    """One attempt to set the names of a view, in names of one size."""

    world: MapWorld
    look: Look
    view: View
    size: float
    is_crowded: bool
    names: list[Name] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    marked: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    """The ids of places and outlines whose names stand."""
    barred: set[str] = field(default_factory=set)
    """What must not be named, since those that go with it can't be."""
    taken: list[QRectF] = field(default_factory=list)
    legend: Name | None = None

    @property
    def small(self) -> bool:
        """Whether markers are small: the whole bay has many on little room."""
        return self.view.chosen == WHOLE_BAY

    @property
    def is_whole(self) -> bool:
        """Whether every land in view has its name."""
        return all(land.id in self.named or not self._is_in_view(land) for land in self.world.names)

    def fill(self) -> None:
        """Set everything, the most urgent first."""
        view = self.view
        self._marking = Marking(self.world, self.look, view)
        # Among shades a marker would look like one more value.
        is_crowded = self.is_crowded or bool(view.light.shades)
        self.marked = self._marking.with_room(is_crowded=is_crowded)
        self._fills = view.light.fills(self.world, self.look.theme)
        self._room = NameRoom(self.look, view.camera, self._inner)
        self._marks = self._mark_rects()
        self.taken = [*view.obstacles, *self._marks]
        if view.light.legend is not None:
            self.legend = set_legend(view.light.legend, self.look, view.area)
            self.taken.append(self.legend.rect)
        self._name_together()
        self._name_own()
        if view.chosen is None:
            self._name_places()
        self._name_lands()
        self._name_seas()

    @property
    def _inner(self) -> QRectF:
        edge = self.look.px(_EDGE_U)
        return self.view.area.adjusted(edge, edge, -edge, -edge)

    def _is_in_view(self, land: MapName) -> bool:
        return self._inner.contains(
            QPointF(*self.view.camera.to_screen(land.point.x(), land.point.y()))
        )

    def _mark_rects(self) -> list[QRectF]:
        return [
            self._marking.rect(place)
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
            self._inner,
            self.taken,
            self._marks,
            self.size,
            _OFF_LAND_U if self.is_crowded else ON_LAND_U,
            must_stand=not view.is_explored,
        )

    def _take_chip(self, chip: Chip | None) -> bool:
        if chip is None:
            return False
        self.chips.append(chip)
        self.named.add(chip.place)
        self.taken += [chip.rect, *beads_of(chip.leader, self.look.px(_LEADER_CLEARANCE_U))]
        return True

    def _take_name(
        self, rect: QRectF | None, setting: Setting, color: QColor, subject: str
    ) -> bool:
        if rect is None:
            return False
        fill = self._fills.get(subject)
        ink = color if fill is None else ink_on(fill, self.look.theme)
        self.names.append(named(setting, rect, ink, self.look, subject=subject, over=fill))
        self.named.add(subject)
        self.taken.append(rect)
        return True

    def _name_together(self) -> None:
        """Name those that stand together or not at all."""
        for group in self.world.together:
            places = [place for place in map(self.world.place, group) if place is not None]
            before = len(self.names), len(self.chips), len(self.taken), set(self.named)
            seen = all(self.view.area.contains(self._marking.at(place)) for place in places)
            if not (seen and all(map(self._name_one, places))):
                names, chips, taken, self.named = before
                del self.names[names:], self.chips[chips:], self.taken[taken:]
                self.barred.update(group)

    def _name_own(self) -> None:
        """Name the place that is open, whatever else stands there."""
        place = self.world.place(self.view.chosen or "")
        if place is not None and place.landmark.id not in self.named:
            self._name_one(place)

    def _name_one(self, place: MapPlace) -> bool:
        """Name a place in its outline or beside its disc, or else on a chip."""
        landmark, outline = place.landmark, self.world.rough.get(place.landmark.shape or "")
        is_own = landmark.id == self.view.chosen
        if self.view.chosen is None:
            room = self._chip_room()
            return self._take_chip(room.at_home(place) if landmark.chip else room.around(place))
        strong = is_own or bool(place.lit & self.view.lit) or landmark.id in self.view.named
        words = landmark.label.words_in(self.view.language)
        rect, setting = None, self._set(words, "map_city", strong=strong)
        if outline is not None:
            rect = self._room.inside(self._point_of(place), setting, self.taken, outline)
        elif is_own:
            setting = self._set(words, "map_place", strong=True)
            if self._name_disc(place, setting):
                return True
        color = self._ink(strong=strong)
        if self._take_name(rect, setting, color, landmark.id):
            return True
        for size in (self.size, _SMALL_CHIP):
            if self._take_chip(replace(self._chip_room(), size=size).around(place)):
                return True
        room = replace(self._chip_room(), size=_SMALL_CHIP)
        pill = self._room.anywhere(place.point, room.pill_size(place), self.taken)
        return self._take_chip(None if pill is None else room.untied(place, pill))

    def _name_disc(self, place: MapPlace, setting: Setting) -> bool:
        """Name a place beside its disc: plainly on land, in a pill on water."""
        point, side, hurdles = place.point, place.landmark.label_at, self._hurdles(place)
        size = QSizeF(setting.ink, setting.size.height())
        rect = self._room.around_disc(point, size, hurdles, side, self.world.rough.values())
        if self._take_name(rect, setting, self._ink(strong=True), place.landmark.id):
            return True
        room = self._chip_room()
        pill = self._room.around_disc(point, room.pill_size(place), hurdles, side)
        return self._take_chip(None if pill is None else room.untied(place, pill))

    def _hurdles(self, place: MapPlace) -> list[QRectF]:
        """What the name beside a disc keeps off: everything but the disc itself."""
        at = self._marking.at(place)
        return [rect for rect in self.taken if not rect.contains(at)]

    def _point_of(self, place: MapPlace) -> QPointF:
        """Where the drawing wants the name of a land."""
        lands = (land for land in self.world.names if land.id == place.landmark.shape)
        return next((land.point for land in lands), place.point)

    def _set(self, words: str, role: str, *, strong: bool = False) -> Setting:
        is_bold = strong or (role == "map_city" and self.look.theme.high_contrast)
        span = Span(words, weight=700 if is_bold else None)
        scale = self.size if role == "map_city" else 1.0
        return set_text(self.look, [span], language=self.view.language, role=role, scale=scale)

    def _ink(self, *, strong: bool) -> QColor:
        theme = self.look.theme
        return theme.muted if self.view.lit and not strong else theme.text

    def _name_places(self) -> None:
        """At home: the chips, then what is named beside its marker."""
        for place in self.world.places:
            if place.landmark.chip is not None and place.landmark.id not in self.named:
                self._take_chip(self._chip_room().at_home(place))
        for place in self.world.places:
            landmark = place.landmark
            if landmark.id in self.marked and landmark.chip is None and landmark.kind != "city":
                self._name_beside(place)

    def _name_beside(self, place: MapPlace) -> None:
        landmark, theme = place.landmark, self.look.theme
        is_facility = landmark.kind == "facility"
        words = landmark.label.words_in(self.view.language)
        setting = self._set(words, "map_facility" if is_facility else "map_place")
        rect = self._room.beside_marker(
            place.point, setting, self._hurdles(place), landmark.label_at, self._outlines
        )
        if is_facility and self._is_blocked(rect, place):
            self.marked.discard(landmark.id)
            return
        self.names.append(
            named(
                setting,
                rect,
                theme.text2 if is_facility else theme.text,
                self.look,
                subject=landmark.id,
                place=landmark.id,
                anchor=self._marking.at(place),
            )
        )
        self.named.add(landmark.id)
        self.taken.append(rect)

    def _is_blocked(self, rect: QRectF, place: MapPlace) -> bool:
        """Whether a name would cover something else than its own marker."""
        hurdles = self._hurdles(place)
        return not self.view.area.contains(rect) or any(map(rect.intersects, hurdles))

    def _name_lands(self) -> None:
        """Name the cities: those that are lit first, then in the order of the drawing."""
        view = self.view
        labels = {
            place.landmark.shape: place.landmark.label.words_in(view.language)
            for place in self.world.places
            if place.landmark.kind == "city"
        }
        for land in sorted(self.world.names, key=self._by_urgency):
            if land.id in self.named or land.id in self.barred:
                continue
            lit = land.id in view.lit or land.id in view.named
            words = labels.get(land.id) or land.words_in(view.language)
            setting = self._set(words, "map_city", strong=lit)
            rect, ink = self._land_rect(land, setting), self._ink(strong=lit)
            if not self._take_name(rect, setting, ink, land.id) and self.is_crowded:
                place = self.world.place(land.id)
                if place is not None:
                    self._take_chip(self._chip_room().around(place))

    def _by_urgency(self, land: MapName) -> tuple[bool, float]:
        """What is lit comes first; of the whole bay those that have the least room."""
        waits = land.id not in self.view.lit and land.id not in self.view.named
        outline = self.world.rough.get(land.id)
        if outline is None or self.view.chosen != WHOLE_BAY:
            return waits, 0.0
        box = outline.controlPointRect()
        return waits, box.width() * box.height()

    def _land_rect(self, land: MapName, setting: Setting) -> QRectF | None:
        """Where the name of a city has room."""
        outline = self.world.rough.get(land.id)
        rect = None
        if self.view.chosen is None or outline is None:
            rect = self._room.near(land.point, setting, self.taken, outline, self._outlines)
        if rect is None and outline is not None:
            wholly = self.view.chosen != WHOLE_BAY
            rect = self._room.inside(land.point, setting, self.taken, outline, wholly=wholly)
        return rect

    def _name_seas(self) -> None:
        if self.view.chosen is not None:
            return
        theme = self.look.theme
        # On water by day the quietest ink is not read well enough.
        ink = theme.text2 if theme.name == "light" else theme.muted
        for sea in self.world.seas:
            words = sea.words_in(self.view.language)
            span = Span(words, italic=True, tracking=_SEA_TRACKING_EM)
            setting = set_text(self.look, [span], language=self.view.language, role="map_sea")
            light = self.world.framing.light
            rect = self._room.on_dark_water(sea.point, setting, self.taken, self._all_land(), light)
            self._take_name(rect, setting, ink, sea.id)

    @property
    def _outlines(self) -> Sequence[QPainterPath]:
        """The cities, roughly."""
        return tuple(self.world.rough.values())

    def _all_land(self) -> list[QPainterPath]:
        """The cities, roughly, and the land around them."""
        context = self.world.shapes.context
        return [*self.world.rough.values(), *([] if context is None else [context])]
