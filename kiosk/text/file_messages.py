"""What is wrong with a file or folder before anybody reads a word of it."""

from __future__ import annotations

import unicodedata

from kiosk.text.invisible import code
from kiosk.text.message_words import shortened
from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Phrase, of_program, template
from kiosk.text.rule import Rule

_NO_FOLDER = Rule(
    "no-folder",
    why="There is nothing to read.",
    wrong="`kiosk check conten`",
    right="`kiosk check content`",
)


def no_folder(name: str) -> Message:
    """The folder of the content is not there."""
    return _NO_FOLDER.message(Phrase("there is no folder {name}", name=name))


_UNREADABLE_FOLDER = Rule(
    "unreadable-folder",
    why=(
        "The system does not let the program look into the folder, so nothing in it can be shown."
    ),
    wrong="a folder that only another user may read",
    right="a folder that everybody may read",
)


def unreadable_folder(name: str, reason: str) -> Message:
    """`reason` is the system's."""
    return _UNREADABLE_FOLDER.message(
        Phrase("the folder {name} can't be opened: {reason}", name=name, reason=of_program(reason)),
        "let the user who runs this read it",
    )


_NAME_NOT_UTF_8 = Rule(
    "name-not-utf-8",
    why="No text can name such a file, and another machine would show its name as other signs.",
    wrong="`café.jpg` out of an archive that was made on Windows, listed as `caf\\xe9.jpg`",
    right="`cafe.jpg`",
)


def name_not_utf8(name: str) -> Message:
    """`name` is shown with codes for what is no letter."""
    return _NAME_NOT_UTF_8.message(
        Phrase("the name of this file is not UTF-8: {name}", name=name),
        "rename it; archives made on Windows often have such names",
    )


_NAME_NOT_PRINTABLE = Rule(
    "name-not-printable",
    why="A name with a line break or an invisible sign in it can hardly be typed or told.",
    wrong="`hetao‹U+000A›.svg`, out of a program that names files after texts",
    right="`hetao.svg`",
)


def name_not_printable(letter: str) -> Message:
    """`letter` is the first sign of the name that can't be seen."""
    return _NAME_NOT_PRINTABLE.message(
        Phrase("an invisible sign, {letter}, in the name of this file", letter=code(letter)),
        "rename it",
    )


_NO_FILE = Rule(
    "no-file",
    why="The exhibit can't do without this file.",
    wrong="a folder without `exhibit.yaml`",
    right="the same with `exhibit.yaml`",
)


def no_file(what: str, hint: str = "") -> Message:
    """`what` is not there, and `hint` may say what is in its place."""
    return _NO_FILE.message(Phrase("{what} is not there", what=what), hint)


_EMPTY_FOLDER = Rule(
    "empty-folder",
    why="An exhibit needs one place at least.",
    wrong="a folder `zones` without any file",
    right="the same with `zones/hetao.yaml`",
)


EMPTY_FOLDER = _EMPTY_FOLDER.message(
    "there is no zone in this folder", "each zone is a file such as hetao.yaml"
)


_UNREADABLE_FILE = Rule(
    "unreadable-file",
    why="The system does not let the program open the file.",
    wrong="a file that only another user may read",
    right="a file that everybody may read",
)


_NO_NAME = template("its name holds a character that no name can have")
"""What `plain_file.py` says where no system could have such a name."""


def unreadable_file(reason: str) -> Message:
    """`reason` is the system's."""
    return _UNREADABLE_FILE.message(
        Phrase("the file can't be opened: {reason}", reason=of_program(reason))
    )


_NOT_A_FILE = Rule(
    "not-a-file",
    why="A pipe or a device is never opened, since it may never end.",
    wrong="a folder named `zones/macao.yaml`",
    right="a file of that name",
)


_NOT_FILES = (
    template("a folder"),
    template("a pipe"),
    template("a socket"),
    template("a link"),
    template("a link to nothing"),
    template("a device"),
)
"""What `plain_file.py` says that something is."""


def not_a_file(what: str) -> Message:
    """`what` it is instead, such as `a pipe`."""
    return _NOT_A_FILE.message(
        Phrase("this is {what}, not a plain file", what=of_program(what)),
        "put a copy of the file itself here",
    )


_OUTSIDE_FOLDER = Rule(
    "outside-folder",
    why=(
        "A link that leads out of the folder would not be there on another machine, and could "
        "show what is nobody's business."
    ),
    wrong="a link to a file elsewhere",
    right="a copy of the file",
)


OUTSIDE_FOLDER = _OUTSIDE_FOLDER.message(
    "this is a link that leads out of the content folder", "put a copy of the file itself here"
)


_FILE_TOO_LARGE = Rule(
    "file-too-large",
    why="A text of more than 1 MiB is no text for a screen.",
    wrong="a zone of 3 MiB",
    right="several zones",
)


def file_too_large(limit: str) -> Message:
    """`limit` with its unit."""
    return _FILE_TOO_LARGE.message(
        Phrase("the file is larger than {limit}", limit=limit), "split it"
    )


def texts_too_large(limit: str) -> Message:
    """The files before this one have used up the `limit`."""
    return _FILE_TOO_LARGE.message(
        Phrase(
            "with this file the texts are larger than {limit} together, so it is not read",
            limit=limit,
        ),
        "make two exhibits of it",
    )


