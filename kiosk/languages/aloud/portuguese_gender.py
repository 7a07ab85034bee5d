"""Whether a Portuguese number counts something feminine: "duas equipas", but "dois projetos"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.languages.aloud.table import SpokenTable

_WORD = re.compile(r" ?(?:de )?([a-zà-ÿ-]+)", re.IGNORECASE)
_MONTH = re.compile(
    r" de (?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro)"
)
_ADJECTIVES = frozenset(
    ("grandes", "grande", "importantes", "diferentes", "especiais", "principais", "mil")
)
"""Words between a number and its noun that are the same for both genders."""
_SCALE = re.compile(r" (?:mil )?(?:milh|bili)")
_OF_THEM = {"das": True, "delas": True, "dos": False, "deles": False}
_BEFORE = re.compile(r"(\w+),? $")
_THESE = {
    **dict.fromkeys(
        ("destas", "dessas", "delas", "estas", "essas", "as", "das", "às", "nas"), True
    ),
    **dict.fromkeys(
        ("destes", "desses", "deles", "estes", "esses", "os", "dos", "aos", "nos"), False
    ),
}
_FEMININE_ENDINGS = ("dade", "dades", "ção", "ções", "são", "sões", "gem", "gens", "eza", "as")
_NO_NOUNS = frozenset(("apenas", "antes", "depois", "mas", "nas", "pelas", "aos", "nos", "menos"))
_YEARS = range(1900, 2100)


class GenderFinder:
    """Asked for the numbers of one text in order: a later one may leave out what it counts."""

    def __init__(self, table: SpokenTable) -> None:
        self._table = table
        self._last = False

    def feminine(self, match: re.Match[str]) -> bool:
        """Whether the number that was found counts something feminine."""
        text = match.string
        after = text[match.end() : match.end() + 80]
        if _MONTH.match(after) or _SCALE.match(after):
            return False
        found = self._by_noun(after, alone=match[0] == "1")
        if found is None and match[0].isdecimal() and int(match[0][:9]) in _YEARS:
            return False
        if found is None:
            before = _BEFORE.search(text[max(0, match.start() - 20) : match.start()])
            found = _THESE.get(before[1].lower()) if before else None
        if found is None:
            # "304 equipas até maio, 601 até julho": the second counts what the first does.
            return self._last
        self._last = found
        return found

    def _by_noun(self, after: str, *, alone: bool) -> bool | None:
        position = 0
        for _ in range(3):
            match = _WORD.match(after, position)
            if match is None:
                return None
            word = match[1].lower()
            if word in _OF_THEM:
                return _OF_THEM[word]
            if word not in _ADJECTIVES:
                return self._gender(word, alone=alone)
            position = match.end()
        return None

    def _gender(self, noun: str, *, alone: bool) -> bool | None:
        if noun in _NO_NOUNS:
            return None
        singular = noun.removesuffix("s")
        if singular in self._table.masculine or noun.endswith("os"):
            return False
        if singular in self._table.feminine:
            return True
        # One thing has its noun in the singular: "1 linha".
        endings = (*_FEMININE_ENDINGS, "a") if alone else _FEMININE_ENDINGS
        ending = next((each for each in endings if noun.endswith(each)), "")
        return True if ending and len(noun) > len(ending) else None
