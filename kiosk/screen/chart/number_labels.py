"""Numbers: figures set on one line, with large digits and smaller words around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from kiosk.look.span import Span
from kiosk.look.typesetting import set_text
from kiosk.screen.chart.labels import LEFT, Label
from kiosk.screen.figure_spans import figure_spans

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from kiosk.languages.figures import Figure
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.locale import Locale

_WORDS_BESIDE_DIGITS = 0.5
_DIGIT_HEIGHT = 0.72
_RISE = 1.25


@dataclass(frozen=True)
class NumberSize:
    """A size for numbers: a role and a factor; `large` ones use the display face.

    The display face keeps its hairlines down to 48 u.
    """

    role: str
    scale: float
    large: bool
    weight: int = 700
    """Of numbers that are not large."""


NUMBER_SIZES = (
    NumberSize("number_m", 1.0, True),
    NumberSize("number_m", 0.84, True),
    NumberSize("number_m", 0.71, True),
    NumberSize("lead", 1.0, False),
    NumberSize("secondary", 1.0, False),
)
"""From the one we like best to the one that fits nearly everywhere."""


@dataclass(frozen=True)
class Number:
    """A figure set on one line; `digits` is how tall its digits are, in pixels.

    It is placed by its digits, because smaller words before them must not push them up or down.
    """

    setting: Setting
    digits: float

    @property
    def ink(self) -> float:
        """The width of its letters, in pixels."""
        return self.setting.ink

    @property
    def height(self) -> float:
        """The height of its line in a column of lines, in pixels."""
        return self.setting.size.height()

    @property
    def rise(self) -> float:
        """How far it reaches above its baseline if Chinese words are beside the digits."""
        return self.digits * _RISE

    def on(self, baseline: float, x: float, color: QColor, shift: float = LEFT) -> Label:
        """Its label with the digits on a baseline."""
        return Label(self.setting, x, baseline - self.setting.first_baseline, color, shift)

    def below(self, top: float, x: float, color: QColor) -> Label:
        """Its label in a column of lines that goes on at `top`."""
        return self.on(top + (self.height + self.digits) / 2, x, color)

    def digits_rect(self, baseline: float, x: float, shift: float) -> QRectF:
        """The area of its digits when they stand on a baseline."""
        return QRectF(x - self.ink * shift, baseline - self.digits, self.ink, self.digits)


def set_figure(
    look: Look,
    locale: Locale,
    figure: Figure,
    size: NumberSize,
    *,
    behind: Span | None = None,
    scale: float = 1.0,
) -> Number:
    """Set a figure on one line: digits large, the words around them smaller, `behind` after it."""
    spans = _spans(figure, size)
    if behind is not None:
        spans = (*spans, behind)
    factor = size.scale * scale
    setting = set_text(look, spans, language=locale.language, role=size.role, scale=factor)
    return Number(setting, look.px(look.style(size.role).size * factor * _DIGIT_HEIGHT))


def _spans(figure: Figure, size: NumberSize) -> tuple[Span, ...]:
    if not size.large:
        return (Span(figure.drawn, weight=size.weight),)
    return figure_spans(figure, words=_WORDS_BESIDE_DIGITS, number_words=_WORDS_BESIDE_DIGITS)
