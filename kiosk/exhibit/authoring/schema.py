"""JSON Schemas of the content files, so that editors complete keys, explain them and mark mistakes.

Pydantic draws them from the models; here they learn what YAML makes of a value before an editor
looks at it (`2024` is a number there, `yes` is not), and what every key means.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kiosk.atomic_file import write_text
from kiosk.exhibit.authoring.explanations import CHOICES, KEYS
from kiosk.exhibit.authoring.snippets import SNIPPETS
from kiosk.exhibit.authoring.words_schema import WORDS_FILES, words_schema
from kiosk.exhibit.model.data_layer import DataLayer
from kiosk.exhibit.model.exhibit import ExhibitFile, Source, Unit, Zone
from kiosk.exhibit.model.term import Term
from kiosk.exhibit.model.tour import Tour
from kiosk.exhibit.reading.exhibit_reading import (
    EXHIBIT_FILE,
    SOURCES_FILE,
    TERMS_FILE,
    UNITS_FILE,
)
from kiosk.exhibit.reading.layer_reading import LAYERS_FOLDER
from kiosk.exhibit.reading.names_reading import GLOSSARY_FILE
from kiosk.exhibit.reading.tour_reading import TOURS_FOLDER
from kiosk.exhibit.translating.glossary import GlossaryEntry
from kiosk.text.languages import TAG_PATTERN
from kiosk.text.multilingual import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from pydantic import BaseModel

SCHEMAS_FOLDER = "schemas"
"""Where they lie in a content folder, from which nothing else is read."""

Schema = dict[str, Any]

_DIALECT = "http://json-schema.org/draft-07/schema#"
_PLACE = "#/definitions/"
_PLAIN = ["string", "number", "boolean"]
"""What an editor takes `Hetao`, `2024` and `true` for; to the exhibit all of them are words."""

_BLANK = {"type": ["string", "null"], "pattern": r"^\s*$"}
_TRUE_OR_FALSE = "|".join(
    "".join(f"[{letter}{letter.upper()}]" for letter in word)
    for word in ("true", "false", "yes", "no", "on", "off", "t", "f", "y", "n")
)
_NUMBER = r"^\s*[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\s*$"


@dataclass(frozen=True)
class Described:
    """The files that one schema describes: their names, and the model of each or of its entries."""

    files: str
    model: type[BaseModel]
    has_entries: bool = False
    free_keys: bool = False


FILES: Mapping[str, Described] = MappingProxyType(
    {
        "exhibit": Described(EXHIBIT_FILE, ExhibitFile),
        "sources": Described(SOURCES_FILE, Source, has_entries=True),
        "units": Described(UNITS_FILE, Unit, has_entries=True),
        "terms": Described(TERMS_FILE, Term, has_entries=True),
        "glossary": Described(GLOSSARY_FILE, GlossaryEntry, has_entries=True, free_keys=True),
        "zone": Described("zones/*.yaml", Zone),
        "layer": Described(f"{LAYERS_FOLDER}/*.yaml", DataLayer),
        "tour": Described(f"{TOURS_FOLDER}/*.yaml", Tour),
    }
)
"""Every schema of a model by its name."""

WORDS = "words"
"""The schema that no model has: its keys are those of the interface's words."""


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write every schema into a folder, which is made where it is missing.  Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, found in (*((name, schema(name)) for name in FILES), (WORDS, words_schema())):
        path = folder / f"{name}.json"
        write_text(path, json.dumps(found, ensure_ascii=False, indent=1) + "\n")
        written.append(path)
    return tuple(written)


def described_files() -> dict[str, str]:
    """Which files each schema describes, by its name."""
    return {**{name: described.files for name, described in FILES.items()}, WORDS: WORDS_FILES}


def schema(name: str) -> Schema:
    """The schema of that name in `FILES`, in draft 7: editors know no later one whole."""
    described = FILES[name]
    drawn = described.model.model_json_schema(ref_template=f"{_PLACE}{{model}}")
    definitions = {
        model: _object(found, model, has_id=True)
        for model, found in sorted(drawn.pop("$defs", {}).items())
    }
    definitions["Text"] = _text()
    root = _object(drawn, described.model.__name__, has_id=not described.has_entries)
    if described.has_entries:
        definitions[described.model.__name__] = root
        root = {
            "type": "object",
            "additionalProperties": {"$ref": _PLACE + described.model.__name__},
        }
        if not described.free_keys:
            root["propertyNames"] = {"pattern": drawn["properties"]["id"]["pattern"]}
    return {"$schema": _DIALECT, **root, "definitions": definitions}


