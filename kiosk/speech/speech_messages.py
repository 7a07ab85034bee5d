"""The rules for clips and their index, worded for the person who can mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.message_words import one_of, shortened
from kiosk.text.messages import Message, Severity
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

_MISSING_CLIP = Rule(
    "missing-clip",
    severity=Severity.WARNING,
    why="On a kiosk without an engine nobody hears these sentences. It is told of content that has"
    ' a folder `speech` alone; `docs/curators.md` says more under "Read aloud".',
    wrong="a text that was changed after `kiosk narrate`",
    right="the same after `kiosk narrate`, which makes what is missing",
)

_STALE_CLIP = Rule(
    "stale-clip",
    severity=Severity.WARNING,
    why="Nobody can hear it any more, and it is carried along with each copy of the content.",
    wrong="the clip of a sentence that was changed",
    right="the same after `kiosk narrate --tidy`, which keeps the recordings of people",
)

_UNREADABLE_CLIP = Rule(
    "unreadable-clip",
    severity=Severity.WARNING,
    why="What can't be opened is not heard, though somebody has recorded it.",
    wrong="a line of `speech/index.jsonl` that was written by hand",
    right="the line that `kiosk narrate` writes",
)


def missing_clips(words: str, count: int, language: str) -> Message:
    """`words` are those of the first of so many sentences of one text."""
    counted = "a sentence has" if count == 1 else f"{count} sentences have"
    return _MISSING_CLIP.message(
        f"{counted} no clip in {language}: '{shortened(words)}'", _remedy(count)
    )


def missing_clips_of_interface(words: str, count: int, language: str) -> Message:
    """The same of what no file of the content says, such as what buttons are called."""
    counted = "a sentence" if count == 1 else f"{count} sentences"
    verb = "has" if count == 1 else "have"
    return _MISSING_CLIP.message(
        f"{counted} that the exhibit makes of figures, sources and its own words {verb} no clip in"
        f" {language}: '{shortened(words)}'",
        _remedy(count),
    )


def _remedy(count: int) -> str:
    return f"`kiosk narrate` makes {'it' if count == 1 else 'them'}"


def no_clips(language: str, count: int, others: Sequence[str]) -> Message:
    """None of the sentences of a language has one; `others` are the languages that have some."""
    beside = f", while there are clips in {one_of(others, 'and')}" if others else ""
    return _MISSING_CLIP.message(
        f"none of the {count} sentences in {language} has a clip{beside}",
        f"`kiosk narrate --language {language}` makes them",
    )


def stale_clip(words: str, language: str, *, by_person: bool) -> Message:
    """A recording of what is not said any more."""
    by = ", recorded by a person" if by_person else ""
    remedy = "`kiosk narrate --tidy` removes it"
    return _STALE_CLIP.message(
        f"nothing says this in {language} any more: '{shortened(words)}'{by}",
        "delete this line and the file, or write the words again" if by_person else remedy,
    )


def unreadable_clip(name: str, reason: str) -> Message:
    """`name` is the clip's file."""
    return _UNREADABLE_CLIP.message(
        f"{name} can't be played: {reason}",
        "bring it back, or delete this line and run `kiosk narrate`",
    )


def unreadable_line(line: str) -> Message:
    """A line of the index that `kiosk narrate` did not write."""
    return _UNREADABLE_CLIP.message(
        f"this line can't be read: '{shortened(line)}'",
        "delete it; `kiosk narrate` makes anew what it named",
    )


def unreadable_index(reason: str) -> Message:
    """The index as a whole."""
    return _UNREADABLE_CLIP.message(
        f"no clip is played, because the index can't be read: {reason}",
        "put a plain file there, such as the one before",
    )


RULES = (_MISSING_CLIP, _STALE_CLIP, _UNREADABLE_CLIP)
"""The rules of this file."""

SPEECH_RULES = frozenset(rule.name for rule in RULES)
"""Their names."""
