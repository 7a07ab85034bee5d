"""Comfort: how a visitor wants to be shown things."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.theme_names import TEXT_SIZES

CONTRASTS = ("own", "dark", "light", "low")
"""The exhibit's own colours, high contrast on dark and on light, and low contrast."""


@dataclass(frozen=True)
class Comfort:
    """The visitor's settings; they go back to the exhibit's own for the next visitor.

    `text_size` counts from 0 to the largest; `low_reach` has everything that can be touched low
    enough for somebody who sits; `still` shows everything without motion.
    """

    language: str = "en"
    still: bool = False
    text_size: int = 0
    contrast: str = "own"
    low_reach: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.text_size < TEXT_SIZES:
            raise ValueError(f"text sizes are 0 to {TEXT_SIZES - 1}, not {self.text_size}")
        if self.contrast not in CONTRASTS:
            raise ValueError(f"{self.contrast!r} is no contrast")

    def looks_like(self, other: Comfort) -> bool:
        """Whether all but the language is the same."""
        return replace(other, language=self.language) == self

    def as_at_first(self, first: Comfort) -> Comfort:
        """As the exhibit began, but for the language, which is no matter of comfort."""
        return replace(first, language=self.language)
