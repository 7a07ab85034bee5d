"""Figures grow old by the date as of which they hold, and history does not."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.editorial import Beyond, editorial_check
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.rules.age_rules import years_before
from kiosk.text.multilingual import LANGUAGES

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

QIANHAI = "zones/qianhai.yaml"
UNIT_OF_DAYS = """\
day:
  kind: date
  phrase: {en: "{n}", zh-Hant: "{n}", zh-Hans: "{n}", pt: "{n}"}
"""
TEAMS_LINE, CHART_LINE, GROWTH_LINE = 11, 39, 53


def old(content: Content, today: str, years: int = 5) -> list[str]:
    beyond = Beyond(today=datetime.date.fromisoformat(today), figures_age_years=years)
    found = editorial_check(
        content.folder,
        read_exhibit(content.folder).messages,
        languages=LANGUAGES,
        undrawable=lambda *words, **large: (),
        beyond=beyond,
    )
    return [f"{message} [{message.rule}]" for message in found]


def test_figures_are_young_for_so_many_years_and_then_old(content: Content) -> None:
    assert old(content, "2029-06-30") == []
    assert old(content, "2029-07-01") == [
        f"zones/qianhai.yaml:{line}:10: figures as of 2024-06 are more than 5 years old"
        " (look for newer ones) [old-figure]"
        for line in (TEAMS_LINE, CHART_LINE, GROWTH_LINE)
    ]


def test_another_age_can_be_set(content: Content) -> None:
    content.change("exhibit.yaml", "map: bay.svg", "map: bay.svg\nfigures_age_years: 8")
    exhibit = read_exhibit(content.folder).exhibit

    assert exhibit is not None
    assert exhibit.figures_age_years == 8
    assert old(content, "2032-06-30", exhibit.figures_age_years) == []


@pytest.mark.parametrize("written", ["0", "soon", "2.5"])
def test_an_age_is_a_whole_number_of_years(content: Content, written: str) -> None:
    content.change("exhibit.yaml", "map: bay.svg", f"map: bay.svg\nfigures_age_years: {written}")

    assert content.messages() == [
        f"exhibit.yaml:6:20: 'figures_age_years' can't be '{written}'"
        " (write a whole number, 1 or more)"
    ]


def test_old_points_of_a_young_line_are_history(content: Content) -> None:
    content.write("data/teams.csv", "year,teams\n1980,3\n2024,1195\n")

    assert old(content, "2026-01-01") == []


def test_a_figure_that_is_a_date_grows_no_older(content: Content) -> None:
    content.change("zones/shenzhen.yaml", "      unit: day", "      unit: day\n      as_of: 1999")

    assert old(content, "2026-01-01") == []


def test_a_figure_of_a_story_grows_old(content: Content) -> None:
    content.change("zones/shenzhen.yaml", "value: 2014-12-07", "value: 7")
    content.change("zones/shenzhen.yaml", "      unit: day", "      unit: teams\n      as_of: 1999")
    content.change("units.yaml", UNIT_OF_DAYS, "")

    assert old(content, "2026-01-01") == [
        "zones/shenzhen.yaml:25:14: figures as of 1999 are more than 5 years old"
        " (look for newer ones) [old-figure]"
    ]


def test_a_fact_with_a_date_of_its_own_does_not_rely_on_its_panel(content: Content) -> None:
    content.change(QIANHAI, "  as_of: 2024-06\n  facts:", "  as_of: 1999\n  facts:")
    assert [message.split(":")[1] for message in old(content, "2026-01-01")] == ["11"]

    text = (content.folder / QIANHAI).read_text(encoding="utf-8")
    for unit in ("teams", "teams", "yuan"):
        text = text.replace(f"    unit: {unit}\n", f"    as_of: 2025\n    unit:  {unit}\n", 1)
    content.write(QIANHAI, text)

    assert old(content, "2026-01-01") == []


def test_a_comment_tells_why_an_old_figure_stays(content: Content) -> None:
    text = (content.folder / QIANHAI).read_text(encoding="utf-8")
    reason = "as_of: 2024-06  # allow old-figure: the census is every ten years"
    content.write(QIANHAI, text.replace("as_of: 2024-06", reason))

    assert old(content, "2030-01-01") == []
    assert [message.rsplit(" ", 1)[1] for message in old(content, "2025-01-01")] == [
        "[unused-silence]"
    ] * 3


def test_nobody_misses_a_comment_where_no_day_is_told(content: Content) -> None:
    content.change(QIANHAI, "as_of: 2024-06", "as_of: 2024-06  # allow old-figure: a census")

    found = editorial_check(
        content.folder, (), languages=LANGUAGES, undrawable=lambda *words, **large: ()
    )

    assert found == ()


@pytest.mark.parametrize(
    ("today", "before"), [("2028-02-29", "2023-02-28"), ("2026-11-22", "2021-11-22")]
)
def test_years_go_by_the_calendar(today: str, before: str) -> None:
    assert str(years_before(datetime.date.fromisoformat(today), 5)) == before


def test_nobody_has_checked_the_exhibit_on_a_day_to_come(content: Content) -> None:
    content.change("exhibit.yaml", "map: bay.svg", "map: bay.svg\nchecked: 2026-11-27")

    assert old(content, "2026-11-27") == []
    assert old(content, "2026-11-26") == [
        "exhibit.yaml:6:10: 2026-11-27 is still to come"
        " (write when all of it was last compared with its sources) [future-date]"
    ]
