"""What is wrong with the keys of a file, with repetitions, and with how much there is of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.invisible import INVISIBLE, code
from kiosk.text.message_words import shortened
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from kiosk.text.messages import Message

_INVISIBLE_SPACE = Rule(
    "invisible-space",
    why="A key with an invisible letter in it is another key.",
    wrong="`lead` with an invisible space before it, pasted from a web page",
    right="`lead`, typed again",
)


def no_indentation(character: str) -> Message:
    """The line begins with a sign that looks like a space."""
    return _INVISIBLE_SPACE.message(
        Phrase(
            "the line begins with {character}, which is no space for YAML",
            character=code(character),
        ),
        "delete what stands before the first word and type spaces",
    )


def invisible_space(key: str, character: str) -> Message:
    """A key has a letter in it that can't be seen."""
    return _INVISIBLE_SPACE.message(
        Phrase(
            "an invisible space, {character}, in the key '{key}'",
            character=code(character),
            key=_visible(key),
        ),
        "type the key again",
    )


_DUPLICATE_KEY = Rule(
    "duplicate-key",
    why="Of two equal keys only the first is read, and nobody knows which one was meant.",
    file="zones/qianhai.yaml",
    wrong="    unit: yuan\n    unit: teams",
    right="    unit: yuan",
)


def duplicate_key(key: str, first_line: int, *, begins_entry: bool = False) -> Message:
    """`begins_entry`: it is the key with which an entry of a list began."""
    if begins_entry:
        return _DUPLICATE_KEY.message(
            Phrase(
                "'{key}' stands twice in one entry, first in line {first_line}",
                key=shortened(key),
                first_line=first_line,
            ),
            Phrase(
                "if a new entry begins here, put a hyphen before it: '- {key}: …'; else keep "
                "one of the two",
                key=shortened(key),
            ),
        )
    return _DUPLICATE_KEY.message(
        Phrase(
            "'{key}' stands twice, first in line {first_line}",
            key=shortened(key),
            first_line=first_line,
        ),
        "keep one of the two",
    )


_KEY_NOT_TEXT = Rule(
    "key-not-text",
    why="A key is a plain word.",
    file="zones/qianhai.yaml",
    wrong="    [unit]: yuan",
    right="    unit: yuan",
)


KEY_NOT_TEXT = _KEY_NOT_TEXT.message("a key should be a plain word", "quote a text with brackets")


_MERGE_KEY = Rule(
    "merge-key",
    why="`<<` copies from elsewhere, so that a change in one place changes another unseen.",
    file="zones/qianhai.yaml",
    wrong="    unit: yuan\n    <<: {bound: about}",
    right="    unit: yuan",
)


MERGE_KEY = _MERGE_KEY.message("'<<' is not allowed", "write the keys out")


_TAG = Rule(
    "tag",
    why=(
        "A word that begins with `!` is an order to other programs; nothing in content is ever "
        "carried out."
    ),
    file="zones/qianhai.yaml",
    wrong="unit: !yuan x",
    right="unit: yuan",
)


def tag(written: str) -> Message:
    """A word that begins with `!`."""
    return _TAG.message(
        Phrase("'{written}' is not allowed", written=shortened(written)),
        "put quotation marks around a text with '!'",
    )


_UNKNOWN_ALIAS = Rule(
    "unknown-alias",
    why="`*u` repeats what `&u` has named, and nothing has.",
    file="zones/qianhai.yaml",
    wrong="unit: *u",
    right="unit: yuan",
)


def unknown_alias(name: str) -> Message:
    """`*name` repeats nothing."""
    return _UNKNOWN_ALIAS.message(
        Phrase("'*{name}' repeats something that is not there", name=shortened(name)),
        "put quotation marks around a text that begins with '*'",
    )


_ALIAS_OF_ITSELF = Rule(
    "alias-of-itself",
    why="What repeats itself never ends.",
    file="zones/qianhai.yaml",
    wrong="in: &in [*in]",
    right="in: [shenzhen]",
)


def alias_of_itself(name: str) -> Message:
    """`*name` would never end."""
    return _ALIAS_OF_ITSELF.message(
        Phrase("'*{name}' stands inside what it repeats", name=shortened(name))
    )


_TOO_MANY_ALIASES = Rule(
    "too-many-aliases",
    why="Repetitions of repetitions grow without bounds.",
    wrong="17 repetitions with `*` in a file",
    right="the texts written out",
)


def too_many_aliases(limit: int) -> Message:
    """More repetitions with `*` than a file may have."""
    return _TOO_MANY_ALIASES.message(
        Phrase("more than {limit} repetitions with '*'", limit=limit), "write them out"
    )


_TOO_DEEP = Rule(
    "too-deep",
    why="Content is never more than 32 levels deep.",
    wrong="33 brackets inside each other",
    right="the two or three levels that docs/content-format.md shows",
)


def too_deep(limit: int) -> Message:
    """More levels inside each other than a file may have."""
    return _TOO_DEEP.message(Phrase("more than {limit} levels inside each other", limit=limit))


_TOO_MUCH = Rule(
    "too-much",
    why="So many entries are never meant.",
    wrong="more than 200,000 entries in a file",
    right="a table in `data/`",
)


def too_much(limit: int) -> Message:
    """More entries than a file may have."""
    return _TOO_MUCH.message(
        Phrase("more than {limit:,} entries in one file", limit=limit), "split it"
    )


def _visible(key: str) -> str:
    return shortened(INVISIBLE.sub("␣", key))


RULES = (
    _INVISIBLE_SPACE,
    _DUPLICATE_KEY,
    _KEY_NOT_TEXT,
    _MERGE_KEY,
    _TAG,
    _UNKNOWN_ALIAS,
    _ALIAS_OF_ITSELF,
    _TOO_MANY_ALIASES,
    _TOO_DEEP,
    _TOO_MUCH,
)
"""The rules of this file."""
