"""The card at the finger: nothing of it lies on something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.languages.words import read_words
from kiosk.screen.layer.layer_content import LayerContent
from kiosk.screen.layer.reading_card import ReadingCard
from kiosk.screen.layer.reading_room import ReadingRoom
from kiosk.screen.locale import Locale
from kiosk.screen.map.map_shades import pin_colors
from kiosk.shipped import shipped
from kiosk.workshop.check.drawn_text import drawn_texts

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.look.look import Look


@pytest.fixture(scope="module")
def exhibit() -> Exhibit:
    found = read_exhibit(shipped("content")).exhibit
    assert found is not None
    return found


def content(exhibit: Exhibit, layer: str, year: str, language: str) -> LayerContent:
    found = exhibit.layer(layer)
    assert found is not None
    locale = Locale(language, read_words(shipped("assets") / "words"), exhibit)
    return LayerContent.of(found, locale, year)


def dot_pixels(said: LayerContent, zone: str, look: Look) -> int:
    """How many pixels of the dot of the pinned place are seen on its card."""
    parent = QWidget()
    card = ReadingCard(parent)
    card.show_reading(said, (zone,), look)
    image = card.grab().toImage()
    color = pin_colors((zone,), look.theme)[0][1].rgb()
    return sum(
        image.pixel(QPoint(x, y)) == color
        for x in range(image.width())
        for y in range(image.height())
    )


@pytest.mark.parametrize(
    ("layer", "year", "language", "zone"),
    [
        ("patents", "2016", "en", "jiangmen"),
        ("output-in-yuan", "2023", "pt", "macao"),
        ("research-share", "2017", "zh-Hant", "hong-kong"),
    ],
)
def test_the_dot_of_a_place_stands_beside_its_name(
    exhibit: Exhibit, still_look: Look, layer: str, year: str, language: str, zone: str
) -> None:
    whole = dot_pixels(content(exhibit, "population", "2020", "en"), "jiangmen", still_look)
    assert whole > 100
    seen = dot_pixels(content(exhibit, layer, year, language), zone, still_look)
    # Its rim may lie otherwise on the pixels.
    assert abs(seen - whole) < whole * 0.05


def test_a_compared_place_without_a_value_is_given_as_the_reason(
    exhibit: Exhibit, still_look: Look
) -> None:
    said = content(exhibit, "patents", "2018", "en")
    parent = QWidget()
    card = ReadingCard(parent)
    card.show_reading(said, ("jiangmen", "shenzhen"), still_look)
    words = [text.words for text in drawn_texts(card)]
    assert "Jiangmen: no data for 2018." in words


def test_the_card_leaves_the_name_and_the_figure_of_the_other_place_to_be_read(
    exhibit: Exhibit, still_look: Look
) -> None:
    parent = QWidget()
    card = ReadingCard(parent)
    card.show_reading(
        content(exhibit, "patents", "2018", "en"), ("shenzhen", "guangzhou"), still_look
    )
    area = QRectF(0, 0, 1300, 800)
    touched, other = QPointF(650, 300), QPointF(720, 480)
    for turned in (1, -1):
        there = touched + (other - touched) * turned
        name = QRectF(there - QPointF(60, 50), QSizeF(120, 60))
        pinned = (("guangzhou", touched), ("shenzhen", there))
        room = ReadingRoom(area, touched, [("shenzhen", name)], (), pinned)
        card.stand_in(room, is_moving=False)
        assert not card.geometry().toRectF().intersects(name)
        assert not card.geometry().contains(touched.toPoint())
        assert not card.geometry().contains(there.toPoint())


def test_the_card_goes_where_it_hides_least(exhibit: Exhibit, still_look: Look) -> None:
    parent = QWidget()
    card = ReadingCard(parent)
    card.show_reading(content(exhibit, "population", "2020", "en"), ("guangzhou",), still_look)
    area, finger = QRectF(0, 0, 1300, 800), QPointF(300, 300)
    names = [
        (f"{column}-{row}", QRectF(70 * column, 60 * row, 60, 40))
        for column in range(13)
        for row in range(14)
    ]
    buttons = [QRectF(1200, 0, 100, 500)]
    card.stand_in(ReadingRoom(area, finger, names, buttons), is_moving=False)
    stands = card.geometry().toRectF()
    assert area.contains(stands)
    assert not [zone for zone, name in names if name.intersects(stands)]
    assert not stands.intersects(buttons[0])

    everywhere = [*names, ("sea", QRectF(900, 0, 400, 800))]
    card.stand_in(ReadingRoom(area, finger, everywhere), is_moving=False)
    stands = card.geometry().toRectF()
    assert [zone for zone, name in everywhere if name.intersects(stands)] == ["sea"]

    near = card.pos() - finger.toPoint()
    moved = ReadingRoom(area, finger + QPointF(-40, 30), names)
    card.stand_in(moved, is_moving=True)
    assert card.pos() - moved.point.toPoint() == near, "it goes with the map"
