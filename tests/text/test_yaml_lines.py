"""Lines, keys and repetitions in YAML, and characters that nobody sees."""

from __future__ import annotations

import pytest

from tests.exhibit.editing import ONE_CHANGE, QIANHAI, SHENZHEN


@pytest.mark.parametrize(
    ONE_CHANGE,
    [
        pytest.param(
            QIANHAI,
            "  kind: facts",
            "\tkind: facts",
            ["zones/qianhai.yaml:9:1: a tab at the beginning of the line (use spaces)"],
            id="a tab at the beginning of a line",
        ),
        pytest.param(
            SHENZHEN,
            "      zh-Hant: 鋼很強。",
            "\tzh-Hant: 鋼很強。",
            ["zones/shenzhen.yaml:14:1: a tab at the beginning of the line (use spaces)"],
            id="a tab that continues a text",
        ),
        pytest.param(
            QIANHAI,
            "kind: innovation-zone",
            "kind\xa0: innovation-zone",
            [
                (
                    "zones/qianhai.yaml:2:1: an invisible space, U+00A0, in the key 'kind␣'"
                    " (type the key again)"
                )
            ],
            id="a no break space in a key",
        ),
        pytest.param(
            QIANHAI,
            "lead: true",
            "\u200blead: true",
            [
                (
                    "zones/qianhai.yaml:14:5: an invisible space, U+200B, in the key '␣lead'"
                    " (type the key again)"
                )
            ],
            id="a zero width space in a key",
        ),
        pytest.param(
            QIANHAI,
            ("  as_of: 2024-06\n  facts:"),
            (" as_of: 2024-06\n  facts:"),
            [
                (
                    "zones/qianhai.yaml:11:2: this line does not line up with the lines above"
                    " (indent it as far as its neighbours)"
                )
            ],
            id="a line that does not line up",
        ),
        pytest.param(
            QIANHAI,
            "kind: innovation-zone",
            " kind: innovation-zone",
            [
                (
                    "zones/qianhai.yaml:2:2: this line does not line up with the lines above"
                    " (indent it as far as its neighbours)"
                )
            ],
            id="a line too far to the right",
        ),
        pytest.param(
            QIANHAI,
            "in: [shenzhen]",
            "in: - shenzhen",
            [
                (
                    "zones/qianhai.yaml:3:5: a list with hyphens can't begin beside its key"
                    " (begin it in the next line)"
                )
            ],
            id="a list in the line of its key",
        ),
        pytest.param(
            QIANHAI,
            "    unit: yuan",
            ("    unit: yuan\n    <<: {bound: about}"),
            ["zones/qianhai.yaml:27:5: '<<' is not allowed (write the keys out)"],
            id="a merge key",
        ),
        pytest.param(
            QIANHAI,
            "    unit: yuan",
            "    [unit]: yuan",
            [
                (
                    "zones/qianhai.yaml:26:5: a key should be a plain word (quote a text with"
                    " brackets)"
                )
            ],
            id="a key that is a list",
        ),
        pytest.param(
            QIANHAI,
            "    unit: yuan",
            ("    unit: yuan\n    unit: teams"),
            [
                (
                    "zones/qianhai.yaml:27:5: 'unit' stands twice, first in line 26 (keep one"
                    " of the two)"
                )
            ],
            id="a key that stands twice",
        ),
        pytest.param(
            QIANHAI,
            "panels:",
            ("---\npanels:"),
            [
                (
                    "zones/qianhai.yaml:7:1: a second document begins here (delete the line"
                    " '---', or split the file)"
                )
            ],
            id="a second document",
        ),
        pytest.param(
            QIANHAI,
            "unit: yuan",
            "unit: *u",
            [
                (
                    "zones/qianhai.yaml:26:11: '*u' repeats something that is not there (put"
                    " quotation marks around a text that begins with '*')"
                )
            ],
            id="an alias of nothing",
        ),
        pytest.param(
            QIANHAI,
            "in: [shenzhen]",
            "in: &in [*in]",
            ["zones/qianhai.yaml:3:10: '*in' stands inside what it repeats"],
            id="an alias inside its anchor",
        ),
        pytest.param(
            QIANHAI,
            "unit: yuan",
            "unit: yu\x07an",
            [
                (
                    "zones/qianhai.yaml:26:13: an invisible control character, U+0007 (delete"
                    " it and type the word again)"
                )
            ],
            id="a control character",
        ),
        pytest.param(
            QIANHAI,
            "unit: yuan",
            "unit: yu\x00an",
            [
                (
                    "zones/qianhai.yaml:26:13: an invisible control character, U+0000 (delete"
                    " it and type the word again)"
                )
            ],
            id="a nul",
        ),
    ],
)
def test_a_mistake_in_lines_and_keys_is_told_with_its_place_and_what_to_do(
    told: list[str], messages: list[str]
) -> None:
    assert told == messages
