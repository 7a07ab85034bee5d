"""Shows progress to a person at a terminal who has been waiting for a while, or to a program."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TextIO

    from kiosk.text.messages import PlacedMessage

_PATIENCE_SECONDS = 1.0


class Progress:
    """One line that is rewritten, and erased at the end; only on a terminal."""

    def __init__(
        self, what: str, terminal: TextIO, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._what = what
        self._terminal = terminal
        self._clock = clock
        self._began = clock()
        self._written = 0
        self._last = ""

    def name(self, last: str) -> None:
        """Say from now on what was done last, such as `pt on 1080p`."""
        self._last = last

    def show(self, share: float) -> None:
        """Show that this share, 0 to 1, is done."""
        if self._terminal.isatty() and self._clock() - self._began > _PATIENCE_SECONDS:
            last = f", {self._last} is done" if self._last else ""
            self._write(f"{self._what}: {share:.0%}{last}")

    def end(self) -> None:
        """Erase the line."""
        if self._written:
            self._write("")
            self._write("")

    def _write(self, words: str) -> None:
        self._terminal.write(f"\r{words:<{self._written}}")
        self._terminal.flush()
        self._written = len(words)


class ProgressLines:
    """The same for a program that shows it in its own way: a line of JSON each time."""

    def __init__(self, doing: str, stream: TextIO) -> None:
        """`doing` is a name for what is done, such as `layout`."""
        self._doing = doing
        self._stream = stream

    def name(self, last: str) -> None:
        """What was done last is not told: a program would have to translate it."""

    def show(self, share: float) -> None:
        """Say that this share, 0 to 1, is done."""
        self._write({"doing": self._doing, "share": round(share, 3)})

    def found(self, messages: Sequence[PlacedMessage]) -> None:
        """Say what is wrong as far as is known."""
        self._write({"found": [each.as_json() for each in messages]})

    def end(self) -> None:
        """Say nothing more."""

    def _write(self, told: Mapping[str, object]) -> None:
        self._stream.write(json.dumps(told) + "\n")
        self._stream.flush()
