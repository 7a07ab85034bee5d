"""Signs that can't be seen, such as web pages and word processors leave in what is copied."""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = re.compile(
    "[\u00a0\u00ad\u034f\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)
"""Spaces that are none for YAML, and what has no width: Unicode's Default_Ignorable_Code_Point."""

DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Overrides and embeddings of the direction: what stands behind them is read in another order."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufff9-\ufffb]")
"""What a terminal would obey, and halves of letters that no encoding has."""

_IN_TEXTS = re.compile("[\t\n\r\x85]")
"""What is between the lines and words of a text, and no sign of a terminal there."""

_TAGS = re.compile("(?<![\U0001f3f4\U000e0020-\U000e007e])[\U000e0000-\U000e007f]")
"""Letters of no shape, but for those that make a black flag the flag of a region."""

_BREAKS = re.compile("[\t\n\u2028\u2029]")

_LOOK_ALIKE = ("CYRILLIC", "GREEK", "FULLWIDTH", "MATHEMATICAL", "ROMAN NUMERAL")
"""The alphabets whose letters pass for Latin ones, by the beginnings of their Unicode names."""


def code(letter: str) -> str:
    """How a sign is named that can't be shown: `U+00A0`."""
    return f"U+{ord(letter):04X}"


def visible(text: str) -> str:
    """The text with a name in place of each sign that can't be seen: `first‹U+200B›`."""
    return _CONTROL.sub(_named, INVISIBLE.sub(_named, text))


def unseen_in(name: str) -> str | None:
    """The first sign of a file's name that a terminal would obey or that turns the direction."""
    found = _CONTROL.search(name) or _BREAKS.search(name) or DIRECTION.search(name)
    return found[0] if found is not None else None


def unseen_in_text(text: str) -> str | None:
    """The first sign of a text that no visitor may get: a terminal would obey it, it turns the
    direction, or it is half a letter or a letter of no shape."""
    text = _IN_TEXTS.sub("", text)
    found = _CONTROL.search(text) or DIRECTION.search(text) or _TAGS.search(text)
    return found[0] if found is not None else None


def plain(text: str) -> str:
    """The text as it is meant: without invisible signs, its letters composed, single spaces."""
    return " ".join(INVISIBLE.sub(_meant, unicodedata.normalize("NFC", text)).split())


def _meant(found: re.Match[str]) -> str:
    return " " if unicodedata.category(found[0]) == "Zs" else ""


def look_alikes(written: str, known: str) -> tuple[str, ...]:
    """The codes of letters by which two words differ although they look the same."""
    mine, theirs = plain(written), plain(known)
    if len(mine) != len(theirs):
        return ()
    differing = [pair for pair in zip(mine, theirs, strict=True) if pair[0] != pair[1]]
    strange = [next(filter(_passes_for_latin, pair), "") for pair in differing]
    return tuple(dict.fromkeys(map(code, strange))) if strange and all(strange) else ()


def _passes_for_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(_LOOK_ALIKE)


def _named(found: re.Match[str]) -> str:
    return f"‹{code(found[0])}›"
