"""Names of files as people read them: é is one letter, however a system has composed it.

A Mac hands out names with letter and accent apart (NFD), and keyboards type them as one (NFC);
Linux takes them for two names (UAX 15, "Unicode Normalization Forms").
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def composed(name: str) -> str:
    """The name with each letter and its accents in one."""
    return unicodedata.normalize("NFC", name)


_OTHER_ENDING = re.compile(r"\.(?:yml|yaml(?:\.txt)?)$")
"""How programs and people end the names of files that are meant to end in `.yaml`."""


def read_as(name: str) -> str | None:
    """The name as it has to be for the file to be read; None for what was meant for nothing."""
    small, replaced = _OTHER_ENDING.subn(".yaml", composed(name).lower())
    return small if replaced else None


def meant_for(wanted: str, names: Iterable[str]) -> str | None:
    """The file among these that was meant to be called so, such as `Units.yml`."""
    return next((name for name in names if read_as(name) == wanted), None)


def found_as(written: str, names: Iterable[str]) -> str | None:
    """What that file is really called among these: the very name, else one that reads the same."""
    known = list(names)
    if written in known:
        return written
    wanted = composed(written)
    return next((name for name in known if composed(name) == wanted), None)
