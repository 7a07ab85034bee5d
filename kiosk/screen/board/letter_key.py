"""A key of the keyboard on the screen: a letter, or a sign for what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen

from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import MARGIN_U, draw_focus_ring
from kiosk.screen.control.kept_face import KeptFace

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look

_GAP_U = 10
_RADIUS_U = 14
_ICON_U = 36
_WORD_ROOM_U = 20
_LETTER_ROLE, _WORD_ROLE = "lead", "control"


class LetterKey(Control):
    """Says its own `key` when touched.  Fingers reach it to the middle between it and the next."""

    pressed_key = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = ""
        self._look: Look | None = None
        self._setting: Setting | None = None
        self._icon = ""
        self._face = KeptFace()
        self.clicked.connect(self._say)

    def show_key(
        self, key: str, drawn: str, area: QRect, look: Look, language: str, *, name: str, icon: str
    ) -> None:
        """Be this key in that area, gaps included; `name` is what assistive technology hears."""
        self.key, self._look, self._icon = key, look, icon
        self.setGeometry(area)
        self.setText(drawn)
        self.setAccessibleName(name)
        self._setting = None
        if drawn:
            role = _LETTER_ROLE if len(drawn) == 1 else _WORD_ROLE
            setting = set_text(look, drawn, language=language, role=role)
            room = self.shape.width() - look.px(_WORD_ROOM_U)
            if setting.ink > room:
                scale = max(0.5, room / setting.ink)
                setting = set_text(look, drawn, language=language, role=role, scale=scale)
            self._setting = setting
        self._face.forget()
        self.update()

    @property
    def shape(self) -> QRectF:
        """What is seen of it, in its own pixels."""
        if self._look is None:
            return QRectF(self.rect())
        half = self._look.px(_GAP_U) / 2
        return QRectF(self.rect()).adjusted(half, half, -half, -half)

    @Slot()
    def _say(self) -> None:
        self.pressed_key.emit(self.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._face.put(self, self._paint, self.isDown(), self.hasFocus(), self.isEnabled())

    def _paint(self, painter: QPainter) -> None:
        look = self._look
        if look is None:
            return
        theme, shape, radius = look.theme, self.shape, look.px(_RADIUS_U)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(look.tokens["opacity"]["disabled"])
        half = look.outline(1.3) / 2
        down = self.isDown()
        ink = theme.panel if down and theme.high_contrast else theme.text
        painter.setPen(QPen(theme.pearl if down else theme.control_border, 2 * half))
        painter.setBrush(theme.pressed if down else theme.control)
        painter.drawRoundedRect(shape.adjusted(half, half, -half, -half), radius, radius)
        middle = shape.center()
        if self._icon:
            side = look.px(_ICON_U)
            box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            draw_icon(painter, look, self._icon, box, ink)
        elif self._setting is not None:
            size = self._setting.size
            x, y = middle.x() - self._setting.ink / 2, middle.y() - size.height() / 2
            self._setting.draw(painter, x, y, ink)
        if self.hasFocus():
            inner = look.px(MARGIN_U) - look.px(_GAP_U) / 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            draw_focus_ring(painter, look, shape.adjusted(inner, inner, -inner, -inner), radius)
