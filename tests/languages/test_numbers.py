"""Numbers and dates are exact and written as each language writes them."""

from __future__ import annotations

import random
import re
from decimal import Decimal

import pytest
from babel import localedata

from kiosk.exhibit.model.values import WrittenDate
from kiosk.languages.figures import date_words, number_words
from kiosk.languages.language import LANGUAGES
from kiosk.languages.numbers import is_compact, one_scale, read_numbers, words_in_scale

# A no-break space groups the digits in Portuguese.
NUMBERS = [
    ("0", "0", "0", "0", "0"),
    ("1", "1", "1", "1", "1"),
    ("691", "691", "691", "691", "691"),
    ("1195", "1,195", "1,195", "1195", "1195"),
    ("9999", "9,999", "9,999", "9999", "9999"),
    ("10000", "10,000", "1萬", "1万", "10\u00a0000"),
    ("12345", "12,345", "1.2345萬", "1.2345万", "12\u00a0345"),
    ("75000", "75,000", "7.5萬", "7.5万", "75\u00a0000"),
    ("130000", "130,000", "13萬", "13万", "130\u00a0000"),
    ("999999", "999,999", "99.9999萬", "99.9999万", "999\u00a0999"),
    ("1000000", "1 million", "100萬", "100万", "1 milhão"),
    ("1500000", "1.5 million", "150萬", "150万", "1,5 milhões"),
    ("1234567", "1,234,567", "123.4567萬", "123.4567万", "1\u00a0234\u00a0567"),
    ("1234567.5", "1,234,567.5", "1,234,567.5", "1,234,567.5", "1\u00a0234\u00a0567,5"),
    ("18680000", "18.68 million", "1,868萬", "1868万", "18,68 milhões"),
    ("151080000000", "151.08 billion", "1,510.8億", "1510.8亿", "151,08 mil milhões"),
    ("100000000", "100 million", "1億", "1亿", "100 milhões"),
    ("4.2E+9", "4.2 billion", "42億", "42亿", "4,2 mil milhões"),
    ("2.98E+12", "2.98 trillion", "2.98萬億", "2.98万亿", "2,98 biliões"),
    ("2981.6E+9", "2.9816 trillion", "2.9816萬億", "2.9816万亿", "2,9816 biliões"),
    ("5.49", "5.49", "5.49", "5.49", "5,49"),
    ("0.000001", "0.000001", "0.000001", "0.000001", "0,000001"),
    ("500000.0", "500,000", "50萬", "50万", "500\u00a0000"),
    ("-5", "−5", "−5", "−5", "−5"),
    ("-75000", "−75,000", "−7.5萬", "−7.5万", "−75\u00a0000"),
    ("-4200000", "−4.2 million", "−420萬", "−420万", "−4,2 milhões"),
]


@pytest.mark.parametrize(("number", "en", "hant", "hans", "pt"), NUMBERS)
def test_a_number_is_written_exactly(number: str, en: str, hant: str, hans: str, pt: str) -> None:
    assert [number_words(Decimal(number), tag) for tag in LANGUAGES] == [en, hant, hans, pt]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("9999", (False, False, False, False)),
        ("10000", (False, True, True, False)),
        ("999999", (False, True, True, False)),
        ("1000000", (True, True, True, True)),
        ("1234567", (False, True, True, False)),
    ],
)
def test_large_numbers_take_a_word_for_their_size(number: str, expected: tuple[bool, ...]) -> None:
    assert tuple(is_compact(Decimal(number), tag) for tag in LANGUAGES) == expected


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_number_is_ever_rounded(tag: str) -> None:
    """Any number can be read back from its words without loss."""
    sizes = {
        "million": 6, "billion": 9, "trillion": 12,
        "萬": 4, "億": 8, "萬億": 12, "万": 4, "亿": 8, "万亿": 12,
        "milhão": 6, "milhões": 6, "mil milhões": 9, "bilião": 12, "biliões": 12, "": 0,
    }  # fmt: skip
    chance = random.Random(20240616)
    for _ in range(2_000):
        number = Decimal(chance.randrange(1, 10 ** chance.randint(1, 15)))
        number = number.scaleb(chance.choice((0, 0, -2)))
        match = re.fullmatch(r"([\d.,\u00a0]+?) ?(\D*)", number_words(number, tag))
        assert match
        digits = match[1].replace("\u00a0", "")
        digits = digits.replace(",", ".") if tag == "pt" else digits.replace(",", "")
        assert Decimal(digits).scaleb(sizes[match[2]]) == number


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024", ("2024", "2024年", "2024年", "2024")),
        ("2024-06", ("June 2024", "2024年6月", "2024年6月", "junho de 2024")),
        (
            "2024-06-16",
            ("16 June 2024", "2024年6月16日", "2024年6月16日", "16 de junho de 2024"),
        ),
        ("2018-03-01", ("1 March 2018", "2018年3月1日", "2018年3月1日", "1 de março de 2018")),
    ],
)
def test_a_date_is_as_precise_as_it_was_written(written: str, expected: tuple[str, ...]) -> None:
    date = WrittenDate.parse(written)
    assert tuple(date_words(date, tag) for tag in LANGUAGES) == expected


@pytest.mark.parametrize(
    ("numbers", "language", "expected"),
    [
        (("19647", "1642", "2285"), "zh-Hant", ["19,647", "1,642", "2,285"]),
        (("19647", "1642", "2285"), "zh-Hans", ["19,647", "1,642", "2,285"]),
        (("9647", "1642"), "zh-Hans", ["9647", "1642"]),
        (("34600", "5401.24"), "pt", ["34\u00a0600", "5\u00a0401,24"]),
        (("9647", "1642"), "pt", ["9647", "1642"]),
        (("285000000", "40700000000"), "en", ["285 million", "40,700 million"]),
        (("285000000", "40700000000"), "pt", ["285 milhões", "40\u00a0700 milhões"]),
        (("285000000", "40700000000"), "zh-Hant", ["2.85億", "407億"]),
        (("18700000", "680000"), "en", ["18.7 million", "0.68 million"]),
        (("18700000", "680000"), "zh-Hans", ["1870万", "68万"]),
        (("100000", "180000"), "en", ["100,000", "180,000"]),
        (("100000", "180000"), "zh-Hans", ["10万", "18万"]),
        (("1000000", "2500000"), "pt", ["1 milhão", "2,5 milhões"]),
        (("10800000000000", "14000000000000"), "zh-Hant", ["10.8萬億", "14萬億"]),
        (("0", "4.9", "6.67"), "en", ["0", "4.9", "6.67"]),
        (("-285000000", "40700000000"), "en", ["−285 million", "40,700 million"]),
    ],
)
def test_the_numbers_of_a_chart_are_counted_in_one_scale(
    numbers: tuple[str, ...], language: str, expected: list[str]
) -> None:
    values = [Decimal(number) for number in numbers]
    scale = one_scale(values, language)

    said = [
        words_in_scale(value, language, scale, decimals=max(0, -int(value.as_tuple().exponent)))
        for value in values
    ]
    assert said == expected


def test_no_file_of_a_language_is_read_for_a_date_or_a_number_once_they_were() -> None:
    read_numbers(LANGUAGES)
    read = set(localedata._cache)
    date_words.cache_clear()

    for language in LANGUAGES:
        for date in (WrittenDate(2024), WrittenDate(2024, 6), WrittenDate(2024, 6, 16)):
            date_words(date, language)
        number_words(Decimal("4300000000"), language)
    assert set(localedata._cache) == read
