"""What check says about texts that have been laid out; all of it warns and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.text.message_words import shortened
from kiosk.text.messages import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

LAYOUT_RULES = (
    "cut-off-text",
    "texts-on-one-spot",
    "broken-word",
    "left-out-text",
    "many-pages",
    "many-headline-lines",
    "line-length",
    "faint-text",
)
"""The rules of this file: nobody looks at them with `--fast`."""


class Setup(NamedTuple):
    """A language, and the shapes of windows in which something was seen."""

    language: str
    shapes: Sequence[str]

    def __str__(self) -> str:
        return f"in {self.language} ({', '.join(self.shapes)})"


def _warning(rule: str, message: str, hint: str) -> Message:
    return Message(rule, message, hint, Severity.WARNING)


def cut_off_text(words: str, side: str, setup: Setup) -> Message:
    return _warning(
        "cut-off-text",
        f"'{shortened(words)}' is cut off at the {side}, {setup}",
        "shorten it",
    )


def texts_on_one_spot(words: str, other: str, setup: Setup) -> Message:
    return _warning(
        "texts-on-one-spot",
        f"'{shortened(words)}' and '{shortened(other)}' stand on one spot, {setup}",
        "shorten one of them",
    )


def broken_word(word: str, setup: Setup) -> Message:
    return _warning(
        "broken-word",
        f"a word is broken where no hyphen is, '{word}', {setup}",
        "choose a shorter word, or put a soft hyphen where it may be broken",
    )


def left_out_text(words: str, setup: Setup) -> Message:
    return _warning(
        "left-out-text",
        f"there is no room for '{shortened(words)}', so it is left out, {setup}",
        "shorten what stands around it",
    )


def many_pages(count: int, most: int, setup: Setup) -> Message:
    return _warning(
        "many-pages",
        f"this panel takes {count} pages, {setup}; visitors turn {most}",
        "make two panels of it",
    )


def many_headline_lines(words: str, count: int, most: int, setup: Setup) -> Message:
    return _warning(
        "many-headline-lines",
        f"'{shortened(words)}' takes {count} lines, {setup}; {most} are the most",
        "keep the one thing that matters",
    )


def line_length(words: str, characters: int, least: int, most: int, setup: Setup) -> Message:
    hint = "choose shorter words" if characters < least else "shorten it to fewer lines"
    return _warning(
        "line-length",
        f"lines of {characters} characters in '{shortened(words)}', {setup};"
        f" {least} to {most} read well",
        hint,
    )


def faint_text(words: str, ratio: float, picture: str, setup: Setup) -> Message:
    return _warning(
        "faint-text",
        f"'{shortened(words)}' stands out from the picture {picture} by only {ratio:.1f} to 1,"
        f" {setup}",
        "choose a picture that is calm there, or shorten the text",
    )
