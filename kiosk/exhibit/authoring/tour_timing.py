"""Times that were taken become the `duration` lines of a tour, and nothing else is touched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.atomic_file import write_text
from kiosk.exhibit.model.tour import Duration
from kiosk.exhibit.reading.tour_reading import TOURS_FOLDER
from kiosk.text.folder import ContentFolder
from kiosk.text.written_lines import lines_with_ends
from kiosk.text.yaml_source import parse_document

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_WRITTEN = re.compile(r"([\"']?)\d{1,3}:\d{2}\1")
_ROUND_SECONDS = 5


def rounded(seconds: float) -> Duration:
    """A time as a plan says it: to the nearest five seconds, five at least."""
    return Duration(max(1, round(seconds / _ROUND_SECONDS)) * _ROUND_SECONDS)


def with_durations(text: str, times: Mapping[str, Duration]) -> str:
    """The file of a tour with these times, by the ids of steps; comments and all else stay.

    Raises UnreadableFile for what is no YAML.
    """
    root = parse_document(text, "tour").root
    steps = root.at(("steps",))
    changes = []
    for step in steps.value if steps is not None and steps.kind == "list" else ():
        own, written = step.at(("id",)), step.at(("duration",))
        if own is not None and written is not None and own.value in times:
            changes.append((written.line, written.column, f'"{times[own.value]}"'))
    lines = lines_with_ends(text)
    for line, column, time in sorted(changes, reverse=True):
        before, rest = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
        found = _WRITTEN.match(rest)
        if found is not None:
            lines[line - 1] = before + time + rest[found.end() :]
    return "".join(lines)


def write_durations(folder: Path, tour_id: str, times: Mapping[str, Duration]) -> Path:
    """Write the times into the tour's file, whole or not at all.  UnreadableFile or OSError."""
    name = f"{TOURS_FOLDER}/{tour_id}.yaml"
    content = ContentFolder.at(folder)
    path = content.root / name
    write_text(path, with_durations(content.text(name), times))
    return path
