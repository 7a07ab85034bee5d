"""What Babel keeps of CLDR is cut down, and everything that is written of it stays the same."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.project import PROJECT

WRITE = """\
import sys
from decimal import Decimal
from kiosk.exhibit.model.values import WrittenDate
from kiosk.languages.language import LANGUAGES, language
from kiosk.languages.numbers import *
from kiosk.languages.numbers import Scale, read_numbers, words_in_scale
sys.stdout.reconfigure(encoding="utf-8")
tags = [*LANGUAGES, "fr", "pt-BR", "de-AT"]
if sys.argv[1] == "cut":
    read_numbers(tags)
    read_numbers(tags)
for tag in tags:
    for number in ("0", "-3.50", "1195", "74213", "1234567", "4200000000", "2e13"):
        print(number_words(Decimal(number), tag), exact_words(Decimal(number), tag, decimals=1))
        print(words_in_scale(Decimal(number), tag, Scale(Decimal(10) ** 6, 1_000), decimals=0))
    for date in (WrittenDate(2024), WrittenDate(2024, 6), WrittenDate(2024, 6, 16)):
        print(date_words(date, tag), date_in_year(date, tag))
    print(decimal_mark(tag), ordinal_form(21, tag), language(tag).name)
from babel.localedata import load
print("unit_patterns" in load("pt_PT"), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def written() -> dict[str, tuple[str, str]]:
    answers = {}
    for way in ("whole", "cut"):
        done = subprocess.run(
            [sys.executable, "-c", WRITE, way],
            cwd=PROJECT,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        answers[way] = done.stdout, done.stderr.strip()
    return answers


def test_numbers_and_dates_are_written_as_with_the_whole(
    written: dict[str, tuple[str, str]],
) -> None:
    assert written["cut"][0] == written["whole"][0]
    assert "16 de junho de 2024" in written["cut"][0]


def test_units_are_forgotten(written: dict[str, tuple[str, str]]) -> None:
    assert (written["whole"][1], written["cut"][1]) == ("True", "False")
