"""Journey: the one holder of where the visitor is and what makes it comfortable."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from kiosk.exhibit.place import HOME, Place

if TYPE_CHECKING:
    from kiosk.journey.comfort import Comfort


class Origin(NamedTuple):
    """Where something was opened from, with what was lit there: the way back leads there."""

    place: Place
    highlight: tuple[str, ...]


class Journey(QObject):
    """Moves the exhibit.  Visitors, tours, the attract loop and tests all go through it."""

    moved = Signal(object)
    """The new Place; the same one where only the highlight is another."""
    comforted = Signal(object)
    """The new Comfort."""

    def __init__(self, comfort: Comfort, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = HOME
        self._highlight: tuple[str, ...] = ()
        self._origin: Origin | None = None
        self._comfort = comfort

    @property
    def place(self) -> Place:
        """Where the visitor is."""
        return self._place

    @property
    def highlight(self) -> tuple[str, ...]:
        """The zones that a tour lights on the map besides the place."""
        return self._highlight

    @property
    def origin(self) -> Origin | None:
        """Where what is shown was opened from; None for the map home without a layer."""
        return self._origin

    @property
    def comfort(self) -> Comfort:
        """How the visitor wants it."""
        return self._comfort

    def go(self, place: Place, highlight: tuple[str, ...] | None = None) -> None:
        """Move there and tell everyone once.  Going nowhere is silent.

        A highlight stays only where the place does, unless another one is given.
        """
        self.change(place, self._comfort, highlight)

    def open_from_here(self, place: Place) -> None:
        """Move to where the way back leads here, until the map home is shown again."""
        origin = Origin(self._place, self._highlight)
        self._origin = origin
        self.go(place)

    def speak(self, language: str) -> None:
        """Change the language and nothing else: place and page stay."""
        self.set_comfort(replace(self._comfort, language=language))

    def set_comfort(self, comfort: Comfort) -> None:
        """Change the visitor's settings and tell everyone once."""
        self.change(self._place, comfort)

    def change(
        self, place: Place, comfort: Comfort, highlight: tuple[str, ...] | None = None
    ) -> None:
        """Move and change the settings; who hears of one finds the other changed already."""
        if highlight is None:
            highlight = self._highlight if place == self._place else ()
        moves = (place, highlight) != (self._place, self._highlight)
        changes = comfort != self._comfort
        self._place, self._highlight, self._comfort = place, highlight, comfort
        if place.is_home:
            self._origin = None
        if moves:
            self.moved.emit(place)
        if changes:
            self.comforted.emit(comfort)
