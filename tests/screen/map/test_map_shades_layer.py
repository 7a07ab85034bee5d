"""A data layer comes and goes little by little on a moving map, and at once where nothing moves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QSize, QSizeF

from kiosk.screen.map.map_cameras import home_camera
from kiosk.screen.map.map_shades_layer import MapShadesLayer
from kiosk.screen.map.map_shading import ShadedZone, Shading
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.look.look import Look

SIZE = QSize(480, 270)
PEOPLE = Shading((ShadedZone("guangzhou", 1, "18.68"), ShadedZone("macao", 0, "0.68")), 2)
AREA = Shading((ShadedZone("guangzhou", 0, "7,249"), ShadedZone("macao", None)), 2)


class Shades:
    """A layer over the shipped map, by a clock that stands still until it is set."""

    def __init__(self, app: App, look: Look) -> None:
        self._world, self._look = app.stage.state.world, look
        self._home = home_camera(look, self._world.framing, QSizeF(SIZE))
        self.layer = MapShadesLayer(QObject(app.stage))

    def show(self, shading: Shading | None, now: float, *, panned: float = 0.0) -> None:
        """Aim, and take what has been drawn once it is."""
        camera = self._home.panned(panned, 0)
        self.layer.aim(shading, camera, self._world, self._look, SIZE, 1.0, now)
        if shading is not None:
            wait_until(lambda: len(self.layer._drawn) == 2)
        self.layer.take(now)

    def show_prepared(self, shading: Shading, now: float) -> None:
        """Aim at what has been drawn ahead: nothing comes later."""
        view = (self._world, self._look)
        keys = self.layer.keys(shading, self._home, *view, SIZE, 1.0)
        for _ in self.layer.prepare(keys, *view):
            wait_until(lambda: not self.layer._jobs_ahead.is_working)
        self.layer.aim(shading, self._home, *view, SIZE, 1.0, now)

    def show_again(self, shading: Shading, now: float) -> None:
        """Aim at what is seen still: it need not be drawn."""
        self.layer.aim(shading, self._home, self._world, self._look, SIZE, 1.0, now)

    def strengths(self, now: float) -> list[float]:
        return [round(each.fade.at(now), 2) for each in self.layer._images.shown]


@pytest.fixture
def moving(app: App, moving_look: Look) -> Shades:
    return Shades(app, moving_look)


def test_it_comes_over_the_ground_little_by_little(moving: Shades) -> None:
    moving.show(PEOPLE, 0.0)
    assert moving.strengths(0.0) == [0.0]
    assert 0 < moving.strengths(200.0)[0] < 1
    assert moving.layer.is_changing(200.0)
    assert moving.strengths(400.0) == [1.0]
    assert not moving.layer.is_changing(400.0)


def test_another_lies_over_it_before_it_goes(moving: Shades) -> None:
    moving.show(PEOPLE, 0.0)
    moving.show(AREA, 1000.0)
    before, after = moving.strengths(1200.0)
    assert before == 1.0
    assert 0 < after < 1
    assert moving.strengths(1400.0) == [0.0, 1.0]


def test_what_was_drawn_ahead_comes_as_well(moving: Shades) -> None:
    moving.show(PEOPLE, 0.0)
    moving.show_prepared(replace(PEOPLE, pinned=("guangzhou",)), 1000.0)
    assert moving.strengths(1400.0) == [0.0, 1.0]
    assert moving.layer.is_there


def test_what_still_goes_is_back_when_it_is_wanted_again(moving: Shades) -> None:
    moving.show(PEOPLE, 0.0)
    moving.show(AREA, 1000.0)
    moving.show_again(PEOPLE, 1100.0)
    assert moving.strengths(1500.0)[-1] == 1.0
    assert moving.layer._images.shown[-1].image.key.shading == PEOPLE


def test_a_layer_that_still_goes_is_back_when_it_is_laid_again(moving: Shades) -> None:
    moving.show(PEOPLE, 0.0)
    moving.show(None, 1000.0)
    moving.show_again(PEOPLE, 1100.0)
    assert moving.strengths(1500.0)[-1] == 1.0


def test_what_only_became_sharp_is_there_soon(moving: Shades) -> None:
    moving.show(PEOPLE, 0.0)
    moving.show(PEOPLE, 1000.0, panned=40)
    assert moving.strengths(1100.0)[-1] == 1.0


def test_it_goes_with_its_layer(moving: Shades) -> None:
    moving.show(PEOPLE, 0.0)
    moving.show(None, 1000.0)
    assert 0 < moving.strengths(1100.0)[0] < 1
    assert moving.strengths(1300.0) == [0.0]
    assert moving.layer.is_there


def test_where_nothing_moves_it_is_there_at_once_and_gone_at_once(
    app: App, still_look: Look
) -> None:
    still = Shades(app, still_look)
    still.show(PEOPLE, 0.0)
    assert still.strengths(0.0) == [1.0]
    still.show(None, 1.0)
    assert still.strengths(1.0) == [0.0]
