"""The order of names on the home map: cities inside their borders, facilities and seas quieter."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.look.look import read_look
from kiosk.screen.control.button import Button
from kiosk.screen.home.title_block import TitleBlock
from kiosk.screen.teardown import tear_down
from kiosk.shipped import shipped
from tests.diagonal import diagonal
from tests.journeys.standing import begin_again

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainterPath

    from kiosk.app import App
    from kiosk.screen.map.map_letters import Name

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
SHAPES = ((1920, 1080), (3840, 2160), (1080, 1920), (1280, 1024), (1920, 1200))
_MAY_BE_CUT = 4
"""Upright and in broad windows some lands are smaller than their names."""


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


def on_lines(app: App, names: list[Name]) -> list[Name]:
    """The names through whose letters a border, a coast or a bridge runs."""
    view = app.stage.map_view
    to_map = view.camera.transform().inverted()[0]
    lines = [*view._world.shapes.cities.values(), *view._world.shapes.links]
    return [
        name
        for name in names
        for letters in name.letters
        if any(
            _is_cut(to_map.mapRect(letters.translated(name.rect.topLeft())), each) for each in lines
        )
    ]


def _is_cut(rect: QRectF, line: QPainterPath) -> bool:
    """Whether a line runs through a rectangle: looked at without what the map itself uses."""
    if not line.controlPointRect().intersects(rect):
        return False
    sides = (rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft())
    edges = [QLineF(*pair) for pair in pairwise((*sides, sides[0]))]
    for polygon in line.toSubpathPolygons():
        points = polygon.toList()
        if any(map(rect.contains, points)):
            return True
        for pair in pairwise(points):
            if QRectF(*pair).normalized().adjusted(-1, -1, 1, 1).intersects(rect):
                stretch = QLineF(*pair)
                bounded = QLineF.IntersectionType.BoundedIntersection
                if any(stretch.intersects(edge)[0] == bounded for edge in edges):
                    return True
    return False


@pytest.mark.parametrize(("size", "language"), diagonal(SHAPES, LANGUAGES))
def test_no_line_runs_through_a_name_without_a_halo_that_hides_it(
    app: App, size: tuple[int, int], language: str
) -> None:
    names = names_at_home(app, size, language)
    assert len(names) >= 12
    cut = on_lines(app, names)
    assert [name.subject for name in cut if not name.has_halo] == []
    is_wide = size[0] > 1.5 * size[1]
    assert len(cut) <= (1 if is_wide else _MAY_BE_CUT), "only Nansha lies between borders"


@pytest.mark.parametrize(("size", "language"), diagonal(SHAPES, LANGUAGES, turned=2))
def test_the_title_beside_the_map_ends_before_the_land(
    app: App, size: tuple[int, int], language: str
) -> None:
    names_at_home(app, size, language)
    title, view = app.stage.findChild(TitleBlock), app.stage.map_view
    assert title is not None
    if size[0] > 1.5 * size[1]:
        to_map = view.camera.transform().inverted()[0]
        covered = to_map.mapRect(title.geometry().toRectF())
        cities = view._world.shapes.cities.values()
        assert not any(_is_cut(covered, city) for city in cities)


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
    middle = image.pixelColor(column, round(button.shape.bottom()) - 8).lightness()
    edge = [
        y
        for y in range(round(button.shape.bottom()) - 6, image.height())
        if image.pixelColor(column, y).lightness() > middle + 60
    ]
    assert len(edge) >= pixels
    tear_down(parent)
