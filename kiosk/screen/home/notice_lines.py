"""The notices of the day on the map home: quiet lines in the corner that rest where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import Setting, set_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from kiosk.look.look import Look

_PADDING_U = (22, 14)
_SIGN_U, _SIGN_GAP_U = 26, 14
_BETWEEN_U = 6
_RADIUS_U = 20
_ROLE = "control"


class NoticeLines(QWidget):
    """Says what is to be known today, each notice on a line of its own where there is room.

    All stand there at once: what came and went by itself would be read by nobody who is slow.
    It is no control, and what lies below it on the map can't be touched through it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._lines: list[Setting] = []
        self.hide()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be known today."""
        return not self._lines

    def show_notices(self, notices: Sequence[str], look: Look, language: str, width: float) -> None:
        """Set the notices in a width, in pixels."""
        self._look = look
        room = width - 2 * look.px(_PADDING_U[0]) - self._text_left(look)
        self._lines = [
            set_text(look, each, language=language, role=_ROLE, width=room, balanced=True)
            for each in notices
        ]
        first, *rest = (*notices, "")
        self.setAccessibleName(first)
        self.setAccessibleDescription("\n".join(rest).strip())
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        look = self._look
        if look is None or not self._lines:
            return QSize(0, 0)
        across, down = (look.px(units) for units in _PADDING_U)
        width = max(each.ink for each in self._lines) + self._text_left(look) + 2 * across
        height = sum(each.size.height() for each in self._lines) + 2 * down
        height += look.px(_BETWEEN_U) * (len(self._lines) - 1)
        return QSize(round(width), round(height))

    def _text_left(self, look: Look) -> float:
        return look.text_px(_SIGN_U) + look.px(_SIGN_GAP_U)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None or not self._lines:
            return
        theme = look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = look.outline(1.3) / 2
        plate = QRectF(self.rect()).adjusted(half, half, -half, -half)
        # As solid as the dock, but without its rim: it can't be touched.
        painter.setPen(Qt.PenStyle.NoPen)
        if theme.high_contrast:
            painter.setPen(QPen(theme.control_border, 2 * half))
        painter.setBrush(theme.control)
        radius = look.px(_RADIUS_U)
        painter.drawRoundedRect(plate, radius, radius)
        x, y = (look.px(units) for units in _PADDING_U)
        side = look.text_px(_SIGN_U)
        first = self._lines[0]
        middle = y + first.size.height() / first.line_count / 2
        sign = QRectF(x, middle - side / 2, side, side)
        draw_icon(painter, look, "info", sign, theme.text2)
        for line in self._lines:
            line.draw(painter, x + self._text_left(look), y, theme.text)
            y += line.size.height() + look.px(_BETWEEN_U)
