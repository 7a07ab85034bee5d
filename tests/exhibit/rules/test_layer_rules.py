"""Every rule for data layers: what breaks it, where it is told, and what is left of the layer."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.rules import layer_advice, layer_messages
from kiosk.workshop.check.whole_check import whole_check

if TYPE_CHECKING:
    from kiosk.text.messages import PlacedMessage
    from tests.exhibit.sound_content import Content

FILE = "layers/people.yaml"
WORDS = "{en: A, zh-Hant: 甲, zh-Hans: 甲, pt: A}"
LAYER = """\
id: people
title: {en: People, zh-Hant: 人口, zh-Hans: 人口, pt: População}
unit: teams
source: peoples-daily-2024-06-16
as_of: 2024
caveat: {en: Counted twice, zh-Hant: 點算兩次, zh-Hans: 点算两次, pt: Contado duas vezes}
points:
- {zone: qianhai, value: 3}
- {zone: shenzhen, value: 7, at: 2023}
"""
SHENZHEN = "- {zone: shenzhen, value: 7, at: 2023}"
CAVEAT = next(line + "\n" for line in LAYER.splitlines() if line.startswith("caveat"))
TODAY = datetime.date(2026, 1, 1)

BROKEN: dict[str, tuple[str, str, int, bool]] = {
    "layer-id": ("id: people", "id: population", 1, False),
    "layer-without-values": (LAYER[LAYER.index("points") :], "", 1, False),
    "layer-of-two-origins": ("points:", "divide: [people, area]\npoints:", 7, False),
    "value-without-date": ("as_of: 2024\n", "", 7, True),
    "value-twice": (SHENZHEN, f"{SHENZHEN}\n{SHENZHEN}", 10, True),
    "too-many-values": (
        LAYER[LAYER.index("points") :],
        "data: {file: people.csv, zone: zone, value: people}\n",
        7,
        False,
    ),
    "one-class": ("points:", "steps: [50, 60]\npoints:", 7, True),
    "steps-not-rising": ("points:", "steps: [5, 2]\npoints:", 7, True),
    "opens-without-value": ("points:", "opens_at: 2019\npoints:", 7, True),
    "layer-break-outside": (
        "points:",
        f"breaks: [{{before: 2010, note: {WORDS}}}]\npoints:",
        7,
        False,
    ),
    "apart-without-caveat": (CAVEAT, "apart: [qianhai]\n", 6, False),
    "bad-quotient": (LAYER[LAYER.index("points") :], "divide: [people, people]\n", 7, False),
    "unknown-layer": (LAYER[LAYER.index("points") :], "divide: [output, area]\n", 7, False),
    "unknown-zone": ("zone: shenzhen", "zone: shenzen", 9, True),
    "unknown-unit": ("unit: teams", "unit: team", 3, False),
    "unknown-source": ("source: peoples-daily-2024-06-16", "source: peoples-daily", 4, False),
    "number-expected": ("value: 7", "value: 2014-12-07", 9, True),
    "missing-key": ("source: peoples-daily-2024-06-16\n", "", 1, False),
    "date-unit-in-chart": ("unit: teams", "unit: day", 3, False),
    "untranslated": (", pt: População}", "}", 2, True),
    "html": ("{en: Counted twice", "{en: <b>Counted</b> twice", 6, False),
    "values-missing": (CAVEAT, "", 6, True),
    "mixed-years": (CAVEAT, "", 7, True),
    "zone-in-zone": (", at: 2023", "", 7, True),
    "old-figure": ("as_of: 2024", "as_of: 2014", 5, True),
    "future-date": ("as_of: 2024", "as_of: 2034", 5, True),
    "placeholder": ("{en: People, ", "{en: Name of the layer, ", 2, True),
    "bad-figure": ("value: 7", "value: many", 9, True),
    "unknown-key": ("caveat:", "caveats:", 6, False),
    "apart-without-value": ("points:", "apart: [hetao]\npoints:", 7, False),
}
"""What is replaced by what; the line of the message, and whether the layer is still shown."""


@pytest.fixture
def people(content: Content) -> Content:
    content.write(FILE, LAYER)
    hetao = (content.folder / "zones/qianhai.yaml").read_text("utf-8")
    head = hetao[: hetao.index("- id: six-in-ten")].replace("id: qianhai", "id: hetao", 1)
    content.write("zones/hetao.yaml", head.replace("marker: qianhai", "shape: shenzhen"))
    return content


def checked(content: Content) -> list[PlacedMessage]:
    reading = read_exhibit(content.folder)
    return [
        message
        for message in whole_check(content.folder, reading, today=TODAY)
        if message.file == FILE
    ]


def test_the_layer_itself_breaks_none(people: Content) -> None:
    assert checked(people) == []


@pytest.mark.parametrize("rule", BROKEN)
def test_a_rule_is_told_at_its_line(people: Content, rule: str) -> None:
    old, new, line, is_shown = BROKEN[rule]
    if rule == "old-figure":
        people.change(FILE, ", at: 2023", "")
    if rule == "mixed-years":
        people.change(FILE, "as_of: 2024\n", "as_of: 2024\nopens_at: 2024\n")
    if rule == "values-missing":
        people.change("zones/hetao.yaml", "kind: innovation-zone", "kind: city")
        for name in ("a", "b"):
            text = (people.folder / "zones/shenzhen.yaml").read_text("utf-8")
            people.write(f"zones/{name}.yaml", text.replace("id: shenzhen", f"id: {name}", 1))
            people.change(FILE, SHENZHEN, f"{SHENZHEN}\n- {{zone: {name}, value: 2}}")
    if rule == "too-many-values":
        people.write("data/people.csv", "zone,people\n" + "qianhai,3\n" * 2001)
    people.change(FILE, old, new)

    assert (rule, line) in [(each.rule, each.line) for each in checked(people)]
    exhibit = read_exhibit(people.folder).exhibit
    assert exhibit is not None
    assert bool(exhibit.layers) is is_shown


@pytest.mark.parametrize(
    ("zones", "told"),
    [
        (["hetao"], "no value is given for hetao, which is of the kind 'city' too"),
        (["hetao", "nansha"], "no value is given for hetao and nansha, which are of the kind"),
    ],
)
def test_missing_values_of_one_place_and_of_two_are_told_in_good_english(
    zones: list[str], told: str
) -> None:
    assert layer_advice._values_missing("city", zones).text.startswith(told)


def test_every_rule_for_layers_is_broken_here() -> None:
    rules = {each.name for each in (*layer_messages.RULES, *layer_advice.RULES)}

    assert rules <= set(BROKEN)


def test_only_the_wrong_value_is_left_out(people: Content) -> None:
    people.change(FILE, "zone: shenzhen", "zone: shenzen")

    exhibit = read_exhibit(people.folder).exhibit

    assert exhibit is not None
    assert [point.zone for point in exhibit.layers[0].points] == ["qianhai"]


def test_a_layer_that_is_spoilt_is_not_called_unknown_where_it_is_divided(people: Content) -> None:
    people.write("layers/each.yaml", LAYER.replace("id: people", "id: each"))
    text = (people.folder / "layers/each.yaml").read_text("utf-8")
    people.write("layers/each.yaml", text[: text.index("points")] + "divide: [people, area]\n")
    people.write("layers/area.yaml", "id: [")

    assert not [message for message in people.messages() if "no data layer" in message]


def test_a_table_names_its_wrong_zone_in_its_row(people: Content) -> None:
    people.write("data/people.csv", "zone,people\nqianhai,3\nshenzen,7\n")
    data = "data: {file: people.csv, zone: zone, value: people}\n"
    people.change(FILE, LAYER[LAYER.index("points") :], data)

    (message,) = people.messages()

    assert message.startswith("data/people.csv:3:1: there is no zone 'shenzen'")


def test_a_table_without_a_column_of_zones_is_told(people: Content) -> None:
    people.write("data/people.csv", "zone,people\nqianhai,3\n")
    data = "data: {file: people.csv, value: people}\n"
    people.change(FILE, LAYER[LAYER.index("points") :], data)

    (message,) = checked(people)

    assert (message.rule, message.line) == ("missing-key", 7)


def test_a_comment_allows_an_old_figure(people: Content) -> None:
    people.change(FILE, "as_of: 2024", "as_of: 2014  # allow old-figure: land hardly changes")
    people.change(FILE, ", at: 2023", ", at: 2013")

    assert checked(people) == []


def test_the_history_of_a_layer_may_be_old(people: Content) -> None:
    people.change(FILE, ", at: 2023", ", at: 1990")

    assert checked(people) == []
