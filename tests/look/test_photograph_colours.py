"""The colours of a photograph are those of the screen, whatever its profile and its inks."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QSize
from PySide6.QtGui import QColor, QColorSpace, QImage, QImageWriter

from kiosk.look.pictures import draw_picture
from tests.look.photographs import SIZE, is_near
from tests.look.picture_bytes import (
    TEAL,
    bytes_of,
    cmyk_profile,
    plain,
    png,
    png_chunk,
    with_profile,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    "space",
    [
        QColorSpace.NamedColorSpace.AdobeRgb,
        QColorSpace.NamedColorSpace.DisplayP3,
        QColorSpace.NamedColorSpace.ProPhotoRgb,
    ],
)
@pytest.mark.parametrize("form", ["jpg", "png", "webp"])
def test_colours_are_those_of_the_screen(
    saved: Callable[..., Path], space: QColorSpace.NamedColorSpace, form: str
) -> None:
    image = plain()
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    image.convertToColorSpace(QColorSpace(space))
    assert not is_near(image.pixelColor(1, 1), TEAL)

    picture = draw_picture(saved(written(image, form, 100)), SIZE)

    assert is_near(picture.pixelColor(9, 9), TEAL), picture.pixelColor(9, 9).name()


@pytest.mark.parametrize(("gamma", "wanted"), [(0, 60), (45_455, 60), (100_000, 133)])
def test_a_png_that_says_how_it_is_graded_is_shown_so(
    saved: Callable[..., Path], gamma: int, wanted: int
) -> None:
    """100,000 means that the values are as much light as they say (PNG 1.2, 4.2.2)."""
    more = [png_chunk(b"gAMA", struct.pack(">I", gamma))] if gamma else []
    rows = (b"\0" + bytes([60, 60, 60]) * 8) * 8
    picture = draw_picture(saved(png(8, 8, 8, 2, rows, more=more), "hall.png"), SIZE)

    assert is_near(picture.pixelColor(9, 9), QColor(wanted, wanted, wanted))


def test_a_progressive_photograph_is_drawn(saved: Callable[..., Path]) -> None:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"jpg")
    writer.setProgressiveScanWrite(True)
    assert writer.write(plain())
    data = bytes_of(buffer.data())
    assert b"\xff\xc2" in data

    assert is_near(draw_picture(saved(data), SIZE).pixelColor(9, 9), TEAL)


@pytest.mark.parametrize("profile", [b"", b"garbage" * 40, b"\0" * 128])
@pytest.mark.qt_log_ignore("")
def test_a_profile_that_is_none_is_passed_over(saved: Callable[..., Path], profile: bytes) -> None:
    file = saved(with_profile(written(plain(), "jpg"), profile))

    assert is_near(draw_picture(file, SIZE).pixelColor(9, 9), TEAL)


@pytest.mark.qt_log_ignore("")
def test_half_a_profile_is_passed_over(saved: Callable[..., Path]) -> None:
    whole = bytes_of(QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb).iccProfile())
    file = saved(with_profile(written(plain(), "jpg"), whole[: len(whole) // 2]))

    assert not draw_picture(file, SIZE).isNull()


def four_colours(color: QColor) -> bytes:
    """A JPEG in four colours, as Adobe's programs write it: with a marker, and upside down."""
    image = plain(color).convertToFormat(QImage.Format.Format_CMYK8888)
    return written(image, "jpg", 100)


def test_four_colours_of_print_are_the_right_ones(saved: Callable[..., Path]) -> None:
    data = four_colours(TEAL)
    assert b"Adobe" in data[:40]

    assert is_near(draw_picture(saved(data), SIZE).pixelColor(9, 9), TEAL)
    assert is_near(draw_picture(saved(data), QSize(16, 12)).pixelColor(9, 9), TEAL)


def test_four_colours_without_adobes_marker_count_the_ink(saved: Callable[..., Path]) -> None:
    """What other programs write: nothing is upside down, so the same bytes mean the opposite."""
    data = four_colours(TEAL)
    at = data.index(b"\xff\xee")
    length = int.from_bytes(data[at + 2 : at + 4])
    file = saved(data[:at] + data[at + 2 + length :])
    found = draw_picture(file, SIZE).pixelColor(9, 9)
    # Cyan, magenta, yellow and black as written, each taken from 255.
    cyan, magenta, yellow, black = (255 - each for each in TEAL.toCmyk().getCmyk()[:4])  # type: ignore[index]
    wanted = QColor.fromCmyk(cyan, magenta, yellow, black)

    assert is_near(found, wanted, 12), found.name()


def test_four_colours_have_the_colours_of_their_press(saved: Callable[..., Path]) -> None:
    file = saved(with_profile(four_colours(QColor("red")), cmyk_profile()))
    found = draw_picture(file, SIZE).pixelColor(9, 9)

    assert found.green() > found.red() + 60
    assert found.green() > found.blue() + 60
