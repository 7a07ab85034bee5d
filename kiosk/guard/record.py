"""Small records on the disk: written whole or not at all, and read without trust."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kiosk.atomic_file import PRIVATE, write_bytes
from kiosk.plain_file import Unreadable, read_plain_bytes

if TYPE_CHECKING:
    from pathlib import Path

SIZE_LIMIT_BYTES = 64 * 1024


def read_record(file: Path) -> dict[str, Any]:
    """What was written, or nothing if it is missing or damaged, or can't be read now."""
    try:
        return read_record_to_change(file)
    except Unreadable:
        return {}


def read_record_to_change(file: Path) -> dict[str, Any]:
    """The same for who writes it again: Unreadable where it may be sound and can't be read now."""
    try:
        found = json.loads(read_plain_bytes(file, SIZE_LIMIT_BYTES, follow=False))
    except Unreadable:
        raise
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def write_record(file: Path, content: dict[str, Any]) -> None:
    """Replace the record; only its owner may read it.  OSError leaves the old one as it was."""
    write_bytes(file, json.dumps(content, indent=1).encode(), mode=PRIVATE)
