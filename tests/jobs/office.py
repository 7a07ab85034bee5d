"""Jobs that note their answers, and works that wait, fail or run until they are cancelled."""

from __future__ import annotations

import threading
import time
from typing import Any

from PySide6.QtCore import QObject, QThread

from kiosk.jobs import (
    Answer,
    Cancelled,
    Jobs,
    is_wanted,
)
from tests.journeys.visitor import HANG_SECONDS


class Office:
    """Jobs with a list of what they have answered, and a gate that works can wait at."""

    def __init__(
        self,
        threads: int = 1,
        pauses: tuple[float, ...] = (0.0, 0.0),
        *,
        endless: bool = False,
        parent: QObject | None = None,
    ) -> None:
        self.jobs = Jobs(parent, threads=threads, pauses=pauses, endless=endless)
        self.answers: list[Answer] = []
        self.retries: list[Answer] = []
        self.threads: list[QThread] = []
        self.jobs.answered.connect(self._note)
        self.jobs.retrying.connect(self.retries.append)
        self.gate = threading.Event()
        self.begun = threading.Event()

    def _note(self, answer: Answer) -> None:
        self.answers.append(answer)
        self.threads.append(QThread.currentThread())

    def wait(self) -> int:
        self.begun.set()
        assert self.gate.wait(HANG_SECONDS)
        return 0

    def keep_busy(self, key: str = "busy") -> None:
        """Have a work begun that waits at the gate."""
        self.begun.clear()
        self.jobs.ask(key, self.wait)
        assert self.begun.wait(HANG_SECONDS)

    def keys(self) -> list[Any]:
        return [answer.key for answer in self.answers]

    def values(self) -> list[object]:
        return [answer.value for answer in self.answers]

    def close(self) -> None:
        self.gate.set()
        self.jobs.rest()


class Failing:
    """A work that fails for the first few times."""

    def __init__(self, failures: int) -> None:
        self.tries = 0
        self._failures = failures

    def __call__(self) -> str:
        self.tries += 1
        if self.tries <= self._failures:
            raise MemoryError("not now")
        return "sharp"


def work_until_cancelled(begun: threading.Event) -> None:
    begun.set()
    until = time.monotonic() + HANG_SECONDS
    while is_wanted():
        assert time.monotonic() < until
        time.sleep(0.001)
    raise Cancelled
