"""A story's picture opens large, is looked at closely with fingers and keys, and closes again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from kiosk.exhibit.place import HOME, Place
from tests.journeys.fingers import Fingers
from tests.journeys.test_exploring import drag, pinch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.screen.picture.picture_view import PictureView
    from tests.journeys.visitor import Visitor

PAGE = Place("csns", "super-steel", 2)
MIDDLE = (960, 400)


@pytest.fixture
def reader(visitor: Visitor) -> Iterator[Visitor]:
    """A visitor who reads a page with a picture."""
    visitor.app.journey.go(PAGE)
    visitor.app.stage.finish()
    visitor.take_a_moment()
    yield visitor
    visitor.app.set_theme("dark")
    visitor.app.journey.go(HOME)
    visitor.app.stage.finish()


def view(visitor: Visitor) -> PictureView:
    layers = visitor.app.stage._layers
    assert layers is not None
    return layers.panel.large._frame.view


def open_it(visitor: Visitor) -> PictureView:
    visitor.touch(QPoint(500, 400))
    visitor.app.stage.finish()
    visitor.take_a_moment()
    return view(visitor)


def test_a_touch_on_the_picture_opens_it_large_and_its_button_closes_it(reader: Visitor) -> None:
    assert not reader.shows("PictureFrame")
    picture = open_it(reader)
    frame = reader.sees("PictureFrame")
    assert frame.size() == reader.app.stage.size()
    assert frame.accessibleName().startswith("A machine holds")
    assert frame.accessibleDescription() == "A steel that is both"
    assert picture.is_sharp
    assert reader.place == PAGE

    reader.touch_control("Close the picture")
    assert not reader.shows("PictureFrame")
    assert reader.place == PAGE
    assert "Make the picture large" in reader.names()


def test_it_fills_the_stage_and_is_never_shown_smaller_than_it_fits(reader: Visitor) -> None:
    picture = open_it(reader)
    whole = picture._picture.whole
    assert whole is not None
    first = picture.camera.scale
    assert first * whole.shape.width() >= picture.width() - 1
    assert first * whole.shape.height() >= picture.height() - 1
    for _ in range(6):
        pinch(reader, MIDDLE, 400, 60)
    assert picture.camera.scale * whole.shape.height() == pytest.approx(picture.height(), rel=0.01)
    middle = picture.camera.to_screen(whole.shape.width() / 2, whole.shape.height() / 2)
    assert middle == pytest.approx((picture.width() / 2, picture.height() / 2), abs=1)


def test_two_fingers_make_it_larger_about_their_middle_and_it_is_sharp(reader: Visitor) -> None:
    picture = open_it(reader)
    before = picture.camera
    point = before.to_map(*MIDDLE)
    pinch(reader, MIDDLE, 80, 200)
    assert picture.camera.scale > before.scale * 1.8
    assert picture.camera.to_screen(*point) == pytest.approx(MIDDLE, abs=4)
    picture.finish()
    assert picture.is_sharp

    drag(reader, QPoint(1200, 500), QPoint(-200, -100))
    moved = picture.camera
    assert moved.to_screen(*point)[0] < MIDDLE[0] - 100
    reader.touch_control("Back to the first view")
    assert picture.camera.scale == before.scale


def test_two_taps_and_the_buttons_make_it_larger(reader: Visitor) -> None:
    picture = open_it(reader)
    before = picture.camera.scale
    reader.touch(QPoint(*MIDDLE))
    reader.touch(QPoint(*MIDDLE))
    assert picture.camera.scale == pytest.approx(before * 2)

    for _ in range(10):
        reader.take_a_moment()
        reader.touch_control("Zoom in")
    assert not reader.control("Zoom in").isEnabled()
    largest = picture.camera.scale
    pinch(reader, MIDDLE, 60, 300)
    assert picture.camera.scale == pytest.approx(largest)


def test_no_drag_gets_beyond_its_edges(reader: Visitor) -> None:
    picture = open_it(reader)
    whole = picture._picture.whole
    assert whole is not None
    for _ in range(4):
        drag(reader, QPoint(300, 200), QPoint(1400, 600))
    assert picture.camera.to_screen(0, 0) == pytest.approx((0, 0), abs=1)
    for _ in range(4):
        drag(reader, QPoint(1700, 800), QPoint(-1400, -600))
    corner = picture.camera.to_screen(whole.shape.width(), whole.shape.height())
    assert corner == pytest.approx((picture.width(), picture.height()), abs=1)


def test_another_language_keeps_it_open_where_it_is(reader: Visitor) -> None:
    picture = open_it(reader)
    pinch(reader, MIDDLE, 80, 200)
    there = picture.camera
    reader.touch_control("Português")

    assert picture.camera == there
    frame = reader.sees("PictureFrame")
    assert frame.accessibleDescription() == "Um aço com as duas qualidades"
    assert "Fechar a imagem" in reader.names()


@pytest.mark.parametrize("theme", ["light", "hc"])
def test_another_theme_prints_it_anew_where_it_is(reader: Visitor, theme: str) -> None:
    picture = open_it(reader)
    pinch(reader, MIDDLE, 80, 200)
    there = picture.camera
    before = reader.app.stage.grab().toImage()
    reader.app.set_theme(theme)
    reader.app.stage.finish()

    assert picture.camera == there
    assert picture.is_sharp
    after = reader.app.stage.grab().toImage()
    assert after.pixelColor(40, 40) != before.pixelColor(40, 40)


def test_keys_open_it_go_through_it_and_close_it(reader: Visitor) -> None:
    reader.tab_to("Make the picture large")
    reader.press(Qt.Key.Key_Return)
    picture = view(reader)
    picture.finish()
    assert reader.shows("PictureFrame")
    first = picture.camera
    reader.press(Qt.Key.Key_Plus)
    reader.press(Qt.Key.Key_Right)
    assert picture.camera.scale > first.scale
    assert picture.camera.to_map(0, 0)[0] > first.to_map(0, 0)[0]
    assert set(reader.tab_round()) >= {"Zoom in", "Zoom out", "Close the picture", "Português"}
    assert "Next page" not in reader.tab_round()

    reader.press(Qt.Key.Key_Escape)
    assert not reader.shows("PictureFrame")
    assert reader.place == PAGE, "a first Escape closes the picture and does no more"


def test_a_second_tap_too_soon_does_nothing(reader: Visitor) -> None:
    reader.touch(QPoint(500, 400))
    before = view(reader).camera
    reader.touch(QPoint(500, 400))
    assert reader.shows("PictureFrame")
    assert view(reader).camera == before


def test_the_map_and_the_end_of_the_visit_close_it(reader: Visitor) -> None:
    open_it(reader)
    reader.touch_control("Back to the map")
    assert reader.place == HOME
    assert not reader.shows("PictureFrame")

    reader.app.journey.go(PAGE)
    reader.app.stage.finish()
    reader.take_a_moment()
    open_it(reader)
    reader.app._reset()
    assert not reader.shows("PictureFrame")
    assert view(reader)._picture.whole is None, "nothing of it is kept"


def test_fingers_that_hold_it_go_on_when_the_language_changes(reader: Visitor) -> None:
    picture = open_it(reader)
    fingers = Fingers(reader)
    at = QPoint(700, 400)
    fingers.press(0, at)
    fingers.move(0, at + QPoint(-60, 0))
    held = picture.camera
    reader.app.journey.speak("zh-Hans")
    fingers.move(0, at + QPoint(-60, 80))
    assert picture.camera.to_screen(0, 0)[1] > held.to_screen(0, 0)[1]
    fingers.release(0, at + QPoint(-60, 80))
