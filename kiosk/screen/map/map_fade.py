"""How strongly something on the map shows while it comes or goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

_Image = TypeVar("_Image")


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


@dataclass
class Fading(Generic[_Image]):
    """What lies over the ground, and how strongly it shows."""

    image: _Image
    fade: Fade


class Fadings(Generic[_Image]):
    """What comes and what goes over the ground, the latest on top."""

    def __init__(self) -> None:
        self.shown: list[Fading[_Image]] = []

    def show(self, image: _Image, fade: Fade) -> None:
        """Let that come over all there is."""
        self.shown.append(Fading(image, fade))

    def show_only(self, *images: _Image) -> None:
        """Have these there at once, and nothing else."""
        self.shown = [Fading(image, SOLID) for image in images]

    def let_go(self, now: float, lasts: float) -> None:
        """Let all there is go from `now` on; from full strength that takes `lasts` milliseconds."""
        for each in self.shown:
            if each.fade.end:
                strength = each.fade.at(now)
                each.fade = Fade(strength, 0.0, now, lasts * strength)

    def is_changing(self, now: float) -> bool:
        """Whether the next frame differs even if the camera does not move."""
        return any(not each.fade.is_over(now) for each in self.shown)

    def seen(self, now: float) -> list[tuple[_Image, float]]:
        """What there is with its strength; what has gone is forgotten."""
        self.shown = [each for each in self.shown if each.fade.end or each.fade.at(now) > 0]
        return [(each.image, each.fade.at(now)) for each in self.shown]
