"""The initials of a name, which stand where there is no portrait."""

from __future__ import annotations

import unicodedata


def initials(name: str) -> str:
    """Two letters at most: the first ones of the first and the last word of a name.

    A Chinese name has its first character, which is the family's.
    """
    words = [word for word in name.replace("·", " ").split() if word[0].isalpha()]
    if not words:
        return ""
    if _is_ideograph(words[0][0]):
        return words[0][0]
    letters = [words[0][0], *(word[0] for word in words[1:][-1:])]
    return "".join(letters).upper()


def _is_ideograph(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("CJK")
