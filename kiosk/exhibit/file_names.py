"""Names of files as people read them: é is one letter, however a system has composed it.

A Mac hands out names with letter and accent apart (NFD), and keyboards type them as one (NFC);
Linux takes them for two names (UAX 15, "Unicode Normalization Forms").
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def composed(name: str) -> str:
    """The name with each letter and its accents in one."""
    return unicodedata.normalize("NFC", name)


def found_as(written: str, names: Iterable[str]) -> str | None:
    """What that file is really called among these: the very name, else one that reads the same."""
    known = list(names)
    if written in known:
        return written
    wanted = composed(written)
    return next((name for name in known if composed(name) == wanted), None)
