"""What is wrong with the pages of a story and their pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.message_words import counting, did_you_mean_or, shortened
from kiosk.text.messages import Message

if TYPE_CHECKING:
    from collections.abc import Collection


def too_many_words(count: int, language: str, limit: int) -> Message:
    return Message(
        "too-many-words",
        f"{count} words in {language}; a page holds {limit}",
        counting(language) or "shorten it or make two pages",
    )


def long_paragraph(count: int, language: str, limit: int) -> Message:
    return Message(
        "long-paragraph",
        f"a paragraph of {count} words in {language}; {limit} are the most",
        counting(language) or "begin a new paragraph with an empty line",
    )


def html(found: str, language: str, others: int = 0) -> Message:
    """`others` is how many more tags the text has."""
    more = f", and {others} more," if others else ""
    return Message(
        "html",
        f"'{shortened(found)}'{more} is HTML, in {language}",
        "use Markdown: *slanted*, **bold**",
    )


def no_picture(name: str, known: Collection[str]) -> Message:
    return Message(
        "no-picture",
        f"there is no picture '{shortened(name)}' in the folder 'pictures'",
        did_you_mean_or(name, known, "put it there"),
    )


def picture_kind(name: str) -> Message:
    return Message(
        "picture-kind",
        f"'{shortened(name)}' is not a kind of picture we show",
        "export it as .jpg, .png or .svg",
    )
