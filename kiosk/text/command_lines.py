"""Commands as hints print them: ready to be run, for the folder that the hint is about."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from kiosk.shipped import shipped

if TYPE_CHECKING:
    from pathlib import Path

_WITH_OPTION = frozenset({"new", "render", "handout", "present", "run"})
"""The verbs that take the folder with `--content`; for the others it follows the verb."""


def command_line(verb: str, folder: Path, *words: str) -> str:
    """`kiosk check museum`; the folder that came along needs no naming."""
    named: tuple[str, ...] = () if _came_along(folder) else (str(folder),)
    if verb in _WITH_OPTION:
        parts = (verb, *words, *(("--content", *named) if named else ()))
    else:
        parts = (verb, *named, *words)
    return f"kiosk {shlex.join(parts)}"


def _came_along(folder: Path) -> bool:
    try:
        return folder.samefile(shipped("content"))
    except OSError:
        return False
