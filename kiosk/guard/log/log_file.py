"""A log that turns itself over, never waits for the disk and never raises."""

from __future__ import annotations

import contextlib
import os
import queue
import threading
from pathlib import Path

from kiosk.plain_file import open_to_append

_WAITING_LINES = 1000
_STEADY_SECONDS = 2.0


class LogFile:
    """Appends lines to `path`, which becomes `path.1` and so on when it is full.

    A thread does the writing, so a dead disk costs lines and no time; what could not be written
    is counted and told as soon as the disk takes something again.
    """

    def __init__(self, path: Path, *, limit_bytes: int = 2_000_000, keep: int = 5) -> None:
        self._path = path
        self._limit_bytes = limit_bytes
        self._keep = keep
        self._descriptor = -1
        self._size = 0
        self._lost = 0
        self._lines: queue.Queue[str | threading.Event] = queue.Queue(_WAITING_LINES)
        self._closed = False
        self._thread = threading.Thread(target=self._work, name=f"log {path.name}", daemon=True)
        self._thread.start()

    def write(self, line: str) -> None:
        """Append one line; what holds line breaks is indented."""
        try:
            self._lines.put_nowait(line.rstrip().replace("\n", "\n    "))
        except queue.Full:
            self._lost += 1

    def flush(self, timeout_seconds: float = _STEADY_SECONDS) -> bool:
        """Wait until everything so far is written, up to a time limit; return whether it is."""
        done = threading.Event()
        try:
            self._lines.put(done, timeout=timeout_seconds)
        except queue.Full:
            return False
        return done.wait(timeout_seconds)

    def close(self) -> None:
        """Write what is left, and end."""
        if not self._closed:
            self._closed = True
            self.flush()

    def _work(self) -> None:
        while True:
            item = self._lines.get()
            try:
                if isinstance(item, str):
                    self._append(item)
            except OSError:
                self._lost += 1
                self._shut()
            finally:
                if isinstance(item, threading.Event):
                    item.set()
            if self._closed and self._lines.empty():
                self._shut()
                return

    def _append(self, line: str) -> None:
        if self._size >= self._limit_bytes:
            self._turn_over()
        if self._descriptor < 0:
            self._open()
        if self._lost:
            line = f"({self._lost} lines could not be written)\n{line}"
        content = f"{line}\n".encode("utf-8", "replace")
        written = os.write(self._descriptor, content)
        self._size += written
        self._lost = 0
        if written < len(content):
            raise OSError("the disk took half a line")

    def _open(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._descriptor = open_to_append(self._path)
        self._size = os.fstat(self._descriptor).st_size

    def _turn_over(self) -> None:
        self._shut()
        names = [
            self._path,
            *(Path(f"{self._path}.{number}") for number in range(1, self._keep)),
        ]
        for older, newer in zip(reversed(names), reversed(names[:-1]), strict=False):
            with contextlib.suppress(FileNotFoundError):
                newer.replace(older)

    def _shut(self) -> None:
        if self._descriptor >= 0:
            with contextlib.suppress(OSError):
                os.close(self._descriptor)
        self._descriptor, self._size = -1, 0
