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
    """Everybody who is there says so by `enter` and `leave`; the first of `Occupant` has it.

    A talk that is still going on at closing time therefore has it, and the museum is closed as
    soon as the talk is over.
    """

    changed = Signal(str)
    """The `Occupant` who has it from now on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._there = {Occupant.NOBODY}
        self._told = Occupant.NOBODY

    @property
    def who(self) -> Occupant:
        """Who has it."""
        return next(each for each in Occupant if each in self._there)

    @property
    def free(self) -> bool:
        """Whether nobody is there, so that content may be swapped and the exhibit restarted."""
        return self.who in _FREE

    @property
    def staffed(self) -> bool:
        """Whether staff have it: nothing may cut them off."""
        return self.who in _STAFFED

    def enter(self, occupant: Occupant) -> None:
        """Somebody is there from now on; a touch in the dark makes no visitor."""
        if occupant is Occupant.VISITOR and Occupant.CLOSED in self._there:
            return
        self._there.add(occupant)
        if occupant is Occupant.CLOSED:
            self._there.discard(Occupant.VISITOR)
        self._tell()

    def leave(self, occupant: Occupant) -> None:
        """They are there no more."""
        if occupant is not Occupant.NOBODY:
            self._there.discard(occupant)
        self._tell()

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

    def _tell(self) -> None:
        if self.who is not self._told:
            self._told = self.who
            self.changed.emit(self.who)
