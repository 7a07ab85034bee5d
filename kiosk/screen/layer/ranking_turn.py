"""The last place of a ranking whose rows have no room at once: it leads to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import MARGIN_U, draw_focus_ring

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

_ICON_U = 24
_GAP_U = 8
_REACH_U = 16
"""How far its ground reaches beyond its words."""
_RADIUS_U = 14


class RankingTurn(Control):
    """Says how many rows there still are, or on the last page that it leads back to the highest."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._words: Setting | None = None
        self._drawn = QRectF()
        self._leads_back = False
        self.hide()

    def stand_in(
        self, rect: QRectF, foot: float, left: int, locale: Locale, look: Look, scale: float
    ) -> None:
        """Be drawn in that place of the parent; so many rows are `left`.

        Fingers reach it down to the `foot` of all rows, since one is low.
        """
        reach = look.px(_REACH_U)
        self._look, self._leads_back = look, not left
        words = locale.say("more_rows", count=str(left)) if left else locale.say("first_rows")
        self._words = set_text(look, words, language=locale.language, role="body", scale=scale)
        whole = rect.adjusted(-reach, 0, reach, 0)
        whole.setBottom(max(whole.bottom(), foot))
        self.setGeometry(whole.toAlignedRect())
        self._drawn = rect.translated(-self.x(), -self.y())
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, words = self._look, self._words
        if look is None or words is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, drawn, reach = look.theme, self._drawn, look.px(_REACH_U)
        ground = drawn.adjusted(-reach, look.px(2), reach, -look.px(2))
        ink = theme.text
        if self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.pressed)
            painter.drawRoundedRect(ground, look.px(_RADIUS_U), look.px(_RADIUS_U))
            ink = theme.panel if theme.high_contrast else ink
        side, middle = look.px(_ICON_U), drawn.center().y()
        beside = side + look.px(_GAP_U)
        left = drawn.left() + (beside if self._leads_back else 0.0)
        words.draw(painter, left, middle - words.size.height() / 2, ink)
        x = drawn.left() if self._leads_back else left + words.ink + look.px(_GAP_U)
        arrow = "chevron-left" if self._leads_back else "chevron-right"
        draw_icon(painter, look, arrow, QRectF(x, middle - side / 2, side, side), ink)
        if self.hasFocus():
            inset = look.px(MARGIN_U)
            shape = ground.adjusted(inset, inset, -inset, -inset)
            draw_focus_ring(painter, look, shape, look.px(_RADIUS_U))
