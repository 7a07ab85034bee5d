"""The exhibit's title on the map home, and above it the button that opens the bay as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import Setting, set_text, set_whole_words
from kiosk.screen.control.button import CONTROL_U
from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import MARGIN_U, draw_casing, draw_focus_ring

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look

_GAP_U = 22
_BUTTON_GAP_U = 20
_BESIDE_GAP_U = 40
_PADDING_U = 26
_ICON_U = 28
_ICON_GAP_U = 12
_MOST_LINES = 3


class TitleMeasure(NamedTuple):
    """How wide the title may be, in pixels, and its type role."""

    width: float
    role: str


class TitleBlock(Control):
    """Draws a button that says what opens, the title large below it, and the words of welcome.

    All of it can be touched.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._title: Setting | None = None
        self._welcome: Setting | None = None
        self._opens: Setting | None = None
        self._width = 0.0

    def show_words(
        self,
        title: str,
        welcome: str,
        name: str,
        look: Look,
        language: str,
        measure: TitleMeasure,
    ) -> None:
        """Set them in that measure; `name` says what a touch opens, on the button too."""
        self._look = look
        width, role = measure
        self._width = width
        self._title = set_whole_words(look, title, language=language, role=role, width=width)
        if self._title.line_count > _MOST_LINES:
            self._title = set_whole_words(
                look, title, language=language, role="heading", width=width
            )
        self._welcome = set_text(
            look, welcome, language=language, role="secondary", width=width, balanced=True
        )
        self._opens = set_text(look, name, language=language, role="control")
        self.setText(title)
        self.setAccessibleName(name)
        self.setAccessibleDescription(f"{title}\n{welcome}")
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        if self._look is None or self._title is None or self._welcome is None:
            return QSize(0, 0)
        _, _, welcome, button = self._places()
        margin = self._look.px(MARGIN_U)
        right = max(margin + self._title.ink, welcome.x() + self._welcome.ink, button.right())
        bottom = welcome.y() + self._welcome.size.height()
        return QSize(round(right + margin), round(max(bottom, button.bottom()) + margin))

    def _places(self) -> tuple[Look, QPointF, QPointF, QRectF]:
        """Where title, welcome and button are drawn, in this widget's pixels, and the look.

        The button stands beside the welcome where both fit on its line, else above the title.
        """
        look, title, welcome, opens = self._look, self._title, self._welcome, self._opens
        assert look is not None
        assert title is not None
        assert welcome is not None
        assert opens is not None
        margin, high = look.px(MARGIN_U), look.px(CONTROL_U)
        wide = opens.ink + look.px(_ICON_U + _ICON_GAP_U + 2 * _PADDING_U)
        left = margin + welcome.ink + look.px(_BESIDE_GAP_U)
        if welcome.line_count == 1 and left + wide <= margin + self._width:
            y = margin + title.size.height()
            middle = y + high / 2
            at = QPointF(margin, middle - welcome.size.height() / 2)
            return look, QPointF(margin, margin), at, QRectF(left, y, wide, high)
        y = margin + high + look.px(_BUTTON_GAP_U)
        below = y + title.size.height() + look.px(_GAP_U)
        button = QRectF(margin, margin, wide, high)
        return look, QPointF(margin, y), QPointF(margin, below), button

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or self._title is None or self._welcome is None:
            return
        look, title, welcome, button = self._places()
        painter = QPainter(self)
        ink = look.theme.accent_text if self.isDown() else look.theme.text
        self._title.draw(painter, title.x(), title.y(), ink)
        self._welcome.draw(painter, welcome.x(), welcome.y(), look.theme.text2)
        self._draw_button(painter, look, button)
        if self.hasFocus():
            draw_focus_ring(painter, look, button, button.height() / 2)

    def _draw_button(self, painter: QPainter, look: Look, button: QRectF) -> None:
        theme, opens = look.theme, self._opens
        if opens is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_casing(painter, look, button)
        half = look.stroke(1.3) / 2
        is_down = self.isDown()
        painter.setPen(QPen(theme.pearl if is_down else theme.control_border, 2 * half))
        painter.setBrush(theme.pressed if is_down else theme.control)
        shape = button.adjusted(half, half, -half, -half)
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        ink = theme.panel if is_down and theme.high_contrast else theme.text
        x = button.left() + look.px(_PADDING_U)
        opens.draw(painter, x, button.center().y() - opens.size.height() / 2, ink)
        icon = look.px(_ICON_U)
        at = QRectF(
            x + opens.ink + look.px(_ICON_GAP_U), button.center().y() - icon / 2, icon, icon
        )
        draw_icon(painter, look, "arrow-right", at, ink)
