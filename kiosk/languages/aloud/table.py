"""How one language reads signs, units and abbreviations: its file in assets/words/spoken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kiosk.languages.language import LANGUAGES
from kiosk.shipped import shipped
from kiosk.shipped_yaml import shipped_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)*)"
_PORTUGUESE_NUMBER = r"(?:\d{1,3}(?:[ .]\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)*)"
_SEPARATORS = r"(?<!\d)(?<!\d[.,])"
_PORTUGUESE_SEPARATORS = r"(?<!\d)(?<!\d[., ])"
"""Not inside a number: where a long one is not followed by what is looked for, it isn't tried
again from each of its digits."""


@dataclass(frozen=True)
class UnitPhrase:
    """A unit or a currency, as phrases around the number `{n}`."""

    one: str
    several: str

    @property
    def words(self) -> str:
        """The unit of several without a number: "square kilometres"."""
        return self.several.replace("{n}", "").strip()

    def around(self, number: str) -> str:
        """The number with its unit: "4.2 billion US dollars", still in digits."""
        return (self.one if number == "1" else self.several).format(n=number)


@dataclass(frozen=True)
class SpokenTable:
    """The file of a language, and the patterns that follow from it."""

    phrases: Mapping[str, str]
    signs: Mapping[str, str]
    units: Mapping[str, UnitPhrase]
    units_after_numbers: Mapping[str, UnitPhrase]
    currencies: Mapping[str, UnitPhrase]
    short_scales: Mapping[str, str]
    months: tuple[str, ...]
    abbreviations: Mapping[str, str]
    as_words: frozenset[str]
    as_letters: frozenset[str]
    goes_on: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    measures: str
    characters: Mapping[str, str]
    """Those of numbers that the Chinese scripts write differently."""
    number: str
    """Finds one number, with its separators."""
    amount: str
    """The same with a word such as million behind it."""
    numbered: str
    number_signs: str
    chinese: bool

    def say(self, key: str, **values: str) -> str:
        """The phrase of that name, filled."""
        return self.phrases[key].format_map(values)


@lru_cache(maxsize=8)
def spoken_table(language: str) -> SpokenTable | None:
    """The table of a language; None of one that the program does not speak itself."""
    if language not in LANGUAGES:
        return None
    written = shipped_yaml(shipped("assets") / "words" / "spoken" / f"{language}.yaml")
    number = _PORTUGUESE_NUMBER if language == "pt" else _NUMBER
    fresh = _PORTUGUESE_SEPARATORS if language == "pt" else _SEPARATORS
    chinese = LANGUAGES[language].chinese
    scales = any_of(written["scales"])
    scale = f"(?:{scales})?" if chinese else rf"(?: (?:{scales})\b)?"
    return SpokenTable(
        phrases=MappingProxyType(written["phrases"]),
        signs=MappingProxyType(written["signs"]),
        units=_units(written["units"]),
        units_after_numbers=_units(written["units_after_numbers"]),
        currencies=_units(written["currencies"]),
        short_scales=MappingProxyType(written["short_scales"]),
        months=tuple(written["months"]),
        abbreviations=MappingProxyType(written["abbreviations"]),
        as_words=frozenset(written["as_words"]),
        as_letters=frozenset(written["as_letters"]),
        goes_on=frozenset(written["goes_on"]),
        feminine=frozenset(written["feminine"]),
        masculine=frozenset(written["masculine"]),
        measures=written["measures"],
        characters=MappingProxyType(written.get("characters", {})),
        number=number,
        amount=fresh + number + scale,
        numbered=any_of(written["numbered"]),
        number_signs=any_of(written["number_signs"]),
        chinese=chinese,
    )


def _units(written: Mapping[str, Any]) -> Mapping[str, UnitPhrase]:
    return MappingProxyType({sign: _unit(words) for sign, words in written.items()})


def _unit(words: str | list[str]) -> UnitPhrase:
    if isinstance(words, str):
        return UnitPhrase(words, words)
    return UnitPhrase(*(f"{{n}} {word}" for word in words))


def any_of(words: Iterable[str]) -> str:
    """Finds any of these, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)"
