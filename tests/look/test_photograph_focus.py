"""The point of a photograph that no crop cuts away, however the camera was held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QTransform

from kiosk.look.picture_part import draw_whole
from kiosk.look.pictures import draw_picture
from tests.look.photographs import is_near
from tests.look.picture_bytes import turned, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_H, _V = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
WIDE, HIGH = QSize(300, 60), QSize(60, 300)
FOCUS = (0.9, 0.12)

pytestmark = pytest.mark.usefixtures("qapp")


def spotted(width: int = 480, height: int = 320) -> QImage:
    """Grey with a red spot at the focus."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(120, 120, 120))
    for y in range(round(height * FOCUS[1]) - 16, round(height * FOCUS[1]) + 16):
        for x in range(round(width * FOCUS[0]) - 16, round(width * FOCUS[0]) + 16):
            image.setPixelColor(x, y, QColor("red"))
    return image


def has_spot(picture: QImage) -> bool:
    pixels = (
        picture.pixelColor(x, y)
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    )
    return any(is_near(each, QColor("red"), 60) for each in pixels)


@pytest.mark.parametrize("form", ["jpg", "png", "webp"])
@pytest.mark.parametrize("size", [WIDE, HIGH, QSize(600, 120), QSize(24, 120)])
def test_the_focus_is_seen_in_every_crop(
    saved: Callable[..., Path], form: str, size: QSize
) -> None:
    file = saved(written(spotted(), form))

    assert has_spot(draw_picture(file, size, focus=FOCUS))
    assert not has_spot(draw_picture(file, size))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("size", [WIDE, HIGH, QSize(24, 120)])
def test_the_focus_is_that_of_the_picture_as_it_is_shown(
    saved: Callable[..., Path], orientation: int, size: QSize
) -> None:
    upright = spotted()
    left, right = QTransform().rotate(270), QTransform().rotate(90)
    stored = {
        1: upright,
        2: upright.flipped(_H),
        3: upright.flipped(_H | _V),
        4: upright.flipped(_V),
        5: upright.transformed(right).flipped(_H),
        6: upright.transformed(left),
        7: upright.transformed(left).flipped(_H),
        8: upright.transformed(right),
    }
    file = saved(turned(written(stored[orientation], "jpg"), orientation))

    assert has_spot(draw_picture(file, size, focus=FOCUS))
    assert not has_spot(draw_picture(file, size))


def test_a_large_picture_begins_where_its_focus_is_seen(saved: Callable[..., Path]) -> None:
    whole = draw_whole(saved(written(spotted(), "jpg")), QSize(800, 600), focus=FOCUS)
    begins = whole.filling(HIGH)

    assert begins.part.left() <= FOCUS[0] * begins.whole.width() <= begins.part.right()
