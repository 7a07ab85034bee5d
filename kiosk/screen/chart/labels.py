"""Labels: words and figures set at a place of their own on a chart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from kiosk.look.span import Span
from kiosk.look.typesetting import set_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QPainter

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
_HAN = re.compile(r"[\u2e80-\uffff]")
_WORD = re.compile(r"[^\s\u2e80-\uffff]+|[\u2e80-\uffff]+")
_LONGEST_HAN_WORD = 8


@dataclass(frozen=True)
class Label:
    """A text at its place; `shift` is the edge of it that is there: LEFT, CENTRE or RIGHT."""

    setting: Setting
    x: float
    y: float
    color: QColor
    shift: float = LEFT

    @property
    def rect(self) -> QRectF:
        """The area that its lines cover."""
        return QRectF(
            self.x - self.setting.ink * self.shift,
            self.y,
            self.setting.ink,
            self.setting.size.height(),
        )

    def draw(self, painter: QPainter) -> None:
        """Draw the text at its place."""
        left = self.x - self.setting.size.width() * self.shift
        self.setting.draw(painter, left, self.y, self.color)


def set_words(
    look: Look, locale: Locale, text: Text, *, width: float, shift: float = LEFT
) -> Setting:
    """Set a curators' text, in the face of the language in which it is there."""
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
    """Set words on one line, or within `width`; narrower than `width` when they need less."""
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


def overhang(setting: Setting) -> float:
    """How far its letters reach to the left of where it is drawn, as a J does, in pixels."""
    # The rectangle of a whole run is that of its advances.
    lefts = (
        place.x() + run.rawFont().boundingRect(glyph).left()
        for run in setting.layout.glyphRuns()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True)
    )
    return max(0.0, -min(lefts, default=0.0))


def spread(heights: Sequence[float], wished: Sequence[float], bottom: float) -> list[float]:
    """Find tops for labels as near as possible to the wished ones, apart and above `bottom`.

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
