"""The rules for the languages of a text, and for the place of a number in each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.text.message_words import in_words, tags
from kiosk.text.messages import Message, PlacedMessage, Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule
from kiosk.text.wordings import language_nodes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from kiosk.exhibit.model.exhibit import Unit
    from kiosk.text.yaml_source import Node

_NO_PLACE_FOR_NUMBER = Rule(
    "no-place-for-number",
    why="The number stands where `{n}` is; without it, it would be missing.",
    file="units.yaml",
    wrong='zh-Hans: "元"',
    right='zh-Hans: "{n}元"',
)


def _no_place_for_number(key: str, language: str) -> Message:
    return _NO_PLACE_FOR_NUMBER.message(
        Phrase("'{key}' has no {{n}} in '{language}'", key=key, language=in_words(language)),
        "write {n} where the number stands",
    )


_UNTRANSLATED = Rule(
    "untranslated",
    severity=Severity.WARNING,
    why="Visitors see another language there, with a small tag.",
    file="zones/qianhai.yaml",
    wrong="introduction: {zh-Hant",
    right="introduction: {en: A zone, zh-Hant",
)


def _untranslated(key: str, languages: Collection[str]) -> Message:
    return _UNTRANSLATED.message(
        Phrase("'{key}' has no words in {languages}", key=key, languages=tags(languages)),
        "visitors see another language there",
    )


_LANGUAGE_NOT_SHOWN = Rule(
    "language-not-shown",
    severity=Severity.WARNING,
    why="These words can never be seen.",
    file="exhibit.yaml",
    wrong="languages: [en, zh-Hant, zh-Hans]",
    right="languages: [en, zh-Hant, zh-Hans, pt]",
)


def _language_not_shown(language: str) -> Message:
    return _LANGUAGE_NOT_SHOWN.message(
        Phrase("'{language}' is not among the languages of exhibit.yaml", language=language),
        "add it there or delete these words",
    )


RULES = (_NO_PLACE_FOR_NUMBER, _UNTRANSLATED, _LANGUAGE_NOT_SHOWN)
"""The rules of this file."""


_FOR_PRESENTERS = "notes"
"""Texts that no visitor sees: the presenter writes them in any language."""


def check_languages(node: Node, file: str, languages: Sequence[str]) -> Iterator[PlacedMessage]:
    """The texts of a sound file that lack one of the exhibit's languages, or have one too many."""
    named: set[str] = set()
    for location, entry in language_nodes(node):
        for tag in entry.value:
            if tag not in languages and tag not in named:
                named.add(tag)
                message = _language_not_shown(tag)
                yield message.at(file, *entry.key_position((tag,)))
        if len(entry.value) < len(entry.keys):
            continue  # A mistake in it has been reported: it may be the missing language.
        if location[-1] == _FOR_PRESENTERS and len(entry.value) > 0:
            continue
        missing = [tag for tag in languages if not _has_words(entry, tag)]
        if missing:
            message = _untranslated(str(location[-1]), missing)
            yield message.at(file, *node.key_position(location))


def check_phrases(unit: Unit) -> Iterator[LocatedMessage]:
    """The phrases of a unit that have no place for their number."""
    if unit.kind == "date":
        return
    for key, text in (
        ("phrase", unit.phrase),
        ("compact", unit.compact),
        ("spoken", unit.spoken),
    ):
        for language, words in text.versions.items() if text else ():
            if words and "{n}" not in words:
                yield LocatedMessage((key, language), _no_place_for_number(key, language))


def _has_words(text: Node, language: str) -> bool:
    words = text.value.get(language)
    return words is not None and bool(words.value.strip())
