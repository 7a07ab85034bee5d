"""A figure as spans: large digits, smaller words, and Chinese in the face of the digits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.look.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.languages.figures import Figure

HAN_SCALE = 0.7
"""Chinese beside digits, as a part of their size: about as tall, since it fills its square."""
_SIGN_SCALE = 0.62
_SIGN_WEIGHT = 300
_WORDS = re.compile(r"\s*[\u2e80-\uffff]+|\s*[^\W\d_\u2e80-\uffff]+(?:\s[^\W\d_\u2e80-\uffff]+)*")
_HAN = re.compile(r"[\u2e80-\uffff]")


def figure_spans(
    figure: Figure, *, words: float, number_words: float | None = None, weight: int | None = None
) -> tuple[Span, ...]:
    """The parts of a figure, each in its own size, as factors of the size of the digits.

    Latin words beside the number have the size `words` and that weight; those of the number
    itself, such as million, have `number_words`, or the size of the digits where that is None.
    """
    spans: list[Span] = []
    for part in figure.parts:
        if part.role == "sign":
            spans.append(Span(part.text, _SIGN_WEIGHT, _SIGN_SCALE, display=False))
        elif part.role == "number":
            spans += _pieces(part.text, number_words)
        elif _HAN.search(part.text):
            spans.append(Span(part.text.strip(), scale=HAN_SCALE))
        else:
            spans.append(Span(part.text, weight, words, display=False))
    return tuple(spans)


def _pieces(text: str, words: float | None) -> Iterator[Span]:
    """The digits of a part as they are, its words smaller."""
    position = 0
    for match in _WORDS.finditer(text):
        if match.start() > position:
            yield Span(text[position : match.start()])
        if _HAN.search(match[0]):
            yield Span(match[0].strip(), scale=HAN_SCALE)
        elif words is None:
            yield Span(match[0])
        else:
            yield Span(match[0], scale=words, display=False)
        position = match.end()
    if position < len(text):
        yield Span(text[position:])
