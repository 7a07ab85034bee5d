"""The picture of a data layer: shades, borders, hatches and discs, to lie over the ground."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from kiosk.look.class_colors import border_on_class
from kiosk.screen.map.map_marks import AreaMark, LineMark, map_part, water_over_shades
from kiosk.screen.map.map_shading import DISC_U, is_small, outline_of
from kiosk.screen.map.map_svg import map_svg, read_svg
from kiosk.screen.map.map_veil import veil_over_water

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.look.theme import Theme
    from kiosk.screen.map.map_marks import MapPart, Mark
    from kiosk.screen.map.map_shading import Shading
    from kiosk.screen.map.map_world import MapWorld

_HATCH_U = 9.0
_HATCH_WIDTH_U = 1.8
_HATCH_STRENGTH = 0.6
_LOOKED_AT_U = 3.0
_PINNED_U = 3.5
_CASING_U = 3.0
_RING_U = 2.0
_CUT = Qt.ClipOperation.IntersectClip


@dataclass(frozen=True)
class ShadesKey:
    """What an image of a data layer shows: the shading in a view of `width` by `height` pixels.

    Lines and discs are `bold` times as bold as at home.
    """

    shading: Shading
    camera: Camera
    width: int
    height: int
    ratio: float
    theme: str
    bold: float = 1.0

    def __str__(self) -> str:
        """For the log."""
        return f"a data layer of the map, {self.width} by {self.height} pixels,"

    @property
    def area(self) -> QRectF:
        """What it covers, in pixels of its view."""
        return QRectF(0, 0, self.width / self.ratio, self.height / self.ratio)


def draw_shades(key: ShadesKey, world: MapWorld, look: Look) -> QImage:
    """Draw a data layer; Python's lock is free for nearly all of it.

    Raises MemoryError where there is no memory for the image.
    """
    size = QSize(key.width, key.height)
    box = key.camera.transform().inverted()[0].mapRect(key.area)
    marks = tuple(_marks(key, world, look, box))
    image = read_svg(map_svg(marks, world.shapes, box, size), size)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        painter.scale(key.ratio, key.ratio)
        _hatch(painter, key, world, look)
        _draw_discs(painter, key, world, look)
    finally:
        painter.end()
    return image


def _marks(key: ShadesKey, world: MapWorld, look: Look, box: QRectF) -> Iterator[Mark]:
    """The veil, the shades, the water upon them, and borders: those of the ground's colour last."""
    part, theme = map_part(look, key.camera, key.area), look.theme
    veiled = veil_over_water(look, world.framing.light)
    yield AreaMark(box, veiled)
    shaded = [
        (each, outline) for each in key.shading.zones if (outline := outline_of(each.zone, world))
    ]
    shaded.sort(key=lambda each: -_size(world.shapes.areas[each[1]]))
    fills = {outline: key.shading.fill(each, theme) for each, outline in shaded}
    for outline, fill in fills.items():
        yield AreaMark(world.shapes.areas[outline], fill)
    yield from water_over_shades(world.shapes, look, part, veiled)
    strokes = look.tokens["map"]["stroke"]
    width = look.stroke(strokes["coast"] * key.bold) * part.pixel
    unknown = {outline for each, outline in shaded if each.shade is None}
    borders = [
        (outline, theme.border if outline in unknown else border_on_class(fill, theme))
        for outline, fill in fills.items()
    ]
    for outline, color in sorted(borders, key=lambda each: each[1] == theme.ground):
        yield LineMark(part.of(world.shapes.borders[outline]), color, width)
    if key.shading.alone is not None:
        looked_at = [outline for each, outline in shaded if not key.shading.is_dimmed(each)]
        yield from _rims(looked_at, key, world, look, part)
    yield from _pins(key, world, look, part)


def _rims(
    outlines: list[str], key: ShadesKey, world: MapWorld, look: Look, part: MapPart
) -> Iterator[Mark]:
    """What tells the class that is looked at: the lowest is hardly another than what is dimmed."""
    lines = [part.of(world.shapes.borders[outline]) for outline in outlines]
    for ink, units in ((look.theme.ground, _LOOKED_AT_U + _CASING_U), (_rim(look), _LOOKED_AT_U)):
        for line in lines:
            yield LineMark(line, ink, look.stroke(units * key.bold) * part.pixel, round=True)


