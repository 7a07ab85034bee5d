"""The lines of a file as an editor counts them, so that a message names the line on the screen.

YAML 1.1 ends a line at U+0085, U+2028 and U+2029 too, and Python also at form feeds; editors do
not, and neither does YAML 1.2 (section 5.4).
"""

from __future__ import annotations

import re

LINE_BREAK = re.compile("\r\n|\n|\r")

_OTHER_BREAKS = "\x85\u2028\u2029"


def lines_of(text: str) -> tuple[str, ...]:
    """The lines without their ends; one empty line for a text of no letters."""
    return tuple(LINE_BREAK.split(text))


def with_plain_breaks(text: str) -> str:
    """The text with a space for each sign that ends a line for YAML 1.1 alone."""
    for sign in _OTHER_BREAKS:
        text = text.replace(sign, " ")
    return text


def place_at(text: str, offset: int) -> tuple[int, int]:
    """Line and column of a letter; both count from 1."""
    *_, line = breaks = LINE_BREAK.split(text[:offset])
    return len(breaks), len(line) + 1
