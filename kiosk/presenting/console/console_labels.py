"""The labels of the console: short texts that are painted on its ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from kiosk.look.line_breaks import UNLIMITED
from kiosk.look.typesetting import set_text

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting

LABEL_U = 44
"""The distance from the top of a label to what it labels, if the label has one line."""
_LEAST_SCALE = 0.75
"""How far the type shrinks before a label is broken into lines."""


class ConsoleLabels:
    """Collects the labels of one layout of the console, and paints them."""

    def __init__(self, look: Look, language: str) -> None:
        self._look = look
        self._language = language
        self.drawn: list[tuple[Setting, QPointF, QColor]] = []
        """Each label with the position of its top left corner and its colour."""

    def add(
        self, words: str, x: float, y: float, width: float = UNLIMITED, *, strong: bool = False
    ) -> Setting:
        """Add a label at (x, y), smaller if it is too wide, and in lines if that is not enough."""
        look = self._look
        setting = set_text(look, words, language=self._language, role="control")
        if setting.ink > width:
            scale = max(_LEAST_SCALE, width / setting.ink * 0.99)
            setting = set_text(
                look, words, language=self._language, role="control", width=width, scale=scale
            )
        color = look.theme.accent_text if strong else look.theme.text2
        self.drawn.append((setting, QPointF(x, y), color))
        return setting

    def below(self, label: Setting) -> float:
        """The distance from the top of a label to what it labels, however many lines it has."""
        px = self._look.px
        return max(px(LABEL_U), label.size.height() + px(8))

    def paint(self, painter: QPainter) -> None:
        """Draw them all."""
        for setting, at, color in self.drawn:
            setting.draw(painter, at.x(), at.y(), color)
