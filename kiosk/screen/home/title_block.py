"""The exhibit's title on the map home; touching it opens the bay as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from kiosk.look.typesetting import Setting, set_text, set_whole_words
from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import MARGIN_U, draw_focus_ring

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look

_GAP_U = 22
_MOST_LINES = 3
_SHARES = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76)
"""How much smaller the title may be to keep to so many lines."""


class TitleMeasure(NamedTuple):
    """How wide the title may be, in pixels, and its type role."""

    width: float
    role: str


class TitleBlock(Control):
    """Draws the title large, and the words of welcome below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._title: Setting | None = None
        self._welcome: Setting | None = None

    def show_words(
        self,
        title: str,
        welcome: str,
        name: str,
        look: Look,
        language: str,
        measure: TitleMeasure,
    ) -> None:
        """Set both in that measure; `name` says what a touch opens."""
        self._look = look
        self._title = _set(title, look, language, measure)
        self._welcome = set_text(
            look, welcome, language=language, role="secondary", width=measure.width, balanced=True
        )
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{welcome}\n{name}")
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        if self._look is None or self._title is None or self._welcome is None:
            return QSize(0, 0)
        margin = 2 * self._look.px(MARGIN_U)
        height = self._title.size.height() + self._look.px(_GAP_U)
        height += self._welcome.size.height()
        width = max(self._title.ink, self._welcome.ink)
        return QSize(round(width + margin), round(height + margin))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, title, welcome = self._look, self._title, self._welcome
        if look is None or title is None or welcome is None:
            return
        painter = QPainter(self)
        margin = look.px(MARGIN_U)
        ink = look.theme.accent_text if self.isDown() else look.theme.text
        title.draw(painter, margin, margin, ink)
        y = margin + title.size.height() + look.px(_GAP_U)
        welcome.draw(painter, margin, y, look.theme.text2)
        if self.hasFocus():
            shape = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
            draw_focus_ring(painter, look, shape, look.px(12))


def _set(title: str, look: Look, language: str, measure: TitleMeasure) -> Setting:
    """The title on as few lines as it may have, a little smaller where that is what it takes."""
    width, role = measure
    for share in _SHARES:
        setting = set_text(
            look, title, language=language, role=role, width=width, balanced=True, scale=share
        )
        if setting.line_count <= _MOST_LINES and setting.ink <= width:
            return setting
    whole = set_whole_words(look, title, language=language, role=role, width=width)
    if whole.line_count <= _MOST_LINES:
        return whole
    return set_whole_words(look, title, language=language, role="heading", width=width)
