"""The one way to write a file that others read: it is the old one or the new one, never half.

A new file is written beside the old one under a hidden name, put on the disk, and then takes its
place at once, as POSIX promises of rename(2).  A power cut or a full disk in between leaves the
old file; what it leaves of the new one goes with a later write.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PUBLIC = 0o644
PRIVATE = 0o600

_SUFFIX = ".part"
_NAME_LETTERS = 40
"""The letters of the name that the hidden name keeps, since it must not exceed 255 bytes."""

_LEFT_BEHIND_SECONDS = 24 * 3600.0
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0)


def write_bytes(
    path: Path, content: bytes, *, mode: int | None = None, durable: bool = True
) -> None:
    """Write a file in place of the one there, and make the folders that it needs.

    `mode` is who may read it; without one it stays as with the file there, or PUBLIC.  What need
    not outlive a power cut, since it can be made again, is not `durable` and doesn't wait for the
    disk.  Raises OSError and leaves the file there as it was.

    A symbolic link at `path` is replaced as a file would be; what it leads to keeps its content.
    """
    with replacing(path, mode=mode, durable=durable) as new:
        new.write_bytes(content)


def write_text(path: Path, text: str, *, mode: int | None = None, durable: bool = True) -> None:
    """Write a text in UTF-8 with its line ends as they are, in the same way as `write_bytes`.

    UnicodeEncodeError for half a surrogate pair.
    """
    write_bytes(path, text.encode(), mode=mode, durable=durable)


def write_new_text(path: Path, text: str, *, mode: int = PUBLIC) -> None:
    """Write a file that is not there yet.  FileExistsError where it is, another OSError else."""
    content = text.encode()
    with _beside(path) as new:
        new.write_bytes(content)
        _finish(new, mode, durable=True)
        try:
            os.link(new, path)
        except FileExistsError:
            raise
        except OSError:
            # Not every file system knows links, a stick for example.
            _write_in_place(path, content, mode)


def append_line(path: Path, line: str) -> None:
    """Add a line to a file and have it on the disk; raises OSError.

    A power cut may leave a part of it, which is a line of its own then.
    """
    with path.open("ab+") as file:
        if file.tell() > 0:
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":
                file.write(b"\n")
        file.write(f"{line}\n".encode())
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def replacing(path: Path, *, mode: int | None = None, durable: bool = True) -> Iterator[Path]:
    """An empty file beside `path` to be filled, which takes its place where nothing is raised.

    For writers of their own, such as Qt's; `mode` and `durable` as in `write_bytes`.
    """
    with _beside(path) as new:
        yield new
        _finish(new, _mode_of(path) if mode is None else mode, durable=durable)
        new.replace(path)
        if durable and os.name == "posix":
            _put_names_on_disk(path.parent)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A new file with a hidden name in the same folder, gone again at the end.

    Nobody but its owner may read it before it is finished.
    """
    folder = path.parent
    _make_folder(folder)
    beginning = f".{path.name[:_NAME_LETTERS]}."
    _remove_left_behind(folder, beginning)
    new = folder / f"{beginning}{os.urandom(4).hex()}{_SUFFIX}"
    descriptor = os.open(new, _NEW_FILE, PRIVATE)
    try:
        os.close(descriptor)
        _give_to_owner_of(folder, new)
        yield new
    finally:
        with contextlib.suppress(OSError):
            new.unlink()


def _write_in_place(path: Path, content: bytes, mode: int) -> None:
    """Write a file that is not there yet; where that fails, it is not there afterwards either."""
    descriptor = os.open(path, _NEW_FILE, PRIVATE)
    try:
        os.close(descriptor)
        _give_to_owner_of(path.parent, path)
        path.write_bytes(content)
        _finish(path, mode, durable=True)
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise


def _make_folder(folder: Path) -> None:
    """Make a folder and those above it, for the owner of the nearest one that is there."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        _make_folder(folder.parent)
    try:
        folder.mkdir()
    except FileExistsError:
        # Somebody else may have made it meanwhile.
        if not folder.is_dir():
            raise
    else:
        _give_to_owner_of(folder.parent, folder)


def _mode_of(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        return PUBLIC


def _finish(new: Path, mode: int, *, durable: bool) -> None:
    """Let it be read by whom it is for, and have it on the disk."""
    # Windows puts nothing on the disk through a descriptor that only reads.
    descriptor = os.open(new, os.O_RDWR)
    try:
        # FAT, as on a stick, knows no modes.
        with contextlib.suppress(OSError):
            new.chmod(mode)
        if durable:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _put_names_on_disk(folder: Path) -> None:
    """Have the new name outlive a power cut too; some file systems don't know how, and need not."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _give_to_owner_of(folder: Path, new: Path) -> None:
    """What root writes for the exhibit must be readable by the exhibit's own user."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    owner = folder.stat()
    os.chown(new, owner.st_uid, owner.st_gid, follow_symlinks=False)


def _remove_left_behind(folder: Path, beginning: str) -> None:
    """Remove what a write of this file left behind when the power was cut, a day ago or longer.

    What is younger may be another program's write that goes on.
    """
    ours = re.compile(f"{re.escape(beginning)}[0-9a-f]{{8}}{re.escape(_SUFFIX)}")
    with contextlib.suppress(OSError):
        for entry in folder.iterdir():
            if not ours.fullmatch(entry.name):
                continue
            if time.time() - entry.lstat().st_mtime > _LEFT_BEHIND_SECONDS:
                with contextlib.suppress(OSError):
                    entry.unlink()
