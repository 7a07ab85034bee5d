"""A clock for whoever asks for the time: no test waits for it to pass."""

from __future__ import annotations


class Clock:
    """A monotonic clock that stands still until a test turns it on; `now` counts seconds."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now
