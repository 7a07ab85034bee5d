"""What was measured before, kept in the user's cache under all that it depends on.

A file has the pages of one part in one language and window shape, or what was said of a picture.
Its name is a digest of all that these are drawn from, so what is there is never out of date; what
nobody asks for any more is taken away in time.  What can't be read or written is measured again.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.atomic_file import PRIVATE, write_bytes
from kiosk.workshop.check.measured_page import page_from_plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.workshop.check.measured_page import MeasuredPage

_MOST_BYTES = 100 * 1024 * 1024
"""What all files may take together; beyond that those go that were used longest ago."""
_LEFT_SHARE = 0.7
"""So much of it is left then, so that it does not happen every time."""
_USED_SECONDS = 3600.0
"""So exactly it is known when a file was used."""
_MOST_UNPACKED = 4 * 1024 * 1024
_SUM_LENGTH = 16


def answers_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where answers are kept: in the user's cache, which may be emptied at any time."""
    given = environment.get("XDG_CACHE_HOME", "")
    # The specification says that any other path is to be ignored.
    base = Path(given) if given.startswith("/") else Path.home() / ".cache"
    return base / "kiosk" / "check"


class Answers:
    """The answers in a folder; without one nothing is known and nothing kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def find(self, key: str) -> tuple[MeasuredPage, ...] | None:
        """The pages that were kept under a key; None where there are none, or damaged ones."""
        try:
            plain = self.find_plain(key)
            return None if plain is None else tuple(page_from_plain(each) for each in plain)
        except (TypeError, ValueError):
            return None

    def keep(self, key: str, pages: Sequence[MeasuredPage]) -> None:
        """Keep pages under a key."""
        self.keep_plain(key, pages)

    def find_plain(self, key: str) -> Any:
        """What was kept under a key, as JSON has it; None where there is nothing, or damaged."""
        if self._folder is None:
            return None
        file = self._file(key)
        try:
            packed = file.read_bytes()
            if _sum(packed[_SUM_LENGTH:]) != packed[:_SUM_LENGTH]:
                return None
            unpacking = zlib.decompressobj()
            plain = json.loads(unpacking.decompress(packed[_SUM_LENGTH:], _MOST_UNPACKED))
            now = time.time()
            if now - file.stat().st_mtime > _USED_SECONDS:
                os.utime(file, (now, now))
        except (OSError, ValueError, zlib.error, RecursionError):
            return None
        return plain

    def keep_plain(self, key: str, plain: object) -> None:
        """Keep what JSON can say under a key; a full or locked disk keeps nothing."""
        if self._folder is None:
            return
        packed = zlib.compress(json.dumps(plain, ensure_ascii=False).encode(), 1)
        with suppress(OSError):
            write_bytes(self._file(key), _sum(packed) + packed, mode=PRIVATE, durable=False)

    def tidy(self, most_bytes: int = _MOST_BYTES) -> None:
        """Take away what was used longest ago where there is too much."""
        if self._folder is None:
            return
        found = []
        for file in self._folder.glob("*/*"):
            with suppress(OSError):
                state = file.stat()
                found.append((state.st_mtime, state.st_size, file))
        total = sum(size for _, size, _ in found)
        if total <= most_bytes:
            return
        for _, size, file in sorted(found):
            if total <= most_bytes * _LEFT_SHARE:
                break
            with suppress(OSError):
                file.unlink()
                total -= size

    def _file(self, key: str) -> Path:
        assert self._folder is not None
        return self._folder / key[:2] / key[2:]


def _sum(packed: bytes) -> bytes:
    return hashlib.blake2b(packed, digest_size=_SUM_LENGTH).digest()
