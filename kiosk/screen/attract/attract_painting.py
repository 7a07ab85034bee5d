"""Paints what the attract loop has on its ground: the tide, markers, lines and words."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPen, QPolygonF

from kiosk.screen.map.map_marker import MarkerState, draw_marker, marker_reach
from kiosk.screen.map.map_stamp import Stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QImage, QPainter

    from kiosk.look.look import Look
    from kiosk.screen.attract.attract_frame import AttractFrame
    from kiosk.screen.attract.attract_words import Placed
    from kiosk.screen.attract.estuary import Estuary

_STRIP_U = 24
_WAVE = 0.8
"""How long the wave of the tide is, in heights of the window."""
_FAINT = 0.02
_SOFT_EDGE_U = 220
_BACKING = 0.9
_BACKING_U = 20


def paint_estuary(
    painter: QPainter, look: Look, estuary: Estuary, seconds: float, tide: float
) -> None:
    """Paint an estuary; every six seconds the `tide`, so strong, runs up it as a light on lines."""
    ratio = estuary.key.ratio
    painter.save()
    opacity = painter.opacity()
    painter.scale(1 / ratio, 1 / ratio)
    painter.drawImage(QPoint(0, 0), estuary.ebb)
    if not look.motion.still and tide > 0:
        width, height = estuary.flood.width(), estuary.flood.height()
        rows = max(1, round(look.px(_STRIP_U) * ratio))
        period = look.tokens["motion"]["tide"] / 1000
        clip = painter.clipBoundingRect()
        for top in range(0, height, rows):
            strip = QRect(0, top, width, min(rows, height - top))
            phase = (top + rows / 2) / (height * _WAVE) + seconds / period
            height_of_tide = tide * max(0.0, math.cos(2 * math.pi * phase)) ** 2
            if height_of_tide > _FAINT and clip.intersects(QRectF(strip)):
                painter.setOpacity(opacity * height_of_tide)
                painter.drawImage(strip.topLeft(), estuary.flood, strip)
    painter.restore()


def paint_plate(painter: QPainter, look: Look, frame: AttractFrame, picture: QImage) -> None:
    """Paint a story's picture that goes over into the night at the edges inside the window."""
    plate = frame.plate
    painter.drawImage(plate.topLeft(), picture)
    soft = look.px(_SOFT_EDGE_U)
    window = frame.window
    for start, end, is_inside in (
        (plate.topLeft(), plate.topLeft() + QPointF(soft, 0), plate.left() > window.left()),
        (plate.topRight(), plate.topRight() - QPointF(soft, 0), plate.right() < window.right()),
        (plate.topLeft(), plate.topLeft() + QPointF(0, soft), plate.top() > window.top()),
        (
            plate.bottomLeft(),
            plate.bottomLeft() - QPointF(0, soft),
            plate.bottom() < window.bottom(),
        ),
    ):
        if is_inside:
            painter.fillRect(plate.adjusted(-1, -1, 1, 1), _dusk(look, start, end))


def _dusk(look: Look, start: QPointF, end: QPointF) -> QLinearGradient:
    """From the night's colour to nothing, without an edge at either end."""
    dusk = QLinearGradient(start, end)
    for part in range(11):
        share = part / 10
        color = QColor(look.theme.panel)
        color.setAlphaF(1 - share * share * (3 - 2 * share))
        dusk.setColorAt(share, color)
    return dusk


def paint_pearls(painter: QPainter, look: Look, pearls: Iterable[tuple[str, QPointF]]) -> None:
    """Paint the signs of zones that are not spoken of."""
    for sign, point in pearls:
        if _is_seen(painter, look, point):
            draw_marker(painter, look, sign, point, MarkerState.IDLE)


def paint_chosen(
    painter: QPainter, look: Look, at: QPointF, share: float, pulse: float = 0.0
) -> None:
    """Paint a marker that has come so far."""
    if share <= 0 or not _is_seen(painter, look, at):
        return
    painter.save()
    painter.setOpacity(painter.opacity() * share)
    painter.translate(at)
    size = 0.4 + 0.6 * share
    painter.scale(size, size)
    draw_marker(painter, look, "pearl", QPointF(0, 0), MarkerState.CHOSEN, pulse=pulse)
    painter.restore()


def _is_seen(painter: QPainter, look: Look, at: QPointF) -> bool:
    """Whether any of a marker can be inside what is painted now."""
    reach = marker_reach(look)
    around = QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)
    return painter.clipBoundingRect().intersects(around)


def paint_line(painter: QPainter, look: Look, line: Sequence[QPointF], share: float) -> None:
    """Paint that share of a line, from its beginning."""
    if not line or share <= 0:
        return
    left = share * sum(QLineF(a, b).length() for a, b in pairwise(line))
    drawn = [line[0]]
    for start, end in pairwise(line):
        run = QLineF(start, end)
        drawn.append(end if run.length() <= left else run.pointAt(left / max(run.length(), 1e-6)))
        left -= run.length()
        if left <= 0:
            break
    pen = QPen(look.theme.pearl, look.stroke(look.tokens["map"]["stroke"]["leader"]))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(drawn))


def paint_backing(painter: QPainter, look: Look, rect: QRectF) -> None:
    """Paint a ground of their own for words that stand on a picture that is not calm."""
    ground = QColor(look.theme.panel)
    ground.setAlphaF(_BACKING)
    reach = look.px(_BACKING_U)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect.adjusted(-reach, -reach, reach, reach), reach, reach)


def paint_words(
    painter: QPainter, color: QColor, words: Iterable[Placed], opacity: float, shift: QPointF
) -> None:
    """Paint texts in one colour, moved by `shift`."""
    if opacity <= 0:
        return
    before, seen = painter.opacity(), painter.clipBoundingRect()
    painter.setOpacity(before * opacity)
    for each in words:
        at = each.at + shift
        if seen.intersects(each.rect.translated(shift)):
            each.setting.draw(painter, at.x(), at.y(), color)
    painter.setOpacity(before)


def words_stamp(placed: Placed, color: QColor, margin: float) -> Stamp:
    """A picture of a text with so much room around it, for letters that reach beyond its lines."""
    size = placed.rect.adjusted(-margin, -margin, margin, margin).toAlignedRect().size()

    def draw(painter: QPainter, area: QRectF) -> None:
        placed.setting.draw(painter, margin, margin, color)

    return Stamp(size, draw)
