"""What a history of saves has on the disk: contents by their digests, and a line for each save.

A line that a power cut has left half is passed over.  Names and digests are looked at as if
somebody else had written them.
"""

from __future__ import annotations

import json
import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kiosk.atomic_file import append_line, write_bytes, write_text
from kiosk.exhibit.editing.disk_files import FILE_LIMIT_BYTES
from kiosk.exhibit.editing.disk_reasons import LeadsIntoContent
from kiosk.exhibit.editing.patches import digest
from kiosk.plain_file import FileRefused, read_plain_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

NOT_KEPT = ""
"""Instead of a digest: the file was there, and was too large to be kept."""

_LINES_LIMIT_BYTES = 64 * 1024 * 1024
_DIGEST = re.compile("[0-9a-f]{64}")


class Save(NamedTuple):
    """A save: when, what was done, and what it changed.

    `changed` has a digest for each file that was written, None for one that was removed.
    """

    id: str
    time: datetime
    label: str
    changed: Mapping[str, str | None]

    def line(self) -> str:
        """The save as one line."""
        written = self.time.astimezone(UTC).isoformat(timespec="milliseconds")
        entry = {"id": self.id, "time": written, "label": self.label, "files": self.changed}
        return json.dumps(entry, ensure_ascii=False, separators=(",", ":"))


class HistoryFiles:
    """The folder of a history, which lies beside the content and never leads into it."""

    def __init__(self, folder: Path, content: Path) -> None:
        self.folder = folder
        self._content = content
        self._saves = folder / "saves.jsonl"
        self._contents = folder / "contents"

    def make(self) -> None:
        """Make the folder, which no version control is to take in; raises OSError."""
        self._refuse_content(self.folder)
        ignored = self.folder / ".gitignore"
        if not ignored.exists():
            write_text(ignored, "*\n")

    def saves(self) -> tuple[Save, ...]:
        """All saves, the oldest first; a line that can't be read is passed over."""
        try:
            content = read_plain_bytes(self._saves, _LINES_LIMIT_BYTES)
        except FileRefused:
            return ()
        return tuple(_saves_in(content.decode("utf-8", "replace").split("\n")))

    def add(self, save: Save) -> None:
        """Add a save at the end and put it on the disk; raises OSError."""
        self._refuse_content(self.folder)
        if self._saves.is_symlink():
            # What it leads to may be part of the content.
            raise LeadsIntoContent
        append_line(self._saves, save.line())

    def replace(self, saves: Sequence[Save]) -> None:
        """Other saves in place of all; raises OSError."""
        write_text(self._saves, "".join(f"{save.line()}\n" for save in saves))

    def put(self, content: bytes) -> str:
        """Keep a content and give its digest; raises OSError."""
        own = digest(content)
        path = self._path(own)
        self._refuse_content(path.parent)
        if not path.exists():
            write_bytes(path, content)
        return own

    def content(self, own: str) -> bytes | None:
        """The content with this digest; None where it is gone or spoilt."""
        if not _DIGEST.fullmatch(own):
            return None
        try:
            content = read_plain_bytes(self._path(own), FILE_LIMIT_BYTES)
        except FileRefused:
            return None
        return content if digest(content) == own else None

    def sizes(self) -> dict[str, int]:
        """How large each kept content is."""
        found = {}
        for path in self._contents.glob("??/*"):
            if _DIGEST.fullmatch(path.name) and path.is_file():
                found[path.name] = path.stat().st_size
        return found

    def remove(self, digests: Iterable[str]) -> None:
        """Without these contents; raises OSError."""
        for each in digests:
            self._refuse_content(self._path(each).parent)
            self._path(each).unlink(missing_ok=True)

    def _refuse_content(self, folder: Path) -> None:
        """OSError where a folder is a link that leads into the content."""
        real, content = Path(os.path.realpath(folder)), Path(os.path.realpath(self._content))
        if real.is_relative_to(content):
            raise LeadsIntoContent

    def _path(self, own: str) -> Path:
        return self._contents / own[:2] / own


def _saves_in(lines: Iterable[str]) -> Iterator[Save]:
    for line in lines:
        try:
            entry: Any = json.loads(line)
            time = datetime.fromisoformat(entry["time"])
            files = entry["files"]
            sound = isinstance(files, dict) and all(map(_is_digest, files.values()))
            if sound and time.tzinfo is not None:
                save = Save(str(entry["id"]), time, str(entry["label"]), files)
                # What has no place in the calendar of this machine, and half letters.
                time.astimezone()
                save.line().encode()
                yield save
        except (ValueError, TypeError, KeyError, RecursionError, OverflowError):
            continue


def _is_digest(written: object) -> bool:
    if written is None or written == NOT_KEPT:
        return True
    return isinstance(written, str) and _DIGEST.fullmatch(written) is not None
