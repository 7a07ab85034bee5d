"""Where the light of the estuary lies, and how its waterlines are drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTransform

from kiosk.geography.projection import PX_PER_DEGREE, project

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from kiosk.look.look import Look


@dataclass(frozen=True)
class WaterStyle:
    """The light of the estuary: an ellipse of colours around Lingdingyang, in viewBox units."""

    centre: QPointF
    radius: float
    transform: QTransform
    spill_radius: float
    spill_stops: tuple[tuple[float, float], ...]
    spill_dimmed: float
    line_opacity: tuple[float, float]
    line_width: float

    def distance(self, rect: QRectF) -> float:
        """How far from the heart of the light an area is, from 0 to 1 where the open sea begins."""
        to_light = self.transform.inverted()[0]
        corners = (rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight())
        points = [to_light.map(corner) for corner in (rect.center(), *corners)]
        return min(math.hypot(at.x(), at.y()) for at in points) / self.radius


def water_style(look: Look) -> WaterStyle:
    """The water's light as assets/look/tokens.yaml places it."""
    entry = look.tokens["water"]
    spill = entry["land_spill"]
    centre = QPointF(*project(*entry["centre_lonlat"]))
    transform = QTransform()
    transform.translate(centre.x(), centre.y())
    transform.rotate(entry["rotation_deg"])
    transform.scale(1.0, entry["axis_ratio"])
    opacity = entry["waterline_opacity"]
    return WaterStyle(
        centre=centre,
        radius=entry["radius_deg"] * PX_PER_DEGREE,
        transform=transform,
        spill_radius=spill["radius_deg"] * PX_PER_DEGREE,
        spill_stops=tuple((float(at), float(a)) for at, a in sorted(spill["stops"].items())),
        spill_dimmed=float(spill["dimmed_factor"]),
        line_opacity=(float(opacity["first"]), float(opacity["last"])),
        line_width=float(entry["waterline_width"]),
    )
