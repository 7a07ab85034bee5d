"""What is wrong with a file as YAML, whatever it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.fix import Fix
from kiosk.text.invisible import code
from kiosk.text.message_words import shortened
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from kiosk.text.messages import Message

_EMPTY_FILE = Rule(
    "empty-file",
    why="An empty file is most often one that was not saved completely.",
    wrong="a file of no letters",
    right="the file as it was",
)


EMPTY_FILE = _EMPTY_FILE.message("the file is empty", "it may not have been saved completely")


ONLY_COMMENTS = _EMPTY_FILE.message("the file has nothing but comments")


_NOT_A_MAPPING = Rule(
    "not-a-mapping",
    why="A file of content begins with keys.",
    wrong="a file that says only `Qianhai`",
    right="a file that begins with `id:`",
)


def not_a_mapping(found: str) -> Message:
    """`found` is what the file is instead, such as `a list`."""
    return _NOT_A_MAPPING.message(
        Phrase("the file is {found}", found=found),
        "begin each line with a key, such as 'id: qianhai'",
    )


_SEVERAL_DOCUMENTS = Rule(
    "several-documents",
    why="The program reads one document of a file; what follows would be lost.",
    file="zones/qianhai.yaml",
    wrong="---\npanels:",
    right="panels:",
)


SEVERAL_DOCUMENTS = _SEVERAL_DOCUMENTS.message(
    "a second document begins here", "delete the line '---', or split the file"
)


_TAB = Rule(
    "tab",
    why="YAML counts spaces; a tab has no width.",
    file="zones/qianhai.yaml",
    wrong="- id: teams\n\tkind: facts",
    right="- id: teams\n  kind: facts",
)


TAB_INDENTATION = _TAB.message("a tab at the beginning of the line", "use spaces")


TAB_BEFORE_VALUE = _TAB.message("a tab where YAML expects a space", "use spaces")


_NO_SPACE_AFTER_COLON = Rule(
    "no-space-after-colon",
    why="Without the space YAML takes key and value for one word.",
    file="zones/qianhai.yaml",
    wrong="name: {en:Qianhai",
    right="name: {en: Qianhai",
)


def no_space_after_colon(key: str, behind: str = "") -> Message:
    """`behind` is the sign behind the colon, where it is one that can't be seen."""
    if behind:
        return _NO_SPACE_AFTER_COLON.message(
            Phrase(
                "the space after '{key}:' is {behind}, which is none for YAML",
                key=shortened(key),
                behind=code(behind),
            ),
            "delete it and type a space",
            fix=Fix.replace(f"{key}:{behind}", f"{key}: "),
        )
    return _NO_SPACE_AFTER_COLON.message(
        Phrase("there is no space after '{key}:'", key=shortened(key)),
        "put a space after the colon",
        fix=Fix.replace(f"{key}:", f"{key}: "),
    )


_FULL_WIDTH_COLON = Rule(
    "full-width-colon",
    why="A colon typed with a Chinese keyboard is a letter for YAML.",
    file="zones/qianhai.yaml",
    wrong="id：qianhai",
    right="id: qianhai",
)


def full_width_colon(key: str) -> Message:
    """A colon of a Chinese keyboard behind a key."""
    return _FULL_WIDTH_COLON.message(
        Phrase("a full-width colon '：' after '{key}'", key=shortened(key)),
        "use an ordinary colon and a space",
        fix=Fix.replace("：", ": "),
    )


_LOOK_ALIKE_SIGN = Rule(
    "look-alike-sign",
    why=(
        "Chinese keyboards and word processors type signs that look like those of YAML and are "
        "letters for it."
    ),
    file="zones/qianhai.yaml",
    wrong="zh-Hant: 前海， zh-Hans: 前海",
    right="zh-Hant: 前海, zh-Hans: 前海",
)


