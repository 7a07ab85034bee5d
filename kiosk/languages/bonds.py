"""Bonds: what a line should not divide, such as dates, numbers with their units, and names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kiosk.languages.language import language as language_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.exhibit.model.names import Names


@dataclass(frozen=True)
class Bond:
    """A stretch of a text that stays on one line; a `firm` one is divided only if nothing else
    fits, the others for the sake of even lines as well.  Where one of several has to be divided
    it is the one with the least `weight`.
    """

    start: int
    end: int
    firm: bool = True
    weight: int = 1
    joins: bool = False
    """Whether it is of names that a dash joins, at which a heading may be divided."""


_OF_NAMES = 3
"""A name outweighs what it is part of: Guangdong–Hong Kong is divided at its dash."""

_NUMBER = r"\d+(?:[ .,\u00a0\u2009\u202f]\d+)*"
_MONTHS = {
    "en": ("January|February|March|April|May|June|July|August|September|October|November|December"),
    "pt": (
        "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro"
    ),
}
_DATES = {
    "en": rf"(?:\d{{1,2}}\s)?(?:{_MONTHS['en']})\s\d{{4}}|\d{{1,2}}\s(?:{_MONTHS['en']})",
    "pt": (
        rf"(?:\d{{1,2}}\sde\s)?(?:{_MONTHS['pt']})\sde\s\d{{4}}"
        rf"|\d{{1,2}}\sde\s(?:{_MONTHS['pt']})"
    ),
}
_POWERS = {
    "en": "thousand|million|billion|trillion",
    "pt": "mil(?:\\s(?:milhões|milhão))?|milhões|milhão|biliões|bilião",
}
_UNITS = r"(?:%|‰|[ºª]|[kcm]?m[²³]?|[kMG]?W|GPa|MeV|ha|kg|t)(?!\w)"
_CURRENCIES = {
    "en": r"(?:(?:US|Hong\sKong)\s)?dollars|yuan|patacas",
    "pt": r"dólares(?:\s(?:de\sHong\sKong|americanos))?|yuan|patacas",
}
_BEFORE_NUMBERS = r"(?:No\.|n\.º|p\.|pp\.|HK\$|US\$|MOP)\s?"
_BOUNDS = {
    "en": r"[Aa]bout|[Nn]early|(?:[Mm]ore|[Ll]ess)\sthan",
    "pt": r"[Cc]erca\sde|[Qq]uase|(?:[Mm]ais|[Mm]enos)\sde",
}
"""What says that a number is not exact: a line that ended with it would say nothing."""
_BRACKETED = re.compile(r"[（(][^()（）]{1,24}[)）]")
"""A short aside, whose brackets are not parted either."""
_LATIN = {
    tag: re.compile(
        rf"{_DATES[tag]}"
        rf"|(?:(?<!\w)(?:{_BOUNDS[tag]})\s)?(?:{_BEFORE_NUMBERS})?{_NUMBER}(?:[–-]{_NUMBER})?\+?"
        rf"(?:\s(?:{_POWERS[tag]})(?!\w)\+?)?(?:\s{_UNITS}|\s(?:de\s)?(?:{_CURRENCIES[tag]}))?"
    )
    for tag in _MONTHS
}
_COUNTED = {
    "en": re.compile(rf"{_NUMBER}(?:\s(?:{_POWERS['en']}))?\s[^\W\d_]+"),
    "pt": re.compile(rf"{_NUMBER}(?:\s(?:{_POWERS['pt']}))?(?:\sde)?\s[^\W\d_]+"),
}
"""A number and the word for what it counts."""
_CURRENCY = {tag: re.compile(words) for tag, words in _CURRENCIES.items()}
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?!\d)")
_HYPHENED = re.compile(r"[^\W_]{1,4}-[^\W_]+|[^\W_]+-[^\W_]{1,4}(?![^\W_])")
"""E-hub, Tianhe-2, COVID-19: a part so short is no beginning or end of a line."""
_LEADING = {
    "en": re.compile(r"\b(?:(?:the|an?|of|in|at|for|on|by|to|from|with|and)\s+)+\w+", re.I),
    "pt": re.compile(
        r"\b(?:(?:[oa]s?|uma?|de|d[oa]s?|em|n[oa]s?|por|pel[oa]s?|para|com|e|ao?s?|à|às)\s+)+\w+",
        re.I,
    ),
}
"""Small words and the word that they lead to: they end no line of a headline."""
_CAPITALISED = r"[A-ZÀ-Ý][^\W\d_]+"
_COMPOUND = re.compile(rf"{_CAPITALISED}(?:[–-]{_CAPITALISED}(?:\s{_CAPITALISED}(?=[–-]))?)+")
"""Guangdong–Hong Kong–Macao."""

_VERSION = re.compile(r"\b[A-Z][A-Za-z]*(?:[ -][A-Z]{2,})*[ \u00a0]\d+(?:\.\d+)+")
"""CC BY 4.0, Apache ECharts 4.9.0, License 2.0."""

_CHINESE_DATE = (
    r"\d{1,4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日號号])?)?(?:[起初中底末前後后間间])?"
    r"|\d{1,2}\s*月\s*\d{1,2}\s*[日號号](?:[起前後后])?"
)
_CHINESE_UNITS = (
    "平方公里|平方千米|平方米|公里|千米|米|千瓦|吉帕|港元|美元|澳門元|澳门元|元人民幣|元人民币|元"
    "|個百分點|个百分点|個月|个月"
)
_CHINESE = re.compile(
    rf"{_CHINESE_DATE}"
    rf"|(?:[逾約约近超共達达第至]|超過|超过|接近|大約|大约)?\s*(?:[A-Z]{{0,3}}\$)?"
    rf"{_NUMBER}(?:\s*(?:至|[–—-])\s*{_NUMBER})?\s*[%％‰+]?\s*[千百萬万億亿兆]*餘?余?\s*"
    rf"(?:{_CHINESE_UNITS}|[\u4e00-\u9fff])?"
)


_CHINESE_COUNT = re.compile(
    "第?[一二三四五六七八九十百千兩两幾几]+[個个所家部名台項项種种次年月天位條条支件座間间組组]"
)
"""一所, 兩地: a number in words with its measure word."""


def leading_words(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where small words begin, and where the word that they lead to ends; none in Chinese."""
    pattern = _LEADING.get(language)
    if pattern is not None:
        yield from (match.span() for match in pattern.finditer(text))