def _rim(look: Look) -> QColor:
    """As in the legend: in high contrast all borders are white."""
    return look.theme.pearl if look.theme.high_contrast else look.theme.text


def _pins(key: ShadesKey, world: MapWorld, look: Look, part: MapPart) -> Iterator[Mark]:
    for zone, color in pin_colors(key.shading.pinned, look.theme):
        outline = outline_of(zone, world)
        if outline is None:
            continue
        line = part.of(world.shapes.borders[outline])
        for ink, units in ((look.theme.ground, _PINNED_U + _CASING_U), (color, _PINNED_U)):
            yield LineMark(line, ink, look.stroke(units * key.bold) * part.pixel, round=True)


def pin_colors(seats: tuple[str, ...], theme: Theme) -> list[tuple[str, QColor]]:
    """The colour of each pinned zone, of which the first two series of a chart have the same."""
    return [(zone, color) for zone, color in zip(seats, theme.series, strict=False) if zone]


def _hatch(painter: QPainter, key: ShadesKey, world: MapWorld, look: Look) -> None:
    """Hatch what has no value, in pixels of the view."""
    brush = hatch_brush(look, key.ratio)
    to_view = key.camera.transform()
    painter.save()
    for path in world.shapes.waters:
        painter.setClipPath(_all_but(to_view.map(path), key.area), _CUT)
    for each in key.shading.zones:
        outline = outline_of(each.zone, world) if each.shade is None else None
        if outline is not None:
            painter.fillPath(to_view.map(world.shapes.areas[outline]), brush)
    painter.restore()


def _all_but(path: QPainterPath, area: QRectF) -> QPainterPath:
    """What there is beside a path, which may cross itself."""
    others = QPainterPath()
    others.addRect(area)
    return others.subtracted(path)


def hatch_brush(look: Look, ratio: float) -> QBrush:
    """Slanted lines, whose pattern is made in the pixels of a screen of that ratio."""
    side = max(4, round(look.px(_HATCH_U) * ratio))
    tile = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    own = QPainter(tile)
    own.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = QColor(look.theme.muted)
    color.setAlphaF(_HATCH_STRENGTH)
    own.setPen(QPen(color, max(1.0, look.px(_HATCH_WIDTH_U) * ratio)))
    for shift in (-side, 0, side):
        own.drawLine(QPointF(shift - 1, side + 1), QPointF(shift + side + 1, -1))
    own.end()
    brush = QBrush(tile)
    brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    return brush


def _draw_discs(painter: QPainter, key: ShadesKey, world: MapWorld, look: Look) -> None:
    """Draw what is too small to be seen as a disc, above all that is large."""
    theme, pins = look.theme, dict(pin_colors(key.shading.pinned, look.theme))
    for each in key.shading.zones:
        place = world.place(each.zone)
        outline = outline_of(each.zone, world)
        path = None if outline is None else world.shapes.areas[outline]
        if place is None or not is_small(place, path, key.camera, look):
            continue
        at = QPointF(*key.camera.to_screen(place.point.x(), place.point.y()))
        radius = look.px(DISC_U) * key.bold
        ring = look.px(_RING_U + (_RING_U if each.zone in pins else 0)) * key.bold
        painter.setPen(Qt.PenStyle.NoPen)
        usual = theme.border if key.shading.is_dimmed(each) else theme.pearl
        for color, reach in (
            (theme.ground, radius + ring + look.px(_CASING_U)),
            (pins.get(each.zone, usual), radius + ring),
            (key.shading.fill(each, theme), radius),
        ):
            painter.setBrush(color)
            painter.drawEllipse(at, reach, reach)
        if each.shade is None:
            painter.setBrush(hatch_brush(look, key.ratio))
            painter.drawEllipse(at, radius, radius)


def _size(path: QPainterPath) -> float:
    box = path.controlPointRect()
    return box.width() * box.height()
