"""Ids used twice, names of things that are not there, and languages that are."""

from __future__ import annotations

import pytest

from tests.exhibit.editing import ONE_CHANGE, QIANHAI, SHENZHEN

EXHIBIT = "exhibit.yaml"
UNITS = "units.yaml"


@pytest.mark.parametrize(
    ONE_CHANGE,
    [
        pytest.param(
            UNITS,
            'zh-Hans: "{n}元"',
            'zh-Hans: "元"',
            [
                (
                    "units.yaml:6:54: 'phrase' has no {n} in 'zh-Hans' (write {n} where the"
                    " number stands)"
                )
            ],
            id="a phrase without a place for its number",
        ),
        pytest.param(
            QIANHAI,
            "source: peoples-daily-2024-06-16",
            "source: peoples-daily-2024-06-17",
            [
                (
                    "zones/qianhai.yaml:10:11: there is no source 'peoples-daily-2024-06-17'"
                    " (did you mean 'peoples-daily-2024-06-16'?"
                    " Or add it to sources.yaml)"
                )
            ],
            id="an unknown source of a panel",
        ),
        pytest.param(
            QIANHAI,
            "    value: 691",
            ("    value: 691\n    source: [peoples-daily-2024-06-16, xinhua]"),
            [("zones/qianhai.yaml:21:40: there is no source 'xinhua' (add it to sources.yaml)")],
            id="an unknown source of a fact",
        ),
        pytest.param(
            QIANHAI,
            "unit: yuan",
            "unit: yuann",
            [
                "zones/qianhai.yaml:26:11: there is no unit 'yuann' (did you mean 'yuan'?"
                " Or add it to units.yaml)"
            ],
            id="an unknown unit",
        ),
        pytest.param(
            QIANHAI,
            ("  unit: teams\n  of"),
            ("  unit: dollars\n  of"),
            ["zones/qianhai.yaml:33:9: there is no unit 'dollars' (add it to units.yaml)"],
            id="an unknown unit of a chart",
        ),
        pytest.param(
            QIANHAI,
            "id: raised",
            "id: hong-kong",
            [
                (
                    "zones/qianhai.yaml:23:9: the id 'hong-kong' is used twice in 'facts'"
                    " (choose another id)"
                )
            ],
            id="a fact id twice",
        ),
        pytest.param(
            QIANHAI,
            "id: growth",
            "id: teams",
            [
                (
                    "zones/qianhai.yaml:40:7: the id 'teams' is used twice in 'panels' (choose"
                    " another id)"
                )
            ],
            id="a panel id twice",
        ),
        pytest.param(
            QIANHAI,
            ", zh-Hans: 前海, pt: Qianhai}",
            ", zh-Hans: ''}",
            [
                (
                    "zones/qianhai.yaml:5:1: 'name' has no words in 'zh-Hans' and 'pt' (visitors"
                    " see another language there)"
                )
            ],
            id="an untranslated text",
        ),
        pytest.param(
            EXHIBIT,
            "[en, zh-Hant, zh-Hans, pt]",
            "[en, zh-Hant, zh-Hans]",
            [
                (
                    "exhibit.yaml:2:48: 'pt' is not among the languages of exhibit.yaml (add it"
                    " there or delete these words)"
                ),
                (
                    "sources.yaml:3:65: 'pt' is not among the languages of exhibit.yaml (add it"
                    " there or delete these words)"
                ),
                (
                    "units.yaml:3:69: 'pt' is not among the languages of exhibit.yaml (add it"
                    " there or delete these words)"
                ),
                (
                    "units.yaml:6:62: 'pt' is not among the languages of exhibit.yaml (add it"
                    " there or delete these words)"
                ),
                (
                    "units.yaml:9:55: 'pt' is not among the languages of exhibit.yaml (add it"
                    " there or delete these words)"
                ),
                (
                    "zones/qianhai.yaml:5:47: 'pt' is not among the languages of exhibit.yaml"
                    " (add it there or delete these words)"
                ),
                (
                    "zones/shenzhen.yaml:3:48: 'pt' is not among the languages of exhibit.yaml"
                    " (add it there or delete these words)"
                ),
            ],
            id="a language that is not shown",
        ),
        pytest.param(
            SHENZHEN,
            "id: shenzhen",
            "id: qianhai",
            [
                (
                    "zones/shenzhen.yaml:1:5: the id 'qianhai' is used twice, first in"
                    " zones/qianhai.yaml:1 (choose another id, or move a copy out of 'zones')"
                )
            ],
            id="a zone id twice",
        ),
        pytest.param(
            EXHIBIT,
            "map: bay.svg",
            ("map: bay.svg\nzones: [shenzhen]"),
            [
                (
                    "zones/qianhai.yaml:1:5: the zone 'qianhai' is not in the list 'zones' of"
                    " exhibit.yaml (it comes after the listed ones)"
                )
            ],
            id="an unlisted zone",
        ),
    ],
)
def test_a_mistake_in_names_is_told_with_its_place_and_what_to_do(
    told: list[str], messages: list[str]
) -> None:
    assert told == messages
