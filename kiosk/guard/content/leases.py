"""Keeps what a process shows from being taken away, until that process ends.

A lease is a shared lock of flock(2) on a file: the kernel gives it back however the process ends.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Leases:
    """The leases of this process."""

    def __init__(self) -> None:
        self._held: dict[Path, int] = {}

    @property
    def held(self) -> tuple[Path, ...]:
        """The files that are held."""
        return tuple(self._held)

    def hold(self, file: Path) -> None:
        """Hold a file; one that is not there, or that somebody takes away now, is not held."""
        if file in self._held:
            return
        with contextlib.suppress(OSError):
            descriptor = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except OSError:
                _close(descriptor)
                raise
            self._held[file] = descriptor

    def release(self, file: Path) -> None:
        """Hold it no longer."""
        descriptor = self._held.pop(file, None)
        if descriptor is not None:
            _close(descriptor)

    def release_all(self) -> None:
        """Hold nothing any longer."""
        for file in self.held:
            self.release(file)

    def is_held(self, file: Path) -> bool:
        """Whether this process or another one holds it."""
        if file in self._held:
            return True
        try:
            descriptor = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
        except FileNotFoundError:
            return False
        except OSError:
            # Nobody can say now, and what is held must not be taken away.
            return True
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
        finally:
            _close(descriptor)
        return False


def _close(descriptor: int) -> None:
    """It is closed even where the disk reports a fault."""
    with contextlib.suppress(OSError):
        os.close(descriptor)
