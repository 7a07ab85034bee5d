"""A figure taken apart for a page: its digits, and the words beside them, in four languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.model.values import Value
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.languages.figure_pieces import figure_pieces
from kiosk.languages.figures import figure
from kiosk.languages.language import LANGUAGES
from kiosk.languages.words import read_words
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Exhibit

WORDS = read_words(shipped("assets") / "words")


@pytest.fixture(scope="module")
def exhibit() -> Exhibit:
    found = read_exhibit(shipped("content")).exhibit
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("written", "unit", "bound", "language", "pieces"),
    [
        ("10.47 million", "people", None, "en", ("", "10.47", "", "million")),
        ("10.47 million", "people", None, "pt", ("", "10,47", "", "milhões", "", "de")),
        ("1.14 trillion", "yuan", "about", "en", ("about ", "1.14", "", "trillion", "", "yuan")),
        ("1.14 trillion", "yuan", "about", "zh-Hant", ("約", "1.14", "萬億", "", "", "元")),
        ("4.2 billion", "yuan", "more-than", "en", ("", "4.2", "", "billion", "+", "yuan")),
        ("86 million", "people", "more-than", "en", ("", "86", "", "million", "+", "")),
        ("30.1 billion", "hong-kong-dollars", None, "en", ("HK$", "30.1", "", "billion")),
        ("3.67", "per-cent", None, "pt", ("", "3,67", "%")),
        ("1", "places", None, "zh-Hans", ("第", "1", "位")),
        ("1", "places", None, "pt", ("", "1", ".º")),
        ("2,460", "square-kilometres", None, "en", ("", "2,460", "", "", "", "km²")),
    ],
)  # fmt: skip
def test_digits_their_magnitude_and_sign_and_the_unit_are_told_apart(
    exhibit: Exhibit,
    written: str,
    unit: str,
    bound: str | None,
    language: str,
    pieces: tuple[str, ...],
) -> None:
    found = figure_pieces(Value.parse(written), exhibit.units[unit], language, WORDS, bound)
    told = (found.before, found.digits, found.attached, found.beside, found.sign, found.unit)
    assert told == (*pieces, *("",) * (6 - len(pieces)))


@pytest.mark.parametrize(
    ("written", "language", "pieces", "whole"),
    [
        ("2014-12-07", "en", ("2014", "", "7\u00a0December"), "7\u00a0December\u00a02014"),
        ("2014-12-07", "zh-Hant", ("2014", "年", "12月7日"), "2014年12月7日"),
        ("2025-06", "zh-Hans", ("2025", "年", "6月"), "2025年6月"),
        ("2025-07", "pt", ("2025", "", "julho"), "julho\u00a0de\u00a02025"),
        ("1980", "pt", ("1980", "", ""), "1980"),
    ],
)
def test_a_date_is_known_whole_and_by_its_year(
    exhibit: Exhibit, written: str, language: str, pieces: tuple[str, str, str], whole: str
) -> None:
    found = figure_pieces(Value.parse(written), exhibit.units["date"], language, WORDS, None)
    assert (found.digits, found.attached, found.beside) == pieces
    assert (found.date, found.unit, found.sign) == (whole, "", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_figure_of_the_exhibit_loses_a_digit(exhibit: Exhibit, language: str) -> None:
    for zone in exhibit.zones:
        for panel in zone.panels:
            for fact in panel.facts if panel.kind == "facts" else ():
                unit = exhibit.units[fact.unit]
                pieces = figure_pieces(fact.value, unit, language, WORDS, fact.bound)
                joined = (
                    f"{pieces.before}{pieces.digits}{pieces.attached}{pieces.beside}{pieces.unit}"
                )
                whole = figure(fact.value, unit, language, WORDS, bound=fact.bound).drawn
                assert sorted(filter(str.isdigit, joined)) == sorted(filter(str.isdigit, whole))
                assert pieces.digits[0].isdigit()
                assert pieces.digits[-1].isdigit()
