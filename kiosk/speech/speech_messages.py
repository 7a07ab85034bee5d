"""What is said about clips and their index, worded for the person who can mend it."""

from __future__ import annotations

from kiosk.text.message_words import shortened
from kiosk.text.messages import Message, Severity


def unreadable_clip(name: str, reason: str) -> Message:
    """`name` is the clip's file."""
    return _warning(
        "unreadable-clip",
        f"{name} can't be played: {reason}",
        "bring it back, or delete this line and run kiosk narrate",
    )


def unreadable_line(line: str) -> Message:
    """A line of the index that `kiosk narrate` did not write."""
    return _warning(
        "unreadable-clip",
        f"this line can't be read: '{shortened(line)}'",
        "delete it; kiosk narrate makes anew what it named",
    )


def unreadable_index(reason: str) -> Message:
    """The index as a whole."""
    return _warning(
        "unreadable-clip",
        f"no clip is played, because the index can't be read: {reason}",
        "put a plain file there, such as the one before",
    )


def _warning(name: str, text: str, hint: str) -> Message:
    return Message(name, text, hint, Severity.WARNING)
