"""Lakes and rivers of a map of one's own are seen over a data layer on paper too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter, QPainterPath

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.geography.drawing import read_drawing
from kiosk.languages.words import read_words
from kiosk.presenting.handout.edition import Edition
from kiosk.presenting.handout.layer_block import LayerOnPaper
from kiosk.presenting.handout.paper import paper_look
from kiosk.screen.layer.layer_content import LayerContent
from kiosk.screen.locale import Locale
from kiosk.screen.map.map_world import build_world
from kiosk.shipped import shipped

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_lake_is_no_land_of_its_class() -> None:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    layer = exhibit.layer("population")
    assert layer is not None
    locale = Locale("en", read_words(shipped("assets") / "words"), exhibit)
    landmarks = [zone.landmark for zone in exhibit.zones if zone.landmark is not None]
    world = build_world(read_drawing(exhibit.map_file), landmarks)
    dry = Edition(locale, paper_look(shipped("assets"), exhibit.names), world)
    place = world.place("jiangmen")
    assert place is not None
    lake = QPainterPath()
    lake.addEllipse(place.point + QPointF(0, 30), 20, 12)
    wet = replace(dry, world=replace(world, shapes=replace(world.shapes, waters=(lake,))))
    content = LayerContent.of(layer, locale)

    def pictures(edition: Edition) -> QImage:
        on_paper = LayerOnPaper(edition, content, ())
        side = round(on_paper._width)
        image = QImage(side, side, QImage.Format.Format_RGB32)
        image.fill(edition.look.theme.panel)
        painter = QPainter(image)
        on_paper._paint_map(painter, 0, 0)
        painter.end()
        return image

    before, after = pictures(dry), pictures(wet)
    changed = [
        (x, y)
        for x in range(0, before.width(), 4)
        for y in range(0, before.height(), 4)
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    assert changed
    sea = dry.look.theme.sea0.name()
    assert any(after.pixelColor(x, y).name() == sea for x, y in changed)
