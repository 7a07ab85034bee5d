"""The band at the foot of the window in reach mode: a ground, and every place as a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.screen.control.button import CONTROL_U
from kiosk.screen.control.button_pages import ButtonPages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

_GAP_U = 14


class ReachBand(QWidget):
    """Holds a button for each place, on pages where they have no room at once."""

    place_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._chosen = ""
        self._places = ButtonPages(self, gap_u=_GAP_U)
        self._places.chosen.connect(self.place_chosen)
        self.hide()

    def show_places(
        self,
        places: Sequence[tuple[str, str]],
        chosen: str,
        locale: Locale,
        look: Look,
        room: QRectF,
    ) -> None:
        """Set ids with their names within `room` of the band, in its pixels; empty leaves none.

        The page with the chosen one is shown.
        """
        self._look = look
        self._places.fill(() if room.isEmpty() else places, chosen, locale, look)
        gap = look.px(_GAP_U)
        self._places.divide(room.width(), int((room.height() + gap) / (look.px(CONTROL_U) + gap)))
        if chosen and chosen != self._chosen:
            self._places.turn_to_current()
        self._chosen = chosen
        self._places.stand(room)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.theme.panel)
        painter.setPen(QPen(look.theme.control_border, look.outline(1.3), Qt.PenStyle.SolidLine))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())
