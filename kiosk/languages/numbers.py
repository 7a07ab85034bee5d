"""Numbers and dates in words: exact, grouped and shortened as each language writes them."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from kiosk.languages.language import Language
from kiosk.languages.language import language as language_of
from kiosk.languages.locale_data import forget_the_unasked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kiosk.exhibit.model.values import WrittenDate

_MOST_COMPACT_DECIMALS = 4
_THOUSANDS = (Decimal(10) ** 12, Decimal(10) ** 9, Decimal(10) ** 6)
_MYRIADS = (Decimal(10) ** 12, Decimal(10) ** 8, Decimal(10) ** 4)

# CLDR's minimumGroupingDigits, which Babel does not read: pt_PT writes 1195 but 75 000.  On the
# mainland, texts write four digits without a comma (GB/T 15835-2011).
_GROUPED_FROM: Mapping[str, int] = MappingProxyType({"pt_PT": 10_000, "zh_Hans": 10_000})

# Figures that are to be compared are written alike: where one has five digits, four are grouped as
# well.  So does NP 9 of the Portuguese Institute for Quality for numbers "em coluna", and ICU's
# UNUM_GROUPING_ON_ALIGNED; the Chinese standard allows either.
_GROUPED_ALIKE = 1_000

_MOST_IN_ONE_SCALE = 99_999
_LEAST_IN_ONE_SCALE = Decimal("0.1")

# CLDR's 兆 is the word of Taiwan for a million millions; in Hong Kong it is 萬億.
_LOCAL_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType({"zh_Hant": ("兆", "萬億")})

# Days in the order of British English: "16 June 2024".
_DATE_LOCALES: Mapping[str, str] = MappingProxyType({"en": "en_GB"})


class Scale(NamedTuple):
    """How the numbers of one chart are written: in what they are counted, and how grouped."""

    step: Decimal
    """1, or a step with a word such as million."""
    grouped_from: int


def is_compact(number: Decimal, language: str) -> bool:
    """Whether the number is written with a word such as million.

    It is from 1 million (Chinese: 10,000), unless that would take more than four decimals.
    """
    step = next((step for step in _steps(language) if abs(number) >= step), None)
    if step is None:
        return False
    return _decimals((number / step).normalize()) <= _MOST_COMPACT_DECIMALS


def one_scale(numbers: Iterable[Decimal], language: str) -> Scale:
    """How all numbers of one chart are written: counted in one step, and grouped alike."""
    found = list(numbers)
    step = _one_step(found, language)
    grouped_from = _grouped_from(language_of(language))
    if any(abs(number) >= grouped_from * step for number in found):
        grouped_from = _GROUPED_ALIKE
    return Scale(step, grouped_from)


def _one_step(numbers: Iterable[Decimal], language: str) -> Decimal:
    """What all numbers of one chart are counted in: 1, or a step with a word such as million.

    The largest step in which none is below 1 and none has more than five digits; else the largest
    that the highest reaches and in which all have their first digit within the first decimal.  So
    285 million stand beside 40,700 million, 1,642 beside 19,647, and 180,000 is no 0.18 million.
    """
    found = [abs(number) for number in numbers if number]
    steps = (*_steps(language), Decimal(1))
    for least, most in ((Decimal(1), _MOST_IN_ONE_SCALE), (_LEAST_IN_ONE_SCALE, None)):
        for step in steps:
            counted = [(number / step).normalize() for number in found]
            if step > max(found, default=Decimal(1)):
                continue
            if all(
                number >= least
                and (most is None or number <= most)
                and _decimals(number) <= _MOST_COMPACT_DECIMALS
                for number in counted
            ):
                return step
    return Decimal(1)


def _steps(language: str) -> tuple[Decimal, ...]:
    return _MYRIADS if language_of(language).chinese else _THOUSANDS


def number_words(number: Decimal, language: str) -> str:
    """The number, exactly: "1,195", "4.2 billion", "42亿", "4,2 mil milhões"."""
    return exact_words(number, language, decimals=max(0, _decimals(number.normalize())))


@lru_cache(maxsize=2048)
def exact_words(number: Decimal, language: str, *, decimals: int) -> str:
    """The same with that many decimals where it is written in digits: 5.50 stays 5.50."""
    spoken = language_of(language)
    if is_compact(number, language):
        words = _compact_words(number, spoken)
    else:
        words = _plain_words(number, spoken, decimals)
    return words.replace("-", "−")


def words_in_scale(number: Decimal, language: str, scale: Scale, *, decimals: int) -> str:
    """The number counted in steps, "40,700 million"; for a step of 1, in digits."""
    spoken, (step, grouped_from) = language_of(language), scale
    if step == 1:
        return _plain_words(number, spoken, decimals, grouped_from).replace("-", "−")
    counted = (number / step).normalize()
    digits = _plain_words(counted, spoken, max(0, _decimals(counted)), grouped_from)
    # The words of exactly one or of several, without their digit.
    several = _compact_words(step if counted == 1 else 2 * step, spoken)
    return several.replace("1" if counted == 1 else "2", digits, 1).replace("-", "−")


def decimal_mark(language: str) -> str:
    """What stands between the whole of a number and its decimals."""
    from babel.numbers import get_decimal_symbol

    return get_decimal_symbol(language_of(language).locale)


def grouped_words(number: Decimal, language: str) -> str:
    """The whole number in grouped digits, however large it is: "74,213"."""
    return _plain_words(number, language_of(language), decimals=0)


@lru_cache(maxsize=1024)
def date_words(date: WrittenDate, language: str) -> str:
    """The date as precisely as it was written: "2024", "June 2024", "16 June 2024"."""
    from babel.dates import format_date, format_skeleton

    locale = language_of(language).locale
    locale = _DATE_LOCALES.get(locale, locale)
    day = datetime.date(date.year, date.month or 1, date.day or 1)
    if date.day:
        return format_date(day, "long", locale=locale)
    return format_skeleton("yMMMM" if date.month else "y", day, locale=locale)


@lru_cache(maxsize=256)
def date_in_year(date: WrittenDate, language: str) -> str:
    """The same without its year: "16 June", "June"; empty for a year."""
    from babel.dates import format_date, format_skeleton

    if date.month is None:
        return ""
    spoken = language_of(language)
    locale = _DATE_LOCALES.get(spoken.locale, spoken.locale)
    day = datetime.date(date.year, date.month, date.day or 1)
    if date.day:
        return format_skeleton("MMMMd", day, locale=locale)
    # The skeleton of a month alone is 六月 in Chinese, and short in English.
    return format_date(day, "M月" if spoken.chinese else "LLLL", locale=locale)


def read_numbers(languages: Iterable[str]) -> None:
    """Have ready what numbers and dates in these languages are written with.

    Beside the GUI thread nobody waits for it; the first date of a language takes 20 to 60 ms.
    """
    for language in languages:
        locale = language_of(language).locale
        for each in (locale, _DATE_LOCALES.get(locale, locale)):
            forget_the_unasked(each)
        _read_locale(_DATE_LOCALES.get(locale, locale))
        exact_words(Decimal(1_234), language, decimals=1)
        exact_words(Decimal(12_000_000), language, decimals=0)


def _read_locale(locale: str) -> None:
    from babel.dates import format_date, format_skeleton

    day = datetime.date(2024, 6, 16)
    format_date(day, "long", locale=locale)
    for skeleton in ("yMMMM", "MMMMd", "y"):
        format_skeleton(skeleton, day, locale=locale)


def ordinal_form(number: int, language: str) -> str:
    """Which form an ordinal has in CLDR: `one` for 1st and 21st, `two`, `few` or `other`."""
    from babel import Locale

    return Locale.parse(language_of(language).locale).ordinal_form(number)


_WHOLE = re.compile(r"(?<![\d.,])\d{4,}")


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
    words = words.replace(*_LOCAL_WORDS.get(spoken.locale, ("", "")))
    # Four digits before 萬 are grouped like any others: 1,868萬.
    return _WHOLE.sub(lambda whole: _plain_words(Decimal(whole[0]), spoken, 0), words, count=1)


def _grouped_from(spoken: Language) -> int:
    return _GROUPED_FROM.get(spoken.locale, 1_000)


def _plain_words(
    number: Decimal, spoken: Language, decimals: int, grouped_from: int | None = None
) -> str:
    from babel.numbers import format_decimal

    grouped = abs(number) >= (grouped_from or _grouped_from(spoken))
    pattern = ("#,##0" if grouped else "0") + ("." + "0" * decimals if decimals else "")
    return format_decimal(number, format=pattern, locale=spoken.locale)
