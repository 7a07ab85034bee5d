"""The rules for clips and their index, worded for the person who can mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.message_words import in_words, one_of, shortened
from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Phrase, of_program
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
    return _MISSING_CLIP.message(
        Phrase(
            "a sentence has no clip in {language}: '{words}'",
            language=in_words(language),
            words=shortened(words),
        )
        if count == 1
        else Phrase(
            "{count} sentences have no clip in {language}: '{words}'",
            count=count,
            language=in_words(language),
            words=shortened(words),
        ),
        _remedy(count),
    )


def missing_clips_of_interface(words: str, count: int, language: str) -> Message:
    """The same of what no file of the content says, such as what buttons are called."""
    return _MISSING_CLIP.message(
        Phrase(
            "a sentence that the exhibit makes of figures, sources and its own words has no clip in"
            " {language}: '{words}'",
            language=in_words(language),
            words=shortened(words),
        )
        if count == 1
        else Phrase(
            "{count} sentences that the exhibit makes of figures, sources and its own words have no"
            " clip in {language}: '{words}'",
            count=count,
            language=in_words(language),
            words=shortened(words),
        ),
        _remedy(count),
    )


def _remedy(count: int) -> str:
    return Phrase("`kiosk narrate` makes it" if count == 1 else "`kiosk narrate` makes them")


def no_clips(language: str, count: int, others: Sequence[str]) -> Message:
    """None of the sentences of a language has one; `others` are the languages that have some."""
    return _MISSING_CLIP.message(
        Phrase(
            "none of the {count} sentences in {language} has a clip, while there are clips in"
            " {others}",
            count=count,
            language=in_words(language),
            others=one_of(map(in_words, others), "and"),
        )
        if others
        else Phrase(
            "none of the {count} sentences in {language} has a clip",
            count=count,
            language=in_words(language),
        ),
        Phrase("`kiosk narrate --language {language}` makes them", language=language),
    )


def stale_clip(words: str, language: str, *, by_person: bool) -> Message:
    """A recording of what is not said any more."""
    return _STALE_CLIP.message(
        Phrase(
            "nothing says this in {language} any more: '{words}', recorded by a person"
            if by_person
            else "nothing says this in {language} any more: '{words}'",
            language=in_words(language),
            words=shortened(words),
        ),
        "delete this line and the file, or write the words again"
        if by_person
        else "`kiosk narrate --tidy` removes it",
    )


def unreadable_clip(name: str, reason: str) -> Message:
    """`name` is the clip's file."""
    return _UNREADABLE_CLIP.message(
        Phrase("{name} can't be played: {reason}", name=name, reason=of_program(reason)),
        "bring it back, or delete this line and run `kiosk narrate`",
    )


def unreadable_line(line: str) -> Message:
    """A line of the index that `kiosk narrate` did not write."""
    return _UNREADABLE_CLIP.message(
        Phrase("this line can't be read: '{line}'", line=shortened(line)),
        "delete it; `kiosk narrate` makes anew what it named",
    )


def unreadable_index(reason: str) -> Message:
    """The index as a whole."""
    return _UNREADABLE_CLIP.message(
        Phrase(
            "no clip is played, because the index can't be read: {reason}",
            reason=of_program(reason),
        ),
        "put a plain file there, such as the one before",
    )


RULES = (_MISSING_CLIP, _STALE_CLIP, _UNREADABLE_CLIP)
"""The rules of this file."""

SPEECH_RULES = frozenset(rule.name for rule in RULES)
"""Their names."""
