"""The map's picture: water that glows, waterlines, land, borders, and what is lit or dimmed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QRadialGradient, QTransform

from kiosk.geography.projection import PX_PER_DEGREE, project
from kiosk.screen.map.map_grain import grain_on
from kiosk.screen.map.map_lines import Line, draw_line, line_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QPainterPath

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look

_PEN_REACH_U = 8
"""How far a line may paint beyond its points."""
_SEAM = 1.0
"""How far what is drawn beyond the drawing overlaps it, so that no line shows, in its units."""
_LIGHT_SPILL = 0.35
"""How much of the spill of light remains in a theme whose land is already bright."""


def go_on() -> None:
    """Do nothing."""


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

    @cached_property
    def areas(self) -> dict[str, QPainterPath]:
        """The cities and the zones."""
        return {**self.cities, **self.zones}

    @cached_property
    def borders(self) -> dict[str, Line]:
        """The outline of each city and zone, cut when it is first needed."""
        return {name: line_of(path) for name, path in self.areas.items()}


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


def paint_map(
    painter: QPainter,
    *,
    shapes: MapShapes,
    look: Look,
    camera: Camera,
    area: QRectF,
    lit: frozenset[str] = frozenset(),
    spilling: bool = True,
    pause: Callable[[], None] = go_on,
    lined: bool = True,
) -> None:
    """Paint what `camera` sees in `area` (pixels).  With something lit, all else is dimmed.

    Without `spilling` no light falls on the land: Qt's PDF has no translucent gradients.  Lines
    take most of the time: what is not `lined` is a sketch.
    `pause` is called after every few milliseconds of work, so that other threads can run.
    """
    painter.save()
    try:
        _paint_layers(painter, shapes, look, camera, area, lit, pause, spilling, lined)
    finally:
        painter.restore()


def _paint_layers(
    painter: QPainter,
    shapes: MapShapes,
    look: Look,
    camera: Camera,
    area: QRectF,
    lit: frozenset[str],
    pause: Callable[[], None],
    spilling: bool,
    lined: bool,
) -> None:
    theme = look.theme
    water = water_style(look)
    pixel = 1.0 / camera.scale
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(camera.transform(), True)
    reach = look.px(_PEN_REACH_U)
    around = area.adjusted(-reach, -reach, reach, reach)
    seen = camera.transform().inverted()[0].mapRect(around)
    painter.fillRect(seen, _glow(look, water) if not theme.high_contrast else theme.sea0)
    pause()
    if lined:
        _paint_waterlines(painter, shapes.waterlines, look, water, seen, pixel, pause)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(theme.coast if theme.high_contrast else theme.land, look, 2.6, pixel))
    for link in shapes.links:
        painter.drawPath(link)
    _paint_land(painter, shapes, look, water, lit, seen, pause, spilling)
    if lined:
        _paint_borders(painter, shapes, look, lit, seen, pixel, pause)


def _pen(color: QColor, look: Look, units: float, pixel: float) -> QPen:
    pen = QPen(color, look.outline(units) * pixel)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _thin_pen(color: QColor, look: Look, units: float, pixel: float) -> QPen:
    """A pen for lines that may be translucent: its stretches must not overlap."""
    pen = _pen(color, look, units, pixel)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _glow(look: Look, water: WaterStyle) -> QBrush:
    gradient = QRadialGradient(QPointF(0, 0), water.radius)
    for stop, color in look.theme.water:
        gradient.setColorAt(stop, color)
    brush = QBrush(gradient)
    brush.setTransform(water.transform)
    return brush


def _spill(look: Look, water: WaterStyle, strength: float) -> QBrush:
    if look.theme.name == "light":
        strength *= _LIGHT_SPILL
    gradient = QRadialGradient(water.centre, water.spill_radius)
    for stop, alpha in water.spill_stops:
        color = QColor(look.theme.sea3)
        color.setAlphaF(alpha * strength)
        gradient.setColorAt(stop, color)
    return QBrush(gradient)


def _is_near(path: QPainterPath, water: WaterStyle) -> bool:
    """Whether light may fall on a land."""
    box, reach = path.controlPointRect(), water.spill_radius
    middle, least = box.center(), water.centre
    across = abs(middle.x() - least.x()) - box.width() / 2
    down = abs(middle.y() - least.y()) - box.height() / 2
    return across < reach and down < reach


def _paint_waterlines(
    painter: QPainter,
    lines: Sequence[Line],
    look: Look,
    water: WaterStyle,
    seen: QRectF,
    pixel: float,
    pause: Callable[[], None],
) -> None:
    if look.theme.high_contrast or not lines:
        return
    first, last = water.line_opacity
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for number, line in enumerate(lines):
        share = number / max(1, len(lines) - 1)
        color = QColor(look.theme.line)
        color.setAlphaF(first + (last - first) * share)
        painter.setPen(_thin_pen(color, look, water.line_width, pixel))
        draw_line(painter, line, seen, pause)


def _paint_land(
    painter: QPainter,
    shapes: MapShapes,
    look: Look,
    water: WaterStyle,
    lit: frozenset[str],
    seen: QRectF,
    pause: Callable[[], None],
    spilling: bool,
) -> None:
    theme = look.theme
    painter.setPen(Qt.PenStyle.NoPen)
    if shapes.context is not None:
        painter.fillPath(shapes.context, theme.context)
        north = QRectF(seen)
        north.setBottom(shapes.context.controlPointRect().top() + _SEAM)
        if north.height() > 0:
            # The drawing ends in the middle of the mainland, and tall windows see beyond it.
            painter.fillRect(north, theme.context)
        pause()
    glowing = spilling and not theme.high_contrast
    grain = grain_on(painter)
    for name, path in shapes.cities.items():
        if not path.controlPointRect().intersects(seen):
            continue
        dimmed = bool(lit) and name not in lit
        painter.fillPath(path, theme.dim if dimmed else theme.lift if lit else theme.land)
        if glowing:
            pause()
            painter.fillPath(path, _spill(look, water, water.spill_dimmed if lit else 1.0))
            if _is_near(path, water):
                pause()
                painter.fillPath(path, grain)
        pause()
    for name in lit & shapes.zones.keys():
        # In high contrast what is pressed is white, and a zone that is lit is not pressed.
        ink = theme.lift if theme.high_contrast else theme.pressed
        painter.fillPath(shapes.zones[name], ink)


def _paint_borders(
    painter: QPainter,
    shapes: MapShapes,
    look: Look,
    lit: frozenset[str],
    seen: QRectF,
    pixel: float,
    pause: Callable[[], None],
) -> None:
    theme = look.theme
    border = QColor(theme.border)
    dimmed = look.tokens["map"]["dimmed_border_opacity"] if lit else 1.0
    border.setAlphaF(shapes.border_opacity * dimmed)
    strokes = look.tokens["map"]["stroke"]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_thin_pen(border, look, strokes["border"], pixel))
    for name in shapes.cities:
        draw_line(painter, shapes.borders[name], seen, pause)
    painter.setPen(_thin_pen(theme.coast, look, strokes["coast"], pixel))
    draw_line(painter, shapes.coast, seen, pause)
    painter.setPen(_pen(theme.pearl, look, strokes["selected"], pixel))
    for name in lit & shapes.borders.keys():
        draw_line(painter, shapes.borders[name], seen, pause)
