"""How long nothing runs between two runs, and what kind of end asks for how much.

A crash is the fault of the program or of its content.  What lies outside (no display, no memory for
a new process, a file of the program's own that is not there during an update) is nobody's fault: it
is waited for, and no content is blamed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kiosk.guard.exit_code import ENDS_FOR_GOOD, ExitCode


@dataclass(frozen=True)
class ProcessRun:
    """One run that has ended.

    `code` is None where it could not begin, `heard` is whether it said anything, `ready` whether
    it came to show its first picture, `staff` whether staff came in, and `outside` why no run could
    go on now, empty where one could.
    """

    code: int | None
    seconds: float = 0.0
    heard: bool = False
    ready: bool = False
    staff: bool = False
    outside: str = ""


class RunEnd(Enum):
    """What an end means to the supervisor."""

    FOR_GOOD = "the supervisor ends too"
    PLANNED = "again at once"
    CRASH = "a crash, which counts against the content"
    OUTSIDE = "for a reason outside, which is waited for"


def end_of(run: ProcessRun, *, ready_before: bool) -> RunEnd:
    """What kind of end it was; `ready_before` is whether an earlier run has shown a picture.

    Where one has, only staff end the supervisor: how it was called can't have become wrong by
    itself, so a file that was there is gone, or another exhibit has taken the screen for a while.
    A run that has said nothing has not come to read any content.
    """
    if run.code == ExitCode.LEFT or (run.code in ENDS_FOR_GOOD and not ready_before):
        return RunEnd.FOR_GOOD
    if run.code == ExitCode.START_ANEW:
        return RunEnd.PLANNED
    told = run.code in (*ENDS_FOR_GOOD, ExitCode.OUTSIDE)
    return RunEnd.OUTSIDE if told or run.outside or not run.heard else RunEnd.CRASH


@dataclass
class Backoff:
    """Grow from one failure to the next and start again after a success; all in seconds.

    A crash after a run of `calm_run`, or of one in which staff came in, counts as the first.
    """

    wait: float
    outside_wait: float
    longest_wait: float
    calm_run: float

    def __post_init__(self) -> None:
        self._next = self.wait
        self._next_outside = self.outside_wait

    def after(self, run: ProcessRun, end: RunEnd) -> float:
        """How long to wait now."""
        calm = run.staff or run.seconds >= self.calm_run
        if calm:
            self._next = self.wait
        if run.ready:
            self._next_outside = self.outside_wait
        if end is RunEnd.OUTSIDE:
            pause, self._next_outside = self._next_outside, self._doubled(self._next_outside)
            return pause
        if calm and end is RunEnd.PLANNED:
            return 0.0
        pause, self._next = self._next, self._doubled(self._next)
        return pause

    def _doubled(self, wait: float) -> float:
        return min(wait * 2, self.longest_wait)
