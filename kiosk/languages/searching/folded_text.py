"""A text as it is compared with what somebody types: without capitals, accents and scripts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from kiosk.exhibit.translating.chinese_scripts import FOREIGN_CHARACTERS

_SIMPLIFIED = FOREIGN_CHARACTERS["zh-Hans"]
_CHINESE = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_CHARACTER = re.compile(f"[{_CHINESE}]")
WORD = re.compile(rf"(?:(?![{_CHINESE}])[^\W_])+")
"""Letters and digits that are no Chinese characters."""
_TYPED = re.compile(rf"[{_CHINESE}]+|{WORD.pattern}")


@dataclass(frozen=True)
class FoldedText:
    """The folded letters of a text, and for each of them its place in the text."""

    letters: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where letters from `start` on, before `end`, stand in the text itself."""
        return self.places[start], self.places[end - 1] + 1


@lru_cache(maxsize=4096)
def _folded(letter: str) -> str:
    apart = unicodedata.normalize("NFKD", letter).casefold()
    bare = "".join(each for each in apart if not unicodedata.combining(each))
    return "".join(_SIMPLIFIED.get(each, each) for each in bare)


def fold(text: str) -> str:
    """A text without capitals and accents, in simplified characters."""
    return "".join(map(_folded, text))


def folded_text(text: str) -> FoldedText:
    """The same with the place of each letter; an accent belongs to the letter before it."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        bare = _folded(letter)
        letters.append(bare)
        places += [place] * len(bare)
    return FoldedText("".join(letters), tuple(places))


def is_chinese(letter: str) -> bool:
    """Whether it is a Chinese character."""
    return _CHARACTER.match(letter) is not None


def split_typed(query: str) -> tuple[str, ...]:
    """The words that were typed, folded: each run of letters, and each run of characters."""
    return tuple(_TYPED.findall(fold(query)))
