"""The PIN pad: twelve large keys over the exhibit, gone again by itself."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.button import Button
from kiosk.screen.control import Control
from kiosk.screen.focus_ring import draw_focus_ring

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from kiosk.languages.words import Words
    from kiosk.look.look import Look

OPEN_SECONDS = 20
_TICK_MS = 250
_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "delete", "0", "check")
_SIGNS = {"delete": "delete_digit", "check": "confirm"}
_MOST_DIGITS = 12
_LEAST_DOTS = 6
_KEY_U = (214, 112)
_GAP_U = 22
_PADDING_U = 56
_HEAD_U = 136
_FOOT_U = 130
_DOT_U = 14


class PinCheck(Protocol):
    """What the pad asks of whoever knows the PIN."""

    def locked_seconds(self) -> float:
        """How long no PIN is accepted, 0 when one is."""

    def accepts(self, digits: str) -> bool:
        """Whether this is the PIN; each wrong one counts."""


class _Key(Control):
    """One key of the pad."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, key: str) -> None:
        super().__init__(parent)
        self._key = key
        self._look: Look | None = None
        self._digit: Setting | None = None
        self.clicked.connect(self._say)

    def show_key(self, look: Look, name: str) -> None:
        """Draw the key; `name` is what assistive technology hears."""
        self._look = look
        self.setAccessibleName(name)
        if self._key.isdigit():
            self._digit = set_text(look, self._key, language="en", role="number_m", scale=0.62)
        self.update()

    @Slot()
    def _say(self) -> None:
        self.chosen.emit(self._key)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        reach = look.px(8)
        shape = QRectF(self.rect()).adjusted(reach, reach, -reach, -reach)
        painter.setPen(QPen(look.theme.control_border, look.stroke(1.3)))
        painter.setBrush(look.theme.pressed if self.isDown() else look.theme.panel2)
        painter.drawRoundedRect(shape, look.px(20), look.px(20))
        if self._digit is not None:
            x = shape.center().x() - self._digit.ink / 2
            y = shape.center().y() - self._digit.size.height() / 2
            self._digit.draw(painter, x, y, look.theme.text)
        else:
            half = look.px(24)
            box = QRectF(-half, -half, 2 * half, 2 * half).translated(shape.center())
            draw_icon(painter, look, self._key, box, look.theme.text)
        if self.hasFocus():
            draw_focus_ring(painter, look, shape, look.px(20))


