"""What is due but waits until staff are finished: closing time, a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kiosk.languages.words import Words


class Due(NamedTuple):
    """One thing that waits.  `key` is that of its words; `minutes` is how long from now."""

    key: str
    minutes: int = 0

    def words(self, words: Words, language: str) -> str:
        """What staff are told."""
        if self.minutes:
            return words.say(self.key, language, minutes=str(self.minutes))
        return words.say(self.key, language)


CLOSING = "staff_due_closing"
CLOSED = "staff_due_closed"
MEMORY = "staff_due_memory"
NIGHT = "staff_due_night"
