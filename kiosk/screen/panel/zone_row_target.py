"""A bar of a chart as a button: touched, its zone is lit on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent

from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import MARGIN_U, draw_focus_ring

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look

_RADIUS_U = 8


class ZoneRowTarget(Control):
    """Lies over one row.  Fingers go through it: rows are low, and the chart knows the nearest."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.zone = ""
        self._look: Look | None = None
        self.clicked.connect(self._say)

    def cover(self, rect: QRectF, zone: str, name: str, description: str, look: Look) -> None:
        """Stand over that row of the parent, under that name."""
        self.zone, self._look = zone, look
        self.setGeometry(rect.toAlignedRect())
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.show()
        self.raise_()

    @Slot()
    def _say(self) -> None:
        self.chosen.emit(self.zone)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or not self.hasFocus():
            return
        painter = QPainter(self)
        margin = self._look.px(MARGIN_U)
        shape = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        draw_focus_ring(painter, self._look, shape, self._look.px(_RADIUS_U))
