"""Saying the same thing at most once a minute, and how often it happened meanwhile."""

from __future__ import annotations

import re
import time
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_KEPT = 256
_DIGITS = re.compile(r"0x[0-9a-fA-F]+|\d+")


class RepeatFilter:
    """Remembers what was said; two texts are the same when they differ in numbers only."""

    def __init__(
        self, *, silence_seconds: float = 60.0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._silence_seconds = silence_seconds
        self._clock = clock
        self._said: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def heard(self, text: str) -> int | None:
        """How often it was swallowed since it was last said; None when it is to be swallowed."""
        key = _DIGITS.sub("#", text)
        now = self._clock()
        at, swallowed = self._said.get(key, (-float("inf"), 0))
        if now - at < self._silence_seconds:
            self._said[key] = (at, swallowed + 1)
            return None
        self._said[key] = (now, 0)
        self._said.move_to_end(key)
        while len(self._said) > _KEPT:
            self._said.popitem(last=False)
        return swallowed
