"""What a curator is told of content that is shown for a time only, and when nothing is."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.editorial import Beyond, editorial_check
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.text.multilingual import LANGUAGES
from tests.exhibit.editing import nothing_undrawable

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

QIANHAI, SHENZHEN = "zones/qianhai.yaml", "zones/shenzhen.yaml"
PAGE = "  - heading: {en: One, zh-Hant: 一, zh-Hans: 一, pt: Um}\n"


def told(content: Content, today: str = "2026-06-15") -> list[str]:
    reading = read_exhibit(content.folder)
    assert reading.exhibit is not None
    beyond = Beyond(
        today=datetime.date.fromisoformat(today),
        zone_files=reading.zone_files,
        notices=reading.exhibit.notices,
    )
    found = editorial_check(
        content.folder,
        reading.messages,
        languages=LANGUAGES,
        undrawable=nothing_undrawable,
        beyond=beyond,
    )
    return [f"{each} [{each.rule}]" for each in found]


@pytest.mark.parametrize("dates", ["from: 2026-07-01", "until: 2026-06-15", "until: 2026-06"])
def test_what_is_to_come_or_still_there_is_in_order(content: Content, dates: str) -> None:
    content.change(QIANHAI, "name:", f"{dates}\nname:")

    assert told(content) == []


def test_what_is_over_is_told_at_its_last_day(content: Content) -> None:
    content.change(SHENZHEN, PAGE, f"{PAGE}    until: 2026-06-14\n")

    assert told(content) == [
        "zones/shenzhen.yaml:12:12: nobody sees this any more: it was shown until 2026-06-14"
        " (take it away, or write a later day) [over]"
    ]


def test_it_may_be_kept_for_a_reason(content: Content) -> None:
    last = "until: 2025-12-31  # allow over: it comes back every winter"
    content.change(QIANHAI, "name:", f"{last}\nname:")

    assert told(content) == []


def test_what_ends_before_it_begins_is_told(content: Content) -> None:
    content.change(QIANHAI, "name:", "from: 2027-05\nuntil: 2027-04-30\nname:")

    assert told(content) == [
        "zones/qianhai.yaml:6:8: this ends (2027-04-30) before it begins (2027-05), so nobody ever"
        " sees it (write a day for `until` that is not before `from`) [never-shown]"
    ]


def test_a_panel_on_days_without_its_place_is_told(content: Content) -> None:
    content.change(QIANHAI, "name:", "until: 2027-04-30\nname:")
    content.change(QIANHAI, "- id: growth\n", "- id: growth\n  from: 2027-05\n")

    assert told(content) == [
        "zones/qianhai.yaml:42:9: nobody ever sees this: the place that it belongs to is shown"
        " until 2027-04-30 (write days on which both are there) [never-shown]"
    ]


@pytest.mark.parametrize(
    ("dates", "when"),
    [
        ("until: 2026-08", "from 2026-09-01 on"),
        ("from: 2026-07-02", "from 2026-06-15 to 2026-07-01"),
    ],
)
def test_days_without_any_place_are_told(content: Content, dates: str, when: str) -> None:
    for file in (QIANHAI, SHENZHEN):
        content.change(file, "name:", f"{dates}\nname:")

    assert told(content) == [
        f"exhibit.yaml:2:1: the exhibit is empty {when}: no place is shown"
        " (let a place be there on those days) [empty-day]"
    ]


WORDS = "{en: Closed, zh-Hant: 關閉, zh-Hans: 关闭, pt: Fechado}"


def test_a_notice_that_is_over_is_told(content: Content) -> None:
    past = f"- text: {WORDS}\n  until: 2026-06\n"
    content.change("exhibit.yaml", "map: bay.svg", f"notices:\n{past}map: bay.svg")

    assert told(content) == []
    assert told(content, "2026-07-01") == [
        "exhibit.yaml:7:10: nobody sees this any more: it was shown until 2026-06"
        " (take it away, or write a later day) [over]"
    ]


def test_a_fourth_notice_of_one_day_is_told(content: Content) -> None:
    three = f"- text: {WORDS}\n" * 3
    fourth = f"- text: {WORDS}\n  from: 2026-08-01\n"
    content.change("exhibit.yaml", "map: bay.svg", f"notices:\n{three}{fourth}map: bay.svg")

    assert told(content) == [
        "exhibit.yaml:9:3: 4 notices on 2026-08-01, of which the first 3 are shown"
        " (leave some away, or write days on which each is shown) [many-notices]"
    ]


def test_nothing_is_judged_on_no_day(content: Content) -> None:
    content.change(QIANHAI, "name:", "until: 1999\nname:")
    reading = read_exhibit(content.folder)
    found = editorial_check(
        content.folder,
        reading.messages,
        languages=LANGUAGES,
        undrawable=nothing_undrawable,
        beyond=Beyond(zone_files=reading.zone_files),
    )

    assert found == ()
