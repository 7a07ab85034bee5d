"""The numbers of a ranking: their decimal marks below each other, and nothing rounded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.languages.numbers import decimal_mark
from kiosk.languages.words import read_words
from kiosk.screen.layer.digit_column import DigitColumn
from kiosk.screen.layer.layer_content import LayerContent
from kiosk.screen.locale import Locale
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from kiosk.look.look import Look


@pytest.mark.parametrize("language", ["en", "zh-Hant", "pt"])
def test_wholes_end_at_one_place_and_years_have_a_column_of_their_own(
    still_look: Look, language: str
) -> None:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    layer = exhibit.layer("output-in-yuan")
    assert layer is not None
    locale = Locale(language, read_words(shipped("assets") / "words"), exhibit)
    content = LayerContent.of(layer, locale, "2023")
    rows = [row for row in content.rows if row.value is not None]
    column = DigitColumn.of(content.rows, content, still_look, 10_000.0)

    assert {row.zone for row in rows} == set(column.settings)
    decimals = {len(row.digits.partition(decimal_mark(language))[2]) for row in rows}
    assert len(decimals) > 1, "these figures are stated with unequal precision"
    for row in rows:
        number, whole, year = column.settings[row.zone]
        assert whole <= column.whole
        assert number.ink - whole <= column.decimals
        assert (year is not None) == bool(row.other_year)
        assert year is None or year.ink < column.years


def test_very_long_numbers_leave_room_for_the_names_beside_them(still_look: Look) -> None:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    layer = exhibit.layer("population")
    assert layer is not None
    locale = Locale("pt", read_words(shipped("assets") / "words"), exhibit)
    content = LayerContent.of(layer, locale, "2023")
    long = ("-5", "987 654 321 012 345", "0,0000012", "-987 654 321 012 345")
    rows = [
        replace(row, digits=digits, value=1.0, other_year="")
        for row, digits in zip(content.rows, long, strict=False)
    ]
    free = DigitColumn.of(rows, content, still_look, 10_000.0)

    narrow = DigitColumn.of(rows, content, still_look, free.whole * 1.01)
    assert narrow.width <= free.whole * 1.01 < free.width
    assert narrow.settings["guangzhou"][0].ink == free.settings["guangzhou"][0].ink
    assert len({number.ink - whole for number, whole, _ in narrow.settings.values()}) == 1

    small = DigitColumn.of(rows, content, still_look, free.whole * 0.9)
    assert small.settings["guangzhou"][0].ink < free.settings["guangzhou"][0].ink
    assert small.width <= free.whole * 0.9
    least = DigitColumn.of(rows, content, still_look, 10.0)
    assert least.width > free.whole * 0.8, "no number is smaller than can be read"
