"""A number as another one is written: grouped, shortened and in the digits of the same text."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.model.number_words import chinese_numbers
from kiosk.exhibit.model.written_numbers import numbers_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WIDE = {0xFF10 + digit: str(digit) for digit in range(10)} | {0xFF0E: ".", 0xFF0C: ","}
_TO_WIDE = {ord(narrow): chr(wide) for wide, narrow in _WIDE.items()}
_DIGITS = re.compile(r"\d(?:[\d.,\u00a0\u202f ]*\d)?")
_MOST_DECIMALS = 4
_BETWEEN_DIGITS = r"[.,\s\u00a0\u202f億亿萬万]*"


class _Signs(NamedTuple):
    group: str
    decimal: str
    grouped_from: int


_SIGNS: Mapping[str, _Signs] = {
    "en": _Signs(",", ".", 1_000),
    "zh-Hant": _Signs(",", ".", 1_000),
    "zh-Hans": _Signs(",", ".", 10_000),
    "pt": _Signs("\u00a0", ",", 10_000),
}
_MONTH_OR_DAY = re.compile(
    r"\s*(?:月|日|号|號|年|(?:de\s+)?(?:jan|feb|fev|mar|apr|abr|may|mai|jun|jul|aug|ago|sep|set|oct"
    r"|out|nov|dec|dez)[a-zç]*\b)",
    re.IGNORECASE,
)


class NumberPlace(NamedTuple):
    """Where a text says a number, and how."""

    begin: int
    written: str


def narrow(words: str) -> str:
    """The same with digits of the usual width, letter for letter."""
    return words.translate(_WIDE)


def may_say(number: Decimal) -> re.Pattern[str]:
    """What a text has that says a number in digits; most have not, and need no closer look."""
    digits = "".join(map(str, abs(number).normalize().as_tuple().digits))
    return re.compile(_BETWEEN_DIGITS.join(digits))


def places_of(number: Decimal, words: str, language: str) -> Iterator[NumberPlace]:
    """Everywhere a text says a number, in digits, shortened or in Chinese words; not in dates."""
    plain = narrow(words)
    if may_say(number).search(plain):
        for found in numbers_in(plain, language).exact:
            end = found.offset + len(found.written)
            # "May 2024": a month is a number too, and its word is none that was changed.
            if number not in found.meanings or not found.written[:1].isdecimal():
                continue
            if not _MONTH_OR_DAY.match(plain, end):
                yield NumberPlace(found.offset, words[found.offset : end])
    if language.startswith("zh"):
        for begin, written, value in chinese_numbers(words):
            if value == number and len(written) > 1:
                yield NumberPlace(begin, written)


def written_like(written: str, before: Decimal, now: Decimal, language: str) -> str:
    """How `now` stands where `before` was `written`; empty where that needs another wording."""
    signs = _SIGNS.get(language)
    plain = narrow(written)
    found = _DIGITS.match(plain)
    if signs is None or found is None or now < 0:
        return ""
    try:
        digits = Decimal(re.sub(r"[^\d.]", "", _with_point(found[0], signs)))
        counted = (now / (before / digits)).normalize()
    except (InvalidOperation, ZeroDivisionError):
        return ""
    is_short = digits != before
    if is_short and (counted < 1 or (language == "pt" and 1 in (int(counted), int(digits)))):
        # "1 milhão", "2 milhões": the word would be another one.
        return ""
    exponent = counted.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    if decimals > _MOST_DECIMALS or (
        is_short and plain[found.end() :].strip() in ("hundred", "百")
    ):
        return ""
    grouping = _grouping(found[0], digits, counted, signs)
    said = f"{counted:,.{decimals}f}"
    said = said.translate({ord(","): grouping, ord("."): signs.decimal}) + plain[found.end() :]
    return said.translate(_TO_WIDE) if plain != written else said


def _with_point(digits: str, signs: _Signs) -> str:
    return digits.replace(".", "").replace(",", ".") if signs.decimal == "," else digits


def _grouping(digits: str, before: Decimal, now: Decimal, signs: _Signs) -> str:
    """What stands between groups: as it was, and where nothing had to as the language has it."""
    whole = digits.partition(signs.decimal)[0] if signs.decimal == "," else digits.split(".")[0]
    used = re.search(r"\d([^\d])\d{3}", whole)
    if used is not None:
        return used[1]
    if abs(before) >= 1_000:
        return ""
    return signs.group if abs(now) >= signs.grouped_from else ""