class PinPad(QWidget):
    """Takes digits by touch and by keypad; says when they were right, or when it has closed."""

    accepted = Signal()
    closed = Signal()

    def __init__(
        self,
        parent: QWidget,
        check: PinCheck,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._check = check
        self._clock = clock
        self._look: Look | None = None
        self._words: Words | None = None
        self._language = "en"
        self._digits = ""
        self._message = "enter_pin"
        self._until = 0.0
        self._keys = [_Key(self, key) for key in _KEYS]
        for key in self._keys:
            key.chosen.connect(self._press)
        self._back = Button(self, key="back")
        self._back.clicked.connect(self.close_pad)
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(self._tick)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def open_pad(self, look: Look, words: Words, language: str) -> None:
        """Stand over the whole parent, empty, for twenty seconds."""
        self._look, self._words, self._language = look, words, language
        self._digits, self._message = "", "enter_pin"
        self._until = self._clock() + OPEN_SECONDS
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        self._arrange(look)
        self.show()
        self.raise_()
        self.setFocus()
        self._ticks.start()

    @Slot()
    def close_pad(self) -> None:
        """Forget the digits and be gone."""
        self._digits = ""
        self._ticks.stop()
        self.hide()
        self.closed.emit()

    def _card(self, look: Look) -> QRectF:
        width = look.px(3 * _KEY_U[0] + 2 * _GAP_U + 2 * _PADDING_U)
        height = look.px(_HEAD_U + 4 * (_KEY_U[1] + _GAP_U) + _FOOT_U + _PADDING_U)
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _arrange(self, look: Look) -> None:
        assert self._words is not None
        card = self._card(look)
        reach = look.px(8)
        for number, (key, name) in enumerate(zip(self._keys, _KEYS, strict=True)):
            row, column = divmod(number, 3)
            x = card.x() + look.px(_PADDING_U + column * (_KEY_U[0] + _GAP_U))
            y = card.y() + look.px(_PADDING_U + _HEAD_U + row * (_KEY_U[1] + _GAP_U))
            drawn = QRectF(x, y, look.px(_KEY_U[0]), look.px(_KEY_U[1]))
            key.setGeometry(drawn.adjusted(-reach, -reach, reach, reach).toRect())
            spoken = self._words.say(
                _SIGNS.get(name, "digit"),
                self._language,
                **({} if name in _SIGNS else {"digit": name}),
            )
            key.show_key(look, spoken)
        words = self._words.say("back_to_exhibit", self._language)
        self._back.show_words(look, words, language=self._language)
        x = card.right() - look.px(_PADDING_U) - self._back.drawn_width
        self._back.place_drawn(x, card.bottom() - look.px(_PADDING_U + 72))

    @Slot(str)
    def _press(self, key: str) -> None:
        self._until = self._clock() + OPEN_SECONDS
        if key == "delete":
            self._digits = self._digits[:-1]
        elif key == "check":
            self._try()
        elif len(self._digits) < _MOST_DIGITS:
            self._digits += key
            self._message = "enter_pin"
        self.update()

    def _try(self) -> None:
        digits, self._digits = self._digits, ""
        if self._check.locked_seconds() > 0:
            self._message = "locked_for"
        elif self._check.accepts(digits):
            self._ticks.stop()
            self.hide()
            self.accepted.emit()
        else:
            self._message = "locked_for" if self._check.locked_seconds() > 0 else "wrong_pin"

    @Slot()
    def _tick(self) -> None:
        if self._clock() >= self._until:
            self.close_pad()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() and event.text().isascii():
            self._press(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self._press("delete")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press("check")
        elif event.key() == Qt.Key.Key_Escape:
            self.close_pad()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, words = self._look, self._words
        if look is None or words is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(look.theme.ground)
        veil.setAlphaF(0.8)
        painter.fillRect(self.rect(), veil)
        card = self._card(look)
        painter.setPen(QPen(look.theme.control_border, look.stroke(1.3)))
        painter.setBrush(look.theme.panel)
        painter.drawRoundedRect(card, look.px(28), look.px(28))
        x, y = card.x() + look.px(_PADDING_U), card.y() + look.px(_PADDING_U - 16)
        language = self._language
        title = set_text(look, words.say("staff", language), language=language, role="heading")
        title.draw(painter, x, y, look.theme.text)
        message = set_text(look, self._said(words), language=language, role="secondary")
        message.draw(painter, x, y + title.size.height() + look.px(8), look.theme.text2)
        self._draw_dots(painter, look, card)
        left = str(max(0, round(self._until - self._clock())))
        closes = words.say("closes_in", language, seconds=left)
        note = set_text(look, closes, language=language, role="control")
        foot = card.bottom() - look.px(_PADDING_U + 36) - note.size.height() / 2
        note.draw(painter, x, foot, look.theme.text2)

    def _said(self, words: Words) -> str:
        if self._message != "locked_for":
            return words.say(self._message, self._language)
        seconds = str(max(1, round(self._check.locked_seconds())))
        return words.say("locked_for", self._language, seconds=seconds)

    def _draw_dots(self, painter: QPainter, look: Look, card: QRectF) -> None:
        count = max(_LEAST_DOTS, len(self._digits))
        radius = look.px(_DOT_U)
        step = min(look.px(52), (card.width() / 2) / count)
        right = card.right() - look.px(_PADDING_U) - radius
        y = card.y() + look.px(_PADDING_U + 32)
        for number in range(count):
            at = QPointF(right - (count - 1 - number) * step, y)
            filled = number < len(self._digits)
            painter.setPen(QPen(look.theme.control_border, look.stroke(2)))
            painter.setBrush(look.theme.pearl if filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, radius, radius)
