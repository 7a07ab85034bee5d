"""The order of names on the home map: cities inside their borders, facilities and seas quieter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.look.look import read_look
from kiosk.screen.control.button import Button
from kiosk.screen.teardown import tear_down
from kiosk.shipped import shipped
from tests.journeys.standing import begin_again

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import App
    from kiosk.screen.map.map_letters import Name

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
SHAPES = ((1920, 1080), (3840, 2160))
"""Upright, the map is so small that some cities are smaller than their names."""


@pytest.fixture(scope="module")
def app(app: App) -> Iterator[App]:
    """The exhibit of all files, in windows of other sizes."""
    yield app
    app.stage.resize(1920, 1080)
    begin_again(app)


def names_at_home(app: App, size: tuple[int, int], language: str) -> list[Name]:
    begin_again(app, language)
    app.stage.resize(*size)
    QApplication.processEvents()
    return list(app.stage.map_view.lettering.names)


def on_borders(app: App, names: list[Name]) -> list[str]:
    """The names on land whose letters a border or a coast runs through."""
    view = app.stage.map_view
    lands, to_map = view._world.rough, view.camera.transform().inverted()[0]
    found = []
    for name in names:
        fifth = name.rect.height() * 0.2
        letters = to_map.mapRect(name.rect.adjusted(0.1, fifth + 0.1, -0.1, -fifth - 0.1))
        touched = [each for each, land in lands.items() if land.intersects(letters)]
        if touched and not any(lands[each].contains(letters) for each in touched):
            found.append(name.subject)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SHAPES, ids=str)
def test_no_border_runs_through_a_city_or_a_facility(
    app: App, size: tuple[int, int], language: str
) -> None:
    names = names_at_home(app, size, language)
    cities = {each.id for each in app.stage.map_view._world.names}
    facilities = {
        each.landmark.id
        for each in app.stage.map_view._world.places
        if each.landmark.kind == "facility"
    }
    quiet = [name for name in names if name.subject in cities | facilities]
    assert len(quiet) >= 10
    assert on_borders(app, quiet) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_seas_and_facilities_are_written_smaller_than_cities(app: App, language: str) -> None:
    names = names_at_home(app, SHAPES[0], language)
    world = app.stage.map_view._world
    city = min(name.rect.height() for name in names if name.subject in {n.id for n in world.names})
    seas = {sea.id for sea in world.seas}
    kinds = {place.landmark.id: place.landmark.kind for place in world.places}
    quiet = [
        name for name in names if name.subject in seas or kinds.get(name.subject) == "facility"
    ]
    assert quiet
    assert all(name.rect.height() < city for name in quiet)
    assert {name.subject for name in quiet} >= seas


@pytest.mark.parametrize(("theme", "pixels"), [("dark", 1), ("hc", 2)])
def test_the_edge_of_a_button_is_twice_as_wide_in_high_contrast(
    qapp: object, theme: str, pixels: int
) -> None:
    parent = QWidget()
    button, look = Button(parent, key="list"), read_look(shipped("assets"), theme)
    button.show_words(look, "List", language="en", name="List")
    image = button.grab().toImage()
    column = image.width() // 2
    middle = image.pixelColor(column, round(button._drawn().bottom()) - 8).lightness()
    edge = [
        y
        for y in range(round(button._drawn().bottom()) - 6, image.height())
        if image.pixelColor(column, y).lightness() > middle + 60
    ]
    assert len(edge) >= pixels
    tear_down(parent)
