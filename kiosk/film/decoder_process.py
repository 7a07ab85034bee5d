"""The process that decodes a film: started on a thread, ended at once, and never waited for."""

from __future__ import annotations

import mmap
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import kiosk
from kiosk.film.formats import demuxer_of, has_picture
from kiosk.plain_file import open_plain
from kiosk.text.folder import FILM_LIMIT_BYTES

if TYPE_CHECKING:
    from kiosk.film.frame_store import FrameStore

_unburied: set[subprocess.Popen[bytes]] = set()
"""What has been ended and not awaited yet: an exhibit that closes has no time for it."""


class DecoderProcess:
    """One process with its pipes and the memory that it shares with this one."""

    def __init__(self, file: Path, room: FrameStore) -> None:
        self.file = file
        self.room = room
        self.memory: mmap.mmap | None = None
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._is_closed = False

    def start(self) -> None:
        """Begin to decode; a work of a job.  Raises OSError."""
        film = open_plain(self.file, FILM_LIMIT_BYTES)
        try:
            shared = os.memfd_create("film")
            try:
                os.ftruncate(shared, self.room.bytes)
                self.memory = mmap.mmap(shared, self.room.bytes)
                with self._lock:
                    if not self._is_closed:
                        self._child = self._started(film, shared)
            finally:
                os.close(shared)
        finally:
            os.close(film)

    def _started(self, film: int, shared: int) -> subprocess.Popen[bytes]:
        name, room = self.file.name, self.room
        numbers = (room.width, room.height, room.slots)
        child = subprocess.Popen(
            [
                *(sys.executable, "-m", "kiosk.film.decoding", str(film), str(shared)),
                *(demuxer_of(name), str(int(has_picture(name))), *map(str, numbers)),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pass_fds=(film, shared),
            # `-m` must find this program, whatever the working directory was.
            cwd=Path(kiosk.__file__).parents[1],
            start_new_session=True,
        )
        assert child.stdin is not None
        assert child.stdout is not None
        for pipe in (child.stdin, child.stdout):
            os.set_blocking(pipe.fileno(), False)
        return child

    @property
    def told(self) -> int:
        """The descriptor on which it tells what it has done; -1 where it was never started."""
        child = self._child
        return -1 if child is None or child.stdout is None else child.stdout.fileno()

    def order(self, line: bytes) -> None:
        """Give it a line; one that takes none is ended by whoever waits for its pictures."""
        child = self._child
        if child is not None and child.stdin is not None:
            with suppress(OSError):
                os.write(child.stdin.fileno(), line)

    def close(self) -> None:
        """End it, with what it has started, whether it has begun or not."""
        with self._lock:
            self._is_closed = True
            child = self._child
        if child is None:
            return
        _unburied.add(child)
        with suppress(OSError):
            os.killpg(child.pid, signal.SIGKILL)
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def bury(self) -> None:
        """Wait for its end; a work of a job."""
        child = self._child
        if child is not None:
            child.wait()
            _unburied.discard(child)
