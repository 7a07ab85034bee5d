"""What the attract loop paints again while it moves, and how its ground looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy
import pytest
from PySide6.QtCore import QRect, QSizeF
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.reading.cover import read_cover
from kiosk.look.look import Look, read_look
from kiosk.screen.attract.attract import AttractLoop
from kiosk.screen.attract.attract_frame import attract_frame
from kiosk.screen.attract.attract_grounds import AttractGrounds
from kiosk.screen.attract.scene import AttractTexts, Scene
from kiosk.screen.attract.separate_parts import separate_parts
from kiosk.screen.map.map_file import read_whole_map
from kiosk.screen.teardown import tear_down
from kiosk.shipped import shipped
from tests.diagonal import diagonal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from kiosk.screen.map.map_world import MapWorld

    Pixels = NDArray[numpy.uint8]

_SIZE = (960, 540)
_LANGUAGES = ("en", "pt")
_SCENE_SECONDS = 8.0
_TITLES = {"en": "The bay", "pt": "A baía"}


@pytest.fixture(scope="module")
def world() -> MapWorld:
    cover = read_cover(shipped("content"))
    return read_whole_map(cover.map_file).world(cover.landmarks)


@pytest.fixture
def look(qapp: object) -> Look:
    return read_look(shipped("assets")).sized(QSizeF(*_SIZE))


class Moving:
    """A loop of three places, the last one far away, that moves by a clock which is set."""

    def __init__(self, parent: QWidget, look: Look, world: MapWorld) -> None:
        self.now = 0.0
        self.loop = AttractLoop(parent, self._clock)
        self.loop.setGeometry(parent.rect())
        self.loop.set_world(world)
        scenes = [
            Scene(dict.fromkeys(_LANGUAGES, name), dict.fromkeys(_LANGUAGES, "It is here."), place)
            for name, place in (
                ("Qianhai", "qianhai"),
                ("Nansha", "nansha"),
                ("Zhaoqing", "zhaoqing"),
            )
        ]
        self.loop.begin(scenes, AttractTexts(_TITLES, {}, _TITLES), look)
        for number in range(3):
            self.at(_SCENE_SECONDS * (number + 0.5))
            self.loop.finish()

    def _clock(self) -> float:
        return self.now

    def at(self, seconds: float) -> Pixels:
        """The whole picture so long after the loop began."""
        self.now = seconds
        image = self.loop.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        pixels = numpy.frombuffer(image.constBits(), numpy.uint8)
        return pixels.reshape((image.height(), image.width(), 4))[..., :3].copy()


@pytest.fixture
def moving(look: Look, world: MapWorld) -> Iterator[Moving]:
    parent = QWidget()
    parent.resize(*_SIZE)
    parent.show()
    yield Moving(parent, look, world)
    tear_down(parent)


@pytest.mark.parametrize(("seconds", "number"), diagonal((0.04, 0.35), (1, 2)))
def test_all_that_changes_while_a_scene_comes_is_painted_again(
    moving: Moving, seconds: float, number: int
) -> None:
    """On a machine that does something else for a moment, too: a scene stands for long."""
    picture = moving.loop._picture
    assert picture is not None
    began = _SCENE_SECONDS * number + 0.02
    before = moving.at(began)
    came = moving.loop._moment(picture).motion
    for frame in range(1, 50):
        after = moving.at(began + frame * seconds)
        moment = moving.loop._moment(picture)
        if moment.motion.tide > 0:
            # What the tide changes is painted again by itself.
            assert came.ground == 1, "the light never came"
            return
        changed = (before != after).any(axis=2)
        parts, came = [*picture.change(moment, came)], moment.motion
        for part in parts:
            changed[max(0, part.top()) : part.bottom() + 1, max(0, part.left()) :][
                :, : part.right() + 1 - max(0, part.left())
            ] = False
        assert not changed.any(), f"frame {frame}: {numpy.argwhere(changed)[:5]}"
        before = after
    pytest.fail("the scene never came")


def test_less_than_half_of_the_window_is_painted_while_places_change(moving: Moving) -> None:
    picture = moving.loop._picture
    assert picture is not None
    moving.now = _SCENE_SECONDS + 0.2
    came = moving.loop._moment(picture).motion
    moving.now += 0.1
    region = QRegion()
    for part in picture.change(moving.loop._moment(picture), came):
        region += part
    area = sum(part.width() * part.height() for part in separate_parts(region))
    assert 0 < area < _SIZE[0] * _SIZE[1] / 2


def test_the_first_scene_has_its_place_and_its_sentence_from_the_first_frame_on(
    moving: Moving,
) -> None:
    picture = moving.loop._picture
    assert picture is not None
    moving.now = 0.0
    motion = moving.loop._moment(picture).motion
    assert (motion.gone, motion.marker, motion.line, motion.words) == (1, 1, 1, 1)
    assert picture._callout(0) is not None
    assert picture.grounds.point(picture.scene(0)) is not None


@pytest.mark.parametrize("size", [(960, 540), (640, 512), (540, 960)])
def test_the_night_goes_over_into_the_light_without_a_step(
    qapp: object, world: MapWorld, size: tuple[int, int]
) -> None:
    look = read_look(shipped("assets")).sized(QSizeF(*size))
    ground = _ground(world, look, size)
    frame = attract_frame(look, QSizeF(*size))
    words = frame.title.united(frame.invitation).toRect()
    night = [look.theme.panel.blue(), look.theme.panel.green(), look.theme.panel.red()]
    away = numpy.abs(ground.astype(int) - numpy.array(night)).max(axis=2)
    away[round(frame.lit.top()) : round(frame.lit.bottom()) + 1, round(frame.lit.left()) :] = 0
    assert away[words.top() : words.bottom(), words.left() : words.right()].max() <= 1
    steps = numpy.abs(numpy.diff(ground.astype(int).sum(axis=2), axis=1 - int(frame.portrait)))
    profile = numpy.median(steps, axis=int(frame.portrait))
    edge = frame.lit.top() if frame.portrait else frame.lit.left()
    assert profile[round(edge) - 40 : round(edge) + 20].max() <= 6


def test_lines_between_cities_are_seen_faintly(
    look: Look, world: MapWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    lined = _ground(world, look, _SIZE)
    monkeypatch.setattr("kiosk.screen.attract.estuary._FAINT", 0.0)
    plain = _ground(world, look, _SIZE)
    change = numpy.abs(lined.astype(int) - plain).max(axis=2)
    assert (change > 4).sum() > 500
    assert numpy.percentile(change[change > 0], 99) < 60


def test_parts_that_touch_become_one_and_others_stay_apart() -> None:
    region = QRegion(0, 0, 10, 10) + QRegion(10, 5, 10, 10) + QRegion(60, 60, 5, 5)
    parts = separate_parts(region)
    assert parts == [QRect(0, 0, 20, 15), QRect(60, 60, 5, 5)]


def _ground(world: MapWorld, look: Look, size: tuple[int, int]) -> Pixels:
    """The pixels of a scene's ground: rows, columns, and blue, green, red."""
    owner = QWidget()
    grounds, scene = AttractGrounds(owner), Scene({}, {})
    grounds.set_world(world)
    grounds.fit(look, attract_frame(look, QSizeF(*size)), 1.0)
    grounds.finish(scene)
    estuary = grounds.estuary(scene)
    assert estuary is not None
    image = estuary.ebb
    pixels = numpy.frombuffer(image.constBits(), numpy.uint8)
    tear_down(owner)
    return pixels.reshape((image.height(), image.width(), 4))[..., :3].copy()
