"""The leader line from the chosen place on the map to its name in the panel."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.look.motion import ease

if TYPE_CHECKING:
    from kiosk.look.look import Look

_CLEARANCE_U = 24
_POINT_CLEARANCE_U = 8
_SIGN_CLEARANCE_U = 17
_EDGE_U = 40
"""How far above the sign a line goes along the panel's upper edge."""


class LeaderLine(QWidget):
    """Draws itself over map and panel; fingers go through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look: Look | None = None
        self._line: list[QPointF] = []
        self._drawn = 1.0
        self._drawing = QVariantAnimation(self)
        self._drawing.setStartValue(0.0)
        self._drawing.setEndValue(1.0)
        self._curve = ease("enter")
        self._drawing.valueChanged.connect(self._draw_to)
        self.hide()

    def join(
        self, marker: QPointF, sign: QPointF, look: Look, *, portrait: bool, is_small: bool = False
    ) -> None:
        """Lead from the marker to the panel's sign, in the parent's pixels.

        A small marker is a point and no disc.
        """
        self._look = look
        line = _bend(marker, sign, look, portrait=portrait)
        reach = look.px(8)
        box = QPolygonF(line).boundingRect().adjusted(-reach, -reach, reach, reach)
        self.setGeometry(box.toAlignedRect())
        self._line = [point - QPointF(self.pos()) for point in line]
        self._shorten(
            look.px(_POINT_CLEARANCE_U if is_small else _CLEARANCE_U), look.px(_SIGN_CLEARANCE_U)
        )

    def draw(self, delay: int) -> None:
        """Draw it from the marker on, after `delay` milliseconds."""
        assert self._look is not None
        self._drawing.stop()
        motion = self._look.motion
        if motion.still:
            self._drawn = 1.0
        else:
            share = delay / (delay + motion.leader.duration)
            self._drawing.setStartValue(-share / (1 - share))
            self._drawing.setDuration(delay + motion.leader.duration)
            self._drawn = 0.0
            self._drawing.start()
        self.show()
        self.update()

    def let_go(self) -> None:
        """Hide at once."""
        self._drawing.stop()
        self.hide()

    def finish(self) -> None:
        """Be drawn whole at once."""
        self._drawing.stop()
        self._drawn = 1.0
        self.update()

    @Slot(object)
    def _draw_to(self, value: float) -> None:
        self._drawn = self._curve.valueForProgress(max(0.0, float(value)))
        self.update()

    def _shorten(self, at_marker: float, at_sign: float) -> None:
        """Begin at the marker's rim and end at the sign's, not in their middles."""
        for at_start, length in ((True, at_marker), (False, at_sign)):
            end = 0 if at_start else len(self._line) - 1
            inner = 1 if at_start else end - 1
            run = QLineF(self._line[end], self._line[inner])
            if run.length() > length:
                self._line[end] = run.pointAt(length / run.length())
            elif len(self._line) > 2:
                # A stretch that the rim covers altogether: the next one is cut instead.
                left = length - run.length()
                self._line.pop(end)
                self._cut_end(end, left)

    def _cut_end(self, end: int, length: float) -> None:
        inner = 1 if end == 0 else len(self._line) - 2
        end = 0 if end == 0 else len(self._line) - 1
        run = QLineF(self._line[end], self._line[inner])
        if run.length() > length:
            self._line[end] = run.pointAt(length / run.length())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or self._drawn <= 0 or len(self._line) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._look.tokens["map"]["stroke"]["leader_line"]
        painter.setPen(QPen(self._look.theme.accent, self._look.stroke(width)))
        painter.drawPolyline(_first_part(self._line, self._drawn))


def _bend(marker: QPointF, sign: QPointF, look: Look, *, portrait: bool) -> list[QPointF]:
    """From the marker at 45 degrees to the sign's height, then straight to it.

    Upright it goes down into the panel and along its edge: a slanting line would cross the map and
    point at whatever it bends on.
    """
    if portrait:
        edge = max(marker.y(), sign.y() - look.px(_EDGE_U))
        return [marker, QPointF(marker.x(), edge), QPointF(sign.x(), edge), sign]
    run = marker.y() - sign.y()
    elbow = QPointF(min(marker.x() + abs(run), sign.x() - 1), sign.y())
    return [marker, elbow, sign]


def _first_part(points: list[QPointF], share: float) -> list[QPointF]:
    lengths = [QLineF(start, end).length() for start, end in pairwise(points)]
    left = sum(lengths) * min(1.0, share)
    part = [points[0]]
    for (start, end), length in zip(pairwise(points), lengths, strict=True):
        if length <= 0 or left <= 0:
            continue
        part.append(start + (end - start) * min(1.0, left / length))
        left -= length
    return part
