"""A folder in which other programs lay an order: for those who have no more than a share.

`tell.txt` is read once nobody writes to it any more, and taken away before it is done; `told.txt`
says what became of it, and a picture is `picture.png`.
"""

from __future__ import annotations

import base64
import contextlib
import json
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.atomic_file import PUBLIC, write_bytes, write_text
from kiosk.guard.control.orders import LINE_LIMIT_BYTES
from kiosk.jobs import Answer, Jobs
from kiosk.plain_file import FileRefused, read_plain_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Reply = Callable[[Mapping[str, Any]], None]

ORDER_FILE, ANSWER_FILE, PICTURE_FILE = "tell.txt", "told.txt", "picture.png"
LOOK_MS = 2_000

_LOOK = "a look at the orders that somebody lays down"
_TELLING = "saying what became of an order"


class OrderFile(QObject):
    """Looks into the folder every two seconds, beside the GUI thread."""

    def __init__(
        self, folder: Path, answer: Callable[[str, Reply], None], parent: QObject | None = None
    ) -> None:
        """`answer` is given each line, and what to reply by."""
        super().__init__(parent)
        self._folder = folder
        self._answer = answer
        self._seen: tuple[int, ...] = ()
        self._jobs = Jobs(self, pauses=())
        self._jobs.answered.connect(self._take)
        self._ticks = QTimer(self)
        self._ticks.setInterval(LOOK_MS)
        self._ticks.timeout.connect(self.look)

    def start(self) -> None:
        """Look from now on."""
        self._ticks.start()

    @Slot()
    def stop(self) -> None:
        """Look no more."""
        self._ticks.stop()
        self._jobs.rest()

    @Slot()
    def look(self) -> None:
        """Look once."""
        self._jobs.ask_once(_LOOK, self._found)

    def _found(self) -> str | None:
        """The line of an order that is as it was at the last look; beside the GUI thread."""
        file = self._folder / ORDER_FILE
        try:
            found = file.stat(follow_symlinks=False)
        except OSError:
            self._seen = ()
            return None
        seen, self._seen = self._seen, (found.st_ino, found.st_size, found.st_mtime_ns)
        if seen != self._seen:
            return None
        self._seen = ()
        line: str | None
        try:
            line = read_plain_text(file, LINE_LIMIT_BYTES, follow=False).strip()
        except FileRefused:
            line = ""
        try:
            file.unlink()
        except OSError:
            # It would be done again and again.
            return None
        return line

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if answer.key == _LOOK and answer.error is None and answer.value is not None:
            self._answer(answer.value, self._reply)

    def _reply(self, answer: Mapping[str, Any]) -> None:
        self._jobs.ask(_TELLING, partial(_told, self._folder, answer))


def _told(folder: Path, answer: Mapping[str, Any]) -> None:
    """Write it down; whoever has a share that takes nothing is told nothing."""
    told = dict(answer)
    with contextlib.suppress(OSError):
        if "png" in told:
            picture = base64.b64decode(told.pop("png"))
            write_bytes(folder / PICTURE_FILE, picture, mode=PUBLIC, durable=False)
            told["picture"] = PICTURE_FILE
        line = json.dumps(told, ensure_ascii=False) + "\n"
        write_text(folder / ANSWER_FILE, line, mode=PUBLIC, durable=False)
