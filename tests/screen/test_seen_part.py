"""Of a widget that is moved only what is seen is painted, and nothing solid above it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QWidget

from kiosk.screen.seen_part import seen_part


def test_what_is_solid_and_above_hides_a_part(qapp: object) -> None:
    window = QWidget()
    window.resize(400, 300)
    below, moved, glass, solid = (QWidget(window) for _ in range(4))
    moved.setGeometry(50, 0, 350, 300)
    glass.setGeometry(0, 0, 400, 300)
    solid.setGeometry(300, 0, 100, 300)
    for widget in (below, solid):
        widget.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    below.setGeometry(50, 0, 350, 300)
    assert seen_part(moved) == QRegion(0, 0, 350, 300), "nothing is shown yet"

    window.show()

    assert seen_part(moved) == QRegion(0, 0, 250, 300)
    solid.hide()
    assert seen_part(moved) == QRegion(QRect(0, 0, 350, 300))
