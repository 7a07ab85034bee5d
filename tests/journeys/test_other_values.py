"""Title, shades and numbers of a data layer change together, whatever year or layer is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest

from kiosk.exhibit.place import Place
from kiosk.shipped import shipped
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import App

YEARS = ("2023", "2018", "2016", "2022")


@pytest.fixture(scope="module", params=["moving", "still"])
def exhibit(request: pytest.FixtureRequest, qapp: object) -> Iterator[App]:
    app = open_exhibit(shipped("content"), still=request.param == "still")
    yield app
    close_exhibit(app)


@pytest.fixture
def app(exhibit: App) -> App:
    begin_again(exhibit)
    exhibit.journey.go(Place(layer="patents"), ("guangzhou",))
    exhibit.stage.finish()
    wait_until(lambda: exhibit.stage.map_view.at_rest)
    return exhibit


def values_seen(app: App) -> set[int]:
    """The values that are told, shaded and written at the moment, each as one number."""
    layers, view = app.stage._layers, app.stage.map_view
    assert layers is not None
    content = layers.data._content
    assert content is not None
    course, names = view._course, view._annotations.names
    shades = course.scenery._shades._images.seen(course.now)
    told = content.shading((), None)
    assert layers.data._panel._content is content
    seen = {hash(told)} | {hash(each.key.shading.unpinned) for each, _ in shades}
    for lettering, _ in names.seen(course.camera, course.now):
        seen.add(int(lettering.language.split()[1]))
    return seen


def watch(app: App, place: Place, *, turns: int | None = None) -> None:
    """Go there, and see at every turn of the event loop that all is of one kind."""
    app.journey.go(place, app.journey.highlight)
    while turns is None or turns > 0:
        assert len(values_seen(app)) == 1
        if turns is None and app.stage._ahead.held is None:
            break
        turns = None if turns is None else turns - 1
        QTest.qWait(1)
    for _ in range(10):
        QTest.qWait(1)
        assert len(values_seen(app)) == 1


@pytest.mark.parametrize("is_explored", [False, True])
def test_no_number_of_another_year_stands_beside_a_year(app: App, *, is_explored: bool) -> None:
    view = app.stage.map_view
    if is_explored:
        view.zoom(QPointF(600, 400), 0.4)
        wait_until(lambda: view.at_rest and not view._annotations.names.is_being_set)
        assert view.is_explored
    seen = []
    for year in YEARS:
        watch(app, Place(layer="patents", year=year))
        seen.append(values_seen(app))
        assert app.stage._layers is not None
        assert app.stage._layers.data._content.year == int(year)  # type: ignore[union-attr]
    assert len(set(map(frozenset, seen))) == len(YEARS)


def test_a_finger_that_goes_on_over_the_years_ends_at_its_own(app: App) -> None:
    for year in YEARS:
        watch(app, Place(layer="patents", year=year), turns=2)
    watch(app, Place(layer="patents", year="2018"))
    wait_until(lambda: app.stage._ahead.held is None)
    assert len(values_seen(app)) == 1
    assert app.stage.map_view.goal.shading is not None
    assert app.stage.state.place.year == "2018"


def test_no_number_of_another_layer_stands_beside_its_title(app: App) -> None:
    for layer in ("population", "area", "density", "research-share"):
        watch(app, Place(layer=layer))
