"""A text that has no room at once, in parts: of whole sentences, or of words of a long one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.look.typesetting import Setting, set_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.look.look import Look
    from kiosk.look.span import Span
    from kiosk.screen.steps import Steps

_SENTENCE = re.compile(r".+?(?:[.!?](?=\s)\s+|[。！？]+|$)", re.S)
_WORD = re.compile(r"[^\s，、；：]+[\s，、；：]*")
"""Chinese is divided at its commas."""


def set_what_fits(
    spans: Sequence[Span],
    look: Look,
    language: str,
    role: str,
    room: tuple[float, float],
    *,
    is_all: bool = False,
) -> tuple[Setting | None, Sequence[Span]]:
    """As many sentences as fit in a room, width and height, and those that are left.

    None where not even the first one does; of that as many words where the room `is_all` there is.
    """
    width, height = room
    whole = set_text(look, spans, language=language, role=role, width=width)
    if whole.size.height() <= height or not look.divides_texts:
        return whole, ()
    fitting, left = _set_pieces(_pieces(_SENTENCE, spans), look, language, role, room)
    if fitting is None and is_all:
        fitting, left = _set_pieces(_pieces(_WORD, spans), look, language, role, room)
        if fitting is None:
            # One word alone is higher than the page: `kiosk check` says so.
            return whole, ()
    return fitting, left


def set_in_parts(
    spans: Sequence[Span],
    look: Look,
    language: str,
    role: str,
    rooms: tuple[tuple[float, float], tuple[float, float]],
) -> Steps[list[Setting | None]]:
    """A text in parts: for what is left of the first page, and for as many more as it needs.

    `rooms` are the width and height of both.  None stands for a first page without any of it.
    """
    parts: list[Setting | None] = []
    rest, (room, later) = spans, rooms
    while rest:
        yield
        is_all = bool(parts) or room == later
        setting, rest = set_what_fits(rest, look, language, role, room, is_all=is_all)
        parts.append(setting)
        room = later
    return parts


def sentences(words: str) -> list[str]:
    """A paragraph divided where its sentences end."""
    return _SENTENCE.findall(words)


def _pieces(pattern: re.Pattern[str], spans: Sequence[Span]) -> list[Span]:
    return [replace(span, text=each) for span in spans for each in pattern.findall(span.text)]


def _set_pieces(
    left: list[Span], look: Look, language: str, role: str, room: tuple[float, float]
) -> tuple[Setting | None, Sequence[Span]]:
    """As many of the pieces as fit in the room, and those that are left."""
    width, height = room
    fitting: Setting | None = None
    begun: list[Span] = []
    while left:
        tried = set_text(look, [*begun, left[0]], language=language, role=role, width=width)
        if tried.size.height() > height:
            break
        begun.append(left.pop(0))
        fitting = tried
    return fitting, left
