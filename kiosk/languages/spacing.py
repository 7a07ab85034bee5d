"""Where Chinese and Latin letters meet: runs for one face each, and the gaps between them.

The gap is a quarter of an em and is added by layout, never typed ("Requirements for Chinese Text
Layout", W3C, section 3.2.2, mixed text composition).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from kiosk.languages.language import language as language_of

Script = Literal["han", "latin"]

_IDEOGRAPHS = "\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_FULL_WIDTH = "\u2ff0-\u33ff\ufe30-\ufe4f\uff00-\uffef"
# Ambiguous marks that a Chinese face draws in a full square: “ ” ‘ ’ — … · ‧
_CHINESE_MARKS = "\u2018\u2019\u201c\u201d\u2014\u2026\u00b7\u2027"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_SPACES = " \u00a0\u2009\u202f"
_APOSTROPHE = "(?<=[A-Za-z\u00c0-\u024f])\u2019(?=[A-Za-z\u00c0-\u024f])"

_IN_CHINESE = re.compile(
    rf"(?P<latin>(?:{_APOSTROPHE}|[^{_IDEOGRAPHS}{_FULL_WIDTH}{_CHINESE_MARKS}])+)"
    rf"|(?P<han>[{_IDEOGRAPHS}{_FULL_WIDTH}{_CHINESE_MARKS}{_SELECTORS}]+)"
)
_ELSEWHERE = re.compile(
    rf"(?P<han>[{_IDEOGRAPHS}{_FULL_WIDTH}][{_IDEOGRAPHS}{_FULL_WIDTH}{_SELECTORS}]*)"
    rf"|(?P<latin>[^{_IDEOGRAPHS}{_FULL_WIDTH}]+)"
)

# Marks that stand for a word, so they keep their distance from Chinese like one.
_WORD_MARKS = frozenset("%‰#&@")


@dataclass(frozen=True)
class Run:
    """A stretch of text for one face; `gap_before` asks for a quarter of an em before it."""

    text: str
    script: Script
    gap_before: bool


def runs(text: str, language: str) -> tuple[Run, ...]:
    """The text in runs of one script each, in order.

    In a Chinese text, curly quotes, middle dots, dashes and dots of omission are Chinese, and
    spaces that an author typed between Chinese and Latin give way to the gap.  In any other
    language nothing but the face changes.
    """
    if not language_of(language).chinese:
        return tuple(
            Run(match[0], "han" if match["han"] else "latin", False)
            for match in _ELSEWHERE.finditer(text)
        )
    found: list[Run] = []
    for script, piece in _chinese_pieces(text):
        gap = False
        if found:
            before, after = found[-1].text.rstrip(_SPACES), piece.lstrip(_SPACES)
            gap = keep_distance(before[-1:], after[:1])
            if gap:
                found[-1] = Run(before, found[-1].script, found[-1].gap_before)
                piece = after
        found.append(Run(piece, script, gap))
    return tuple(found)


def keep_distance(before: str, after: str) -> bool:
    """Whether two letters, one of them Chinese and one not, have a gap between them."""
    return _keeps_distance(before) and _keeps_distance(after)


def _chinese_pieces(text: str) -> list[tuple[Script, str]]:
    """Alternately Chinese and Latin, with the spaces between Chinese kept as Chinese."""
    pieces: list[tuple[Script, str]] = []
    for match in _IN_CHINESE.finditer(text):
        script: Script = "latin" if match["latin"] and not match[0].isspace() else "han"
        if pieces and pieces[-1][0] == script:
            pieces[-1] = (script, pieces[-1][1] + match[0])
        else:
            pieces.append((script, match[0]))
    return pieces


def _keeps_distance(letter: str) -> bool:
    """Letters, digits and symbols do; punctuation, spaces and anything full-width do not."""
    if not letter or unicodedata.east_asian_width(letter) == "F":
        return False
    return letter in _WORD_MARKS or unicodedata.category(letter)[0] in "LMNS"
