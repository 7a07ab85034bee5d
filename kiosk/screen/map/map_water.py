"""How the light of the water and its waterlines are drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QTransform

    from kiosk.look.look import Look


@dataclass(frozen=True)
class WaterStyle:
    """The light of the water, an ellipse of colours: `light` maps a circle of radius 1 to it.

    Without a light all water is as dark as the open sea.  Lengths are in units of the viewBox.
    """

    light: QTransform | None
    spill_radius: float
    spill_stops: tuple[tuple[float, float], ...]
    spill_dimmed: float
    line_opacity: tuple[float, float]
    line_width: float

    @property
    def centre(self) -> QPointF:
        """The heart of the light."""
        return QPointF() if self.light is None else self.light.map(QPointF())

    def distance(self, rect: QRectF) -> float:
        """How far from the heart of the light an area is, from 0 to 1 where the open sea begins."""
        if self.light is None:
            return math.inf
        left, top, width, height = rect.x(), rect.y(), rect.width(), rect.height()
        right, bottom = left + width, top + height
        corners = ((left, top), (right, top), (left, bottom), (right, bottom))
        points = ((left + width / 2, top + height / 2), *corners)
        found = (self._to_light.map(QPointF(x, y)) for x, y in points)
        return min(math.hypot(at.x(), at.y()) for at in found)

    @cached_property
    def _to_light(self) -> QTransform:
        assert self.light is not None
        return self.light.inverted()[0]


def water_style(look: Look, light: QTransform | None) -> WaterStyle:
    """The water's light as assets/look/tokens.yaml describes it, where the map has it."""
    entry = look.tokens["water"]
    spill = entry["land_spill"]
    opacity = entry["waterline_opacity"]
    reach = 0.0 if light is None else math.hypot(light.m11(), light.m12())
    return WaterStyle(
        light=light,
        spill_radius=reach * spill["reach"],
        spill_stops=tuple((float(at), float(a)) for at, a in sorted(spill["stops"].items())),
        spill_dimmed=float(spill["dimmed_factor"]),
        line_opacity=(float(opacity["first"]), float(opacity["last"])),
        line_width=float(entry["waterline_width"]),
    )
