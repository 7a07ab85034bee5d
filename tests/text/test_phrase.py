"""Words with fields: in English where they are made, in another language when they are asked."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

from kiosk.text import phrase
from kiosk.text.message_words import one_of
from kiosk.text.messages import MESSAGE_LIMIT, PlacedMessage
from kiosk.text.phrase import Phrase, of_program, packed, said, unpacked
from kiosk.text.rule import Rule

RULE = Rule("no-cake", why="", wrong="no cake", right="cake")
PORTUGUESE = {
    "'{key}' lacks {what} in line {line}": "falta {what} a '{key}', na linha {line}",
    "{first} and {last}": "{first} e {last}",
    "a list": "uma lista",
    "more than {limit:,} letters": "mais de {limit:,} letras",
    "bake {n} of them": "faça {n}",
}


@pytest.fixture(autouse=True)
def catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    def translated(template: str, language: str) -> str:
        return PORTUGUESE.get(template, template) if language == "pt" else template

    monkeypatch.setattr(phrase, "translated", translated)


def _found() -> Phrase:
    return Phrase("'{key}' lacks {what} in line {line}", key="in", what=Phrase("a list"), line=3)


def test_it_is_its_own_english() -> None:
    assert _found() == "'in' lacks a list in line 3"
    assert sorted([_found(), "z", "a"]) == ["'in' lacks a list in line 3", "a", "z"]


def test_fields_that_are_phrases_are_said_in_the_language_too() -> None:
    assert said(_found(), "pt") == "falta uma lista a 'in', na linha 3"


def test_what_a_curator_wrote_is_never_translated() -> None:
    found = Phrase("'{key}' lacks {what} in line {line}", key="a list", what="a list", line=1)

    assert said(found, "pt") == "falta a list a 'a list', na linha 1"


def test_plain_words_are_their_own_template_and_keep_their_braces() -> None:
    assert said("a list", "pt") == "uma lista"
    assert said("bake {n} of them", "pt") == "faça {n}"
    assert said(of_program("bake {n} of them"), "pt") == "faça {n}"


def test_braces_in_a_value_are_no_fields() -> None:
    found = Phrase("'{key}' lacks {what} in line {line}", key="{what}", what="{key}", line=1)

    assert found == "'{what}' lacks {key} in line 1"


@pytest.mark.parametrize(
    ("language", "listed"),
    [("en", "a, b and c"), ("pt", "a, b e c"), ("zh-Hant", "a、b and c")],
)
def test_a_list_is_joined_as_the_language_does(language: str, listed: str) -> None:
    assert said(one_of(["a", "b", "c"], "and"), language) == listed


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("fr", "在 fr 有 3 個"),
        ("葡萄牙文", "在葡萄牙文有 3 個"),
        ("「甲 乙」", "在「甲 乙」有 3 個"),
        ("“甲”", "在“甲”有 3 個"),
    ],
)
def test_chinese_has_spaces_beside_other_letters_alone(value: str, told: str) -> None:
    found = Phrase("在 {language} 有 {count} 個", language=value, count=3)

    assert said(found, "zh-Hant") == told


@pytest.mark.parametrize(
    ("limit", "written"), [(10_000, "mais de 10\u202f000 letras"), (5_000, "mais de 5000 letras")]
)
def test_thousands_are_grouped_as_the_language_does(limit: int, written: str) -> None:
    found = Phrase("more than {limit:,} letters", limit=limit)

    assert found == f"more than {limit:,} letters"
    assert said(found, "pt") == written


def test_it_goes_through_json_and_pickles() -> None:
    listed = Phrase("{first} and {last}", first=("a", Phrase("a list")), last=_found())
    again = unpacked(json.loads(json.dumps(packed(listed))))

    for copied in (again, pickle.loads(pickle.dumps(listed)), copy.deepcopy(listed)):
        assert copied == listed
        assert said(copied, "pt") == "a, uma lista e falta uma lista a 'in', na linha 3"


def test_a_message_is_said_in_another_language() -> None:
    message = RULE.message(_found(), "a list").at("zones/a.yaml", 3)

    assert message.said_in("en") == ("'in' lacks a list in line 3", "a list")
    assert message.said_in("pt") == ("falta uma lista a 'in', na linha 3", "uma lista")


def test_a_message_from_another_process_is_said_as_well() -> None:
    message = RULE.message(_found(), "a list").at("zones/a.yaml", 3)
    told = json.loads(json.dumps(message.as_json()))

    assert told["message"] == "'in' lacks a list in line 3"
    assert PlacedMessage.from_json(told) == message
    assert PlacedMessage.from_json(told).said_in("pt") == message.said_in("pt")


def test_a_message_of_a_program_that_knew_no_phrases_can_be_read() -> None:
    told = RULE.message("a list").at("zones/a.yaml").as_json()

    assert "phrases" not in told
    assert PlacedMessage.from_json(told).said_in("pt") == ("uma lista", "")


def test_a_message_stays_one_short_line_in_every_language() -> None:
    long = Phrase("'{key}' lacks {what} in line {line}", key="a\nb", what="x" * 9999, line=1)
    message = RULE.message(long).at("a.yaml")

    for language in ("en", "pt"):
        text, _ = message.said_in(language)
        assert len(text) == MESSAGE_LIMIT
        assert text.isprintable()