_TOO_MANY_FILES = Rule(
    "too-many-files",
    why="More than 1000 places are never meant.",
    wrong="1001 files in `zones/`",
    right="fewer",
)


def too_many_files(limit: int) -> Message:
    """A folder with more files than are read."""
    return _TOO_MANY_FILES.message(
        Phrase("there are more than {limit:,} files in this folder", limit=limit)
    )


_FILE_NOT_READ = Rule(
    "file-not-read",
    severity=Severity.WARNING,
    why="Only files whose names end in `.yaml` are read as places.",
    wrong="`zones/notes.txt`",
    right="the same file outside of `zones`",
)


def file_not_read(ending: str) -> Message:
    """`ending` is the one that files of this folder have."""
    return _FILE_NOT_READ.message(
        "this file is not read",
        Phrase("let its name end in {ending}, or move it elsewhere", ending=ending),
    )


_WRONG_ENDING = Rule(
    "wrong-ending",
    why="Some editors let a file end in `.yml`, `.YAML` or `.yaml.txt`, and then it is not read.",
    wrong="`zones/qianhai.yml`",
    right="`zones/qianhai.yaml`",
)


def wrong_ending(name: str, right: str) -> Message:
    """A file that is written for us and called in a way that it is not read."""
    return _WRONG_ENDING.message(
        Phrase("'{name}' is not read", name=shortened(name)),
        Phrase("rename it to '{right}'", right=shortened(right)),
    )


def folder_not_read(inside: str) -> Message:
    """A folder inside the folder `inside`."""
    return _FILE_NOT_READ.message(
        "this folder is not read",
        Phrase("move its files into '{inside}' itself, or elsewhere", inside=inside),
    )


_FOLDER_NAME = Rule(
    "folder-name",
    why="Large and small letters are different letters in the name of a folder.",
    wrong="`Pictures`",
    right="`pictures`",
)


def other_folder_name(name: str, right: str) -> Message:
    """A folder whose name differs from what is read in small and large letters."""
    return _FOLDER_NAME.message(
        Phrase("the folder '{name}' is not read", name=shortened(name)),
        Phrase("rename it to '{right}', in small letters", right=right),
    )


_NOT_A_TEXT = Rule(
    "not-a-text",
    why="What a word processor saves is no text, whatever its name says.",
    wrong="`zones/qianhai.yaml`, saved by Word",
    right="the same, saved as plain text in UTF-8",
)


def not_a_text(what: str) -> Message:
    """`what` the file is in truth."""
    return _NOT_A_TEXT.message(
        Phrase("this is {what}, whatever its name says", what=of_program(what)),
        "write the file in a text editor, or save it as plain text in UTF-8",
    )


ONLY_ZEROS = _NOT_A_TEXT.message(
    "the file holds nothing but zeros: it was not saved completely", "take it from a copy"
)


_WRONG_ENCODING = Rule(
    "wrong-encoding",
    why=(
        "Only UTF-8 has all our characters; saved otherwise, Chinese turns into signs without "
        "sense."
    ),
    wrong="a file saved as Big5",
    right="the same saved as UTF-8",
)


def wrong_encoding(encoding: str) -> Message:
    """`encoding` is the likely one."""
    return _WRONG_ENCODING.message(
        Phrase("the file seems to be {encoding}, not UTF-8", encoding=encoding), "save it as UTF-8"
    )


_CONTROL_CHARACTER = Rule(
    "control-character",
    why="An invisible character would be drawn as a box, or break the file.",
    wrong="`yuan` with an invisible character in it, pasted from elsewhere",
    right="`yuan`, typed again",
)


def control_character(character: str) -> Message:
    """A character that no text has."""
    return _CONTROL_CHARACTER.message(
        Phrase("an invisible control character, {character}", character=code(character)),
        "delete it and type the word again",
    )


_DIRECTION = Rule(
    "direction-override",
    why=(
        "A sign that turns the direction of what follows shows other words than were written; no "
        "text from left to right needs one."
    ),
    wrong="`name: {en: Hetao}` with U+202E before Hetao, which is then read as oateH",
    right="`name: {en: Hetao}`, typed again",
)


def direction_override(character: str) -> Message:
    """A sign that turns the direction in which what follows is written."""
    called = unicodedata.name(character).lower()
    return _DIRECTION.message(
        Phrase(
            "an invisible sign that turns the direction of the text, {character} ({called})",
            character=code(character),
            called=called,
        ),
        "delete it and type the words again",
    )


RULES = (
    _NO_FOLDER,
    _UNREADABLE_FOLDER,
    _NAME_NOT_UTF_8,
    _NAME_NOT_PRINTABLE,
    _NO_FILE,
    _EMPTY_FOLDER,
    _UNREADABLE_FILE,
    _NOT_A_FILE,
    _OUTSIDE_FOLDER,
    _FILE_TOO_LARGE,
    _TOO_MANY_FILES,
    _FILE_NOT_READ,
    _WRONG_ENDING,
    _FOLDER_NAME,
    _NOT_A_TEXT,
    _WRONG_ENCODING,
    _CONTROL_CHARACTER,
    _DIRECTION,
)
"""The rules of this file."""
