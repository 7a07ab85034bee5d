"""Full-width punctuation: which part of its square is empty, and where that is left out.

"Requirements for Chinese Text Layout" (W3C), section 3.1.6: brackets at the beginning of a line
lose their empty half, and of two marks side by side one does.  In Hong Kong commas and full stops
are in the middle of their square, on the mainland at its left.
"""

from __future__ import annotations

OPENING = frozenset("「『（《〈【〔〖［｛“‘")
CLOSING = frozenset("」』）》〉】〕〗］｝”’")
PAUSES = frozenset("，。、；：！？．")
MARKS = OPENING | CLOSING | PAUSES

HALF_EM, QUARTER_EM = 0.5, 0.25


def empty_before(mark: str) -> float:
    """How much of the square before a mark is left out at the beginning of a line, in em."""
    return HALF_EM if mark in OPENING else 0.0


def empty_after(mark: str, language: str) -> float:
    """How much of the square behind a mark may stand out of a line at its end, in em."""
    if mark in CLOSING:
        return HALF_EM
    if mark in PAUSES:
        return QUARTER_EM if language == "zh-Hant" else HALF_EM
    return 0.0


def left_out_between(mark: str, following: str, language: str) -> float:
    """How much of the empty room between two full-width marks is left out, in em."""
    if following not in MARKS:
        return 0.0
    if mark in OPENING:
        return HALF_EM if following in OPENING else 0.0
    if mark in CLOSING:
        return HALF_EM
    if mark in PAUSES and following not in PAUSES:
        return QUARTER_EM if language == "zh-Hant" else HALF_EM
    return 0.0
