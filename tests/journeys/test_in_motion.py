"""Visits while things move: nothing is timed, everything that must come is waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractAnimation, QPoint, QVariantAnimation
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.place import HOME, Place
from kiosk.screen.map.map_rasters import MapRasters
from kiosk.shipped import shipped
from tests.clock import Clock
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.journeys.visitor import Visitor, wait_for, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import App


@pytest.fixture(scope="module")
def moving(qapp: object) -> Iterator[App]:
    app = open_exhibit(shipped("content"), size=(1280, 720), still=False)
    yield app
    close_exhibit(app)


@pytest.fixture
def visitor(moving: App) -> Visitor:
    begin_again(moving)
    visitor = Visitor(moving)
    wait_until(lambda: not _moving(visitor))
    return visitor


def test_a_touch_glides_to_the_place_and_brings_its_panel(visitor: Visitor) -> None:
    view = visitor.app.stage.map_view
    start = visitor.point_of("qianhai")
    visitor.touch_place("qianhai")
    assert visitor.place == Place("qianhai")
    assert not visitor.shows("PanelSheet"), "a picture of the panel slides in first"

    wait_for(view.settled)
    wait_until(lambda: visitor.shows("PanelSheet"))
    assert visitor.point_of("qianhai") != start
    free = visitor.app.stage.width() - visitor.sees("PanelSheet").width()
    assert abs(visitor.point_of("qianhai").x() - free / 2) <= 120


def test_a_touch_during_a_glide_redirects_it(visitor: Visitor) -> None:
    view = visitor.app.stage.map_view
    visitor.touch_place("qianhai")
    start = visitor.point_of("nansha")
    wait_until(lambda: visitor.point_of("nansha") != start)

    visitor.touch_place("nansha")
    assert visitor.place == Place("nansha")

    wait_for(view.settled)
    wait_until(lambda: visitor.shows("PanelSheet"))
    wait_until(lambda: not _moving(visitor))
    assert visitor.sees("FactsView").accessibleName() == "Nansha"
    assert view.chosen_point() is not None
    assert view.chosen_point() == view.target_point("nansha")


def test_going_home_during_the_glide_leaves_nothing_behind(visitor: Visitor) -> None:
    visitor.touch_place("qianhai")
    visitor.touch_control("Back to the map")
    assert visitor.place == HOME

    wait_until(lambda: not _moving(visitor))
    assert not visitor.shows("PanelSheet")
    assert not visitor.shows("Thread")
    assert not visitor.shows("Slide")
    assert visitor.shows("TitleBlock")


def test_a_change_of_tab_while_the_panel_slides_in_is_not_lost(visitor: Visitor) -> None:
    visitor.touch_place("qianhai")
    visitor.app.journey.go(Place("qianhai", "six-in-ten"))

    wait_until(lambda: visitor.shows("PanelSheet"))
    wait_until(lambda: not _moving(visitor))
    assert visitor.shows("WaffleChart")


def test_a_change_of_language_in_mid_move_ends_in_that_language(visitor: Visitor) -> None:
    visitor.touch_place("qianhai")
    visitor.touch_control("Português")

    wait_until(lambda: visitor.shows("PanelSheet"))
    wait_until(lambda: not _moving(visitor))
    assert visitor.place == Place("qianhai")
    assert "691 de Hong Kong" in visitor.sees("FactsView").accessibleDescription()


@pytest.mark.parametrize("change", ["tab", "page", "language"])
def test_a_change_of_what_the_panel_says_lets_the_map_glide_on(
    visitor: Visitor, change: str
) -> None:
    app, view = visitor.app, visitor.app.stage.map_view
    place = Place.parse("hengqin/across-the-water" if change == "page" else "qianhai")
    start = visitor.point_of("nansha")
    app.journey.go(place)
    wait_until(lambda: visitor.point_of("nansha") != start)
    before = visitor.point_of("nansha")

    if change == "language":
        app.journey.speak("pt")
    else:
        app.journey.go(place.at_page(2) if change == "page" else Place("qianhai", "six-in-ten"))

    assert visitor.point_of("nansha") == before
    wait_for(view.settled)
    assert view.chosen_point() == view.target_point(place.zone)


def test_the_picture_becomes_sharp_when_the_map_rests(visitor: Visitor) -> None:
    view = visitor.app.stage.map_view
    visitor.touch_place("hengqin")
    assert not view.at_rest

    wait_until(lambda: view.at_rest)


def test_a_drag_during_a_glide_touches_nothing(visitor: Visitor) -> None:
    visitor.touch_place("qianhai")
    moved = QSignalSpy(visitor.app.journey.moved)
    visitor.put_down(QPoint(300, 300))
    visitor.move(QPoint(340, 300))
    visitor.lift(QPoint(340, 300))

    assert moved.count() == 0
    assert visitor.place == Place("qianhai")


def test_a_touch_stops_a_map_that_was_thrown_and_touches_nothing(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, clock = visitor.app.stage.map_view, Clock()
    # On a busy machine the finger would seem to rest between two moves, and throw nothing.
    monkeypatch.setattr(view._explorer._touch, "_clock", clock)
    start = QPoint(800, 300)
    visitor.put_down(start)
    for step in range(1, 6):
        clock.now += 0.016
        visitor.move(start + QPoint(-40 * step, 0))
    visitor.lift(start + QPoint(-200, 0))
    wait_until(lambda: view.is_gliding)
    visitor.put_down(visitor.point_of("nansha"))
    caught = view.camera
    assert not view.is_gliding
    visitor.lift(visitor.point_of("nansha"))
    wait_until(lambda: not _moving(visitor))

    assert view.camera == caught
    assert visitor.place == HOME


def test_everything_comes_to_rest_in_the_end(visitor: Visitor) -> None:
    for place in ("qianhai", "hengqin/across-the-water/2", "csns/users", ""):
        visitor.app.journey.go(Place.parse(place))
    wait_until(lambda: not _moving(visitor))

    assert visitor.place == HOME
    assert not visitor.shows("PanelSheet")


def test_what_a_glide_needs_is_drawn_while_the_finger_rests(visitor: Visitor) -> None:
    stage = visitor.app.stage
    drawn: list[object] = []
    rasters = stage.findChild(MapRasters)
    assert rasters is not None
    rasters.ready.connect(drawn.append)

    visitor.put_down(visitor.point_of("zhuhai"))
    wait_until(lambda: len(drawn) >= 2)
    visitor.lift(visitor.point_of("zhuhai"))
    wait_until(lambda: stage.map_view.at_rest)

    assert visitor.place == Place("zhuhai")
    assert len(drawn) == 2, "nothing more was drawn beside the glide"


def test_the_title_stays_away_from_a_map_that_is_moved_while_it_glides_home(
    visitor: Visitor,
) -> None:
    stage = visitor.app.stage
    visitor.touch_place("qianhai")
    wait_until(lambda: not _moving(visitor))
    layers = stage._layers
    assert layers is not None
    layers.home.stand_aside(True)
    visitor.touch_control("Back to the map")
    wait_until(lambda: not _moving(visitor) and visitor.shows("Legend"))

    assert not visitor.shows("TitleBlock")
    layers.home.stand_aside(False)
    layers.home.fade_in()
    wait_until(lambda: visitor.shows("TitleBlock"))


def test_the_choice_of_layers_lies_over_the_title_that_goes(visitor: Visitor) -> None:
    stage = visitor.app.stage
    layers = stage._layers
    assert layers is not None
    visitor.touch_control("What should the map show?")
    menu = visitor.sees("LayerMenu")
    order = [each for each in stage.children() if isinstance(each, QWidget)]
    fading = [each for each in layers.home.overlays if each.isVisible()]
    assert fading
    assert all(order.index(each) < order.index(menu) for each in fading)
    wait_until(lambda: not _moving(visitor))


def _moving(visitor: Visitor) -> bool:
    running = QAbstractAnimation.State.Running
    stage = visitor.app.stage
    return any(each.state() == running for each in stage.findChildren(QVariantAnimation))
