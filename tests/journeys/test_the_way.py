"""The way of the map, frame by frame, whatever happens in the middle of it."""

from __future__ import annotations

import math
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QSize, Qt

from kiosk.exhibit.place import HOME, LIST, Place
from kiosk.shipped import shipped
from tests.journeys.film import Film
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from _pytest.mark.structures import ParameterSet
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage

    from kiosk.app import App
    from kiosk.geography.camera import Camera

    Acts = Mapping[int, Callable[[], object]]

SIZE = (768, 432)
MOST_UNITS = 40
"""What moves further between two frames jumps: 40 pixels at 1920 by 1080."""
SEAM_LEVELS = 4
COLOUR_LEVELS = 24


def ways(app: App) -> dict[str, Acts]:
    """What visitors do in the middle of a glide, by the number of the frame."""

    def go(place: str) -> Callable[[], object]:
        return partial(app.journey.go, Place.parse(place))

    size = app.stage.size()
    narrower = QSize(size.width() * 3 // 4, size.height())
    return {
        "to a place": {0: go("qianhai")},
        "a place, then another": {0: go("qianhai"), 22: go("huizhou")},
        "a place, then the map": {0: go("hku"), 20: go("")},
        "a place, the map, the list": {
            0: go("qianhai"),
            12: go(""),
            24: partial(app.journey.go, Place(screen=LIST)),
        },
        "there and back again": {0: go("qianhai"), 10: go("hengqin"), 20: go("qianhai")},
        "across the whole bay": {0: go("zhaoqing"), 70: go("huizhou")},
        "a tab": {0: go("qianhai"), 25: go("qianhai/six-in-ten")},
        "a page": {0: go("hengqin/across-the-water"), 25: go("hengqin/across-the-water/2")},
        "a language": {0: go("nansha"), 25: partial(app.journey.speak, "pt")},
        "a resize": {0: go("hengqin"), 25: partial(app.stage.resize, narrower)},
        "a theme": {0: go("hengqin"), 20: partial(app.set_theme, "light")},
    }


NAMES = (
    "to a place",
    "a place, then another",
    "a place, then the map",
    "a place, the map, the list",
    "there and back again",
    "across the whole bay",
    "a tab",
    "a page",
    "a language",
    "a resize",
    "a theme",
)


def some(first: int) -> list[ParameterSet]:
    """All of them; one in three is in `make test`, others in each test."""
    return [
        pytest.param(name, marks=() if number % 3 == first else pytest.mark.soak)
        for number, name in enumerate(NAMES)
    ]


@pytest.fixture(scope="module")
def app(qapp: object) -> Iterator[App]:
    app = open_exhibit(shipped("content"), size=SIZE, still=False)
    yield app
    close_exhibit(app)


@pytest.fixture
def film(app: App) -> Film:
    app.stage.resize(*SIZE)
    app.set_theme("dark")
    begin_again(app)
    wait_until(lambda: app.stage.map_view.at_rest)
    return Film(app)


def test_every_interruption_is_tried(app: App) -> None:
    assert tuple(ways(app)) == NAMES


@pytest.mark.parametrize("name", some(0))
def test_nothing_in_view_jumps(film: Film, name: str) -> None:
    """Also when no raster comes in time: the camera does not wait for pictures."""
    film = Film(film.app, drawn=name == "a theme")
    look = film.app.stage._look
    seen = [(film.view.size(), film.points()) for _ in film.run(ways(film.app)[name])]

    for number, ((size, before), (size_after, after)) in enumerate(pairwise(seen)):
        if size != size_after:
            continue
        for place in before.keys() & after.keys():
            step = after[place] - before[place]
            assert math.hypot(step.x(), step.y()) <= MOST_UNITS * look.u, (number, place)
    assert len(seen) > 30
    assert film.view.chosen_point() == film.view.target_point(film.view.goal.place or "")


@pytest.mark.parametrize("name", some(1))
def test_no_name_leaves_its_place(film: Film, name: str) -> None:
    """A name keeps its distance from its marker, a chip that from its line's beginning."""
    view = film.view
    film = Film(film.app, drawn=name == "a theme")
    for _ in film.run(ways(film.app)[name]):
        camera, now = film.motion.camera, film.motion.now
        parts = [part for part in view._annotations.names._parts if part.fade.at(now) > 0]
        for part, (seen, _) in zip(parts, view._annotations.names.seen(camera, now), strict=True):
            rested = part.lettering
            for one, other in zip(rested.names, seen.names, strict=True):
                if one.place:
                    _stands_by(film, one.place, one.rect, other.rect, part.rested)
            for chip, carried in zip(rested.chips, seen.chips, strict=True):
                if chip.is_beyond:
                    continue
                _stands_by(film, chip.place, chip.rect, carried.rect, part.rested)
                begin = view.target_point(chip.place)
                assert begin is not None
                assert (carried.leader[0] - begin).manhattanLength() < 1, chip.place


def _stands_by(film: Film, place: str, rested: QRectF, now: QRectF, camera: Camera) -> None:
    """Whether a name is as far from its place as in the view that it was set for."""
    point, known = film.view.target_point(place), film.view._world.place(place)
    assert point is not None
    assert known is not None
    at = QPointF(*camera.to_screen(known.point.x(), known.point.y()))
    off = (now.center() - point) - (rested.center() - at)
    assert off.manhattanLength() < 1, place


@pytest.mark.parametrize("name", some(2))
def test_no_frame_has_a_seam(film: Film, name: str) -> None:
    """Each frame is, area by area, a mixture of drawings for its camera, and has their edges."""
    view = film.view
    lights = {frozenset[str]()}
    for number in film.run(ways(film.app)[name]):
        lights.add(view.goal.lit(view._world))
        if number % 9:
            continue
        frame = film.ground()
        drawings = [film.drawing(lit) for lit in lights]
        for shape in (_columns, _rows):
            _is_between(shape(frame), [shape(each) for each in drawings], number)
        _has_colours_of(frame, drawings, number)


def _columns(image: QImage) -> list[list[int]]:
    """The lightness of each column."""
    bands = _scaled(image, image.width(), 1)
    return [[_light(bands, x, y) for x in range(bands.width())] for y in range(1)]


def _rows(image: QImage) -> list[list[int]]:
    bands = _scaled(image, 1, image.height())
    return [[_light(bands, x, y) for y in range(bands.height())] for x in range(1)]


def _is_between(frame: list[list[int]], drawn: list[list[list[int]]], number: int) -> None:
    """A step from one column to the next but two is one that some drawing has there, or none."""
    for band, lights in enumerate(frame):
        for at in range(6, len(lights) - 6):
            step = lights[at + 2] - lights[at - 1]
            around = [
                each[band][near + 2] - each[band][near - 1]
                for each in drawn
                for near in range(at - 4, at + 5)
            ]
            assert min(0, *around) - SEAM_LEVELS <= step <= max(0, *around) + SEAM_LEVELS, (
                f"frame {number}: a straight edge at {at} in band {band}"
            )


def _has_colours_of(frame: QImage, drawings: list[QImage], number: int) -> None:
    small = _scaled(frame, 16, 9)
    others = [_scaled(each, 16, 9) for each in drawings]
    for y in range(9):
        for x in range(16):
            drawn = [_light(each, x, y) for each in others]
            light = _light(small, x, y)
            assert min(drawn) - COLOUR_LEVELS <= light <= max(drawn) + COLOUR_LEVELS, (
                f"frame {number}: another colour at {x}, {y}"
            )


def _scaled(image: QImage, width: int, height: int) -> QImage:
    stretched, smooth = (
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return image.scaled(width, height, stretched, smooth)


def _light(image: QImage, x: int, y: int) -> int:
    return image.pixelColor(x, y).lightness()


def test_the_theme_of_the_ground_is_that_of_the_text(film: Film) -> None:
    """The map is drawn in the new theme first; until then everything stays in the old one."""
    app = film.app
    app.journey.go(HOME)
    before = _light(film.ground(), 240, 72)
    app.set_theme("hc")

    assert app.stage._look.theme.name == "dark"
    assert _light(film.ground(), 240, 72) == before
    wait_until(lambda: app.stage._look.theme.name == "hc")
    wait_until(lambda: film.view.at_rest)
    assert _light(film.ground(), 240, 72) != before


def test_a_touch_while_a_theme_is_being_prepared_wears_it(film: Film) -> None:
    film.app.set_theme("light")
    film.app.journey.go(Place("qianhai"))

    assert film.app.stage._look.theme.name == "light"
    wait_until(lambda: film.view.at_rest)
