"""The notes of a step in large type, which a finger or a wheel scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.look.markdown import paragraphs
from kiosk.look.typesetting import Setting, set_text

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent

    from kiosk.look.look import Look

SIZES = (1.0, 1.25, 1.5, 1.75, 2.0)
_NOTES_U = 32
_GAP_U = 26
_BAR_U = 5


class NotesView(QWidget):
    """Shows paragraphs in type of 32 u or up to twice that size."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._notes = ""
        self._language = "en"
        self._size = 0
        self._settings: list[tuple[Setting, float]] = []
        self._height = 0.0
        self._top = 0.0
        self._held: QPointF | None = None

    @property
    def scale(self) -> float:
        """The size relative to the smallest one."""
        return SIZES[self._size]

    def resize_type(self, steps: int) -> None:
        """Go so many sizes up, or down for a negative number, within `SIZES`."""
        self._size = min(len(SIZES) - 1, max(0, self._size + steps))
        self._set()

    def show_notes(self, notes: str, language: str, look: Look) -> None:
        """Show notes; new ones are scrolled to the top."""
        if (notes, language) != (self._notes, self._language):
            self._top = 0.0
        self._look, self._notes, self._language = look, notes, language
        self.setAccessibleName(notes)
        self._set()

    def _set(self) -> None:
        look = self._look
        if look is None:
            return
        scale = _NOTES_U / look.style("body").size * self.scale
        width = self.width() - look.px(4 * _BAR_U)
        self._settings, y = [], 0.0
        for spans in paragraphs(self._notes):
            setting = set_text(
                look, spans, language=self._language, role="body", width=width, scale=scale
            )
            self._settings.append((setting, y))
            y += setting.size.height() + look.px(_GAP_U) * self.scale
        self._height = max(0.0, y - look.px(_GAP_U) * self.scale)
        self._scroll(0)

    def _scroll(self, pixels: float) -> None:
        self._top = min(max(0.0, self._height - self.height()), max(0.0, self._top + pixels))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._scroll(self._held.y() - event.position().y())
            self._held = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._scroll(-event.angleDelta().y() / 2)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for setting, y in self._settings:
            setting.draw(painter, 0, y - self._top, look.theme.text)
        if self._height > self.height():
            wide = look.px(_BAR_U)
            share = self.height() / self._height
            bar = QRectF(self.width() - wide, self._top * share, wide, self.height() * share)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.theme.control_border)
            painter.drawRoundedRect(bar, wide / 2, wide / 2)
