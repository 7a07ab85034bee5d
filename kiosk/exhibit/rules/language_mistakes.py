"""What is wrong with the languages of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.mistakes import Mistake, one_of
from kiosk.text.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Collection


def no_place_for_number(key: str, language: str) -> Mistake:
    return Mistake(
        "no-place-for-number",
        f"'{key}' has no {{n}} in {language}",
        "write {n} where the number stands",
    )


def untranslated(key: str, languages: Collection[str]) -> Mistake:
    return Mistake(
        "untranslated",
        f"'{key}' has no words in {one_of(languages, 'and')}",
        "visitors see another language there",
        Severity.WARNING,
    )


def language_not_shown(language: str) -> Mistake:
    return Mistake(
        "language-not-shown",
        f"{language} is not among the languages of exhibit.yaml",
        "add it there or delete these words",
        Severity.WARNING,
    )
