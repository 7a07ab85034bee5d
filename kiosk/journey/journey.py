"""Journey: the one holder of where the visitor is and what makes it comfortable."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.exhibit.place import HOME, Place

if TYPE_CHECKING:
    from kiosk.journey.comfort import Comfort


class Journey(QObject):
    """Moves the exhibit.  Visitors, tours, the attract loop and tests all go through it."""

    moved = Signal(object)
    """The new Place."""
    comforted = Signal(object)
    """The new Comfort."""

    def __init__(self, comfort: Comfort, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = HOME
        self._comfort = comfort

    @property
    def place(self) -> Place:
        """Where the visitor is."""
        return self._place

    @property
    def comfort(self) -> Comfort:
        """How the visitor wants it."""
        return self._comfort

    def go(self, place: Place) -> None:
        """Move there and tell everyone once.  Going nowhere is silent."""
        if place != self._place:
            self._place = place
            self.moved.emit(place)

    def up(self) -> None:
        """One step up: from a later panel to the zone's first, from there to the map home."""
        opening = Place(self._place.zone)
        self.go(HOME if self._place == opening else opening)

    def speak(self, language: str) -> None:
        """Change the language and nothing else: place and page stay."""
        self.set_comfort(replace(self._comfort, language=language))

    def set_comfort(self, comfort: Comfort) -> None:
        """Change the visitor's settings and tell everyone once."""
        if comfort != self._comfort:
            self._comfort = comfort
            self.comforted.emit(comfort)
