"""One rule for digits wherever they stand: sentences group them as the program does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.shipped import shipped
from kiosk.text.multilingual import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import Exhibit

_BEFORE, _NOT_BEHIND = r"(?<![\w.,-])", r"(?![\w年至–-]|\.\d)"
_HAN = r"(?=[萬億万亿家所個个名支項项人米公千元部台座條条])"
_WRONG = {
    "en": rf"{_BEFORE}(?:[3-9]\d{{3}}|\d{{5,}}){_NOT_BEHIND}",
    "zh-Hant": rf"{_BEFORE}\d{{4,}}(?:\.\d+)?{_HAN}",
    "zh-Hans": rf"{_BEFORE}(?:\d,\d{{3}}(?!\d)|\d{{5,}})(?:\.\d+)?{_HAN}",
    "pt": rf"{_BEFORE}(?:\d[ \u00a0]\d{{3}}(?!\d)|\d{{5,}}){_NOT_BEHIND}",
}
"""Digits that should be grouped, or not; English can't tell 2,024 teams from the year."""


@pytest.fixture(scope="module")
def read() -> Exhibit:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    return exhibit


@pytest.mark.parametrize("language", _WRONG)
def test_sentences_group_digits_as_the_program_does(read: Exhibit, language: str) -> None:
    wrong = []
    for text in (*_texts(read.zones), *_texts(read.tours)):
        words = text.words_in(language)
        wrong += [(found[0], words) for found in re.finditer(_WRONG[language], words)]
    assert wrong == []


def test_people_of_a_place_are_its_inhabitants_in_portuguese(read: Exhibit) -> None:
    for zone in read.zones:
        for panel in zone.panels:
            if panel.kind == "facts":
                units = {
                    fact.unit for fact in panel.facts if "habitante" in fact.label.words_in("pt")
                }
                assert units <= {"inhabitants"}, (zone.id, panel.id)
    words = read.units["inhabitants"]
    assert "habitantes" in words.phrase.words_in("pt")


def _texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    else:
        for name in getattr(type(value), "model_fields", ()):
            yield from _texts(getattr(value, name))
