"""Texts in YAML: quotation marks, brackets, and signs that a text cannot begin with."""

from __future__ import annotations

import pytest

from tests.exhibit.editing import ONE_CHANGE, QIANHAI, SHENZHEN


@pytest.mark.parametrize(
    ONE_CHANGE,
    [
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
            "{en: Qianhai,",
            "{en: 'Qianhai's bay',",
            [
                (
                    "zones/qianhai.yaml:5:20: the apostrophe in Qianhai's ends the text (write it"
                    " twice, Qianhai''s, or put \" at both ends of the text)"
                )
            ],
            id="an apostrophe within single quotation marks",
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
            "lead: true",
            "“lead”: true",
            ["zones/qianhai.yaml:14:5: curly quotation marks (use straight ones: \" or ')"],
            id="curly quotation marks around a key",
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
    ],
)
def test_a_mistake_in_quoting_is_told_with_its_place_and_what_to_do(
    told: list[str], messages: list[str]
) -> None:
    assert told == messages
