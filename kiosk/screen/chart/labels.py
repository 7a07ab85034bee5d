"""Labels: words and figures set at a place of their own on a chart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from kiosk.look.span import Span
from kiosk.look.typesetting import set_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QColor, QPainter

    from kiosk.languages.figures import Figure
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.locale import Locale
    from kiosk.text.multilingual import Text

LEFT, CENTRE, RIGHT = 0.0, 0.5, 1.0

_ALIGNMENT = {
    LEFT: Qt.AlignmentFlag.AlignLeft,
    CENTRE: Qt.AlignmentFlag.AlignHCenter,
    RIGHT: Qt.AlignmentFlag.AlignRight,
}
_WORDS_BESIDE_DIGITS = 0.5
# The gap between Chinese and digits, which stand in spans of their own here.
_GAP = Span(" ", scale=_WORDS_BESIDE_DIGITS, display=False)
_PLUS_SIZE = 0.62
_PLUS_WEIGHT = 300
_SMALL_WEIGHT = 700
_DIGIT_HEIGHT = 0.72
_RISE = 1.25
_HAN = re.compile(r"[\u2e80-\uffff]")
_WORD = re.compile(r"[^\s\u2e80-\uffff]+|[\u2e80-\uffff]+")
_LONGEST_HAN_WORD = 8
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class NumberSize:
    """A size in which numbers can stand: a role and a factor; `large` ones use the display face.

    The display face keeps its hairlines down to 48 u.
    """

    role: str
    scale: float
    large: bool


NUMBER_SIZES = (
    NumberSize("number_m", 1.0, True),
    NumberSize("number_m", 0.84, True),
    NumberSize("number_m", 0.71, True),
    NumberSize("lead", 1.0, False),
    NumberSize("secondary", 1.0, False),
)
"""From the one we like best to the one that fits nearly everywhere."""


@dataclass(frozen=True)
class Label:
    """A text at its place; `shift` says which edge of it stands there: LEFT, CENTRE or RIGHT."""

    setting: Setting
    x: float
    y: float
    color: QColor
    shift: float = LEFT

    @property
    def rect(self) -> QRectF:
        """What its lines cover."""
        return QRectF(
            self.x - self.setting.ink * self.shift,
            self.y,
            self.setting.ink,
            self.setting.size.height(),
        )

    def draw(self, painter: QPainter) -> None:
        """Draw it."""
        left = self.x - self.setting.size.width() * self.shift
        self.setting.draw(painter, left, self.y, self.color)


@dataclass(frozen=True)
class Number:
    """A figure set on one line; `digits` is how tall its digits are, in pixels.

    It is placed by its digits, because smaller words before them must not push them up or down.
    """

    setting: Setting
    digits: float

    @property
    def ink(self) -> float:
        """How wide it is."""
        return self.setting.ink

    @property
    def height(self) -> float:
        """How much it takes in a column of lines."""
        return self.setting.size.height()

    @property
    def rise(self) -> float:
        """How far it reaches above its baseline where Chinese words stand beside the digits."""
        return self.digits * _RISE

    def on(self, baseline: float, x: float, color: QColor, shift: float = LEFT) -> Label:
        """Its label with the digits on a baseline."""
        return Label(self.setting, x, baseline - self.setting.first_baseline, color, shift)

    def below(self, top: float, x: float, color: QColor) -> Label:
        """Its label in a column of lines that goes on at `top`."""
        return self.on(top + (self.height + self.digits) / 2, x, color)

    def digits_rect(self, baseline: float, x: float, shift: float) -> QRectF:
        """What is covered by digits that stand on a baseline."""
        return QRectF(x - self.ink * shift, baseline - self.digits, self.ink, self.digits)


def set_words(
    look: Look, locale: Locale, text: Text, *, width: float, shift: float = LEFT
) -> Setting:
    """A curator's words, in the face of the language that they are really in."""
    said = locale.said(text)
    return set_plain(look, said.words, language=said.language, width=width, shift=shift)


