"""Names that stay where they are when somebody has moved the map: no name jumps without need."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.screen.map.map_chips import beads_of

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainterPath

    from kiosk.screen.map.map_chips import ChipRoom
    from kiosk.screen.map.map_letters import Chip, Lettering, Name
    from kiosk.screen.map.map_name_rooms import NameRoom
    from kiosk.screen.map.map_world import MapWorld

_AT_ITS_POINT = 1.0
"""How far, in pixels, the line of a chip may begin from the point of its place."""


@dataclass(frozen=True)
class KeptNames:
    """The names and chips that can stay, by the ids of what they name."""

    names: dict[str, Name] = field(default_factory=dict)
    chips: dict[str, Chip] = field(default_factory=dict)

    def rects(self, reach: float) -> Iterator[QRectF]:
        """What they cover, and their lines with `reach` around them."""
        for name in self.names.values():
            yield name.rect
        for chip in self.chips.values():
            yield chip.rect
            yield from beads_of(chip.leader, reach)


def kept_names(
    before: Lettering, world: MapWorld, chip_room: ChipRoom, name_room: NameRoom
) -> Generator[None, None, KeptNames]:
    """Find, in steps of one name, what can stay of those that were seen before, seen from here.

    A pill stays where it and its line fit, a name where it is on its own land, beside its marker
    on any land, or on dark water; and none stays on another one.
    """
    kept = KeptNames()
    taken = [*chip_room.taken]
    for chip in before.chips:
        yield
        place = world.place(chip.place)
        if (place is None and not chip.group) or chip.is_beyond:
            continue
        point = chip.leader[0] if place is None else chip_room.point(place)
        is_tied = (point - chip.leader[0]).manhattanLength() < _AT_ITS_POINT
        room = chip_room.among(taken)
        if is_tied and room.inner.contains(point) and room.fits(point, chip.rect):
            kept.chips[chip.place] = chip
            taken += [chip.rect, *beads_of(chip.leader, room.clearance)]
    for name in before.names:
        yield
        if _can_stay(name, world, chip_room, name_room, taken):
            kept.names[name.subject] = name
            taken.append(name.rect)
    return kept


def _can_stay(
    name: Name,
    world: MapWorld,
    chip_room: ChipRoom,
    name_room: NameRoom,
    taken: Sequence[QRectF],
) -> bool:
    lands: dict[str, QPainterPath] = world.rough
    if name.place:
        place = world.place(name.place)
        if place is None:
            return False
        point = chip_room.point(place)
        others = [rect for rect in taken if not rect.contains(point)]
        return name_room.inner.contains(point) and name_room.stands(
            name.rect, others, lands.values(), name.letters
        )
    if name.subject in lands:
        return name_room.stands(name.rect, taken, [lands[name.subject]], name.letters)
    return name_room.is_free(name.rect, taken) and name_room.is_dark(name.rect, world.all_land)
