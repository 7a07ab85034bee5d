"""How strongly something on the map shows while it comes or goes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fade:
    """An opacity on its way from `start` to `end`; times are in milliseconds of the map's clock."""

    start: float
    end: float
    since: float = 0.0
    duration: float = 0.0

    def at(self, now: float) -> float:
        """The opacity, from 0 to 1."""
        if now >= self.since + self.duration:
            return self.end
        share = max(0.0, now - self.since) / self.duration
        return self.start + (self.end - self.start) * share

    def is_over(self, now: float) -> bool:
        """Whether it stays as it is."""
        return now >= self.since + self.duration


SOLID = Fade(1.0, 1.0)
GONE = Fade(0.0, 0.0)