def set_plain(
    look: Look,
    words: str,
    *,
    language: str,
    role: str = "secondary",
    width: float | None = None,
    shift: float = LEFT,
    weight: int | None = None,
    scale: float = 1.0,
) -> Setting:
    """Words on one line, or within `width`; narrower than `width` when they need less."""
    spans = (Span(words, weight=weight),)
    free = set_text(look, spans, language=language, role=role, scale=scale)
    if width is None or free.ink <= width:
        return free

    def broken(balanced: bool) -> Setting:
        return set_text(
            look,
            spans,
            language=language,
            role=role,
            width=width,
            align=_ALIGNMENT[shift],
            balanced=balanced,
            scale=scale,
        )

    # Lines of equal length must not cost a word its unity.
    setting = broken(True)
    limit = setting.size.width() / scale
    whole = keeps_words_whole(look, words, language=language, width=limit, role=role)
    return setting if whole else broken(False)


def keeps_words_whole(
    look: Look, words: str, *, language: str, width: float, role: str = "secondary"
) -> bool:
    """Whether every single word fits within the width; long Chinese breaks anywhere."""
    return all(
        set_plain(look, word, language=language, role=role).ink <= width
        for word in _WORD.findall(words)
        if not _HAN.search(word) or len(word) <= _LONGEST_HAN_WORD
    )


def set_figure(
    look: Look,
    locale: Locale,
    figure: Figure,
    size: NumberSize,
    *,
    behind: Span | None = None,
    scale: float = 1.0,
) -> Number:
    """A figure on one line: digits large, the words around them smaller, `behind` after it."""
    spans = figure_spans(look, figure, size)
    if behind is not None:
        spans = (*spans, behind)
    factor = size.scale * scale
    setting = set_text(look, spans, language=locale.language, role=size.role, scale=factor)
    return Number(setting, look.px(look.style(size.role).size * factor * _DIGIT_HEIGHT))


def figure_spans(look: Look, figure: Figure, size: NumberSize) -> tuple[Span, ...]:
    """The parts of a figure, each in its own look."""
    plus_weight = None if look.theme.high_contrast else _PLUS_WEIGHT
    if not size.large:
        return (Span(figure.drawn, weight=_SMALL_WEIGHT),)
    spans: list[Span] = []
    before = ""
    for part in figure.parts:
        if _HAN.search(before[-1:] + part.text[:1]) and part.role != "sign" and before:
            spans.append(_GAP)
        before = part.text
        if part.role == "sign":
            spans.append(Span(part.text, plus_weight, _PLUS_SIZE, display=False))
        elif part.role == "number":
            spans.extend(_number_spans(part.text))
        else:
            spans.append(Span(part.text, scale=_WORDS_BESIDE_DIGITS, display=False))
    return tuple(spans)


def _number_spans(number: str) -> Iterator[Span]:
    """Digits as they are, and words such as "million" smaller."""
    position = 0
    for match in _LETTERS.finditer(number):
        if match.start() > position:
            yield Span(number[position : match.start()])
        if _HAN.match(match[0]) and number[match.start() - 1 : match.start()].isdigit():
            yield _GAP
        yield Span(match[0], scale=_WORDS_BESIDE_DIGITS, display=False)
        position = match.end()
    if position < len(number):
        yield Span(number[position:])


def clear_of(rect: QRectF, obstacles: Iterable[QRectF], bounds: QRectF) -> bool:
    """Whether it stands within the bounds and touches none of the obstacles."""
    return bounds.contains(rect) and not any(rect.intersects(other) for other in obstacles)


def spread(heights: Sequence[float], wished: Sequence[float], bottom: float) -> list[float]:
    """Tops for labels as near as possible to the wished ones, without overlap, above `bottom`.

    Labels keep the order of their wished centres; they start at 0 when there is too little room.
    """
    order = sorted(range(len(wished)), key=lambda index: wished[index] + heights[index] / 2)
    tops = [0.0] * len(wished)
    free = 0.0
    for index in order:
        tops[index] = free = max(free, wished[index])
        free += heights[index]
    limit = bottom
    for index in reversed(order):
        tops[index] = min(tops[index], limit - heights[index])
        limit = tops[index]
    overhang = -min(tops, default=0.0)
    return [top + max(0.0, overhang) for top in tops]
