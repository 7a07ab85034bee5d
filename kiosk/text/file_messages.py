"""What is wrong with a file or folder before anybody reads a word of it."""

from __future__ import annotations

from kiosk.text.invisible import code
from kiosk.text.message_words import shortened
from kiosk.text.messages import Message, Severity


def no_folder(name: str) -> Message:
    return Message("no-folder", f"there is no folder {name}")


def unreadable_folder(name: str, reason: str) -> Message:
    return Message(
        "unreadable-folder",
        f"the folder {name} can't be opened: {reason}",
        "let the user who runs this read it",
    )


def name_not_utf8(name: str) -> Message:
    return Message(
        "name-not-utf-8",
        f"the name of this file is not UTF-8: {name}",
        "rename it; archives made on Windows often have such names",
    )


def no_file(what: str, hint: str = "") -> Message:
    return Message("no-file", f"{what} is not there", hint)


EMPTY_FOLDER = Message(
    "empty-folder", "there is no zone in this folder", "each zone is a file such as hetao.yaml"
)


def unreadable_file(reason: str) -> Message:
    return Message("unreadable-file", f"the file can't be opened: {reason}")


NOT_A_FILE = Message("not-a-file", "this is not a plain file", "put a copy of the file itself here")

OUTSIDE_FOLDER = Message(
    "outside-folder",
    "this leads out of the content folder",
    "put a copy of the file itself here",
)


def file_too_large(limit: str) -> Message:
    return Message("file-too-large", f"the file is larger than {limit}", "split it")


def texts_too_large(limit: str) -> Message:
    return Message(
        "file-too-large",
        f"with this file the texts are larger than {limit} together, so it is not read",
        "make two exhibits of it",
    )


def too_many_files(limit: int) -> Message:
    return Message("too-many-files", f"there are more than {limit:,} files in this folder")


def file_not_read(ending: str) -> Message:
    return Message(
        "file-not-read",
        "this file is not read",
        f"let its name end in {ending}, or move it elsewhere",
        Severity.WARNING,
    )


def wrong_ending(name: str, right: str) -> Message:
    """A file that is written for us and called in a way that it is not read."""
    return Message(
        "wrong-ending", f"'{shortened(name)}' is not read", f"rename it to '{shortened(right)}'"
    )


def folder_not_read(inside: str) -> Message:
    return Message(
        "file-not-read",
        "this folder is not read",
        f"move its files into '{inside}' itself, or elsewhere",
        Severity.WARNING,
    )


def other_folder_name(name: str, right: str) -> Message:
    """A folder whose name differs from what is read in small and large letters."""
    return Message(
        "folder-name",
        f"the folder '{shortened(name)}' is not read",
        f"rename it to '{right}', in small letters",
    )


def not_a_text(what: str) -> Message:
    return Message(
        "not-a-text",
        f"this is {what}, whatever its name says",
        "write the file in a text editor, or save it as plain text in UTF-8",
    )


ONLY_ZEROS = Message(
    "not-a-text",
    "the file holds nothing but zeros: it was not saved completely",
    "take it from a copy",
)


def wrong_encoding(encoding: str) -> Message:
    return Message(
        "wrong-encoding", f"the file seems to be {encoding}, not UTF-8", "save it as UTF-8"
    )


def control_character(character: str) -> Message:
    return Message(
        "control-character",
        f"an invisible control character, {code(character)}",
        "delete it and type the word again",
    )
