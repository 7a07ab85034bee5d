"""What the curators' window remembers: what it looked like, and which exhibits were open."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from kiosk.atomic_file import write_text
from kiosk.plain_file import FileRefused, read_plain_text
from kiosk.text.languages import SPOKEN
from kiosk.workshop.editing.window_theme import COLOURS, FOLLOW_SYSTEM

MEMORY_FILE = "workshop.json"
"""Its name in the folder of this user's state."""
MOST_RECENT = 12
_WIDEST_COLUMN = 10_000
_LIMIT_BYTES = 64 * 1024


class Recent(NamedTuple):
    """A folder that was open, and what its exhibit was called."""

    folder: Path
    title: str = ""


@dataclass(frozen=True)
class DeskMemory:
    """`language` is empty until somebody has chosen one; the latest folder is the first."""

    language: str = ""
    recent: tuple[Recent, ...] = ()
    colours: str = FOLLOW_SYSTEM
    column: int = 0
    """How wide the column beside the exhibit was made, in pixels; 0 until somebody has."""

    def with_language(self, language: str) -> DeskMemory:
        """The same in another language."""
        return replace(self, language=language)

    def with_opened(self, folder: Path, title: str) -> DeskMemory:
        """The same after that folder was opened."""
        others = self.without(folder).recent
        return replace(self, recent=(Recent(folder, title), *others)[:MOST_RECENT])

    def without(self, folder: Path) -> DeskMemory:
        """The same without that folder."""
        return replace(self, recent=tuple(each for each in self.recent if each.folder != folder))


def read_memory(file: Path) -> DeskMemory:
    """What is remembered; nothing of what can't be understood."""
    try:
        found: Any = json.loads(read_plain_text(file, _LIMIT_BYTES))
    except (FileRefused, ValueError, RecursionError):
        return DeskMemory()
    if not isinstance(found, dict):
        return DeskMemory()
    language, listed = found.get("language"), found.get("recent")
    recent = [_recent(each) for each in listed] if isinstance(listed, list) else []
    known = tuple(dict.fromkeys(each for each in recent if each is not None))
    colours, column = found.get("colours"), found.get("column")
    return DeskMemory(
        language if language in SPOKEN else "",
        known[:MOST_RECENT],
        colours if colours in COLOURS else FOLLOW_SYSTEM,
        column if type(column) is int and 0 <= column < _WIDEST_COLUMN else 0,
    )


def _recent(entry: object) -> Recent | None:
    if not isinstance(entry, dict):
        return None
    folder, title = entry.get("folder"), entry.get("title", "")
    if not isinstance(folder, str) or not isinstance(title, str) or "\0" in folder:
        return None
    return Recent(Path(folder), title) if Path(folder).is_absolute() else None


def write_memory(file: Path, memory: DeskMemory) -> None:
    """Remember this; raises OSError."""
    entry = {
        "language": memory.language,
        "colours": memory.colours,
        "column": memory.column,
        "recent": [{"folder": str(each.folder), "title": each.title} for each in memory.recent],
    }
    write_text(file, json.dumps(entry, ensure_ascii=False, indent=1) + "\n")
