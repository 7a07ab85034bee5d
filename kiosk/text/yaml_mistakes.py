"""What is wrong with a file as YAML, whatever it says."""

from __future__ import annotations

from kiosk.text.invisible import INVISIBLE, code
from kiosk.text.mistakes import Mistake, shortened

EMPTY_FILE = Mistake("empty-file", "the file is empty", "it may not have been saved completely")

ONLY_COMMENTS = Mistake("empty-file", "the file has nothing but comments")


def not_a_mapping(found: str) -> Mistake:
    return Mistake(
        "not-a-mapping", f"the file is {found}", "begin each line with a key, such as 'id: qianhai'"
    )


SEVERAL_DOCUMENTS = Mistake(
    "several-documents",
    "a second document begins here",
    "delete the line '---', or split the file",
)

TAB_INDENTATION = Mistake("tab", "a tab at the beginning of the line", "use spaces")

TAB_BEFORE_VALUE = Mistake("tab", "a tab where YAML expects a space", "use spaces")

UNCLOSED_QUOTE = Mistake(
    "unclosed-quote", "a quotation mark opens here and is never closed", "close it"
)


def unclosed_bracket(bracket: str) -> Mistake:
    closing = {"[": "]", "{": "}"}.get(bracket, bracket)
    return Mistake(
        "unclosed-bracket",
        f"'{bracket}' opens here and is not closed properly",
        f"check the commas and quotation marks up to the closing '{closing}'",
    )


ENDS_INSIDE_BRACKETS = Mistake(
    "unclosed-bracket",
    "the file ends inside brackets",
    "it may not have been saved completely",
)


def stray_bracket(bracket: str) -> Mistake:
    return Mistake(
        "stray-bracket",
        f"'{bracket}' closes something that never opened",
        "delete it, or quote the text",
    )


def no_space_after_colon(key: str, behind: str = "") -> Mistake:
    """`behind` is the sign behind the colon, where it is one that can't be seen."""
    if behind:
        return Mistake(
            "no-space-after-colon",
            f"the space after '{shortened(key)}:' is {code(behind)}, which is none for YAML",
            "delete it and type a space",
        )
    return Mistake(
        "no-space-after-colon",
        f"there is no space after '{shortened(key)}:'",
        "put a space after the colon",
    )


def full_width_colon(key: str) -> Mistake:
    return Mistake(
        "full-width-colon",
        f"a full-width colon '：' after '{shortened(key)}'",
        "use an ordinary colon and a space",
    )


def look_alike(sign: str, meant: str, called: str) -> Mistake:
    """A sign that looks like one of YAML's, such as ， for a comma."""
    return Mistake(
        "look-alike-sign",
        f"'{sign}', {code(sign)}, is not {called} for YAML",
        f"type {meant} in its place, or put quotation marks around a text with it",
    )


NO_SPACE_AFTER_HYPHEN = Mistake(
    "no-space-after-hyphen",
    "there is no space after the hyphen",
    "put a space after it: '- id: …'",
)


def no_colon(line: str) -> Mistake:
    return Mistake(
        "no-colon",
        f"there is no colon after '{shortened(line)}'",
        "write 'key: value', or indent the line if it continues the text above",
    )


SECOND_COLON = Mistake(
    "second-colon",
    "a second colon in the line",
    "put quotation marks around a text with a colon",
)

CURLY_COLON = Mistake(
    "second-colon",
    "a second colon in the line, and curly quotation marks are letters for YAML",
    "put straight quotation marks, \" or ', around the whole text",
)

HASH_IN_BRACKETS = Mistake(
    "unclosed-bracket",
    "what follows this '#' is a comment, and the bracket is never closed",
    "put quotation marks around a text with ' #'",
)

CURLY_QUOTES = Mistake("curly-quotes", "curly quotation marks", "use straight ones: \" or '")

INDENTATION = Mistake(
    "indentation",
    "this line does not line up with the lines above",
    "indent it as far as its neighbours",
)

TEXT_AFTER_END = Mistake(
    "text-after-end",
    "something stands after the end of a text",
    "put quotation marks around the whole text, and the other kind inside",
)

LIST_BESIDE_KEY = Mistake(
    "list-beside-key",
    "a list with hyphens can't begin beside its key",
    "begin it in the next line",
)


def bad_beginning(character: str) -> Mistake:
    return Mistake(
        "bad-beginning",
        f"a text can't begin with '{character}'",
        "put quotation marks around the text",
    )


BAD_ESCAPE = Mistake(
    "bad-escape",
    "a backslash in double quotation marks means something else in YAML",
    "use single quotation marks",
)

BAD_BLOCK = Mistake("bad-block", "text stands beside '|' or '>'", "begin the text on the next line")

UNREADABLE_YAML = Mistake(
    "unreadable-yaml",
    "this line can't be read",
    "look at spaces, quotation marks and colons here and in the line above",
)


def no_indentation(character: str) -> Mistake:
    """The line begins with a sign that looks like a space."""
    return Mistake(
        "invisible-space",
        f"the line begins with {code(character)}, which is no space for YAML",
        "delete what stands before the first word and type spaces",
    )


def invisible_space(key: str, character: str) -> Mistake:
    return Mistake(
        "invisible-space",
        f"an invisible space, {code(character)}, in the key '{_visible(key)}'",
        "type the key again",
    )


def duplicate_key(key: str, first_line: int, *, begins_entry: bool = False) -> Mistake:
    """`begins_entry`: it is the key with which an entry of a list began."""
    if begins_entry:
        return Mistake(
            "duplicate-key",
            f"'{shortened(key)}' stands twice in one entry, first in line {first_line}",
            f"if a new entry begins here, put a hyphen before it: '- {shortened(key)}: …';"
            " else keep one of the two",
        )
    return Mistake(
        "duplicate-key",
        f"'{shortened(key)}' stands twice, first in line {first_line}",
        "keep one of the two",
    )


KEY_NOT_TEXT = Mistake("key-not-text", "a key should be a plain word", "quote a text with brackets")

MERGE_KEY = Mistake("merge-key", "'<<' is not allowed", "write the keys out")


def tag(written: str) -> Mistake:
    return Mistake(
        "tag",
        f"'{shortened(written)}' is not allowed",
        "put quotation marks around a text with '!'",
    )


def unknown_alias(name: str) -> Mistake:
    return Mistake(
        "unknown-alias",
        f"'*{shortened(name)}' repeats something that is not there",
        "put quotation marks around a text that begins with '*'",
    )


def alias_of_itself(name: str) -> Mistake:
    return Mistake("alias-of-itself", f"'*{shortened(name)}' stands inside what it repeats")


def too_many_aliases(limit: int) -> Mistake:
    return Mistake("too-many-aliases", f"more than {limit} repetitions with '*'", "write them out")


def too_deep(limit: int) -> Mistake:
    return Mistake("too-deep", f"more than {limit} levels inside each other")


def too_much(limit: int) -> Mistake:
    return Mistake("too-much", f"more than {limit:,} entries in one file", "split it")


def _visible(key: str) -> str:
    return shortened(INVISIBLE.sub("␣", key))
