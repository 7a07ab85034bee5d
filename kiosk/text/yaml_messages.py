"""What is wrong with a file as YAML, whatever it says."""

from __future__ import annotations

from kiosk.text.invisible import INVISIBLE, code
from kiosk.text.message_words import shortened
from kiosk.text.messages import Message

EMPTY_FILE = Message("empty-file", "the file is empty", "it may not have been saved completely")

ONLY_COMMENTS = Message("empty-file", "the file has nothing but comments")


def not_a_mapping(found: str) -> Message:
    return Message(
        "not-a-mapping", f"the file is {found}", "begin each line with a key, such as 'id: qianhai'"
    )


SEVERAL_DOCUMENTS = Message(
    "several-documents",
    "a second document begins here",
    "delete the line '---', or split the file",
)

TAB_INDENTATION = Message("tab", "a tab at the beginning of the line", "use spaces")

TAB_BEFORE_VALUE = Message("tab", "a tab where YAML expects a space", "use spaces")

UNCLOSED_QUOTE = Message(
    "unclosed-quote", "a quotation mark opens here and is never closed", "close it"
)


def unclosed_bracket(bracket: str) -> Message:
    closing = {"[": "]", "{": "}"}.get(bracket, bracket)
    return Message(
        "unclosed-bracket",
        f"'{bracket}' opens here and is not closed properly",
        f"check the commas and quotation marks up to the closing '{closing}'",
    )


ENDS_INSIDE_BRACKETS = Message(
    "unclosed-bracket",
    "the file ends inside brackets",
    "it may not have been saved completely",
)


def stray_bracket(bracket: str) -> Message:
    return Message(
        "stray-bracket",
        f"'{bracket}' closes something that never opened",
        "delete it, or quote the text",
    )


def no_space_after_colon(key: str, behind: str = "") -> Message:
    """`behind` is the sign behind the colon, where it is one that can't be seen."""
    if behind:
        return Message(
            "no-space-after-colon",
            f"the space after '{shortened(key)}:' is {code(behind)}, which is none for YAML",
            "delete it and type a space",
        )
    return Message(
        "no-space-after-colon",
        f"there is no space after '{shortened(key)}:'",
        "put a space after the colon",
    )


def full_width_colon(key: str) -> Message:
    return Message(
        "full-width-colon",
        f"a full-width colon '：' after '{shortened(key)}'",
        "use an ordinary colon and a space",
    )


def look_alike(sign: str, meant: str, called: str) -> Message:
    """A sign that looks like one of YAML's, such as ， for a comma."""
    return Message(
        "look-alike-sign",
        f"'{sign}', {code(sign)}, is not {called} for YAML",
        f"type {meant} in its place, or put quotation marks around a text with it",
    )


NO_SPACE_AFTER_HYPHEN = Message(
    "no-space-after-hyphen",
    "there is no space after the hyphen",
    "put a space after it: '- id: …'",
)


def no_colon(line: str) -> Message:
    return Message(
        "no-colon",
        f"there is no colon after '{shortened(line)}'",
        "write 'key: value', or indent the line if it continues the text above",
    )


SECOND_COLON = Message(
    "second-colon",
    "a second colon in the line",
    "put quotation marks around a text with a colon",
)

CURLY_COLON = Message(
    "second-colon",
    "a second colon in the line, and curly quotation marks are letters for YAML",
    "put straight quotation marks, \" or ', around the whole text",
)

HASH_IN_BRACKETS = Message(
    "unclosed-bracket",
    "what follows this '#' is a comment, and the bracket is never closed",
    "put quotation marks around a text with ' #'",
)

CURLY_QUOTES = Message("curly-quotes", "curly quotation marks", "use straight ones: \" or '")

INDENTATION = Message(
    "indentation",
    "this line does not line up with the lines above",
    "indent it as far as its neighbours",
)

TEXT_AFTER_END = Message(
    "text-after-end",
    "something stands after the end of a text",
    "put quotation marks around the whole text, and the other kind inside",
)

LIST_BESIDE_KEY = Message(
    "list-beside-key",
    "a list with hyphens can't begin beside its key",
    "begin it in the next line",
)


def bad_beginning(character: str) -> Message:
    return Message(
        "bad-beginning",
        f"a text can't begin with '{character}'",
        "put quotation marks around the text",
    )


BAD_ESCAPE = Message(
    "bad-escape",
    "a backslash in double quotation marks means something else in YAML",
    "use single quotation marks",
)

BAD_BLOCK = Message("bad-block", "text stands beside '|' or '>'", "begin the text on the next line")

UNREADABLE_YAML = Message(
    "unreadable-yaml",
    "this line can't be read",
    "look at spaces, quotation marks and colons here and in the line above",
)


def no_indentation(character: str) -> Message:
    """The line begins with a sign that looks like a space."""
    return Message(
        "invisible-space",
        f"the line begins with {code(character)}, which is no space for YAML",
        "delete what stands before the first word and type spaces",
    )


def invisible_space(key: str, character: str) -> Message:
    return Message(
        "invisible-space",
        f"an invisible space, {code(character)}, in the key '{_visible(key)}'",
        "type the key again",
    )


def duplicate_key(key: str, first_line: int, *, begins_entry: bool = False) -> Message:
    """`begins_entry`: it is the key with which an entry of a list began."""
    if begins_entry:
        return Message(
            "duplicate-key",
            f"'{shortened(key)}' stands twice in one entry, first in line {first_line}",
            f"if a new entry begins here, put a hyphen before it: '- {shortened(key)}: …';"
            " else keep one of the two",
        )
    return Message(
        "duplicate-key",
        f"'{shortened(key)}' stands twice, first in line {first_line}",
        "keep one of the two",
    )


KEY_NOT_TEXT = Message("key-not-text", "a key should be a plain word", "quote a text with brackets")

MERGE_KEY = Message("merge-key", "'<<' is not allowed", "write the keys out")


def tag(written: str) -> Message:
    return Message(
        "tag",
        f"'{shortened(written)}' is not allowed",
        "put quotation marks around a text with '!'",
    )


def unknown_alias(name: str) -> Message:
    return Message(
        "unknown-alias",
        f"'*{shortened(name)}' repeats something that is not there",
        "put quotation marks around a text that begins with '*'",
    )


def alias_of_itself(name: str) -> Message:
    return Message("alias-of-itself", f"'*{shortened(name)}' stands inside what it repeats")


def too_many_aliases(limit: int) -> Message:
    return Message("too-many-aliases", f"more than {limit} repetitions with '*'", "write them out")


def too_deep(limit: int) -> Message:
    return Message("too-deep", f"more than {limit} levels inside each other")


def too_much(limit: int) -> Message:
    return Message("too-much", f"more than {limit:,} entries in one file", "split it")


def _visible(key: str) -> str:
    return shortened(INVISIBLE.sub("␣", key))
