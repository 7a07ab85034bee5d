"""Labels: words and figures set at a place of their own on a chart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from kiosk.look.typesetting import Span, set_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QColor, QPainter

    from kiosk.exhibit.text import Text
    from kiosk.languages.figures import Figure
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.voice import Voice

LEFT, CENTRE, RIGHT = 0.0, 0.5, 1.0

_ALIGNMENT = {
    LEFT: Qt.AlignmentFlag.AlignLeft,
    CENTRE: Qt.AlignmentFlag.AlignHCenter,
    RIGHT: Qt.AlignmentFlag.AlignRight,
}
_WORDS_BESIDE_DIGITS = 0.5
_PLUS_SIZE = 0.62
_PLUS_WEIGHT = 300
_SMALL_WEIGHT = 700
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


def set_words(
    look: Look,
    voice: Voice,
    text: Text,
    *,
    role: str = "secondary",
    width: float | None = None,
    shift: float = LEFT,
    weight: int | None = None,
    scale: float = 1.0,
) -> Setting:
    """A curator's words, in the face of the language that they are really in."""
    said = voice.said(text)
    return set_plain(
        look,
        said.words,
        language=said.language,
        role=role,
        width=width,
        shift=shift,
        weight=weight,
        scale=scale,
    )


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
    return set_text(
        look,
        spans,
        language=language,
        role=role,
        width=width,
        align=_ALIGNMENT[shift],
        scale=scale,
    )


def set_figure(look: Look, voice: Voice, figure: Figure, size: NumberSize) -> Setting:
    """A figure on one line: digits large, the words around them smaller."""
    return set_text(
        look, figure_spans(figure, size), language=voice.language, role=size.role, scale=size.scale
    )


def figure_spans(figure: Figure, size: NumberSize) -> tuple[Span, ...]:
    """The parts of a figure, each in its own look."""
    if not size.large:
        return (Span(figure.drawn, weight=_SMALL_WEIGHT),)
    spans: list[Span] = []
    for part in figure.parts:
        if part.role == "sign":
            spans.append(Span(part.text, _PLUS_WEIGHT, _PLUS_SIZE, display=False))
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
        yield Span(match[0], scale=_WORDS_BESIDE_DIGITS, display=False)
        position = match.end()
    if position < len(number):
        yield Span(number[position:])


def clear_of(rect: QRectF, obstacles: Iterable[QRectF], bounds: QRectF) -> bool:
    """Whether it stands within the bounds and touches none of the obstacles."""
    return bounds.contains(rect) and not any(rect.intersects(other) for other in obstacles)


def spread(heights: Sequence[float], wished: Sequence[float], bottom: float) -> list[float]:
    """Tops for labels as near as possible to the wished ones, without overlap, above `bottom`.

    Labels keep the order of their wishes; they start at 0 when there is too little room.
    """
    order = sorted(range(len(wished)), key=lambda index: wished[index])
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
