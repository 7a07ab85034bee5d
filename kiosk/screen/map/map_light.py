"""What the map answers to a fact: places in kapok, bridges in kapok, land shaded by value.

A light lies over the ground, whatever the ground is drawn from.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor

from kiosk.look.contrast import contrast
from kiosk.screen.map.map_lines import line_of
from kiosk.screen.map.map_marks import AreaMark, LineMark, map_part
from kiosk.screen.map.map_svg import map_svg, read_svg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtGui import QImage

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.look.theme import Theme
    from kiosk.screen.map.map_marks import MapPart, Mark
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


def draw_light(key: LightKey, world: MapWorld, look: Look) -> QImage:
    """Draw a light over nothing; Python's lock is free for nearly all of it.

    Raises MemoryError where there is no memory for the image.
    """
    size = QSize(key.width, key.height)
    area = QRectF(0, 0, key.width / key.ratio, key.height / key.ratio)
    part = map_part(look, key.camera, area)
    light = key.light
    marks = (*_areas(light, world, look, part), *_lines(light, world, look, part))
    box = key.camera.transform().inverted()[0].mapRect(area)
    return read_svg(map_svg(marks, world.shapes, box, size), size)


def _areas(light: Light, world: MapWorld, look: Look, part: MapPart) -> Iterator[Mark]:
    theme, strokes = look.theme, look.tokens["map"]["stroke"]
    fills, lit = light.fills(world, theme), light.lit_outlines(world)
    for outline, fill in fills.items():
        color = QColor(fill)
        if outline in lit and not light.shades:
            color.setAlphaF(_PLACE_SHARE)
        yield AreaMark(world.shapes.areas[outline], color)
    if light.shades:
        width = look.stroke(strokes["coast"]) * part.pixel
        for outline in fills:
            yield LineMark(part.of(world.shapes.borders[outline]), theme.ground, width)
    width = look.stroke(strokes["selected"]) * part.pixel
    for outline in sorted(lit):
        yield LineMark(part.of(world.shapes.borders[outline]), theme.pearl, width)


def _lines(light: Light, world: MapWorld, look: Look, part: MapPart) -> Iterator[Mark]:
    """Bridges, dark below and kapok above: they cross the brightest water."""
    for color, units in ((look.theme.pearl_ink, _LINE_U + _CASING_U), (look.theme.accent, _LINE_U)):
        width = look.stroke(units) * part.pixel
        for name in light.lit:
            if name in world.links:
                yield LineMark(part.of(line_of(world.links[name])), color, width, round=True)


def _outline_of(name: str, world: MapWorld) -> str | None:
    """The outline of a place or of an element of the drawing."""
    place = world.place(name)
    if place is not None and place.outline is not None:
        name = place.landmark.shape or name
    return name if name in world.shapes.areas else None
