"""The blocks of a facts panel: paragraphs, the very large number, the rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPen

from kiosk.look.span import Span
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.figure_spans import figure_spans

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from kiosk.languages.figures import Figure
    from kiosk.look.look import Look

_WORD_SCALE = 0.46
_LEAST_NUMBER_U = 48
"""Below this size the hairlines of the display face become invisible."""
_LEAST_WORD_U = 24
_SIDE_GAP_U = 28
_SIDE_LEAST_U = 150
_SHIFT_U = 24


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


def _drop(figure: Figure) -> float:
    """How far the figure's letters reach below their line, in em."""
    drawn = figure.drawn
    if any(letter in drawn for letter in "gjpqyJQç"):
        return 0.26
    return 0.16 if "," in drawn or any(ord(letter) > 0x2E80 for letter in drawn) else 0.06


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


class FigureRow:
    """A number with what it counts beside it, or below where there is no room beside.

    `note` is a small line below: the fact's own source, or "as reported".  A `ruled` row has a
    hairline above it, as far away as the row before.
    """

    def __init__(
        self,
        look: Look,
        *,
        figure: Figure,
        label: list[Span],
        note: str,
        language: str,
        role: str,
        width: float,
        gap: float,
        beat: int,
        ruled: bool = False,
    ) -> None:
        self.gap = gap
        self.beat = beat
        self._look = look
        self._width = width
        self._rule = gap if ruled else 0.0
        self._number = fit_number(look, figure, language=language, role=role, width=width)
        beside = width - self._number.ink - look.px(_SIDE_GAP_U)
        label_role = "lead" if role in ("number_xl", "place") else "body"
        one_line = set_text(look, label, language=language, role=label_role)
        self._beside = beside >= min(one_line.ink, look.px(_SIDE_LEAST_U))
        self._label = set_text(
            look, label, language=language, role=label_role, width=beside if self._beside else width
        )
        if self._beside and self._label.line_count > 2:
            self._beside = False
            self._label = set_text(look, label, language=language, role=label_role, width=width)
        self._note = (
            set_text(look, note, language=language, role="source", width=width) if note else None
        )
        # The height of digits, not of lines: numbers have no descenders but the comma's.
        self._cap = self._number.size.height() / max(1, self._number.line_count) * 0.78
        top = self._number.first_baseline - self._cap
        self._lift = top
        below = self._number.last_baseline + max(look.px(8), _drop(figure) * self._em())
        self._label_y = (
            self._number.last_baseline - self._label.last_baseline if self._beside else below
        )
        bottom = max(below, self._label_y + self._label.size.height())
        self._note_y = bottom
        if self._note is not None:
            bottom += self._note.size.height()
        self.height = bottom - self._lift + self._rule

    def _em(self) -> float:
        """The size of the digits, from the height of their lines."""
        return self._number.size.height() / max(1, self._number.line_count)

    def draw(self, painter: QPainter, x: float, y: float, progress: float) -> None:
        """Rise and fade in, below a hairline that is there from the start."""
        look, theme = self._look, self._look.theme
        if self._rule:
            painter.setPen(QPen(theme.rule, look.stroke(1.5)))
            painter.drawLine(QPointF(x, y), QPointF(x + self._width, y))
        painter.setOpacity(progress)
        top = y + self._rule - self._lift + look.px(_SHIFT_U) * (1 - progress)
        self._number.draw(painter, x, top, theme.text)
        label_x = x + self._number.ink + look.px(_SIDE_GAP_U) if self._beside else x
        self._label.draw(painter, label_x, top + self._label_y, theme.text)
        if self._note is not None:
            self._note.draw(painter, x, top + self._note_y, theme.muted)
        painter.setOpacity(1.0)
