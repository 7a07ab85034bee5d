"""Ids, figures, dates and other values that are none."""

from __future__ import annotations

import pytest

from tests.exhibit.editing import ONE_CHANGE, QIANHAI, SHENZHEN


@pytest.mark.parametrize(
    ONE_CHANGE,
    [
        pytest.param(
            QIANHAI,
            "kind: facts",
            "kind:",
            ["zones/qianhai.yaml:9:8: 'kind' is empty (write a value or delete the line)"],
            id="an empty kind",
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
            ["zones/qianhai.yaml:24:12: '4.2 billions' is not a figure (write 4.2 billion)"],
            id="a bad figure",
        ),
        pytest.param(
            QIANHAI,
            "value: 1195",
            "value: 11,95",
            ["zones/qianhai.yaml:15:12: '11,95' is not a figure (write 11.95)"],
            id="a figure with a wrong comma",
        ),
        pytest.param(
            QIANHAI,
            "as_of: 2024-06",
            "as_of: June 2024",
            ["zones/qianhai.yaml:11:10: 'June 2024' is not a date (write 2024-06)"],
            id="a bad date",
        ),
        pytest.param(
            QIANHAI,
            "as_of: 2024-06",
            "as_of: 2023-02-30",
            ["zones/qianhai.yaml:11:10: '2023-02-30' is not a date (2023-02 has 28 days)"],
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
    ],
)
def test_a_mistake_in_a_value_is_told_with_its_place_and_what_to_do(
    told: list[str], messages: list[str]
) -> None:
    assert told == messages
