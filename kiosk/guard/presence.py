"""What the exhibit does by itself, depending on who has it: ask, reset, attract, recover."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.guard.occupancy import Occupancy, Occupant

if TYPE_CHECKING:
    from kiosk.journey.idle import IdleWatch

_PATIENCE = {each: math.inf for each in (Occupant.STAFF, Occupant.CLEANING, Occupant.CLOSED)}
"""Who is never asked whether they are still there; a talk says for itself when it is."""


class Presence(QObject):
    """Connects the idle watch with the occupancy: each knows of the other only through this."""

    over = Signal()
    """The visit is over, or the museum has closed: everything goes back for the next visitor."""
    attracting = Signal()
    """Nobody is there who would be disturbed: attract somebody."""
    recovered = Signal()
    """Something went wrong: take the visitor home."""

    def __init__(self, idle: IdleWatch, occupancy: Occupancy, parent: QObject) -> None:
        super().__init__(parent)
        self._idle = idle
        self._occupancy = occupancy
        idle.left.connect(self._end_visit)
        idle.noticed.connect(occupancy.visitor_came)
        occupancy.changed.connect(self._follow)

    @Slot()
    def recover(self) -> None:
        """Something went wrong; a talk stays at its step all the same."""
        if self._occupancy.who is not Occupant.TALK:
            self.recovered.emit()

    @Slot()
    def _end_visit(self) -> None:
        self.over.emit()
        if self._occupancy.who is Occupant.NOBODY:
            self.attracting.emit()
        self._occupancy.visitor_left()

    @Slot(str)
    def _follow(self, occupant: str) -> None:
        self._idle.be_patient(_PATIENCE.get(Occupant(occupant)))
        if occupant == Occupant.TALK:
            self._idle.notice()
        elif occupant == Occupant.CLOSED:
            self._idle.leave()
            self.over.emit()
        elif occupant == Occupant.NOBODY and self._idle.state == "gone":
            self.attracting.emit()
