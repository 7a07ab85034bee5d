"""A small map on paper lights its own places, and the whole bay only where it has none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.geography.drawing import read_drawing
from kiosk.languages.words import read_words
from kiosk.presenting.handout.edition import Edition
from kiosk.presenting.handout.map_block import map_block, map_camera
from kiosk.presenting.handout.paper import paper_look
from kiosk.screen.locale import Locale
from kiosk.screen.map.map_world import build_world
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

pytestmark = pytest.mark.usefixtures("qapp")

AREA = QRectF(0, 0, 600, 420)


@pytest.fixture(scope="module")
def edition(qapp: object) -> Edition:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    landmarks = [zone.landmark for zone in exhibit.zones if zone.landmark is not None]
    locale = Locale("en", read_words(shipped("assets") / "words"), exhibit)
    look = replace(paper_look(shipped("assets"), exhibit.names), u=1.0)
    world = build_world(read_drawing(exhibit.map_file), landmarks)
    return Edition(locale, look, world)


def land_beside(edition: Edition, zone: str) -> QColor:
    """The ground of a place's map near the place, clear of its sign and of its name above it."""
    paper = QImage(600, 420, QImage.Format.Format_RGB32)
    paper.fill(edition.look.theme.ground)
    painter = QPainter(paper)
    map_block(edition, [zone], AREA.width(), AREA.height()).draw(painter, 0, 0)
    painter.end()
    place = edition.world.place(zone)
    assert place is not None
    at = map_camera(edition, [place], AREA).to_screen(place.point.x(), place.point.y())
    return paper.pixelColor(round(at[0]), round(at[1]) + 30)


def test_a_point_that_lies_in_no_city_lights_none(edition: Edition) -> None:
    place = edition.world.place("csns")
    assert place is not None
    assert place.lit
    lone = replace(place, lit=frozenset())
    places = tuple(lone if each is place else each for each in edition.world.places)
    alone = replace(edition, world=replace(edition.world, places=places))

    assert land_beside(edition, "csns") != land_beside(alone, "csns")
