"""One exhibit for each screen: a lock that the system releases however the holder ends."""

from __future__ import annotations

import fcntl
import logging
import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.settings.places import runtime_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

_log = logging.getLogger("kiosk.guard")


class ScreenTaken(Exception):
    """Another exhibit has this screen."""


class ScreenLock:
    """Holds a screen until the process ends or `release` is called.

    Raises ScreenTaken where somebody else holds it.  A disk on which no lock can be made must not
    keep the exhibit dark, so then it runs without one.
    """

    def __init__(self, file: Path) -> None:
        self._descriptor = -1
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        try:
            self._descriptor = os.open(file, flags, 0o600)
        except OSError as error:
            _log.warning("the screen can't be locked: %s", error)
            return
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self.release()
            raise ScreenTaken(str(file)) from None

    def release(self) -> None:
        """Let others have the screen."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def lock_file(environment: Mapping[str, str] = os.environ) -> Path:
    """The lock file of the screen on which this process will show something."""
    screen = environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY") or "screen"
    if environment.get("QT_QPA_PLATFORM", "").startswith("offscreen"):
        screen = "offscreen"
    name = f"kiosk-{re.sub(r'[^A-Za-z0-9]+', '-', screen)}.lock"
    folder = runtime_folder(environment)
    if folder is None:
        return Path(tempfile.gettempdir(), f"{os.getuid()}-{name}")
    return folder / name