def _of(patterns: Mapping[str, re.Pattern[str]], language: str) -> re.Pattern[str]:
    """The patterns of a language, or those of English, which has fewest of its own."""
    return patterns.get(language, patterns["en"])


@lru_cache(maxsize=512)
def bonds(text: str, language: str, names: Names | None) -> tuple[Bond, ...]:
    """Everything in a text that stays on one line."""
    return tuple(_bonds(text, language, names))


def _bonds(text: str, language: str, names: Names | None) -> Iterator[Bond]:
    has_digits = any(letter.isdigit() for letter in text)
    if names is not None:
        yield from (Bond(*span, weight=_OF_NAMES) for span in names.spans(text, language))
    yield from (Bond(*match.span(), firm=False) for match in _BRACKETED.finditer(text))
    if has_digits:
        yield from (Bond(*match.span()) for match in _VERSION.finditer(text))
    if language_of(language).chinese:
        yield from (Bond(*match.span()) for match in _CHINESE_COUNT.finditer(text))
        if has_digits:
            yield from (Bond(*match.span()) for match in _CHINESE.finditer(text))
        return
    if "-" in text or "–" in text:
        yield from (Bond(*match.span()) for match in _HYPHENED.finditer(text))
        yield from (Bond(*match.span(), joins=True) for match in _COMPOUND.finditer(text))
    yield from (Bond(*match.span()) for match in _of(_CURRENCY, language).finditer(text))
    if has_digits:
        yield from (Bond(*match.span()) for match in _of(_LATIN, language).finditer(text))
        for match in _of(_COUNTED, language).finditer(text):
            if not _YEAR.match(match[0]):
                yield Bond(*match.span(), firm=False)
