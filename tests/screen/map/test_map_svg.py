"""The map as SVG, which screens read, is the map as a painter has it, for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy
import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPolygonF

from kiosk.geography.camera import Camera
from kiosk.geography.path_data import path_from_data
from kiosk.geography.path_writing import path_data, polyline_data
from kiosk.look.look import read_look
from kiosk.screen.map.map_picture import paint_map
from kiosk.screen.map.map_raster import draw_raster, raster_key
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kiosk.app import App

WIDTH, HEIGHT = 640, 360
ALIKE = 12
"""Levels by which a pixel at the edge of a line may differ: it is written in thousandths."""


def pixels(image: QImage) -> NDArray[numpy.int16]:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    shape = (plain.height(), plain.width(), 4)
    return numpy.frombuffer(plain.constBits(), numpy.uint8).reshape(shape)[..., :3].astype("int16")


@pytest.mark.parametrize("ratio", [1.0, 1.5])
@pytest.mark.parametrize("lit", [(), ("shenzhen", "zone-hengqin")])
@pytest.mark.parametrize("theme", ["dark", "light", "hc"])
def test_what_is_read_is_what_is_painted(
    app: App, theme: str, lit: tuple[str, ...], ratio: float
) -> None:
    look = read_look(shipped("assets"), theme).sized(QSizeF(WIDTH, HEIGHT))
    shapes = app.stage.map_view._world.shapes
    camera = Camera(960, 760, 1.4 if lit else 0.45, WIDTH / 2, HEIGHT / 2)
    area = QRectF(0, 0, WIDTH, HEIGHT)

    read = draw_raster(
        raster_key(camera, area, look.theme.name, frozenset(lit), ratio), shapes, look
    ).image

    painted = QImage(read.size(), QImage.Format.Format_RGB32)
    painter = QPainter(painted)
    painter.scale(ratio, ratio)
    paint_map(painter, shapes=shapes, look=look, camera=camera, area=area, lit=frozenset(lit))
    painter.end()
    apart = numpy.abs(pixels(read) - pixels(painted)).max(axis=2)
    assert apart.mean() < 1, "grain differs by one level"
    assert (apart > ALIKE).mean() < 0.002


def test_lines_and_curves_are_read_as_they_were_written() -> None:
    path = QPainterPath(QPointF(1.25, 2.5))
    path.lineTo(10.125, -4)
    path.cubicTo(1, 2, 3, 4, 5, 6)
    path.addRect(20, 20, 5, 5)

    again = path_from_data(path_data(path))

    assert again.elementCount() == path.elementCount()
    for number in range(path.elementCount()):
        one, other = path.elementAt(number), again.elementAt(number)
        assert (one.type, one.x, one.y) == (other.type, other.x, other.y)


def test_a_line_without_points_is_written_as_nothing() -> None:
    assert polyline_data(QPolygonF()) == ""
    assert path_data(QPainterPath()) == ""
