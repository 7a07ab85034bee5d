"""What is wrong with the languages of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.message_words import one_of
from kiosk.text.messages import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Collection


def no_place_for_number(key: str, language: str) -> Message:
    return Message(
        "no-place-for-number",
        f"'{key}' has no {{n}} in {language}",
        "write {n} where the number stands",
    )


def untranslated(key: str, languages: Collection[str]) -> Message:
    return Message(
        "untranslated",
        f"'{key}' has no words in {one_of(languages, 'and')}",
        "visitors see another language there",
        Severity.WARNING,
    )


def language_not_shown(language: str) -> Message:
    return Message(
        "language-not-shown",
        f"{language} is not among the languages of exhibit.yaml",
        "add it there or delete these words",
        Severity.WARNING,
    )
