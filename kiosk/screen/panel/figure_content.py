"""What a page says of one fact: the pieces of its figure, its label, its note, its pictograms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kiosk.languages.language import language as language_of
from kiosk.languages.phrases import phrase_ends
from kiosk.look.span import Span
from kiosk.look.typesetting import set_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.languages.figure_pieces import FigurePieces
    from kiosk.look.look import Look

_SIGN_SCALE = 0.62
_SIGN_WEIGHT = 300
_ATTACHED_SCALE = 0.46
_HAN_SCALE = 0.42
_LEAST_HAN_U = 48
"""Below this size the hairlines of the display face become invisible."""
_WORDS_WEIGHT = 500
_UNIT_GAP = "\u2002"
"""Divides "km²" from "area of the city"; an en space, which a line may break at."""


@dataclass(frozen=True)
class FigureContent:
    """A fact, ready to be set.  `icon` and `count` are its pictograms; there may be none."""

    pieces: FigurePieces
    label: Sequence[Span]
    language: str
    note: str = ""
    icon: str = ""
    count: int = 0

    def numeral(self, look: Look, size_u: float, words_u: float) -> list[Span]:
        """The digits in the display face of `size_u`, and what clings to them.

        Words of an alphabet before them ("about") are `words_u` large; Chinese stays in one face.
        """
        pieces = self.pieces
        chinese = language_of(self.language).chinese
        han = max(_HAN_SCALE, _LEAST_HAN_U / size_u)
        spans = []
        if pieces.before and chinese:
            spans += [Span(pieces.before, scale=han), _gap(han)]
        elif pieces.before:
            before = pieces.before.rstrip() + ("\u00a0" if pieces.before.endswith(" ") else "")
            spans.append(Span(before, weight=_WORDS_WEIGHT, scale=words_u / size_u, display=False))
        spans.append(Span(pieces.digits))
        if pieces.sign:
            weight = None if look.theme.high_contrast else _SIGN_WEIGHT
            spans.append(Span(pieces.sign, weight=weight, scale=_SIGN_SCALE, display=False))
        if pieces.attached and chinese and not pieces.attached.startswith("%"):
            spans += [_gap(han), Span(pieces.attached, scale=han)]
        elif pieces.attached:
            scale = max(_ATTACHED_SCALE, words_u / size_u)
            attached = Span(pieces.attached, weight=_WORDS_WEIGHT, scale=scale, display=False)
            spans.append(attached)
        return spans

    @property
    def words(self) -> list[Span]:
        """The unit and the label as one text: "million people", "km²  area of the city"."""
        if not self.pieces.words:
            return list(self.label)
        words, gap = self.pieces.words, " " if self.pieces.flows else _UNIT_GAP
        label = "".join(span.text for span in self.label)
        if words.endswith(" de") and label.startswith("de "):
            words = words.removesuffix(" de")
        return [Span(words, weight=_WORDS_WEIGHT), Span(gap), *self.label]

    @property
    def stacked_words(self) -> list[list[Span]]:
        """The same as texts to be set one below the other: the unit, then the label."""
        if not self.pieces.words or self.pieces.flows:
            return [self.words]
        return [[Span(self.pieces.words, weight=_WORDS_WEIGHT)], list(self.label)]


def widest_phrase(look: Look, spans: Sequence[Span], *, language: str, role: str) -> float:
    """How wide the widest word or Chinese phrase is, in pixels: nothing narrower can hold it."""
    phrases: list[Span] = []
    for span in spans:
        for word in span.text.split():
            ends = [0, *sorted(phrase_ends(word))] if not word.isascii() else [0, len(word)]
            phrases += [replace(span, text=word[start:end]) for start, end in pairwise(ends)]
    return max(
        (set_text(look, [each], language=language, role=role).ink for each in phrases), default=0.0
    )


def _gap(scale: float) -> Span:
    """A narrow gap between digits and Chinese, as spacing has it within a text."""
    return Span("\u00a0", scale=scale * 0.5, display=False)
