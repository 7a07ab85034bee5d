"""What is said to curators, in the languages of `assets/messages`: the English is the key."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.shipped import BrokenInstallation, shipped
from kiosk.shipped_yaml import shipped_yaml
from kiosk.text.languages import SPOKEN

if TYPE_CHECKING:
    from collections.abc import Mapping

ORIGINAL = "en"
"""The language in which everything is written in the code."""


def translated(template: str, language: str) -> str:
    """The template in that language, and as it is where the language has none."""
    return _catalogue(language).get(template, template)


def translated_for_window(template: str, language: str) -> str | None:
    """What the window says in place of a template that speaks of files; None where nothing."""
    return _of_window().get(template, {}).get(language)


@lru_cache
def _of_window() -> Mapping[str, Mapping[str, str]]:
    try:
        return MappingProxyType(shipped_yaml(shipped("assets") / "messages" / "window.yaml"))
    except BrokenInstallation:
        return MappingProxyType({})


@lru_cache
def _catalogue(language: str) -> Mapping[str, str]:
    """The translations by the English; none where the file is damaged: English is better than
    nothing."""
    if language == ORIGINAL or language not in SPOKEN:
        return MappingProxyType({})
    try:
        return MappingProxyType(shipped_yaml(shipped("assets") / "messages" / f"{language}.yaml"))
    except BrokenInstallation:
        return MappingProxyType({})
