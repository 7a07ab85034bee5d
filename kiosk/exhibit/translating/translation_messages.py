"""What is said about translations and their record, worded for the person who can mend it."""

from __future__ import annotations

from kiosk.text.message_words import excerpt, shortened
from kiosk.text.messages import Message, Severity

TRANSLATION_RULES = ("older-translation",)
"""The rules of this file that a comment can allow to be broken on the spot."""


def older_translation(
    language: str, words: str, *, of: str, original: str, confirm: str
) -> Message:
    """`of` is the language of the original, `confirm` the command that confirms it."""
    return Message(
        "older-translation",
        f"{language} is older than the original in {of}:"
        f" '{excerpt(words)}' for '{excerpt(original)}'",
        f"translate it anew, then run: {confirm}",
        Severity.WARNING,
    )


def unreadable_record_line(line: str) -> Message:
    return Message(
        "translation-record",
        f"this line can't be read: '{shortened(line)}'",
        "delete it; what it recorded can be confirmed again",
        Severity.WARNING,
    )


def recorded_twice(path: str) -> Message:
    return Message(
        "translation-record",
        f"'{shortened(path)}' is recorded twice",
        "keep one of the two lines",
        Severity.WARNING,
    )
