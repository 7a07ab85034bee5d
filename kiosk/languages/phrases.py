"""Where a Chinese headline may be divided: between words, never inside one.

Chinese has no spaces, so a line may break after every character, and a balanced headline would
divide the names of places.  BudouX knows the words from a small model, without the network.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kiosk.exhibit.translating.chinese_scripts import FOREIGN_CHARACTERS

if TYPE_CHECKING:
    from budoux import Parser

_COUNTED = re.compile(r"\d[\d,.]*\s*[万亿]*\s*[\u4e00-\u9fff]?")
"""A number and what it counts, such as 13 名 or 14 万亿元."""

_WORDS_TO_KEEP = re.compile("阿秒|粤港澳")
"""Words of this field that the model divides."""

_ENDING = frozenset("的了")
"""Words of one character that belong to what precedes them, and end it."""

_SIMPLIFIED = str.maketrans(dict(FOREIGN_CHARACTERS["zh-Hans"]))


@lru_cache(maxsize=512)
def phrase_ends(text: str) -> frozenset[int]:
    """After how many characters of the text a line may end; spaces belong to what they follow.

    Traditional text is read as simplified, because the model knows that better.
    """
    simplified = text.translate(_SIMPLIFIED)
    ends: set[int] = set()
    position = 0
    for phrase in _parser().parse(simplified):
        if len(phrase) == 1:
            # A single character is seldom a word of its own: 支|出, 从|海湾.
            ends.discard(position)
        position += len(phrase)
        if len(phrase) > 1 or phrase in _ENDING:
            ends.add(position)
    ends = {end + len(text[end:]) - len(text[end:].lstrip()) for end in ends}
    for together in (_COUNTED, _WORDS_TO_KEEP):
        for word in together.finditer(simplified):
            ends -= set(range(word.start() + 1, word.end()))
            ends.add(word.end())
    return frozenset({*ends, len(text)} - {0})


@lru_cache(maxsize=1)
def _parser() -> Parser:
    import budoux

    return budoux.load_default_simplified_chinese_parser()
