"""What can stand where a file should: for each kind, what makes it of a sound file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def cut(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def replace_by(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def replaced(path: Path) -> None:
        path.unlink()
        make(path)

    return replaced


def other_encoding(path: Path) -> None:
    path.write_bytes(b"\xff\xfe" + path.read_bytes().decode("utf-8", "replace").encode("utf-16-le"))


def other_name(path: Path) -> None:
    """As an archive from Windows leaves it."""
    path.rename(os.fsdecode(os.fsencode(path.with_suffix("")) + b"\xe9" + path.suffix.encode()))


SPOILT: dict[str, Callable[[Path], object]] = {
    "missing": Path.unlink,
    "unreadable": lambda path: path.chmod(0o000),
    "empty": lambda path: path.write_bytes(b""),
    "folder": replace_by(Path.mkdir),
    "pipe": replace_by(os.mkfifo),
    "device": replace_by(lambda path: path.symlink_to("/dev/zero")),
    "terminal": replace_by(lambda path: path.symlink_to("/dev/tty")),
    "circle": replace_by(lambda path: path.symlink_to(path.name)),
    "endless": lambda path: os.truncate(path, 2**42),
    "other encoding": other_encoding,
    "noise": lambda path: path.write_bytes(bytes(range(256)) * 20),
    "other name": other_name,
    "cut": cut,
}
