"""What is wrong with a key or its value, in any file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kiosk.text.fix import Fix, FixKind
from kiosk.text.ids import LONGEST_ID, is_id
from kiosk.text.languages import SPOKEN, language_named
from kiosk.text.message_words import did_you_mean, in_words, one_of, shortened, write_nearest
from kiosk.text.multilingual import LONGEST_TEXT, LONGEST_WORD
from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Collection

    from kiosk.text.messages import Message
from kiosk.text.rule import Rule

_UNKNOWN_KEY = Rule(
    "unknown-key",
    why="A misspelt key would be passed over without a word.",
    file="zones/qianhai.yaml",
    wrong="    buond: more-than",
    right="    bound: more-than",
)


def unknown_key(key: str, known: Collection[str]) -> Message:
    """A key that means nothing here; `known` are those that do."""
    hint = did_you_mean(key, known) or Phrase(
        "the keys here are {names}", names=one_of(known, "and")
    )
    return _UNKNOWN_KEY.message(
        Phrase("unknown key '{key}'", key=shortened(key)), hint, fix=write_nearest(key, known)
    )


_TEXT_WITH_COMMA = Rule(
    "text-with-comma",
    why="Between brackets a comma ends a text, and what follows is taken for the next key.",
    file="zones/qianhai.yaml",
    wrong="introduction: {en: A zone, by the water, zh-Hant",
    right="introduction: {en: A zone, zh-Hant",
)


def text_with_comma(begin: str) -> Message:
    """`begin` is what follows a comma between brackets, and has no colon."""
    return _TEXT_WITH_COMMA.message(
        Phrase("the comma before '{begin}' ends the text", begin=shortened(begin)),
        "put quotation marks around a text with a comma",
    )


NUMBER_WITH_COMMAS = re.compile(r"[-−+]?\d+(?:,\d+)+(?:\.\d+)?(?: ?[%a-z]+)?")
_THOUSANDS = re.compile(r"[-−+]?\d{1,3}(?:,\d{3})+(?![,\d]).*")
_DECIMALS = re.compile(r"[-−+]?\d+,\d{1,2}(?!\d)[^,.]*")


def number_with_commas(written: str) -> Message:
    """A number between brackets that has a comma: for thousands, or where a point is meant."""
    meant = ""
    if _THOUSANDS.fullmatch(written):
        meant = written.replace(",", "")
    elif _DECIMALS.fullmatch(written):
        meant = written.replace(",", ".")
    meant = meant.removesuffix("%").rstrip()
    return _TEXT_WITH_COMMA.message(
        Phrase(
            "between brackets the comma ends what was to be '{written}'", written=shortened(written)
        ),
        Phrase("write {meant}, or put quotation marks around a text", meant=meant)
        if meant
        else "put quotation marks around a text with a comma",
        fix=Fix.replace(written, meant),
    )


_MISSING_KEY = Rule(
    "missing-key",
    why="Without this key there would be a hole on the screen.",
    file="zones/qianhai.yaml",
    wrong="    part_of: all\n    unit: teams",
    right="    part_of: all\n    value: 691\n    unit: teams",
)


def missing_key(key: str) -> Message:
    """A key that has to be there."""
    hint = Phrase("the file may not have been saved completely") if key == "panels" else ""
    return _MISSING_KEY.message(Phrase("'{key}' is missing", key=key), hint)


_EMPTY_VALUE = Rule(
    "empty-value",
    why="A key without a value is most often forgotten.",
    file="zones/qianhai.yaml",
    wrong="kind:\n  source",
    right="kind: facts\n  source",
)


def empty_value(name: str) -> Message:
    """`name` says what is empty, such as `'kind'` or `entry 2 of 'facts'`."""
    return _EMPTY_VALUE.message(
        Phrase("{name} is empty", name=name), "write a value or delete the line"
    )


_WRONG_TYPE = Rule(
    "wrong-type",
    why="A list, a text and a group of keys are written differently.",
    file="zones/qianhai.yaml",
    wrong="in: shenzhen",
    right="in: [shenzhen]",
)


def should_be_list(name: str, written: str | None = None) -> Message:
    """`written` is the text that stands there, where it is one."""
    plain = (written or "").strip("［］[] ")
    hint = (
        Phrase("write [{plain}]", plain=shortened(plain))
        if plain
        else Phrase("begin each entry with '- '")
    )
    fix = Fix.replace(written.strip(), f"[{plain}]") if written is not None and plain else None
    return _WRONG_TYPE.message(Phrase("{name} should be a list", name=name), hint, fix=fix)


def should_be_mapping(name: str) -> Message:
    """Something without keys of its own."""
    return _WRONG_TYPE.message(
        Phrase("{name} should have keys of its own, each with a colon", name=name)
    )


def should_be_text(name: str) -> Message:
    """A list or keys where a text or a number should stand."""
    return _WRONG_TYPE.message(
        Phrase("{name} should be a text or a number, not a list or keys", name=name),
        "write a single one",
    )


def should_have_languages(name: str, languages: Collection[str]) -> Message:
    """Something else than a mapping of languages to words."""
    return _WRONG_TYPE.message(
        Phrase("{name} should have words for each language", name=name),
        Phrase("write {keys}", keys=f"{{{': …, '.join(languages)}: …}}"),
    )


def should_be_pair(name: str) -> Message:
    """Something else than two numbers."""
    return _WRONG_TYPE.message(
        Phrase("{name} should be two numbers", name=name), "write them as [-40, 12]"
    )


def should_be_point(name: str, written: str | None = None) -> Message:
    """Something else than a point of the map; `written` is the text that stands there."""
    return _WRONG_TYPE.message(
        Phrase("{name} is no point of the map", name=name)
        if written is None
        else Phrase(
            "{name} is no point of the map: '{written}'", name=name, written=shortened(written)
        ),
        "write two numbers in units of the drawing, as [981.2, 757.6]; on the map that came along,"
        " coordinates will do, as '22.53 N, 113.90 E'",
    )


_NO_WORDS = Rule(
    "no-words",
    why="A text without any words would be a hole on the screen.",
    file="sources.yaml",
    wrong="title: ''",
    right="title: People's Daily overseas edition",
)


def no_words(name: str) -> Message:
    """A text that is empty in every language."""
    return _NO_WORDS.message(
        Phrase("{name} has no words in any language", name=name), "write what visitors are to read"
    )


_TEXT_TOO_LONG = Rule(
    "text-too-long",
    why="To lay out more than 5000 letters takes longer than a visitor waits.",
    wrong="a text with a whole book in it",
    right="the sentence that matters",
)


def text_too_long(name: str, language: str) -> Message:
    """A text that is too long to be laid out."""
    return _TEXT_TOO_LONG.message(
        Phrase(
            "{name} has more than {limit:,} letters in '{language}'",
            name=name,
            limit=LONGEST_TEXT,
            language=in_words(language),
        ),
        "shorten it, or divide it among several pages",
    )


_WORD_TOO_LONG = Rule(
    "word-too-long",
    why="Lines can't break in a word, and one of more than 200 letters is a slip or does harm.",
    wrong="a word of 300 letters",
    right="the words it was made of",
)


def word_too_long(name: str, word: str, length: int) -> Message:
    """A word that is too long for any line."""
    return _WORD_TOO_LONG.message(
        Phrase(
            "{name} has a word of {length:,} letters, '{word}'; {limit} are the most",
            name=name,
            length=length,
            word=shortened(word),
            limit=LONGEST_WORD,
        ),
        "put spaces between its parts",
    )


_OTHER_COMMAS = re.compile(r"\s*[、，；;]\s*")


_BAD_ID = Rule(
    "bad-id",
    why="Tours, counts and links name things by their ids, in every system and language.",
    file="zones/qianhai.yaml",
    wrong="- id: Six in Ten",
    right="- id: six-in-ten",
)


def bad_id(written: str, known: Collection[str] = ()) -> Message:
    """What is no id, with an id like it: one that is `known`, where nothing else can be meant."""
    several = _OTHER_COMMAS.split(written)
    if are_joined_ids(written):
        return _BAD_ID.message(
            Phrase("'{written}' is not an id", written=shortened(written)),
            Phrase("put ordinary commas between them: {ids}", ids=shortened(", ".join(several))),
            fix=Fix.replace(written, ", ".join(several)),
        )
    if known:
        listed = Phrase("the ids of the places are {names}", names=one_of(sorted(known), "and"))
        return _BAD_ID.message(
            Phrase("'{written}' is not an id", written=shortened(written)),
            did_you_mean(written, known) or listed,
            fix=write_nearest(written, known),
        )
    proposal = re.sub(r"[^a-z0-9]+", "-", written.lower()).strip("-")[:LONGEST_ID].strip("-")
    return _BAD_ID.message(
        Phrase("'{written}' is not an id", written=shortened(written)),
        Phrase(
            "use at most {limit} small letters, digits and single hyphens, such as '{id}'",
            limit=LONGEST_ID,
            id=proposal or "hong-kong",
        ),
        fix=Fix.replace(written, proposal),
    )


def are_joined_ids(written: str) -> bool:
    """Whether it is several ids with other commas between them than YAML knows."""
    several = _OTHER_COMMAS.split(written)
    return len(several) > 1 and all(map(is_id, several))


class Advice(NamedTuple):
    """What to do about a figure or a date, and the one that can only be meant, if there is one."""

    hint: str = ""
    meant: str = ""


NO_ADVICE = Advice()

_BAD_FIGURE = Rule(
    "bad-figure",
    why="A figure has to be a number or a date, so that it can be written in each language.",
    file="zones/qianhai.yaml",
    wrong="value: many",
    right="value: 1195",
)


def bad_figure(written: str, advice: Advice = NO_ADVICE) -> Message:
    """`advice` is what to write where it can be told what was meant."""
    return _BAD_FIGURE.message(
        Phrase("'{written}' is not a figure", written=shortened(written)),
        advice.hint or "write 1195, 1,195, 4.2 billion or 2014-12-07",
        fix=Fix.replace(written, advice.meant),
    )


BAD_DATE = Rule(
    "bad-date",
    why="A date is written in one way, so that each language can write it in its own.",
    file="zones/qianhai.yaml",
    wrong="before: 1/2024",
    right="before: 2024",
)


def bad_date(written: str, advice: Advice = NO_ADVICE) -> Message:
    """`advice` is what to write where it can be told what was meant."""
    return BAD_DATE.message(
        Phrase("'{written}' is not a date", written=shortened(written)),
        advice.hint or "write 2024, 2024-06 or 2024-06-16",
        fix=Fix.replace(written, advice.meant),
    )


_BAD_NUMBER = Rule(
    "bad-number",
    why="This has to be a number.",
    file="zones/qianhai.yaml",
    wrong="chip: [left, 12.5]",
    right="chip: [-40, 12.5]",
)


def bad_number(written: str) -> Message:
    """What is no number."""
    return _BAD_NUMBER.message(
        Phrase("'{written}' is not a number", written=shortened(written)), "write -40 or 12.5"
    )


def bad_whole_number(name: str, written: str) -> Message:
    """What is no whole number above 0."""
    return _BAD_NUMBER.message(
        Phrase("{name} can't be '{written}'", name=name, written=shortened(written)),
        "write a whole number, 1 or more",
    )


_BAD_CHOICE = Rule(
    "bad-choice",
    why="Only these words mean something here.",
    file="zones/qianhai.yaml",
    wrong="chart: wafle",
    right="chart: waffle",
)


def bad_choice(name: str, written: str, choices: Collection[str]) -> Message:
    """A word that is none of `choices`."""
    return _BAD_CHOICE.message(
        Phrase(
            "{name} is '{written}'; choose {choices}",
            name=name,
            written=shortened(written),
            choices=one_of(choices),
        ),
        did_you_mean(written, choices),
        fix=write_nearest(written, choices),
    )


def bad_language(name: str, written: str) -> Message:
    """A word that is no tag of a language."""
    tag = language_named(written)
    meant = Phrase("did you mean '{tag}'?", tag=tag) if tag else did_you_mean(written, SPOKEN)
    return _BAD_CHOICE.message(
        Phrase(
            "{name} is '{written}'; choose {choices}",
            name=name,
            written=shortened(written),
            choices=one_of(SPOKEN),
        ),
        meant or "or any other language by its tag, such as fr",
        fix=Fix.replace(written, tag) if tag else write_nearest(written, SPOKEN),
    )


_RIGHT_TO_LEFT = Rule(
    "right-to-left",
    why="Text, charts and controls run from left to right.",
    file="exhibit.yaml",
    wrong="languages: [en, zh-Hant, zh-Hans, pt, ar]",
    right="languages: [en, zh-Hant, zh-Hans, pt]",
)


def right_to_left(language: str) -> Message:
    """A language that no screen can show."""
    return _RIGHT_TO_LEFT.message(
        Phrase(
            "{language} is written from right to left, which the exhibit can't show yet",
            language=shortened(language),
        ),
        "leave this language out",
        fix=Fix(FixKind.DELETE),
    )


_EMPTY_LIST = Rule(
    "empty-list",
    why="A list without entries says nothing.",
    file="exhibit.yaml",
    wrong="languages: []",
    right="languages: [en, zh-Hant, zh-Hans, pt]",
)


def empty_list(name: str) -> Message:
    """A list that needs an entry and has none."""
    return _EMPTY_LIST.message(Phrase("{name} has no entry", name=name))


_TOO_MANY_ENTRIES = Rule(
    "too-many-entries",
    why="More of them can't be shown.",
    wrong="five series in a chart",
    right="four series",
)


def too_many_entries(name: str, limit: int) -> Message:
    """A list that has more entries than can be shown."""
    return _TOO_MANY_ENTRIES.message(
        Phrase("{name} has more than {limit} entries", name=name, limit=limit)
    )


_BAD_VALUE = Rule(
    "bad-value",
    why="The value is none that is possible here.",
    wrong="a value that no other rule explains",
    right="what docs/content-format.md says of the key",
)


def bad_value(name: str, written: str) -> Message:
    """What no other message explains."""
    return _BAD_VALUE.message(
        Phrase("{name} can't be '{written}'", name=name, written=shortened(written))
    )


RULES = (
    _UNKNOWN_KEY,
    _TEXT_WITH_COMMA,
    _MISSING_KEY,
    _EMPTY_VALUE,
    _WRONG_TYPE,
    _NO_WORDS,
    _TEXT_TOO_LONG,
    _WORD_TOO_LONG,
    _BAD_ID,
    _BAD_FIGURE,
    BAD_DATE,
    _BAD_NUMBER,
    _BAD_CHOICE,
    _RIGHT_TO_LEFT,
    _EMPTY_LIST,
    _TOO_MANY_ENTRIES,
    _BAD_VALUE,
)
"""The rules of this file."""
