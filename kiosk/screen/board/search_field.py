"""The line that shows what is typed.  It takes no input of its own: no system keyboard comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import Setting, set_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

HEIGHT_U = 84
_PADDING_U = 28
_ICON_U = 36
_GAP_U = 20
_RADIUS_U = 20
_CARET_U = 4
_ROLE = "lead"


class SearchField(QWidget):
    """Draws a glass, what was typed, and a caret; without anything typed, what can be."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look: Look | None = None
        self._setting: Setting | None = None
        self._is_empty = True

    def show_query(self, query: str, locale: Locale, look: Look) -> None:
        """Show it in the present geometry; of a long one, its end."""
        self._look, self._is_empty = look, not query
        # A space at the end is not set, and would leave the caret where it was.
        shown = query.replace(" ", "\u2002") or locale.say("search_hint")
        room = self.width() - look.px(2 * _PADDING_U + _ICON_U + _GAP_U + 2 * _CARET_U)
        setting = set_text(look, shown, language=locale.language, role=_ROLE)
        while setting.ink > room and query and len(shown) > 1:
            shown = shown[1:]
            setting = set_text(look, shown, language=locale.language, role=_ROLE)
        if setting.ink > room:
            scale = room / setting.ink
            setting = set_text(look, shown, language=locale.language, role=_ROLE, scale=scale)
        self._setting = setting
        self.setAccessibleName(spelled(query) or locale.say("search_hint"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, setting = self._look, self._setting
        if look is None or setting is None:
            return
        theme = look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = look.outline(1.6) / 2
        shape = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.setPen(QPen(theme.control_border, 2 * half))
        painter.setBrush(theme.panel2)
        painter.drawRoundedRect(shape, look.px(_RADIUS_U), look.px(_RADIUS_U))
        side, middle = look.px(_ICON_U), shape.center().y()
        x = look.px(_PADDING_U)
        draw_icon(painter, look, "search", QRectF(x, middle - side / 2, side, side), theme.text2)
        x += side + look.px(_GAP_U)
        high = setting.size.height()
        ink = theme.text2 if self._is_empty else theme.text
        setting.draw(painter, x, middle - high / 2, ink)
        caret = x + (0 if self._is_empty else setting.ink + look.px(_CARET_U))
        painter.setPen(QPen(theme.accent, look.stroke(_CARET_U)))
        reach = min(high, shape.height() * 0.6) / 2
        caret -= look.px(2 * _CARET_U) if self._is_empty else 0
        painter.drawLine(QPointF(caret, middle - reach), QPointF(caret, middle + reach))


def spelled(query: str) -> str:
    """What was typed, letter by letter, for those who can't see it."""
    return ", ".join(query.replace(" ", ""))
