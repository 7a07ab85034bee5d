"""A date as texts write it, and another one written in the same way."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.editing.number_writing import narrow
from kiosk.exhibit.model.number_words import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.exhibit.model.values import WrittenDate

_CHINESE = (
    "{year}年{month}月{day}日",
    "{year}年{month}月{day}號",
    "{year}年{month}月{day}号",
    "{year} 年 {month} 月 {day} 日",
    "{year_digits}年{month_words}月{day_words}日",
    "{zero_year_digits}年{month_words}月{day_words}日",
    "{year}年{month}月",
    "{year}年{two_month}月",
    "{year} 年 {month} 月",
    "{year_digits}年{month_words}月",
    "{zero_year_digits}年{month_words}月",
    "{year}年",
    "{year} 年",
    "{year_digits}年",
    "{zero_year_digits}年",
)
_FORMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": (
            "{day} {name} {year}",
            "{name} {day}, {year}",
            "{day} {short} {year}",
            "{day} {short}. {year}",
            "{short} {day}, {year}",
            "{short}. {day}, {year}",
            "{name} {year}",
            "{name}, {year}",
            "{short} {year}",
            "{short}. {year}",
            "{year}",
        ),
        "pt": (
            "{day} de {name} de {year}",
            "{day} de {name}, {year}",
            "{day} {name} {year}",
            "{two_day}/{two_month}/{year}",
            "{day}/{month}/{year}",
            "{name} de {year}",
            "{name} {year}",
            "{name}/{year}",
            "{short}. {year}",
            "{short}. de {year}",
            "{short} {year}",
            "{short}/{year}",
            "{year}",
        ),
        "zh-Hant": _CHINESE,
        "zh-Hans": _CHINESE,
    }
)
_OF_ALL = (
    "{year}-{two_month}-{two_day}",
    "{year}/{two_month}/{two_day}",
    "{year}/{month}/{day}",
    "{year}.{two_month}.{two_day}",
    "{year}.{month}.{day}",
    "{year}-{two_month}",
    "{year}/{two_month}",
    "{year}/{month}",
    "{year}.{two_month}",
    "{year}.{month}",
)
"""In every language, as tables and captions have them."""
_DIGITS = "〇一二三四五六七八九"
_SHORT_LETTERS = 3
_SPACES = r"[\s\u00a0]+"


_AS_OF: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "en": re.compile(r"\b(?:by|as of|as at|until|up to|(?:by|at) the end of)\s+$", re.I),
        "pt": re.compile(r"\b(?:até|até ao fim de|(?:à|em) data de|no final de)\s+$", re.I),
        "zh-Hant": re.compile(r"(?:截至|截止|到|至)\s*$"),
        "zh-Hans": re.compile(r"(?:截至|截止|到|至)\s*$"),
    }
)
"""After these words a date is that of figures, not of something that happened then."""


class DatePlace(NamedTuple):
    """Where a text says a date, and in which form."""

    begin: int
    written: str
    form: str


def places_of_date(date: WrittenDate, words: str, language: str) -> Iterator[DatePlace]:
    """Everywhere a text says a date, as precise as that; not where it is a part of another."""
    plain = narrow(words)
    if str(date.year) not in plain and not (set(_DIGITS) & set(plain)):
        return
    ends = 0
    found = [
        DatePlace(match.start(), words[match.start() : match.end()], form)
        for form, pattern in _patterns(date, language)
        for match in pattern.finditer(plain)
    ]
    for each in sorted(found, key=lambda one: (one.begin, -len(one.written))):
        is_part = date.month is None and _month_before(language).search(plain, 0, each.begin)
        if each.begin >= ends and not is_part:
            ends = each.begin + len(each.written)
            yield each


def speaks_as_of(place: DatePlace, words: str, language: str) -> bool:
    """Whether a text says there as of when its figures are; also a date alone in brackets."""
    before, after = words[: place.begin], words[place.begin + len(place.written) :]
    if before.rstrip().endswith(("(", "（")) and after.lstrip().startswith((")", "）")):
        return True
    cue = _AS_OF.get(language)
    return cue is not None and cue.search(before) is not None


def date_like(place: DatePlace, now: WrittenDate, language: str) -> str:
    """How `now` stands in the form of that place; both dates are equally precise."""
    said = place.form.format_map(_parts(now, language))
    letter = place.written[:1]
    return said[:1].upper() + said[1:] if letter.isupper() else said


@lru_cache(maxsize=16)
def _patterns(date: WrittenDate, language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms that are as precise as a date, and what is found of it in each."""
    parts = _parts(date, language)
    before, after = _around(date, language)
    found = []
    for form in (*_FORMS.get(language, _FORMS["en"]), *_OF_ALL):
        if ("day" in form) == (date.day is not None) and _has_month(form) == bool(date.month):
            written = re.escape(form.format_map(parts)).replace(r"\ ", _SPACES)
            found.append((form, re.compile(before + written + after, re.IGNORECASE)))
    return tuple(found)


def _around(date: WrittenDate, language: str) -> tuple[str, str]:
    """What must not stand before and behind: a month within a day is no month of its own."""
    after = r"(?!\d)(?![-/.]\d)"
    if language.startswith("zh"):
        less = "" if date.day else r"(?![\s\u00a0]*[\d一二三四五六七八九十])"
        return r"(?<![\d〇零一二三四五六七八九])(?<!\d[-/.])", after + less
    before = r"(?<![\w.])(?<!\d[-/])"
    if date.day is None:
        before += r"(?<!\d[\s\u00a0])(?<!\d[\s\u00a0]de[\s\u00a0])"
    return before, after


@lru_cache(maxsize=8)
def _month_before(language: str) -> re.Pattern[str]:
    """The end of a text after which a year belongs to a month or a day."""
    names = MONTHS.get(language, MONTHS["en"])
    months = "|".join((*names, *(name[:_SHORT_LETTERS] for name in names)))
    return re.compile(rf"\b(?:{months})[.,]?(?:{_SPACES}de)?(?:{_SPACES}\d+,)?[\s\u00a0/]+$", re.I)


def _has_month(form: str) -> bool:
    return any(part in form for part in ("month", "{name}", "{short}"))


def _parts(date: WrittenDate, language: str) -> dict[str, str]:
    """What a form is made of."""
    month, day = date.month or 1, date.day or 1
    names = MONTHS.get(language, MONTHS["en"])
    name = next(word for word, number in names.items() if number == month)
    name = name if language == "pt" else name.capitalize()
    digits = "".join(_DIGITS[int(digit)] for digit in str(date.year))
    return {
        "year": str(date.year),
        "month": str(month),
        "day": str(day),
        "two_month": f"{month:02d}",
        "two_day": f"{day:02d}",
        "name": name,
        "short": name[:_SHORT_LETTERS],
        "year_digits": digits,
        "zero_year_digits": digits.replace("〇", "零"),
        "month_words": _chinese(month),
        "day_words": _chinese(day),
    }


def _chinese(number: int) -> str:
    """A number below 100 in Chinese words."""
    tens, ones = divmod(number, 10)
    begin = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return begin + (_DIGITS[ones] if ones else "")
