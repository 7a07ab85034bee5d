"""Keys, types and values that do not fit, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

EXHIBIT = "exhibit.yaml"
QIANHAI = "zones/qianhai.yaml"
SHENZHEN = "zones/shenzhen.yaml"
SOURCES = "sources.yaml"
UNITS = "units.yaml"


@pytest.mark.parametrize(
    ("file", "right", "wrong", "problems"),
    [
        pytest.param(
            QIANHAI,
            "    bound: more-than",
            "    buond: more-than",
            ["zones/qianhai.yaml:25:5: unknown key 'buond' (did you mean 'bound'?)"],
            id="an unknown key of a fact",
        ),
        pytest.param(
            QIANHAI,
            "panels:",
            ("colour: red\npanels:"),
            [
                (
                    "zones/qianhai.yaml:7:1: unknown key 'colour' (the keys here are id, kind,"
                    " in, map, name, introduction and panels)"
                )
            ],
            id="an unknown key with no neighbour",
        ),
        pytest.param(
            QIANHAI,
            "    value: 691\n",
            "",
            ["zones/qianhai.yaml:18:5: 'value' is missing"],
            id="a missing key of a fact",
        ),
        pytest.param(
            QIANHAI,
            "introduction: {en: A zone, zh-Hant: 一區, zh-Hans: 一区, pt: Uma zona}\n",
            "",
            ["zones/qianhai.yaml:1:1: 'introduction' is missing"],
            id="a missing key of the zone",
        ),
        pytest.param(
            QIANHAI,
            "kind: facts",
            "kind: fact",
            [
                (
                    "zones/qianhai.yaml:9:9: 'kind' is 'fact'; choose facts, chart or story"
                    " (did you mean 'facts'?)"
                )
            ],
            id="an unknown kind of panel",
        ),
        pytest.param(
            QIANHAI,
            "  kind: facts\n",
            "",
            ["zones/qianhai.yaml:8:3: 'kind' is missing"],
            id="a panel without a kind",
        ),
        pytest.param(
            QIANHAI,
            "kind: facts",
            "kind:",
            ["zones/qianhai.yaml:9:8: 'kind' is empty (write a value or delete the line)"],
            id="an empty kind",
        ),
        pytest.param(
            QIANHAI,
            "kind: innovation-zone",
            "kind: zone",
            [
                (
                    "zones/qianhai.yaml:2:7: 'kind' is 'zone'; choose region, city,"
                    " innovation-zone or facility"
                )
            ],
            id="an unknown kind of zone",
        ),
        pytest.param(
            QIANHAI,
            "chart: waffle",
            "chart: wafle",
            [
                (
                    "zones/qianhai.yaml:30:10: 'chart' is 'wafle'; choose waffle, share, bar,"
                    " ranking, line or timeline (did you mean 'waffle'?)"
                )
            ],
            id="an unknown chart",
        ),
        pytest.param(
            QIANHAI,
            "in: [shenzhen]",
            "in: {shenzhen: 1}",
            ["zones/qianhai.yaml:3:5: 'in' should be a list (begin each entry with '- ')"],
            id="a list that is a mapping",
        ),
        pytest.param(
            QIANHAI,
            "in: [shenzhen]",
            "in: shenzhen",
            ["zones/qianhai.yaml:3:5: 'in' should be a list (write [shenzhen])"],
            id="a list that is a text",
        ),
        pytest.param(
            QIANHAI,
            "map: {marker: qianhai, label_at: left, chip: [-40, 12.5]}",
            "map: qianhai",
            ["zones/qianhai.yaml:4:6: 'map' should have keys of its own, each with a colon"],
            id="a mapping that is a text",
        ),
        pytest.param(
            QIANHAI,
            "unit: yuan",
            "unit: [yuan]",
            [("zones/qianhai.yaml:26:11: 'unit' should be a text or a number, not a list or keys")],
            id="a text that is a list",
        ),
        pytest.param(
            QIANHAI,
            "id: qianhai",
            "id: {en: Qianhai}",
            [("zones/qianhai.yaml:1:5: 'id' should be a text or a number, not a list or keys")],
            id="an id that is a mapping",
        ),
        pytest.param(
            QIANHAI,
            "introduction: {en: A zone, zh-Hant: 一區, zh-Hans: 一区, pt: Uma zona}",
            "introduction: A zone",
            [
                (
                    "zones/qianhai.yaml:6:15: 'introduction' should have words for each"
                    " language (write {en: …, zh-Hant: …, zh-Hans: …, pt: …})"
                )
            ],
            id="a text without languages",
        ),
        pytest.param(
            QIANHAI,
            "{en: A zone, zh-Hant:",
            "{en: A zone, zh-hant:",
            ["zones/qianhai.yaml:6:28: unknown key 'zh-hant' (did you mean 'zh-Hant'?)"],
            id="a language in wrong letters",
        ),
        pytest.param(
            QIANHAI,
            "{en: A zone,",
            "{en: [A zone],",
            [("zones/qianhai.yaml:6:20: 'en' should be a text or a number, not a list or keys")],
            id="words that are a list",
        ),
        pytest.param(
            QIANHAI,
            "introduction: {en: A zone, zh-Hant: 一區, zh-Hans: 一区, pt: Uma zona}",
            "introduction: {en: ''}",
            ["zones/qianhai.yaml:6:15: 'introduction' has no words in any language"],
            id="words in no language",
        ),
        pytest.param(
            QIANHAI,
            "id: qianhai",
            "id: Qian Hai",
            [
                (
                    "zones/qianhai.yaml:1:5: 'Qian Hai' is not an id (use at most 64 small"
                    " letters, digits and single hyphens, such as 'qian-hai')"
                )
            ],
            id="a bad id",
        ),
        pytest.param(
            QIANHAI,
            "source: peoples-daily-2024-06-16",
            "source: [People's Daily]",
            [
                (
                    "zones/qianhai.yaml:10:12: 'People's Daily' is not an id (use at most 64"
                    " small letters, digits and single hyphens, such as 'people-s-daily')"
                )
            ],
            id="a bad source id",
        ),
        pytest.param(
            QIANHAI,
            "value: 4.2 billion",
            "value: 4.2 billions",
            [
                (
                    "zones/qianhai.yaml:24:12: '4.2 billions' is not a figure (write 1195,"
                    " 1,195, 4.2 billion or 2014-12-07)"
                )
            ],
            id="a bad figure",
        ),
        pytest.param(
            QIANHAI,
            "value: 1195",
            "value: 11,95",
            [
                (
                    "zones/qianhai.yaml:15:12: '11,95' is not a figure (write 1195, 1,195, 4.2"
                    " billion or 2014-12-07)"
                )
            ],
            id="a figure with a wrong comma",
        ),
        pytest.param(
            QIANHAI,
            "as_of: 2024-06",
            "as_of: June 2024",
            [
                (
                    "zones/qianhai.yaml:11:10: 'June 2024' is not a date (write 2024, 2024-06"
                    " or 2024-06-16)"
                )
            ],
            id="a bad date",
        ),
        pytest.param(
            QIANHAI,
            "as_of: 2024-06",
            "as_of: 2023-02-30",
            [
                (
                    "zones/qianhai.yaml:11:10: '2023-02-30' is not a date (write 2024, 2024-06"
                    " or 2024-06-16)"
                )
            ],
            id="a day that does not exist",
        ),
        pytest.param(
            QIANHAI,
            "value: 691",
            "value:",
            ["zones/qianhai.yaml:20:5: 'value' is empty (write a value or delete the line)"],
            id="an empty value",
        ),
        pytest.param(
            SHENZHEN,
            "source: peoples-daily-2024-06-16",
            "source: []",
            ["zones/shenzhen.yaml:26:5: 'source' has no entry"],
            id="no entry in a list",
        ),
        pytest.param(
            QIANHAI,
            "lead: true",
            "lead: ja",
            ["zones/qianhai.yaml:14:11: 'lead' is 'ja'; choose true or false"],
            id="a lead that is neither",
        ),
        pytest.param(
            QIANHAI,
            "[-40, 12.5]",
            "[-40, 12.5, 3]",
            [("zones/qianhai.yaml:4:46: 'chip' should be two numbers (write them as [-40, 12])")],
            id="a pair of three",
        ),
        pytest.param(
            QIANHAI,
            "[-40, 12.5]",
            "[-40]",
            [("zones/qianhai.yaml:4:46: 'chip' should be two numbers (write them as [-40, 12])")],
            id="a pair of one",
        ),
        pytest.param(
            QIANHAI,
            "[-40, 12.5]",
            "[left, 12.5]",
            ["zones/qianhai.yaml:4:47: 'left' is not a number (write -40 or 12.5)"],
            id="a pair of words",
        ),
        pytest.param(
            QIANHAI,
            "  - {id: hong-kong, value: 691,",
            (
                "  - {id: a, value: 1, label: {en: a}}\n"
                "  - {id: b, value: 1, label: {en: a}}\n"
                "  - {id: c, value: 1, label: {en: a}}\n"
                "  - {id: d, value: 1, label: {en: a}}\n"
                "  - {id: hong-kong, value: 691,"
            ),
            ["zones/qianhai.yaml:37:3: 'series' has more than 4 entries"],
            id="too many series",
        ),
        pytest.param(
            EXHIBIT,
            "format: 1",
            "format: 2",
            ["exhibit.yaml:1:9: 'format' is '2'; choose 1"],
            id="an unknown format",
        ),
        pytest.param(
            EXHIBIT, "format: 1\n", "", ["exhibit.yaml:1:1: 'format' is missing"], id="no format"
        ),
        pytest.param(
            EXHIBIT,
            "zh-Hans, pt]",
            "zh-Hans, fr]",
            [
                (
                    "exhibit.yaml:4:35: entry 4 of 'languages' is 'fr'; choose en, zh-Hant,"
                    " zh-Hans or pt"
                )
            ],
            id="an unknown language",
        ),
        pytest.param(
            EXHIBIT,
            "[en, zh-Hant, zh-Hans, pt]",
            "[]",
            ["exhibit.yaml:4:1: 'languages' has no entry"],
            id="no language",
        ),
        pytest.param(
            EXHIBIT,
            "bay.svg",
            "bai.svg",
            ["exhibit.yaml:5:6: there is no map 'bai.svg' (did you mean 'bay.svg'?)"],
            id="a map that is not there",
        ),
        pytest.param(
            EXHIBIT,
            "bay.svg",
            "../../bay.svg",
            ["exhibit.yaml:5:6: there is no map '../../bay.svg' (did you mean 'bay.svg'?)"],
            id="a map outside",
        ),
        pytest.param(
            EXHIBIT,
            "map: bay.svg",
            ("map: bay.svg\nzones: [shenzen, qianhai]"),
            [
                "exhibit.yaml:6:9: there is no zone 'shenzen' (did you mean 'shenzhen'?)",
                (
                    "zones/shenzhen.yaml:1:5: the zone 'shenzhen' is not in the list 'zones'"
                    " of exhibit.yaml (it comes after the listed ones)"
                ),
            ],
            id="an unknown zone in the order",
        ),
        pytest.param(
            SOURCES,
            "  date: 2024-06-16\n",
            "",
            ["sources.yaml:2:3: 'date' is missing"],
            id="a source without a date",
        ),
        pytest.param(
            SOURCES,
            "peoples-daily-2024-06-16:\n",
            ("xinhua: Xinhua\npeoples-daily-2024-06-16:\n"),
            ["sources.yaml:1:9: 'xinhua' should have keys of its own, each with a colon"],
            id="a source that is a text",
        ),
        pytest.param(
            SOURCES,
            "  date: 2024-06-16\n",
            ("  date: 2024-06-16\n  id: x\n"),
            [
                (
                    "sources.yaml:5:3: unknown key 'id' (the keys here are title, publisher,"
                    " date and address)"
                )
            ],
            id="an id in a source",
        ),
        pytest.param(
            UNITS,
            "teams:\n",
            (
                "Teams!: {kind: count, phrase: {en: '{n}', zh-Hant: '{n}', zh-Hans: '{n}',"
                " pt: '{n}'}}\n"
                "teams:\n"
            ),
            [
                (
                    "units.yaml:1:1: 'Teams!' is not an id (use at most 64 small letters,"
                    " digits and single hyphens, such as 'teams')"
                )
            ],
            id="a bad key of units",
        ),
        pytest.param(
            UNITS,
            "kind: measure",
            "kind: measures",
            [
                (
                    "units.yaml:5:9: 'kind' is 'measures'; choose count, measure or date (did"
                    " you mean 'measure'?)"
                )
            ],
            id="a bad kind of unit",
        ),
    ],
)
def test_a_mistake_is_reported_with_its_place_and_what_to_do(
    content: Content, file: str, right: str, wrong: str, problems: list[str]
) -> None:
    content.change(file, right, wrong)

    assert content.problems() == problems
