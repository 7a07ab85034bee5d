"""A small parent that starts the exhibit again and again, where systemd does not.

Only Python's standard library, so that what brings the exhibit down can't bring this down too.
The child writes the lines of sd_notify(3) to its standard output, see notify.py.
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
from typing import TYPE_CHECKING

from kiosk.guard.environment import DISTRUSTED, SUPERVISED
from kiosk.guard.exit_code import ExitCode
from kiosk.guard.process.child_output import (
    ChildEvent,
    ChildProgress,
    extension_seconds,
    read_output,
)
from kiosk.guard.process.display_probe import unreachable_display
from kiosk.guard.process.restart_backoff import Backoff, ProcessRun, RunEnd, end_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kiosk.guard.content.content_trust import ContentTrust

_WHY = {RunEnd.PLANNED: "as planned", RunEnd.OUTSIDE: "no crash of its content"}


@dataclass(frozen=True)
class Patience:
    """How long the supervisor waits for what, in seconds.

    `wait` doubles with each run shorter than `calm_run` in which no staff came in, and
    `outside_wait` for as long as something outside is missing; both up to `longest_wait`.
    """

    first_beat: float = 60.0
    beat: float = 20.0
    dying: float = 2.0
    stopping: float = 10.0
    wait: float = 0.5
    outside_wait: float = 1.0
    longest_wait: float = 60.0
    calm_run: float = 60.0


class Supervisor:
    """Keeps one child running until staff end it or `stop` is called."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        content: Callable[[], Path],
        trust: ContentTrust,
        say: Callable[[str], None],
        patience: Patience | None = None,
        outside: Callable[[], str] = unreachable_display,
    ) -> None:
        """`say` takes a line for the log; it must neither wait nor raise.

        `content` is the folder that the next run will show, and `outside` why no run could show
        anything now, empty where one could.
        """
        self._command = list(command)
        self._content = content
        self._trust = trust
        self._say = say
        self._outside = outside
        self._patience = patience or Patience()
        self._events: queue.SimpleQueue[tuple[int, ChildEvent]] = queue.SimpleQueue()
        self._run = 0
        self._shown = False
        self._heard = ChildProgress()
        self._stopped = False

    def stop(self) -> None:
        """End the child and then `keep_running`; may be called by a signal handler."""
        self._stopped = True
        self._events.put((0, ChildEvent(stop=True)))

    def keep_running(self) -> int:
        """Start the child until it ends for good; returns the exit code for this process."""
        patience = self._patience
        backoff = Backoff(
            patience.wait, patience.outside_wait, patience.longest_wait, patience.calm_run
        )
        ready_before = False
        while not self._stopped:
            run = self._run_once()
            end = end_of(run, ready_before=ready_before)
            ready_before = ready_before or run.ready
            if self._shown and (end is not RunEnd.CRASH or self._stopped):
                self._trust.end()
            if self._stopped:
                break
            if end is RunEnd.FOR_GOOD and run.code is not None:
                self._say(f"the exhibit has ended with {run.code}: so does the supervisor")
                return run.code
            pause = backoff.after(run, end)
            self._say(f"{_told(run, end)}: again in {pause:g} s")
            self._sleep(pause)
        return ExitCode.LEFT

    def _run_once(self) -> ProcessRun:
        """Run the child to its end, if it can show anything at all."""
        self._shown, self._heard = False, ChildProgress()
        outside = self._outside()
        if outside or self._stopped:
            return ProcessRun(None, outside=outside)
        environment = self._environment()
        self._run += 1
        began = time.monotonic()
        try:
            child = subprocess.Popen(
                self._command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
            )
            assert child.stdout is not None
            arguments = (child.stdout, self._run, self._events)
            code = self._watched(
                child, threading.Thread(target=read_output, args=arguments, daemon=True)
            )
        except OSError as error:
            return ProcessRun(None, outside=f"the exhibit can't be started: {error}")
        return ProcessRun(
            code,
            time.monotonic() - began,
            heard=self._heard.anything,
            ready=self._heard.ready,
            staff=self._heard.staff,
            outside=self._outside(),
        )

    def _environment(self) -> dict[str, str]:
        """What the child is told; from here on its content is blamed for a crash."""
        environment = dict(os.environ) | {SUPERVISED: f"{self._patience.beat:g}"}
        environment.pop(DISTRUSTED, None)
        content = self._content()
        # A folder that is not there shows nothing, so no crash is its fault.
        self._shown = content.is_dir()
        if self._shown and not self._trust.begin(content):
            environment[DISTRUSTED] = str(content)
        return environment

    def _watched(self, child: subprocess.Popen[bytes], reader: threading.Thread) -> int:
        """The exit code of the child, negative after a signal."""
        try:
            reader.start()
        except RuntimeError as error:
            child.kill()
            child.wait()
            raise OSError(str(error)) from None
        return self._watch(child)

    def _watch(self, child: subprocess.Popen[bytes]) -> int:
        patience = self._patience.first_beat
        deadline = time.monotonic() + patience
        while True:
            said = self._next_before(deadline)
            if said is None:
                self._say(f"no sign of life for {patience:g} s: ending the exhibit")
                return self._cut_short(child)
            if said.stop:
                return self._ask_to_end(child)
            if said.over:
                return self._end_of(child)
            now = time.monotonic()
            self._heard.take(said.line)
            if said.line in ("READY=1", "WATCHDOG=1"):
                patience = self._patience.beat
                deadline = now + patience
            elif said.line.startswith("EXTEND_TIMEOUT_USEC="):
                deadline = max(deadline, now + extension_seconds(said.line))
            elif said.line == "STOPPING=1":
                patience = self._patience.stopping
                deadline = now + patience

    def _next_before(self, deadline: float) -> ChildEvent | None:
        """What this child has said, or None when the time is over."""
        while True:
            try:
                run, said = self._events.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                return None
            if run in (0, self._run):
                return said

    def _end_of(self, child: subprocess.Popen[bytes]) -> int:
        """A child without an output has ended, is about to, or can't be watched any more."""
        patience = self._patience.stopping if self._heard.stopping else self._patience.dying
        try:
            return child.wait(patience)
        except subprocess.TimeoutExpired:
            self._say(f"it has not ended {patience:g} s after its last word: ending it")
        return self._cut_short(child)

    def _cut_short(self, child: subprocess.Popen[bytes]) -> int:
        """End it; one that was ending by itself was done with its content: no crash of that."""
        code = self._end(child)
        return ExitCode.START_ANEW if self._heard.stopping else code

    def _end(self, child: subprocess.Popen[bytes]) -> int:
        """Make it write down where it hangs, then kill it; it may have been stopped before."""
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


def supervise(supervisor: Supervisor) -> int:
    """Keep it running until it ends or somebody sends SIGTERM, SIGINT or SIGHUP."""

    def stop(*_: object) -> None:
        supervisor.stop()

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, stop)
    # Unheard they would end the supervisor alone; the child does not hear them either.
    for number in (signal.SIGUSR1, signal.SIGUSR2):
        signal.signal(number, signal.SIG_IGN)
    return supervisor.keep_running()


def own_command() -> list[str]:
    """The command line of this process, for its child."""
    return [sys.executable, *sys.orig_argv[1:]]


def _told(run: ProcessRun, end: RunEnd) -> str:
    if run.code is None:
        return run.outside
    why = run.outside or _WHY.get(end, "")
    ended = f"the exhibit ended with {run.code}{_signal(run.code)}"
    return f"{ended} after {run.seconds:.0f} s{why and f', {why}'}"


def _signal(code: int) -> str:
    """The name of the signal behind a code below 0."""
    try:
        return f" ({signal.Signals(-code).name})" if code < 0 else ""
    except ValueError:
        return ""
