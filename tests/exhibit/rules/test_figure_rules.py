"""A figure is one number in fact, chart and sentence; what only looks alike is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.workshop.check.whole_check import whole_check
from tests.exhibit.editing import QIANHAI, SHENZHEN
from tests.exhibit.sound_content import sound_content

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exhibit.sound_content import Content

SENTENCE = "sentence: {en: Six in ten., zh-Hant: 六成。, zh-Hans: 六成。, pt: Seis em dez.}"
IN_WORDS = (
    "sentence: {{en: 'Of {en} teams, 691 are.', zh-Hant: '{en}個中，691個。',"
    " zh-Hans: '{en}个中，691个。', pt: 'De {pt} equipas, 691 são.'}}"
)


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A sound folder whose waffle says its figures in words."""
    content = sound_content(tmp_path / "content")
    content.change(QIANHAI, SENTENCE, IN_WORDS.format(en="1,195", pt="1195"))
    assert found(content) == []
    return content


def found(content: Content) -> list[str]:
    """What the check says of figures that differ; it says nothing else."""
    messages = whole_check(content.folder, read_exhibit(content.folder))
    assert {message.rule for message in messages} <= {"different-figures"}
    return [str(message).removeprefix("zones/") for message in messages]


HINT = " (write one figure in both, or say what each counts)"


def test_a_fact_that_was_changed_alone(content: Content) -> None:
    content.change(QIANHAI, "value: 1195\n    unit", "value: 1295\n    unit")

    assert found(content) == [
        f"qianhai.yaml:34:7: 1195 here, but 1295 in the fact 'all'{HINT}",
    ]


def test_a_part_that_was_changed_alone(content: Content) -> None:
    content.change(QIANHAI, "value: 691\n    unit", "value: 681\n    unit")

    assert found(content) == [
        f"qianhai.yaml:37:28: 691 here, but 681 in the fact 'hong-kong'{HINT}"
    ]


def test_a_chart_that_was_changed_alone(content: Content) -> None:
    content.change(QIANHAI, "of: 1195", "of: 1300")

    assert found(content) == [
        f"qianhai.yaml:34:7: 1300 here, but 1195 in the fact 'all'{HINT}",
    ]


def test_a_sentence_that_was_forgotten(content: Content) -> None:
    content.change(QIANHAI, "value: 1195\n    unit", "value: 1295\n    unit")
    content.change(QIANHAI, "of: 1195", "of: 1295")
    content.change("data/teams.csv", "1,195", "1,295")

    assert found(content) == [
        f"qianhai.yaml:32:18: 1,195 here, but 1295 in the chart{HINT}",
    ]


@pytest.mark.parametrize("written", ["1,095", "1,159", "1,915", "1,125", "1,205"])
def test_a_slip_in_a_sentence(written: str, content: Content) -> None:
    content.change(
        QIANHAI,
        IN_WORDS.format(en="1,195", pt="1195"),
        IN_WORDS.format(en=written, pt=written.replace(",", "")),
    )

    (message,) = found(content)

    assert f"{written} here, but 1195 in the chart" in message


@pytest.mark.parametrize(
    "written", ["1,200", "1,190", "504", "1,886", "1,500", "3,000", "2024", "1,195"]
)
def test_another_number_in_a_sentence(written: str, content: Content) -> None:
    """Rounded, computed from the figures, or something else."""
    content.change(
        QIANHAI,
        IN_WORDS.format(en="1,195", pt="1195"),
        IN_WORDS.format(en=written, pt=written.replace(",", "")),
    )

    assert found(content) == []


def test_a_share_in_a_sentence(content: Content) -> None:
    content.change(
        QIANHAI, IN_WORDS.format(en="1,195", pt="1195"), IN_WORDS.format(en="69.2%", pt="69,2%")
    )

    assert found(content) == []


def test_figures_of_other_dates_may_differ(content: Content) -> None:
    content.change(QIANHAI, "value: 1195\n    unit", "value: 1295\n    as_of: 2025\n    unit")

    assert found(content) == []


def test_the_introduction_of_a_place(content: Content) -> None:
    content.change(QIANHAI, "introduction: {en: A zone,", "introduction: {en: 1295 teams,")
    messages = whole_check(content.folder, read_exhibit(content.folder))

    assert [message.rule for message in messages if message.line == 6] == [
        "different-figures",
        "different-numbers",
    ]


def test_the_figure_of_a_page(content: Content) -> None:
    content.change(
        SHENZHEN,
        "value: 2014-12-07\n      unit: day",
        "value: 3512\n      unit: teams\n      as_of: 2024",
    )
    content.change(SHENZHEN, "en: A strong steel.", "en: There are 3,521 teams.")
    messages = whole_check(content.folder, read_exhibit(content.folder))

    assert "different-figures" in {message.rule for message in messages}


def test_a_comment_allows_it(content: Content) -> None:
    content.change(QIANHAI, "  of: 1195", "  of: 1200  # allow different-figures: with guests")

    assert found(content) == []
