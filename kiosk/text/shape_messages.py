"""What is wrong with a key or its value, in any file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.text.message_words import did_you_mean, one_of, shortened
from kiosk.text.messages import Message
from kiosk.text.multilingual import LONGEST_TEXT, LONGEST_WORD

if TYPE_CHECKING:
    from collections.abc import Collection


def unknown_key(key: str, known: Collection[str]) -> Message:
    hint = did_you_mean(key, known) or f"the keys here are {one_of(known, 'and')}"
    return Message("unknown-key", f"unknown key '{shortened(key)}'", hint)


def text_with_comma(begin: str) -> Message:
    """`begin` is what stands behind a comma between brackets, and has no colon."""
    return Message(
        "text-with-comma",
        f"the comma before '{shortened(begin)}' ends the text",
        "put quotation marks around a text with a comma",
    )


def missing_key(key: str) -> Message:
    hint = "the file may not have been saved completely" if key == "panels" else ""
    return Message("missing-key", f"'{key}' is missing", hint)


def empty_value(name: str) -> Message:
    return Message("empty-value", f"{name} is empty", "write a value or delete the line")


def should_be_list(name: str, written: str | None = None) -> Message:
    plain = (written or "").strip("［］[] ")
    hint = f"write [{shortened(plain)}]" if plain else "begin each entry with '- '"
    return Message("wrong-type", f"{name} should be a list", hint)


def should_be_mapping(name: str) -> Message:
    return Message("wrong-type", f"{name} should have keys of its own, each with a colon")


def should_be_text(name: str) -> Message:
    return Message("wrong-type", f"{name} should be a text or a number, not a list or keys")


def should_have_languages(name: str, languages: Collection[str]) -> Message:
    return Message(
        "wrong-type",
        f"{name} should have words for each language",
        f"write {{{': …, '.join(languages)}: …}}",
    )


def should_be_pair(name: str) -> Message:
    return Message("wrong-type", f"{name} should be two numbers", "write them as [-40, 12]")


def no_words(name: str) -> Message:
    return Message("no-words", f"{name} has no words in any language")


def text_too_long(name: str, language: str) -> Message:
    return Message(
        "text-too-long",
        f"{name} has more than {LONGEST_TEXT:,} letters in '{language}'",
        "shorten it, or divide it among several pages",
    )


def word_too_long(name: str, word: str, length: int) -> Message:
    return Message(
        "word-too-long",
        f"{name} has a word of {length:,} letters, '{shortened(word)}';"
        f" {LONGEST_WORD} are the most",
        "put spaces between its parts",
    )


_OTHER_COMMAS = re.compile(r"\s*[、，；;]\s*")
_IDS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def bad_id(written: str) -> Message:
    several = _OTHER_COMMAS.split(written)
    if len(several) > 1 and all(map(_IDS.fullmatch, several)):
        return Message(
            "bad-id",
            f"'{shortened(written)}' is not an id",
            f"put ordinary commas between them: {shortened(', '.join(several))}",
        )
    proposal = re.sub(r"[^a-z0-9]+", "-", written.lower()).strip("-")[:64].strip("-")
    example = f", such as '{proposal or 'hong-kong'}'"
    return Message(
        "bad-id",
        f"'{shortened(written)}' is not an id",
        f"use at most 64 small letters, digits and single hyphens{example}",
    )


def bad_figure(written: str, advice: str = "") -> Message:
    """`advice` is what to write where it can be told what was meant."""
    return Message(
        "bad-figure",
        f"'{shortened(written)}' is not a figure",
        advice or "write 1195, 1,195, 4.2 billion or 2014-12-07",
    )


def bad_date(written: str, advice: str = "") -> Message:
    """`advice` is what to write where it can be told what was meant."""
    return Message(
        "bad-date",
        f"'{shortened(written)}' is not a date",
        advice or "write 2024, 2024-06 or 2024-06-16",
    )


def bad_number(written: str) -> Message:
    return Message("bad-number", f"'{shortened(written)}' is not a number", "write -40 or 12.5")


def bad_whole_number(name: str, written: str) -> Message:
    return Message(
        "bad-number",
        f"{name} can't be '{shortened(written)}'",
        "write a whole number, 1 or more",
    )


def bad_choice(name: str, written: str, choices: Collection[str]) -> Message:
    return Message(
        "bad-choice",
        f"{name} is '{shortened(written)}'; choose {one_of(choices)}",
        did_you_mean(written, choices),
    )


def empty_list(name: str) -> Message:
    return Message("empty-list", f"{name} has no entry")


def too_many_entries(name: str, limit: int) -> Message:
    return Message("too-many-entries", f"{name} has more than {limit} entries")


def bad_value(name: str, written: str) -> Message:
    return Message("bad-value", f"{name} can't be '{shortened(written)}'")
