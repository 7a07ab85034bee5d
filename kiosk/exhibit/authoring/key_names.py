"""What a form calls each key and each choice, and what it says of them, in each language."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.exhibit.authoring.explanations import CHOICES, KEYS
from kiosk.shipped import BrokenInstallation, shipped
from kiosk.shipped_yaml import shipped_yaml
from kiosk.text.catalogue import ORIGINAL, translated

if TYPE_CHECKING:
    from collections.abc import Mapping


def key_name(model: str, key: str, language: str) -> str:
    """What the field is called in which `key` of the model of that name is written."""
    names = _names()["keys"]
    return _in(names.get(f"{model}.{key}") or names.get(key), language, key)


def key_explanation(model: str, key: str, language: str) -> str:
    """What the key means; nothing where nobody has said it."""
    return translated(KEYS.get(model, {}).get(key, ""), language)


def choice_name(choice: str, language: str) -> str:
    """What one of the words is called that can be chosen for a key."""
    return _in(_names()["choices"].get(choice), language, choice)


def choice_explanation(choice: str, language: str) -> str:
    """What the word means; nothing where nobody has said it."""
    return translated(CHOICES.get(choice, ""), language)


def _in(names: Mapping[str, str] | None, language: str, written: str) -> str:
    """The name in that language, or in English; else the word as it is written in the file."""
    names = names or {}
    return names.get(language) or names.get(ORIGINAL) or written.replace("_", " ")


@lru_cache
def _names() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    try:
        return MappingProxyType(shipped_yaml(shipped("assets") / "messages" / "names.yaml"))
    except BrokenInstallation:
        return MappingProxyType({"keys": {}, "choices": {}})
