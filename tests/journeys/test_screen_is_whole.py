"""After every motion the screen shows what painting all of it anew would: no part is forgotten."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage

from kiosk.shipped import shipped
from tests.journeys.fingers import Fingers
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.journeys.visitor import Visitor, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from kiosk.app import App


_LEVELS = 8
"""Of a colour: what is blended anew may differ by a few."""
_FEW = 60
"""So many pixels may differ: the marker of an open place pulses, and lines meet at edges."""


@pytest.fixture(scope="module", params=[(1280, 720), (720, 1280)], ids=["landscape", "portrait"])
def moving(qapp: object, request: pytest.FixtureRequest) -> Iterator[App]:
    app = open_exhibit(shipped("content"), size=request.param, still=False)
    yield app
    close_exhibit(app)


@pytest.fixture
def visitor(moving: App) -> Visitor:
    begin_again(moving)
    visitor = Visitor(moving)
    _come_to_rest(visitor)
    return visitor


def test_after_opening_paging_and_closing_a_place(visitor: Visitor) -> None:
    visitor.touch_place("qianhai")
    _come_to_rest(visitor)
    visitor.app.journey.go(replace(visitor.place, page=2))
    _come_to_rest(visitor)
    visitor.touch_control("Back to the map")
    _come_to_rest(visitor)


def test_after_fingers_have_moved_the_map_beside_an_open_panel(visitor: Visitor) -> None:
    visitor.touch_place("nansha")
    _come_to_rest(visitor)
    fingers, start = Fingers(visitor), visitor.point_of("nansha")
    fingers.press(1, start)
    for step in range(1, 6):
        fingers.move(1, start + QPoint(12 * step, 16 * step))
    fingers.release(1, start + QPoint(60, 80))
    _come_to_rest(visitor)


def test_after_another_language(visitor: Visitor) -> None:
    visitor.touch_place("qianhai")
    visitor.app.journey.speak("pt")
    _come_to_rest(visitor)


def _come_to_rest(visitor: Visitor) -> None:
    """Wait until nothing moves; what is forgotten then stays as it is."""
    stage = visitor.app.stage
    wait_until(lambda: stage.map_view.at_rest)
    wait_until(lambda: _differing(visitor) <= _FEW)


def _differing(visitor: Visitor) -> int:
    """How many pixels of the screen are not as a picture that is painted anew has them."""
    stage = visitor.app.stage
    shown = _pixels(stage.screen().grabWindow(stage.winId()).toImage())
    anew = _pixels(stage.grab().toImage())
    return int((abs(shown - anew).max(axis=2) > _LEVELS).sum())


def _pixels(image: QImage) -> npt.NDArray[np.int16]:
    """Rows of pixels, and of each the levels of its colours."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return rows[:, :, :3].astype(np.int16)
