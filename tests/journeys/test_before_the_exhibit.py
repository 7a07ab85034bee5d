"""What can be touched before the exhibit has been read stands where it will stand then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.app import App
from kiosk.exhibit.place import Place
from kiosk.settings.settings import Settings
from kiosk.shipped import shipped
from tests.journeys.standing import close_exhibit
from tests.journeys.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator

LAYERS = "What should the map show?"


@pytest.fixture(params=[(1920, 1080), (1080, 1920)])
def visitor(request: pytest.FixtureRequest, qapp: object) -> Iterator[Visitor]:
    """At an exhibit of which only the cover has been read."""
    app = App(Settings(content=shipped("content"), still=True))
    app.stage.resize(*request.param)
    app.stage.show()
    app.stage.finish()
    QApplication.processEvents()
    assert app.exhibit is None
    yield Visitor(app)
    close_exhibit(app)


def dock(visitor: Visitor) -> dict[str, tuple[int, int, int, int]]:
    layers = visitor.app.stage._layers
    assert layers is not None
    widgets = layers.controls.dock.widgets
    return {
        each.accessibleName(): each.geometry().getRect()  # type: ignore[misc]
        for each in widgets
        if each.isVisible()
    }


def test_the_dock_is_whole_from_the_first(visitor: Visitor) -> None:
    first = dock(visitor)
    assert LAYERS in first
    visitor.app.read_now()
    assert dock(visitor) == first


def test_layers_that_were_asked_for_before_are_offered_then(visitor: Visitor) -> None:
    visitor.touch_control(LAYERS)
    assert not visitor.shows("LayerMenu")
    visitor.app.read_now()
    assert visitor.shows("LayerMenu")


def test_a_second_touch_or_another_place_takes_it_back(visitor: Visitor) -> None:
    visitor.touch_control(LAYERS)
    visitor.take_a_moment()
    visitor.touch_control(LAYERS)
    visitor.take_a_moment()
    visitor.touch_control(LAYERS)
    visitor.app.journey.go(Place("qianhai"))
    visitor.app.read_now()
    visitor.app.journey.go(Place())
    visitor.app.stage.finish()
    assert not visitor.shows("LayerMenu")
