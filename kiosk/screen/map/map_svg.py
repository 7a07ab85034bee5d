"""The map's picture as SVG, which Qt reads on a thread while Python's lock is free.

Every call of a painter keeps the lock (decision 022); reading an image frees it for its whole
length.  So a picture of the map is written as text, with only what it shows, and read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt

from kiosk.look.image_reader import image_reader
from kiosk.screen.map.map_marks import AreaMark, Glow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QColor, QImage

    from kiosk.screen.map.map_marks import LineMark, Mark
    from kiosk.screen.map.map_shapes import MapShapes


def map_svg(marks: Sequence[Mark], shapes: MapShapes, box: QRectF, size: QSize) -> bytes:
    """Marks in `box` (units of the drawing) as a picture of that many pixels."""
    glows = {
        mark.ink.name: mark.ink
        for mark in marks
        if isinstance(mark, AreaMark) and isinstance(mark.ink, Glow)
    }
    view = f"{box.x()!r} {box.y()!r} {box.width()!r} {box.height()!r}"
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" width="{size.width()}" '
            f'height="{size.height()}" preserveAspectRatio="none"><defs>',
            *map(_gradient, glows.values()),
            "</defs>",
            *(part for mark in marks for part in _written(mark, shapes)),
            "</svg>",
        )
    ).encode()


def read_svg(written: bytes, size: QSize) -> QImage:
    """Draw it; Python's lock is free meanwhile.

    Raises MemoryError where there is no memory for the image.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(written))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = image_reader(buffer, "svg")
    reader.setScaledSize(size)
    image = reader.read()
    if image.isNull():
        raise MemoryError(f"no image of {size.width()} by {size.height()} pixels")
    return image


def _gradient(glow: Glow) -> str:
    at = glow.transform
    matrix = f"{at.m11()!r} {at.m12()!r} {at.m21()!r} {at.m22()!r} {at.dx()!r} {at.dy()!r}"
    stops = "".join(
        f'<stop offset="{stop!r}" {_ink("stop-color", "stop-opacity", color)}/>'
        for stop, color in glow.stops
    )
    return (
        f'<radialGradient id="{glow.name}" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1" '
        f'gradientTransform="matrix({matrix})">{stops}</radialGradient>'
    )


def _ink(color_name: str, opacity_name: str, color: QColor) -> str:
    opaque = f'{color_name}="{color.name()}"'
    return opaque if color.alpha() == 255 else f'{opaque} {opacity_name}="{color.alphaF()!r}"'


def _written(mark: Mark, shapes: MapShapes) -> Iterator[str]:
    if isinstance(mark, AreaMark):
        yield _fill(mark, shapes)
    elif mark.stretches:
        yield from _stroke(mark)


def _fill(fill: AreaMark, shapes: MapShapes) -> str:
    ink, area = fill.ink, fill.area
    if isinstance(ink, Glow):
        written = f'fill="url(#{ink.name})"'
    else:
        written = _ink("fill", "fill-opacity", ink)
    if isinstance(area, QRectF):
        corner = f'x="{area.x()!r}" y="{area.y()!r}"'
        return f'<rect {corner} width="{area.width()!r}" height="{area.height()!r}" {written}/>'
    rule = ' fill-rule="evenodd"' if area.fillRule() == Qt.FillRule.OddEvenFill else ""
    return f'<path d="{shapes.written[id(area)]}" {written}{rule}/>'


def _stroke(stroke: LineMark) -> Iterator[str]:
    """A path for each stretch: one path of them all takes Qt more than twice as long to stroke."""
    cap, join = ("round", "round") if stroke.round else ("butt", "bevel")
    ink = _ink("stroke", "stroke-opacity", stroke.color)
    yield (
        f'<g fill="none" {ink} stroke-width="{stroke.width!r}" stroke-linecap="{cap}" '
        f'stroke-linejoin="{join}">'
    )
    for stretch in stroke.stretches:
        yield f'<path d="{stretch.data}"/>'
    yield "</g>"
