"""Takes what was brought into the inbox, in a process of its own, while the exhibit runs."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

import kiosk
from kiosk.guard.content.inbox import Inbox
from kiosk.jobs import Answer, Jobs

if TYPE_CHECKING:
    from collections.abc import Sequence

LOOK_MS = 1_000
_LOOK, _TAKE = "a look at the inbox", "taking what was brought"
_log = logging.getLogger("kiosk.guard")


class InboxWatch(QObject):
    """Looks into the inbox every second; `kiosk install` judges what is there and says why not.

    What is taken is shown by the `ReleaseWatch`.  `options` name this machine's settings.
    """

    def __init__(self, folder: Path, options: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inbox = Inbox(folder)
        self._options = tuple(options)
        self._brought: Path | None = None
        self._jobs = Jobs(self, pauses=())
        self._jobs.answered.connect(self._take)
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK_MS)
        self._looks.timeout.connect(self.look)

    @Slot()
    def watch(self) -> None:
        """From now on look."""
        self._looks.start()

    @Slot()
    def stop(self) -> None:
        """Look no more; what is being taken ends with this process."""
        self._looks.stop()
        self._jobs.rest()

    @Slot()
    def look(self) -> None:
        """Look once, unless something is being taken."""
        if not self._jobs.is_asked(_LOOK) and not self._jobs.is_asked(_TAKE):
            self._jobs.ask(_LOOK, self._inbox.ready)

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if answer.key == _LOOK and answer.value is not None:
            self._brought = answer.value
            self._jobs.ask(_TAKE, self._install)

    def _install(self) -> None:
        """Have it taken, and write into the log what became of it; beside the GUI thread."""
        assert self._brought is not None
        command = [sys.executable, "-m", "kiosk", "install", str(self._brought), "--only-new"]
        # Its input ends with this process, and with it whatever it has begun.
        process = subprocess.Popen(
            [*command, "--until-input-ends", *self._options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=Path(kiosk.__file__).parents[1],
            text=True,
            errors="replace",
        )
        assert process.stdout is not None
        said = process.stdout.read().strip()
        code = process.wait()
        if process.stdin is not None:
            process.stdin.close()
        if said:
            _log.log(logging.ERROR if code else logging.INFO, "inbox: %s", said)
