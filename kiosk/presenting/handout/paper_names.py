"""The names on a map of a handout: which have room, and where."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from kiosk.look.typesetting import set_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kiosk.geography.camera import Camera
    from kiosk.look.typesetting import Setting
    from kiosk.presenting.handout.edition import Edition
    from kiosk.screen.map.map_world import MapPlace

DOT_U = 12
_NAME_GAP_U = 8
_NAME_SCALE = 0.8
_NEEDED = 3
"""Up to this many zones are all named; of more, those with a dot and those that have room."""


@dataclass(frozen=True)
class PaperName:
    """The name of a place or a city, and the box that it fills."""

    id: str
    setting: Setting
    box: QRectF


@dataclass(frozen=True)
class _Wanted:
    """A name that still looks for room: on its point, or beside the dot there."""

    id: str
    setting: Setting
    at: QPointF
    beside: bool
    needed: bool


def place_name(place: MapPlace, edition: Edition) -> str:
    """What a place is called in the language of the edition."""
    zone = edition.locale.exhibit.zone(place.landmark.id)
    return edition.locale.text(zone.name) if zone is not None else place.landmark.id


def paper_names(
    edition: Edition,
    places: Sequence[MapPlace],
    camera: Camera,
    area: QRectF,
    discs: Mapping[str, QPointF] = MappingProxyType({}),
) -> tuple[PaperName, ...]:
    """The names of the places beside their dots, then of the cities that have room among them.

    Those that are named together stand there together or not at all.  A city that is a disc is
    named beside it.
    """
    arrangement = _Arrangement(edition, camera, area, discs)
    return tuple(arrangement.names(places))


@dataclass
class _Arrangement:
    """Finds room for one name after the other, each where no other is yet."""

    edition: Edition
    camera: Camera
    area: QRectF
    discs: Mapping[str, QPointF]
    taken: list[QRectF] = field(default_factory=list)

    def names(self, places: Sequence[MapPlace]) -> Iterator[PaperName]:
        """What finds room, in the order in which it looks for it."""
        radius = self.edition.look.px(DOT_U)
        for place in places:
            if place.glyph != "none":
                self.taken.append(_around(self._on_screen(place.point), radius))
        self.taken += [_around(at, radius) for at in self.discs.values()]
        wanted = [*self._of_places(places), *self._of_cities(places)]
        left = {each.id: each for each in reversed(wanted)}
        groups = {one: group for group in self.edition.world.together for one in group}
        for group in (groups.get(each.id, (each.id,)) for each in wanted):
            yield from self._named([left.pop(one) for one in group if one in left])

    def _of_places(self, places: Sequence[MapPlace]) -> Iterator[_Wanted]:
        for place in places:
            marked = place.glyph != "none"
            setting = self._typeset(place_name(place, self.edition), strong=True)
            needed = marked or len(places) <= _NEEDED
            at = self._on_screen(place.point)
            yield _Wanted(place.landmark.id, setting, at, beside=marked, needed=needed)

    def _of_cities(self, places: Sequence[MapPlace]) -> Iterator[_Wanted]:
        """The cities that are no places of this map, those of groups first."""
        world, locale = self.edition.world, self.edition.locale
        grouped = {one for group in world.together for one in group}
        named = {place.landmark.id for place in places}
        for city in sorted(world.names, key=lambda each: each.id not in grouped):
            if city.id not in named:
                zone = locale.exhibit.zone(city.id)
                own = city.words_in(locale.language)
                words = own if zone is None else locale.text(zone.name)
                disc = self.discs.get(city.id)
                at = disc or self._on_screen(city.point)
                setting = self._typeset(words, strong=not named)
                yield _Wanted(city.id, setting, at, beside=disc is not None, needed=False)

    def _named(self, group: Sequence[_Wanted]) -> Iterator[PaperName]:
        """All of a group, or none where one that can be spared finds no room."""
        found: list[PaperName] = []
        before = len(self.taken)
        needed = any(each.needed for each in group)
        for each in group:
            box = self._room_for(each, needed=needed)
            if box is None:
                del self.taken[before:]
                return
            self.taken.append(box)
            found.append(PaperName(each.id, each.setting, box))
        yield from found

    def _room_for(self, name: _Wanted, *, needed: bool) -> QRectF | None:
        """Where there is room, preferably on its point or to the right of its dot."""
        look, at = self.edition.look, name.at
        wide, high = name.setting.ink, name.setting.size.height()
        away = look.px(DOT_U + _NAME_GAP_U)
        middle = QRectF(at.x() - wide / 2, at.y() - high / 2, wide, high)
        sides = (
            middle.translated(away + wide / 2, 0),
            middle.translated(-away - wide / 2, 0),
            middle.translated(0, -away - high / 2),
            middle.translated(0, away + high / 2),
        )
        tries = sides if name.beside else (middle, *sides[2:])
        room = [box for box in tries if self.area.contains(box)]
        free = [box for box in room if not any(box.intersects(other) for other in self.taken)]
        if not free and not needed:
            return None
        return next(iter(free or room or tries))

    def _on_screen(self, point: QPointF) -> QPointF:
        return QPointF(*self.camera.to_screen(point.x(), point.y()))

    def _typeset(self, words: str, *, strong: bool) -> Setting:
        role = "control" if strong else "source"
        scale = _NAME_SCALE if strong else 1.0
        language = self.edition.locale.language
        return set_text(self.edition.look, words, language=language, role=role, scale=scale)


def _around(at: QPointF, radius: float) -> QRectF:
    return QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
