"""What a page says of one fact: the pieces of its figure, its label, its note, its pictograms."""

from __future__ import annotations

import re
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
    from kiosk.look.typesetting import Setting

NOTE_ROLE = "source"
_SIGN_SCALE = 0.62
_SIGN_WEIGHT = 300
_ATTACHED_SCALE = 0.46
_HAN_SCALE = 0.42
_LEAST_DISPLAY_U = 48
"""Below this size the hairlines of the display face become invisible."""
_ATTACHED_WEIGHT = 500
_WORDS_WEIGHT = 400
_HAN = re.compile(r"([\u2e80-\uffff]+)")
_UNIT_GAP = "\u2002"
"""Divides "km²" from "area of the city"; an en space, which a line may break at."""


@dataclass(frozen=True)
class FigureContent:
    """A fact, ready to be set.

    `notes` say the same of it, the longest first; `icon` and `count` are its pictograms.  There
    may be neither.
    """

    pieces: FigurePieces
    label: Sequence[Span]
    language: str
    notes: tuple[str, ...] = ()
    icon: str = ""
    count: int = 0

    def numeral(
        self, look: Look, size_u: float, words_u: float, *, whole: bool = True
    ) -> list[Span]:
        """The digits in the display face of `size_u`, and what clings to them.

        A magnitude or the day of a date is with them in the same type, unless `whole` is false.
        Words of an alphabet before them ("about") are `words_u` large; Chinese stays in one face.
        """
        pieces = self.pieces
        han = max(_HAN_SCALE, _LEAST_DISPLAY_U / size_u)
        if whole and pieces.date:
            return _han_smaller(pieces.date, han)
        chinese = language_of(self.language).chinese
        spans = []
        if pieces.before and chinese:
            spans += [Span(pieces.before, scale=han), _gap(han)]
        elif pieces.before:
            before = pieces.before.rstrip() + ("\u00a0" if pieces.before.endswith(" ") else "")
            spans.append(Span(before, _WORDS_WEIGHT, words_u / size_u, display=False))
        spans.append(Span(pieces.digits))
        if pieces.attached and chinese and not pieces.attached.startswith("%"):
            spans += [_gap(han), Span(pieces.attached, scale=han)]
        elif pieces.attached:
            scale = max(_ATTACHED_SCALE, words_u / size_u)
            spans.append(Span(pieces.attached, weight=_ATTACHED_WEIGHT, scale=scale, display=False))
        if whole and pieces.beside:
            spans.append(Span(f"\u00a0{pieces.beside}"))
        if whole or not pieces.beside:
            spans += self._sign(look)
        return spans

    def beside(self, look: Look) -> list[Span]:
        """What belongs to the digits, to be set large beside them: "billion+", "7 December"."""
        if self.pieces.beside:
            return [Span(self.pieces.beside), *self._sign(look)]
        return self.unit

    def _sign(self, look: Look) -> list[Span]:
        if not self.pieces.sign:
            return []
        weight = None if look.theme.high_contrast else _SIGN_WEIGHT
        return [Span(self.pieces.sign, weight=weight, scale=_SIGN_SCALE, display=False)]

    @property
    def unit(self) -> list[Span]:
        """The unit, where it does not lead on into the label."""
        return [] if self.pieces.flows or not self.pieces.unit else [Span(self.pieces.unit)]

    @property
    def words(self) -> list[Span]:
        """The unit and the label as one text: "de habitantes", "km²  area of the city"."""
        unit = self.pieces.unit
        if not unit or (unit == "de" and self.label[0].text.startswith("de ")):
            return list(self.label)
        return [Span(unit), Span(" " if self.pieces.flows else _UNIT_GAP), *self.label]


def fitting_note(look: Look, content: FigureContent, width: float) -> Setting:
    """Set the longest of a figure's notes that one line holds, or else the shortest in several."""
    for note in content.notes:
        setting = set_text(look, note, language=content.language, role=NOTE_ROLE)
        if setting.ink <= width:
            return setting
    note = content.notes[-1]
    return set_text(look, note, language=content.language, role=NOTE_ROLE, width=width)


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


def _han_smaller(words: str, han: float) -> list[Span]:
    """Digits as they are, and Chinese between them at that scale, a little apart from them."""
    spans: list[Span] = []
    for piece in filter(None, _HAN.split(words)):
        is_han = _HAN.match(piece) is not None
        spans += [*([_gap(han)] if spans else []), Span(piece, scale=han if is_han else 1.0)]
    return spans


def _gap(scale: float) -> Span:
    """A narrow gap between digits and Chinese, as spacing has it within a text."""
    return Span("\u00a0", scale=scale * 0.5, display=False)
