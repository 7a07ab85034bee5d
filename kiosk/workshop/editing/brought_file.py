"""A file from elsewhere that is to be part of the content, read by a worker."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from kiosk.exhibit.editing.new_names import sound_name
from kiosk.plain_file import FileRefused, open_plain, read_plain_bytes
from kiosk.workshop.editing.jpeg_offer import turned_into_jpeg

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.text.yaml_source import Location
    from kiosk.workshop.editing.jpeg_offer import Turned

LARGEST_FILE = 256 * 1024 * 1024
"""So many bytes of a file are copied; the check says what is too large to be shown."""


@dataclass(frozen=True)
class BroughtFile:
    """What it is, a name that any system can have, and the place that is to name it.

    There is no content of what can't be read or is too large.
    """

    kind: str
    name: str
    content: bytes | None
    file: str
    location: Location
    turned: Turned | None = None
    """A photograph as a kind that every machine can show, where it is not one."""

    def as_turned(self) -> BroughtFile:
        """The photograph as the kind that every machine can show."""
        assert self.turned is not None
        name = f"{PurePath(self.name).stem}{self.turned.suffix}"
        return replace(self, name=name, content=self.turned.content, turned=None)


def brought_file(path: Path, kind: str, file: str, location: Location) -> BroughtFile:
    """Read a file that is to be named at a place of the content."""
    name = sound_name(path.name)
    try:
        content = read_plain_bytes(path, LARGEST_FILE)
        turned = _turned(path) if kind == "picture" else None
    except FileRefused:
        return BroughtFile(kind, name, None, file, location)
    return BroughtFile(kind, name, content, file, location, turned)


def _turned(path: Path) -> Turned | None:
    with os.fdopen(open_plain(path, LARGEST_FILE), "rb") as source:
        return turned_into_jpeg(source)
