"""Numbers and dates in words: exact, grouped and shortened as each language writes them."""

from __future__ import annotations

import datetime
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from kiosk.languages.language import Language
from kiosk.languages.language import language as language_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.exhibit.model.values import WrittenDate

_MOST_COMPACT_DECIMALS = 4
_THOUSANDS = (Decimal(10) ** 12, Decimal(10) ** 9, Decimal(10) ** 6)
_MYRIADS = (Decimal(10) ** 12, Decimal(10) ** 8, Decimal(10) ** 4)

# CLDR's minimumGroupingDigits, which Babel does not read: pt_PT writes 1195 but 75 000.
_GROUPED_FROM: Mapping[str, int] = MappingProxyType({"pt_PT": 10_000})

# CLDR's 兆 is the word of Taiwan for a million millions; in Hong Kong it is 萬億.
_LOCAL_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType({"zh_Hant": ("兆", "萬億")})

# Days in the order of British English: "16 June 2024".
_DATE_LOCALES: Mapping[str, str] = MappingProxyType({"en": "en_GB"})


def is_compact(number: Decimal, language: str) -> bool:
    """Whether the number is written with a word such as million.

    It is from 1 million (Chinese: 10,000), unless that would take more than four decimals.
    """
    steps = _MYRIADS if language_of(language).chinese else _THOUSANDS
    step = next((step for step in steps if abs(number) >= step), None)
    if step is None:
        return False
    return _decimals((number / step).normalize()) <= _MOST_COMPACT_DECIMALS


def number_words(number: Decimal, language: str) -> str:
    """The number, exactly: "1,195", "4.2 billion", "42亿", "4,2 mil milhões"."""
    return exact_words(number, language, decimals=max(0, _decimals(number.normalize())))


def exact_words(number: Decimal, language: str, *, decimals: int) -> str:
    """The same with that many decimals where it is written in digits: 5.50 stays 5.50."""
    spoken = language_of(language)
    if is_compact(number, language):
        words = _compact_words(number, spoken)
    else:
        words = _plain_words(number, spoken, decimals)
    return words.replace("-", "−")


def grouped_words(number: Decimal, language: str) -> str:
    """The whole number in grouped digits, however large it is: "74,213"."""
    return _plain_words(number, language_of(language), decimals=0)


def date_words(date: WrittenDate, language: str) -> str:
    """The date as precisely as it was written: "2024", "June 2024", "16 June 2024"."""
    from babel.dates import format_date, format_skeleton

    locale = language_of(language).locale
    locale = _DATE_LOCALES.get(locale, locale)
    day = datetime.date(date.year, date.month or 1, date.day or 1)
    if date.day:
        return format_date(day, "long", locale=locale)
    return format_skeleton("yMMMM" if date.month else "y", day, locale=locale)


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return -exponent


def _compact_words(number: Decimal, spoken: Language) -> str:
    from babel.numbers import format_compact_decimal

    length: Literal["short", "long"] = "short" if spoken.chinese else "long"
    words = format_compact_decimal(
        number,
        format_type=length,
        locale=spoken.locale,
        fraction_digits=_MOST_COMPACT_DECIMALS,
    )
    return words.replace(*_LOCAL_WORDS.get(spoken.locale, ("", "")))


def _plain_words(number: Decimal, spoken: Language, decimals: int) -> str:
    from babel.numbers import format_decimal

    grouped = abs(number) >= _GROUPED_FROM.get(spoken.locale, 1_000)
    pattern = ("#,##0" if grouped else "0") + ("." + "0" * decimals if decimals else "")
    return format_decimal(number, format=pattern, locale=spoken.locale)
