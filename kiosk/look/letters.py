"""The letters of a text: each run in its own face, with the room between them as it should be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from kiosk.languages.language import language as language_of
from kiosk.languages.punctuation import empty_after, empty_before, left_out_between
from kiosk.languages.quotes import curled
from kiosk.languages.spacing import Run, keep_distance, runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from kiosk.look.faces import TypeStyle
    from kiosk.look.look import Look
    from kiosk.look.span import Span

_GAP_EM = 0.25
_HEADING_TRACKING_EM = 0.04
_ASKED_PX = 20
_HEAVY, _LEAST_CONTRASTING = 700, 400


@dataclass(frozen=True)
class Letters:
    """A text with a font for each run; its lines are not broken yet.

    Places are counted as Qt does, in UTF-16 code units; lengths are pixels.
    """

    layout: QTextLayout
    text: str
    em: float
    has_han: bool
    leading: dict[int, float]
    """How much is empty before the letter at a place, and left out where a line begins there."""
    trailing: dict[int, float]
    """How much is empty behind the letter that ends at a place, and may stand out of a line."""


def lettered(
    look: Look, spans: Sequence[Span], style: TypeStyle, *, language: str, scale: float
) -> Letters:
    """The spans as one text with a font for each run."""
    text = _GrowingText(language)
    for span in spans:
        for run in runs(curled(span.text), language):
            text.add(run, _font(look, style, span, run, language, scale), span.color)
    return text.finished(style.size * scale * look.u)


class _GrowingText:
    """A text that grows run by run."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._chinese = language_of(language).chinese
        self._pieces: list[str] = []
        self._formats: list[QTextLayout.FormatRange] = []
        self._length = 0
        self._before = ""
        self._script = ""
        self._leading: dict[int, float] = {}
        self._trailing: dict[int, float] = {}
        self._has_han = False

    def add(self, run: Run, font: QFont, color: QColor | None) -> None:
        """Put a run behind what is there, with the gap that belongs between them."""
        if not run.text:
            return
        if self._formats:
            self._space_from_before(run, font)
        length = utf16_length(run.text)
        self._formats.append(_range(self._length, length, font, color))
        self._pieces.append(run.text)
        if run.script == "han":
            self._has_han = True
            if self._chinese:
                self._tighten(run.text, font)
        self._length += length
        self._before, self._script = run.text[-1], run.script

    def finished(self, em: float) -> Letters:
        """The text, and what of it is empty."""
        whole = "".join(self._pieces)
        first = self._formats[0].format.font() if self._formats else QFont()
        layout = QTextLayout(whole, first)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats)
        layout.setCacheEnabled(True)
        return Letters(layout, whole, em, self._has_han, self._leading, self._trailing)

    def _space_from_before(self, run: Run, font: QFont) -> None:
        last = self._formats[-1].format.font()
        em = min(last.pixelSize(), font.pixelSize())
        meets = self._chinese and self._script != run.script
        if run.gap_before or (meets and keep_distance(self._before, run.text[0])):
            self._space(self._length, self._before, _GAP_EM * em)
        elif self._script == run.script == "han":
            out = left_out_between(self._before, run.text[0], self._language)
            if out:
                self._space(self._length, self._before, -out * last.pixelSize())

    def _tighten(self, words: str, font: QFont) -> None:
        """Note what is empty in the squares of marks, and leave it out between two of them."""
        em = font.pixelSize()
        place = self._length
        for at, letter in enumerate(words):
            before, after = empty_before(letter), empty_after(letter, self._language)
            if before:
                self._leading[place] = before * em
            place += utf16_length(letter)
            if after:
                self._trailing[place] = after * em
            if before or after:
                out = left_out_between(letter, words[at + 1 : at + 2], self._language)
                if out:
                    self._space(place, letter, -out * em)

    def _space(self, place: int, letter: str, pixels: float) -> None:
        """Move what follows a place away from the letter before it, or nearer to it."""
        formats, units = self._formats, utf16_length(letter)
        at = next(
            number for number in range(len(formats) - 1, -1, -1) if formats[number].start < place
        )
        whole = formats[at]
        font = QFont(whole.format.font())
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, font.letterSpacing() + pixels)
        foreground = whole.format.foreground()
        color = foreground.color() if foreground.style() != Qt.BrushStyle.NoBrush else None
        parts = []
        start, end = whole.start, whole.start + whole.length
        if place - units > start:
            parts.append(_range(start, place - units - start, whole.format.font(), color))
        parts.append(_range(place - units, units, font, color))
        if end > place:
            parts.append(_range(place, end - place, whole.format.font(), color))
        formats[at : at + 1] = parts
        # What is left out already can't stand out of a line as well; a gap may.
        self._trailing[place] = max(0.0, self._trailing.get(place, 0.0) + pixels)


def _font(look: Look, style: TypeStyle, span: Span, run: Run, language: str, scale: float) -> QFont:
    pixels = style.size * scale * span.scale * look.u
    face = style.face
    if span.display is not None:
        face = "display" if span.display else "text"
    weight = style.weight if span.weight is None else span.weight
    if look.theme.high_contrast and face == "display":
        face, weight = "text", 700
    if look.theme.high_contrast:
        weight = max(weight, _LEAST_CONTRASTING)
    han = run.script == "han"
    font = look.faces.font(
        language=language, script=run.script, face=face, weight=weight, pixels=pixels
    )
    if han and face == "display" and not _draws(font, run.text):
        # The display face has the common characters; the text face of the same region has all.
        face = "text"
        font = look.faces.font(
            language=language, script=run.script, face=face, weight=_HEAVY, pixels=pixels
        )
    if span.italic and not han:
        font = QFont(font)
        font.setItalic(True)
    tracking = span.tracking + (_HEADING_TRACKING_EM if han and face == "display" else 0.0)
    if tracking:
        font = QFont(font)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking * font.pixelSize())
    return font


def _draws(font: QFont, text: str) -> bool:
    """Whether a font itself has every character of a text."""
    family, weight = font.family(), int(font.weight())
    return all(_has(family, weight, character) for character in text)


@lru_cache(maxsize=4096)
def _has(family: str, weight: int, character: str) -> bool:
    """Whether a face has a character, in whatever size: to ask Qt takes up to a millisecond."""
    font = QFont([family])
    font.setWeight(QFont.Weight(weight))
    font.setPixelSize(_ASKED_PX)
    return QFontMetricsF(font).inFontUcs4(ord(character))


def _range(start: int, length: int, font: QFont, color: QColor | None) -> QTextLayout.FormatRange:
    entry = QTextLayout.FormatRange()
    entry.start = start
    entry.length = length
    look = QTextCharFormat()
    look.setFont(font)
    if color is not None:
        look.setForeground(color)
    entry.format = look
    return entry


def utf16_length(text: str) -> int:
    """The length of a text as Qt counts it, in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
