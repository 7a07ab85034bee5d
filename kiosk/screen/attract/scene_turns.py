"""The turns of the attract loop: which scene comes when, in which language, and what drifts."""

from __future__ import annotations

import math
from dataclasses import dataclass

_PULSE_SECONDS = 3.2
_BURN_IN_SECONDS = 180
_BURN_IN_STEPS = ((0, 0), (2, 0), (2, 2), (0, 2), (-2, 2), (-2, 0), (-2, -2), (0, -2), (2, -2))


@dataclass(frozen=True)
class SceneTurns:
    """How `scenes` follow one another, `seconds` for each, in `languages`.

    All times are seconds since the loop began.
    """

    scenes: int
    languages: tuple[str, ...]
    seconds: float

    def moment(self, elapsed: float) -> tuple[int, float]:
        """The number of scenes that are over, and the seconds of the present one."""
        return int(elapsed // self.seconds), elapsed % self.seconds

    def language(self, number: int) -> str:
        """Another one in each scene, and in each round another one for the same scene."""
        shared = math.gcd(self.scenes, len(self.languages))
        turn = number
        if shared > 1:
            turn += number // (self.scenes * len(self.languages) // shared)
        return self.languages[turn % len(self.languages)]


def pulse(elapsed: float) -> float:
    """How far the rings of a marker have grown, 0 to 1."""
    return (1 - math.cos(2 * math.pi * (elapsed % _PULSE_SECONDS / _PULSE_SECONDS))) / 2


def drift(elapsed: float) -> tuple[int, int]:
    """How far the lasting words stand from their place, in u.

    They move every few minutes, so that nothing bright stays on the same pixels for hours.
    """
    return _BURN_IN_STEPS[int(elapsed // _BURN_IN_SECONDS) % len(_BURN_IN_STEPS)]
