"""Hetao is too small for the map: an inset beside it shows both parks, and opens its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt

from kiosk.exhibit.place import HOME, Place

if TYPE_CHECKING:
    from kiosk.screen.inset_card import InsetCard
    from tests.journeys.visitor import Visitor


def card(visitor: Visitor) -> InsetCard:
    layers = visitor.app.stage._layers
    assert layers is not None
    return layers.inset.card


def opened(visitor: Visitor, place: str) -> InsetCard:
    visitor.app.journey.go(Place.parse(place))
    visitor.app.stage.finish()
    visitor.take_a_moment()
    return card(visitor)


@pytest.mark.parametrize("place", ["hetao", "cityu-futian", "quantum-science-center"])
def test_it_is_there_with_hetao_and_its_places(visitor: Visitor, place: str) -> None:
    inset = opened(visitor, place)
    assert inset.isVisible()
    assert inset.accessibleName().startswith("The Shenzhen River")
    assert inset.accessibleDescription() == "Not to scale"
    assert inset.width() >= 520
    assert inset.height() >= 360


@pytest.mark.parametrize("place", ["", "shenzhen", "list", "hetao/two-banks"])
def test_it_is_nowhere_else_and_covers_no_picture(visitor: Visitor, place: str) -> None:
    assert not opened(visitor, place).isVisible()


def test_a_touch_on_a_name_opens_the_place(visitor: Visitor) -> None:
    inset = opened(visitor, "hetao")
    places = {each.zone: each for each in inset._places if each.isVisible()}
    assert places.keys() == {"cityu-futian", "quantum-science-center"}
    visitor.touch(visitor.middle_of(places["quantum-science-center"]))
    assert visitor.place == Place("quantum-science-center")

    visitor.touch(inset.geometry().center())
    assert visitor.place == Place("quantum-science-center"), "the drawing itself opens nothing"


def test_it_comes_where_hetao_is_explored_from_near_by_and_goes_with_that(visitor: Visitor) -> None:
    assert not opened(visitor, "").isVisible()
    view = visitor.app.stage.map_view
    point = view.target_point("hetao")
    assert point is not None
    view.zoom(point, 9)
    visitor.app.stage.finish()
    inset = card(visitor)
    assert inset.isVisible(), "the places of Hetao can't be told apart on the map"
    covered = QRectF(inset.geometry())
    assert not any(chip.rect.intersects(covered) for chip in view.lettering.chips)
    places = {each.zone: each for each in inset._places if each.isVisible()}
    assert places.keys() == {"cityu-futian", "quantum-science-center"}
    view.return_to_goal()
    visitor.app.stage.finish()
    assert not inset.isVisible()


def test_the_keyboard_reaches_its_places(visitor: Visitor) -> None:
    inset = opened(visitor, "hetao")
    name = next(each.accessibleName() for each in inset._places if each.zone == "cityu-futian")
    for _ in range(60):
        visitor.press(Qt.Key.Key_Tab)
        if visitor.focused in inset._places:
            break
    focused = visitor.focused
    assert focused is not None
    assert focused.accessibleName() == name
    visitor.press(Qt.Key.Key_Return)
    assert visitor.place == Place("cityu-futian")


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
def test_no_name_lies_on_another_and_all_are_in_the_card(visitor: Visitor, language: str) -> None:
    visitor.app.journey.speak(language)
    inset = opened(visitor, "hetao")
    drawing = QRectF(0, 0, inset.width(), inset._image_size.height())
    plates = [label.plate for label in inset._labels]
    assert len(plates) == 5
    assert all(drawing.contains(plate) for plate in plates)
    for number, plate in enumerate(plates):
        assert not any(plate.intersects(other) for other in plates[number + 1 :])
    targets = [each.geometry() for each in inset._places if each.isVisible()]
    assert not targets[0].intersects(targets[1])


def test_names_of_the_map_and_the_open_place_keep_clear_of_it(visitor: Visitor) -> None:
    inset = opened(visitor, "hetao")
    covered = QRectF(inset.geometry())
    view = visitor.app.stage.map_view
    point = view.chosen_point()
    assert point is not None
    assert not covered.contains(point)
    assert not any(chip.rect.intersects(covered) for chip in view.lettering.chips)


@pytest.mark.parametrize(("size", "shown"), [((1080, 1920), True), ((1280, 1024), False)])
def test_it_is_there_where_there_is_room(
    visitor: Visitor, size: tuple[int, int], shown: bool
) -> None:
    visitor.app.stage.resize(*size)
    try:
        inset = opened(visitor, "hetao")
        assert inset.isVisible() == shown
        point = visitor.app.stage.map_view.chosen_point()
        assert point is not None
        assert not shown or not QRectF(inset.geometry()).contains(point)
    finally:
        visitor.app.stage.resize(1920, 1080)
        visitor.app.journey.go(HOME)
        visitor.app.stage.finish()


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
def test_no_name_lies_on_the_border_of_a_park(visitor: Visitor, language: str) -> None:
    visitor.app.journey.speak(language)
    inset = opened(visitor, "hetao")
    drawing = inset._pictures.get(inset._path, inset._image_size, inset.devicePixelRatioF())
    assert drawing is not None
    assert inset._look is not None
    border = inset._look.theme.accent
    rows, columns = range(drawing.height()), range(drawing.width())
    assert sum(drawing.pixelColor(x, y) == border for x in columns for y in rows) > 500
    assert len(inset._labels) == 5
    for label in inset._labels:
        plate = label.plate.toRect()
        words = plate.center().x() - round(label.words.ink / 2), round(label.words.ink)
        left, width = (plate.left(), plate.width()) if label.zone else words
        lying_on = sum(
            drawing.pixelColor(x, y) == border
            for x in range(left, left + width)
            for y in range(plate.top() + 4, plate.bottom() - 4)
        )
        assert not lying_on, f"{label.words.text}: {lying_on} pixels of the border"
