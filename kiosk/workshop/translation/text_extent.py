"""How much room a text takes, from its letters alone: known before anything is typeset."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

LETTERS_SHOWN = 1500
"""The most characters of a text that are shown, so that no cell is higher than two windows."""

_HAN = re.compile("[\u2e80-\u9fff\uf900-\uffef]")
_LATIN_EM = 0.53
"""The average width of a Latin letter, in em."""
_KEPT = 20_000


class Extent(NamedTuple):
    """The width of all letters in em, how many lines end in between, and whether it is Chinese."""

    ems: float
    breaks: int
    has_han: bool


@lru_cache(maxsize=_KEPT)
def extent_of(words: str) -> Extent:
    """The extent of what is shown of these words."""
    words = words[:LETTERS_SHOWN]
    han = len(_HAN.findall(words))
    return Extent(han + (len(words) - han) * _LATIN_EM, words.count("\n"), han > 0)
