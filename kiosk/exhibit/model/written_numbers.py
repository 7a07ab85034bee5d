"""The numbers in a sentence of any of the languages: in digits, compact, in months and in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kiosk.exhibit.model.number_words import (
    CHINESE_MULTIPLIERS,
    MONTHS,
    MULTIPLIERS,
    spelled_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True)
class WrittenNumber:
    """A number in digits: what it may mean, where it begins and how it is written.

    It may mean several: "3 to 4 billion" begins with 3 or with 3 billion.
    """

    meanings: frozenset[Decimal]
    offset: int
    written: str


@dataclass(frozen=True)
class Numbers:
    """The numbers of a text.  `spelled` are those in words, which say little on their own:
    "one" counts, but it is an article too."""

    exact: tuple[WrittenNumber, ...]
    spelled: frozenset[Decimal]

    def have(self, number: WrittenNumber) -> bool:
        """Whether the text says this number too, in digits or in words."""
        return not self.spelled.isdisjoint(number.meanings) or any(
            not own.meanings.isdisjoint(number.meanings) for own in self.exact
        )


@dataclass(frozen=True)
class _Token:
    """Digits and the word behind them that multiplies."""

    number: Decimal
    multiplier: Decimal | None
    begin: int
    end: int
    other: Decimal | None = None


_PLAIN = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_PORTUGUESE = r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?"
# Digits within a name are no number: PM2, 5G.  "Tianhe-2" is: Chinese translates its number.
_BEFORE = r"(?<![A-Za-zÀ-ÿ\d])(?<!\d[.,])"
_BEHIND = r"(?!\d|[.,]\d|[A-Z](?![A-Za-z]))"


def _multiplied(digits: str, multipliers: str) -> re.Pattern[str]:
    return re.compile(
        rf"{_BEFORE}(?P<digits>{digits}){_BEHIND}"
        rf"(?P<decade>s\b)?(?:[\s\u00a0\u202f-]*(?P<word>(?i:{multipliers}))(?!\w))?"
    )


def _listed(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_CHINESE = re.compile(
    rf"{_BEFORE}(?P<digits>{_PLAIN}){_BEHIND}(?P<decade>年代)?"
    rf"(?:[\s\u00a0]*[多餘余幾几]?(?P<word>{_listed(CHINESE_MULTIPLIERS)})"
    r"(?![克米瓦赫卡帕兆分]))?"
)
_PATTERNS = {
    "en": _multiplied(_PLAIN, _listed(MULTIPLIERS["en"])),
    "pt": _multiplied(_PORTUGUESE, _listed(MULTIPLIERS["pt"]).replace(" ", r"[\s\u00a0]+")),
    "zh-Hant": _CHINESE,
    "zh-Hans": _CHINESE,
}
_RANGE = re.compile(r"\s*(?:to|and|or|a|e|ou|至|到|和|或|[–—,，、-])\s*")
_MONTH_NAMES = {
    "en": re.compile(
        rf"(?P<before>\d\s+)?\b(?P<month>{_listed(MONTHS['en'])})\b(?P<behind>\s+\d)?",
        re.IGNORECASE,
    ),
    "pt": re.compile(
        rf"(?P<before>\d\.?º?\s+de\s+)?\b(?P<month>{_listed(MONTHS['pt'])})\b"
        r"(?P<behind>\s+de\s+\d)?",
        re.IGNORECASE,
    ),
}
_LICENCE = re.compile(
    r"\b(?:CC(?:[\s\u00a0-](?:BY|SA|NC|ND|0))+|ODbL|G?FDL|OFL|L?GPL|Apache)"
    r"[\s\u00a0-]?v?\d+(?:\.\d+)*"
)
"""The number of a licence belongs to its name: it is written with a point in every language."""
_SPACES = re.compile(r"[\s\u00a0]+")


def numbers_in(words: str, language: str) -> Numbers:
    """All numbers of a text in `language`.

    A month beside a day or a year counts as its number; one by itself is
    only `spelled`, like all other words: May is a verb too.
    """
    if language not in _PATTERNS:
        # How numbers are written in words is known of our languages only.
        return Numbers((), frozenset())
    words = _LICENCE.sub(lambda found: " " * len(found[0]), words)
    tokens = _summed(list(_tokens(words, language)))
    exact = list(_with_meanings(tokens, words))
    spelled = set(spelled_in(words, language))
    if language in _MONTH_NAMES:
        for match in _MONTH_NAMES[language].finditer(words):
            number = Decimal(MONTHS[language][match["month"].lower()])
            if match["before"] or match["behind"]:
                written = WrittenNumber(frozenset({number}), match.start("month"), match["month"])
                exact.append(written)
            else:
                spelled.add(number)
    exact.sort(key=lambda number: number.offset)
    return Numbers(tuple(exact), frozenset(spelled))


def _tokens(words: str, language: str) -> Iterator[_Token]:
    multipliers = CHINESE_MULTIPLIERS if language.startswith("zh") else MULTIPLIERS[language]
    for match in _PATTERNS[language].finditer(words):
        number = _number(match["digits"], language)
        word = _SPACES.sub(" ", match["word"].lower()) if match["word"] else None
        multiplier = Decimal(multipliers[word]) if word else None
        end = match.end("word") if word else match.end("digits")
        yield _Token(number, multiplier, match.start(), end, _decade(number, match["decade"]))


def _number(digits: str, language: str) -> Decimal:
    if language == "pt":
        return Decimal(re.sub(r"[\s\u00a0\u202f.]", "", digits).replace(",", "."))
    return Decimal(digits.replace(",", ""))


def _decade(number: Decimal, is_decade: str | None) -> Decimal | None:
    """The other way to name a decade: the 1980s are 80年代 and os anos 80."""
    if not is_decade:
        return None
    return number % 100 if number > 100 else number + 1900


def _summed(tokens: list[_Token]) -> list[_Token]:
    """One number of 3億 and 4,700萬 that follow each other."""
    summed: list[_Token] = []
    for token in tokens:
        last = summed[-1] if summed else None
        if (
            last is not None
            and last.end == token.begin
            and last.multiplier is not None
            and last.multiplier > (token.multiplier or 1)
        ):
            total = last.number * last.multiplier + token.number * (token.multiplier or 1)
            summed[-1] = _Token(total, Decimal(1), last.begin, token.end)
        else:
            summed.append(token)
    return summed


def _with_meanings(tokens: list[_Token], words: str) -> Iterator[WrittenNumber]:
    inherited: Decimal | None = None
    found: list[WrittenNumber] = []
    for index in reversed(range(len(tokens))):
        token = tokens[index]
        if index + 1 < len(tokens):
            between = words[token.end : tokens[index + 1].begin]
            if not _RANGE.fullmatch(between):
                inherited = None
        meanings = {token.number * (token.multiplier or 1)}
        if token.multiplier is not None:
            inherited = token.multiplier
        elif inherited is not None:
            meanings.add(token.number * inherited)
        if token.other is not None:
            meanings.add(token.other)
        written = _SPACES.sub(" ", words[token.begin : token.end]).strip()
        found.append(WrittenNumber(frozenset(meanings), token.begin, written))
    return reversed(found)
