"""The mark of what is read: a ring around it, and a line under the sentence that is spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.screen.control.focus_ring import MARGIN_U, draw_focus_ring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.look.look import Look

_RADIUS_U = 12
_AIR_U = 6
_LINE_U = 5
_CASING_U = 2


class ReadingMark(QWidget):
    """Lies over the stage and takes no touch; shown around one thing at a time."""

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look: Look | None = None
        self._stage = stage
        self._ring = QRectF()
        self._bars: list[QRectF] = []
        self.hide()

    @property
    def around(self) -> QRect:
        """What the ring is around, on the stage; nothing where it is hidden."""
        if self.isHidden():
            return QRect()
        return self._ring.translated(QPoint(self.pos())).toRect()

    @property
    def bars(self) -> list[QRect]:
        """The lines under what is spoken, on the stage."""
        return [each.translated(QPoint(self.pos())).toRect() for each in self._bars]

    def show_around(
        self, widget: QWidget, areas: Sequence[QRectF], lines: Sequence[QRectF], look: Look
    ) -> None:
        """Ring these areas of a widget of the stage, or all of it, and underline `lines`."""
        self._look = look
        ring = QRectF()
        for area in areas:
            ring |= area
        air, reach = look.px(_AIR_U), round(look.px(MARGIN_U))
        ring = QRectF(widget.rect()) if ring.isEmpty() else ring.adjusted(-air, -air, air, air)
        corner = widget.mapTo(self._stage, QPoint(0, 0))
        whole = ring.translated(corner).toAlignedRect().adjusted(-reach, -reach, reach, reach)
        self.setGeometry(whole.intersected(self._stage.rect()))
        # Where the ring would leave the stage, it is drawn along its edge.
        inner = QRectF(self.rect()).adjusted(reach, reach, -reach, -reach)
        offset = corner - self.pos()
        self._ring = ring.translated(offset) & inner
        thick, casing = look.stroke(_LINE_U), look.stroke(_CASING_U)
        self._bars = [
            QRectF(line.left(), line.bottom() + casing, line.width(), thick).translated(offset)
            for line in lines
        ]
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        casing = look.stroke(_CASING_U)
        for bar in self._bars:
            painter.fillRect(bar.adjusted(-casing, -casing, casing, casing), look.theme.pearl_ink)
            painter.fillRect(bar, look.theme.pearl)
        draw_focus_ring(painter, look, self._ring, look.px(_RADIUS_U))
