"""The map that ships with the exhibit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import (
    QMessageLogContext,
    QPointF,
    QRectF,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.geography.drawing import Drawing, read_drawing, read_group
from kiosk.geography.hit_index import HitArea, HitIndex
from kiosk.geography.projection import project
from tests.project import PROJECT

MAP = PROJECT / "assets" / "map" / "gba.svg"

CITIES = [
    *("zhaoqing", "jiangmen", "foshan", "guangzhou", "zhongshan", "zhuhai"),
    *("dongguan", "huizhou", "shenzhen", "hong-kong", "macao"),
]
PLACES = [
    *("hetao", "hetao-shenzhen-park", "hetao-hong-kong-park", "qianhai", "hengqin", "nansha"),
    *("csns", "attosecond", "pengcheng-laboratory", "guangzhou-laboratory"),
    *("quantum-science-center", "cold-seep", "hku", "cityu-futian", "hku-shenzhen-hospital"),
    "macao-peninsula",
]


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    return read_drawing(MAP)


def test_everything_on_the_map_is_read(drawing: Drawing) -> None:
    assert drawing.left_out == ()
    assert drawing.view_box == QRectF(0, 0, 1600, 1200)


def test_the_cities_zones_and_places_are_there_by_id(drawing: Drawing) -> None:
    assert [shape.id for shape in drawing.group("cities")] == CITIES
    assert {shape.kind for shape in drawing.group("cities")} == {"area"}
    assert [shape.id for shape in drawing.group("zones")] == ["zone-hengqin"]
    assert [shape.id for shape in drawing.group("places")] == PLACES
    assert {shape.kind for shape in drawing.group("places")} == {"point"}
    assert {shape.kind for shape in drawing.group("links")} == {"line"}
    assert {"sea", "context"} <= set(drawing.shapes)


def test_every_anchor_of_a_city_is_in_that_city_and_in_no_other(drawing: Drawing) -> None:
    cities = drawing.group("cities")
    for shape in cities:
        owners = [city.id for city in cities if city.path.contains(shape.anchor)]
        assert owners == [shape.id]


def test_the_waterlines_can_be_left_for_later(drawing: Drawing) -> None:
    first = read_drawing(MAP, leave_out_groups=("waterlines",))
    waterlines = [shape.id for shape in drawing.group("waterlines")]
    assert waterlines == [f"waterline-{i}" for i in range(11)]
    assert list(first.shapes) == [name for name in drawing.shapes if name not in waterlines]
    later = read_group(MAP, "waterlines")
    assert [path.boundingRect() for path in later] == [
        drawing.shapes[name].path.boundingRect() for name in waterlines
    ]


def test_the_waterlines_run_on_water(drawing: Drawing) -> None:
    land = [*drawing.group("cities"), drawing.shapes["context"]]
    for line in drawing.group("waterlines"):
        for i in range(0, line.path.elementCount(), 40):
            element = line.path.elementAt(i)
            point = QPointF(element.x, element.y)
            assert not [shape.id for shape in land if shape.path.contains(point)]


def test_the_file_is_small_enough_for_qt(drawing: Drawing) -> None:
    assert MAP.stat().st_size < 700_000
    # QSvgRenderer drops a path with more than 32,767 elements.
    assert max(shape.path.elementCount() for shape in drawing.shapes.values()) < 10_000


def test_qt_draws_the_file_without_a_warning(qapp: object) -> None:
    messages: list[str] = []

    def listen(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        messages.append(message)

    previous = qInstallMessageHandler(listen)
    try:
        renderer = QSvgRenderer(str(MAP))
        image = QImage(400, 300, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
    finally:
        qInstallMessageHandler(previous)
    assert renderer.isValid()
    assert messages == []


def test_a_touch_on_the_map_finds_what_is_there(drawing: Drawing) -> None:
    areas = [*drawing.group("cities"), *drawing.group("zones")]
    index = HitIndex(HitArea(shape.id, shape.path) for shape in areas)
    for shape in drawing.group("cities"):
        assert index.hit(shape.anchor) == shape.id
    assert index.hit(drawing.shapes["zone-hengqin"].anchor) == "zone-hengqin"


def test_places_stand_where_the_projection_puts_them(drawing: Drawing) -> None:
    anchor = drawing.shapes["qianhai"].anchor
    assert project(113.897, 22.525) == pytest.approx((anchor.x(), anchor.y()), abs=0.006)


def test_the_licences_travel_with_the_map() -> None:
    notice = (MAP.parent / "NOTICE").read_text(encoding="utf-8")
    assert "Map data © OpenStreetMap contributors, Apache ECharts" in notice
    assert "Open Database License (ODbL) 1.0" in notice
    assert "Version 2.0" in (MAP.parent / "LICENSE-APACHE-2.0.txt").read_text(encoding="utf-8")
    text = MAP.read_text(encoding="utf-8")
    assert "OpenStreetMap contributors, ODbL 1.0" in text
    assert "The Apache Software Foundation, Apache License 2.0" in text
