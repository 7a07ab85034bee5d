"""A talk that staff begin while visitors have the exhibit; afterwards they have it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.presenting.opening import Opening, Wish

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.presenting.hall import Hall


class StaffTalk(QObject):
    """Opens one talk at a time, on the screen where the exhibit stands."""

    begun = Signal()
    over = Signal()

    def __init__(self, hall: Callable[[], Hall | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask_hall = hall
        self._opening: Opening | None = None

    @Slot()
    def open(self) -> None:
        """Begin, or let the tour be chosen first; nothing happens before all has been read."""
        hall = self._ask_hall()
        if hall is None or not hall.exhibit.tours or self._opening is not None:
            return
        self._opening = Opening(self._ask_hall, Wish(), hall.stage.screen(), self)
        self._opening.over.connect(self._close)
        self._opening.failed.connect(self._close)
        self.begun.emit()
        self._opening.open()

    @Slot()
    def _close(self) -> None:
        if self._opening is not None:
            self._opening.deleteLater()
            self._opening = None
            self.over.emit()
