"""Data layers: read from points and tables, put in order, divided by each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.model.data_layer import Rank
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.reading.reading_cache import Memory

if TYPE_CHECKING:
    from kiosk.exhibit.model.data_layer import DataLayer
    from tests.exhibit.sound_content import Content

FILE = "layers/people.yaml"
HEAD = """\
id: {id}
title: {{en: People, zh-Hant: 人口, zh-Hans: 人口, pt: População}}
unit: teams
source: peoples-daily-2024-06-16
"""
PEOPLE = (
    HEAD.format(id="people")
    + """\
as_of: 2024
points:
- {zone: shenzhen, value: 17.56 million}
- {zone: shenzhen, value: 12.5 million, at: 2018}
- {zone: qianhai, value: 0.68 million, at: 2022}
"""
)
TABLE = "zone,year,people\nqianhai,2023,10\nshenzhen,2023,30\n"


def layers(content: Content) -> dict[str, DataLayer]:
    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None
    return {layer.id: layer for layer in exhibit.layers}


def quotient(content: Content, upper: str, lower: str) -> DataLayer:
    content.write(FILE, HEAD.format(id="people") + f"as_of: 2020\npoints: [{lower}]\n")
    content.write(
        "layers/output.yaml", HEAD.format(id="output") + f"as_of: 2020\npoints: [{upper}]\n"
    )
    content.write("layers/each.yaml", HEAD.format(id="each") + "divide: [output, people]\n")
    return layers(content)["each"]


def test_points_have_their_own_date_or_that_of_the_layer(content: Content) -> None:
    content.write(FILE, PEOPLE)

    layer = layers(content)["people"]

    assert content.messages() == []
    assert layer.years == (2018, 2022, 2024)
    assert [str(point.at) for point in layer.points] == ["2024", "2018", "2022"]


def test_a_table_gives_zones_years_and_values(content: Content) -> None:
    content.write("data/people.csv", TABLE)
    data = "data: {file: people.csv, zone: zone, at: year, value: people}\n"
    content.write(FILE, HEAD.format(id="people") + data)

    layer = layers(content)["people"]

    assert [(each.zone, each.value.written) for each in layer.values()] == [
        ("shenzhen", "30"),
        ("qianhai", "10"),
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("qianhia,2023,20", "data/people.csv:3:1: there is no zone 'qianhia'"),
        ("shenzhen,2023,20", "data/people.csv:3:1: 'shenzhen' has two values"),
        ("qianhai,2022,", "data/people.csv:3:14: nothing stands in the column 'people'"),
        ("qianhai,20x2,20", "data/people.csv:3:9: '20x2' is not a date"),
        ("qianhai,2022,2014-12-07", "data/people.csv:3:14: "),
    ],
)
def test_a_mistake_in_a_row_takes_the_row_away_and_is_told_there(
    content: Content, row: str, told: str
) -> None:
    lines = f"zone,year,people\nshenzhen,2023,30\n{row}\nqianhai,2023,10\n"
    content.write("data/people.csv", lines)
    data = "data: {file: people.csv, zone: zone, at: year, value: people}\n"
    content.write(FILE, HEAD.format(id="people") + data)

    layer = layers(content)["people"]

    (message,) = content.messages()
    assert message.startswith(told)
    assert [(each.zone, each.value.written) for each in layer.points] == [
        ("shenzhen", "30"),
        ("qianhai", "10"),
    ]


def test_a_year_without_a_value_takes_one_of_the_years_before(content: Content) -> None:
    content.write(FILE, PEOPLE)
    layer = layers(content)["people"]

    carried = layer.value("qianhai", 2024)
    assert carried is not None
    assert str(carried.at) == "2022"
    assert layer.value("qianhai", 2018) is None, "nothing of a later year"
    assert layer.value("shenzhen", 2022) is None, "nothing of four years ago"
    assert layer.opening_year == 2024


def test_a_value_before_a_change_of_method_stands_for_no_year_behind_it(content: Content) -> None:
    step = "breaks: [{before: 2023, note: {en: A, zh-Hant: 甲, zh-Hans: 甲, pt: A}}]\n"
    content.write(FILE, PEOPLE + step)
    layer = layers(content)["people"]

    assert content.messages() == []
    assert layer.value("qianhai", 2024) is None
    last, first, other = layer.points
    assert layer.comparable(first, other)
    assert not layer.comparable(last, other)


def test_equal_values_share_a_place(content: Content) -> None:
    content.write(FILE, PEOPLE.replace("0.68 million", "17.56 million"))

    assert layers(content)["people"].rank("qianhai") == Rank(1, 2, shared=True)


def test_what_is_counted_apart_has_no_place_and_is_never_compared(content: Content) -> None:
    apart = "apart: [qianhai]\ncaveat: {en: A, zh-Hant: 甲, zh-Hans: 甲, pt: A}\n"
    content.write(FILE, PEOPLE + apart)
    layer = layers(content)["people"]

    assert content.messages() == []
    assert layer.rank("qianhai") is None
    assert layer.rank("shenzhen") == Rank(1, 1)
    assert not layer.comparable(layer.points[0], layer.points[2])


def test_exhibit_yaml_orders_the_layers_and_the_others_follow(content: Content) -> None:
    for name in ("area", "people", "wealth"):
        content.write(f"layers/{name}.yaml", PEOPLE.replace("id: people", f"id: {name}"))
    content.change("exhibit.yaml", "map: bay.svg", "map: bay.svg\nlayers: [wealth, nothing]")

    assert list(layers(content)) == ["wealth", "area", "people"]
    assert [message.split(": ", 1)[0] for message in content.messages()] == ["exhibit.yaml:6:18"]


@pytest.mark.parametrize(
    ("upper", "lower", "told"),
    [
        ("346.59 billion", "7.47 million", "46400"),
        ("24.33 billion", "0.68 million", "36000"),
        ("0.68 million", "33", "21000"),
        ("1", "8", "0.1"),
        ("1.25", "5.00", "0.250"),
        ("9.96", "10.0", "0.996"),
        ("99.9 million", "1.0 million", "100"),
    ],
)
def test_a_quotient_is_as_exact_as_the_less_exact_number(
    content: Content, upper: str, lower: str, told: str
) -> None:
    layer = quotient(
        content, f"{{zone: qianhai, value: {upper}}}", f"{{zone: qianhai, value: {lower}}}"
    )

    (point,) = layer.points
    assert point.value.written == told


def test_a_quotient_knows_only_what_both_know_of_one_year(content: Content) -> None:
    layer = quotient(
        content,
        "{zone: qianhai, value: 6}, {zone: shenzhen, value: 8, at: 2021}",
        "{zone: qianhai, value: 2}, {zone: shenzhen, value: 4}",
    )

    (point,) = layer.points
    assert (point.zone, point.value.written, point.bound) == ("qianhai", "3", None)
    assert content.messages() == []


def test_a_layer_spoilt_by_a_save_keeps_saying_what_it_said(content: Content) -> None:
    memory = Memory()
    content.write(FILE, PEOPLE)
    read_exhibit(content.folder, memory)
    content.write(FILE, "id: [")

    reading = read_exhibit(content.folder, memory)

    assert reading.exhibit is not None
    assert [layer.id for layer in reading.exhibit.layers] == ["people"]
    assert reading.recalled == (FILE,)


def test_a_misspelt_key_takes_the_layer_with_it(content: Content) -> None:
    content.write(FILE, PEOPLE + "brakes: []\n")

    assert layers(content) == {}
    assert "unknown key 'brakes'" in content.messages()[0]
