"""A disk of which one operation fails: every call that Python's files, folders and locks make."""

from __future__ import annotations

import builtins
import errno
import fcntl
import io
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ERRORS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EMFILE)

_OF_OS = (
    *("open", "read", "write", "fsync", "fstat", "stat", "lstat", "statvfs", "scandir", "listdir"),
    *("mkdir", "rename", "replace", "link", "unlink", "rmdir", "chmod", "chown", "utime", "fchmod"),
)


class FailingDisk:
    """Counts operations from 1, and lets the one of that number fail; none where it is 0."""

    def __init__(self, fails: int = 0, error: int = errno.EIO) -> None:
        self._fails = fails
        self._error = error
        self.done: list[str] = []

    def step(self, name: str) -> None:
        """Count one, and raise where it is the one that fails."""
        self.done.append(name)
        if len(self.done) == self._fails:
            raise OSError(self._error, os.strerror(self._error))

    @property
    def failed(self) -> str:
        """What the operation that failed is called; empty where none did."""
        return self.done[self._fails - 1] if 0 < self._fails <= len(self.done) else ""

    @contextmanager
    def attached(self) -> Iterator[None]:
        """All that is done from here on, in this process, is done on this disk."""
        with pytest.MonkeyPatch.context() as patch:
            for name in _OF_OS:
                patch.setattr(os, name, self._counted(name, getattr(os, name)))
            patch.setattr(os, "close", self._closing(os.close))
            patch.setattr(fcntl, "flock", self._counted("flock", fcntl.flock))
            opening = self._opening(io.open)
            patch.setattr(io, "open", opening)
            patch.setattr(builtins, "open", opening)
            yield

    def _counted(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*values: Any, **named: Any) -> Any:
            self.step(name)
            return real(*values, **named)

        return call

    def _closing(self, real: Callable[[int], None]) -> Callable[[int], None]:
        def close(descriptor: int) -> None:
            # As Linux does: what reports a fault is closed all the same.
            real(descriptor)
            self.step("close")

        return close

    def _opening(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def open_(file: Any, *values: Any, **named: Any) -> Any:
            if not isinstance(file, int):
                self.step("open")
            return _File(real(file, *values, **named), self)

        return open_


class _File:
    """An open file whose operations are counted; a write that fails writes a half."""

    def __init__(self, file: Any, disk: FailingDisk) -> None:
        self._file = file
        self._disk = disk

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> _File:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, *values: int) -> Any:
        self._disk.step("read")
        return self._file.read(*values)

    def write(self, content: Any) -> Any:
        try:
            self._disk.step("write")
        except OSError:
            self._file.write(content[: len(content) // 2])
            raise
        return self._file.write(content)

    def close(self) -> None:
        was_closed = self._file.closed
        self._file.close()
        if not was_closed:
            self._disk.step("close")
