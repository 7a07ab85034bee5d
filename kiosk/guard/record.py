"""Small records on the disk: written whole or not at all, and read without trust."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kiosk.atomic_file import PRIVATE, write_bytes
from kiosk.plain_file import read_plain_bytes

if TYPE_CHECKING:
    from pathlib import Path

SIZE_LIMIT_BYTES = 64 * 1024


def read_record(file: Path) -> dict[str, Any]:
    """What was written, or nothing if it is missing or damaged."""
    try:
        found = json.loads(read_plain_bytes(file, SIZE_LIMIT_BYTES, follow=False))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def write_record(file: Path, content: dict[str, Any]) -> None:
    """Replace the record; only its owner may read it.  OSError leaves the old one as it was."""
    write_bytes(file, json.dumps(content, indent=1).encode(), mode=PRIVATE)
