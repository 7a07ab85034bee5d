"""Mistakes of YAML itself, in a curator's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

QIANHAI = "zones/qianhai.yaml"
SHENZHEN = "zones/shenzhen.yaml"


@pytest.mark.parametrize(
    ("file", "right", "wrong", "problems"),
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
            "id: qianhai",
            'id: "qianhai',
            [
                (
                    "zones/qianhai.yaml:1:5: a quotation mark opens here and is never closed"
                    " (close it)"
                )
            ],
            id="an unclosed quotation mark",
        ),
        pytest.param(
            QIANHAI,
            "unit: yuan",
            "unit: 'yuan",
            [
                (
                    "zones/qianhai.yaml:26:11: a quotation mark opens here and is never closed"
                    " (close it)"
                )
            ],
            id="an unclosed single quotation mark",
        ),
        pytest.param(
            QIANHAI,
            "pt: Qianhai}",
            "pt: Qianhai",
            [
                (
                    "zones/qianhai.yaml:5:7: '{' opens here and is not closed properly (check"
                    " the commas and quotation marks up to the closing '}')"
                )
            ],
            id="an unclosed brace",
        ),
        pytest.param(
            QIANHAI,
            "in: [shenzhen]",
            "in: [shenzhen",
            [
                (
                    "zones/qianhai.yaml:3:5: '[' opens here and is not closed properly (check"
                    " the commas and quotation marks up to the closing ']')"
                )
            ],
            id="an unclosed bracket",
        ),
        pytest.param(
            QIANHAI,
            "in: [shenzhen]",
            "in: ]",
            [
                (
                    "zones/qianhai.yaml:3:5: ']' closes something that never opened (delete"
                    " it, or quote the text)"
                )
            ],
            id="a closing brace too many",
        ),
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
            ["zones/shenzhen.yaml:13:7: curly quotation marks (use straight ones: \" or ')"],
            id="curly quotation marks around a text with a colon",
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
            "lead: true",
            "“lead”: true",
            ["zones/qianhai.yaml:14:5: curly quotation marks (use straight ones: \" or ')"],
            id="curly quotation marks around a key",
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
            SHENZHEN,
            "en: A strong steel.",
            'en: "A strong" steel',
            [
                (
                    "zones/shenzhen.yaml:13:22: something stands after the end of a text (put"
                    " quotation marks around the whole text, and the other kind inside)"
                )
            ],
            id="text after a quoted text",
        ),
        pytest.param(
            QIANHAI,
            "unit: yuan",
            "unit: @yuan",
            [
                (
                    "zones/qianhai.yaml:26:11: a text can't begin with '@' (put quotation"
                    " marks around the text)"
                )
            ],
            id="a text that begins with at",
        ),
        pytest.param(
            QIANHAI,
            "unit: yuan",
            "unit: *yuan",
            [
                (
                    "zones/qianhai.yaml:26:11: '*yuan' repeats something that is not there"
                    " (put quotation marks around a text that begins with '*')"
                )
            ],
            id="a text that begins with a star",
        ),
        pytest.param(
            QIANHAI,
            "unit: yuan",
            "unit: & yuan",
            [
                (
                    "zones/qianhai.yaml:26:11: a text can't begin with '&' (put quotation"
                    " marks around the text)"
                )
            ],
            id="a text that begins with an ampersand",
        ),
        pytest.param(
            QIANHAI,
            "unit: yuan",
            "unit: %yuan",
            [
                (
                    "zones/qianhai.yaml:26:11: a text can't begin with '%' (put quotation"
                    " marks around the text)"
                )
            ],
            id="a text that begins with a percent sign",
        ),
        pytest.param(
            QIANHAI,
            "unit: yuan",
            "unit: !yuan x",
            [
                (
                    "zones/qianhai.yaml:26:11: '!yuan' is not allowed (put quotation marks"
                    " around a text with '!')"
                )
            ],
            id="a tag",
        ),
        pytest.param(
            QIANHAI,
            "unit: yuan",
            'unit: "\\q"',
            [
                (
                    "zones/qianhai.yaml:26:12: a backslash in double quotation marks means"
                    " something else in YAML (use single quotation marks)"
                )
            ],
            id="a backslash",
        ),
        pytest.param(
            SHENZHEN,
            "en: A strong steel.",
            "en: | A strong steel.",
            [
                (
                    "zones/shenzhen.yaml:13:13: text stands beside '|' or '>' (begin the text"
                    " on the next line)"
                )
            ],
            id="a text beside a block sign",
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
def test_a_mistake_is_reported_with_its_place_and_what_to_do(
    content: Content, file: str, right: str, wrong: str, problems: list[str]
) -> None:
    content.change(file, right, wrong)

    assert content.problems() == problems


@pytest.mark.parametrize(
    ("text", "problems"),
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
    content: Content, text: str, problems: list[str]
) -> None:
    content.write(QIANHAI, text)

    assert content.problems() == problems
