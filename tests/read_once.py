"""What every exhibit that a test opens reads anew is read once: words, our map, what came along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.exhibit.reading import exhibit_reading
from kiosk.geography.drawing import read_group
from kiosk.languages import words
from kiosk.look import coverage, look
from kiosk.screen.map import map_file
from kiosk.screen.map.map_world import build_world
from kiosk.shipped import shipped
from kiosk.shipped_yaml import shipped_yaml
from kiosk.workshop.check import interface_check

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pytest
    from PySide6.QtGui import QPainterPath

    from kiosk.exhibit.model.landmark import Landmark
    from kiosk.exhibit.model.map_meanings import Meanings
    from kiosk.exhibit.reading.exhibit_reading import Reading
    from kiosk.exhibit.reading.reading_cache import Memory
    from kiosk.geography.drawing import Drawing
    from kiosk.screen.map.map_world import MapWorld

    State = tuple[str, int, int, int]

_drawn_map, _read_exhibit = map_file.drawn_map, exhibit_reading.read_exhibit


def _state(file: Path) -> State:
    """Another one once the file has been written; raises OSError."""
    found = file.stat()
    return (str(file), found.st_ino, found.st_mtime_ns, found.st_size)


class WordsReadOnce:
    """Parses a file of words again only where it has been written since."""

    def __init__(self) -> None:
        self._known: dict[State, dict[str, Any]] = {}

    def shipped_yaml(self, path: Path) -> dict[str, Any]:
        """The same as the program's; whoever asks has a copy of the flat table."""
        try:
            state = _state(path)
        except OSError:
            return shipped_yaml(path)
        if state not in self._known:
            self._known[state] = shipped_yaml(path)
        return dict(self._known[state])

    def stand_in(self, patch: pytest.MonkeyPatch) -> None:
        """Let whatever reads words ask here, and whoever reads what everything looks like."""
        for module in (words, look, coverage, interface_check):
            patch.setattr(module, "shipped_yaml", self.shipped_yaml)


class MapReadOnce:
    """Reads our map again only where it has been written since, and puts it together once."""

    def __init__(self) -> None:
        self._drawings: dict[tuple[State, Meanings], Drawing] = {}
        self._groups: dict[tuple[State, str], tuple[QPainterPath, ...]] = {}
        self._worlds: list[tuple[tuple[object, ...], MapWorld]] = []

    def drawn_map(self, file: Path, meanings: Meanings) -> Drawing:
        """The same as the program's, which is asked for any other map."""
        if not (file.is_relative_to(shipped("assets")) and file.is_file()):
            return _drawn_map(file, meanings)
        key = (_state(file), meanings)
        if key not in self._drawings:
            self._drawings[key] = _drawn_map(file, meanings)
        return self._drawings[key]

    def read_group(self, file: Path, group: str) -> tuple[QPainterPath, ...]:
        """The same for the lines of its water."""
        if not (file.is_relative_to(shipped("assets")) and file.is_file()):
            return read_group(file, group)
        key = (_state(file), group)
        if key not in self._groups:
            self._groups[key] = read_group(file, group)
        return self._groups[key]

    def build_world(
        self,
        drawing: Drawing,
        landmarks: Sequence[Landmark],
        *,
        waterlines: Sequence[QPainterPath] = (),
        coastline: Sequence[QPainterPath] = (),
        is_lit: bool = True,
    ) -> MapWorld:
        """The same for the map with its places, of which nothing is changed later."""
        made_of = (drawing, tuple(landmarks), waterlines, coastline, is_lit)
        is_kept = any(drawing is each for each in self._drawings.values())
        if is_kept:
            for known, world in self._worlds:
                same = (known[number] is made_of[number] for number in (0, 2, 3))
                if all(same) and known[1::3] == made_of[1::3]:
                    return world
        world = build_world(
            drawing, landmarks, waterlines=waterlines, coastline=coastline, is_lit=is_lit
        )
        if is_kept:
            self._worlds.append((made_of, world))
        return world

    def stand_in(self, patch: pytest.MonkeyPatch) -> None:
        """Let exhibits that open ask here."""
        for name in ("drawn_map", "read_group", "build_world"):
            patch.setattr(map_file, name, getattr(self, name))


class ContentReadOnce:
    """Reads the content that came along again only where any file of it has been written since."""

    def __init__(self) -> None:
        self._known: tuple[list[State], Reading] | None = None

    def read_exhibit(self, folder: Path, memory: Memory | None = None) -> Reading:
        """The same as the program's, which is asked for any other folder."""
        if memory is not None or folder != shipped("content"):
            return _read_exhibit(folder, memory)
        states = [_state(file) for file in sorted(folder.rglob("*"))]
        if self._known is None or self._known[0] != states:
            self._known = (states, _read_exhibit(folder))
        return self._known[1]

    def stand_in(self, patch: pytest.MonkeyPatch) -> None:
        """Let exhibits that open ask here."""
        patch.setattr(exhibit_reading, "read_exhibit", self.read_exhibit)
