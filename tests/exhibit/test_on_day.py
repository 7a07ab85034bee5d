"""What of an exhibit is shown on a day, and that nothing of the rest is named anywhere."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.on_day import days_after, days_of_change, shown_on
from kiosk.exhibit.place import HOME, Place
from kiosk.exhibit.reading.cover import cover_of, read_cover
from kiosk.exhibit.reading.exhibit_reading import read_exhibit

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Exhibit
    from tests.exhibit.sound_content import Content

QIANHAI, SHENZHEN, TOUR = "zones/qianhai.yaml", "zones/shenzhen.yaml", "tours/walk.yaml"
BEFORE, DURING, AFTER = date(2027, 2, 28), date(2027, 3, 1), date(2027, 6, 1)
SPRING = "from: 2027-03-01\nuntil: 2027-05"

WALK = """\
id: walk
title: {en: A walk, zh-Hant: 漫步, zh-Hans: 漫步, pt: Um passeio}
steps:
- id: qianhai
  place: qianhai/teams
  notes: &n {en: Here., zh-Hant: 這裏。, zh-Hans: 这里。, pt: Aqui.}
  duration: "1:00"
- {id: second, place: shenzhen/steel/2, notes: *n, duration: "1:00"}
- {id: both, place: home, highlight: [qianhai, shenzhen], view: [qianhai], notes: *n,
   duration: "1:00"}
"""
LAYER = """\
id: people
title: {en: People, zh-Hant: 人口, zh-Hans: 人口, pt: Pessoas}
unit: teams
source: peoples-daily-2024-06-16
as_of: 2024
points:
- {zone: qianhai, value: 3}
- {zone: shenzhen, value: 4}
"""
RANKING = """\
- id: order
  kind: chart
  chart: ranking
  headline: {en: Order, zh-Hant: 次序, zh-Hans: 次序, pt: Ordem}
  sentence: {en: One leads., zh-Hant: 一處領先。, zh-Hans: 一处领先。, pt: Um lidera.}
  unit: teams
  series:
  - id: all
    label: {en: teams, zh-Hant: 團隊, zh-Hans: 团队, pt: equipas}
    points: [{zone: shenzhen, value: 4}, {zone: qianhai, value: 3}]
  source: peoples-daily-2024-06-16
  as_of: 2024
