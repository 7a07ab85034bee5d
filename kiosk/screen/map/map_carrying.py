"""The names of a resting view on a map that moves: each goes with its place, and none on another.

Each keeps its distance to its point in pixels: scaled with the map, it would leave its place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from kiosk.screen.map.map_fade import GONE, SOLID, Fade

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.geography.camera import Camera
    from kiosk.screen.map.map_free_rows import Box
    from kiosk.screen.map.map_letters import Chip, Lettering, Name
    from kiosk.screen.map.map_stamp import Stamp

_SAME = 0.3
"""How far, in pixels, what stands in two views may be from where it was to be the same."""


def carried(lettering: Lettering, rested: Camera, camera: Camera) -> Lettering:
    """The names of the view in which they `rested`, where `camera` sees them."""
    if camera == rested:
        return lettering

    def shift(anchor: QPointF) -> QPointF:
        return QPointF(*camera.to_screen(*rested.to_map(anchor.x(), anchor.y()))) - anchor

    def carry(name: Name) -> Name:
        by = shift(name.anchor)
        return replace(name, rect=name.rect.translated(by), anchor=name.anchor + by)

    def carry_chip(chip: Chip) -> Chip:
        by = shift(chip.leader[0])
        leader = tuple(point + by for point in chip.leader)
        return replace(chip, rect=chip.rect.translated(by), leader=leader)

    return replace(
        lettering,
        names=tuple(map(carry, lettering.names)),
        chips=tuple(map(carry_chip, lettering.chips)),
    )


def parted(before: Lettering, after: Lettering) -> tuple[Lettering, Lettering, Lettering]:
    """What goes, what stays and what comes; all of it where one camera sees it."""
    is_other = before.language != after.language
    stays = replace(
        after,
        names=() if is_other else tuple(each for each in before.names if _is_in(each, after.names)),
        chips=() if is_other else tuple(each for each in before.chips if _is_in(each, after.chips)),
        marked=before.marked & after.marked,
        legend=None if is_other or before.legend != after.legend else after.legend,
    )
    return _without(before, stays), stays, _without(after, stays)


def _without(lettering: Lettering, stays: Lettering) -> Lettering:
    return replace(
        lettering,
        names=tuple(each for each in lettering.names if not _is_in(each, stays.names)),
        chips=tuple(each for each in lettering.chips if not _is_in(each, stays.chips)),
        marked=lettering.marked - stays.marked,
        legend=lettering.legend if lettering.legend != stays.legend else None,
    )


def _is_in(one: Name | Chip, others: Iterable[Name] | Iterable[Chip]) -> bool:
    return any(_is_same(one, other) for other in others)


def _is_same(one: Name | Chip, other: Name | Chip) -> bool:
    return (
        one.key == other.key
        and _is_at(one.rect.topLeft(), other.rect.topLeft())
        and _is_at(one.rect.bottomRight(), other.rect.bottomRight())
    )


def _is_at(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() < _SAME


class Standing:
    """Which of the names that go with a moving map show: none that touches one before it.

    Where two come near to each other the latter fades; it comes back when there is room again.
    """

    def __init__(self) -> None:
        self._fades: dict[Stamp, Fade] = {}

    def clear(self) -> None:
        """Let all of them show."""
        self._fades.clear()

    def is_changing(self, now: float) -> bool:
        """Whether one of them comes or goes."""
        return any(not fade.is_over(now) for fade in self._fades.values())

    def opacity(self, each: Name | Chip, now: float) -> float:
        """How strongly one of them shows."""
        fade = self._fades.get(each.stamp)
        return 1.0 if fade is None else fade.at(now)

    def judge(
        self, items: Iterable[tuple[Name | Chip, Box]], near: float, now: float, duration: float
    ) -> None:
        """See who stands in whose way now; what is `near`, in pixels, soon will.

        Each comes with what it covers, and gives way to those before it.
        """
        standing: list[Box] = []
        fades: dict[Stamp, Fade] = {}
        for each, (left, top, right, bottom) in items:
            close = [
                other
                for other in standing
                if left < other[2] + near
                and other[0] < right + near
                and top < other[3] + near
                and other[1] < bottom + near
            ]
            if any(
                left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
                for other in close
            ):
                fades[each.stamp] = GONE
                continue
            before = self._fades.get(each.stamp, SOLID)
            end = 0.0 if close else 1.0
            if before.end != end:
                shown = before.at(now)
                before = Fade(shown, end, now, duration * abs(end - shown))
            fades[each.stamp] = before
            standing.append((left, top, right, bottom))
        self._fades = fades
