"""Signs that are typed for those of YAML, and texts that begin with one: told where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

QIANHAI = "zones/qianhai.yaml"
NAME = "name: {en: Qianhai, zh-Hant: 前海, zh-Hans: 前海, pt: Qianhai}"
INTRODUCTION = "introduction: {en: A zone, zh-Hant: 一區, zh-Hans: 一区, pt: Uma zona}"


def sign(written: str, code: str, called: str, meant: str) -> str:
    return (
        f"'{written}', {code}, is not {called} for YAML"
        f" (type {meant} in its place, or put quotation marks around a text with it)"
    )


QUOTE = "put quotation marks around the text"


@pytest.mark.parametrize(
    ("file", "right", "wrong", "place", "said"),
    [
        pytest.param(
            QIANHAI,
            "zh-Hant: 前海, zh-Hans",
            "zh-Hant: 前海， zh-Hans",
            "5:32",
            sign("，", "U+FF0C", "a comma", ","),
            id="a full-width comma between languages",
        ),
        pytest.param(
            QIANHAI,
            "zh-Hant: 前海, zh-Hans",
            "zh-Hant: 前海、zh-Hans",
            "5:32",
            sign("、", "U+3001", "a comma", ","),
            id="a Chinese comma between languages",
        ),
        pytest.param(
            QIANHAI,
            "map: {marker: qianhai",
            "map: ｛marker: qianhai",
            "4:6",
            sign("｛", "U+FF5B", "a bracket", "{ or ["),
            id="full-width braces",
        ),
        pytest.param(
            QIANHAI,
            "- id: teams\n",
            "－ id: teams\n",
            "8:1",
            sign("－", "U+FF0D", "a hyphen", "-"),
            id="a full-width hyphen",
        ),
        pytest.param(
            QIANHAI,
            "- id: six-in-ten",
            "– id: six-in-ten",
            "28:1",
            sign("–", "U+2013", "a hyphen", "-"),
            id="a dash out of Word",
        ),
        pytest.param(
            QIANHAI,
            "  - id: hong-kong",
            "  • id: hong-kong",
            "18:3",
            sign("•", "U+2022", "a hyphen", "-"),
            id="a bullet out of Word",
        ),
        pytest.param(
            QIANHAI,
            "kind: innovation-zone\n",
            "＃ a note\nkind: innovation-zone\n",
            "2:1",
            sign("＃", "U+FF03", "the sign of a comment", "#"),
            id="a full-width hash",
        ),
        pytest.param(
            QIANHAI,
            "  - id: hong-kong",
            "  -id: hong-kong",
            "18:3",
            "there is no space after the hyphen (put a space after it: '- id: …')",
            id="no space after the hyphen",
        ),
        pytest.param(
            QIANHAI,
            INTRODUCTION,
            "introduction:\n  en: - a zone",
            "7:7",
            f"a text can't begin with '-' ({QUOTE})",
            id="a text that begins with a dash",
        ),
        pytest.param(
            QIANHAI,
            INTRODUCTION,
            "introduction:\n  en: [Qianhai] is a zone",
            "7:7",
            f"a text can't begin with '[' ({QUOTE})",
            id="a text that begins with a bracket",
        ),
        pytest.param(
            QIANHAI,
            "value: 1195",
            "value: >1195",
            "15:12",
            f"a text can't begin with '>' ({QUOTE})",
            id="more than so many",
        ),
        pytest.param(
            "units.yaml",
            'en: "{n} teams"',
            "en: {n} teams",
            "3:16",
            f"a text can't begin with '{{' ({QUOTE})",
            id="a unit's phrase without quotation marks",
        ),
    ],
)
def test_the_sign_is_told_where_it_stands(
    content: Content, file: str, right: str, wrong: str, place: str, said: str
) -> None:
    content.change(file, right, wrong)

    assert content.messages() == [f"{file}:{place}: {said}"]


@pytest.mark.parametrize(
    "introduction",
    [
        "A zone – new: it grows",
        "[a, b]",
    ],
)
def test_a_sign_that_only_stands_in_a_text_is_not_blamed(
    content: Content, introduction: str
) -> None:
    content.change(QIANHAI, INTRODUCTION, f"introduction:\n  en: {introduction}")

    assert not any("U+" in message or "begin with" in message for message in content.messages())


@pytest.mark.parametrize("comma", ["、", "，", "；", "; "])
def test_ids_with_another_comma_are_a_list(content: Content, comma: str) -> None:
    content.change("exhibit.yaml", "map: bay.svg", f"map: bay.svg\nzones: [qianhai{comma}shenzhen]")

    assert content.messages() == [
        f"exhibit.yaml:6:9: 'qianhai{comma}shenzhen' is not an id"
        " (put ordinary commas between them: qianhai, shenzhen)"
    ]


def test_full_width_brackets_are_not_proposed(content: Content) -> None:
    content.change(QIANHAI, "in: [shenzhen]", "in: ［shenzhen］")

    assert content.messages() == [f"{QIANHAI}:3:5: 'in' should be a list (write [shenzhen])"]


def test_a_hyphen_forgotten_before_an_entry_is_one_mistake(content: Content) -> None:
    content.change(QIANHAI, "  - id: hong-kong", "    id: hong-kong")

    assert content.messages() == [
        f"{QIANHAI}:18:5: 'id' stands twice in one entry, first in line 13"
        " (if a new entry begins here, put a hyphen before it: '- id: …'; else keep one of the two)"
    ]