"""


def read(content: Content) -> Exhibit:
    reading = read_exhibit(content.folder)
    assert reading.messages == ()
    assert reading.exhibit is not None
    return reading.exhibit


@pytest.fixture
def linked(content: Content) -> Content:
    """Content in which a tour, a layer, the attract loop, a map and a chart lead to Qianhai."""
    content.change(
        "exhibit.yaml", "map: bay.svg", "map: bay.svg\nattract: [qianhai/teams, shenzhen]"
    )
    content.write(TOUR, WALK)
    content.write("layers/people.yaml", LAYER)
    content.change(SHENZHEN, "panels:\n", f"panels:\n{RANKING}")
    content.change(SHENZHEN, "{at: [40, 50], zone: shenzhen}", "{at: [40, 50], zone: qianhai}")
    return content


def test_without_dates_it_is_the_very_same_on_every_day(content: Content) -> None:
    exhibit = read(content)

    assert shown_on(exhibit, DURING) is exhibit
    assert days_of_change(exhibit) == ()


@pytest.mark.parametrize(
    ("day", "is_there"),
    [
        (date(2027, 2, 28), False),
        (date(2027, 3, 1), True),
        (date(2027, 5, 31), True),
        (date(2027, 6, 1), False),
        (date.min, False),
        (date.max, False),
    ],
)
def test_the_first_and_the_last_day_count(content: Content, day: date, is_there: bool) -> None:
    content.change(QIANHAI, "name:", f"{SPRING}\nname:")
    exhibit = shown_on(read(content), day)

    assert (exhibit.zone("qianhai") is not None) is is_there
    assert [each.id for each in read_cover(content.folder, day=day).landmarks] == [
        each.id for each in cover_of(exhibit).landmarks
    ]


def test_a_place_that_is_not_there_is_named_nowhere(linked: Content) -> None:
    linked.change(QIANHAI, "name:", f"{SPRING}\nname:")
    exhibit = shown_on(read(linked), BEFORE)

    assert [zone.id for zone in exhibit.zones] == ["shenzhen"]
    said = repr((exhibit.zones, exhibit.layers, exhibit.tours, exhibit.attract))
    assert "qianhai" not in said.lower()
    assert [step.id for step in exhibit.tours[0].steps] == ["second", "both"]
    assert Place("qianhai", "teams").nearest(exhibit) == HOME
    assert read(linked).zone("qianhai") is not None


def test_on_its_days_everything_leads_there_again(linked: Content) -> None:
    whole = read(linked)
    linked.change(QIANHAI, "name:", f"{SPRING}\nname:")
    exhibit = shown_on(read(linked), DURING)

    assert exhibit.tours == whole.tours
    assert exhibit.layers == whole.layers
    assert exhibit.attract == whole.attract


def test_a_place_whose_every_panel_is_out_is_not_there(content: Content) -> None:
    content.change(SHENZHEN, "  kind: story\n", "  kind: story\n  until: 2027-03-01\n")
    exhibit = read(content)

    assert shown_on(exhibit, DURING).zone("shenzhen") is not None
    assert shown_on(exhibit, AFTER).zone("shenzhen") is None


def test_a_panel_that_is_out_gives_way_to_the_first_of_its_place(content: Content) -> None:
    content.change(QIANHAI, "- id: growth\n", "- id: growth\n  from: 2027-03-01\n")
    exhibit = shown_on(read(content), BEFORE)

    zone = exhibit.zone("qianhai")
    assert zone is not None
    assert [panel.id for panel in zone.panels] == ["teams", "six-in-ten"]
    assert Place("qianhai", "growth").nearest(exhibit) == Place("qianhai")


def test_pages_are_counted_anew_where_one_is_out(linked: Content) -> None:
    first = "  - heading: {en: One, zh-Hant: 一, zh-Hans: 一, pt: Um}\n"
    linked.change(SHENZHEN, first, f"{first}    until: 2027-02\n")
    exhibit = shown_on(read(linked), DURING)

    assert [step.place for step in exhibit.tours[0].steps] == [
        "qianhai/teams",
        "shenzhen/steel/1",
        "home",
    ]


def test_a_step_to_a_page_that_is_out_is_left_out(linked: Content) -> None:
    second = "  - heading: {en: Two, zh-Hant: 二, zh-Hans: 二, pt: Dois}\n"
    linked.change(SHENZHEN, second, f"{second}    until: 2027-02\n")
    exhibit = shown_on(read(linked), DURING)

    assert [step.id for step in exhibit.tours[0].steps] == ["qianhai", "both"]


def test_an_exhibit_may_be_empty_for_a_day(content: Content) -> None:
    for file in (QIANHAI, SHENZHEN):
        content.change(file, "name:", "until: 2026\nname:")

    assert shown_on(read(content), DURING).zones == ()


def test_the_days_of_change_are_those_on_which_something_is_new(content: Content) -> None:
    content.change(QIANHAI, "name:", f"{SPRING}\nname:")
    content.change(
        QIANHAI, "- id: growth\n", "- id: growth\n  from: 2027-03-01\n  until: 2027-03-31\n"
    )
    exhibit = read(content)

    assert days_of_change(exhibit) == (date(2027, 3, 1), date(2027, 4, 1), date(2027, 6, 1))
    assert days_after(exhibit, date(2027, 4, 1)) == (date(2027, 6, 1),)


@pytest.mark.parametrize("key", ["from", "until"])
def test_what_is_no_date_is_told_where_it_stands(content: Content, key: str) -> None:
    content.change(QIANHAI, "name:", f"{key}: soon\nname:")

    assert content.messages() == [
        f"zones/qianhai.yaml:5:{len(key) + 3}: 'soon' is not a date"
        " (write 2024, 2024-06 or 2024-06-16)"
    ]
