"""Names while fingers and buttons move the map, frame by frame: each goes with its place, none
stands on another, and they come and go little by little."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import QPointF, QRectF

from kiosk.shipped import shipped
from tests.journeys.film import Film
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.app import App
    from kiosk.geography.camera import Camera

FAINT = 0.02
MOST_A_FRAME = 0.2
"""The opacity that a name may win or lose in a frame of 17 ms."""


class Written(NamedTuple):
    """Something that is written in a frame: where, how strongly, and where its point is."""

    rect: QRectF
    anchor: QPointF
    opacity: float
    name: str


Frame = dict[object, Written]


@pytest.fixture(scope="module")
def app(qapp: object) -> Iterator[App]:
    app = open_exhibit(shipped("content"), size=(1280, 720), still=False)
    yield app
    close_exhibit(app)


@pytest.fixture
def film(app: App) -> Film:
    begin_again(app)
    wait_until(lambda: app.stage.map_view.at_rest)
    return Film(app)


def written(film: Film) -> Frame:
    """All names and pills of this frame that can be seen."""
    names = film.view._annotations.names
    camera, now = film.motion.camera, film.motion.now
    found: Frame = {}
    for lettering, share in names.seen(camera, now):
        for each in lettering.names:
            opacity = share * names._standing.opacity(each, now)
            if opacity > FAINT:
                found[each.stamp] = Written(each.rect, each.anchor, opacity, each.subject)
        for chip in lettering.chips:
            opacity = share * names._standing.opacity(chip, now)
            if opacity > FAINT:
                found[chip.stamp] = Written(chip.rect, chip.leader[0], opacity, chip.place)
    return found


def moves(film: Film) -> dict[str, dict[int, Callable[[], object]]]:
    """What somebody does in which frame."""
    view = film.view
    middle = QPointF(view.width() * 0.6, view.height() * 0.5)

    def pan(frame: int) -> Callable[[], None]:
        return lambda: view._explorer._follow(view.camera.panned(-14, 6 * (frame % 3)))

    def pinch(factor: float) -> Callable[[], None]:
        return lambda: view._explorer._follow(
            view.camera.zoomed_about(middle.x(), middle.y(), factor)
        )

    return {
        "a finger": {frame: pan(frame) for frame in range(30)},
        "two fingers apart": {frame: pinch(1.05) for frame in range(24)},
        "two fingers together": {frame: pinch(0.96) for frame in range(24)},
        "buttons": {
            0: lambda: view.zoom(middle, 1.0),
            14: lambda: view.zoom(middle, 1.0),
            60: lambda: view.zoom(middle, -1.0),
            70: lambda: view.zoom(middle, -1.0),
        },
        "home again": {0: lambda: view.zoom(middle, 1.0), 40: view.return_to_goal},
    }


NAMES = ("a finger", "two fingers apart", "two fingers together", "buttons", "home again")


@pytest.mark.parametrize("name", NAMES)
def test_names_go_with_their_places_and_fade(film: Film, name: str) -> None:
    cameras: list[Camera] = []
    frames: list[Frame] = []
    for _ in film.run(moves(film)[name]):
        cameras.append(film.motion.camera)
        frames.append(written(film))
    for number, (before, after) in enumerate(pairwise(frames)):
        camera, next_camera = cameras[number], cameras[number + 1]
        for each in before.keys() & after.keys():
            was, now = before[each], after[each]
            off = (now.rect.center() - now.anchor) - (was.rect.center() - was.anchor)
            assert off.manhattanLength() < 0.5, (number, each)
            at = QPointF(*next_camera.to_screen(*camera.to_map(was.anchor.x(), was.anchor.y())))
            assert (at - now.anchor).manhattanLength() < 1, (number, each)
    assert len(frames) > 20


@pytest.mark.parametrize("name", NAMES)
def test_no_name_is_written_on_another(film: Film, name: str) -> None:
    for number in film.run(moves(film)[name]):
        for one, other in combinations(written(film).values(), 2):
            assert not one.rect.intersects(other.rect), number


@pytest.mark.parametrize("name", ["a finger", "two fingers apart"])
def test_names_come_and_go_little_by_little(film: Film, name: str) -> None:
    frames = [written(film) for _ in film.run(moves(film)[name])]
    for number, (before, after) in enumerate(pairwise(frames)):
        for each in before.keys() | after.keys():
            was = before[each].opacity if each in before else 0.0
            now = after[each].opacity if each in after else 0.0
            name = (before.get(each) or after[each]).name
            assert abs(now - was) <= MOST_A_FRAME, (number, name)


def test_what_has_room_stays_while_the_map_is_carried(film: Film) -> None:
    """Most names that were in view and still are go on without fading at all."""
    first = written(film)
    frames = [written(film) for _ in film.run(moves(film)["a finger"])]
    kept = [each for each in first if all(each in frame for frame in frames)]
    solid = [each for each in kept if all(frame[each].opacity == 1 for frame in frames)]
    assert len(solid) >= 8, [first[each].name for each in kept]
