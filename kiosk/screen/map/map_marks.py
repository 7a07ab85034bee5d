"""What the map's picture is made of: what is filled and what is stroked, in which ink and order.

A screen reads it as SVG, on a thread (`map_svg.py`); paper and the attract loop paint it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QTransform

from kiosk.screen.map.map_water import water_style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainterPath

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_lines import Line, Stretch
    from kiosk.screen.map.map_shapes import MapShapes
    from kiosk.screen.map.map_water import WaterStyle

_SEAM = 1.0
"""How far what is drawn beyond the drawing overlaps it, so that no line shows, in its units."""
_LIGHT_SPILL = 0.35
"""How much of the spill of light remains in a theme whose land is already bright."""
_LINK_U = 2.6
_CASING_U = 2.4
_PEN_REACH_U = 8
"""How far a line may paint beyond its points."""


@dataclass(frozen=True)
class Glow:
    """Light that changes from its heart on: a circle of radius 1, and where `transform` lays it.

    `stops` are colours, which may be translucent, by their distance from 0 to 1.
    """

    name: str
    stops: tuple[tuple[float, QColor], ...]
    transform: QTransform


@dataclass(frozen=True)
class AreaMark:
    """An area in one ink; `grained` where its light changes so slowly that steps would be seen."""

    area: QPainterPath | QRectF
    ink: QColor | Glow
    grained: bool = False


@dataclass(frozen=True)
class LineMark:
    """Lines of one colour, `width` units of the drawing wide.

    Those that are `round` have round ends and corners; translucent ones must not, since their
    stretches would overlap.
    """

    stretches: tuple[Stretch, ...]
    color: QColor
    width: float
    round: bool = False


Mark = AreaMark | LineMark


@dataclass(frozen=True)
class MapPart:
    """A part of the map: what of the drawing is `seen`, and how large a pixel is in its units.

    With something `lit`, all else is dimmed.  Without `spilling` no light falls on the land; what
    is not `lined` is a sketch.
    """

    seen: QRectF
    pixel: float
    lit: frozenset[str] = frozenset()
    spilling: bool = True
    lined: bool = True

    def of(self, line: Line) -> tuple[Stretch, ...]:
        """What of a line is seen."""
        return tuple(stretch for stretch in line if stretch.box.intersects(self.seen))


def map_part(
    look: Look,
    camera: Camera,
    area: QRectF,
    *,
    lit: frozenset[str] = frozenset(),
    spilling: bool = True,
    lined: bool = True,
) -> MapPart:
    """What `camera` sees in `area` (pixels), and around it as far as a line may reach."""
    reach = look.px(_PEN_REACH_U)
    around = area.adjusted(-reach, -reach, reach, reach)
    seen = camera.transform().inverted()[0].mapRect(around)
    return MapPart(seen, 1.0 / camera.scale, lit, spilling, lined)


def map_marks(shapes: MapShapes, look: Look, part: MapPart) -> Iterator[Mark]:
    """What is drawn of that part, the lowest first."""
    water = water_style(look, shapes.framing.light)
    yield AreaMark(part.seen, _water(look, water))
    if part.lined and not look.theme.high_contrast:
        yield from _waterlines(shapes, look, water, part)
    yield from _links(shapes, look, part)
    yield from _land(shapes, look, water, part)
    yield from _lines_upon_land(shapes, look, part)
    if part.lined:
        yield from _borders(shapes, look, part)


def _water(look: Look, water: WaterStyle) -> Glow | QColor:
    if water.light is None or look.theme.high_contrast:
        return look.theme.sea0
    return Glow("water", tuple(look.theme.water), water.light)


def _spill(look: Look, water: WaterStyle, strength: float) -> Glow:
    if look.theme.is_light:
        strength *= _LIGHT_SPILL
    stops = []
    for stop, alpha in water.spill_stops:
        color = QColor(look.theme.sea3)
        color.setAlphaF(alpha * strength)
        stops.append((stop, color))
    centre, radius = water.centre, water.spill_radius
    transform = QTransform(radius, 0, 0, radius, centre.x(), centre.y())
    return Glow("spill", tuple(stops), transform)


def _waterlines(
    shapes: MapShapes, look: Look, water: WaterStyle, part: MapPart
) -> Iterator[LineMark]:
    first, last = water.line_opacity
    width = look.outline(water.line_width) * part.pixel
    for number, line in enumerate(shapes.waterlines):
        share = number / max(1, len(shapes.waterlines) - 1)
        color = QColor(look.theme.line)
        color.setAlphaF(first + (last - first) * share)
        yield LineMark(part.of(line), color, width)


def _links(shapes: MapShapes, look: Look, part: MapPart) -> Iterator[LineMark]:
    color = look.theme.coast if look.theme.high_contrast else look.theme.land
    width = look.outline(_LINK_U) * part.pixel
    for link in shapes.link_lines:
        yield LineMark(part.of(link), color, width, round=True)


def _land(shapes: MapShapes, look: Look, water: WaterStyle, part: MapPart) -> Iterator[AreaMark]:
    theme, lit = look.theme, part.lit
    if shapes.context is not None:
        yield AreaMark(shapes.context, theme.context)
        north = QRectF(part.seen)
        north.setBottom(shapes.context.controlPointRect().top() + _SEAM)
        if north.height() > 0:
            # The drawing ends in the middle of the mainland, and tall windows see beyond it.
            yield AreaMark(north, theme.context)
    spill = _spill(look, water, water.spill_dimmed if lit else 1.0)
    for name, path in shapes.cities.items():
        if not path.controlPointRect().intersects(part.seen):
            continue
        dimmed = bool(lit) and name not in lit
        yield AreaMark(path, theme.dim if dimmed else theme.lift if lit else theme.land)
        if part.spilling and water.light is not None and not theme.high_contrast:
            yield AreaMark(path, spill, grained=_is_near(path, water))
    for path, ink in ((path, ink) for ink, paths in _upon(shapes, look, water) for path in paths):
        yield AreaMark(path, ink)
    for name in sorted(lit & shapes.zones.keys()):
        # In high contrast what is pressed is white, and a zone that is lit is not pressed.
        yield AreaMark(shapes.zones[name], theme.lift if theme.high_contrast else theme.pressed)


def _upon(
    shapes: MapShapes, look: Look, water: WaterStyle
) -> Iterator[tuple[QColor | Glow, tuple[QPainterPath, ...]]]:
    """What lies upon the land, by its ink."""
    yield look.theme.context, shapes.ornaments
    yield _water(look, water), shapes.waters


def water_over_shades(
    shapes: MapShapes, look: Look, part: MapPart, veil: QColor | Glow | None = None
) -> Iterator[Mark]:
    """Lakes and rivers over shaded land, of which some class may be as dark or as pale as they are.

    So lakes have a shore, and rivers a casing.  A `veil` lies over lakes as it does over the sea.
    """
    theme, water = look.theme, water_style(look, shapes.framing.light)
    for path in shapes.waters:
        yield AreaMark(path, _water(look, water))
        if veil is not None:
            yield AreaMark(path, veil)
    shore = look.outline(look.tokens["map"]["stroke"]["coast"]) * part.pixel
    for line in shapes.shore_lines:
        yield LineMark(part.of(line), theme.coast, shore)
    for color, units in ((theme.ground, _LINK_U + _CASING_U), (_river(look), _LINK_U)):
        for line in shapes.river_lines:
            yield LineMark(part.of(line), color, look.outline(units) * part.pixel, round=True)


def _river(look: Look) -> QColor:
    # The water far from its light is nearly as dark or pale as the land: a line would be lost.
    return look.theme.border if look.theme.high_contrast else look.theme.sea2


def _lines_upon_land(shapes: MapShapes, look: Look, part: MapPart) -> Iterator[LineMark]:
    """Rivers, and over them roads."""
    theme, width = look.theme, look.outline(_LINK_U) * part.pixel
    road = theme.coast if theme.high_contrast else theme.border
    for color, lines in ((_river(look), shapes.river_lines), (road, shapes.road_lines)):
        for line in lines:
            yield LineMark(part.of(line), color, width, round=True)


def _borders(shapes: MapShapes, look: Look, part: MapPart) -> Iterator[LineMark]:
    theme, lit, pixel = look.theme, part.lit, part.pixel
    border = QColor(theme.border)
    dimmed = look.tokens["map"]["dimmed_border_opacity"] if lit else 1.0
    border.setAlphaF(shapes.border_opacity * dimmed)
    strokes = look.tokens["map"]["stroke"]
    for name in shapes.cities:
        width = look.outline(strokes["border"]) * pixel
        yield LineMark(part.of(shapes.borders[name]), border, width)
    for line in shapes.fine_lines:
        yield LineMark(part.of(line), border, look.outline(strokes["border"]) * pixel)
    yield LineMark(part.of(shapes.coast), theme.coast, look.outline(strokes["coast"]) * pixel)
    for name in sorted(lit & shapes.borders.keys()):
        line = part.of(shapes.borders[name])
        yield LineMark(line, theme.pearl, look.outline(strokes["selected"]) * pixel, round=True)


def _is_near(path: QPainterPath, water: WaterStyle) -> bool:
    """Whether light may fall on a land."""
    box, reach = path.controlPointRect(), water.spill_radius
    middle, least = box.center(), water.centre
    across = abs(middle.x() - least.x()) - box.width() / 2
    down = abs(middle.y() - least.y()) - box.height() / 2
    return across < reach and down < reach
