"""The map's picture by a painter: for paper, and with 16 bits a colour for the attract loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QRadialGradient

from kiosk.screen.map.map_grain import grain_on
from kiosk.screen.map.map_marks import AreaMark, Glow, map_marks, map_part
from kiosk.screen.map.time_slices import go_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_marks import LineMark, Mark
    from kiosk.screen.map.map_shapes import MapShapes


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
) -> None:
    """Paint what `camera` sees in `area` (pixels).  With something lit, all else is dimmed.

    Without `spilling` no light falls on the land: Qt's PDF has no translucent gradients.
    `pause` is called after every few milliseconds of work, so that other threads can run.
    """
    part = map_part(look, camera, area, lit=lit, spilling=spilling)
    paint_marks(painter, map_marks(shapes, look, part), camera, pause)


def paint_marks(
    painter: QPainter, marks: Iterable[Mark], camera: Camera, pause: Callable[[], None] = go_on
) -> None:
    """Paint some of a map where `camera` sees it."""
    painter.save()
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(camera.transform(), True)
        for mark in marks:
            if isinstance(mark, AreaMark):
                _fill(painter, mark)
                pause()
            else:
                _stroke(painter, mark, pause)
    finally:
        painter.restore()


def _fill(painter: QPainter, fill: AreaMark) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    brush = _brush(fill.ink) if isinstance(fill.ink, Glow) else QBrush(fill.ink)
    if isinstance(fill.area, QRectF):
        painter.fillRect(fill.area, brush)
        return
    painter.fillPath(fill.area, brush)
    if fill.grained:
        painter.fillPath(fill.area, grain_on(painter))


def _brush(glow: Glow) -> QBrush:
    gradient = QRadialGradient(QPointF(0, 0), 1.0)
    for stop, color in glow.stops:
        gradient.setColorAt(stop, color)
    brush = QBrush(gradient)
    brush.setTransform(glow.transform)
    return brush


def _stroke(painter: QPainter, stroke: LineMark, pause: Callable[[], None]) -> None:
    pen = QPen(QColor(stroke.color), stroke.width)
    round_ = stroke.round
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if round_ else Qt.PenJoinStyle.BevelJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if round_ else Qt.PenCapStyle.FlatCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    for stretch in stroke.stretches:
        painter.drawPolyline(stretch.points)
        pause()
