"""Every key and every choice has a name and an explanation in each language."""

from __future__ import annotations

import pytest

from kiosk.exhibit.authoring.explanations import CHOICES, KEYS
from kiosk.exhibit.authoring.key_names import (
    choice_explanation,
    choice_name,
    key_explanation,
    key_name,
)
from kiosk.shipped import shipped
from kiosk.shipped_yaml import shipped_yaml
from kiosk.text.multilingual import LANGUAGES

NAMES_FILE = shipped("assets") / "messages" / "names.yaml"
NAMES = shipped_yaml(NAMES_FILE)


def test_every_key_has_a_name_in_each_language() -> None:
    lacking = [
        f"{model}.{key}: {{en: …, zh-Hant: …, zh-Hans: …, pt: …}}"
        for model, keys in KEYS.items()
        for key in keys
        if not _whole(NAMES["keys"].get(f"{model}.{key}") or NAMES["keys"].get(key))
    ]

    assert lacking == [], f"write these (or the key alone) into {NAMES_FILE}, below 'keys'"


def test_every_choice_has_a_name_in_each_language() -> None:
    lacking = [
        f"{choice}: {{en: …, zh-Hant: …, zh-Hans: …, pt: …}}"
        for choice in CHOICES
        if not _whole(NAMES["choices"].get(choice))
    ]

    assert lacking == [], f"write these into {NAMES_FILE}, below 'choices'"


def test_no_name_is_left_over() -> None:
    used = {
        f"{model}.{key}" if f"{model}.{key}" in NAMES["keys"] else key
        for model, keys in KEYS.items()
        for key in keys
    }

    assert set(NAMES["keys"]) - used == set()
    assert set(NAMES["choices"]) - set(CHOICES) == set()


@pytest.mark.parametrize(
    ("language", "called"),
    [("en", "Side of the name"), ("zh-Hant", "名稱位置"), ("pt", "Lado do nome")],
)
def test_a_field_is_called_by_no_key(language: str, called: str) -> None:
    assert key_name("MapElements", "label_at", language) == called


def test_one_key_has_another_name_in_another_model() -> None:
    assert key_name("Zone", "map", "en") == "On the map"
    assert key_name("ExhibitFile", "map", "en") == "File of the map"


def test_a_choice_has_a_name_and_a_meaning() -> None:
    assert choice_name("pearl", "en") == "Disc"
    assert choice_explanation("pearl", "en") == "a disc"


def test_what_nobody_has_named_yet_is_called_as_it_is_written() -> None:
    assert key_name("Zone", "no_such_key", "pt") == "no such key"
    assert key_explanation("Zone", "no_such_key", "pt") == ""
    assert choice_name("no-such-choice", "zh-Hant") == "no-such-choice"


def test_a_language_without_names_has_those_in_english() -> None:
    assert key_name("Zone", "name", "fr") == "Name"
    assert key_explanation("Zone", "name", "fr") == "The place's name."


def _whole(names: dict[str, str] | None) -> bool:
    return names is not None and all(names.get(language) for language in LANGUAGES)
