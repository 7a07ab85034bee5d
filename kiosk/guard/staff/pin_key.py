"""One key of the PIN pad: a digit, or one of the two signs beside the nought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPen

from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import draw_focus_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look


class PinKey(Control):
    """Says its digit, or the name of its sign, when it is touched."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, key: str) -> None:
        super().__init__(parent)
        self._key = key
        self._look: Look | None = None
        self._digit: Setting | None = None
        self._dim = False
        self.clicked.connect(self._say)

    def show_key(self, look: Look, name: str) -> None:
        """Draw the key; `name` is what assistive technology hears."""
        self._look = look
        self.setAccessibleName(name)
        if self._key.isdigit():
            self._digit = set_text(look, self._key, language="en", role="lead", scale=1.6)
        self.update()

    def set_dim(self, dim: bool) -> None:
        """Look as if it could do nothing now."""
        self._dim = dim
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
        ink = look.theme.muted if self._dim else look.theme.text
        if self._digit is not None:
            x = shape.center().x() - self._digit.ink / 2
            y = shape.center().y() - self._digit.size.height() / 2
            self._digit.draw(painter, x, y, ink)
        else:
            half = look.px(24)
            box = QRectF(-half, -half, 2 * half, 2 * half).translated(shape.center())
            draw_icon(painter, look, self._key, box, ink)
        if self.hasFocus():
            draw_focus_ring(painter, look, shape, look.px(20))
