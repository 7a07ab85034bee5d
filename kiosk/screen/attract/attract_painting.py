"""Paints what a scene of the attract loop has over its picture: a shade, words, an invitation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient

from kiosk.screen.map.map_marker import MarkerState, draw_marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting

_SHADE = 0.66
_EDGE_U = 40


def paint_callout(
    painter: QPainter,
    look: Look,
    window: QRectF,
    corner: QPointF,
    heading: Setting,
    sentence: Setting | None,
) -> None:
    """What is said of a scene, on a ground of its own, kept inside the window."""
    width = max(heading.ink, sentence.ink if sentence else 0.0)
    most = window.width() - width - look.px(_EDGE_U)
    x, y = min(corner.x() + look.px(20), most), corner.y()
    height = heading.size.height() + (sentence.size.height() if sentence else 0)
    ground = QColor(look.theme.panel)
    ground.setAlphaF(0.62)
    box = QRectF(x, y, width, height).adjusted(-look.px(14), -look.px(10), look.px(16), look.px(12))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, look.px(12), look.px(12))
    heading.draw(painter, x, y, look.theme.text)
    if sentence is not None:
        sentence.draw(painter, x, y + heading.size.height(), look.theme.text)


def paint_shade(painter: QPainter, look: Look, window: QRectF) -> None:
    """The ground behind the title, thinning out towards the picture."""
    width, height = window.width() * _SHADE, float(window.height())
    if window.height() > window.width():
        width, height = float(window.width()), window.height() * _SHADE
    end = QPointF(0, height) if window.height() > window.width() else QPointF(width, 0)
    shade = QLinearGradient(QPointF(0, 0), end)
    solid, clear = QColor(look.theme.ground), QColor(look.theme.ground)
    clear.setAlphaF(0.0)
    shade.setColorAt(0, solid)
    shade.setColorAt(0.5, solid)
    shade.setColorAt(1, clear)
    painter.fillRect(QRectF(0, 0, width, height), shade)
    if window.height() > window.width():
        foot = QRectF(0, window.height() * 0.78, window.width(), window.height() * 0.22)
        rise = QLinearGradient(foot.topLeft(), foot.bottomLeft())
        rise.setColorAt(0, clear)
        rise.setColorAt(0.3, solid)
        painter.fillRect(foot, rise)


def paint_invitation(
    painter: QPainter, look: Look, at: QPointF, seconds: float, invitation: Sequence[Setting]
) -> None:
    """The words that invite to touch, in all languages, behind a marker that swells."""
    swell = 0.0 if look.motion.still else abs((seconds % 3.2) / 1.6 - 1)
    draw_marker(painter, look, "pearl", at, MarkerState.CHOSEN, pulse=swell)
    left = at.x() + look.px(96)
    if not invitation:
        return
    first, *others = invitation
    first.draw(painter, left, at.y() - first.size.height(), look.theme.text)
    for setting in others:
        setting.draw(painter, left, at.y(), look.theme.text2)
        left += setting.ink + look.px(32)
