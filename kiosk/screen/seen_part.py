"""What of a widget is seen, below others that hide it wholly."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QWidget


def seen_part(widget: QWidget) -> QRegion:
    """The part of a widget that none of those beside it, which lie above it, hides.

    Whoever moves all of a widget updates this part alone: Qt paints again whatever lies in a part
    that is updated, also what is solid and has not changed.
    """
    seen = QRegion(widget.rect())
    parent = widget.parentWidget()
    if parent is None:
        return seen
    beside = [each for each in parent.children() if isinstance(each, QWidget)]
    for above in beside[beside.index(widget) + 1 :]:
        if above.isVisible() and above.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent):
            seen -= QRegion(above.geometry().translated(-widget.pos()))
    return seen
