"""The map's places as controls: unseen buttons that keyboard and assistive technology can reach.

They are real buttons because only those bring role, name, place, focus and press over AT-SPI;
fingers go through them to the map, whose own rules say which of two near places is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal, Slot

from kiosk.screen.control import Control

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget


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
