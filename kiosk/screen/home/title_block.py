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
        width, role = measure
        self._title = set_whole_words(look, title, language=language, role=role, width=width)
        if self._title.line_count > _MOST_LINES:
            self._title = set_whole_words(
                look, title, language=language, role="heading", width=width
            )
        self._welcome = set_text(
            look, welcome, language=language, role="secondary", width=width, balanced=True
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
