"""What an institution looks for first: every place is named on its own map, and the two special
administrative regions both or neither, in every language and every shape of window."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtWidgets import QApplication

from kiosk.exhibit.place import HOME, Place
from kiosk.look.look import read_look
from kiosk.screen.arrangement import arrange
from kiosk.screen.map.map_chips import beads_of
from kiosk.screen.map.map_marking import WHOLE_BAY, View, marker_reach_u
from kiosk.shipped import shipped
from tests.journeys.standing import begin_again

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import App
    from kiosk.screen.map.map_letters import Lettering

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
SHAPES = (
    (1920, 1080),
    (1366, 768),
    (1280, 720),
    (1080, 1920),
    (1280, 1024),
    (2560, 1080),
    (3840, 2160),
)
TOGETHER = {"hong-kong", "macao"}
REGION = "greater-bay-area"
ROUND = 1.0
_PART = 9
"""`make test` looks at one view in so many, others for each shape."""


@pytest.fixture(scope="module")
def app(app: App) -> Iterator[App]:
    """The exhibit of all files, in windows of other sizes."""
    yield app
    app.stage.resize(1920, 1080)
    begin_again(app)


def wrong_views(app: App, size: tuple[int, int], part: int) -> list[str]:
    """What is wrong in the views of every place in every language, in a window of that size."""
    begin_again(app)
    app.stage.resize(*size)
    QApplication.processEvents()
    assert app.exhibit is not None
    zones = ["", *(zone.id for zone in app.exhibit.zones)]
    every = list(product(LANGUAGES, zones))
    # What must stand is looked at in each shape and language, and so is one of the two regions;
    # other views in turn.
    first = SHAPES.index(size)
    regions = (sorted(TOGETHER)[(first + number) % 2] for number in range(len(LANGUAGES)))
    chosen = {
        *every[first % part :: part],
        *product(LANGUAGES, (REGION,)),
        *zip(LANGUAGES, regions, strict=True),
    }
    wrong = []
    for language, zone in every:
        if part == 1 or (language, zone) in chosen:
            app.journey.speak(language)
            app.journey.go(Place(zone) if zone else HOME)
            wrong += [f"{language} {zone or 'home'}: {each}" for each in wrong_here(app, zone)]
    return wrong


def wrong_here(app: App, zone: str) -> Iterator[str]:
    view = app.stage.map_view
    found = named(view.lettering)
    if zone not in ("", REGION) and zone not in found:
        yield "not named on its own map"
    regions, seen = found & TOGETHER, {each for each in TOGETHER if is_seen(app, each)}
    if regions not in (TOGETHER, set()) or (seen and not regions):
        yield f"of the two regions {sorted(regions)} are named and {sorted(seen)} seen"
    narrow = app.stage.width() < 1.3 * app.stage.height()
    if zone == REGION and len(found) < (9 if narrow else 11):
        yield f"only {sorted(found)} of the bay's cities"
    yield from wrong_chips(app)
    yield from cut_markers(app)


def wrong_chips(app: App) -> Iterator[str]:
    """Pills, their lines and what these lead to are inside what is free, and nothing between."""
    view = app.stage.map_view
    free = view.goal.free.adjusted(-ROUND, -ROUND, ROUND, ROUND)
    for chip in view.lettering.chips:
        if not free.contains(chip.rect) or not all(map(free.contains, chip.leader)):
            yield f"the pill of {chip.place} or its line is off the map"
        inner = chip.rect.adjusted(2, 2, -2, -2)
        if any(map(inner.contains, chip.leader)):
            yield f"the line of {chip.place} folds back below its pill"
        beads = [*beads_of(chip.leader, 2.0)]
        for place in view.lettering.marked:
            at = view.target_point(place)
            assert at is not None
            is_near = (at - chip.leader[0]).manhattanLength() < 40 * app.stage._look.u
            if not is_near and any(bead.contains(at) for bead in beads):
                yield f"the line of {chip.place} crosses the marker of {place}"


def cut_markers(app: App) -> Iterator[str]:
    view = app.stage.map_view
    goal = view.goal
    chosen = goal.place or (WHOLE_BAY if goal.whole_bay else None)
    shown = View(view.camera, goal.free, (), "en", chosen)
    for place in view._world.places:
        at = view.target_point(place.landmark.id)
        if place.landmark.id in view.lettering.marked and at is not None:
            reach = app.stage._look.px(marker_reach_u(place, shown)) - ROUND
            rect = QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)
            if not goal.free.contains(rect):
                yield f"an edge cuts the marker of {place.landmark.id}"


def is_seen(app: App, place: str) -> bool:
    at = app.stage.map_view.target_point(place)
    return at is not None and app.stage.map_view.goal.free.contains(at)


def named(lettering: Lettering) -> set[str]:
    names = {name.subject for name in lettering.names}
    return names | {chip.place for chip in lettering.chips}


def in_pixels(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@pytest.mark.parametrize("size", SHAPES, ids=in_pixels)
def test_what_must_stand_stands_in_a_part_of_all_views(app: App, size: tuple[int, int]) -> None:
    assert wrong_views(app, size, _PART) == []


@pytest.mark.soak
@pytest.mark.parametrize("size", SHAPES, ids=in_pixels)
def test_what_must_stand_stands_in_every_view(app: App, size: tuple[int, int]) -> None:
    assert wrong_views(app, size, 1) == []


def test_no_letter_of_an_open_marker_stands_on_bright_water(app: App) -> None:
    begin_again(app)
    app.stage.resize(1920, 1080)
    view, on_water = app.stage.map_view, []
    for language in ("en", "zh-Hant"):
        app.journey.speak(language)
        app.journey.go(Place("qianhai"))
        to_map = view.camera.transform().inverted()[0]
        for name in view.lettering.names:
            middle = name.rect.adjusted(0, name.rect.height() * 0.3, 0, -name.rect.height() * 0.3)
            lands = view._world.rough.values()
            if name.subject == "qianhai" and not any(
                land.contains(to_map.mapRect(middle)) for land in lands
            ):
                on_water.append(language)
    assert on_water == []


def test_an_open_city_has_no_marker_but_its_outline(app: App) -> None:
    """At a centroid is nothing: the line to the panel begins at a point of 9 u."""
    look = read_look(shipped("assets")).sized(QSizeF(1920, 1080))
    app.stage.resize(1920, 1080)
    app.journey.go(Place("foshan"))
    app.stage.finish()
    point = app.stage.map_view.chosen_point()
    assert point is not None
    picture = app.stage.map_view.grab().toImage()
    for dx, dy in ((14, 4), (-14, 0), (0, 14), (-10, -10)):
        assert picture.pixelColor(int(point.x()) + dx, int(point.y()) + dy) != look.theme.accent
    assert picture.pixelColor(point.toPoint()) == look.theme.accent
    assert arrange(look, app.stage.size()).free == app.stage.map_view.goal.free


@pytest.mark.parametrize(
    ("place", "lit"),
    [
        ("hetao", {"shenzhen", "hong-kong"}),
        ("cityu-futian", {"shenzhen"}),
        ("quantum-science-center", {"shenzhen"}),
        ("cold-seep", {"guangzhou"}),
        ("hku", {"hong-kong"}),
    ],
)
def test_a_place_lights_the_cities_that_it_is_in(app: App, place: str, lit: set[str]) -> None:
    app.journey.go(Place(place))
    view = app.stage.map_view

    assert view.goal.lit(view._world) == lit
