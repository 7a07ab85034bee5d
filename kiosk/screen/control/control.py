"""Control: what every button of the exhibit has in common."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Control(QAbstractButton):
    """Takes the focus from the keyboard only, answers to Enter, and never opens a menu.

    A touch only says that it was touched: whether it is checked then is told to it, since a touch
    may lead to where it already was.

    Fingers reach a control beyond what is drawn of it.  Where they would reach two of one parent,
    the one whose shape is nearer is meant.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._meant: Control | None = None
        """The control to which a touch goes that came down here."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    @property
    def shape(self) -> QRectF:
        """What is seen of it, in its own pixels."""
        return QRectF(self.rect())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._meant = self._nearest_to(event.position())
        if self._meant is self:
            super().mousePressEvent(event)
        elif self._meant.isEnabled():
            self._meant.mousePressEvent(self._moved_to(self._meant, event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        meant = self._meant
        if meant is None or meant is self:
            super().mouseMoveEvent(event)
        else:
            meant.mouseMoveEvent(self._moved_to(meant, event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        meant, self._meant = self._meant, None
        if meant is None or meant is self:
            super().mouseReleaseEvent(event)
        else:
            meant.mouseReleaseEvent(self._moved_to(meant, event))

    def _nearest_to(self, point: QPointF) -> Control:
        """Which of the controls that reach there has its shape nearest to it."""
        parent, at = self.parentWidget(), QPointF(self.mapToParent(point))
        if parent is None:
            return self
        children = Qt.FindChildOption.FindDirectChildrenOnly
        passed = Qt.WidgetAttribute.WA_TransparentForMouseEvents
        reaching = [
            each
            for each in parent.findChildren(Control, options=children)
            if each.isVisible()
            and not each.testAttribute(passed)
            and each.geometry().contains(at.toPoint())
        ]
        return min([self, *reaching], key=lambda each: _off(each.shape.translated(each.pos()), at))

    def _moved_to(self, other: Control, event: QMouseEvent) -> QMouseEvent:
        """The same event in the pixels of another control."""
        return QMouseEvent(
            event.type(),
            QPointF(other.mapFromGlobal(event.globalPosition())),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )

    def nextCheckState(self) -> None:
        """Do not change by itself."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


def _off(shape: QRectF, point: QPointF) -> float:
    """How far a point is from a shape; 0 within it."""
    across = max(shape.left() - point.x(), 0.0, point.x() - shape.right())
    down = max(shape.top() - point.y(), 0.0, point.y() - shape.bottom())
    return math.hypot(across, down)
