"""The choice of data layers: their titles on a plate above the dock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.control.button import CONTROL_U, Button
from kiosk.screen.control.button_pages import ButtonPages
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
        self._layers = ButtonPages(self, gap_u=_GAP_U)
        self._layers.chosen.connect(self.layer_chosen)
        self._layers.turned.connect(self.update)
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
        self._layers.fill(layers, current, locale, look)
        pad, pitch = look.px(_PAD_U), look.px(CONTROL_U + _GAP_U)
        above, wide = pad + look.px(_HEAD_U), room.width() - 2 * pad
        room_for_rows = room.height() - above - pad + look.px(_GAP_U)
        rows, most = self._layers.rows(wide), max(2, int(room_for_rows / pitch))
        are_all = rows * pitch <= _ROOM_FOR_ALL * room_for_rows
        lines = rows if are_all else most
        count = self._count(self._layers.count) if not are_all else None
        self._layers.divide(wide, lines, beside=count.ink + pad if count is not None else 0.0)
        if self.isHidden():
            self._layers.turn_to_current()
        is_broad = fills or not are_all
        width = wide if is_broad else max(self._layers.widest, self._head.ink)
        height = lines * pitch - look.px(_GAP_U)
        self.resize(round(width + 2 * pad), round(above + height + pad))
        self._layers.stand(QRectF(pad, above, width, height))
        self.update()

    def _count(self, page: int) -> Setting:
        """Which page of how many is shown."""
        look, locale = self._look, self._locale
        assert look is not None
        assert locale is not None
        words = locale.say("page_of", page=str(page), pages=str(self._layers.count))
        return set_text(look, words, language=locale.language, role="control")

    def first_button(self) -> Button | None:
        """Where the keyboard goes when the menu opens: the layer that is shown, or the first."""
        shown = self._layers.shown
        return next((button for button in shown if button.isChecked()), next(iter(shown), None))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, head = self._look, self._head
        if look is None or head is None:
            return
        painter = QPainter(self)
        draw_plate(painter, look, QRectF(self.rect()))
        at = QPointF(look.px(_PAD_U), look.px(_PAD_U) - look.px(6))
        head.draw(painter, at.x(), at.y(), look.theme.text2)
        if self._layers.count > 1:
            count = self._count(self._layers.page)
            middle = self.height() - look.px(_PAD_U + CONTROL_U / 2)
            x = self.width() - look.px(_PAD_U + 2 * _GAP_U) - Pager.small_width(look)
            count.draw(painter, x - count.ink, middle - count.size.height() / 2, look.theme.text2)