def look_alike(sign: str, meant: str, called: str) -> Message:
    """A sign that looks like one of YAML's, such as ， for a comma."""
    return _LOOK_ALIKE_SIGN.message(
        Phrase(
            "'{sign}', {code}, is not {called} for YAML",
            sign=sign,
            code=code(sign),
            called=called,
        ),
        Phrase(
            "type {meant} in its place, or put quotation marks around a text with it",
            meant=meant,
        ),
        fix=Fix.replace(sign, f"{meant} ") if meant in ("-", ",") else None,
    )


_NO_SPACE_AFTER_HYPHEN = Rule(
    "no-space-after-hyphen",
    why="Without the space YAML takes hyphen and key for one word.",
    file="zones/qianhai.yaml",
    wrong="  -id: all",
    right="  - id: all",
)


NO_SPACE_AFTER_HYPHEN = _NO_SPACE_AFTER_HYPHEN.message(
    "there is no space after the hyphen",
    "put a space after it: '- id: …'",
    fix=Fix.replace("-", "- "),
)


_NO_COLON = Rule(
    "no-colon",
    why="A line in which there is no key means nothing.",
    file="zones/qianhai.yaml",
    wrong="innovation zone",
    right="kind: innovation-zone",
)


def no_colon(line: str) -> Message:
    """A line that is no key, and continues no text."""
    return _NO_COLON.message(
        Phrase("there is no colon after '{line}'", line=shortened(line)),
        "write 'key: value', or indent the line if it continues the text above",
    )


_SECOND_COLON = Rule(
    "second-colon",
    why="YAML takes the words before the second colon for a key.",
    file="zones/shenzhen.yaml",
    wrong="en: Steel: strong.",
    right="en: A strong steel.",
)


SECOND_COLON = _SECOND_COLON.message(
    "a second colon in the line", "put quotation marks around a text with a colon"
)


CURLY_COLON = _SECOND_COLON.message(
    "a second colon in the line, and curly quotation marks are letters for YAML",
    "put straight quotation marks, \" or ', around the whole text",
)


_INDENTATION = Rule(
    "indentation",
    why="How far a line is indented tells what it belongs to.",
    file="zones/qianhai.yaml",
    wrong="id: qianhai\n kind: innovation-zone",
    right="id: qianhai\nkind: innovation-zone",
)


INDENTATION = _INDENTATION.message(
    "this line does not line up with the lines above", "indent it as far as its neighbours"
)


_LIST_BESIDE_KEY = Rule(
    "list-beside-key",
    why="A list with hyphens begins on a line of its own.",
    file="zones/qianhai.yaml",
    wrong="in: - shenzhen",
    right="in: [shenzhen]",
)


LIST_BESIDE_KEY = _LIST_BESIDE_KEY.message(
    "a list with hyphens can't begin beside its key", "begin it in the next line"
)


_BAD_BLOCK = Rule(
    "bad-block",
    why="What stands beside the sign that begins a block of lines is no part of it.",
    file="zones/shenzhen.yaml",
    wrong="en: | A strong steel.",
    right="en: A strong steel.",
)


BAD_BLOCK = _BAD_BLOCK.message("text stands beside '|' or '>'", "begin the text on the next line")


_UNREADABLE_YAML = Rule(
    "unreadable-yaml",
    why="The line is no YAML for a reason that has no name of its own.",
    wrong="a key that begins with `?`",
    right="a plain word as a key",
)


UNREADABLE_YAML = _UNREADABLE_YAML.message(
    "this line can't be read",
    "look at spaces, quotation marks and colons here and in the line above",
)


RULES = (
    _EMPTY_FILE,
    _NOT_A_MAPPING,
    _SEVERAL_DOCUMENTS,
    _TAB,
    _NO_SPACE_AFTER_COLON,
    _FULL_WIDTH_COLON,
    _LOOK_ALIKE_SIGN,
    _NO_SPACE_AFTER_HYPHEN,
    _NO_COLON,
    _SECOND_COLON,
    _INDENTATION,
    _LIST_BESIDE_KEY,
    _BAD_BLOCK,
    _UNREADABLE_YAML,
)
"""The rules of this file."""
