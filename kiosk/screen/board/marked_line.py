"""A line of a text in which some letters are marked; what has no room is left out at its ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from kiosk.languages.searching.folded_text import is_chinese
from kiosk.look.letters import utf16_length
from kiosk.look.span import Span
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.board.found_entry import LinePiece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QPainter

    from kiosk.look.look import Look

_STRONG = 700
_LEFT_OUT = "…"
_AFTER_LETTERS = 2
"""So much of what follows the marked letters is kept, if not everything has room."""
_LEAST_SCALE = 0.88
"""A little smaller, more of a line has room; no text is smaller than 20 u."""
_TIGHTER = 0.92
_MOST_TRIES = 8
_MARK_U = 3


@dataclass(frozen=True)
class MarkedLine:
    """A set line, and which letters of it are marked: with a rule below them, in strong type."""

    setting: Setting
    pieces: tuple[LinePiece, ...]

    def draw(self, painter: QPainter, at: QPointF, ink: QColor, mark: QColor, look: Look) -> None:
        """Draw it with its top left corner there."""
        self.setting.draw(painter, at.x(), at.y(), ink)
        for area in self._marked():
            below = area.translated(at)
            painter.fillRect(
                QRectF(below.left(), below.bottom(), below.width(), look.stroke(_MARK_U)), mark
            )

    def _marked(self) -> list[QRectF]:
        """Under which letters the rule is, as they are set: gaps have taken the place of spaces."""
        text, found, at = self.setting.text, [], 0
        places = [number for number, letter in enumerate(text) if not letter.isspace()]
        for piece in self.pieces:
            count = sum(not letter.isspace() for letter in piece.words)
            if piece.is_meant and count and at + count <= len(places):
                first, last = places[at], places[at + count - 1] + 1
                start, end = utf16_length(text[:first]), utf16_length(text[:last])
                for area in self.setting.areas(start, end):
                    area.setBottom(self.setting.last_baseline + area.height() * 0.12)
                    found.append(area)
            at += count
        return found


def marked_line(
    pieces: Sequence[LinePiece],
    look: Look,
    language: str,
    *,
    role: str,
    weight: int,
    width: float,
    from_start: bool = False,
) -> MarkedLine:
    """Set pieces on one line of that width.

    What is marked stays in view, unless the line is to be read `from_start`.
    """
    tried, share, scale = tuple(pieces), 1.0, 1.0
    line = _set(tried, look, language, role, weight, scale)
    if width < line.setting.ink:
        scale = max(_LEAST_SCALE, width / line.setting.ink)
        line = _set(tried, look, language, role, weight, scale)
    for _ in range(_MOST_TRIES):
        ink = line.setting.ink
        if ink <= width:
            break
        share *= width / ink * _TIGHTER
        letters = int(sum(len(each.words) for each in pieces) * share)
        tried = _begun(pieces, letters) if from_start else _shortened(pieces, letters)
        line = _set(tried, look, language, role, weight, scale)
    return line


def _set(
    pieces: tuple[LinePiece, ...], look: Look, language: str, role: str, weight: int, scale: float
) -> MarkedLine:
    spans = [Span(each.words, _STRONG if each.is_meant else weight) for each in pieces]
    return MarkedLine(set_text(look, spans, language=language, role=role, scale=scale), pieces)


def _shortened(pieces: Sequence[LinePiece], letters: int) -> tuple[LinePiece, ...]:
    """So many letters of the pieces; what is marked first is among them, and what precedes it
    gives way no more than it has to.
    """
    first = next((at for at, each in enumerate(pieces) if each.is_meant), 0)
    before = "".join(each.words for each in pieces[:first])
    room = max(1, letters)
    found: list[LinePiece] = []
    rest = pieces[first:]
    over = len(before) + len(rest[0].words) + _AFTER_LETTERS - room
    if before and over > 0:
        found.append(LinePiece(_LEFT_OUT + _from_a_word(before, over)))
        room -= len(found[0].words)
    elif before:
        found += pieces[:first]
        room -= len(before)
    return (*found, *_begun(rest, room))


def _begun(pieces: Sequence[LinePiece], letters: int) -> tuple[LinePiece, ...]:
    """The first letters of the pieces, so many of them."""
    room, found = max(1, letters), []
    for each in pieces:
        if len(each.words) > room:
            kept = _to_a_word(each.words, max(0, room))
            found.append(each._replace(words=kept + _LEFT_OUT))
            break
        found.append(each)
        room -= len(each.words)
    return tuple(found)


def _from_a_word(words: str, letters: int) -> str:
    """What is left of words without so many letters; of Latin ones only whole ones, if any."""
    rest = words[letters:]
    if letters < len(words) and words[letters - 1].isspace():
        return rest.lstrip()
    _, space, whole = rest.partition(" ")
    return whole if space and not any(map(is_chinese, rest)) else rest.lstrip()


def _to_a_word(words: str, letters: int) -> str:
    """So many letters of words; of Latin ones only whole ones, if any."""
    kept = words[:letters]
    before, space, _ = kept.rpartition(" ")
    is_divided = not words[letters : letters + 1].isspace() and not any(map(is_chinese, kept))
    return (before if space and is_divided else kept).rstrip()
