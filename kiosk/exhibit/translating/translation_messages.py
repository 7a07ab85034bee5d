"""What is said about translations and their record, worded for the person who can mend it."""

from __future__ import annotations

from kiosk.text.fix import Fix, FixKind
from kiosk.text.message_words import excerpt, in_words, shortened
from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

_OLDER_TRANSLATION = Rule(
    "older-translation",
    severity=Severity.WARNING,
    why="The original has changed since somebody last confirmed the translation.",
    wrong="an English text that was changed after `kiosk translations --confirm`",
    right="the same, translated anew and confirmed",
)


def older_translation(
    language: str, words: str, *, of: str, original: str, confirm: str
) -> Message:
    """`of` is the language of the original, `confirm` the command that confirms it."""
    return _OLDER_TRANSLATION.message(
        Phrase(
            "{language} is older than the original in {of}: '{words}' for '{original}'",
            language=in_words(language),
            of=in_words(of),
            words=excerpt(words),
            original=excerpt(original),
        ),
        Phrase("translate it anew, then run: {confirm}", confirm=confirm),
        fix=Fix(FixKind.CONFIRM, language),
    )


_TRANSLATION_RECORD = Rule(
    "translation-record",
    severity=Severity.WARNING,
    why="A line of `translations.yaml` that can't be read records nothing.",
    wrong="a line written by hand",
    right="the line that `kiosk translations --confirm` writes",
)


def unreadable_record_line(line: str) -> Message:
    """A line of the record that `kiosk translations` did not write."""
    return _TRANSLATION_RECORD.message(
        Phrase("this line can't be read: '{line}'", line=shortened(line)),
        "delete it; what it recorded can be confirmed again",
    )


def recorded_twice(path: str) -> Message:
    """`path` is the address of a text."""
    return _TRANSLATION_RECORD.message(
        Phrase("'{path}' is recorded twice", path=shortened(path)), "keep one of the two lines"
    )


RULES = (_OLDER_TRANSLATION, _TRANSLATION_RECORD)
"""The rules of this file."""
