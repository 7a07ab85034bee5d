"""What check says about texts that have been laid out; all of it warns and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.text.message_words import shortened
from kiosk.text.messages import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence
from kiosk.text.rule import Rule


class Setup(NamedTuple):
    """A language, and the shapes of windows in which something was seen."""

    language: str
    shapes: Sequence[str]

    def __str__(self) -> str:
        return f"in {self.language} ({', '.join(self.shapes)})"


_CUT_OFF_TEXT = Rule(
    "cut-off-text",
    severity=Severity.WARNING,
    why="In this language and shape of screen the end of the text lies outside its place.",
    wrong="a page of a story with a list of 23 short lines",
    right="a page of a story with a list of 8 short lines",
)


def cut_off_text(words: str, side: str, setup: Setup) -> Message:
    return _CUT_OFF_TEXT.message(
        f"'{shortened(words)}' is cut off at the {side}, {setup}", "shorten it"
    )


_TEXTS_ON_ONE_SPOT = Rule(
    "texts-on-one-spot",
    severity=Severity.WARNING,
    why="Two texts on one spot can't be read.",
    wrong="a title of 40 words on the map home",
    right="a title of four words",
)


def texts_on_one_spot(words: str, other: str, setup: Setup) -> Message:
    return _TEXTS_ON_ONE_SPOT.message(
        f"'{shortened(words)}' and '{shortened(other)}' stand on one spot, {setup}",
        "shorten one of them",
    )


_BROKEN_WORD = Rule(
    "broken-word",
    severity=Severity.WARNING,
    why="A word longer than its line is broken anywhere. A soft hyphen tells where it may be.",
    file="zones/qianhai.yaml",
    wrong=(
        "introduction: {en: "
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft, "
        "zh-Hant"
    ),
    right="introduction: {en: A zone, zh-Hant",
)


def broken_word(word: str, setup: Setup) -> Message:
    return _BROKEN_WORD.message(
        f"a word is broken where no hyphen is, '{word}', {setup}",
        "choose a shorter word, or put a soft hyphen where it may be broken",
    )


_LEFT_OUT_TEXT = Rule(
    "left-out-text",
    severity=Severity.WARNING,
    why="Where there is no room for a figure or a label, the screen does without it.",
    wrong="a figure below a page of 13 lines",
    right="the same figure below a page of 6 lines",
)


def left_out_text(words: str, setup: Setup) -> Message:
    return _LEFT_OUT_TEXT.message(
        f"there is no room for '{shortened(words)}', so it is left out, {setup}",
        "shorten what stands around it",
    )


_MANY_PAGES = Rule(
    "many-pages",
    severity=Severity.WARNING,
    why=(
        "A group of figures of more than 2 pages is several groups; few visitors turn the third "
        "page."
    ),
    wrong="a panel of facts with 30 facts",
    right="three panels with 4 facts each",
)


def many_pages(count: int, most: int, setup: Setup) -> Message:
    return _MANY_PAGES.message(
        f"this panel takes {count} pages, {setup}; visitors turn {most}", "make two panels of it"
    )


_MANY_HEADLINE_LINES = Rule(
    "many-headline-lines",
    severity=Severity.WARNING,
    why="A headline of more than 3 lines takes the room of what it announces.",
    file="zones/qianhai.yaml",
    wrong=(
        "headline: {en: Sixty in a hundred of all the young teams of this long street came from "
        "Hong Kong, zh"
    ),
    right="headline: {en: Six in ten, zh",
)


def many_headline_lines(words: str, count: int, most: int, setup: Setup) -> Message:
    return _MANY_HEADLINE_LINES.message(
        f"'{shortened(words)}' takes {count} lines, {setup}; {most} are the most",
        "keep the one thing that matters",
    )


_LINE_LENGTH = Rule(
    "line-length",
    severity=Severity.WARNING,
    why=(
        "The eye loses the next line where lines have more than 75 characters, and the sense "
        "where they have fewer than 30 on average; in Chinese 40 and 15. This is measured in "
        "the real layout, in texts of three lines or more."
    ),
    file="zones/qianhai.yaml",
    wrong=f"introduction: {{en: {' '.join(['counterrevolutionarieslike'] * 5)}, zh-Hant",
    right="introduction: {en: A zone, zh-Hant",
)


def line_length(words: str, characters: int, least: int, most: int, setup: Setup) -> Message:
    hint = "choose shorter words" if characters < least else "shorten it to fewer lines"
    return _LINE_LENGTH.message(
        f"lines of {characters} characters in '{shortened(words)}', {setup};"
        f" {least} to {most} read well",
        hint,
    )


_FAINT_TEXT = Rule(
    "faint-text",
    severity=Severity.WARNING,
    why=(
        "Letters need a contrast of 4.5 to 1, large ones 3 to 1 (WCAG 2.2). The pixels under "
        "the letters are measured, in each theme."
    ),
    wrong="a white picture behind the words of the attract loop",
    right="a picture that is dark or calm where the words stand",
)


def faint_text(words: str, ratio: float, picture: str, setup: Setup) -> Message:
    return _FAINT_TEXT.message(
        f"'{shortened(words)}' stands out from the picture {picture} by only {ratio:.1f} to 1,"
        f" {setup}",
        "choose a picture that is calm there, or shorten the text",
    )


RULES = (
    _CUT_OFF_TEXT,
    _TEXTS_ON_ONE_SPOT,
    _BROKEN_WORD,
    _LEFT_OUT_TEXT,
    _MANY_PAGES,
    _MANY_HEADLINE_LINES,
    _LINE_LENGTH,
    _FAINT_TEXT,
)
"""The rules of this file."""

LAYOUT_RULES = frozenset(rule.name for rule in RULES)
"""Their names: nobody looks at them with `--fast`."""
