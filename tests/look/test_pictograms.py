"""There is a picture for each pictogram that curators can name, and each can be drawn."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.exhibit.model.pictograms import Pictogram
from kiosk.look.icons import draw_icon
from kiosk.look.look import read_look
from kiosk.shipped import shipped

THINGS = shipped("assets") / "look" / "icons" / "things"


def test_there_is_one_file_for_each_pictogram() -> None:
    assert {file.stem for file in THINGS.glob("*.svg")} == set(get_args(Pictogram))


@pytest.mark.parametrize("name", get_args(Pictogram))
@pytest.mark.parametrize("side", [32, 64])
def test_a_pictogram_fills_its_square_in_its_colour(qapp: object, name: str, side: int) -> None:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    look = read_look(shipped("assets"))
    draw_icon(painter, look, f"things/{name}", QRectF(0, 0, side, side), QColor("#ff8e63"))
    painter.end()
    inked = [
        (x, y) for x in range(side) for y in range(side) if image.pixelColor(x, y).alpha() > 128
    ]
    share = len(inked) / side**2
    assert 0.15 < share < 0.75
    # Half a pixel at an edge is rounded when its colour is divided by its alpha again.
    painted, wanted = image.pixelColor(*inked[len(inked) // 2]), QColor("#ff8e63")
    assert abs(painted.red() - wanted.red()) <= 1
    assert abs(painted.green() - wanted.green()) <= 1
    assert abs(painted.blue() - wanted.blue()) <= 1
