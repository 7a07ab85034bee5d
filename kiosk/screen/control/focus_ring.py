"""The ring around whatever the keyboard is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from kiosk.look.look import Look

RING_U = 4
CASING_U = 2
_CASING_STRENGTH = 0.8
_RIM_U = 5.5
MARGIN_U = RING_U + 2 * CASING_U
"""How far outside a shape its ring reaches."""


def draw_focus_ring(painter: QPainter, look: Look, shape: QRectF, radius: float) -> None:
    """Draw the ring around a rounded rectangle: pearl in an ink casing, to be seen anywhere."""
    reach = look.px(CASING_U + RING_U / 2)
    ring = shape.adjusted(-reach, -reach, reach, reach)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in (
        (look.theme.pearl_ink, RING_U + 2 * CASING_U),
        (look.theme.pearl, RING_U),
    ):
        painter.setPen(QPen(color, look.stroke(width)))
        painter.drawRoundedRect(ring, radius + reach, radius + reach)
    painter.restore()


def draw_casing(painter: QPainter, look: Look, shape: QRectF) -> None:
    """A dark (in the light theme: light) rim around a control, so it is visible on any water."""
    reach = look.px(_RIM_U)
    color = QColor(look.theme.ground)
    color.setAlphaF(_CASING_STRENGTH)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    rim = shape.adjusted(-reach, -reach, reach, reach)
    painter.drawRoundedRect(rim, rim.height() / 2, rim.height() / 2)
