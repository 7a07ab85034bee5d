"""An editor that ends itself as a power cut would, at one step of its saves.

It is run as a program: with the content's folder and the number of the step, counted over all that
it does to the disk.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.exhibit.editing.edited_folder import EditedFolder
from kiosk.exhibit.editing.edits import DeleteFile, NewFile, SetText
from kiosk.exhibit.editing.save_history import SaveHistory

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.exhibit.editing.edits import Edit

SAVES = 6
STEPS = 670
"""So many steps of the disk or a few more are taken for these saves."""


def words_of(number: int) -> str:
    """What one save writes into both files."""
    return f"version {number} " * 2_000


class _Steps:
    """Counts what is done to the disk, and ends the process before, within or after one step."""

    def __init__(self, last: int) -> None:
        self._last = last
        self._taken = 0

    def taken(self) -> bool:
        """Whether the last one has come."""
        self._taken += 1
        return self._taken == self._last

    def wrap(self, holder: Any, name: str) -> None:
        """Count the calls of a function that changes the disk."""
        real: Callable[..., Any] = getattr(holder, name)

        def call(*values: Any, **named: Any) -> Any:
            if self.taken():
                _end()
            found = real(*values, **named)
            if self.taken():
                _end()
            return found

        setattr(holder, name, call)

    def wrap_writing(self) -> None:
        """A file may also be written by half."""
        real = Path.write_bytes

        def write_bytes(path: Path, content: bytes) -> int:
            if self.taken():
                real(path, content[: len(content) // 2])
                _end()
            return real(path, content)

        Path.write_bytes = write_bytes  # type: ignore[assignment]


def _end() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Save again and again, until the step comes."""
    root, last = Path(sys.argv[1]), int(sys.argv[2])
    steps = _Steps(last)
    for name in ("open", "fsync", "link", "chown"):
        steps.wrap(os, name)
    for name in ("replace", "unlink", "mkdir"):
        steps.wrap(Path, name)
    steps.wrap_writing()
    folder = EditedFolder(root, SaveHistory.beside(root))
    folder.load()
    for number in range(1, SAVES + 1):
        words = words_of(number)
        edits: list[Edit] = [
            SetText("exhibit.yaml", ("title", "en"), words),
            SetText("zones/a.yaml", ("name", "en"), words),
            NewFile(f"zones/new-{number}.yaml", words.encode()),
        ]
        if number > 1:
            edits.append(DeleteFile(f"zones/new-{number - 1}.yaml"))
        folder.apply(f"Save {number}", edits)
        pending = folder.pending()
        assert pending is not None
        folder.write(pending)
    folder.close()
    sys.stdout.write("ended by itself")


if __name__ == "__main__":
    main()
