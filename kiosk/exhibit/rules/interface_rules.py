"""The rules for the interface's words in languages that the program does not speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.message_words import did_you_mean, one_of, shortened, with_more, write_nearest
from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_NAMED = 6

_MISSING_WORDS = Rule(
    "missing-words",
    severity=Severity.WARNING,
    why="Visitors read these words of buttons and notes in English.",
    file="exhibit.yaml",
    wrong="languages: [en, zh-Hant, zh-Hans, pt, fr]",
    right="languages: [en, zh-Hant, zh-Hans, pt]",
)

_UNKNOWN_WORDS = Rule(
    "unknown-words",
    severity=Severity.WARNING,
    why="Words that the interface does not say are never seen.",
    wrong="`mapp: Carte` in `words/fr.yaml`",
    right="`map: Carte`",
)

_OTHER_FIELDS = Rule(
    "other-fields",
    severity=Severity.WARNING,
    why="What stands in braces is filled in by the exhibit.",
    wrong='`open_place: "Ouvrir"` in `words/fr.yaml`',
    right='`open_place: "Ouvrir {place}"`',
)


def missing_words(language: str, keys: Sequence[str], *, all_of: int) -> Message:
    """Which of so many words a language lacks."""
    return _MISSING_WORDS.message(
        Phrase(
            "words/{language}.yaml lacks {count} of the {all_of} texts that visitors read: {named}",
            language=language,
            count=len(keys),
            all_of=all_of,
            named=with_more(keys, _NAMED),
        ),
        Phrase("write them; `kiosk new words {language}` begins the file", language=language),
    )


def unknown_words(key: str, known: Collection[str]) -> Message:
    """A key that the interface does not have."""
    return _UNKNOWN_WORDS.message(
        Phrase("the interface has no words '{key}'", key=shortened(key)),
        did_you_mean(key, known),
        fix=write_nearest(key, known),
    )


def other_fields(key: str, fields: Collection[str]) -> Message:
    """Words whose braces are not those of the English ones."""
    remedy = Phrase("English has none: write them without braces")
    if fields:
        remedy = Phrase(
            "write {names}", names=one_of((f"{{{name}}}" for name in sorted(fields)), "and")
        )
    return _OTHER_FIELDS.message(
        Phrase("'{key}' has other words in braces than in English", key=key), remedy
    )


RULES = (_MISSING_WORDS, _UNKNOWN_WORDS, _OTHER_FIELDS)
"""The rules of this file."""
