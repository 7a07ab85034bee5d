"""Files of a content folder, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def write_text(path: Path, text: str) -> None:
    """Write a file, in place of the one there.  OSError leaves that as it was."""
    with _written_beside(path, text) as new:
        if path.exists():
            new.chmod(path.stat().st_mode & 0o7777)
        new.replace(path)


def write_new_text(path: Path, text: str) -> None:
    """Write a file that is not there yet.  FileExistsError where it is, another OSError else."""
    with _written_beside(path, text) as new:
        try:
            os.link(new, path)
        except FileExistsError:
            raise
        except OSError:
            # Not every file system knows links, a stick for example.
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)


@contextmanager
def _written_beside(path: Path, text: str) -> Iterator[Path]:
    """The text in a hidden file of the same folder, on the disk; gone again at the end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        new.chmod(0o644)
        yield new
    finally:
        with contextlib.suppress(OSError):
            new.unlink()
