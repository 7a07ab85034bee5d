"""What is said about clips and their index, worded for the person who can mend it."""

from __future__ import annotations

from kiosk.text.message_words import excerpt, shortened
from kiosk.text.messages import Message, Severity
from kiosk.text.rule import Rule

_MISSING_CLIP = Rule(
    "missing-clip",
    severity=Severity.WARNING,
    why="A folder with `speech/` is narrated: what has no clip there is spoken by the machine's"
    " engine, or not at all where it has none.",
    wrong="a text that was written after `kiosk narrate`",
    right="`kiosk narrate` run once more, or a recording taken in",
)


def missing_clip(language: str, words: str, *, make: str) -> Message:
    """`make` is the command that makes it."""
    return _MISSING_CLIP.message(
        f"{language} has no clip of '{excerpt(words)}'", f"make it, and all others, with: {make}"
    )


_STALE_CLIP = Rule(
    "stale-clip",
    severity=Severity.WARNING,
    why="The text has changed since the clip was made, so nothing says these words any more.",
    wrong="a clip of a text that was reworded",
    right="the same taken away; what is said now has a clip of its own",
)


def stale_clip(language: str, words: str, *, by: str, remove: str) -> Message:
    """`by` is who spoke it, `remove` the command that takes stale clips away."""
    whose = "a person's recording" if by == "person" else "the clip"
    return _STALE_CLIP.message(
        f"nothing in {language} says '{excerpt(words)}' any more: {whose} is not played",
        f"take what is stale away with: {remove}",
    )


_UNREADABLE_CLIP = Rule(
    "unreadable-clip",
    severity=Severity.WARNING,
    why="The index names a clip and its file can't be played.",
    wrong="a clip whose file was deleted, or an index that was edited by hand",
    right="the file as it was, or the line taken out and `kiosk narrate` run once more",
)


def unreadable_clip(name: str, reason: str) -> Message:
    """`name` is the clip's file."""
    return _UNREADABLE_CLIP.message(
        f"{name} can't be played: {reason}",
        "bring it back, or delete this line and run kiosk narrate",
    )


def unreadable_line(line: str) -> Message:
    """A line of the index that `kiosk narrate` did not write."""
    return _UNREADABLE_CLIP.message(
        f"this line can't be read: '{shortened(line)}'",
        "delete it; kiosk narrate makes anew what it named",
    )


def unreadable_index(reason: str) -> Message:
    """The index as a whole."""
    return _UNREADABLE_CLIP.message(
        f"no clip is played, because the index can't be read: {reason}",
        "put a plain file there, such as the one before",
    )


RULES = (_MISSING_CLIP, _STALE_CLIP, _UNREADABLE_CLIP)
"""The rules of this file."""