def _object(drawn: Schema, model: str, *, has_id: bool) -> Schema:
    """What a model holds, each key with what it means."""
    properties = {
        key: {**_value(found), "description": KEYS[model][key]}
        for key, found in drawn["properties"].items()
        if has_id or key != "id"
    }
    described: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    required = [key for key in drawn.get("required", ()) if key in properties]
    if required:
        described["required"] = required
    return _with_snippets(described, model)


def _with_snippets(described: Schema, name: str) -> Schema:
    if name in SNIPPETS:
        described["defaultSnippets"] = [dict(snippet) for snippet in SNIPPETS[name]]
    return described


def _text() -> Schema:
    described: Schema = {
        "type": "object",
        "properties": {
            tag: {"type": [*_PLAIN, "null"], "description": KEYS["Text"][tag]} for tag in LANGUAGES
        },
        "patternProperties": {f"^{TAG_PATTERN}$": {"type": [*_PLAIN, "null"]}},
        "additionalProperties": False,
        "not": {"type": "object", "additionalProperties": _BLANK},
        "errorMessage": "Write the words in at least one language.",
    }
    return _with_snippets(described, "Text")


def _value(drawn: Schema) -> Schema:
    """What may follow a key or be in a list."""
    if "$ref" in drawn:
        return {"$ref": drawn["$ref"]}
    if drawn.get("properties", {}).keys() == set(LANGUAGES):
        return {"$ref": f"{_PLACE}Text"}
    if "discriminator" in drawn:
        return _of_kinds(drawn["discriminator"]["mapping"])
    if "anyOf" in drawn:
        choices = [choice for choice in drawn["anyOf"] if choice.get("type") != "null"]
        return _value(choices[0]) if len(choices) == 1 else {"anyOf": list(map(_value, choices))}
    if "const" in drawn or "enum" in drawn:
        return _choice(drawn["enum"] if "enum" in drawn else [drawn["const"]])
    return _BY_TYPE.get(str(drawn["type"]), _as_drawn)(drawn)


def _as_drawn(drawn: Schema) -> Schema:
    return {key: drawn[key] for key in ("type", "minimum", "maximum", "pattern") if key in drawn}


def _words(drawn: Schema) -> Schema:
    """Text, which may be empty; or what fits a pattern, an id if its length has a limit."""
    if "maxLength" in drawn:
        kept = {key: drawn[key] for key in ("pattern", "maxLength")}
        return {"type": ["string", "integer", "boolean"], "minimum": 0, **kept}
    if "pattern" in drawn:
        return {"type": _PLAIN, "pattern": drawn["pattern"]}
    return {"type": [*_PLAIN, "null"]}


def _true_or_false(_: Schema) -> Schema:
    others = {"type": "string", "pattern": f"^(?:{_TRUE_OR_FALSE}|[01])$"}
    return {"anyOf": [{"type": "boolean"}, others, {"type": "integer", "minimum": 0, "maximum": 1}]}


def _list(drawn: Schema) -> Schema:
    limits: Schema = {key: drawn[key] for key in ("minItems", "maxItems") if key in drawn}
    if "prefixItems" in drawn:
        # All of its entries are alike.
        first = drawn["prefixItems"][0]
        numbers: Schema = {"type": ["number", "string"], "pattern": _NUMBER}
        return {
            "type": "array",
            "items": _value(first) if "pattern" in first else numbers,
            **limits,
        }
    described = {"type": "array", "items": _value(drawn["items"]), **limits}
    return _with_snippets(described, "Panel") if "discriminator" in drawn["items"] else described


def _choice(words: list[str]) -> Schema:
    """One of these words; one that YAML takes for a number may be that number."""
    numbers = [int(word) for word in words if word.isdigit()]
    meanings = [CHOICES[str(word)] for word in (*numbers, *words)]
    return {"enum": [*numbers, *words], "enumDescriptions": meanings}


def _of_kinds(kinds: Mapping[str, str]) -> Schema:
    """One of several models.  Asking for the kind first lets an editor say what is wrong inside."""
    kind = {**_choice(list(kinds)), "description": KEYS["FactsPanel"]["kind"]}
    described: Schema = {
        "type": "object",
        "properties": {"kind": kind},
        "required": ["kind"],
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
                "then": {"$ref": place},
            }
            for name, place in kinds.items()
        ],
    }
    return described


_BY_TYPE: Mapping[str, Callable[[Schema], Schema]] = MappingProxyType(
    {"string": _words, "boolean": _true_or_false, "array": _list}
)
