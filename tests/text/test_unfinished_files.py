"""Files that are empty, no mapping, or only half saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

QIANHAI = "zones/qianhai.yaml"


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        pytest.param(
            "",
            [("zones/qianhai.yaml:1:1: the file is empty (it may not have been saved completely)")],
            id="empty",
        ),
        pytest.param(
            (" \n\n"),
            [("zones/qianhai.yaml:1:1: the file is empty (it may not have been saved completely)")],
            id="blank",
        ),
        pytest.param(
            "# nothing yet\n",
            ["zones/qianhai.yaml:1:1: the file has nothing but comments"],
            id="comments",
        ),
        pytest.param(
            "- id: qianhai\n",
            [
                (
                    "zones/qianhai.yaml:1:1: the file is a list (begin each line with a key,"
                    " such as 'id: qianhai')"
                )
            ],
            id="a list",
        ),
        pytest.param(
            "Qianhai\n",
            [
                (
                    "zones/qianhai.yaml:1:1: the file is plain text (begin each line with a"
                    " key, such as 'id: qianhai')"
                )
            ],
            id="plain text",
        ),
        pytest.param(
            "id：qianhai\n",
            [
                (
                    "zones/qianhai.yaml:1:1: a full-width colon '：' after 'id' (use an"
                    " ordinary colon and a space)"
                )
            ],
            id="a full width colon only",
        ),
        pytest.param(
            (
                "id: qianhai\n"
                "kind: innovation-zone\n"
                "name: {en: Qianhai, zh-Hant: 前海, zh-Hans: 前海, pt: Qianhai}\n"
            ),
            [
                "zones/qianhai.yaml:1:1: 'introduction' is missing",
                (
                    "zones/qianhai.yaml:1:1: 'panels' is missing (the file may not have been"
                    " saved completely)"
                ),
            ],
            id="half",
        ),
        pytest.param(
            ("id: qianhai\nkind: innovation-zone\nname: {en: Qian"),
            [
                (
                    "zones/qianhai.yaml:3:7: '{' opens here and is not closed properly (check"
                    " the commas and quotation marks up to the closing '}')"
                )
            ],
            id="cut in a mapping",
        ),
        pytest.param(
            (
                "id: qianhai\n"
                "kind: facility\n"
                "name: {en: Q, zh-Hant: 前, zh-Hans: 前, pt: Q}\n"
                "introduction: {en: Q, zh-Hant: 前, zh-Hans: 前, pt: Q}\n"
                "panels:\n"
            ),
            ["zones/qianhai.yaml:5:1: 'panels' is empty (write a value or delete the line)"],
            id="cut after panels",
        ),
    ],
)
def test_a_file_that_is_no_mapping_or_only_half_of_one_says_so(
    content: Content, text: str, messages: list[str]
) -> None:
    content.write(QIANHAI, text)

    assert content.messages() == messages
