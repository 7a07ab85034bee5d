"""The PIN pad: twelve large keys over the exhibit, gone again by itself."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.guard.overlay.overlay import Overlay
from kiosk.guard.staff.pin_key import PinKey
from kiosk.guard.staff_pin import LEAST_DIGITS, MOST_DIGITS
from kiosk.look.typesetting import set_text
from kiosk.screen.control.button import CONTROL_U, Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.guard.staff.pin_check import PinCheck
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.look.look import Look

OPEN_SECONDS = 20
_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "delete", "0", "check")
_SIGNS = {"delete": "delete_digit", "check": "confirm"}
_KEY_U = (214, 112)
_GAP_U = 22
_PADDING_U = 56
_HEAD_U = 136
_FOOT_U = 130
_DOT_U = 14
_VEIL = 0.8


class PinPad(Overlay):
    """Takes digits by touch and by keypad; says when they were right, or when it has closed."""

    CLOSES_BY_KEY = True

    accepted = Signal()

    def __init__(
        self,
        parent: QWidget,
        style: Callable[[], InterfaceStyle],
        check: PinCheck,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent, style, open_seconds=OPEN_SECONDS, clock=clock)
        self._check = check
        self._digits = ""
        self._try_number: int | None = None
        self._message = "enter_pin"
        self._keys = {key: PinKey(self, key) for key in _KEYS}
        for key in self._keys.values():
            key.chosen.connect(self._press)
        self._back = Button(self, key="back")
        self._back.clicked.connect(self.close_overlay)
        check.answered.connect(self._take_answer)

    def open(self) -> None:
        """Stand over the whole parent, empty, for twenty seconds."""
        self._digits, self._message, self._try_number = "", "enter_pin", None
        super().open()

    def dismiss(self) -> None:
        """Forget the digits and the answer that is still to come, and hide."""
        self._digits, self._try_number = "", None
        super().dismiss()

    def _card(self, look: Look) -> QRectF:
        width = look.px(3 * _KEY_U[0] + 2 * _GAP_U + 2 * _PADDING_U)
        height = look.px(_HEAD_U + 4 * (_KEY_U[1] + _GAP_U) + _FOOT_U + _PADDING_U)
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def arrange(self, style: InterfaceStyle) -> None:
        look = style.look
        card = self._card(look)
        reach = look.px(8)
        for number, (name, key) in enumerate(self._keys.items()):
            row, column = divmod(number, 3)
            x = card.x() + look.px(_PADDING_U + column * (_KEY_U[0] + _GAP_U))
            y = card.y() + look.px(_PADDING_U + _HEAD_U + row * (_KEY_U[1] + _GAP_U))
            drawn = QRectF(x, y, look.px(_KEY_U[0]), look.px(_KEY_U[1]))
            key.setGeometry(drawn.adjusted(-reach, -reach, reach, reach).toRect())
            sign = _SIGNS.get(name)
            spoken = style.say(sign) if sign is not None else style.say("digit", digit=name)
            key.show_key(look, spoken)
        self._back.show_words(look, style.say("back_to_exhibit"), language=style.language)
        x = card.right() - look.px(_PADDING_U) - self._back.drawn_width
        self._back.place_drawn(x, card.bottom() - look.px(_PADDING_U - 20 + CONTROL_U))
        self._show_state()

    def _show_state(self) -> None:
        """Dim the keys that can do nothing now."""
        for key in self._keys.values():
            key.set_dim(self._is_waiting)
        self._keys["check"].set_dim(self._is_waiting or len(self._digits) < LEAST_DIGITS)
        self.update()

    @Slot(str)
    def _press(self, key: str) -> None:
        self.stay()
        if self._is_waiting:
            return
        if key == "delete":
            self._digits = self._digits[:-1]
        elif key == "check":
            self._try()
        elif len(self._digits) < MOST_DIGITS:
            self._digits += key
            self._message = "enter_pin"
        self._show_state()

    def _try(self) -> None:
        if self._check.wait_seconds > 0:
            self._message, self._digits = "locked_for", ""
        elif len(self._digits) < LEAST_DIGITS:
            # No PIN is so short: a slip of the finger is no try.
            self._message = "enter_pin"
        else:
            # The digits stay as dots until the answer comes.
            self._message = "trying_pin"
            self._try_number = self._check.ask(self._digits)

    @property
    def _is_waiting(self) -> bool:
        return self._try_number is not None

    @Slot(int, bool)
    def _take_answer(self, number: int, right: bool) -> None:
        """Accept or refuse; an answer to earlier digits is ignored."""
        if number != self._try_number:
            return
        self._digits, self._try_number = "", None
        if right:
            self.dismiss()
            self.accepted.emit()
            return
        self._message = "locked_for" if self._check.wait_seconds > 0 else "wrong_pin"
        self._show_state()

    def _said(self, style: InterfaceStyle) -> str:
        if self._message != "locked_for":
            return style.say(self._message)
        if self._check.wait_seconds <= 0:
            return style.say("enter_pin")
        seconds = str(max(1, round(self._check.wait_seconds)))
        return style.say("locked_for", seconds=seconds)

    def _draw_dots(self, painter: QPainter, look: Look, card: QRectF) -> None:
        count = max(LEAST_DIGITS, len(self._digits))
        step = min(look.px(52), (card.width() / 2) / count)
        radius = min(look.px(_DOT_U), step * 0.4)
        right = card.right() - look.px(_PADDING_U) - radius
        y = card.y() + look.px(_PADDING_U + 32)
        for number in range(count):
            at = QPointF(right - (count - 1 - number) * step, y)
            filled = number < len(self._digits)
            painter.setPen(QPen(look.theme.control_border, look.stroke(2)))
            painter.setBrush(look.theme.pearl if filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, radius, radius)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() and event.text().isascii():
            self._press(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self._press("delete")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press("check")
        else:
            super().keyPressEvent(event)

    def paint(self, painter: QPainter, style: InterfaceStyle) -> None:
        look, language = style.look, style.language
        veil = QColor(look.theme.ground)
        veil.setAlphaF(_VEIL)
        painter.fillRect(self.rect(), veil)
        card = self._card(look)
        painter.setPen(QPen(look.theme.control_border, look.stroke(1.3)))
        painter.setBrush(look.theme.panel)
        painter.drawRoundedRect(card, look.px(28), look.px(28))
        x, y = card.x() + look.px(_PADDING_U), card.y() + look.px(_PADDING_U - 16)
        title = set_text(look, style.say("staff"), language=language, role="heading")
        title.draw(painter, x, y, look.theme.text)
        message = set_text(look, self._said(style), language=language, role="secondary")
        message.draw(painter, x, y + title.size.height() + look.px(8), look.theme.text2)
        self._draw_dots(painter, look, card)
        middle = card.bottom() - look.px(_PADDING_U - 20 + CONTROL_U / 2)
        self.draw_time_left(painter, QPointF(x + look.px(22), middle), look.px(19))
        seconds = str(max(1, round(self.seconds_left)))
        closes = style.say("closes_in", seconds=seconds)
        note = set_text(look, closes, language=language, role="control")
        note.draw(painter, x + look.px(60), middle - note.size.height() / 2, look.theme.text2)
