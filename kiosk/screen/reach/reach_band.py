"""The band at the foot of the window in reach mode: a ground, and every place as a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.screen.control.button import CONTROL_U, Button
from kiosk.screen.control.pager import Pager

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

_GAP_U = 14
_PAGER_GAP_U = 24


class ReachBand(QWidget):
    """Holds a button for each place, on pages where they have no room at once."""

    place_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._locale: Locale | None = None
        self._room = QRectF()
        self._chosen = ""
        self._buttons: list[Button] = []
        self._pages: list[list[list[Button]]] = []
        self._page = 1
        self._pager = Pager(self, large=False)
        self._pager.back_touched.connect(self._turn_back)
        self._pager.on_touched.connect(self._turn_on)
        self._pager.hide()
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
        self._look, self._locale, self._room = look, locale, room
        if room.isEmpty():
            places = ()
        while len(self._buttons) < len(places):
            button = Button(self)
            button.setCheckable(True)
            button.chosen.connect(self.place_chosen)
            self._buttons.append(button)
        for button, (place, name) in zip(self._buttons, places, strict=False):
            button.key = place
            button.show_words(look, name, language=locale.language)
            button.setChecked(place == chosen)
        used = self._buttons[: len(places)]
        self._pages = _pages(used, look, room.width(), self._rows(room.height()))
        if len(self._pages) > 1:
            self._pages = _pages(used, look, room.width(), self._rows(room.height()) - 1)
        is_other = chosen != self._chosen
        self._chosen = chosen
        if is_other:
            for number, page in enumerate(self._pages, start=1):
                if any(button.isChecked() for row in page for button in row):
                    self._page = number
        self._show_page()

    def _rows(self, height: float) -> int:
        assert self._look is not None
        gap = self._look.px(_GAP_U)
        return max(1, int((height + gap) / (self._look.px(CONTROL_U) + gap)))

    def _show_page(self) -> None:
        look, locale = self._look, self._locale
        if look is None or locale is None:
            return
        for button in self._buttons:
            button.hide()
        self._page = min(max(1, self._page), max(1, len(self._pages)))
        gap, high = look.px(_GAP_U), look.px(CONTROL_U)
        y = self._room.top()
        for row in self._pages[self._page - 1] if self._pages else ():
            x = self._room.left()
            for button in row:
                button.place_drawn(x, y)
                button.show()
                x += button.drawn_width + gap
            y += high + gap
        self._pager.setVisible(len(self._pages) > 1)
        if len(self._pages) > 1:
            width = self._pager.small_width(look)
            drawn = QRectF(self._room.left(), self._room.bottom() - high, width, high).toRect()
            had_focus = self._pager.has_focus
            self._pager.place(drawn, self._page, len(self._pages), locale, look)
            if had_focus:
                self._pager.keep_focus()
        self.update()

    @Slot()
    def _turn_back(self) -> None:
        self._page -= 1
        self._show_page()

    @Slot()
    def _turn_on(self) -> None:
        self._page += 1
        self._show_page()

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


def _pages(
    buttons: Sequence[Button], look: Look, width: float, rows: int
) -> list[list[list[Button]]]:
    """The buttons in rows as wide as the room, and the rows on pages."""
    lines: list[list[Button]] = []
    x = 0.0
    for button in buttons:
        if not lines or x + button.drawn_width > width:
            lines.append([])
            x = 0.0
        lines[-1].append(button)
        x += button.drawn_width + look.px(_GAP_U)
    rows = max(1, rows)
    return [lines[first : first + rows] for first in range(0, len(lines), rows)]
