"""Markers: the signs of places, such as pearls and diamonds, and dots for cities on a chip."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.screen.map.sign_shapes import HOLLOW, cased_shape, ring_shape, sign_shape

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look

DOT_RADIUS_U = 6
ANCHOR_U = 9
"""How far the small point of an open city is seen, in u: its outline says where it is."""
_RING_SCALE = 1.45
_PRESSED_SCALE = 1.2
_DISC_SHARE = 0.25
_DIMMED_SHARE = 0.6
"""How much is left of a marker beside an open place: it can still be touched, so it is seen."""


class MarkerState(Enum):
    """The state of a marker on the map; a ringed one is pointed at but not open."""

    IDLE = "idle"
    SMALL = "small"
    RINGED = "ringed"
    PRESSED = "pressed"
    CHOSEN = "chosen"
    DIMMED = "dimmed"


def draw_marker(
    painter: QPainter,
    look: Look,
    glyph: str,
    at: QPointF,
    state: MarkerState,
    *,
    pulse: float = 0.0,
) -> None:
    """Draw one marker; `pulse` (0 to 1) is how far the rings of a chosen one have grown."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    entry = look.tokens["map"]["marker"]
    if state is MarkerState.CHOSEN and glyph in ("dot", "none"):
        _draw_anchor(painter, look, at)
    elif state is MarkerState.CHOSEN:
        _draw_chosen(painter, look, at, pulse, entry["selected_rings"])
    elif glyph == "dot":
        _draw_dot(painter, look, at, state)
    else:
        _draw_idle(painter, look, glyph, at, state, entry)
    painter.restore()


def marker_reach(look: Look) -> float:
    """How far from its point a chosen marker may paint, in pixels."""
    rings = look.tokens["map"]["marker"]["selected_rings"]
    return look.px(max(rings) * 1.1 + 4)


def paint_pressed(painter: QPainter, look: Look, outline: QPainterPath, camera: Camera) -> None:
    """Paint an outline that a finger is on; it has no marker."""
    painter.save()
    painter.setTransform(camera.transform(), True)
    painter.setBrush(look.theme.pressed)
    painter.setPen(QPen(look.theme.pearl, look.stroke(2) / camera.scale))
    painter.setOpacity(0.75)
    painter.drawPath(outline)
    painter.restore()


def _draw_chosen(
    painter: QPainter, look: Look, at: QPointF, pulse: float, rings: list[float]
) -> None:
    theme = look.theme
    disc, ring, halo = (look.px(radius) for radius in rings)
    swell = 1 + 0.06 * pulse
    if not theme.high_contrast:
        glow = QColor(theme.accent)
        glow.setAlphaF(_DISC_SHARE)
        painter.setBrush(glow)
        painter.drawEllipse(at, halo * swell, halo * swell)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.accent, look.stroke(2)))
    painter.drawEllipse(at, ring * swell, ring * swell)
    painter.setPen(QPen(theme.pearl_ink, look.stroke(3)))
    painter.setBrush(theme.accent)
    painter.drawEllipse(at, disc, disc)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.on_accent)
    painter.drawEllipse(at, disc / 3, disc / 3)


def _draw_anchor(painter: QPainter, look: Look, at: QPointF) -> None:
    painter.setPen(QPen(look.theme.pearl_ink, look.stroke(2)))
    painter.setBrush(look.theme.accent)
    painter.drawEllipse(at, look.px(DOT_RADIUS_U), look.px(DOT_RADIUS_U))


def _draw_dot(painter: QPainter, look: Look, at: QPointF, state: MarkerState) -> None:
    radius = look.px(DOT_RADIUS_U) * (_PRESSED_SCALE if state is MarkerState.PRESSED else 1)
    if state is MarkerState.DIMMED:
        painter.setOpacity(_DIMMED_SHARE)
    painter.setPen(QPen(look.theme.pearl_ink, look.stroke(2)))
    painter.setBrush(look.theme.accent if state is MarkerState.RINGED else look.theme.pearl)
    painter.drawEllipse(at, radius, radius)


def _draw_idle(
    painter: QPainter,
    look: Look,
    glyph: str,
    at: QPointF,
    state: MarkerState,
    entry: dict[str, float],
) -> None:
    theme = look.theme
    dimmed = state is MarkerState.DIMMED
    minor = state in (MarkerState.DIMMED, MarkerState.SMALL, MarkerState.RINGED)
    outer = look.px(entry["minor_radius" if minor else "pearl_radius"])
    core = look.px(entry["core_radius"]) * (0.7 if minor else 1)
    casing = look.px(entry["casing"]) * (0.7 if state is MarkerState.SMALL else 1)
    if state is MarkerState.PRESSED:
        disc = QColor(theme.pearl)
        disc.setAlphaF(_DISC_SHARE)
        painter.setBrush(disc)
        painter.drawEllipse(at, look.px(44), look.px(44))
        outer, core = outer * _PRESSED_SCALE, core * _PRESSED_SCALE
    shadow = QColor(theme.pearl_ink)
    shadow.setAlphaF(0.72)
    pearl = QColor(theme.pearl)
    if dimmed:
        pearl.setAlphaF(_DIMMED_SHARE)
    painter.setBrush(shadow)
    painter.drawPath(cased_shape(glyph, at, outer, casing))
    painter.setBrush(pearl)
    if glyph == HOLLOW:
        painter.drawPath(ring_shape(at, outer))
    else:
        painter.drawPath(sign_shape(glyph, at, outer))
        painter.setBrush(theme.accent)
        painter.drawEllipse(at, core, core)
    if state is MarkerState.RINGED:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.accent, look.stroke(2.5)))
        painter.drawEllipse(at, outer * _RING_SCALE, outer * _RING_SCALE)
