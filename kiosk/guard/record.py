"""Small records on the disk: written whole or not at all, and read without trust."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from kiosk.plain_file import read_plain_bytes

SIZE_LIMIT_BYTES = 64 * 1024


def read_record(file: Path) -> dict[str, Any]:
    """What was written, or nothing where there is none or it is damaged."""
    try:
        found = json.loads(read_plain_bytes(file, SIZE_LIMIT_BYTES, follow=False))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def write_record(file: Path, content: dict[str, Any]) -> None:
    """Replace the record; only its owner may read it.  OSError leaves the old one as it was.

    The new one is on the disk before it takes the old one's place, so that no power cut empties it.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(json.dumps(content, indent=1).encode())
            stream.flush()
            os.fsync(stream.fileno())
        _give_to_owner_of(file.parent, Path(name))
        Path(name).replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _give_to_owner_of(folder: Path, file: Path) -> None:
    """What root writes for the exhibit must be readable by the exhibit's own user."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    owner = folder.stat()
    os.chown(file, owner.st_uid, owner.st_gid)
