"""A snapshot of a content folder, without the files of editors and sync tools."""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SUBFOLDERS = ("zones", "layers", "tours", "data", "pictures", "films", "map", "words")
_FILES_LIMIT = 5_000
_TEMPORARY = re.compile(
    r"""^[.~#]          # hidden, Syncthing's .syncthing.*.tmp, rsync's .name.XXXXXX, Emacs' .#name
    | ~$                # copies that editors keep
    | ^4913$            # vim sees with it whether it may write here
    | \.(?:sw[a-p]x?|tmp|temp|part|partial|crdownload|bak|orig)$
    """,
    re.VERBOSE | re.IGNORECASE,
)


class FileStamp(NamedTuple):
    """What tells a changed file from the same file before; times are in nanoseconds."""

    changed: int
    written: int
    size: int
    inode: int


def is_temporary(name: str) -> bool:
    """Whether the name is one that programs give to temporary files."""
    return _TEMPORARY.search(name) is not None


def snapshot(folder: Path) -> Mapping[str, FileStamp]:
    """The stamps of all content files by their names, such as `zones/hetao.yaml`.

    Of the files in the folder itself only YAML counts.  A missing folder has none.
    """
    found: dict[str, FileStamp] = {}
    for subfolder in ("", *SUBFOLDERS):
        for entry in _entries(folder / subfolder):
            if subfolder or entry.name.endswith(".yaml"):
                name = f"{subfolder}/{entry.name}" if subfolder else entry.name
                stamp = _stamp(entry)
                if stamp is not None:
                    found[name] = stamp
            if len(found) >= _FILES_LIMIT:
                return found
    return found


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if not is_temporary(entry.name):
                    yield entry
    except OSError:
        return


def _stamp(entry: os.DirEntry[str]) -> FileStamp | None:
    try:
        found = entry.stat()
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return FileStamp(found.st_ctime_ns, found.st_mtime_ns, found.st_size, found.st_ino)


def is_fresh(found: os.stat_result, now: float, patience: float) -> bool:
    """Whether a file has been written, renamed or created in the last `patience` seconds.

    On Unix `st_ctime` is the last change of any kind, a rename included.  On Windows it is the
    time of creation, and writing changes only `st_mtime`.
    """
    return any(0 <= now - each < patience for each in (found.st_ctime, found.st_mtime))
