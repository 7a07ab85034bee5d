"""Signs that can't be seen, such as web pages and word processors leave in what is copied."""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = re.compile(
    "[\u00a0\u00ad\u034f\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)
"""Spaces that are none for YAML, and what has no width: Unicode's Default_Ignorable_Code_Point."""


def code(letter: str) -> str:
    """How a sign is named that can't be shown: `U+00A0`."""
    return f"U+{ord(letter):04X}"


def visible(text: str) -> str:
    """The text with a name in place of each sign that can't be seen: `first‹U+200B›`."""
    return INVISIBLE.sub(lambda found: f"‹{code(found[0])}›", text)


def plain(text: str) -> str:
    """The text as it is meant: without invisible signs, its letters composed, single spaces."""
    return " ".join(INVISIBLE.sub(_meant, unicodedata.normalize("NFC", text)).split())


def _meant(found: re.Match[str]) -> str:
    return " " if unicodedata.category(found[0]) == "Zs" else ""
