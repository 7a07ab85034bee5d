"""What is proposed in place of figures and dates that are written as people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.model.values import Value, WrittenDate
from kiosk.exhibit.reading.figure_advice import date_advice, figure_advice

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

UNIT = "; 'unit' says what is counted or measured"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1.195,5", "1195.5"),
        ("1 195", "1195"),
        ("1\u00a0195", "1195"),
        ("1\u202f195", "1195"),
        ("1'195", "1195"),
        ("1’195", "1195"),
        ("11,95", "11.95"),
        ("+1195", "1195"),
        ("1195%", "1195"),
        ("−3,5", "-3.5"),
        ("–3", "-3"),
        ("42亿", "4.2 billion"),
        ("４２億", "4.2 billion"),
        ("4,2 mil milhões", "4.2 billion"),
        ("4.2 Billion", "4.2 billion"),
        ("4.2 billions", "4.2 billion"),
        ("4.2billion", "4.2 billion"),
        ("4.2bn", "4.2 billion"),
        ("7,5 milhões", "7.5 million"),
        ("12万", "120000"),
        ("1195 teams", "1195" + UNIT),
        ("€1195", "1195" + UNIT),
        ("1195元", "1195" + UNIT),
        ("16/06/2024", "2024-06-16"),
        ("7 December 2014", "2014-12-07"),
        ("2014年12月7日", "2014-12-07"),
    ],
)
def test_a_figure_is_proposed(written: str, meant: str) -> None:
    assert figure_advice(written).hint == f"write {meant}"
    Value.parse(meant.removesuffix(UNIT))


@pytest.mark.parametrize(
    ("written", "figure", "bound"),
    [
        (">1195", "1195", "more-than"),
        ("≥1,195", "1195", "more-than"),
        ("1195+", "1195", "more-than"),
        ("over 1195", "1195", "more-than"),
        ("逾42億", "4.2 billion", "more-than"),
        ("1195多", "1195", "more-than"),
        ("~1195", "1195", "about"),
        ("约1195", "1195", "about"),
        ("cerca de 4,2 mil milhões", "4.2 billion", "about"),
        ("近42億", "4.2 billion", "nearly"),
    ],
)
def test_a_bound_is_proposed(written: str, figure: str, bound: str) -> None:
    proposed = figure_advice(written).hint

    assert proposed == f"write {figure} and, in a line of its own, 'bound: {bound}'"


@pytest.mark.parametrize("written", ["99999999999999999999", "0.12345678901234"])
def test_a_figure_that_is_too_long_is_told_the_limits(written: str) -> None:
    assert figure_advice(written).hint == "18 digits and 9 decimals are the most"


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("16/06/2024", "write 2024-06-16"),
        ("06/16/2024", "write 2024-06-16"),
        ("1/6/2024", "write 2024-01-06 or 2024-06-01"),
        ("2024/06/16", "write 2024-06-16"),
        ("16.06.2024", "write 2024-06-16"),
        ("2024-6", "write 2024-06"),
        ("June 2024", "write 2024-06"),
        ("16 de junho de 2024", "write 2024-06-16"),
        ("2024年6月", "write 2024-06"),
        ("二〇二四年", "write 2024"),
        ("２０２４", "write 2024"),
        ("2024–06", "write 2024-06"),
        ("2024-06-16T10:00", "write 2024-06-16"),
        ("2024-06-31", "2024-06 has 30 days"),
        ("2023-02-29", "2023-02 has 28 days"),
        ("2024-13", "a year has 12 months"),
        ("2024-00-05", "a year has 12 months"),
    ],
)
def test_a_date_is_proposed(written: str, advice: str) -> None:
    assert date_advice(written).hint == advice
    if advice.startswith("write ") and " or " not in advice:
        WrittenDate.parse(advice.removeprefix("write "))


@pytest.mark.parametrize(
    "written", ["yes", "n/a", "-", "1..5", "½", "1195–1200", "2023/24", "x" * 5000, "9" * 5000]
)
def test_where_nothing_can_be_told_nothing_is(written: str) -> None:
    assert figure_advice(written).hint == ""
    assert date_advice(written).hint == ""


def test_a_curator_is_told(content: Content) -> None:
    content.change("zones/qianhai.yaml", "value: 1195", "value: 1.195,5")
    content.change("sources.yaml", "date: 2024-06-16", "date: 16.06.2024")

    assert content.messages()[:2] == [
        "sources.yaml:4:9: '16.06.2024' is not a date (write 2024-06-16)",
        "zones/qianhai.yaml:15:12: '1.195,5' is not a figure (write 1195.5)",
    ]
