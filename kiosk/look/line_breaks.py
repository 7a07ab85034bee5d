"""Where the lines of a headline break: equally long, and not within a Chinese phrase."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, cast

from kiosk.languages.phrases import phrase_ends
from kiosk.look.letters import utf16_length

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLayout, QTextLine

UNLIMITED = 1e6
"""A width that no text reaches: everything is on one line."""
_SLACK_EM = 0.2
_PHRASED_LINES = 3
"""A headline of more lines is broken anywhere: there would be too many ways to try."""
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""Characters between which a line may break."""


def even_widths(layout: QTextLayout, width: float, lines: int, least: float) -> list[float]:
    """The widths that make so many lines equally long; the last holds for all that follow.

    None is wider than `width`; where Chinese phrases don't matter, none is narrower than `least`.
    """
    return _between_phrases(layout, width, lines) or [_narrowest(layout, width, lines, least)]


def widest_part(layout: QTextLayout, ink: float) -> float:
    """The width of the widest part between two places where a line may break."""
    text = layout.text()
    return ink if text.isascii() or not _HAN.search(text) else min(ink, layout.minimumWidth())


def _count_lines(layout: QTextLayout, width: float) -> int:
    count = 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        count += 1
    layout.endLayout()
    return count


def _narrowest(layout: QTextLayout, width: float, lines: int, least: float) -> float:
    """The least width that needs no more lines, to within two pixels."""
    low, high = max(width / lines / 2, least), width
    while high - low > 2:
        middle = (low + high) / 2
        if _count_lines(layout, middle) > lines:
            low = middle
        else:
            high = middle
    return high


def _between_phrases(layout: QTextLayout, width: float, lines: int) -> list[float]:
    """The widths of the most even lines that divide no Chinese phrase; none where there are none.

    Each is the width of its line with less to spare than the next phrase takes.
    """
    text = layout.text()
    if lines > _PHRASED_LINES or not _HAN.search(text) or utf16_length(text) > len(text):
        return []
    *ends, last = sorted(phrase_ends(text))
    slack = layout.font().pixelSize() * _SLACK_EM
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(UNLIMITED)
    at = {end: _position(line, end) for end in (0, *ends, last)}
    layout.endLayout()
    chosen: list[float] = []
    for middle in combinations(ends, lines - 1):
        edges = [at[end] for end in (0, *middle, last)]
        widths = [right - left + slack for left, right in pairwise(edges)]
        if max(widths) <= width and (not chosen or max(widths) < max(chosen)):
            chosen = widths
    return chosen


def _position(line: QTextLine, index: int) -> float:
    """How far a line has come at a character; the stub does not know that Qt returns a pair."""
    return cast("tuple[float, int]", line.cursorToX(index))[0]
