"""What is said in a film or a recording, as it is shown below it and read as a whole."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_SPEAKER = re.compile(r"[-–—] ?\S|[^\W\d][^:：.!?。！？]{0,39}(?:: |：)")
"""A dash, or the name of who speaks: `Wang Lei: We measured it.`"""


@dataclass(frozen=True)
class Cue:
    """Words and when they are shown, in milliseconds; a line break begins another voice."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Captions:
    """All that is said in one language: one cue after the other, none together with another."""

    cues: tuple[Cue, ...]

    def at(self, milliseconds: int) -> str:
        """What is said then; nothing between two cues."""
        index = bisect_right(self.cues, milliseconds, key=_start) - 1
        if index < 0 or self.cues[index].end <= milliseconds:
            return ""
        return self.cues[index].words

    @property
    def end(self) -> int:
        """When the last words go, in milliseconds."""
        return self.cues[-1].end if self.cues else 0

    def transcript(self, pause: int = 2_000) -> tuple[str, ...]:
        """Everything in paragraphs: a silence of `pause` milliseconds or a speaker begins one."""
        paragraphs: list[str] = []
        last = 0
        for cue in self.cues:
            words = " ".join(cue.words.split())
            if paragraphs and cue.start - last < pause and not _SPEAKER.match(cue.words):
                paragraphs[-1] = _joined(paragraphs[-1], words)
            else:
                paragraphs.append(words)
            last = cue.end
        return tuple(paragraphs)


def _joined(before: str, words: str) -> str:
    """Two parts of a sentence: what is written without spaces is joined without one."""
    is_apart = before[-1].isascii() or (words[:1].isascii() and words[:1].isalnum())
    if not before[-1].isascii() and before[-1].isalpha() and before[-1] < "\u2e80":
        is_apart = True
    return f"{before} {words}" if is_apart else f"{before}{words}"


def _start(cue: Cue) -> int:
    return cue.start
