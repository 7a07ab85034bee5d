"""A small parent that starts the exhibit again and again, where systemd does not.

Only Python's standard library, so that what brings the exhibit down can't bring this down too.
The child writes the lines of sd_notify(3) to its standard output, see kiosk/guard/notify.py.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, NamedTuple

from kiosk.guard.exit_code import ENDS_FOR_GOOD, ExitCode
from kiosk.guard.notify import SUPERVISED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kiosk.guard.content_trust import ContentTrust

DISTRUSTED = "KIOSK_CONTENT_DISTRUSTED"
"""Set for the child while its content folder is refused; see kiosk/guard/content_choice.py."""


@dataclass(frozen=True)
class Patience:
    """How long the supervisor waits for what, in seconds.

    `wait` doubles with each run shorter than `calm_run`, up to `longest_wait`.
    """

    first_beat: float = 60.0
    beat: float = 20.0
    dying: float = 2.0
    stopping: float = 5.0
    wait: float = 0.5
    longest_wait: float = 60.0
    calm_run: float = 60.0


class _Said(NamedTuple):
    """What happened: a line of the child's, the end of its output, or the wish to stop."""

    line: str = ""
    over: bool = False
    stop: bool = False


class Supervisor:
    """Keeps one child running until staff end it or `stop` is called."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        content: Path,
        trust: ContentTrust,
        say: Callable[[str], None],
        patience: Patience | None = None,
    ) -> None:
        """`say` takes a line for the log; it must neither wait nor raise."""
        self._command = list(command)
        self._content = content
        self._trust = trust
        self._say = say
        self._patience = patience or Patience()
        self._events: queue.SimpleQueue[tuple[int, _Said]] = queue.SimpleQueue()
        self._run = 0
        self._stopped = False

    def stop(self) -> None:
        """End the child and then `keep_running`; may be called by a signal handler."""
        self._stopped = True
        self._events.put((0, _Said(stop=True)))

    def keep_running(self) -> int:
        """Start the child until it ends for good; returns the exit code for this process."""
        wait = self._patience.wait
        while not self._stopped:
            began = time.monotonic()
            code = self._run_once()
            lasted = time.monotonic() - began
            if self._stopped:
                return ExitCode.LEFT
            if code in ENDS_FOR_GOOD:
                self._say(f"the exhibit has ended with {code}: so does the supervisor")
                return code
            calm = lasted >= self._patience.calm_run
            if calm:
                wait = self._patience.wait
            pause = 0.0 if calm and code == ExitCode.START_ANEW else wait
            self._say(f"the exhibit ended with {code} after {lasted:.0f} s: again in {pause:g} s")
            self._sleep(pause)
            wait = min(wait * 2, self._patience.longest_wait)
        return ExitCode.LEFT

    def _run_once(self) -> int:
        """Run the child to its end and return its exit code, negative after a signal."""
        environment = dict(os.environ) | {SUPERVISED: f"{self._patience.beat:g}"}
        environment.pop(DISTRUSTED, None)
        if not self._trust.begin(self._content):
            environment[DISTRUSTED] = str(self._content)
        self._run += 1
        try:
            child = subprocess.Popen(
                self._command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
            )
        except OSError as error:
            self._say(f"the exhibit can't be started: {error}")
            self._trust.end()
            return -1
        assert child.stdout is not None
        reader = threading.Thread(
            target=_read, args=(child.stdout, self._run, self._events), daemon=True
        )
        reader.start()
        code = self._watch(child)
        if code in (*ENDS_FOR_GOOD, ExitCode.START_ANEW) or self._stopped:
            self._trust.end()
        return code

    def _watch(self, child: subprocess.Popen[bytes]) -> int:
        patience = self._patience.first_beat
        deadline = time.monotonic() + patience
        while True:
            said = self._next_before(deadline)
            if said is None:
                self._say(f"no sign of life for {patience:g} s: ending the exhibit")
                return self._end(child)
            if said.stop:
                return self._ask_to_end(child)
            if said.over:
                return self._end_of(child)
            now = time.monotonic()
            if said.line in ("READY=1", "WATCHDOG=1"):
                patience = self._patience.beat
                deadline = now + patience
            elif said.line.startswith("EXTEND_TIMEOUT_USEC="):
                deadline = max(deadline, now + _extension(said.line))
            elif said.line == "STOPPING=1":
                deadline = now + self._patience.stopping

    def _next_before(self, deadline: float) -> _Said | None:
        """What this child has said, or None when the time is over."""
        while True:
            try:
                run, said = self._events.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                return None
            if run in (0, self._run):
                return said

    def _end_of(self, child: subprocess.Popen[bytes]) -> int:
        """A child without an output has ended, or can't be watched any more."""
        try:
            return child.wait(self._patience.dying)
        except subprocess.TimeoutExpired:
            return self._end(child)

    def _end(self, child: subprocess.Popen[bytes]) -> int:
        """Make it write down where it hangs, then kill it; it may have been stopped before."""
        if sys.platform != "win32":
            for number in (signal.SIGABRT, signal.SIGCONT):
                with contextlib.suppress(OSError):
                    child.send_signal(number)
            with contextlib.suppress(subprocess.TimeoutExpired):
                return child.wait(self._patience.dying)
        child.kill()
        return child.wait()

    def _ask_to_end(self, child: subprocess.Popen[bytes]) -> int:
        child.terminate()
        try:
            return child.wait(self._patience.stopping)
        except subprocess.TimeoutExpired:
            child.kill()
            return child.wait()

    def _sleep(self, seconds: float) -> None:
        """Wait, unless somebody wants to stop."""
        deadline = time.monotonic() + seconds
        while not self._stopped and (said := self._next_before(deadline)) is not None:
            if said.stop:
                return


def is_supervised() -> bool:
    """Whether this process is the child of a supervisor already."""
    return SUPERVISED in os.environ


def supervise(supervisor: Supervisor) -> int:
    """Keep it running until it ends or somebody sends SIGTERM or SIGINT."""

    def stop(*_: object) -> None:
        supervisor.stop()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    return supervisor.keep_running()


def own_command() -> list[str]:
    """The command line of this process, for its child."""
    return [sys.executable, *sys.orig_argv[1:]]


def _read(stream: IO[bytes], run: int, events: queue.SimpleQueue[tuple[int, _Said]]) -> None:
    with stream:
        for line in stream:
            events.put((run, _Said(line[:200].decode("utf-8", "replace").strip())))
    events.put((run, _Said(over=True)))


def _extension(line: str) -> float:
    try:
        return min(int(line.partition("=")[2]) / 1_000_000, 600.0)
    except ValueError:
        return 0.0
