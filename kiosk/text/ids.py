"""Ids: the names that zones, panels and all else have for tours, counts and links."""

from __future__ import annotations

import re

ID_PATTERN = "[a-z0-9]+(-[a-z0-9]+)*"
"""Small letters and digits, with single hyphens between them."""

LONGEST_ID = 64

_NUMBERED = (f"{device}{number}" for device in ("com", "lpt") for number in range(10))
DEVICES = frozenset(("con", "prn", "aux", "nul", *_NUMBERED))
"""Names that no file can have on Windows, whatever its ending: they are devices there."""

_ID = re.compile(ID_PATTERN)


def is_id(written: str) -> bool:
    """Whether it can be an id."""
    return len(written) <= LONGEST_ID and _ID.fullmatch(written) is not None
