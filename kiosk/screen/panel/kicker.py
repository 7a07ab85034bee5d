"""The small line above a panel: what kind of thing this is, beside its sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.look.icons import draw_icon
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.map.map_marker import MarkerState, draw_marker
from kiosk.screen.map.sign_shapes import MARKERS

if TYPE_CHECKING:
    from kiosk.look.look import Look

HEIGHT_U = 40
SIGN_X_U = 15
_WORDS_X_U = 44
_COUNT_GAP_U = 16
_LEAST_SCALE = 20 / 24
"""No text is smaller than 20 u."""


class Kicker(QWidget):
    """Draws a marker or an icon and a few words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look: Look | None = None
        self._setting: Setting | None = None
        self._count: Setting | None = None
        self._sign = "pearl"

    def show_words(
        self,
        words: str,
        sign: str,
        look: Look,
        language: str,
        *,
        shorter: str = "",
        counted: str = "",
    ) -> None:
        """`sign` is a marker's glyph (such as `pearl`), `none`, or an icon's name.

        `counted` is at the right end, whatever the words are: which of several pages this is.
        `shorter` words take the place of those that leave it no room.
        """
        self._look = look
        self._sign = sign
        self._count = set_text(look, counted, language=language, role="kicker") if counted else None
        room = self.width() - self._words_x(look)
        if self._count is not None:
            room -= self._count.ink + look.px(_COUNT_GAP_U)
        for tried in filter(None, (words, shorter)):
            self._setting = _in_room(tried, room, look, language)
            if self._setting.ink <= room:
                break
        self.setAccessibleName(words)
        self.update()

    def _words_x(self, look: Look) -> float:
        return 0.0 if self._sign == "none" else look.px(_WORDS_X_U)

    @property
    def sign_point(self) -> QPointF:
        """The centre of the sign, in this widget's pixels, where the leader line ends."""
        if self._look is None:
            return QPointF()
        return QPointF(self._look.px(SIGN_X_U), self._look.text_px(HEIGHT_U) / 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, setting = self._look, self._setting
        if look is None or setting is None:
            return
        painter = QPainter(self)
        at = self.sign_point
        if self._sign in MARKERS:
            draw_marker(painter, look, self._sign, at, MarkerState.IDLE)
        elif self._sign != "none":
            half = look.px(14)
            rect = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
            draw_icon(painter, look, self._sign, rect, look.theme.text2)
        first_line = setting.size.height() / max(1, setting.line_count)
        top = at.y() - first_line / 2
        setting.draw(painter, self._words_x(look), top, look.theme.text2)
        if self._count is not None:
            left = self.width() - self._count.ink
            # Chinese words have taller lines than the digits of a count.
            level = top + setting.first_baseline - self._count.first_baseline
            self._count.draw(painter, left, level, look.theme.muted)


def _in_room(words: str, room: float, look: Look, language: str) -> Setting:
    """The words on one line, smaller where that has them fit."""
    setting = set_text(look, words, language=language, role="kicker")
    if setting.ink <= room:
        return setting
    scale = max(_LEAST_SCALE / look.text_scale, 0.95 * room / setting.ink)
    return set_text(look, words, language=language, role="kicker", scale=scale)
