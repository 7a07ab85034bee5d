"""The outlines that make the map's picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.geography.path_writing import path_data
from kiosk.screen.map.land_in_view import LandInView
from kiosk.screen.map.map_edges import MapEdges
from kiosk.screen.map.map_framing import MapFraming
from kiosk.screen.map.map_lines import Line, line_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPainterPath


@dataclass(frozen=True)
class MapShapes:
    """The outlines that make the picture, in units of the drawing's viewBox."""

    cities: Mapping[str, QPainterPath]
    zones: Mapping[str, QPainterPath]
    context: QPainterPath | None
    links: tuple[QPainterPath, ...]
    coast: Line = ()
    waterlines: tuple[Line, ...] = ()
    border_opacity: float = 1.0
    """How much is seen of the lines between cities."""
    framing: MapFraming = field(default_factory=MapFraming)
    waters: tuple[QPainterPath, ...] = ()
    ornaments: tuple[QPainterPath, ...] = ()
    """What lies upon the land: lakes, and areas that mean nothing."""
    fine: tuple[QPainterPath, ...] = ()
    """Lines as fine as a border."""
    rivers: tuple[QPainterPath, ...] = ()
    roads: tuple[QPainterPath, ...] = ()
    """Lines upon the land; `links` end below it."""

    @cached_property
    def areas(self) -> dict[str, QPainterPath]:
        """The cities and the zones."""
        return {**self.cities, **self.zones}

    @cached_property
    def borders(self) -> dict[str, Line]:
        """The outline of each city and zone, cut when it is first needed."""
        return {name: line_of(path) for name, path in self.areas.items()}

    @cached_property
    def land_in_view(self) -> LandInView:
        """Where land is seen."""
        return LandInView(self.cities, [self.borders[name] for name in self.cities])

    @cached_property
    def link_lines(self) -> tuple[Line, ...]:
        """Each link as a line."""
        return tuple(map(line_of, self.links))

    @cached_property
    def edges(self) -> MapEdges:
        """All that a name should not be written across."""
        return MapEdges(
            [*self.borders.values(), *self.link_lines, *self.river_lines, *self.road_lines]
        )

    @cached_property
    def bridges(self) -> MapEdges:
        """What a pill should not hide, of the lines on the water."""
        return MapEdges(self.link_lines)

    @cached_property
    def river_lines(self) -> tuple[Line, ...]:
        """Each river as a line."""
        return tuple(map(line_of, self.rivers))

    @cached_property
    def road_lines(self) -> tuple[Line, ...]:
        """Each road and railway as a line."""
        return tuple(map(line_of, self.roads))

    @cached_property
    def fine_lines(self) -> tuple[Line, ...]:
        """Each fine line, and the shore of each lake."""
        return tuple(map(line_of, (*self.fine, *self.waters, *self.ornaments)))

    @cached_property
    def shore_lines(self) -> tuple[Line, ...]:
        """The shore of each lake."""
        return tuple(map(line_of, self.waters))

    @cached_property
    def written(self) -> dict[int, str]:
        """The path data of each area, by the identity of its path."""
        paths = [*self.areas.values(), *self.waters, *self.ornaments]
        paths += filter(None, [self.context])
        return {id(path): path_data(path) for path in paths}
