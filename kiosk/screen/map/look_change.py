"""A change of theme: the map is drawn in the next one first, then everything changes at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from kiosk.look.look import Look
    from kiosk.screen.map.map_view import MapView

_LONGEST_MS = 4_000
"""A machine that has not drawn the map after this time changes the theme without it."""


class LookChange(QObject):
    """Tells when the next look can be used, since drawing its map at once would block the rest."""

    due = Signal()

    def __init__(self, parent: QObject, map_view: MapView) -> None:
        super().__init__(parent)
        self._map = map_view
        self._map.prepared.connect(self._be_due)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_LONGEST_MS)
        self._waiting.timeout.connect(self.due)

    @property
    def is_waiting(self) -> bool:
        """Whether a look is being prepared."""
        return self._waiting.isActive()

    def begin(self, look: Look) -> None:
        """Prepare a look that has the window's size."""
        self._waiting.start()
        self._map.prepare(look)

    def stop(self) -> None:
        """The look is in use, or another one replaced it."""
        self._waiting.stop()

    @Slot()
    def _be_due(self) -> None:
        if self._waiting.isActive():
            self.due.emit()
