"""The legend of the map home on its plate: nothing shines through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSizeF
from PySide6.QtWidgets import QWidget

from kiosk.look.contrast import contrast
from kiosk.look.look import read_look
from kiosk.screen.home.legend import Legend
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

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


@pytest.mark.parametrize("theme", ["dark", "hc"])
def test_in_high_contrast_the_plate_has_a_rim_where_it_cuts_the_land(
    qapp: object, theme: str
) -> None:
    look = read_look(shipped("assets"), theme).sized(QSizeF(1080, 1920)).still()
    parent = QWidget()
    legend = Legend(parent)
    legend.show_entries([], ("Map data",), "Map data", look, "en", 600)

    def top_edge(*, is_on_plate: bool) -> QColor:
        legend.stand_on_plate(is_on_plate=is_on_plate)
        return legend.grab().toImage().pixelColor(legend.width() // 2, 0)

    rim = contrast(top_edge(is_on_plate=True), look.theme.control)
    assert (rim >= 3) == look.theme.high_contrast
