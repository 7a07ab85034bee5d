"""What a timeline needs, and what curators are told when it is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exhibit.rules.chart_panels import LABEL, TIMELINE, add, add_spoiled, line

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content


@pytest.mark.parametrize(
    ("right", "wrong", "messages"),
    [
        pytest.param(
            "at: 2024-06-16, ",
            "",
            [
                f"{line(6, 7)}: an event of a timeline needs a date"
                " (add 'at': 2024, 2024-06 or 2024-06-16)"
            ],
            id="an event without a date",
        ),
        pytest.param(
            f"at: 2018, {LABEL}",
            "at: 2018",
            [f"{line(8, 7)}: an event of a timeline needs words (say in 'label' what happened)"],
            id="an event without words",
        ),
        pytest.param(
            "at: 2018,",
            "at: 2018, value: 7, bound: about,",
            [
                f"{line(8, 18)}: 'value' means nothing in a timeline chart (delete the line)",
                f"{line(8, 28)}: 'bound' means nothing in a timeline chart (delete the line)",
            ],
            id="an event with a value",
        ),
        pytest.param(
            f"    - {{at: 2018, {LABEL}}}\n",
            f"    - {{at: 2018, {LABEL}}}\n" * 7,
            [
                f"{line(3, 5)}: the series 'all' has 9 points; a timeline holds 8"
                " (leave some out or make two charts)"
            ],
            id="nine events",
        ),
        pytest.param(
            f"    - {{at: 2024-06-16, {LABEL}}}\n    - {{at: 2014-12-07, {LABEL}}}\n",
            "",
            [f"{line(3, 5)}: the series 'all' needs at least 2 points"],
            id="one event",
        ),
        pytest.param(
            "chart: timeline\n",
            "chart: timeline\n  unit: dollars\n",
            [f"{line(2, 9)}: there is no unit 'dollars' (add it to units.yaml)"],
            id="an unknown unit",
        ),
    ],
)
def test_a_mistake_in_a_timeline(
    content: Content, right: str, wrong: str, messages: list[str]
) -> None:
    add_spoiled(content, TIMELINE, right, wrong)

    assert content.messages() == messages


def test_a_timeline_has_no_table(content: Content) -> None:
    rows = TIMELINE.partition("    points:\n")[0]
    add(content, rows + "    data: {file: teams.csv, at: year, value: teams}\n")

    assert content.messages() == [
        f"{line(5, 5)}: 'data' means nothing in a timeline chart (delete the line)"
    ]
