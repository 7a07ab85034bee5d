"""Numbers on one line and paragraphs, as facts panels and their bars are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.look.span import Span
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.figure_spans import figure_spans

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

    from kiosk.languages.figures import Figure
    from kiosk.look.look import Look

_WORD_SCALE = 0.46
_LEAST_NUMBER_U = 48
"""Below this size the hairlines of the display face become invisible."""
_LEAST_WORD_U = 24


def number_spans(figure: Figure, word_scale: float = _WORD_SCALE) -> tuple[Span, ...]:
    """The spans of a figure: large digits, a light plus sign, smaller words."""
    return figure_spans(figure, words=word_scale, weight=500)


def fit_number(look: Look, figure: Figure, *, language: str, role: str, width: float) -> Setting:
    """Set a figure on one line, smaller where it would be wider than `width`.

    Its words stay readable; where that leaves too little for the digits, it takes further lines.
    """
    size = look.style(role).size
    setting = set_text(look, number_spans(figure), language=language, role=role)
    if setting.ink <= width:
        return setting
    scale = min(1.0, max(_LEAST_NUMBER_U / size, width / setting.ink * 0.97))
    words = max(_WORD_SCALE, _LEAST_WORD_U / (size * scale))
    return set_text(
        look, number_spans(figure, words), language=language, role=role, scale=scale, width=width
    )


def tagged(words: str, said_language: str, language: str, drawn: str) -> list[Span]:
    """A text with a small tag of its language, where that is not the one asked for."""
    spans = [Span(words)]
    if said_language != language:
        spans.append(Span(f"  {drawn}", weight=500, scale=0.62, display=False))
    return spans


@dataclass
class Paragraph:
    """A text in one colour."""

    setting: Setting
    color: QColor
    gap: float = 0.0
    beat: int = 0

    @property
    def height(self) -> float:
        """Its height in pixels."""
        return self.setting.size.height()

    def draw(self, painter: QPainter, x: float, y: float, progress: float) -> None:
        """Draw the text; it is there from the start, whatever the progress."""
        self.setting.draw(painter, x, y, self.color)
