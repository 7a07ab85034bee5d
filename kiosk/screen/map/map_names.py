"""The names and chips on the map: those of the view at rest, and those that fade on the way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from kiosk.geography.camera import Camera
from kiosk.screen.map.map_fade import SOLID, Fade
from kiosk.screen.map.map_lettering import letter
from kiosk.screen.map.map_letters import (
    Chip,
    Lettering,
    Name,
    draw_chips,
    draw_leaders,
    draw_names,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from PySide6.QtGui import QPainter

    from kiosk.look.look import Look
    from kiosk.screen.map.map_marking import View
    from kiosk.screen.map.map_world import MapWorld

_KEPT = 40


@dataclass
class _Part:
    """The names of one view and how strongly they show."""

    lettering: Lettering
    rested: Camera
    fade: Fade


class MapNames:
    """Letters each view once, and lets one view's names fade while the next one's come."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Lettering] = {}
        self._parts = [_Part(Lettering(), Camera(0, 0, 1), SOLID)]

    @property
    def lettering(self) -> Lettering:
        """The names of the view at rest."""
        return self._parts[-1].lettering

    def forget_all(self) -> None:
        """Letter every view again, because the look or the places have changed."""
        self._kept.clear()

    def letter(self, world: MapWorld, look: Look, view: View) -> None:
        """Show the names of that view from now on."""
        kept = self._kept.get(view.key)
        if kept is None:
            kept = letter(world, look, view)
            self._kept[view.key] = kept
            while len(self._kept) > _KEPT:
                self._kept.pop(next(iter(self._kept)))
        coming = self._parts[-1]
        coming.lettering, coming.rested = kept, view.camera

    def leave(self, look: Look, now: float, ends: float) -> None:
        """Let the present names fade from now on, and those of the next view come at the end."""
        out = look.motion.label_out
        for part in self._parts:
            shown = part.fade.at(now)
            part.fade = Fade(shown, 0.0, now, out * shown)
        self._parts = [part for part in self._parts if part.fade.at(now) > 0]
        coming = Fade(0.0, 1.0, max(now, ends - out), min(out, ends - now))
        self._parts.append(_Part(Lettering(), Camera(0, 0, 1), coming))

    def rest(self) -> None:
        """Nothing fades any more."""
        self._parts = self._parts[-1:]
        self._parts[0].fade = SOLID

    def seen(self, camera: Camera, now: float) -> Iterator[tuple[Lettering, float]]:
        """The names where `camera` sees them, each view's with their opacity."""
        for part in self._parts:
            opacity = part.fade.at(now)
            if opacity > 0:
                still = camera == part.rested
                yield (
                    part.lettering if still else _carried(part.lettering, part.rested, camera),
                    opacity,
                )

    def marks(self, now: float) -> dict[str, float]:
        """The places whose markers are seen, each with the opacity of its marker."""
        found: dict[str, float] = {}
        for part in self._parts:
            for place in part.lettering.marked:
                # What both views have stays as it is while the one gives way to the other.
                found[place] = 1.0 if place in found else part.fade.at(now)
        return found

    def paint(
        self, painter: QPainter, look: Look, camera: Camera, now: float, pressed: str | None
    ) -> None:
        """Paint what `camera` sees."""
        for lettering, opacity in self.seen(camera, now):
            draw_leaders(painter, look, lettering.chips, opacity)
            draw_names(painter, look, lettering, opacity)
            draw_chips(painter, look, lettering.chips, pressed, opacity)
            if lettering.legend is not None:
                painter.setOpacity(opacity)
                lettering.legend.stamp.put(
                    painter, lettering.legend.rect.x(), lettering.legend.rect.y()
                )
                painter.setOpacity(1.0)


def _carried(lettering: Lettering, rested: Camera, camera: Camera) -> Lettering:
    """The names of a resting view, carried along with the moving map.

    Each keeps its distance to its point in pixels: scaled with the map, it would leave its place.
    """

    def shift(anchor: QPointF) -> QPointF:
        return QPointF(*camera.to_screen(*rested.to_map(anchor.x(), anchor.y()))) - anchor

    def carry(name: Name) -> Name:
        return replace(name, rect=name.rect.translated(shift(name.anchor)))

    def carry_chip(chip: Chip) -> Chip:
        by = shift(chip.leader[0])
        leader = tuple(point + by for point in chip.leader)
        return replace(chip, rect=chip.rect.translated(by), leader=leader)

    return Lettering(
        names=tuple(map(carry, lettering.names)),
        chips=tuple(map(carry_chip, lettering.chips)),
        legend=lettering.legend,
    )
