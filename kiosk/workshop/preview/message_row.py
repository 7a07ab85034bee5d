"""One row of the list: where it is, what is wrong, the text in question, and the fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen

from kiosk.look.icons import draw_icon
from kiosk.look.span import Span
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import draw_focus_ring
from kiosk.text.messages import Severity

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.workshop.preview.quoted_messages import QuotedMessage

_PADDING_U = 22
_SIGN_U = 26
_GAP_U = 10
_BOX_U = 12
_RADIUS_U = 14
_BOLD = 700


class MessageRow(Control):
    """Shows one message; a touch says which."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._style: InterfaceStyle | None = None
        self._quoted: QuotedMessage | None = None
        self._drawn: list[tuple[Setting, QPointF, QColor]] = []
        self._box = QRectF()
        self.clicked.connect(self._say)

    def show_message(self, quoted: QuotedMessage, style: InterfaceStyle, width: int) -> None:
        """Show it in this width; the height follows from the text."""
        self._quoted, self._style = quoted, style
        message, look, theme = quoted.message, style.look, style.look.theme
        found, hint = message.said_in(style.language)
        padding, gap = look.px(_PADDING_U), look.px(_GAP_U)
        left = padding + look.px(_SIGN_U) + gap
        room = width - left - padding
        self._drawn, y = [], padding * 0.8
        where = message.file
        if message.line > 1 or quoted.meant or quoted.before:
            where = style.say("in_line", file=message.file, line=str(message.line))
        for text, color, bold in (
            (where, theme.text2, False),
            (found, theme.text, True),
        ):
            span = Span(text[:1].upper() + text[1:] if bold else text, weight=600 if bold else None)
            y = self._set([span], left, y, room, color) + gap / 2
        line = [
            Span(quoted.before),
            Span(quoted.meant, weight=_BOLD, color=theme.accent_text),
            Span(quoted.after),
        ]
        self._box = QRectF()
        if any(span.text.strip() for span in line):
            inner = look.px(_BOX_U)
            top = y
            parts = [span for span in line if span.text]
            y = self._set(parts, left + inner, y + inner * 0.6, room - 2 * inner, theme.text)
            self._box = QRectF(left, top, room, y + inner * 0.6 - top)
            y = self._box.bottom() + gap
        if hint:
            y = self._set([Span(f"→ {hint}")], left, y, room, theme.text2) + gap / 2
        self.resize(width, round(y + padding * 0.5))
        said = f"{where}: {found}. {quoted.meant} {hint}"
        self.setText(said)
        self.setAccessibleName(said)
        self.update()

    def _set(self, spans: list[Span], x: float, y: float, width: float, color: QColor) -> float:
        assert self._style is not None
        setting = set_text(
            self._style.look, spans, language=self._style.language, role="source", width=width
        )
        self._drawn.append((setting, QPointF(x, y), color))
        return y + setting.size.height()

    @Slot()
    def _say(self) -> None:
        if self._quoted is not None:
            self.chosen.emit(self._quoted)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style is None or self._quoted is None:
            return
        look, theme = self._style.look, self._style.look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        radius = look.px(_RADIUS_U)
        painter.setPen(QPen(theme.control_border if self.isDown() else theme.rule, look.stroke(1)))
        painter.setBrush(theme.panel)
        painter.drawRoundedRect(shape, radius, radius)
        if not self._box.isEmpty():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.panel2)
            painter.drawRoundedRect(self._box, radius / 2, radius / 2)
        wrong = self._quoted.message.severity is Severity.ERROR
        side, padding = look.px(_SIGN_U), look.px(_PADDING_U)
        sign = QRectF(padding, padding * 0.8, side, side)
        color = theme.accent_text if wrong else theme.text2
        draw_icon(painter, look, "x" if wrong else "triangle-alert", sign, color)
        for setting, at, ink in self._drawn:
            setting.draw(painter, at.x(), at.y(), ink)
        if self.hasFocus():
            draw_focus_ring(painter, look, shape, radius)
