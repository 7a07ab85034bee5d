"""The links on a story's small map: each a line that is drawn from end to end, and its name."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kiosk.look.typesetting import set_text
from kiosk.screen.map.map_letters import plate_stamp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainterPath

    from kiosk.look.look import Look
    from kiosk.screen.map.map_stamp import Stamp

_ROLE = "control"
_PADDING_U = 10
_GAP_U = 8
_LINE_U = 3.5
_CASING_U = 3
_ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.25, 0.75)
"""Where along its line a name may stand, the best first."""
_REACHES = (0.6, 0.8, 1.0)
_ACROSS = (0.0, 0.5, *_REACHES, 1.4, 1.8)
"""The same for a name that may lie on lines, as the number of a road does."""


@dataclass(frozen=True)
class SmallLink:
    """A link as it is drawn: its line in pixels of the map, and its name if that has room."""

    line: QPainterPath
    rect: QRectF
    stamp: Stamp | None

    def paint(self, painter: QPainter, look: Look, share: float) -> None:
        """Paint so much of it, from its beginning on; its name comes with the end."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, units in (
            (look.theme.pearl_ink, _LINE_U + _CASING_U),
            (look.theme.accent, _LINE_U),
        ):
            pen = QPen(color, look.stroke(units))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if share < 1:
                length = self.line.length() / pen.widthF()
                pen.setDashPattern([max(0.01, length * share), length + 1])
            painter.setPen(pen)
            painter.drawPath(self.line)
        if self.stamp is not None:
            painter.setOpacity(share)
            self.stamp.put(painter, self.rect.x(), self.rect.y())
            painter.setOpacity(1.0)


def small_link(
    line: QPainterPath,
    words: str,
    language: str,
    look: Look,
    inner: QRectF,
    taken: Sequence[QRectF],
    lines: Sequence[QRectF],
) -> SmallLink:
    """A link with its name within `inner`: beside all lines, or where there is no room on one."""
    setting = set_text(look, words, language=language, role=_ROLE)
    padding, gap = look.px(_PADDING_U), look.px(_GAP_U)
    width, height = setting.ink + 2 * padding, setting.size.height()
    for reaches, others in ((_REACHES, [*taken, *lines]), (_ACROSS, taken)):
        for share, part, side in product(_ALONG, reaches, (1, -1)):
            across = QLineF.fromPolar(1.0, line.angleAtPercent(share) + 90).p2()
            # At its whole no corner of a name comes near to a straight line.
            reach = gap + abs(across.x()) * width / 2 + abs(across.y()) * height / 2
            middle = line.pointAtPercent(share) + across * (side * part * reach)
            rect = QRectF(0, 0, width, height)
            rect.moveCenter(middle)
            if inner.contains(rect) and not any(map(rect.intersects, others)):
                return SmallLink(line, rect, plate_stamp(setting, rect, look, padding))
    return SmallLink(line, QRectF(), None)


def points_of(line: QPainterPath) -> list[QPointF]:
    """Points along a line, for names to keep off it."""
    return [line.pointAtPercent(step / 24) for step in range(25)]
