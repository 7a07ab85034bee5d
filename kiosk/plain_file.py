"""Opening a file that somebody else has put there: nothing but a plain, small file, never waiting.

A pipe would block the process that opens it, a device may do anything when it is opened
(`/dev/watchdog` restarts the machine), and some files never end.  Every reader of content,
settings and state opens its files here.  The whole tree of errors; each is an OSError, so that a
handler for what a disk reports handles these too:

    FileRefused                  a file that is not read; `reason` says why in a few words
    ├── NoSuchFile               there is none
    ├── NotPlain                 a folder, a pipe, a socket, a device, or a link where none may be
    ├── TooLarge                 it has more bytes than the `limit`
    ├── NotUtf8                  a text in another encoding; carries the bytes
    └── Unreadable               the system refuses it, or its name can't be one
"""

from __future__ import annotations

import codecs
import errno
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NO_NAME = "its name holds a character that no name can have"
_PIECE_BYTES = 1024 * 1024
_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFLNK: "a link",
}
_STRANGE = {errno.ELOOP: "a link", errno.ENXIO: "a device", errno.EISDIR: "a folder"}
_NOT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_BYTES_AS_THEY_ARE = getattr(os, "O_BINARY", 0)


class FileRefused(OSError):
    """A file that is not read."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


class NoSuchFile(FileRefused):
    """There is no file of that name."""


class NotPlain(FileRefused):
    """Something else than a plain file has the name: `what` says what, such as `a pipe`."""

    def __init__(self, path: Path, what: str) -> None:
        self.what = what
        super().__init__(path, f"it is {what}, not a plain file")


class TooLarge(FileRefused):
    """It has more bytes than the limit."""

    def __init__(self, path: Path, limit: int) -> None:
        self.limit = limit
        super().__init__(path, f"it is larger than {limit:,} bytes")


class NotUtf8(FileRefused):
    """A text in another encoding: the bytes, and the first of them that can't be UTF-8."""

    def __init__(self, path: Path, content: bytes, start: int) -> None:
        self.content = content
        self.start = start
        super().__init__(path, "it is not UTF-8")


class Unreadable(FileRefused):
    """The system refuses it."""


def read_plain_bytes(path: Path, limit: int, *, follow: bool = True) -> bytes:
    """The bytes of a plain file of at most `limit` bytes; raises FileRefused.

    Without `follow` the last part of the path may be no link: for folders that others can write.
    """
    try:
        descriptor = _opened(path, os.O_RDONLY, follow=follow)
        try:
            return _whole(descriptor, path, limit)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from None


def read_plain_text(path: Path, limit: int, *, follow: bool = True) -> str:
    """The text of a plain file in UTF-8, without its byte order mark; raises FileRefused."""
    content = read_plain_bytes(path, limit, follow=follow).removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise NotUtf8(path, content, error.start) from None


def open_plain(path: Path, limit: int, *, follow: bool = True) -> int:
    """A descriptor from which a plain file of at most `limit` bytes is read; raises FileRefused.

    For what is too large to be held as a whole.
    """
    try:
        descriptor = _opened(path, os.O_RDONLY, follow=follow)
        if os.fstat(descriptor).st_size > limit:
            os.close(descriptor)
            raise TooLarge(path, limit)
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from None
    return descriptor


def is_plain(path: Path) -> bool:
    """Whether there is a plain file, at the end of a link too."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def strange_kind(path: Path) -> str | None:
    """What has the name and is neither a plain file nor a folder, such as `a pipe`; else None."""
    try:
        found = stat.S_IFMT(path.stat().st_mode)
    except FileNotFoundError:
        return "a link to nothing" if path.is_symlink() else None
    except OSError as error:
        return _STRANGE.get(error.errno or 0)
    except ValueError:
        return None
    if found in (stat.S_IFREG, stat.S_IFDIR):
        return None
    return _KINDS.get(found, "a device")


def open_to_append(path: Path, mode: int = 0o640) -> int:
    """A descriptor that appends to a plain file, created if missing; raises FileRefused.

    For logs: no link is followed.
    """
    try:
        return _opened(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, follow=False, mode=mode)
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from None


def _opened(path: Path, flags: int, *, follow: bool, mode: int = 0o640) -> int:
    # Looked at before it is opened, since opening a device may be all that it waits for; and
    # after, since it may have been replaced in between.
    try:
        found = path.stat(follow_symlinks=follow)
    except FileNotFoundError:
        if not flags & os.O_CREAT:
            raise
    else:
        _demand_plain(path, found)
    flags |= _NOT_WAITING | _BYTES_AS_THEY_ARE | (0 if follow else _NO_LINK)
    descriptor = os.open(path, flags, mode)
    try:
        _demand_plain(path, os.fstat(descriptor))
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _demand_plain(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise NotPlain(path, _KINDS.get(stat.S_IFMT(found.st_mode), "a device"))


def _whole(descriptor: int, path: Path, limit: int) -> bytes:
    """Everything in it.  Its size is not believed: a file may grow, and those of /proc say 0."""
    if os.fstat(descriptor).st_size > limit:
        raise TooLarge(path, limit)
    pieces: list[bytes] = []
    left = limit + 1
    while left > 0 and (piece := os.read(descriptor, min(left, _PIECE_BYTES))):
        pieces.append(piece)
        left -= len(piece)
    if left <= 0:
        raise TooLarge(path, limit)
    return b"".join(pieces)


def _refusal(path: Path, error: OSError | ValueError) -> FileRefused:
    if isinstance(error, FileRefused):
        return error
    if isinstance(error, ValueError):
        return Unreadable(path, NO_NAME)
    if isinstance(error, FileNotFoundError):
        return NoSuchFile(path, "there is no such file")
    if error.errno in _STRANGE:
        return NotPlain(path, _STRANGE[error.errno])
    return Unreadable(path, (error.strerror or "unknown reason").lower())
