"""Editors know the keys of `words/*.yaml`, what each says in English, and its words in braces."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator

from kiosk.exhibit.authoring.schema import write_schemas
from kiosk.exhibit.authoring.words_schema import words_schema
from kiosk.shipped import shipped
from kiosk.shipped_yaml import shipped_yaml
from kiosk.workshop.translation.interface_file import words_text

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = words_schema()
WORDS = Draft7Validator(SCHEMA)


def faults(found: dict[str, Any]) -> list[str]:
    return [each.message for each in WORDS.iter_errors(found)]


@pytest.mark.parametrize("language", ["en", "pt", "zh-Hant", "zh-Hans"])
def test_the_programs_own_words_are_sound(language: str) -> None:
    own = shipped_yaml(shipped("assets") / "words" / f"{language}.yaml")

    assert faults(dict(own)) == []


def test_what_editors_are_told() -> None:
    assert faults({"map": "Plan", "open_place": "", "list": None}) == []
    assert faults({"mapp": "Plan"})
    assert faults({"open_place": "Ouvrir"}), "its English has {place}"
    assert faults({"open_place": "Ouvrir {place}"}) == []
    assert SCHEMA["properties"]["map"]["description"] == "In English: Map"


def test_a_new_file_of_words_names_the_schema_that_is_written(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "schemas")

    assert tmp_path / "schemas/words.json" in written
    assert json.loads((tmp_path / "schemas/words.json").read_text("utf-8")) == SCHEMA
    assert words_text("fr").startswith("# yaml-language-server: $schema=../schemas/words.json\n")
