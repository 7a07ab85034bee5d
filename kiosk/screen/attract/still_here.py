"""A calm question before the exhibit goes back to its beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.assistive_role import AssistiveRole

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kiosk.look.look import Look

_WIDTH_U = 860
_HEIGHT_U = 250
_BOTTOM_U = 150
_RING_U = 66
_FULL_CIRCLE = 360 * 16


class StillHere(QWidget):
    """Covers the stage with a veil and asks; any touch anywhere is an answer."""

    assistive_role = AssistiveRole.MODAL

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._question: Setting | None = None
        self._help: Setting | None = None
        self._count: Setting | None = None
        self._language = "en"
        self._share = 1.0
        self._whole = 0.0
        self.hide()

    def ask(self, question: str, instead: str, look: Look, language: str) -> None:
        """Set the words; the counting begins with the first `count`."""
        self._look, self._language, self._whole = look, language, 0.0
        room = look.px(_WIDTH_U - 3 * _RING_U - 60)
        self._question = set_text(look, question, language=language, role="heading", width=room)
        self._help = set_text(look, instead, language=language, role="body", width=room)
        self.setAccessibleName(question)
        self.setAccessibleDescription(instead)
        self.show()
        self.raise_()

    def count(self, seconds: float) -> None:
        """Show how many seconds are left."""
        if self._look is None:
            return
        self._whole = max(self._whole, seconds)
        self._share = seconds / self._whole if self._whole else 0.0
        number = str(max(0, round(seconds)))
        self._count = set_text(self._look, number, language="en", role="number_m", scale=0.7)
        self.update()

    def _card(self, look: Look) -> QRectF:
        width = min(look.px(_WIDTH_U), self.width() - look.px(64))
        left = (self.width() - width) / 2
        height = look.px(_HEIGHT_U)
        return QRectF(left, self.height() - look.px(_BOTTOM_U) - height, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, question, instead = self._look, self._question, self._help
        if look is None or question is None or instead is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(look.theme.ground)
        veil.setAlphaF(1 - look.tokens["opacity"]["map_under_dialog"])
        painter.fillRect(self.rect(), veil)
        card = self._card(look)
        painter.setPen(QPen(look.theme.control_border, look.outline(1.3)))
        painter.setBrush(look.theme.panel2)
        painter.drawRoundedRect(card, look.px(28), look.px(28))
        words = question.size.height() + look.px(12) + instead.size.height()
        x, y = card.x() + look.px(48), card.center().y() - words / 2
        question.draw(painter, x, y, look.theme.text)
        instead.draw(painter, x, y + question.size.height() + look.px(12), look.theme.text2)
        self._draw_ring(
            painter, look, QPointF(card.right() - look.px(_RING_U + 48), card.center().y())
        )

    def _draw_ring(self, painter: QPainter, look: Look, middle: QPointF) -> None:
        radius = look.px(_RING_U)
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.theme.rule, look.stroke(8)))
        painter.drawEllipse(box)
        pen = QPen(look.theme.pearl, look.stroke(8))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(box, 90 * 16, round(_FULL_CIRCLE * self._share))
        if self._count is not None:
            size = self._count.size
            cap = self._count.first_baseline - size.height() * 0.36
            painter.save()
            self._count.draw(
                painter, middle.x() - self._count.ink / 2, middle.y() - cap, look.theme.text
            )
            painter.restore()
