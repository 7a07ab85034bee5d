"""Reads the file of the map, in two steps: its outlines at once, the lines of its water later."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.model.map_meanings import AS_DRAWN, Meanings
from kiosk.geography.drawing import Drawing, DrawingError, read_drawing, read_group
from kiosk.geography.meant_drawing import meant
from kiosk.screen.map.map_framing import HOME_PX_PER_KM
from kiosk.screen.map.map_world import COASTLINE, WATERLINES, build_world
from kiosk.shipped import damaged, shipped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QPainterPath

    from kiosk.exhibit.model.landmark import Landmark
    from kiosk.screen.map.map_world import MapWorld

_OFFSETS_U = (3.0, 7.5, 13.5, 21.0, 30.0, 41.0, 54.0, 70.0, 89.0, 111.0, 136.0)
"""How far from land waterlines are where the map has none, in u of the map home; those of ours."""

_log = logging.getLogger("kiosk")


class Waterlines(NamedTuple):
    """The lines of the water, which the first picture does without."""

    waterlines: tuple[QPainterPath, ...] = ()
    coastline: tuple[QPainterPath, ...] = ()


class WholeMap(NamedTuple):
    """A map that has been read whole, for an exhibit that gets another one while it runs."""

    drawing: Drawing
    water: Waterlines
    is_lit: bool = True
    is_ours: bool = False
    """Whether it stands in for a map that can't be read."""

    def world(self, landmarks: Sequence[Landmark]) -> MapWorld:
        """The map with these places on it."""
        return build_world(
            self.drawing,
            landmarks,
            waterlines=self.water.waterlines,
            coastline=self.water.coastline,
            is_lit=self.is_lit,
        )


def read_whole_map(map_file: Path | None, meanings: Meanings = AS_DRAWN) -> WholeMap:
    """The map of that file, or ours where it can't be read; for a thread of the pool."""
    water = read_water(map_file, meanings)
    return first_map(map_file, meanings)._replace(water=water)


def read_map(map_file: Path | None, meanings: Meanings = AS_DRAWN) -> Drawing:
    """The map without its waterlines; ours where there is no such file or it can't be read."""
    return first_map(map_file, meanings).drawing


def first_map(map_file: Path | None, meanings: Meanings = AS_DRAWN) -> WholeMap:
    """The same as a map whose waterlines come later.

    `meanings` are what exhibit.yaml says of the drawing.  Raises BrokenInstallation where ours
    can't be read either.
    """
    if map_file is not None:
        try:
            drawing = drawn_map(map_file, meanings)
            return WholeMap(drawing, Waterlines(), meanings.is_lit)
        except (DrawingError, OSError) as error:
            _log.error("the map %s could not be read: %s", map_file, error)
    try:
        return WholeMap(drawn_map(_our_map(), AS_DRAWN), Waterlines(), is_ours=True)
    except DrawingError as error:
        raise damaged(_our_map(), str(error)) from None


def read_water(map_file: Path | None, meanings: Meanings = AS_DRAWN) -> Waterlines:
    """The lines of the water; those of our map where there is no other or it can't be read.

    Around the lands of a map that has none they are worked out, unless `meanings` says not to.
    """
    for file in (map_file, _our_map()):
        if file is not None:
            try:
                lines, coast = read_group(file, WATERLINES), read_group(file, COASTLINE)
                if not lines and meanings.is_lined:
                    lines = _worked_out(drawn_map(file, meanings))
                return Waterlines(lines, coast)
            except (DrawingError, OSError) as error:
                _log.warning("the lines of the water could not be read: %s", error)
    return Waterlines()


def drawn_map(map_file: Path, meanings: Meanings) -> Drawing:
    """The map of that file without its waterlines; raises DrawingError and OSError."""
    return meant(read_drawing(map_file, leave_out_groups=(WATERLINES, COASTLINE)), meanings)


def _worked_out(drawing: Drawing) -> tuple[QPainterPath, ...]:
    # Late: a map with waterlines of its own, and the first picture of any, do without numpy.
    from kiosk.screen.map.contour_lines import contour_lines

    world = build_world(drawing, ())
    u = world.framing.unit / HOME_PX_PER_KM
    lands = tuple(world.shapes.cities.values())
    return contour_lines(lands, world.framing.whole, [each * u for each in _OFFSETS_U])


def _our_map() -> Path:
    return shipped("assets") / "map" / "gba.svg"
