"""The legend of the map home on its plate: nothing shines through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from kiosk.screen.home.legend import Legend

if TYPE_CHECKING:
    from kiosk.look.look import Look


def test_no_marker_shines_through_the_plate(still_look: Look) -> None:
    parent = QWidget()
    legend = Legend(parent)
    legend.show_entries([], ("Map data",), "Map data", still_look, "en", 600)
    legend.stand_on_plate(is_on_plate=True)
    legend.resize(legend.sizeHint())
    image = legend.grab().toImage()
    left = QPoint(4, legend.height() // 2)
    assert image.pixelColor(left).name() == still_look.theme.control.name()
