"""The names and chips on the map: those of the view at rest, and those that fade on the way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from kiosk.geography.camera import Camera
from kiosk.screen.map.map_lettering import View, letter
from kiosk.screen.map.map_letters import Chip, Lettering, draw_chips, draw_leaders, draw_names

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtGui import QPainter

    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapWorld

_KEPT = 40


class MapNames:
    """Letters each view once, and lets one view's names fade while the next one's come."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Lettering] = {}
        self._lettering = Lettering()
        self._rested = Camera(0, 0, 1)
        self._leaving = Lettering()
        self._leaving_rested = self._rested

    @property
    def lettering(self) -> Lettering:
        """The names of the view at rest."""
        return self._lettering

    def forget_all(self) -> None:
        """Letter every view anew: the look or the places have changed."""
        self._kept.clear()

    def letter(self, world: MapWorld, look: Look, view: View) -> None:
        """Show the names of that view from now on."""
        kept = self._kept.get(view.key)
        if kept is None:
            kept = letter(world, look, view)
            self._kept[view.key] = kept
            while len(self._kept) > _KEPT:
                self._kept.pop(next(iter(self._kept)))
        self._lettering = kept

    def leave(self, camera: Camera) -> None:
        """Let the present names fade from where `camera` sees them."""
        self._leaving, self._leaving_rested = self._lettering, camera

    def rest(self) -> None:
        """Nothing fades any more."""
        self._leaving = Lettering()

    def paint(
        self,
        painter: QPainter,
        look: Look,
        *,
        camera: Camera,
        rested: Camera,
        progress: float,
        pressed: str | None,
    ) -> None:
        """Paint what `camera` sees on its way to where it will have `rested`."""
        parts = [(self._lettering, rested, 1.0)]
        if progress < 1:
            out = look.motion.label_out / look.motion.glide.duration
            parts = [
                (self._leaving, self._leaving_rested, 1 - progress / out),
                (self._lettering, rested, (progress - (1 - out)) / out),
            ]
        for lettering, own_camera, opacity in parts:
            if opacity <= 0:
                continue
            if camera != own_camera:
                lettering = _carried(lettering, own_camera, camera)
            draw_leaders(painter, look, lettering.chips, opacity)
            draw_names(painter, look, lettering, opacity)
            draw_chips(painter, look, lettering.chips, pressed, opacity)


def _carried(lettering: Lettering, rested: Camera, camera: Camera) -> Lettering:
    """The names of a resting view, carried along with the moving map."""

    def carry(rect: QRectF) -> QRectF:
        moved = QRectF(rect)
        centre = rect.center()
        moved.moveCenter(QPointF(*camera.to_screen(*rested.to_map(centre.x(), centre.y()))))
        return moved

    def carry_chip(chip: Chip) -> Chip:
        leader = tuple(
            QPointF(*camera.to_screen(*rested.to_map(point.x(), point.y())))
            for point in chip.leader
        )
        return replace(chip, rect=carry(chip.rect), leader=leader)

    return Lettering(
        names=tuple(replace(name, rect=carry(name.rect)) for name in lettering.names),
        chips=tuple(carry_chip(chip) for chip in lettering.chips),
    )
