"""Comfort: how a visitor wants to be shown things."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.theme_names import TEXT_SIZES

CONTRASTS = ("own", "dark", "light", "low")
"""The exhibit's own colours, high contrast on dark and on light, and low contrast."""

SPEECH_STEPS = 7
"""In so many steps speech is slower or faster, and louder or quieter."""
USUAL_RATE = 2
USUAL_LOUDNESS = 4


@dataclass(frozen=True)
class Comfort:
    """The visitor's settings; they go back to the exhibit's own for the next visitor.

    `text_size` counts from 0 to the largest; `low_reach` has everything that can be touched low
    enough for somebody who sits; `still` shows everything without motion.  With `aloud` the screen
    is read, at a `rate` and a `loudness` that count from 0, each up to `SPEECH_STEPS` less one.
    """

    language: str = "en"
    still: bool = False
    text_size: int = 0
    contrast: str = "own"
    low_reach: bool = False
    aloud: bool = False
    rate: int = USUAL_RATE
    loudness: int = USUAL_LOUDNESS

    def __post_init__(self) -> None:
        if not 0 <= self.text_size < TEXT_SIZES:
            raise ValueError(f"text sizes are 0 to {TEXT_SIZES - 1}, not {self.text_size}")
        if self.contrast not in CONTRASTS:
            raise ValueError(f"{self.contrast!r} is no contrast")
        if not (0 <= self.rate < SPEECH_STEPS and 0 <= self.loudness < SPEECH_STEPS):
            raise ValueError(f"steps of speech are 0 to {SPEECH_STEPS - 1}")

    def looks_like(self, other: Comfort) -> bool:
        """Whether everything is shown alike but for the language: how it is read is not seen."""
        alike = replace(other, aloud=self.aloud, rate=self.rate, loudness=self.loudness)
        return replace(alike, language=self.language) == self

    def read_aloud(self, *, faster: int = 0, louder: int = 0) -> Comfort:
        """Read aloud, so many steps faster and louder than now, as far as there are steps."""
        last = SPEECH_STEPS - 1
        rate = min(max(self.rate + faster, 0), last)
        loudness = min(max(self.loudness + louder, 0), last)
        return replace(self, aloud=True, rate=rate, loudness=loudness)

    def as_at_first(self, first: Comfort) -> Comfort:
        """As the exhibit began, but for the language, which is no matter of comfort."""
        return replace(first, language=self.language)
