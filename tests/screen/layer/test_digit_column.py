"""The numbers of a ranking: their decimal marks below each other, and nothing rounded."""

from __future__ import annotations

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
    column = DigitColumn.of(content.rows, content, still_look)

    assert {row.zone for row in rows} == set(column.settings)
    decimals = {len(row.digits.partition(decimal_mark(language))[2]) for row in rows}
    assert len(decimals) > 1, "these figures are stated with unequal precision"
    for row in rows:
        number, whole, year = column.settings[row.zone]
        assert whole <= column.whole
        assert number.ink - whole <= column.decimals
        assert (year is not None) == bool(row.other_year)
        assert year is None or year.ink < column.years
