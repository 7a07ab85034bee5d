"""Figures that lack something, do not fit their unit, or are no part of their whole."""

from __future__ import annotations

import pytest

from tests.exhibit.editing import ONE_CHANGE, QIANHAI


@pytest.mark.parametrize(
    ONE_CHANGE,
    [
        pytest.param(
            QIANHAI,
            "unit: yuan",
            "unit: day",
            [
                (
                    "zones/qianhai.yaml:24:12: '4.2 billion' is not a date, but the unit 'day'"
                    " is one (write 2014, 2014-12 or 2014-12-07)"
                )
            ],
            id="a number where a date is needed",
        ),
        pytest.param(
            QIANHAI,
            "value: 4.2 billion",
            "value: 2014-12-07",
            [
                (
                    "zones/qianhai.yaml:24:12: '2014-12-07' is a date, but the unit 'yuan'"
                    " needs a number (write 1195, 1,195 or 4.2 billion)"
                )
            ],
            id="a date where a number is needed",
        ),
        pytest.param(
            QIANHAI,
            ("  source: peoples-daily-2024-06-16\n  as_of: 2024-06\n  facts:"),
            ("  as_of: 2024-06\n  facts:"),
            [
                (
                    "zones/qianhai.yaml:12:5: the figure 'all' has no source (add 'source' to"
                    " it or to its panel)"
                ),
                (
                    "zones/qianhai.yaml:17:5: the figure 'hong-kong' has no source (add"
                    " 'source' to it or to its panel)"
                ),
                (
                    "zones/qianhai.yaml:22:5: the figure 'raised' has no source (add 'source'"
                    " to it or to its panel)"
                ),
            ],
            id="a fact without a source",
        ),
        pytest.param(
            QIANHAI,
            ("  as_of: 2024-06\n  facts:"),
            "  facts:",
            [
                (
                    "zones/qianhai.yaml:12:5: the figure 'all' has no date (add 'as_of' to it"
                    " or to its panel)"
                ),
                (
                    "zones/qianhai.yaml:17:5: the figure 'hong-kong' has no date (add 'as_of'"
                    " to it or to its panel)"
                ),
                (
                    "zones/qianhai.yaml:22:5: the figure 'raised' has no date (add 'as_of' to"
                    " it or to its panel)"
                ),
            ],
            id="a fact without a date",
        ),
        pytest.param(
            QIANHAI,
            "part_of: all",
            "part_of: al",
            [
                (
                    "zones/qianhai.yaml:19:14: there is no fact 'al' in this panel (did you"
                    " mean 'all'? Or add it)"
                )
            ],
            id="a part of nothing",
        ),
        pytest.param(
            QIANHAI,
            "part_of: all",
            "part_of: hong-kong",
            ["zones/qianhai.yaml:19:14: the fact 'hong-kong' would be a part of itself"],
            id="a part of itself",
        ),
        pytest.param(
            QIANHAI,
            ("    value: 691\n    unit: teams"),
            ("    value: 691\n    unit: yuan"),
            [
                (
                    "zones/qianhai.yaml:21:11: the part counts 'yuan', but 'all' counts"
                    " 'teams' (a part and its whole need the same unit)"
                )
            ],
            id="a part with another unit",
        ),
        pytest.param(
            QIANHAI,
            "    value: 691\n",
            "    value: 1,196\n",
            ["zones/qianhai.yaml:20:12: the part, 1,196, is larger than 'all', 1195"],
            id="a part larger than the whole",
        ),
        pytest.param(
            QIANHAI,
            "  - id: raised",
            (
                "  - {id: macao, part_of: all, value: 505, unit: teams, label: {en: M,"
                " zh-Hant: 澳, zh-Hans: 澳, pt: M}}\n"
                "  - id: raised"
            ),
            [
                (
                    "zones/qianhai.yaml:23:38: the parts of 'all' are 1196 together, but it is"
                    " only 1195"
                )
            ],
            id="parts larger together",
        ),
        pytest.param(
            QIANHAI,
            "    lead: true\n",
            "",
            [
                (
                    "zones/qianhai.yaml:12:3: no fact of this panel leads (add 'lead: true' to"
                    " the one shown very large)"
                )
            ],
            id="no lead",
        ),
        pytest.param(
            QIANHAI,
            "    part_of: all",
            ("    part_of: all\n    lead: true"),
            [
                (
                    "zones/qianhai.yaml:20:5: the fact 'all' leads already (keep 'lead: true'"
                    " in one of the two)"
                )
            ],
            id="two leads",
        ),
    ],
)
def test_a_mistake_in_facts_is_told_with_its_place_and_what_to_do(
    told: list[str], messages: list[str]
) -> None:
    assert told == messages
