"""Times that were taken become the `duration` lines of a tour, and nothing else is touched."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk.exhibit.model.tour import Duration
from kiosk.exhibit.reading.tour_reading import TOURS_FOLDER
from kiosk.text.folder import ContentFolder
from kiosk.text.yaml_edit import CannotEdit, YamlText

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_WRITTEN = re.compile(r"\d{1,3}:\d{2}")
_ROUND_SECONDS = 5


def rounded(seconds: float) -> Duration:
    """A time as a plan says it: to the nearest five seconds, five at least."""
    return Duration(max(1, round(seconds / _ROUND_SECONDS)) * _ROUND_SECONDS)


def with_durations(tour: YamlText, times: Mapping[str, Duration]) -> YamlText:
    """The file of a tour with these times, by the ids of steps; comments and all else stay.

    A step without a time, and one whose time can't be changed where it stands, keeps what it has.
    """
    steps = tour.document.root.at(("steps",))
    for number, step in enumerate(steps.value if steps and steps.kind == "list" else ()):
        own, planned = step.at(("id",)), step.at(("duration",))
        time = times.get(own.value) if own is not None and own.kind == "text" else None
        if time is None or planned is None or planned.kind != "text":
            continue
        if _WRITTEN.fullmatch(planned.value.strip()):
            with suppress(CannotEdit):
                tour = tour.with_text(("steps", number, "duration"), str(time))
    return tour


def write_durations(folder: Path, tour_id: str, times: Mapping[str, Duration]) -> Path:
    """Write the times into the tour's file, whole or not at all.  UnreadableFile or OSError."""
    content = ContentFolder.at(folder)
    tour = YamlText.read(content, f"{TOURS_FOLDER}/{tour_id}.yaml")
    return with_durations(tour, times).write(content)
