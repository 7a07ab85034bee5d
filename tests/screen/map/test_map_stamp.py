"""A stamp has the pixels of the screen that it is put on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.screen.map.map_stamp import Stamp

SIDE = 40


def slanted(painter: QPainter, area: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor("white"))
    painter.drawLine(area.bottomLeft(), area.topRight())
    painter.drawEllipse(area.adjusted(4, 4, -4, -4))


def screen(ratio: float) -> QImage:
    image = QImage(QSize(SIDE, SIDE) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image


def put(stamp: Stamp, ratio: float) -> QImage:
    image = screen(ratio)
    painter = QPainter(image)
    stamp.put(painter, 0.2 / ratio, -0.2 / ratio)
    painter.end()
    return image


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_stamp_is_what_would_be_drawn_there(qapp: object, ratio: float) -> None:
    drawn = screen(ratio)
    painter = QPainter(drawn)
    slanted(painter, QRectF(0, 0, SIDE, SIDE))
    painter.end()

    assert put(Stamp(QSize(SIDE, SIDE), slanted), ratio) == drawn


def test_a_stamp_is_drawn_again_on_another_screen(qapp: object) -> None:
    stamp = Stamp(QSize(SIDE, SIDE), slanted)
    put(stamp, 1.0)

    assert put(stamp, 2.0) == put(Stamp(QSize(SIDE, SIDE), slanted), 2.0)
