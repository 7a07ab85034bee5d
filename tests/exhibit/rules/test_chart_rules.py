"""What a share and a ranking need, and what curators are told when it is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.model.exhibit import ChartPanel
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from tests.exhibit.rules.chart_panels import (
    LABEL,
    PLACE,
    RANKING,
    SHARE,
    TIMELINE,
    add,
    add_spoiled,
    line,
    of_the_whole,
)

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content


@pytest.mark.parametrize("chart", [SHARE, RANKING, TIMELINE, TIMELINE + "  unit: day\n"])
def test_a_sound_chart_of_each_kind_is_read(content: Content, chart: str) -> None:
    add(content, chart)

    reading = read_exhibit(content.folder)

    assert [str(message) for message in reading.messages] == []
    assert reading.exhibit is not None
    zone = reading.exhibit.zone("qianhai")
    assert zone is not None
    assert isinstance(zone.panel("new"), ChartPanel)


@pytest.mark.parametrize(
    ("right", "wrong", "messages"),
    [
        pytest.param("  of: 1195\n", "", [f"{PLACE}: 'of' is missing"], id="no whole"),
        pytest.param("  unit: teams\n", "", [f"{PLACE}: 'unit' is missing"], id="no unit"),
        pytest.param(
            "of: 1195",
            "of: 0",
            [f"{line(3, 7)}: 0 can't be divided into parts (write a number above 0)"],
            id="a whole of nothing",
        ),
        pytest.param(
            "of: 1195",
            "of: 790",
            [f"{line(3, 7)}: the series are 791 together, but 'of' is 790"],
            id="parts above the whole",
        ),
        pytest.param(
            "  rest: {en: others, zh-Hant: 其他, zh-Hans: 其他, pt: outras}\n",
            "",
            [
                f"{line(3, 7)}: the series leave 404 of the whole without a name"
                " (say in 'rest' what they are)"
            ],
            id="a nameless rest",
        ),
        pytest.param(
            "value: 691",
            "value: -691",
            [f"{line(6, 28)}: -691 can't be shown as part of a bar (write a number above 0)"],
            id="a negative part",
        ),
        pytest.param(
            "value: 691, ",
            "",
            [
                f"{line(6, 5)}: the series 'hong-kong' has no 'value'"
                " (a share shows one value a series)"
            ],
            id="no value",
        ),
        pytest.param(
            "value: 691,",
            "value: 691, points: [{value: 1}],",
            [f"{line(6, 33)}: 'points' means nothing in a share chart (delete the line)"],
            id="points",
        ),
        pytest.param(
            "value: 691",
            "value: 2014-12-07",
            [
                f"{line(6, 28)}: '2014-12-07' is a date, but the unit 'teams' needs a number"
                " (write 1195, 1,195 or 4.2 billion)"
            ],
            id="a date for a part",
        ),
        pytest.param(
            "of: 1195",
            "of: 1195\n  scale: rank",
            [f"{line(4, 3)}: 'scale' means nothing in a share chart (delete the line)"],
            id="a scale",
        ),
    ],
)
def test_a_mistake_in_a_share(
    content: Content, right: str, wrong: str, messages: list[str]
) -> None:
    add_spoiled(content, SHARE, right, wrong)

    assert content.messages() == messages


@pytest.mark.parametrize(
    ("right", "wrong", "messages"),
    [
        pytest.param(
            "zone: qianhai, ",
            "",
            [f"{line(7, 7)}: nobody can tell what is ranked here (add 'zone' or 'label')"],
            id="a row without a name",
        ),
        pytest.param(
            "zone: qianhai, value: 691",
            "zone: qianhai",
            [f"{line(7, 7)}: 'value' is missing"],
            id="a row without a value",
        ),
        pytest.param(
            "zone: qianhai",
            "zone: shenzhen",
            [f"{line(8, 14)}: the zone 'shenzhen' is ranked twice (keep one of the two)"],
            id="a zone twice",
        ),
        pytest.param(
            "zone: qianhai",
            "at: 2024, zone: qianhai",
            [f"{line(7, 8)}: 'at' means nothing in a ranking chart (delete the line)"],
            id="a date",
        ),
        pytest.param(
            "    - {zone: qianhai, value: 691}\n",
            f"    - {{value: 1, {LABEL}}}\n" * 10,
            [
                f"{line(4, 5)}: the series 'all' has 12 points; a ranking holds 11"
                " (leave some out or make two charts)"
            ],
            id="twelve rows",
        ),
        pytest.param(
            "value: 691",
            "value: 2014-12-07",
            [
                f"{line(7, 30)}: '2014-12-07' is a date, but the unit 'teams' needs a number"
                " (write 1195, 1,195 or 4.2 billion)"
            ],
            id="a date for a value",
        ),
        pytest.param(
            "  series:\n",
            f"  of: 7\n  series:\n  - {{id: one, {LABEL}, points: [{{value: 1, {LABEL}}}]}}\n",
            [
                f"{line(3, 3)}: 'of' means nothing in a ranking chart (delete the line)",
                f"{line(6, 5)}: a ranking shows one series (move its points into the first series)",
            ],
            id="a whole and a second series",
        ),
    ],
)
def test_a_mistake_in_a_ranking(
    content: Content, right: str, wrong: str, messages: list[str]
) -> None:
    add_spoiled(content, RANKING, right, wrong)

    assert content.messages() == messages


@pytest.mark.parametrize(
    ("zone", "hint"),
    [
        ("quianhai", "did you mean 'qianhai'? Or name it with 'label' instead"),
        ("peng-cheng", "name it with 'label' instead"),
    ],
)
def test_a_ranking_ranks_zones_and_not_what_is_only_on_the_map(
    content: Content, zone: str, hint: str
) -> None:
    add(content, RANKING.replace("zone: qianhai", f"zone: {zone}"))

    assert of_the_whole(content) == [f"{line(7, 14)}: there is no zone '{zone}' ({hint})"]


def test_a_ranking_from_a_table_needs_a_column_of_zones(content: Content) -> None:
    rows = RANKING.partition("    points:\n")[0]
    content.write("data/places.csv", "place,year,teams\nqianhai,2024,691\npeng-cheng,2024,5\n")
    add(content, rows + "    data: {file: places.csv, zone: place, value: teams}\n")
    assert content.messages() == []
    assert of_the_whole(content) == [
        f"{line(6, 11)}: there is no zone 'peng-cheng' (name it with 'label' instead)"
    ]

    add(content, rows + "    data: {file: places.csv, at: year, value: teams}\n")
    assert content.messages() == [
        f"{line(6, 11)}: nobody can tell what is ranked here (add 'zone' or 'label')",
        f"{line(6, 30)}: 'at' means nothing in a ranking chart (delete the line)",
    ]


@pytest.mark.parametrize("kind", ["bar", "line"])
def test_only_a_timeline_does_without_a_unit_and_values(content: Content, kind: str) -> None:
    add(content, TIMELINE.replace("timeline", kind).replace("2014-12-07", "2016"))

    messages = content.messages()

    assert messages[:3] == [
        f"{PLACE}: 'unit' is missing",
        f"{line(6, 7)}: 'value' is missing",
        f"{line(7, 7)}: 'value' is missing",
    ]


def test_a_broken_chart_is_left_out_and_the_others_stay(content: Content) -> None:
    add(content, RANKING.replace("value: 691", "value: x"))

    exhibit = read_exhibit(content.folder).exhibit

    assert exhibit is not None
    zone = exhibit.zone("qianhai")
    assert zone is not None
    assert [panel.id for panel in zone.panels] == ["teams", "six-in-ten", "growth"]


DEPTHS = f"  chart: depths\n  unit: yuan\n  series: [{{id: a, value: 7, {LABEL}}}]\n"


@pytest.mark.parametrize(
    ("phrase", "is_told"),
    [
        ("{n} yuan", True),
        ("{n} m²", True),
        ("{n} m", False),
        ("{n} Metres", False),
        ("{n} inches", False),
    ],
)
def test_depths_are_lengths(content: Content, phrase: str, is_told: bool) -> None:
    content.change("units.yaml", 'en: "{n} yuan"', f'en: "{phrase}"')
    add(content, DEPTHS)

    told = [message for message in content.messages() if "depths are lengths" in message]

    assert bool(told) is is_told
    exhibit = read_exhibit(content.folder).exhibit
    zone = exhibit.zone("qianhai") if exhibit else None
    assert zone is not None
    assert zone.panel("new") is not None
