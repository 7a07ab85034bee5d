"""WebVTT read strictly, as plain words and their times: https://www.w3.org/TR/webvtt1/."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.exhibit.films import caption_messages
from kiosk.exhibit.model.captions import Captions, Cue
from kiosk.text.invisible import DIRECTION, plain
from kiosk.text.messages import Severity
from kiosk.text.written_lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.text.messages import Message, PlacedMessage

CAPTIONS_LIMIT = 5_000
"""Three hours of people who talk fast."""
LETTERS_LIMIT = 200
LINES_LIMIT = 4
_MESSAGES_LIMIT = 20
"""A file of another kind would have a message for each line."""

_HEAD = re.compile(r"WEBVTT(?:[ \t].*)?")
_ARROW = "-->"
_TIME = r"(?:(\d{2,3}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES = re.compile(rf"\s*{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t]+\S.*)?\s*")
_SUBRIP = re.compile(r"\d{1,6}\s*")
_MARKUP = re.compile(r"</?[A-Za-z0-9.][^<>]{0,80}>?|<!--|\{\\[^}]{0,80}\}?")
_BLOCKS = ("STYLE", "REGION")
_SIGNS = (
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&nbsp;", " "),
    ("&lrm;", ""),
    ("&rlm;", ""),
    ("&amp;", "&"),
)
"""What WebVTT writes in place of a sign; the last one last, so that nothing is read twice."""

_NOTHING = Captions(())


@dataclass
class FoundCaptions:
    """What a file says, and all that is wrong in it: with an error nothing of it is shown."""

    captions: Captions = _NOTHING
    messages: list[PlacedMessage] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        """Whether it can be shown."""
        return all(each.severity is not Severity.ERROR for each in self.messages)


def read_web_vtt(text: str, name: str) -> FoundCaptions:
    """Read the text of a file; `name` is for messages."""
    return _WebVttReader(name).read(text)


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The lines between empty ones, with the number of the first."""
    block: list[str] = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []
    if block:
        yield len(lines) + 1 - len(block), block


@dataclass
class _WebVttReader:
    name: str
    found: FoundCaptions = field(default_factory=FoundCaptions)
    cues: list[Cue] = field(default_factory=list)
    last_line: int = 0

    def read(self, text: str) -> FoundCaptions:
        lines = lines_of(text)
        if not _HEAD.fullmatch(lines[0].rstrip()):
            has_number = _SUBRIP.fullmatch(lines[0]) is not None
            self._say(caption_messages.no_head(lines[0], is_subrip=has_number), 1)
            return self.found
        body = list(lines)
        # What stands in the block of the head is about the file, and nobody's words.
        after = 1
        while after < len(body) and body[after].strip() and _ARROW not in body[after]:
            after += 1
        for line, block in _blocks(["" for _ in body[:after]] + body[after:]):
            if len(self.found.messages) >= _MESSAGES_LIMIT:
                break
            if len(self.cues) >= CAPTIONS_LIMIT:
                self._say(caption_messages.too_many_captions(CAPTIONS_LIMIT), line)
                break
            self._take(line, block)
        if not self.cues and not self.found.messages:
            self._say(caption_messages.no_captions(), 1)
        self.found.captions = Captions(tuple(self.cues))
        return self.found

    def _take(self, line: int, block: list[str]) -> None:
        """One block: a cue with or without a name above its times, or a remark."""
        first = block[0].strip()
        if first == "NOTE" or first.startswith(("NOTE ", "NOTE\t")):
            return
        if first in _BLOCKS:
            self._say(caption_messages.passed_over(first), line)
            return
        at = 0 if _ARROW in block[0] else 1
        if at >= len(block) or _ARROW not in block[at]:
            self._say(caption_messages.stray_lines(first), line)
            return
        times = self._times(block[at], line + at)
        words = self._words(block[at + 1 :], line + at + 1)
        if times is None or words is None:
            return
        if not words:
            self._say(caption_messages.no_words(block[at].strip()), line + at)
            return
        start, end = times
        if self.cues and start < self.cues[-1].end:
            before = _written(self.cues[-1].end)
            self._say(caption_messages.overlaps(before, self.last_line), line + at)
            return
        self.last_line = line + at
        self.cues.append(Cue(start, end, words))

    def _times(self, written: str, line: int) -> tuple[int, int] | None:
        found = _TIMES.fullmatch(written)
        if found is None:
            self._say(caption_messages.unreadable_time(written.strip()), line)
            return None
        parts = [int(each or 0) for each in found.groups()]
        start, end = (
            ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds
            for hours, minutes, seconds, milliseconds in (parts[:4], parts[4:])
        )
        if end <= start:
            self._say(caption_messages.ends_before_it_begins(written.strip()), line)
            return None
        return start, end

    def _words(self, lines: list[str], line: int) -> str | None:
        """The words as they are shown; None where something in them is not shown."""
        if len(lines) > LINES_LIMIT:
            self._say(caption_messages.too_many_lines(LINES_LIMIT), line)
            return None
        for number, written in enumerate(lines, start=line):
            tag, sign = _MARKUP.search(written), DIRECTION.search(written)
            if tag is not None:
                self._say(caption_messages.markup(tag[0]), number, tag.start() + 1)
                return None
            if sign is not None:
                self._say(caption_messages.turns_direction(sign[0]), number, sign.start() + 1)
                return None
        words = "\n".join(filter(None, map(_plain, lines)))
        if len(words) > LETTERS_LIMIT:
            self._say(caption_messages.too_many_letters(len(words), LETTERS_LIMIT), line)
            return None
        return words

    def _say(self, message: Message, line: int, column: int = 1) -> None:
        self.found.messages.append(message.at(self.name, line, column))


def _plain(written: str) -> str:
    for name, sign in _SIGNS:
        written = written.replace(name, sign)
    return plain(written)


def _written(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    before = f"{hours:02}:" if hours else ""
    return f"{before}{minutes:02}:{seconds:02}.{rest:03}"
