"""Where the figures come from: one line under every panel, which opens the card of sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import draw_focus_ring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look

_ICON_U = 24
_GAP_U = 12
_PADDING_U = 12


class SourceNote(Control):
    """Says who published the figures and when; a touch on that line opens the whole source."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._width = 0.0
        self._setting: Setting | None = None

    def show_source(
        self, lines: Sequence[str], name: str, width: float, look: Look, language: str
    ) -> None:
        """Set the first of `lines` that one line of `width` pixels holds; ValueError without any.

        All of that line can be touched.

        `name` is what assistive technology hears.
        """
        self._look, self._width = look, width
        self._setting = _set(lines, width, look, language)
        self.setText(lines[0])
        self.setAccessibleName(name)
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        if self._look is None or self._setting is None:
            return QSize(0, 0)
        return _size(self._setting, self._width, self._look)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, setting = self._look, self._setting
        if look is None or setting is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = look.theme.text if self.isDown() else look.theme.muted
        top = (self.height() - setting.size.height()) / 2
        icon = look.px(_ICON_U)
        middle = top + setting.first_baseline - look.px(7)
        draw_icon(painter, look, "info", QRectF(0, middle - icon / 2, icon, icon), ink)
        left = icon + look.px(_GAP_U)
        setting.draw(painter, left, top, ink)
        painter.setPen(QPen(ink, look.stroke(1), Qt.PenStyle.DotLine))
        line = top + setting.last_baseline + look.px(6)
        painter.drawLine(QPointF(left, line), QPointF(left + setting.ink, line))
        if self.hasFocus():
            inset = look.px(8)
            ringed = QRectF(0, 0, left + setting.ink + look.px(_PADDING_U), self.height())
            shape = ringed.adjusted(inset, inset, -inset, -inset)
            draw_focus_ring(painter, look, shape, look.px(12))


def note_height(lines: Sequence[str], width: float, look: Look, language: str) -> int:
    """How high the note of these lines is, in pixels; ValueError without any."""
    return _size(_set(lines, width, look, language), width, look).height()


def _size(setting: Setting, width: float, look: Look) -> QSize:
    height = max(setting.size.height() + 2 * look.px(_PADDING_U), look.target)
    return QSize(round(max(width, look.target)), round(height))


def _set(lines: Sequence[str], width: float, look: Look, language: str) -> Setting:
    return _on_one_line(look, lines, language, width - look.px(_ICON_U + _GAP_U))


def _on_one_line(look: Look, lines: Sequence[str], language: str, width: float) -> Setting:
    """The longest line that fits; what is too long for all of it ends in dots."""
    if not lines:
        raise ValueError("a source is said in one line at least")
    for line in lines:
        setting = set_text(look, line, language=language, role="source")
        if setting.ink <= width:
            return setting
    shortest = lines[-1]
    for length in range(len(shortest) - 1, 0, -1):
        setting = set_text(look, f"{shortest[:length].rstrip()}…", language=language, role="source")
        if setting.ink <= width:
            break
    return setting
