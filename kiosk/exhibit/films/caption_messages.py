"""What can be wrong in a file of captions, and how it is told."""

from __future__ import annotations

from kiosk.text.invisible import code
from kiosk.text.message_words import shortened
from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

_CAPTION_HEAD = Rule(
    "caption-head",
    why="A file of captions begins with the line `WEBVTT`; another format has other times.",
    wrong="a file that begins with `1` and has commas in its times, as SubRip writes them",
    right="the same captions exported as WebVTT",
)


def no_head(found: str, *, is_subrip: bool = False) -> Message:
    """`found` is the line in place of the head."""
    return _CAPTION_HEAD.message(
        Phrase(
            "the first line is '{found}' and not 'WEBVTT'; this is SubRip (.srt)"
            if is_subrip
            else "the first line is '{found}' and not 'WEBVTT'",
            found=shortened(found),
        ),
        "export the captions as WebVTT (.vtt)",
    )


_CAPTION_TIME = Rule(
    "caption-time",
    why="Captions whose times can't be read, or that cover each other, would show other words.",
    wrong="`00:04.000 --> 00:02.000`",
    right="`00:02.000 --> 00:04.000`",
)


def unreadable_time(found: str) -> Message:
    """A line with an arrow whose times are not as WebVTT writes them."""
    return _CAPTION_TIME.message(
        Phrase("'{found}' is no time from and until", found=shortened(found)),
        "write it as 00:02.000 --> 00:04.500, hours before it where there are any",
    )


def ends_before_it_begins(found: str) -> Message:
    """A cue that is never shown."""
    return _CAPTION_TIME.message(
        Phrase("'{found}' ends before it begins, or at once", found=shortened(found)),
        "exchange or mend the two times",
    )


def overlaps(before_end: str, line: int) -> Message:
    """A cue that begins while the one before, whose times are in `line`, is still shown."""
    return _CAPTION_TIME.message(
        Phrase(
            "it begins before the caption of line {line} ends, at {before_end}",
            line=line,
            before_end=before_end,
        ),
        "let one caption end where the next begins, in the order of time",
    )


_CAPTION_WORDS = Rule(
    "caption-words",
    why=(
        "Captions are plain words, in the type and colours of the exhibit. Tags would be read as"
        " words, and signs that turn the direction show other words than were written."
    ),
    wrong="`<i>We made steel.</i>`",
    right="`We made steel.`",
)


def markup(found: str) -> Message:
    """A tag of HTML or WebVTT, or a code of another format."""
    return _CAPTION_WORDS.message(
        Phrase("'{found}' is markup", found=shortened(found)),
        "write the words alone; who speaks, as 'Name: …'",
    )


def turns_direction(sign: str) -> Message:
    """A sign after which words are shown in another order."""
    return _CAPTION_WORDS.message(
        Phrase("{sign} turns the direction of what follows", sign=code(sign)),
        "delete this sign, or write it anew",
    )


def no_words(line: str) -> Message:
    """Times without a word below them."""
    return _CAPTION_WORDS.message(
        Phrase("nothing is said from '{line}' on", line=shortened(line)),
        "write the words below it, or delete it",
    )


def stray_lines(found: str) -> Message:
    """Words without a time above them."""
    return _CAPTION_TIME.message(
        Phrase("'{found}' has no times above it", found=shortened(found)),
        "write times above it, such as 00:02.000 --> 00:04.500, without an empty line between",
    )


_CAPTION_LENGTH = Rule(
    "caption-length",
    why="Nobody reads more in the time of one caption, and it would cover the film.",
    wrong="a caption of 300 letters",
    right="three captions, one after the other",
)


def too_many_letters(count: int, limit: int) -> Message:
    """A cue of more letters than `limit`."""
    return _CAPTION_LENGTH.message(
        Phrase("a caption of {count:,} letters; {limit} are the most", count=count, limit=limit),
        "divide it into several",
    )


def too_many_lines(limit: int) -> Message:
    """A cue of more lines than `limit`."""
    return _CAPTION_LENGTH.message(
        Phrase("a caption of more than {limit} lines", limit=limit),
        "divide it into several captions",
    )


def too_many_captions(limit: int) -> Message:
    """A file of more cues than `limit`."""
    return _CAPTION_LENGTH.message(
        Phrase("there are more than {limit:,} captions", limit=limit),
        "divide film and captions, or shorten them",
    )


def no_captions() -> Message:
    """A head and nothing else."""
    return _CAPTION_LENGTH.message("there is no caption below the head", "write them, or delete it")


_CAPTION_STYLE = Rule(
    "caption-style",
    severity=Severity.WARNING,
    why="All captions of the exhibit have its own type and place, so that all can be read.",
    wrong="a block `STYLE` or `REGION`",
    right="the same file without it",
)


def passed_over(kind: str) -> Message:
    """A block of which nothing is shown."""
    return _CAPTION_STYLE.message(Phrase("the block {kind} is passed over", kind=kind), "delete it")


RULES = (_CAPTION_HEAD, _CAPTION_TIME, _CAPTION_WORDS, _CAPTION_LENGTH, _CAPTION_STYLE)
"""The rules of this file."""
