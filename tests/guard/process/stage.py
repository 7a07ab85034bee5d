"""A supervisor in a thread, and children of a few lines of Python.

Intervals are a fraction of the real ones.
"""

from __future__ import annotations

import sys
import threading
from functools import partial
from typing import TYPE_CHECKING

from kiosk.guard.content.content_trust import ContentTrust
from kiosk.guard.process.supervisor import Patience, Supervisor
from tests import waiting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HANG_GUARD_SECONDS = 25.0
"""Five times the five seconds within which the exhibit has to be back."""

QUICK = Patience(
    first_beat=10.0,
    beat=0.5,
    dying=1.0,
    stopping=3.0,
    wait=0.02,
    outside_wait=0.02,
    longest_wait=0.1,
    calm_run=60.0,
)

STAND_IN = """
import faulthandler, os, pathlib, signal, sys, time
faulthandler.enable(open("stack.log", "a"))
runs = pathlib.Path("runs")
number = len(runs.read_text().split()) + 1 if runs.exists() else 1
with runs.open("a") as file:
    print(os.getpid(), file=file)
def say(line):
    os.write(1, line.encode() + b"\\n")
def live():
    while True:
        say("WATCHDOG=1")
        time.sleep(0.05)
say("READY=1")
"""


class Stage:
    """A supervisor in a thread, with the folder in which its children leave traces."""

    def __init__(self, folder: Path, patience: Patience = QUICK) -> None:
        self.folder = folder
        self.said: list[str] = []
        self.code: int | None = None
        self._patience = patience
        self._thread: threading.Thread | None = None
        self.supervisor: Supervisor | None = None
        self.content = folder / "content"
        self.content.mkdir()
        self.outside: Callable[[], str] = lambda: ""

    def start(self, script: str) -> None:
        file = self.folder / "child.py"
        file.write_text(f"import os; os.chdir({str(self.folder)!r})\n{STAND_IN}\n{script}")
        self.supervisor = Supervisor(
            [sys.executable, "-S", str(file)],
            content=lambda: self.content,
            trust=ContentTrust(self.folder / "trust.json"),
            say=self.said.append,
            patience=self._patience,
            outside=lambda: self.outside(),
        )
        self._thread = threading.Thread(target=self._keep_running)
        self._thread.start()

    def _keep_running(self) -> None:
        assert self.supervisor is not None
        self.code = self.supervisor.keep_running()

    def end(self) -> int | None:
        """Wait for the supervisor's own end."""
        assert self._thread is not None
        self._thread.join(HANG_GUARD_SECONDS)
        assert not self._thread.is_alive()
        return self.code

    def stop(self) -> None:
        if self.supervisor is not None and self._thread is not None:
            self.supervisor.stop()
            self._thread.join(HANG_GUARD_SECONDS)

    def children(self) -> list[int]:
        runs = self.folder / "runs"
        return [int(line) for line in runs.read_text().split("\n")[:-1]] if runs.exists() else []

    def pauses(self) -> list[str]:
        return [line.rpartition("again in ")[2] for line in self.said if "again in" in line]

    def child(self, number: int) -> int:
        """The process id of the child of that number, once it runs."""
        wait_for(lambda: len(self.children()) >= number)
        return self.children()[number - 1]


wait_for = partial(waiting.wait_for, seconds=HANG_GUARD_SECONDS, pause=0.01)


def refusal(stage: Stage) -> object:
    return ContentTrust(stage.folder / "trust.json").refusal
