"""The names of cities and seas: where each has room on what it names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.look.span import Span
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.map.map_marking import WHOLE_BAY
from kiosk.screen.map.map_name_sheet import SMALL_CHIP, NameSheet

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QPainterPath

    from kiosk.screen.map.map_letters import Chip
    from kiosk.screen.map.map_world import MapName, MapPlace

_SEA_TRACKING_EM = 0.14
_BESIDE_U = 160
"""How far off the pill of one of many places may be: longer lines are hard to follow."""
_LEAST_U = 14
"""How large a city has to be on the screen to be named where there are many."""
_ORDERS = 4
"""In how many orders pills on the water are tried where few lands are named."""
_SHARES = (1.0, 0.87, 0.75)
"""How much smaller a city's name may be than others, on a map that somebody explores."""


@dataclass
class LandNames(NameSheet):
    """How cities and seas are named among what has been set."""

    def _name_lands(self) -> Iterator[None]:
        """Name the cities: those that are lit first, then in the order of the drawing."""
        view = self.view
        labels = {
            place.landmark.shape: place.landmark.label.words_in(view.language)
            for place in self.world.places
            if place.landmark.kind == "city"
        }
        named = {at.landmark.shape for at in self.world.places if at.landmark.id in self.named}
        beside: list[tuple[MapName, str, MapPlace | None]] = []
        for land in sorted(self.world.names, key=self._by_urgency):
            if land.id in self.named | named | self.barred or not self._can_stand(land):
                continue
            lit = land.id in view.lit or land.id in view.named
            words = labels.get(land.id) or land.words_in(view.language)
            yield
            if (yield from self._name_land(land, words, strong=lit)):
                continue
            yield
            place = self.world.owner(land.id)
            if place is not None and (self.is_crowded or self.view.is_explored):
                room = replace(self._chip_room(), size=SMALL_CHIP)
                kept = self.kept.chips.get(place.landmark.id)
                self._take_chip(kept or (yield from room.around(place)))
            elif view.chosen is None and not view.is_explored:
                beside.append((land, words, place))
        # What has room on its own land needs no line, so that comes first.
        yield from self._name_off_land(beside)

    def _name_off_land(
        self, beside: Sequence[tuple[MapName, str, MapPlace | None]]
    ) -> Generator[None, None, None]:
        """Have pills on the water near by; where few are named, else names on the water."""
        places = [place for _, _, place in beside if place is not None]
        if not self.world.is_full:
            # Lines of small lands have the least room.
            places.reverse()
        chips: list[Chip] = []
        for _ in range(1 if self.world.is_full else _ORDERS):
            found = yield from self._chips_off_land(places)
            chips = max(chips, found, key=len)
            named = {chip.place for chip in found}
            if len(named) == len(places):
                break
            # What had no room has the first choice now.
            places.sort(key=lambda place: place.landmark.id in named)
        for chip in chips:
            self._take_chip(chip)
        lands = self.world.shapes.cities
        for land, words, _ in beside:
            if land.id in self.named or self.world.is_full:
                continue
            yield
            setting = self._set(words, "map_city")
            others = [path for name, path in lands.items() if name != land.id]
            rect = self._room.off_lands(land.point, setting, self.taken, others)
            self._take_name(rect, setting, self._ink(strong=False), land.id)

    def _chips_off_land(self, places: Sequence[MapPlace]) -> Generator[None, None, list[Chip]]:
        """The pills on the water of as many of these places as have room, in this order."""
        before, chips = [*self.taken], []
        for place in places:
            room = replace(self._chip_room(), size=SMALL_CHIP, reach_u=_BESIDE_U, is_off_land=True)
            chip = yield from room.around(place)
            if chip is not None:
                chips.append(chip)
                self.taken += self._covered(chip)
        self.taken = before
        return chips

    def _name_land(self, land: MapName, words: str, *, strong: bool) -> Generator[None, None, bool]:
        """Write the name of a city on it; smaller where it may and that makes it fit."""
        can_shrink = self.view.is_explored or self.world.is_full
        ink, shares = self._ink(strong=strong), _SHARES if can_shrink else _SHARES[:1]

        def settings() -> Iterator[Setting]:
            for share in shares:
                yield self._set(words, "map_city", strong=strong, share=share)

        is_kept = land.id in self.kept.names
        if is_kept and any(self._keep_land(land, setting, ink) for setting in settings()):
            return True
        for setting in settings():
            yield
            rect = self._land_rect(land, setting)
            if self._take_name(rect, setting, ink, land.id):
                return True
        return False

    def _keep_land(self, land: MapName, setting: Setting, ink: QColor) -> bool:
        """Have the name of a city where it was, or larger there if there is room now."""
        kept, outline = self.kept.names.get(land.id), self.world.rough.get(land.id)
        if kept is None or outline is None:
            return False
        rect = self._room.centred(kept.rect.center(), setting)
        others = [other for other in self.taken if other != kept.rect]
        if self._keep(land.id, setting, ink):
            return True
        if not self._room.stands(rect, others, [outline], setting.letters):
            return False
        self.taken = others
        return self._take_name(rect, setting, ink, land.id)

    def _by_urgency(self, land: MapName) -> tuple[bool, float]:
        """What is lit comes first; of the whole bay those that have the least room."""
        waits = land.id not in self.view.lit and land.id not in self.view.named
        outline = self.world.rough.get(land.id)
        if outline is None or self.view.chosen != WHOLE_BAY or self.world.is_full:
            return waits, 0.0
        box = outline.controlPointRect()
        return waits, box.width() * box.height()

    def _can_stand(self, land: MapName) -> bool:
        """Whether any of a city is in view, and, among many others, whether a letter fits on it."""
        outline = self.world.rough[land.id]
        seen = self.view.camera.transform().mapRect(outline.controlPointRect())
        least = self.look.px(_LEAST_U) if self.world.is_full else 0.0
        return seen.intersects(self.inner) and min(seen.width(), seen.height()) >= least

    def _land_rect(self, land: MapName, setting: Setting) -> QRectF | None:
        """Where the name of a city has room."""
        outline, rect = self.world.rough.get(land.id), None
        wholly = self.view.chosen != WHOLE_BAY
        if self.view.is_explored and outline is not None:
            point = self._room.seen_point(land.point, outline)
            return self._room.inside(point, setting, self.taken, outline)
        if outline is not None and self.world.is_full:
            # Beside its own city a name would stand on another.
            wholly = self.view.chosen not in (None, WHOLE_BAY)
        elif self.view.chosen is None and outline is not None:
            rect = self._room.near(land.point, setting, self.taken, outline)
        if rect is None and outline is not None:
            rect = self._room.inside(land.point, setting, self.taken, outline, wholly=wholly)
        is_one_of_few = self.view.chosen is None and not self.world.is_full
        if rect is None and outline is not None and is_one_of_few:
            return self._room.beyond_lines(land.point, setting, self.taken, outline)
        return rect

    def _name_seas(self) -> Iterator[None]:
        if self.view.chosen is not None:
            return
        theme = self.look.theme
        # On water by day the quietest ink is not read well enough.
        ink = theme.text2 if theme.is_light else theme.muted
        for sea in self.world.seas:
            yield
            words = sea.words_in(self.view.language)
            span = Span(words, italic=True, tracking=_SEA_TRACKING_EM)
            setting = set_text(self.look, [span], language=self.view.language, role="map_sea")
            if self._keep(sea.id, setting, ink):
                continue
            rect = self._room.on_dark_water(sea.point, setting, self.taken, self.world.all_land)
            self._take_name(rect, setting, ink, sea.id)

    @property
    def _outlines(self) -> Sequence[QPainterPath]:
        """The cities, roughly."""
        return tuple(self.world.rough.values())
