"""A switch: on or off, told by its place, its sign and its colour together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from kiosk.look.icons import draw_icon
from kiosk.screen.control.button import CONTROL_U
from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import MARGIN_U, draw_casing, draw_focus_ring

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look

_WIDTH_U = 128
_INSET_U = 10
_SIGN_U = 28


class Switch(Control):
    """Says its own `key` when touched; whether it is on then is told to it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, *, key: str) -> None:
        super().__init__(parent)
        self.key = key
        self._look: Look | None = None
        self.setCheckable(True)
        self.clicked.connect(self._say)

    def show_switch(self, look: Look, *, name: str, on: bool) -> None:
        """Be on or off; `name` is what assistive technology hears."""
        self._look = look
        self.setAccessibleName(name)
        self.setChecked(on)
        self.resize(self.sizeHint())
        self.update()

    @property
    def margin(self) -> float:
        """How far the widget reaches beyond what is drawn: room for the ring and the finger."""
        assert self._look is not None
        return max(self._look.px(MARGIN_U), (self._look.target - self._look.px(CONTROL_U)) / 2)

    @property
    def drawn_width(self) -> float:
        """The width of what is drawn, in pixels."""
        return self.width() - 2 * self.margin

    def place_drawn(self, x: float, y: float) -> None:
        """Move the top left corner of the drawn shape to (x, y) of the parent."""
        self.move(QPoint(round(x - self.margin), round(y - self.margin)))

    def sizeHint(self) -> QSize:
        if self._look is None:
            return QSize(0, 0)
        drawn = QSize(round(self._look.px(_WIDTH_U)), round(self._look.px(CONTROL_U)))
        return drawn + QSize(round(2 * self.margin), round(2 * self.margin))

    @Slot()
    def _say(self) -> None:
        self.chosen.emit(self.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        theme, margin = look.theme, self.margin
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        radius = shape.height() / 2
        draw_casing(painter, look, shape)
        half = look.outline(1.3) / 2
        on, down = self.isChecked(), self.isDown()
        fill = theme.pearl if on else theme.pressed if down else theme.control
        painter.setPen(QPen(theme.pearl if on else theme.control_border, 2 * half))
        painter.setBrush(fill)
        painter.drawRoundedRect(shape.adjusted(half, half, -half, -half), radius, radius)
        inset = look.px(_INSET_U)
        x = shape.right() - radius if on else shape.left() + radius
        middle = QPointF(x, shape.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.pearl_ink if on else theme.control_border)
        painter.drawEllipse(middle, radius - inset, radius - inset)
        if on:
            sign = look.px(_SIGN_U)
            box = QRectF(middle.x() - sign / 2, middle.y() - sign / 2, sign, sign)
            draw_icon(painter, look, "check", box, theme.pearl)
        if self.hasFocus():
            draw_focus_ring(painter, look, shape, radius)
