"""The map's places as controls: unseen buttons that keyboard and assistive technology can reach.

They are real buttons because only those bring role, name, place, focus and press over AT-SPI;
fingers go through them to the map, whose own rules say which of two near places is meant.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal, Slot

from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import draw_focus_ring
from kiosk.screen.map.map_words import MapWords
from kiosk.screen.map.place_groups import group_members

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_letters import Lettering
    from kiosk.screen.map.map_world import MapWorld

_REACH_U = 36
_PLACE_MS = 150


class MapTarget(Control):
    """One place on the map; paints nothing, the map draws its focus ring."""

    chosen = Signal(str)
    focused = Signal()

    def __init__(self, parent: QWidget, place: str) -> None:
        super().__init__(parent)
        self.place = place
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._say)

    def cover(self, rect: QRectF, name: str, description: str) -> None:
        """Stand over that part of the map under that name."""
        if self.hasFocus() and self.geometry() != rect.toAlignedRect():
            # Its ring reaches beyond it: what is left of it where it was goes as well.
            self.focused.emit()
        self.setGeometry(rect.toAlignedRect())
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)

    @Slot()
    def _say(self) -> None:
        self.chosen.emit(self.place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: what is seen here is the map."""


class MapTargets(QObject):
    """Holds one button for each place of a view, at the place's current position."""

    chosen = Signal(str)
    focus_moved = Signal()
    due = Signal()
    """The map has rested for a moment: the buttons are to be placed."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PLACE_MS)
        self._soon.timeout.connect(self.due)
        self._view = view
        self._targets: dict[str, MapTarget] = {}
        self._words = MapWords("en")

    def set_words(self, words: MapWords) -> None:
        """Name places in these words from now on."""
        self._words = words

    @property
    def is_late(self) -> bool:
        """Whether the buttons are still where the map was before."""
        return self._soon.isActive()

    def place_soon(self) -> None:
        """Say in a moment that they are due; placing them takes time that a glide needs."""
        self._soon.start()

    def place(
        self,
        world: MapWorld,
        look: Look,
        camera: Camera,
        lettering: Lettering,
        *,
        free: QRectF,
        among: frozenset[str] | None = None,
    ) -> None:
        """Put each button over its place, and hide those outside of what is `free`.

        Where only some places can be touched, they are `among` those.
        """
        self._soon.stop()
        groups = {chip.place: chip for chip in lettering.chips if chip.group}
        self._build(world, groups)
        chips = {chip.place: chip.rect for chip in lettering.chips}
        reach = max(look.px(_REACH_U), look.target / 2)
        for place in world.places:
            landmark = place.landmark
            rect = chips.get(landmark.id)
            if rect is None:
                x, y = camera.to_screen(place.point.x(), place.point.y())
                rect = QRectF(x - reach, y - reach, 2 * reach, 2 * reach)
            target = self._targets[landmark.id]
            has_place = place.outline is not None or landmark.id in {*lettering.marked, *chips}
            if among is not None:
                has_place = landmark.id in among
            target.setVisible(has_place and free.contains(rect.center()))
            name = landmark.label.words_in(self._words.language)
            target.cover(rect, name, self._words.describe(landmark.id))
        for group, chip in groups.items():
            self._targets[group].cover(chip.rect, chip.words, self._words.describe(group))
            self._targets[group].show()

    def controls(self, world: MapWorld) -> list[Control]:
        """The places that can be reached, from west to east, and then their groups."""
        places = {place.landmark.id: place.point.x() for place in world.places}
        seen = [each for each in self._targets.items() if not each[1].isHidden()]
        seen.sort(key=lambda each: places.get(each[0], math.inf))
        return [target for _, target in seen]

    def paint_focus(self, painter: QPainter, look: Look) -> None:
        """Draw the ring round the place that has the keyboard."""
        for target in self._targets.values():
            if target.hasFocus():
                rect = QRectF(target.geometry())
                radius = min(rect.width(), rect.height()) / 2
                draw_focus_ring(painter, look, rect, radius)

    def _build(self, world: MapWorld, groups: Iterable[str]) -> None:
        wanted = [*(place.landmark.id for place in world.places), *groups]
        for place in wanted:
            if place not in self._targets:
                target = MapTarget(self._view, place)
                target.chosen.connect(self.chosen)
                target.focused.connect(self.focus_moved)
                self._targets[place] = target
        for gone in set(self._targets) - set(wanted):
            target = self._targets.pop(gone)
            members = [each for each in group_members(gone, world) if target.hasFocus()]
            if members:
                self._targets[members[0].landmark.id].setFocus()
            target.deleteLater()
