"""The JSON Schema of `words/*.yaml`: every key of the interface, with its words in English."""

from __future__ import annotations

import re
from typing import Any, Final

from kiosk.shipped import shipped
from kiosk.shipped_yaml import shipped_yaml

WORDS_FILES: Final = "words/*.yaml"

_FIELD: Final = re.compile(r"{(\w+)}")


def words_schema() -> dict[str, Any]:
    """A text for each key, which has the words in braces that the English has, or is empty."""
    english = shipped_yaml(shipped("assets") / "words" / "en.yaml")
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "What buttons and notes say in a language of your own",
        "type": "object",
        "additionalProperties": False,
        "properties": {key: _text(str(words)) for key, words in english.items()},
    }


def _text(english: str) -> dict[str, Any]:
    fields = sorted(set(_FIELD.findall(english)))
    needed = "".join(rf"(?=[\s\S]*\{{{name}\}})" for name in fields)
    return {
        "type": ["string", "null"],
        "description": f"In English: {english}",
        "pattern": rf"^(?:\s*$|{needed}[\s\S]*$)",
        "default": "",
    }
