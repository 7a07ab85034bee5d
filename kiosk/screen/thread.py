"""The thread from the chosen place on the map to its name in the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.look.motion import ease

if TYPE_CHECKING:
    from kiosk.look.look import Look

_CLEARANCE_U = 24


class Thread(QWidget):
    """Draws itself over map and panel; fingers go through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look: Look | None = None
        self._line = QPolygonF()
        self._drawn = 1.0
        self._drawing = QVariantAnimation(self)
        self._drawing.setStartValue(0.0)
        self._drawing.setEndValue(1.0)
        self._drawing.setEasingCurve(ease("enter"))
        self._drawing.valueChanged.connect(self._draw_to)
        self.hide()

    def tie(self, marker: QPointF, sign: QPointF, look: Look, *, portrait: bool) -> None:
        """Lead from the marker to the panel's sign, in the parent's pixels."""
        self._look = look
        self._line = _bend(marker, sign, portrait=portrait)
        reach = look.px(8)
        box = self._line.boundingRect().adjusted(-reach, -reach, reach, reach)
        self.setGeometry(box.toAlignedRect())
        self._line.translate(-QPointF(self.pos()))
        self._shorten(look.px(_CLEARANCE_U))

    def draw(self, delay: int) -> None:
        """Draw it from the marker on, after `delay` milliseconds."""
        assert self._look is not None
        self._drawing.stop()
        motion = self._look.motion
        if motion.still:
            self._drawn = 1.0
        else:
            share = delay / (delay + motion.thread.duration)
            self._drawing.setStartValue(-share / (1 - share))
            self._drawing.setDuration(delay + motion.thread.duration)
            self._drawn = 0.0
            self._drawing.start()
        self.show()
        self.update()

    def let_go(self) -> None:
        """Vanish."""
        self._drawing.stop()
        self.hide()

    def finish(self) -> None:
        """Be drawn whole at once."""
        self._drawing.stop()
        self._drawn = 1.0
        self.update()

    @Slot(object)
    def _draw_to(self, value: float) -> None:
        self._drawn = max(0.0, float(value))
        self.update()

    def _shorten(self, length: float) -> None:
        """Begin at the marker's rim and not at its middle."""
        if self._line.count() < 2:
            return
        first, second = self._line[0], self._line[1]
        run = ((second.x() - first.x()) ** 2 + (second.y() - first.y()) ** 2) ** 0.5
        if run > length:
            self._line[0] = first + (second - first) * (length / run)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or self._drawn <= 0 or self._line.count() < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._look.tokens["map"]["stroke"]["thread"]
        painter.setPen(QPen(self._look.theme.accent, self._look.stroke(width)))
        painter.drawPolyline(_first_part(self._line, self._drawn))


def _bend(marker: QPointF, sign: QPointF, *, portrait: bool) -> QPolygonF:
    """From the marker at 45 degrees to the sign's height (or column), then straight to it."""
    if portrait:
        run = marker.x() - sign.x()
        elbow = QPointF(sign.x(), min(marker.y() + abs(run), sign.y() - 1))
        return QPolygonF([marker, elbow, sign])
    run = marker.y() - sign.y()
    elbow = QPointF(min(marker.x() + abs(run), sign.x() - 1), sign.y())
    return QPolygonF([marker, elbow, sign])


def _first_part(line: QPolygonF, share: float) -> QPolygonF:
    points = [line[index] for index in range(line.count())]
    lengths = [
        ((b.x() - a.x()) ** 2 + (b.y() - a.y()) ** 2) ** 0.5
        for a, b in zip(points, points[1:], strict=False)
    ]
    left = sum(lengths) * min(1.0, share)
    part = [points[0]]
    for start, end, length in zip(points, points[1:], lengths, strict=False):
        if length <= 0 or left <= 0:
            break
        part.append(start + (end - start) * min(1.0, left / length))
        left -= length
    return QPolygonF(part)


