"""Speech that nobody hears: it writes down what was spoken."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kiosk.jobs import Cancelled, is_wanted

if TYPE_CHECKING:
    from collections.abc import Collection

    from kiosk.speech.clips import Utterance
    from kiosk.speech.output import NotPlayed, Sounding


class Heard(NamedTuple):
    """A sentence as it was heard."""

    words: str
    language: str
    rate: float
    volume: float
    start: float


@dataclass
class RecordedSpeech:
    """What a `Speaker` speaks through in tests: `heard` has every sentence that began, in order.

    With `holds` a sentence goes on until `let_end` is called or it is no longer wanted.
    """

    languages: Collection[str] = ("en", "zh-Hant", "zh-Hans", "pt")
    holds: bool = False
    failures: dict[str, NotPlayed] = field(default_factory=dict)
    heard: list[Heard] = field(default_factory=list)
    at_once: int = 0
    """How many sentences have been heard at the same time, at most."""
    prepared: list[str] = field(default_factory=list)
    _now: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _ends: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    @property
    def words(self) -> list[str]:
        """The words alone."""
        return [each.words for each in self.heard]

    def let_end(self) -> None:
        """Let the sentence that is held come to its end."""
        self._ends.release()

    def can_speak(self, language: str) -> bool:
        """As `Speech.can_speak`."""
        return language in self.languages

    def would_be_heard(self, headphones: bool | None) -> bool:
        """As `Speech.would_be_heard`."""
        return headphones is not False

    def prepare(self, utterance: Utterance) -> None:
        """As `Speech.prepare`."""
        self.prepared.append(utterance.words)

    def speak(self, utterance: Utterance, sounding: Sounding, rate: float) -> None:
        """As `Speech.speak`."""
        with self._lock:
            self._now += 1
            self.at_once = max(self.at_once, self._now)
        try:
            if utterance.words in self.failures:
                raise self.failures[utterance.words]
            start = sounding.heard_seconds
            self.heard.append(
                Heard(utterance.words, utterance.language, rate, sounding.volume, start)
            )
            sounding.heard_seconds = start + 2.0
            while self.holds and not self._ends.acquire(timeout=0.005):
                if not is_wanted():
                    raise Cancelled
        finally:
            with self._lock:
                self._now -= 1
