"""A comment can allow a warning on the spot, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.rules import (
    age_rules,
    count_rules,
    figure_rules,
    hash_rules,
    letter_rules,
    markdown_rules,
    number_rules,
    placeholder_rules,
    prose_rules,
    usage_rules,
)
from kiosk.exhibit.translating import glossary
from kiosk.shipped import shipped
from tests.exhibit.editing import INTRODUCTION, QIANHAI, SHENZHEN, messages, repeated

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

LONG = repeated("Word", 26)


@pytest.mark.parametrize(
    "written",
    [
        f"sentence: # allow long-sentence: a quotation\n    {{en: {LONG}, zh-Hant: 增長。,",
        f"# allow long-sentence: a quotation\n  sentence: {{en: {LONG}, zh-Hant: 增長。,",
        f"# allow long-sentence: a quotation\n  # It is famous.\n  sentence: {{en: {LONG},"
        " zh-Hant: 增長。,",
        f"sentence: {{en: {LONG}, # allow long-sentence: a quotation\n    zh-Hant: 增長。,",
    ],
    ids=["beside the key", "above", "above another comment", "on the line"],
)
def test_a_warning_can_be_allowed_with_a_reason(content: Content, written: str) -> None:
    content.change(QIANHAI, "sentence: {en: It grows., zh-Hant: 增長。,", written)

    assert messages(content) == []


def test_a_block_is_allowed_beside_its_language(content: Content) -> None:
    content.change(
        SHENZHEN,
        "      en: A strong steel.",
        f"      en: | # allow long-sentence: a quotation\n        A steel.\n        {LONG}.",
    )

    assert messages(content) == []


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        (
            "# allow long-sentence",
            "6:1: 'long-sentence' is allowed here without a reason"
            " (write '# allow long-sentence: why') [silence-without-reason]",
        ),
        (
            "# allow long-sentence:",
            "6:1: 'long-sentence' is allowed here without a reason"
            " (write '# allow long-sentence: why') [silence-without-reason]",
        ),
        (
            "# allow long-sentense: a quotation",
            "6:1: 'long-sentense' is not a warning that can be allowed"
            " (did you mean 'long-sentence'?) [unknown-silence]",
        ),
        (
            "# allow nothing: nobody knows",
            "6:1: 'nothing' is not a warning that can be allowed [unknown-silence]",
        ),
    ],
)
def test_a_warning_is_not_allowed_just_so(content: Content, comment: str, message: str) -> None:
    content.change(QIANHAI, INTRODUCTION, f"{comment}\n{INTRODUCTION}".replace("A zone", LONG))

    assert messages(content) == [
        f"zones/qianhai.yaml:{message}",
        "zones/qianhai.yaml:7:20: a sentence of 26 words in en; 25 are the most"
        " (make two sentences of it) [long-sentence]",
    ]


@pytest.mark.parametrize(
    ("rule", "reason"),
    [("long-sentence", "it was long"), ("fraction-of-count", "halves")],
    ids=["a rule of texts", "a rule of any other file"],
)
def test_what_nobody_breaks_is_known_and_need_not_be_allowed(
    content: Content, rule: str, reason: str
) -> None:
    content.change(QIANHAI, INTRODUCTION, f"{INTRODUCTION} # allow {rule}: {reason}")

    assert messages(content) == [
        f"zones/qianhai.yaml:6:68: '{rule}' is allowed here, but nothing breaks it"
        " (delete the comment) [unused-silence]"
    ]


def test_a_warning_of_the_reading_can_be_allowed_too(content: Content) -> None:
    content.change(QIANHAI, ", pt: Qianhai}", "} # allow untranslated: alike everywhere")

    assert messages(content) == []


OF_TEXTS = (
    age_rules,
    count_rules,
    figure_rules,
    glossary,
    hash_rules,
    letter_rules,
    markdown_rules,
    number_rules,
    placeholder_rules,
    prose_rules,
    usage_rules,
)
"""The files whose rules an editor would know, and a curator who writes has to."""


def test_the_curators_page_tells_the_rules_for_texts() -> None:
    page = (shipped("content") / "README.md").read_text(encoding="utf-8")
    rules = [rule.name for file in OF_TEXTS for rule in file.RULES]

    assert [rule for rule in (*rules, "older-translation") if f"`{rule}`" not in page] == []


def test_an_error_is_called_one_although_nobody_made_it(content: Content) -> None:
    content.change(QIANHAI, INTRODUCTION, f"{INTRODUCTION} # allow unknown-unit: it comes later")

    assert messages(content) == [
        "zones/qianhai.yaml:6:68: 'unknown-unit' is an error and can't be allowed (mend it)"
        " [unknown-silence]"
    ]


def test_an_error_can_not_be_allowed(content: Content) -> None:
    content.change(QIANHAI, "unit: yuan", "unit: yuann # allow unknown-unit: it comes later")

    assert messages(content) == [
        "zones/qianhai.yaml:26:11: there is no unit 'yuann' (did you mean 'yuan'?"
        " Or add it to units.yaml) [unknown-unit]",
        "zones/qianhai.yaml:26:17: 'unknown-unit' is an error and can't be allowed (mend it)"
        " [unknown-silence]",
    ]


def test_a_hash_in_a_text_is_no_comment(content: Content) -> None:
    content.change(
        SHENZHEN,
        "      en: A strong steel.",
        "      en: |\n        A steel.\n        So # allow long-sentence: this is a text",
    )

    assert messages(content) == []


def test_a_comment_that_only_begins_with_that_word_is_a_comment(content: Content) -> None:
    content.change(QIANHAI, INTRODUCTION, f"# allow more than one zone\n{INTRODUCTION}")

    assert messages(content) == []


def test_while_a_file_cannot_be_read_no_comment_is_called_unused(content: Content) -> None:
    content.change(
        QIANHAI,
        "sentence: {en: It grows.",
        "# allow long-sentence: a law\n  sentence: {en: It grows.",
    )
    content.write("units.yaml", "teams: [")

    assert not [each for each in messages(content) if "[unused-silence]" in each]
