"""Says of what something is drawn in few bytes, so that what is drawn of the same can be known.

Of a value everything is taken in, field after field, and of every file that it names what is in it.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel

import kiosk
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.text.folder import ContentFolder

_MOST_BYTES = 32 * 1024 * 1024
"""Of a longer file, such as a film, its length and the time of its last change stand for it."""
_PLAIN = (int, float, Decimal, datetime.date, Enum)


class FileDigests:
    """The files of a folder that texts name by their last part, such as pictures and tables."""

    def __init__(self, content: ContentFolder) -> None:
        self._files: dict[str, list[Path]] = {}
        self._known: dict[str, bytes] = {}
        for file in _files_below(content.root):
            self._files.setdefault(file.name, []).append(file)

    def named(self, name: str) -> bytes:
        """What is in the files of that name; empty where there are none."""
        if name not in self._files:
            return b""
        if name not in self._known:
            self._known[name] = b"".join(map(digest_of_file, self._files[name]))
        return self._known[name]


def digest(value: object, files: FileDigests | None = None) -> bytes:
    """A digest of a value and of all files that it names; TypeError for what has no known form.

    Numbers and names are told apart from texts, and the order of everything that has one counts.
    """
    taken = hashlib.blake2b(digest_size=20)
    for piece in _pieces(value, files):
        taken.update(len(piece).to_bytes(4, "big"))
        taken.update(piece)
    return taken.digest()


def _pieces(value: object, files: FileDigests | None) -> Iterator[bytes]:
    if value is None:
        yield b"-"
    elif isinstance(value, Path):
        # Where it lies is drawn nowhere.
        yield digest_of_file(value)
    elif isinstance(value, str):
        yield b"s" + value.encode("utf-8", "surrogatepass")
        yield b"" if files is None else files.named(value)
    elif isinstance(value, bytes):
        yield b"b" + value
    elif isinstance(value, _PLAIN):
        yield f"{type(value).__name__} {value!r}".encode()
    elif isinstance(value, set | frozenset):
        yield f"set {len(value)}".encode()
        yield from sorted(digest(each, files) for each in value)
    elif isinstance(value, Mapping):
        yield f"map {len(value)}".encode()
        for key, inner in value.items():
            yield from _pieces(key, files)
            yield from _pieces(inner, files)
    elif isinstance(value, tuple | list):
        yield f"{type(value).__name__} {len(value)}".encode()
        for inner in value:
            yield from _pieces(inner, files)
    else:
        yield from _pieces_of_fields(value, files)


def _pieces_of_fields(value: object, files: FileDigests | None) -> Iterator[bytes]:
    if isinstance(value, BaseModel):
        names = [*type(value).model_fields]
    elif is_dataclass(value):
        # What is not compared follows from the rest.
        names = [each.name for each in fields(value) if each.compare]
    else:
        raise TypeError(type(value))
    yield f"{type(value).__qualname__} {len(names)}".encode()
    for name in names:
        yield name.encode()
        # What was left out of a part of an exhibit is not there at all.
        yield from _pieces(getattr(value, name, None), files)


def digest_of_file(path: Path) -> bytes:
    """What is in a file; nothing of a folder, or of what can't be read."""
    try:
        found = path.stat()
        if not path.is_file():
            return b""
        if found.st_size > _MOST_BYTES:
            return f"{found.st_size} {found.st_mtime_ns}".encode()
        return hashlib.blake2b(path.read_bytes(), digest_size=20).digest()
    except OSError:
        return b""


@cache
def digest_of_program() -> bytes:
    """The program with everything that came along, all libraries, and what the system says of it.

    Fonts are among what came along; which others there are, says `families`.
    """
    taken = hashlib.blake2b(digest_size=20)
    package = Path(kiosk.__file__).parent
    for folder in (package, shipped("assets")):
        for file in sorted(_files_below(folder)):
            if file.suffix != ".pyc":
                taken.update(f"{file.relative_to(folder)}".encode())
                taken.update(digest_of_file(file))
    installed = sorted(f"{each.name} {each.version}" for each in distributions())
    system = sorted(
        f"{key}={value}"
        for key, value in os.environ.items()
        if key.startswith(("QT_", "LC_", "LANG"))
    )
    for words in (sys.version, *installed, *system):
        taken.update(f"{words}\n".encode())
    return taken.digest()


def _files_below(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith((".", "__pycache__"))]
        yield from (Path(parent, name) for name in names)
