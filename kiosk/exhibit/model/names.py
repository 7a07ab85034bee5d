"""The names that stay on one line: places, people and institutions, by language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.text.multilingual import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_CHINESE = frozenset({"zh-Hant", "zh-Hans"})
_LONGEST = {True: 6, False: 24}
"""A longer name may be divided, between the names in it; Chinese needs fewer characters."""
_LETTER = "A-Za-zÀ-ɏ"


@dataclass(frozen=True)
class Names:
    """The names of an exhibit that no line divides."""

    spellings: tuple[tuple[str, frozenset[str]], ...] = ()
    """By language, those that are short enough to be kept whole."""
    _patterns: Mapping[str, re.Pattern[str]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @classmethod
    def of(cls, names: Iterable[Mapping[str, str]]) -> Names:
        """Of names by language.  One of a single Latin word is left out: it can't be divided."""
        found: dict[str, set[str]] = {tag: set() for tag in LANGUAGES}
        for name in names:
            for tag, words in name.items():
                if tag in found and _may_be_divided(words, chinese=tag in _CHINESE):
                    found[tag].add(" ".join(words.split()))
        return cls(
            tuple((tag, frozenset(words)) for tag, words in found.items()),
            MappingProxyType({tag: _pattern(words) for tag, words in found.items() if words}),
        )

    def spans(self, text: str, language: str) -> Iterator[tuple[int, int]]:
        """Where a name begins and ends in a text, also one within a longer one."""
        pattern = self._patterns.get(language)
        if pattern is not None:
            yield from (match.span(1) for match in pattern.finditer(text))


def _may_be_divided(words: str, *, chinese: bool) -> bool:
    has_seam = len(words) > 1 if chinese else re.search(r"[\s–-]", words) is not None
    return has_seam and len(words) <= _LONGEST[chinese]


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Finds the longest name at each place, and takes up no room."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(f"(?=({'|'.join(map(_whole, longest_first))}))")


def _whole(name: str) -> str:
    written = r"\s+".join(map(re.escape, name.split()))
    before = rf"(?<![{_LETTER}])" if re.match(f"[{_LETTER}]", name) else ""
    behind = rf"(?![{_LETTER}])" if re.search(f"[{_LETTER}]$", name) else ""
    return before + written + behind
