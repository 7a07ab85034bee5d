"""Where on a widget a sentence is written: what is spoken is marked there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from kiosk.look.letters import utf16_length
from kiosk.screen.assistive.reading_texts import taken_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kiosk.look.taken_texts import TakenText

_LEAST_LETTERS = 2
"""A single letter may stand anywhere."""


def places_of(sentence: str, widget: QWidget) -> list[QRectF]:
    """What the sentence covers, line by line, in the widget's pixels.

    Nothing where the widget says it in other words than it writes.  A figure and what it counts
    are written apart, and are then both found.
    """
    wanted = _letters(sentence)
    found: list[QRectF] = []
    for taken in taken_texts(widget):
        written = _letters(taken.setting.text)
        at = written.find(wanted) if wanted else -1
        if at >= 0:
            return _areas(taken, at, at + len(wanted))
        if len(written) >= _LEAST_LETTERS and written in wanted:
            found += _areas(taken, 0, len(written))
    return found


def _areas(taken: TakenText, first: int, last: int) -> list[QRectF]:
    """What these letters cover, counted without what is between them."""
    text = taken.setting.text
    places = [number for number, letter in enumerate(text) if _is_letter(letter)]
    start, end = (utf16_length(text[:place]) for place in (places[first], places[last - 1] + 1))
    # The room of a line is far higher than its letters are, above all that of large figures.
    inks = [ink for ink in taken.setting.letters if not ink.isEmpty()]
    return [
        _on_letters(area, inks).translated(taken.at) for area in taken.setting.areas(start, end)
    ]


def _on_letters(area: QRectF, inks: Sequence[QRectF]) -> QRectF:
    """An area as high as the letters of its line."""
    for ink in inks:
        if area.top() <= ink.center().y() < area.bottom():
            return QRectF(area.left(), ink.top(), area.width(), ink.height())
    return area


def _letters(text: str) -> str:
    """What of a text is compared: spaces are gaps in one place and letters in another."""
    return "".join(filter(_is_letter, text))


def _is_letter(letter: str) -> bool:
    return not letter.isspace() and letter != "\u2028"
