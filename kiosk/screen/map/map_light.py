"""What the map answers to a fact: places in kapok, bridges in kapok, land shaded by value.

A light lies over the ground, whatever the ground is drawn from.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from kiosk.look.contrast import contrast
from kiosk.screen.map.map_lines import draw_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.look.theme import Theme
    from kiosk.screen.map.map_world import MapWorld

_LINE_U = 5
_CASING_U = 4
_PLACE_SHARE = 0.92
"""How much of a lit place is kapok: a little of the ground shows through.

All of it among shaded land, where its colour is that of its bar.
"""


@dataclass(frozen=True)
class ShadeLegend:
    """What the shades of land mean: what is counted, and the least and the most."""

    title: str
    least: str
    most: str
    language: str


@dataclass(frozen=True)
class Light:
    """What lies over the ground: `shades` are classes of outlines, from 0 for the lowest.

    `lit` are ids of places or of elements of the drawing, in kapok.
    """

    shades: tuple[tuple[str, int], ...] = ()
    lit: tuple[str, ...] = ()
    legend: ShadeLegend | None = None

    @property
    def is_dark(self) -> bool:
        """Whether there is nothing to draw."""
        return not (self.shades or self.lit)

    def fills(self, world: MapWorld, theme: Theme) -> Mapping[str, QColor]:
        """The colour of each outline that has one of the light's own."""
        shades = {
            outline: theme.sequential[min(shade, len(theme.sequential) - 1)]
            for name, shade in self.shades
            if (outline := _outline_of(name, world)) is not None
        }
        return {**shades, **dict.fromkeys(self.lit_outlines(world), theme.accent)}

    def lit_outlines(self, world: MapWorld) -> frozenset[str]:
        """The outlines that are in kapok."""
        found = (_outline_of(name, world) for name in self.lit)
        return frozenset(outline for outline in found if outline is not None)


def ink_on(fill: QColor, theme: Theme) -> QColor:
    """The ink that is read best on a colour: that of texts or its opposite."""
    return max(theme.text, theme.pearl_ink, key=partial(contrast, fill))


DARK = Light()
"""No light: the ground is all there is."""


@dataclass(frozen=True)
class LightKey:
    """What an image of a light shows: the light in a view of that size."""

    light: Light
    camera: Camera
    width: int
    height: int
    ratio: float
    theme: str

    def __str__(self) -> str:
        """For the log."""
        return f"a light of the map, {self.width} by {self.height} pixels,"


def draw_light(key: LightKey, world: MapWorld, look: Look, pause: Callable[[], None]) -> QImage:
    """Draw a light over nothing; `pause` is called between the pieces of the work.

    Raises MemoryError where there is no memory for the image.
    """
    image = QImage(key.width, key.height, QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise MemoryError(f"no image of {key.width} by {key.height} pixels")
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(key.ratio, key.ratio)
        area = QRectF(0, 0, key.width / key.ratio, key.height / key.ratio)
        painter.setTransform(key.camera.transform(), True)
        seen = key.camera.transform().inverted()[0].mapRect(area)
        _paint_areas(painter, key, world, look, seen, pause)
        _paint_lines(painter, key, world, look)
    finally:
        painter.end()
    return image


def _paint_areas(
    painter: QPainter,
    key: LightKey,
    world: MapWorld,
    look: Look,
    seen: QRectF,
    pause: Callable[[], None],
) -> None:
    theme, pixel = look.theme, 1 / key.camera.scale
    fills = key.light.fills(world, theme)
    strokes = look.tokens["map"]["stroke"]
    painter.setPen(Qt.PenStyle.NoPen)
    lit = key.light.lit_outlines(world)
    for outline, fill in fills.items():
        color = QColor(fill)
        if outline in lit and not key.light.shades:
            color.setAlphaF(_PLACE_SHARE)
        painter.fillPath(world.shapes.areas[outline], color)
        pause()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if key.light.shades:
        painter.setPen(QPen(theme.ground, look.stroke(strokes["coast"]) * pixel))
        for outline in fills:
            draw_line(painter, world.shapes.borders[outline], seen, pause)
    painter.setPen(QPen(theme.pearl, look.stroke(strokes["selected"]) * pixel))
    for outline in lit:
        draw_line(painter, world.shapes.borders[outline], seen, pause)


def _paint_lines(painter: QPainter, key: LightKey, world: MapWorld, look: Look) -> None:
    """Bridges, dark below and kapok above: they cross the brightest water."""
    pixel = 1 / key.camera.scale
    for color, units in ((look.theme.pearl_ink, _LINE_U + _CASING_U), (look.theme.accent, _LINE_U)):
        pen = QPen(color, look.stroke(units) * pixel)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for name in key.light.lit:
            if name in world.links:
                painter.drawPath(world.links[name])


def _outline_of(name: str, world: MapWorld) -> str | None:
    """The outline of a place or of an element of the drawing."""
    place = world.place(name)
    if place is not None and place.outline is not None:
        name = place.landmark.shape or name
    return name if name in world.shapes.areas else None
