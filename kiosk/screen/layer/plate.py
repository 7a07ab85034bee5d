"""The plate that carries what lies over the map: solid, so that nothing below disturbs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPen

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from kiosk.look.look import Look

_RADIUS_U = 20


def draw_plate(painter: QPainter, look: Look, rect: QRectF) -> None:
    """Draw a plate with a fine rim that fills the rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = look.outline(1.3) / 2
    painter.setPen(QPen(look.theme.rule, 2 * half))
    painter.setBrush(look.theme.panel)
    radius = look.px(_RADIUS_U)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
