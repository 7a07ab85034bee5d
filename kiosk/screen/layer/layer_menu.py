"""The choice of data layers: their titles on a plate above the dock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.control.button import CONTROL_U, Button
from kiosk.screen.control.pager import Pager
from kiosk.screen.layer.plate import draw_plate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSizeF

    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

_PAD_U = 24
_GAP_U = 12
_HEAD_U = 48
_ROOM_FOR_ALL = 1.35
"""By how much rows may exceed their room before they are divided into pages."""


class LayerMenu(QWidget):
    """Holds a button for each layer; the one that is shown is on.

    Where they have no room at once, they are on pages, which the buttons of a pager turn.
    """

    assistive_role = AssistiveRole.DIALOG

    layer_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._locale: Locale | None = None
        self._head: Setting | None = None
        self._buttons: list[Button] = []
        self._rows: list[list[Button]] = []
        self._page, self._rows_of_page = 1, 1
        self._pager = Pager(self, large=False)
        self._pager.back_touched.connect(self._turn_back)
        self._pager.on_touched.connect(self._turn_on)
        self._pager.hide()
        self.hide()

    def show_layers(
        self,
        layers: Sequence[tuple[str, str]],
        current: str,
        locale: Locale,
        look: Look,
        room: QSizeF,
        *,
        fills: bool,
    ) -> None:
        """Set ids with their titles in rows within `room`, in pixels; it may fill the width."""
        self._look, self._locale = look, locale
        self._head = set_text(
            look, locale.say("choose_layer"), language=locale.language, role="kicker"
        )
        self.setAccessibleName(locale.say("choose_layer"))
        while len(self._buttons) < len(layers):
            button = Button(self)
            button.setCheckable(True)
            button.chosen.connect(self.layer_chosen)
            self._buttons.append(button)
        for button in self._buttons[len(layers) :]:
            button.hide()
        pad, gap, row_height = look.px(_PAD_U), look.px(_GAP_U), look.px(CONTROL_U)
        self._rows = []
        x, right = room.width(), pad + self._head.ink
        for button, (layer, title) in zip(self._buttons, layers, strict=False):
            button.key = layer
            button.show_words(look, title, language=locale.language)
            button.setChecked(layer == current)
            if not self._rows or (x > pad and x + button.drawn_width > room.width() - pad):
                self._rows.append([])
                x = pad
            self._rows[-1].append(button)
            right = max(right, x + button.drawn_width)
            x += button.drawn_width + gap
        above = pad + look.px(_HEAD_U)
        room_for_rows = room.height() - above - pad + gap
        most = max(2, int(room_for_rows / (row_height + gap)))
        are_all = len(self._rows) * (row_height + gap) <= _ROOM_FOR_ALL * room_for_rows
        self._rows_of_page = len(self._rows) if are_all else most - 1
        chosen = (number for number, row in enumerate(self._rows) if _is_current(row))
        if self.isHidden():
            self._page = 1 + next(chosen, 0) // max(1, self._rows_of_page)
        width = room.width() if fills or not are_all else right + pad
        lines = len(self._rows) if are_all else most
        height = above + lines * (row_height + gap) - gap + pad
        self.resize(round(width), round(height))
        self._show_page()

    @property
    def _pages(self) -> int:
        return -(-len(self._rows) // max(1, self._rows_of_page)) or 1

    def _show_page(self) -> None:
        """Place the buttons of the page, and hide the others."""
        look, locale = self._look, self._locale
        assert look is not None
        assert locale is not None
        pad, gap, row_height = look.px(_PAD_U), look.px(_GAP_U), look.px(CONTROL_U)
        self._page = min(max(1, self._page), self._pages)
        first = (self._page - 1) * self._rows_of_page
        for number, row in enumerate(self._rows):
            is_here = first <= number < first + self._rows_of_page
            x, y = pad, pad + look.px(_HEAD_U) + (number - first) * (row_height + gap)
            for button in row:
                button.place_drawn(x, y)
                button.setVisible(is_here)
                x += button.drawn_width + gap
        if self._pages > 1:
            width = self._pager.small_width(look)
            top = self.height() - pad - row_height
            drawn = QRectF(self.width() - pad - width, top, width, row_height)
            had_focus = self._pager.has_focus
            self._pager.place(drawn.toRect(), self._page, self._pages, locale, look)
            self._pager.show()
            if had_focus:
                self._pager.keep_focus()
        self._pager.setVisible(self._pages > 1)
        self.update()

    @Slot()
    def _turn_back(self) -> None:
        self._page -= 1
        self._show_page()

    @Slot()
    def _turn_on(self) -> None:
        self._page += 1
        self._show_page()

    def first_button(self) -> Button | None:
        """Where the keyboard goes when the menu opens: the layer that is shown, or the first."""
        shown = [button for button in self._buttons if not button.isHidden()]
        return next((button for button in shown if button.isChecked()), next(iter(shown), None))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, head = self._look, self._head
        if look is None or head is None:
            return
        painter = QPainter(self)
        draw_plate(painter, look, QRectF(self.rect()))
        at = QPointF(look.px(_PAD_U), look.px(_PAD_U) - look.px(6))
        head.draw(painter, at.x(), at.y(), look.theme.text2)
        if self._pages > 1 and self._locale is not None:
            locale = self._locale
            words = locale.say("page_of", page=str(self._page), pages=str(self._pages))
            count = set_text(look, words, language=locale.language, role="control")
            middle = self.height() - look.px(_PAD_U + CONTROL_U / 2)
            x = self.width() - look.px(_PAD_U + 2 * _GAP_U) - self._pager.small_width(look)
            count.draw(painter, x - count.ink, middle - count.size.height() / 2, look.theme.text2)


def _is_current(row: Sequence[Button]) -> bool:
    return any(button.isChecked() for button in row)
