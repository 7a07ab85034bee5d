"""Occupancy: who has the exhibit, and whether anything may be swapped or restarted now."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal, Slot


class Occupant(StrEnum):
    """Who can have the exhibit."""

    TALK = "talk"
    """Staff give a talk on it."""
    CLEANING = "cleaning"
    """The screen is being wiped."""
    STAFF = "staff"
    """The staff desk, or something that it opened."""
    CLOSED = "closed"
    """The museum is closed, and the screen is dark."""
    VISITOR = "visitor"
    """Somebody has touched it and has not left yet, as far as the idle watch knows."""
    NOBODY = "nobody"


_STAFFED = (Occupant.TALK, Occupant.CLEANING, Occupant.STAFF)
_FREE = (Occupant.CLOSED, Occupant.NOBODY)


class Occupancy(QObject):
    """Keeps everybody who is present; whoever comes first in `Occupant` has the exhibit.

    A talk that is still going on at closing time therefore keeps it, and the museum counts as
    closed as soon as the talk is over.
    """

    changed = Signal(str)
    """The `Occupant` who has it from now on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._present = {Occupant.NOBODY}
        self._announced = Occupant.NOBODY

    @property
    def who(self) -> Occupant:
        """Who has it."""
        return next(each for each in Occupant if each in self._present)

    @property
    def free(self) -> bool:
        """Whether nobody is present: content may be swapped and the exhibit restarted."""
        return self.who in _FREE

    @property
    def staffed(self) -> bool:
        """Whether staff have it: nothing may cut them off."""
        return self.who in _STAFFED

    def enter(self, occupant: Occupant) -> None:
        """Somebody is present from now on; a touch while the screen is dark is not a visit."""
        if occupant is Occupant.VISITOR and Occupant.CLOSED in self._present:
            return
        self._present.add(occupant)
        if occupant is Occupant.CLOSED:
            self._present.discard(Occupant.VISITOR)
        self._announce()

    def leave(self, occupant: Occupant) -> None:
        """They are no longer present."""
        if occupant is not Occupant.NOBODY:
            self._present.discard(occupant)
        self._announce()

    @Slot()
    def visitor_came(self) -> None:
        """Somebody touched the exhibit."""
        self.enter(Occupant.VISITOR)

    @Slot()
    def visitor_left(self) -> None:
        """Nobody has touched it for the idle time."""
        self.leave(Occupant.VISITOR)

    @Slot()
    def talk_began(self) -> None:
        """Staff begin a talk."""
        self.enter(Occupant.TALK)

    @Slot()
    def talk_ended(self) -> None:
        """The talk is over."""
        self.leave(Occupant.TALK)

    @Slot(bool)
    def set_open(self, is_open: bool) -> None:
        """The museum opens or closes."""
        if is_open:
            self.leave(Occupant.CLOSED)
        else:
            self.enter(Occupant.CLOSED)

    def _announce(self) -> None:
        if self.who is not self._announced:
            self._announced = self.who
            self.changed.emit(self.who)
