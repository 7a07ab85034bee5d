"""The legend of shaded land: what is counted, five shades, and the least and the most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kiosk.look.typesetting import set_text
from kiosk.screen.map.map_letters import Name
from kiosk.screen.map.map_stamp import Stamp

if TYPE_CHECKING:
    from kiosk.look.look import Look
    from kiosk.screen.map.map_light import ShadeLegend

_HEIGHT_U = 56
_PADDING_U = 22
_GAP_U = 14
_SWATCH_U = (36, 18)
_LEFT_U = 48
_LEAST_MARGIN_U = 12
_LEAST_SWATCH_U = 10
_BOTTOM_U = 8
LEGEND_ROOM_U = _HEIGHT_U + _BOTTOM_U
"""How much of the map's lower edge a legend takes."""


def set_legend(legend: ShadeLegend, look: Look, free: QRectF) -> Name:
    """The legend in its place: at the lower left of what is free of the map."""
    settings = [
        set_text(look, words, language=legend.language, role="source")
        for words in (legend.title, legend.least, legend.most)
    ]
    title, least, most = settings
    px, theme = look.px, look.theme
    swatch, thickness = (px(side) for side in _SWATCH_U)
    words = 2 * px(_PADDING_U) + title.ink + least.ink + most.ink + 4 * px(_GAP_U)
    # Beside a panel on a square screen shades and margins give way before anything is covered.
    room = free.width() - 2 * px(_LEAST_MARGIN_U) - words
    swatch = max(px(_LEAST_SWATCH_U), min(swatch, room / len(theme.sequential)))
    shades = swatch * len(theme.sequential)
    width = words + shades
    height = px(_HEIGHT_U)
    bottom = free.bottom() - px(_BOTTOM_U)
    margin = max(0.0, min(px(_LEFT_U), free.width() - width - px(_LEAST_MARGIN_U)))
    rect = QRectF(free.left() + margin, bottom - height, width, height)

    def draw(painter: QPainter, area: QRectF) -> None:
        half = look.outline(1.3) / 2
        shape = area.adjusted(half, half, -half, -half)
        painter.setPen(QPen(theme.rule, 2 * half))
        painter.setBrush(theme.panel)
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        x, middle = px(_PADDING_U), area.center().y()
        title.draw(painter, x, middle - title.size.height() / 2, theme.text)
        x += title.ink + 2 * px(_GAP_U)
        least.draw(painter, x, middle - least.size.height() / 2, theme.text2)
        x += least.ink + px(_GAP_U)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, color in enumerate(theme.sequential):
            left = round(x + number * swatch)
            right = round(x + (number + 1) * swatch)
            top = round(middle - thickness / 2)
            painter.fillRect(left, top, right - left, round(thickness), color)
        x += shades + px(_GAP_U)
        most.draw(painter, x, middle - most.size.height() / 2, theme.text2)

    return Name(Stamp(rect.toAlignedRect().size(), draw), rect, rect.center(), subject="legend")
