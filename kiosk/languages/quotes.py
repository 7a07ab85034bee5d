"""Straight quotation marks as typographers set them: ’ within words, “ and ” around them."""

from __future__ import annotations

import re

_MARKS = {
    "zh-Hant": ("「", "」"),
    "zh-TW": ("「", "」"),
    "ja": ("「", "」"),
    "de": ("„", "“"),
    "fr": ("«\u202f", "\u202f»"),
    "it": ("«", "»"),
    "es": ("«", "»"),
    "pl": ("„", "”"),
    "cs": ("„", "“"),
    "nl": ("‘", "’"),
}
"""The marks around what somebody says, where they are not “ and ”."""


def quotation_marks(language: str) -> tuple[str, str]:
    """The marks before and behind what somebody says in a language."""
    return _MARKS.get(language) or _MARKS.get(language.partition("-")[0]) or ("“", "”")


_STRAIGHT = re.compile("[\"']")
_OPENS_AFTER = frozenset(" \u00a0\u2009\u202f\n\t([{–—/“‘「『（《")


def curled(text: str) -> str:
    """The text with curly marks in place of straight ones; its length stays the same."""
    return _STRAIGHT.sub(_curly, text) if "'" in text or '"' in text else text


def _curly(mark: re.Match[str]) -> str:
    text, at = mark.string, mark.start()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    opens = (not before or before in _OPENS_AFTER) and after.strip() != ""
    if mark[0] == '"':
        return "“" if opens else "”"
    # The apostrophe of a year: ’97.
    return "‘" if opens and not after.isdigit() else "’"
