"""The files that a content folder is made of: their names, their state, copying them safely."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.plain_file import open_plain
from kiosk.publishing.packed_names import SPEECH_INDEX, is_exhibit_name
from kiosk.text import file_messages
from kiosk.text.folder import FILM_LIMIT_BYTES, FILMS_FOLDER, SUBFOLDERS
from kiosk.text.messages import UnreadableFile

if TYPE_CHECKING:
    from kiosk.text.folder import ContentFolder

FILE_LIMIT_BYTES = 64 * 2**20
_PIECE_BYTES = 2**20


def stamps_of(content: ContentFolder) -> str:
    """Changes with every name, size, inode and time of change of what can be read in the folder."""
    digest = hashlib.sha256()
    for name in exhibit_files(content)[0]:
        with contextlib.suppress(OSError):
            found = (content.root / name).stat()
            digest.update(
                f"{name}\0{found.st_size}\0{found.st_mtime_ns}\0{found.st_ctime_ns}"
                f"\0{found.st_ino}\n".encode()
            )
    return digest.hexdigest()


def exhibit_files(content: ContentFolder) -> tuple[tuple[str, ...], bool]:
    """The files that an exhibit is made of, and whether nothing else has such a name."""
    found = [name for name in content.names("") if name.endswith(".yaml")]
    for subfolder in SUBFOLDERS:
        found += content.names(subfolder)
    names = tuple(name for name in found if content.has(name))
    return names, len(names) == len(found) and not content.messages()


def files_to_pack(content: ContentFolder) -> tuple[str, ...]:
    """The same files, and the clips with their index; raises OSError where one may be missed.

    A folder that a disk can't list for a moment would make a whole pack of half an exhibit.
    """
    found = [name for name in content.all_names("") if name.endswith(".yaml")]
    for subfolder in SUBFOLDERS:
        found += content.all_names(subfolder)
    names = [name for name in found if _is_file(content, name)]
    spoken = content.all_names("speech")
    if SPEECH_INDEX in spoken and _is_file(content, SPEECH_INDEX):
        folders = [name for name in spoken if not _is_file(content, name)]
        clips = [name for folder in folders for name in content.all_names(folder)]
        names += sorted([SPEECH_INDEX, *filter(is_exhibit_name, clips)])
    return tuple(names)


def _is_file(content: ContentFolder, name: str) -> bool:
    if content.has(name):
        return True
    if content.is_folder(name) or content.strange(name) is not None:
        return False
    raise OSError(errno.EIO, os.strerror(errno.EIO), name)


def copy_file(content: ContentFolder, name: str, target: Path) -> str:
    """Copy one file piece by piece, and return the hash of its bytes.  Raises UnreadableFile."""
    digest = hashlib.sha256()
    descriptor = content.opened(name, limit_of(name))
    target.parent.mkdir(exist_ok=True)
    with os.fdopen(descriptor, "rb", buffering=0) as source, target.open("wb") as copy:
        for piece in iter(partial(source.read, _PIECE_BYTES), b""):
            digest.update(piece)
            copy.write(piece)
            if copy.tell() > limit_of(name):
                raise UnreadableFile(file_messages.unreadable_file("it grows").at(name))
    return digest.hexdigest()


def hash_of(file: Path, name: str) -> str:
    """The hash by which copies are compared: SHA-256, in hexadecimal.  Raises FileRefused."""
    digest = hashlib.sha256()
    with os.fdopen(open_plain(file, limit_of(name), follow=False), "rb", buffering=0) as source:
        for piece in iter(partial(source.read, _PIECE_BYTES), b""):
            digest.update(piece)
    return digest.hexdigest()


def limit_of(name: str) -> int:
    """The most bytes that a file of that name may have."""
    return FILM_LIMIT_BYTES if name.startswith(f"{FILMS_FOLDER}/") else FILE_LIMIT_BYTES


def write_through(folder: Path) -> None:
    """Put a copy and its list on the disk: a power cut must not leave empty files."""
    # Unlike `rglob`, this one says which folder it could not look into.
    for inside, _, files in os.walk(folder, onerror=_raise):
        for name in (*files, ""):
            write_folder_through(Path(inside, name))
    with contextlib.suppress(FileNotFoundError):
        write_folder_through(folder.with_name(f"{folder.name}.json"))
    write_folder_through(folder.parent)


def _raise(error: OSError) -> None:
    raise error


def write_folder_through(place: Path) -> None:
    """Put which names a folder has on the disk, or what a file has in it; raises OSError."""
    descriptor = os.open(place, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
