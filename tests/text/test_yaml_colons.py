"""Colons in YAML that are missing, full-width or one too many."""

from __future__ import annotations

import pytest

from tests.exhibit.editing import ONE_CHANGE, QIANHAI, SHENZHEN


@pytest.mark.parametrize(
    ONE_CHANGE,
    [
        pytest.param(
            QIANHAI,
            "kind: innovation-zone",
            "kind:innovation-zone",
            [
                (
                    "zones/qianhai.yaml:2:1: there is no space after 'kind:' (put a space"
                    " after the colon)"
                )
            ],
            id="no space after a colon",
        ),
        pytest.param(
            QIANHAI,
            "{en: Qianhai",
            "{en:Qianhai",
            [
                (
                    "zones/qianhai.yaml:5:8: there is no space after 'en:' (put a space after"
                    " the colon)"
                )
            ],
            id="no space after a colon in braces",
        ),
        pytest.param(
            SHENZHEN,
            (
                "      en: A strong steel.\n"
                "      zh-Hant: 鋼很強。\n"
                "      zh-Hans: 钢很强。\n"
                "      pt: Um aço forte."
            ),
            "      en:Steel",
            [
                (
                    "zones/shenzhen.yaml:13:7: there is no space after 'en:' (put a space"
                    " after the colon)"
                )
            ],
            id="no space after a colon below a key",
        ),
        pytest.param(
            QIANHAI,
            "kind: innovation-zone",
            "kind：innovation-zone",
            [
                (
                    "zones/qianhai.yaml:2:1: a full-width colon '：' after 'kind' (use an"
                    " ordinary colon and a space)"
                )
            ],
            id="a full width colon",
        ),
        pytest.param(
            QIANHAI,
            "{en: Qianhai",
            "{en：Qianhai",
            [
                (
                    "zones/qianhai.yaml:5:8: a full-width colon '：' after 'en' (use an"
                    " ordinary colon and a space)"
                )
            ],
            id="a full width colon in braces",
        ),
        pytest.param(
            QIANHAI,
            "id: qianhai",
            "id：qianhai",
            [
                (
                    "zones/qianhai.yaml:1:1: a full-width colon '：' after 'id' (use an"
                    " ordinary colon and a space)"
                )
            ],
            id="a full width colon in the first line",
        ),
        pytest.param(
            QIANHAI,
            "kind: innovation-zone",
            "innovation zone",
            [
                (
                    "zones/qianhai.yaml:2:1: there is no colon after 'innovation zone' (write"
                    " 'key: value', or indent the line if it continues the text above)"
                )
            ],
            id="a line without a colon",
        ),
        pytest.param(
            SHENZHEN,
            "en: A strong steel.",
            "en: Steel: strong.",
            [
                (
                    "zones/shenzhen.yaml:13:16: a second colon in the line (put quotation"
                    " marks around a text with a colon)"
                )
            ],
            id="a second colon in a text",
        ),
        pytest.param(
            SHENZHEN,
            "en: A strong steel.",
            "en: “Steel: strong”",
            [
                "zones/shenzhen.yaml:13:17: a second colon in the line, and curly quotation marks"
                " are letters for YAML (put straight quotation marks, \" or ', around the whole"
                " text)"
            ],
            id="curly quotation marks around a text with a colon",
        ),
    ],
)
def test_a_mistake_with_colons_is_told_with_its_place_and_what_to_do(
    told: list[str], messages: list[str]
) -> None:
    assert told == messages
