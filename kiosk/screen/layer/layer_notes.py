"""What is told below the ranking of a data layer: gaps, the caveat, and changes of method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kiosk.look.typesetting import Setting, set_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.look.look import Look
    from kiosk.screen.layer.layer_content import LayerContent

SMALL_NOTES: Final = 20 / 24
"""The smallest scale in which notes can be read."""
_SHORTER = 0.94
_MOST_LINES_OF_NAMES = 3


def set_notes(
    content: LayerContent, look: Look, width: float, usual: float, rooms: tuple[float, float]
) -> Sequence[Setting]:
    """Set the notes within `width` pixels, each by itself, so that its lines are chosen.

    `rooms` are the heights in pixels that they should and must not exceed.  They have the `usual`
    scale where that is low enough.
    """
    wished, most = rooms
    told = (content.note, *content.break_notes)
    ways = (
        (content.unlisted, usual),
        (content.unlisted_count, usual),
        (content.unlisted_count, SMALL_NOTES),
    )
    for gaps, scale in ways:
        notes = _set_all(content, look, (gaps, *told), width, scale)
        is_short = not gaps or notes[0].line_count <= _MOST_LINES_OF_NAMES
        if is_short and _height(notes) <= wished:
            return notes
    return notes if _height(notes) <= most else _cut(content, look, notes, width, most)


def _set_all(
    content: LayerContent, look: Look, parts: Sequence[str], width: float, scale: float
) -> list[Setting]:
    return [_set_note(content, look, part, width, scale) for part in parts if part]


def _set_note(content: LayerContent, look: Look, part: str, width: float, scale: float) -> Setting:
    language = content.locale.language
    return set_text(look, part, language=language, role="source", width=width, scale=scale)


def _height(notes: Sequence[Setting]) -> float:
    return sum(note.size.height() for note in notes)


def _cut(
    content: LayerContent, look: Look, notes: Sequence[Setting], width: float, most: float
) -> Sequence[Setting]:
    """The notes that have room, the last of them with as many of its words as have."""
    kept: list[Setting] = []
    for note in notes:
        left = most - _height(kept)
        if note.size.height() <= left:
            kept.append(note)
            continue
        lines = int(left / (note.size.height() / note.line_count))
        if lines > 0:
            kept.append(_cut_note(content, look, note, lines, width))
        break
    return kept


def _cut_note(
    content: LayerContent, look: Look, note: Setting, lines: int, width: float
) -> Setting:
    words, count = note.text, len(note.text) * lines // note.line_count
    while note.line_count > lines and count > 0:
        note = _set_note(content, look, words[:count].rstrip() + "…", width, SMALL_NOTES)
        count = int(count * _SHORTER)
    return note
