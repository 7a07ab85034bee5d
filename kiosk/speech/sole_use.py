"""Who changes the clips of a folder has them for themselves: two would undo each other's work."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.text.folder import ContentFolder


class InUse(Exception):
    """Somebody else changes them now."""


@contextmanager
def sole_use(folder: ContentFolder) -> Iterator[None]:
    """Have the clips of a folder until the end of the block; raises InUse.

    Each index is written as a whole from what was read before: of a narration that takes hours and
    recordings that are taken in meanwhile, the last one to end would keep only its own.
    """
    descriptor = _locked(folder.root)
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _locked(path: Path) -> int | None:
    """What holds the lock; None where none can be made, which must not keep anybody from work."""
    try:
        import fcntl

        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except (ImportError, OSError):
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise InUse from None
    except OSError:
        os.close(descriptor)
        return None
    return descriptor
