"""What check says about texts that have been laid out; all of it warns and no more.

The rules are declared and worded here, without Qt, and looked at in `layout_rules.py`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from kiosk.text.message_words import in_words, quoted, shortened, with_more
from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Phrase, of_program
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kiosk.workshop.check.written_texts import Spot

PAGES = 2
HEADLINE_LINES = 3
LINE_CHARACTERS: Mapping[bool, tuple[int, int]] = MappingProxyType(
    {False: (30, 75), True: (15, 40)}
)
"""The least and most characters of a line on average, for Chinese (True) and otherwise."""


class Setup(NamedTuple):
    """A language, and the shapes of windows in which something was seen."""

    language: str
    shapes: Sequence[str]

    @property
    def phrase(self) -> Phrase:
        """How a message names it."""
        return Phrase(
            "in {language} ({shapes})", language=in_words(self.language), shapes=tuple(self.shapes)
        )


class BrokenRule(NamedTuple):
    """What is wrong with a written text in one shape.

    `rule` is its name.  `word` is one more word of the message where the text alone doesn't tell,
    and `amount` how bad it is: pixels, lines, pages, characters or places.  `names` are those of
    the places, of `among` so many.
    """

    rule: str
    spot: Spot
    word: str = ""
    amount: float = 0
    shape: str = ""
    names: Sequence[str] = ()
    among: int = 0


def _or_on_map(hint: Phrase, spot: Spot) -> Phrase:
    """What else helps the name of a place, which is not to be shortened in its heading."""
    if spot.key == "name" and spot.file.startswith("zones/"):
        return Phrase(
            "{hint}; for the map alone write a 'label' or 'label_at' below 'map'", hint=hint
        )
    return hint


_CUT_OFF_TEXT = Rule(
    "cut-off-text",
    severity=Severity.WARNING,
    why="In this language and shape of screen the end of the text lies outside its place.",
    wrong="a page of a story with a list of 23 short lines",
    right="a page of a story with a list of 8 short lines",
)


def _cut_off_text(found: BrokenRule, setup: Setup) -> Message:
    """`word` is the side at which letters are missing."""
    return _CUT_OFF_TEXT.message(
        Phrase(
            "'{words}' is cut off at the {side}, {setup}",
            words=shortened(found.spot.words),
            side=of_program(found.word),
            setup=setup.phrase,
        ),
        _or_on_map(Phrase("shorten it"), found.spot),
    )


_TEXTS_ON_ONE_SPOT = Rule(
    "texts-on-one-spot",
    severity=Severity.WARNING,
    why="Two texts on one spot can't be read.",
    wrong="a title of 40 words on the map home",
    right="a title of four words",
)


def _texts_on_one_spot(found: BrokenRule, setup: Setup) -> Message:
    """`word` is the text that covers it."""
    return _TEXTS_ON_ONE_SPOT.message(
        Phrase(
            "'{words}' and '{word}' stand on one spot, {setup}",
            words=shortened(found.spot.words),
            word=shortened(found.word),
            setup=setup.phrase,
        ),
        _or_on_map(Phrase("shorten one of them"), found.spot),
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


def _broken_word(found: BrokenRule, setup: Setup) -> Message:
    """`word` is the one that had to be broken anywhere."""
    return _BROKEN_WORD.message(
        Phrase(
            "a word is broken where no hyphen is, '{word}', {setup}",
            word=found.word,
            setup=setup.phrase,
        ),
        "choose a shorter word, or put a soft hyphen where it may be broken",
    )


_LEFT_OUT_TEXT = Rule(
    "left-out-text",
    severity=Severity.WARNING,
    why="Where there is no room for a figure or a label, the screen does without it.",
    wrong="a figure below a page of 13 lines",
    right="the same figure below a page of 6 lines",
)


def _left_out_text(found: BrokenRule, setup: Setup) -> Message:
    return _LEFT_OUT_TEXT.message(
        Phrase(
            "there is no room for '{words}', so it is left out, {setup}",
            words=shortened(found.spot.words),
            setup=setup.phrase,
        ),
        "shorten what stands around it",
    )


_SOME = 3
"""So many places are named as examples."""

_NAMELESS_ON_MAP = Rule(
    "nameless-on-map",
    severity=Severity.WARNING,
    why=(
        "Where a map has more places than room for their names, some have none on the map home. "
        "They can be touched, and stand in the list; who zooms in reads their names."
    ),
    wrong="a map of 47 provinces, most of them small, with a name for each",
    right="`map_groups: {home: first}`, with a rectangle `first` in the drawing around what is "
    "looked at first; fingers bring the others",
)


def _nameless_on_map(found: BrokenRule, setup: Setup) -> Message:
    """`names` are those of the places."""
    names = [quoted(shortened(name)) for name in found.names]
    return _NAMELESS_ON_MAP.message(
        Phrase(
            "{count} of {among} places have no name on the map home, {setup}: {names}",
            count=len(found.names),
            among=found.among,
            setup=setup.phrase,
            names=with_more(names, _SOME),
        ),
        "write shorter names as 'label' below 'map', or draw a rectangle around fewer places and"
        " name it as 'home' below 'map_groups'; the list has all of them",
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


def _many_pages(found: BrokenRule, setup: Setup) -> Message:
    """`amount` is the number of pages."""
    return _MANY_PAGES.message(
        Phrase(
            "this panel takes {amount} pages, {setup}; visitors turn {limit}",
            amount=round(found.amount),
            setup=setup.phrase,
            limit=PAGES,
        ),
        "make two panels of it",
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


def _many_headline_lines(found: BrokenRule, setup: Setup) -> Message:
    """`amount` is the number of lines."""
    return _MANY_HEADLINE_LINES.message(
        Phrase(
            "'{words}' takes {amount} lines, {setup}; {limit} are the most",
            words=shortened(found.spot.words),
            amount=round(found.amount),
            setup=setup.phrase,
            limit=HEADLINE_LINES,
        ),
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
    wrong=f"introduction: {{en: {' '.join(['counterrevolutionarilyminded'] * 5)}, zh-Hant",
    right="introduction: {en: A zone, zh-Hant",
)


def _line_length(found: BrokenRule, setup: Setup) -> Message:
    """`amount` is the number of characters of a line, on average."""
    least, most = LINE_CHARACTERS[setup.language.startswith("zh")]
    return _LINE_LENGTH.message(
        Phrase(
            "lines of {amount} characters in '{words}', {setup}; {least} to {most} read well",
            amount=round(found.amount),
            words=shortened(found.spot.words),
            setup=setup.phrase,
            least=least,
            most=most,
        ),
        "choose shorter words" if found.amount < least else "shorten it to fewer lines",
    )


RULES = (
    _CUT_OFF_TEXT,
    _TEXTS_ON_ONE_SPOT,
    _BROKEN_WORD,
    _LEFT_OUT_TEXT,
    _NAMELESS_ON_MAP,
    _MANY_PAGES,
    _MANY_HEADLINE_LINES,
    _LINE_LENGTH,
)
"""The rules of this file."""

LAYOUT_RULES = frozenset(rule.name for rule in RULES)
"""Their names: nobody looks at them with `--fast`."""

WORDINGS: Mapping[str, Callable[[BrokenRule, Setup], Message]] = MappingProxyType(
    {
        _CUT_OFF_TEXT.name: _cut_off_text,
        _TEXTS_ON_ONE_SPOT.name: _texts_on_one_spot,
        _BROKEN_WORD.name: _broken_word,
        _LEFT_OUT_TEXT.name: _left_out_text,
        _NAMELESS_ON_MAP.name: _nameless_on_map,
        _MANY_PAGES.name: _many_pages,
        _MANY_HEADLINE_LINES.name: _many_headline_lines,
        _LINE_LENGTH.name: _line_length,
    }
)
"""What words each of them, by its name."""
