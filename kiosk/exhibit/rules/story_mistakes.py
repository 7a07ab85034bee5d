"""What is wrong with the pages of a story and their pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.mistakes import Mistake, counting, did_you_mean_or, shortened

if TYPE_CHECKING:
    from collections.abc import Collection


def too_many_words(count: int, language: str, limit: int) -> Mistake:
    return Mistake(
        "too-many-words",
        f"{count} words in {language}; a page holds {limit}",
        counting(language) or "shorten it or make two pages",
    )


def long_paragraph(count: int, language: str, limit: int) -> Mistake:
    return Mistake(
        "long-paragraph",
        f"a paragraph of {count} words in {language}; {limit} are the most",
        counting(language) or "begin a new paragraph with an empty line",
    )


def html(found: str, language: str, others: int = 0) -> Mistake:
    """`others` is how many more tags the text has."""
    more = f", and {others} more," if others else ""
    return Mistake(
        "html",
        f"'{shortened(found)}'{more} is HTML, in {language}",
        "use Markdown: *slanted*, **bold**",
    )


def no_picture(name: str, known: Collection[str]) -> Mistake:
    return Mistake(
        "no-picture",
        f"there is no picture '{shortened(name)}' in the folder 'pictures'",
        did_you_mean_or(name, known, "put it there"),
    )


def picture_kind(name: str) -> Mistake:
    return Mistake(
        "picture-kind",
        f"'{shortened(name)}' is not a kind of picture we show",
        "export it as .jpg, .png or .svg",
    )
