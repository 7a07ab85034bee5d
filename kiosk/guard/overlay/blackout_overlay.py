"""A black screen while the museum is closed and no staff have the exhibit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter

from kiosk.guard.occupancy import Occupant
from kiosk.guard.overlay.overlay import Overlay

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class BlackoutOverlay(Overlay):
    """Covers everything in black and ignores touches.  The occupant decides when.

    It does not call itself opaque, for Qt would then never paint the pulse of the heartbeat below.
    """

    def open(self) -> None:
        """Go dark, below what staff have open."""
        super().open()
        for each in self._others():
            each.raise_()
            each.setFocus()

    @Slot(str)
    def follow(self, occupant: str) -> None:
        """Cover the exhibit while the museum is closed, and uncover it for any other occupant."""
        if occupant == Occupant.CLOSED:
            self.open()
        elif not self.isHidden():
            self.dismiss()

    def _others(self) -> list[Overlay]:
        parent = self.parentWidget()
        assert parent is not None
        found = parent.findChildren(Overlay)
        return [each for each in found if each is not self and not each.isHidden()]

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), Qt.GlobalColor.black)
