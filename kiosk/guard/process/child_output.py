"""What a supervised child says on its standard output, and what has to be kept of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, NamedTuple

from kiosk.guard.process.notify import STAFF

if TYPE_CHECKING:
    import queue

_LONGEST_LINE = 200
_LONGEST_EXTENSION_SECONDS = 600.0


class ChildEvent(NamedTuple):
    """What has happened: a line of the child's, the end of its output, or the wish to stop."""

    line: str = ""
    over: bool = False
    stop: bool = False


@dataclass
class ChildProgress:
    """What one child has said so far, as far as it matters after its end."""

    anything: bool = False
    ready: bool = False
    staff: bool = False
    stopping: bool = False

    def take(self, line: str) -> None:
        """Keep what matters of one more line."""
        self.anything = True
        self.ready = self.ready or line == "READY=1"
        self.staff = self.staff or line == STAFF
        self.stopping = self.stopping or line == "STOPPING=1"


def read_output(
    stream: IO[bytes], run: int, events: queue.SimpleQueue[tuple[int, ChildEvent]]
) -> None:
    """Put every line into `events`, with the number of the run, until the output ends.

    It waits for the child, so it runs in a thread of its own.
    """
    with stream:
        for line in stream:
            text = line[:_LONGEST_LINE].decode("utf-8", "replace").strip()
            events.put((run, ChildEvent(text)))
    events.put((run, ChildEvent(over=True)))


def extension_seconds(line: str) -> float:
    """How much longer `EXTEND_TIMEOUT_USEC=` asks for; ten minutes at most, 0 for nonsense."""
    try:
        return min(int(line.partition("=")[2]) / 1_000_000, _LONGEST_EXTENSION_SECONDS)
    except ValueError:
        return 0.0
