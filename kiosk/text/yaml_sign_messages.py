"""What is wrong with quotation marks, brackets and other signs of YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.fix import Fix
from kiosk.text.message_words import shortened
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from kiosk.text.messages import Message

_UNCLOSED_QUOTE = Rule(
    "unclosed-quote",
    why="Everything up to the next quotation mark would be one text.",
    file="zones/shenzhen.yaml",
    wrong='en: "A strong steel.',
    right="en: A strong steel.",
)


UNCLOSED_QUOTE = _UNCLOSED_QUOTE.message(
    "a quotation mark opens here and is never closed", "close it"
)


_UNCLOSED_BRACKET = Rule(
    "unclosed-bracket",
    why="Everything up to the next bracket would be one list.",
    file="zones/qianhai.yaml",
    wrong="in: [shenzhen",
    right="in: [shenzhen]",
)


def unclosed_bracket(bracket: str) -> Message:
    """`bracket` is the one that opens."""
    closing = {"[": "]", "{": "}"}.get(bracket, bracket)
    return _UNCLOSED_BRACKET.message(
        Phrase("'{bracket}' opens here and is not closed properly", bracket=bracket),
        Phrase(
            "check the commas and quotation marks up to the closing '{closing}'", closing=closing
        ),
    )


ENDS_INSIDE_BRACKETS = _UNCLOSED_BRACKET.message(
    "the file ends inside brackets", "it may not have been saved completely"
)


_STRAY_BRACKET = Rule(
    "stray-bracket",
    why="A bracket that closes nothing means that another one is missing.",
    file="zones/qianhai.yaml",
    wrong="in: ]",
    right="in: [shenzhen]",
)


def stray_bracket(bracket: str) -> Message:
    """`bracket` closes nothing."""
    return _STRAY_BRACKET.message(
        Phrase("'{bracket}' closes something that never opened", bracket=bracket),
        "delete it, or quote the text",
    )


HASH_IN_BRACKETS = _UNCLOSED_BRACKET.message(
    "what follows this '#' is a comment, and the bracket is never closed",
    "put quotation marks around a text with ' #'",
)


_CURLY_QUOTES = Rule(
    "curly-quotes",
    why="Word processors make curly quotation marks, which are letters for YAML.",
    file="zones/qianhai.yaml",
    wrong="“lead”: true",
    right="lead: true",
)


CURLY_QUOTES = _CURLY_QUOTES.message("curly quotation marks", "use straight ones: \" or '")


_TEXT_AFTER_END = Rule(
    "text-after-end",
    why="The quotation mark has ended the text, and what follows belongs to nothing.",
    file="zones/shenzhen.yaml",
    wrong='en: "A strong" steel',
    right="en: A strong steel.",
)


TEXT_AFTER_END = _TEXT_AFTER_END.message(
    "something stands after the end of a text",
    "put quotation marks around the whole text, and the other kind inside",
)


def apostrophe(word: str) -> Message:
    """A `word` with an apostrophe, within a text in the same marks."""
    twice = word.replace("'", "''")
    return _TEXT_AFTER_END.message(
        Phrase("the apostrophe in {word} ends the text", word=shortened(word)),
        Phrase(
            'write it twice, {twice}, or put " at both ends of the text', twice=shortened(twice)
        ),
        fix=Fix.replace(word, twice),
    )


_BAD_BEGINNING = Rule(
    "bad-beginning",
    why="Some signs mean something else at the beginning of a text.",
    file="zones/qianhai.yaml",
    wrong="unit: @yuan",
    right="unit: yuan",
)


def bad_beginning(character: str) -> Message:
    """A text begins with a sign that YAML keeps for itself."""
    return _BAD_BEGINNING.message(
        Phrase("a text can't begin with '{character}'", character=character),
        "put quotation marks around the text",
    )


_BAD_ESCAPE = Rule(
    "bad-escape",
    why="In double quotation marks a backslash changes the letter behind it.",
    file="zones/qianhai.yaml",
    wrong='unit: "\\q"',
    right="unit: yuan",
)


BAD_ESCAPE = _BAD_ESCAPE.message(
    "a backslash in double quotation marks means something else in YAML",
    "use single quotation marks",
)


RULES = (
    _UNCLOSED_QUOTE,
    _UNCLOSED_BRACKET,
    _STRAY_BRACKET,
    _CURLY_QUOTES,
    _TEXT_AFTER_END,
    _BAD_BEGINNING,
    _BAD_ESCAPE,
)
"""The rules of this file."""
