"""Reads the file of the map, in two steps: its outlines at once, the lines of its water later."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

from kiosk.geography.drawing import Drawing, DrawingError, read_drawing, read_group
from kiosk.screen.map.map_world import COASTLINE, WATERLINES, build_world
from kiosk.shipped import damaged, shipped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QPainterPath

    from kiosk.exhibit.model.landmark import Landmark
    from kiosk.screen.map.map_world import MapWorld

_log = logging.getLogger("kiosk")


class Waterlines(NamedTuple):
    """The lines of the water, which the first picture does without."""

    waterlines: tuple[QPainterPath, ...] = ()
    coastline: tuple[QPainterPath, ...] = ()


class WholeMap(NamedTuple):
    """A map that has been read whole, for an exhibit that gets another one while it runs."""

    drawing: Drawing
    water: Waterlines

    def world(self, landmarks: Sequence[Landmark]) -> MapWorld:
        """The map with these places on it."""
        return build_world(
            self.drawing,
            landmarks,
            waterlines=self.water.waterlines,
            coastline=self.water.coastline,
        )


def read_whole_map(map_file: Path | None) -> WholeMap:
    """The map of that file, or ours where it can't be read; for a thread of the pool."""
    return WholeMap(read_map(map_file), read_water(map_file))


def read_map(map_file: Path | None) -> Drawing:
    """The map without its waterlines; ours where there is no such file or it can't be read.

    Raises BrokenInstallation where ours can't be read either.
    """
    if map_file is not None:
        try:
            return read_drawing(map_file, leave_out_groups=(WATERLINES, COASTLINE))
        except (DrawingError, OSError) as error:
            _log.error("the map %s could not be read: %s", map_file, error)
    try:
        return read_drawing(_our_map(), leave_out_groups=(WATERLINES, COASTLINE))
    except DrawingError as error:
        raise damaged(_our_map(), str(error)) from None


def read_water(map_file: Path | None) -> Waterlines:
    """The lines of the water; those of our map where there is no other or it can't be read."""
    for file in (map_file, _our_map()):
        if file is not None:
            try:
                return Waterlines(read_group(file, WATERLINES), read_group(file, COASTLINE))
            except (DrawingError, OSError) as error:
                _log.warning("the lines of the water could not be read: %s", error)
    return Waterlines()


def _our_map() -> Path:
    return shipped("assets") / "map" / "gba.svg"
