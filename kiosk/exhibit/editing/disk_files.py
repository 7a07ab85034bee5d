"""The files of an edited folder on the disk: read, compared and written one by one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.atomic_file import write_bytes
from kiosk.exhibit.editing.refusals import EditRefusal, EditRefused
from kiosk.plain_file import FileRefused, NoSuchFile, read_plain_bytes

if TYPE_CHECKING:
    from typing import TypeAlias

    from kiosk.text.folder import ContentFolder

FILE_LIMIT_BYTES = 256 * 1024 * 1024
"""As large as a film may be."""

Stamp: TypeAlias = tuple[int, int, int] | None
"""Time of the last change, size and inode; None for no file."""


def path_of(folder: ContentFolder, file: str) -> Path:
    """Where a file lies; EditRefused for a name that leads out of the folder, or that is none."""
    parts = file.split("/")
    if not all(parts) or any(part.startswith(".") for part in parts) or "\\" in file:
        raise EditRefused(EditRefusal.BAD_FILE_NAME, file, name=file)
    try:
        real = Path(os.path.realpath(folder.root / folder.real_name(file)))
    except ValueError:
        raise EditRefused(EditRefusal.BAD_FILE_NAME, file, name=file) from None
    if not real.is_relative_to(folder.root):
        raise EditRefused(EditRefusal.BAD_FILE_NAME, file, name=file)
    return real


def stamp_of(folder: ContentFolder, file: str) -> Stamp:
    """What changes whenever the file does."""
    try:
        found = path_of(folder, file).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def content_of(folder: ContentFolder, file: str) -> bytes | None:
    """What is in a file; None where there is none.  EditRefused where it can't be read."""
    try:
        return read_plain_bytes(path_of(folder, file), FILE_LIMIT_BYTES)
    except NoSuchFile:
        return None
    except FileRefused:
        raise EditRefused(EditRefusal.UNREADABLE, file, name=file) from None


def write_content(folder: ContentFolder, file: str, content: bytes | None) -> None:
    """Write a file whole or not at all, or remove it; raises OSError."""
    path = path_of(folder, file)
    if content is None:
        path.unlink(missing_ok=True)
    else:
        write_bytes(path, content)
