"""Keys and types of a zone that do not fit, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exhibit.editing import ONE_CHANGE, QIANHAI

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content


@pytest.mark.parametrize(
    ONE_CHANGE,
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
                    " status, in, map, name, introduction, inset, from, until and panels)"
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
                    "zones/qianhai.yaml:9:9: 'kind' is 'fact'; choose facts, chart, story, people,"
                    " quote, events, gallery or comparison"
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
                    " ranking, line, timeline, areas or depths (did you mean 'waffle'?)"
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
            [
                (
                    "zones/qianhai.yaml:26:11: 'unit' should be a text or a number,"
                    " not a list or keys (write a single one)"
                )
            ],
            id="a text that is a list",
        ),
        pytest.param(
            QIANHAI,
            "id: qianhai",
            "id: {en: Qianhai}",
            [
                (
                    "zones/qianhai.yaml:1:5: 'id' should be a text or a number,"
                    " not a list or keys (write a single one)"
                )
            ],
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
            [
                (
                    "zones/qianhai.yaml:6:20: 'en' should be a text or a number,"
                    " not a list or keys (write a single one)"
                )
            ],
            id="words that are a list",
        ),
        pytest.param(
            QIANHAI,
            "introduction: {en: A zone, zh-Hant: 一區, zh-Hans: 一区, pt: Uma zona}",
            "introduction: {en: ''}",
            [
                "zones/qianhai.yaml:6:15: 'introduction' has no words in any language"
                " (write what visitors are to read)"
            ],
            id="words in no language",
        ),
    ],
)
def test_a_mistake_in_keys_is_told_with_its_place_and_what_to_do(
    told: list[str], messages: list[str]
) -> None:
    assert told == messages


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("6,2", "write 6.2, or put quotation marks around a text"),
        ("-6,25", "write -6.25, or put quotation marks around a text"),
        ("6,2 million", "write 6.2 million, or put quotation marks around a text"),
        ("6,2%", "write 6.2, or put quotation marks around a text"),
        ("1,195", "write 1195, or put quotation marks around a text"),
        ("4,833,329", "write 4833329, or put quotation marks around a text"),
        # What stands twice is no key that is repeated.
        ("1,000,000", "write 1000000, or put quotation marks around a text"),
        ("1,195.5", "write 1195.5, or put quotation marks around a text"),
        ("2023,2024", "put quotation marks around a text with a comma"),
    ],
)
def test_a_number_with_commas_between_brackets_is_told_once_and_whole(
    content: Content, written: str, hint: str
) -> None:
    content.change(QIANHAI, "- {id: hong-kong, value: 691", f"- {{id: hong-kong, value: {written}")

    said = f"between brackets the comma ends what was to be '{written}' ({hint})"
    assert content.messages() == [f"zones/qianhai.yaml:37:28: {said}"]


def test_what_follows_a_comma_and_a_space_is_no_part_of_a_number(content: Content) -> None:
    content.change(QIANHAI, "{id: hong-kong, value: 691,", "{id: hong-kong, value: 691, 5,")

    (message,) = content.messages()

    assert "the comma before '5' ends the text" in message
