"""Names on the map: which stand in a view, what comes first, and what gives way to what.

What must stand comes first: the name of the open place, and those that are named together or not
at all.  Everything else has the room that is left.  While somebody explores the map, names that
can stay where they are do so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from kiosk.screen.map.map_cameras import nearest_scale
from kiosk.screen.map.map_kept_names import KeptNames, kept_names
from kiosk.screen.map.map_land_names import LandNames
from kiosk.screen.map.map_letters import named
from kiosk.screen.map.map_marking import apart
from kiosk.screen.map.map_name_sheet import SMALL_CHIP
from kiosk.screen.map.place_groups import GROUP, groups_of
from kiosk.screen.map.shade_legend import set_legend

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from kiosk.screen.map.map_letters import Chip
    from kiosk.screen.map.map_world import MapName, MapPlace

_NEARLY = 0.95


@dataclass
class NameLayout(LandNames):
    """One attempt to set the names of a view, in names of one size."""

    @property
    def lacks(self) -> tuple[int, int]:
        """How many lands in view have no name, and how many names a line runs through."""
        unnamed = (land for land in self.world.names if land.id not in self.named)
        return sum(map(self._is_in_view, unnamed)), self.lined

    def fill(self) -> Iterator[None]:
        """Set everything, the most urgent first, in steps of one name."""
        view = self.view
        # Among shades a marker would look like one more value.
        is_crowded = self.is_crowded or bool(view.light.shades)
        self.marked, self._hidden = self.marking.with_room(is_crowded=is_crowded)
        yield
        self.fills = view.light.fills(self.world, self.look.theme)
        self.marks = self._mark_rects()
        self.taken = [*view.obstacles, *self.marks]
        if view.name_group is not None and self._is_near:
            # Where their lines begin no name may stand.
            self.taken += [self.marking.dot(place) for place in self._hidden]
        if view.light.legend is not None:
            self.legend = set_legend(view.light.legend, self.look, view.area)
            self.taken.append(self.legend.rect)
        yield
        self._unmarked = self._places_of_pills()
        yield
        yield from self._keep_names()
        yield from self._name_together()
        yield from self._name_own()
        if view.chosen is None:
            yield from self._name_places()
            yield from self._name_groups()
        yield from self._name_lands()
        yield from self._name_seas()

    def _keep_names(self) -> Iterator[None]:
        """Have the room kept of what can stay where it is."""
        self.kept = KeptNames()
        before = self.view.before
        if self.keeps and before is not None and before.language == self.view.language:
            if before.size == self._pill_share:
                gone = {chip.place for chip in before.chips if chip.group}
                gone -= {place.landmark.id for place in self._unmarked}
                left = tuple(chip for chip in before.chips if chip.place not in gone)
                before = replace(before, chips=left)
                self.kept = yield from kept_names(before, self.world, self._chip_room(), self._room)
            self.taken += self.kept.rects(self._clearance)

    def _is_in_view(self, land: MapName) -> bool:
        return self.inner.contains(
            QPointF(*self.view.camera.to_screen(land.point.x(), land.point.y()))
        )

    def _name_together(self) -> Iterator[None]:
        """Name those that stand together or not at all."""
        for group in self.world.together:
            places = [place for place in map(self.world.place, group) if place is not None]
            before = len(self.names), len(self.chips), [*self.taken], set(self.named)
            names_each = self._name_one
            seen = all(self.view.area.contains(self.marking.at(place)) for place in places)
            if self.view.is_explored:
                seen, names_each = any(map(self._is_seen, places)), self._name_seen
            done = seen
            for place in places:
                done = done and (yield from names_each(place))
                yield
            if not done:
                names, chips, self.taken, self.named = before
                del self.names[names:], self.chips[chips:]
                self.barred.update(group)
                self.lacks_some |= seen

    def _is_seen(self, place: MapPlace) -> bool:
        """Whether anything of a place is in view."""
        outline = self.world.shapes.cities.get(place.landmark.shape or "")
        if outline is None:
            return self.inner.contains(self.marking.at(place))
        return outline.intersects(self._room.on_map(self.inner))

    def _name_seen(self, place: MapPlace) -> Generator[None, None, bool]:
        """Name a place that somebody explores: at its point, in its outline, or at the edge."""
        landmark = place.landmark
        is_there = self._is_open(self.marking.at(place))
        if is_there and (yield from self._name_one(place)):
            return True
        yield
        setting = self._set(landmark.label.words_in(self.view.language), "map_city")
        ink = self._ink(strong=False)
        if self._keep(landmark.id, setting, ink):
            return True
        outline = self.world.rough.get(landmark.shape or "")
        rect = None
        if outline is not None:
            point = self._room.seen_point(place.point, outline)
            rect = self._room.inside(point, setting, self.taken, outline)
        if self._take_name(rect, setting, ink, landmark.id):
            return True
        for size in (self._pill_share, SMALL_CHIP):
            yield
            room = replace(self._chip_room(), size=size)
            point = self._room.nearest_seen(place.point)
            pill = self._room.anywhere(point, room.pill_size(place), self.taken)
            if pill is not None:
                return self._take_chip(room.at_edge(place, pill))
        return False

    def _name_own(self) -> Iterator[None]:
        """Name the place that is open, whatever else stands there."""
        place = self.world.place(self.view.chosen or "")
        # In a map of one's own an outline may be called otherwise than its place.
        if place is not None and not self.named & {place.landmark.id, place.landmark.shape}:
            yield from self._name_one(place)
        yield

    def _name_one(self, place: MapPlace) -> Generator[None, None, bool]:
        """Name a place in its outline or beside its disc, or else on a chip."""
        landmark, outline = place.landmark, self.world.rough.get(place.landmark.shape or "")
        is_own = landmark.id == self.view.chosen
        if self.view.chosen is None:
            return self._take_chip((yield from self._tied_chip(place)))
        strong = is_own or bool(place.lit & self.view.lit) or landmark.id in self.view.named
        words = landmark.label.words_in(self.view.language)
        rect, setting = None, self._set(words, "map_city", strong=strong)
        yield
        if outline is not None:
            rect = self._room.inside(self._point_of(place), setting, self.taken, outline)
        elif is_own:
            setting = self._set(words, "map_place", strong=True)
            if self._name_disc(place, setting):
                return True
        color = self._ink(strong=strong)
        if self._take_name(rect, setting, color, landmark.id):
            return True
        for size in (self._pill_share, SMALL_CHIP):
            yield
            room = replace(self._chip_room(), size=size)
            if self._take_chip((yield from room.around(place))):
                return True
        yield
        room = replace(self._chip_room(), size=SMALL_CHIP)
        pill = self._room.anywhere(place.point, room.pill_size(place), self.taken)
        return self._take_chip(None if pill is None else room.untied(place, pill))

    def _name_places(self) -> Iterator[None]:
        """At home: the chips, then what is named beside its marker."""
        for place in self.world.places:
            landmark = place.landmark
            if landmark.chip is None or landmark.id in self.named | self.barred:
                continue
            self._take_chip((yield from self._tied_chip(place)))
            yield
        for place in self.world.places:
            landmark = place.landmark
            if landmark.id in self.marked and landmark.chip is None and landmark.kind != "city":
                yield from self._name_beside(place)
                yield

    def _places_of_pills(self) -> list[MapPlace]:
        """What has no room for a marker: places near by, and else groups of them."""
        words = self.view.name_group
        if words is None or self._is_near:
            return self._hidden if words is not None else []
        shown = [place.point for place in self.world.places if place.landmark.id in self.marked]
        groups = groups_of(self._hidden, shown, apart(self.look) / self.view.camera.scale)
        return [group.as_place(self.world, self.view.language, words) for group in groups]

    def _name_groups(self) -> Iterator[None]:
        """Have pills for what has no room of its own."""
        for place in self._unmarked:
            room = replace(self._chip_room(), size=SMALL_CHIP).from_dots()
            if not self._is_open(room.point(place)):
                continue
            chip = self.kept.chips.get(place.landmark.id) or (yield from room.around(place))
            if chip is not None:
                is_group = place.landmark.kind == GROUP
                self._take_chip(replace(chip, group=is_group, is_dotted=True))
            yield

    def _is_open(self, point: QPointF) -> bool:
        """Whether a point is in view and below no button: a line to it is seen to its end."""
        covers = self.view.obstacles
        return self.inner.contains(point) and not any(each.contains(point) for each in covers)

    @property
    def _is_near(self) -> bool:
        """Whether the map is about as near as it is for one place."""
        px_per_km = self.look.tokens["map"]["px_per_km"]["zone"]
        near = nearest_scale(self.look, self.world, px_per_km)
        return self.view.camera.scale >= near * _NEARLY

    def _hide(self, place: MapPlace) -> None:
        """Have no marker for a place whose name has no room beside it."""
        rect = self.marking.rect(place)
        self.marked.discard(place.landmark.id)
        self._hidden.append(place)
        self.marks = [mark for mark in self.marks if mark != rect]
        self.taken = [other for other in self.taken if other != rect]

    def _name_beside(self, place: MapPlace) -> Iterator[None]:
        landmark, theme = place.landmark, self.look.theme
        is_facility = landmark.kind == "facility"
        words = landmark.label.words_in(self.view.language)
        setting = self._set(words, "map_facility" if is_facility else "map_place")
        if self._keep(landmark.id, setting, theme.text2 if is_facility else theme.text):
            return
        rect = self._room.beside_marker(
            place.point,
            setting,
            self._hurdles(place),
            landmark.label_at,
            self._outlines,
            anywhere=self.view.is_explored,
        )
        chip, is_clear = None, rect is not None and self._room.is_off_lines(rect, setting.letters)
        is_dry = rect is not None and self._room.is_dry(rect, setting, self._outlines)
        if rect is None or (self.view.is_explored and not (is_clear or is_dry)):
            yield
            chip = self.kept.chips.get(landmark.id) or self._pill_beside(place)
            if chip is None and rect is not None:
                # A line is easier on the eye than a coast between letters.
                chip = yield from replace(self._chip_room(), size=SMALL_CHIP).around(place)
        if rect is None or chip is not None:
            if chip is None and is_facility:
                self._hide(place)
            else:
                self._take_chip(chip or (yield from self._tied_chip(place)))
            return
        self.names.append(
            named(
                setting,
                rect,
                theme.text2 if is_facility else theme.text,
                self.look,
                subject=landmark.id,
                place=landmark.id,
                anchor=self.marking.at(place),
                has_halo=not is_clear,
            )
        )
        self._note(landmark.id)
        self.taken.append(rect)

    def _pill_beside(self, place: MapPlace) -> Chip | None:
        """The small pill beside a marker whose name would stand on a coast."""
        room = replace(self._chip_room(), size=SMALL_CHIP)
        hurdles, first = self._hurdles(place), place.landmark.label_at
        pill = self._room.pill_beside(place.point, room.pill_size(place), hurdles, first)
        return None if pill is None else room.untied(place, pill)
