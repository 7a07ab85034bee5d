"""Photographs from any camera or telephone, and every other format that Qt reads here."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QTransform

from kiosk.look.picture_canvas import bands
from kiosk.look.pictures import draw_picture, read_head, read_picture
from tests.look.photographs import SIZE, is_near, refusal
from tests.look.picture_bytes import (
    TEAL,
    corners,
    gif,
    plain,
    png,
    png_chunk,
    tiff,
    turned,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_H, _V = Qt.Orientation.Horizontal, Qt.Orientation.Vertical

pytestmark = pytest.mark.usefixtures("qapp")


def _quarter(image: QImage, degrees: int) -> QImage:
    """The picture turned clockwise."""
    return image.transformed(QTransform().rotate(degrees))


def color_rows(color: QColor, depth: int) -> bytes:
    wide = bytes([color.red(), color.green(), color.blue()])
    pixel = b"".join(bytes([each] * (depth // 8)) for each in wide)
    return (b"\0" + pixel * 8) * 8


EVERY_FORMAT: dict[str, Callable[[], bytes]] = {
    "JPEG": lambda: written(plain(), "jpg"),
    "grey JPEG": lambda: written(
        plain(QColor(90, 90, 90)).convertToFormat(QImage.Format.Format_Grayscale8), "jpg"
    ),
    "PNG": lambda: written(plain(), "png"),
    "PNG of 16 bits": lambda: png(8, 8, 16, 2, color_rows(TEAL, 16)),
    "PNG with a palette": lambda: png(
        8, 8, 8, 3, (b"\0" + bytes(8)) * 8, more=[png_chunk(b"PLTE", bytes([60, 160, 60]))]
    ),
    "WebP": lambda: written(plain(), "webp"),
    "lossless WebP": lambda: written(plain(), "webp", 100),
    "GIF": lambda: gif(TEAL),
    "TIFF": lambda: tiff(8, 6),
    "BMP": lambda: written(plain(), "bmp"),
}


@pytest.mark.parametrize("form", EVERY_FORMAT)
@pytest.mark.parametrize("name", ["hall.jpg", "hall.png", "hall.svg"])
def test_every_format_is_drawn_under_any_name(
    saved: Callable[..., Path], form: str, name: str
) -> None:
    file = saved(EVERY_FORMAT[form](), name)
    picture = draw_picture(file, SIZE)

    wanted = QColor(90, 90, 90) if "grey" in form else TEAL
    assert picture.size() == SIZE
    assert is_near(picture.pixelColor(3, 3), wanted), picture.pixelColor(3, 3).name()
    assert is_near(picture.pixelColor(76, 56), wanted)
    assert read_head(file).warnings == ()


@pytest.fixture
def no_decoders(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither of the program's own nor in another process."""
    monkeypatch.setattr("kiosk.look.pictures.decoders", frozenset)


@pytest.mark.parametrize(
    ("beginning", "found"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0", "a HEIC photograph, as telephones write them"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0", "a HEIC photograph, as telephones write them"),
        (b"\0\0\0\x1cftypavif\0\0\0\0", "an AVIF picture"),
        (b"\0\0\0\x18ftypqt  \0\0\0\0", "a film"),
        (b"\xff\x0a\xff\xff", "a JPEG XL picture"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"8BPS\0\1", "a Photoshop file"),
        (b"PK\3\4\x14\0", "an archive or an office document"),
        (b"<!DOCTYPE html><html>", "a web page"),
        (b"\x1f\x8b\x08\0", "compressed (as .svgz is)"),
        (b"version https://git-lfs.github.com/spec/v1\n", "a reference of Git LFS"),
    ],
)
def test_what_is_not_read_is_named(
    saved: Callable[..., Path], no_decoders: None, beginning: bytes, found: str
) -> None:
    said = refusal(saved(beginning + bytes(100)))

    assert said.startswith(f"picture-kind: 'hall.jpg' is {found}, whatever its name says (")


@pytest.mark.parametrize(
    ("name", "brand", "said"),
    [
        ("hall.heic", b"heic", "a HEIC photograph, as telephones write them"),
        ("hall.HEIF", b"mif1", "a HEIC photograph, as telephones write them"),
        ("hall.avif", b"avif", "an AVIF picture"),
    ],
)
def test_what_telephones_write_is_named_with_what_to_do(
    saved: Callable[..., Path], no_decoders: None, name: str, brand: bytes, said: str
) -> None:
    found = refusal(saved(b"\0\0\0\x18ftyp" + brand + bytes(100), name))

    assert found.startswith(f"picture-kind: '{name}' is {said}, which can't be read here (export")


def test_what_qt_has_a_decoder_for_is_read(
    saved: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With none behind it, what it says is that the file is damaged."""
    monkeypatch.setattr("kiosk.look.pictures.readable_formats", lambda: {"avif"})
    file = saved(b"\0\0\0\x18ftypavif" + bytes(100), "hall.avif")

    assert refusal(file).startswith("unreadable-picture: 'hall.avif' is a damaged AVIF")


def test_an_empty_file_and_no_picture_are_named(saved: Callable[..., Path]) -> None:
    assert "is empty: it has 0 bytes (save or copy it again)" in refusal(saved(b""))
    assert "is no picture that is known here" in refusal(saved(b"Dear museum,\n"))


@pytest.mark.parametrize("form", ["jpg", "png", "webp", "bmp"])
@pytest.mark.qt_log_ignore("")
def test_a_picture_that_is_cut_off_anywhere_is_never_drawn_in_part(
    saved: Callable[..., Path], form: str
) -> None:
    data = written(corners(160, 120), form)
    for length in range(1, len(data) - 12, max(1, len(data) // 23)):
        assert read_picture(saved(data[:length]), SIZE).isNull(), length


@pytest.mark.qt_log_ignore("")
def test_a_gif_and_a_tiff_that_are_cut_off_are_not_drawn(saved: Callable[..., Path]) -> None:
    for data in (gif(TEAL), tiff(64, 48)):
        for length in range(len(data) // 3, len(data) - 1, max(1, len(data) // 7)):
            assert read_picture(saved(data[:length]), SIZE).isNull(), length


def test_a_cut_off_photograph_is_said_by_looking_at_its_head(saved: Callable[..., Path]) -> None:
    data = written(corners(160, 120), "jpg")

    assert refusal(saved(data[: len(data) // 2])) == (
        "unreadable-picture: 'hall.jpg' is cut off: its end is missing"
        " (copy it again from where it came)"
    )


def test_what_telephones_put_after_a_photograph_is_no_harm(saved: Callable[..., Path]) -> None:
    """A film of three seconds, or a second picture: hundreds of them in any gallery."""
    file = saved(written(plain(), "jpg") + bytes(3_000_000))

    assert is_near(draw_picture(file, SIZE).pixelColor(9, 9), TEAL)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("size", [QSize(80, 60), QSize(16, 12)])
def test_a_photograph_stands_as_the_camera_was_held(
    saved: Callable[..., Path], orientation: int, size: QSize
) -> None:
    """The same corners whatever the camera wrote, larger and smaller than the file."""
    upright = corners(128, 96)
    # How the stored picture comes from the upright one (CIPA DC-008, 4.6.4 A).
    undo = {
        1: upright,
        2: upright.flipped(_H),
        3: upright.flipped(_H | _V),
        4: upright.flipped(_V),
        5: _quarter(upright, 90).flipped(_H),
        6: _quarter(upright, 270),
        7: _quarter(upright, 270).flipped(_H),
        8: _quarter(upright, 90),
    }
    file = saved(turned(written(undo[orientation], "jpg", 100), orientation))
    picture = draw_picture(file, size)

    assert picture.size() == size
    right, bottom = size.width() - 3, size.height() - 3
    for point, name in (
        ((2, 2), "red"),
        ((right, 2), "lime"),
        ((2, bottom), "blue"),
        ((right, bottom), "white"),
    ):
        assert is_near(picture.pixelColor(*point), QColor(name), 40), (orientation, name)


def test_a_picture_that_moves_shows_its_beginning_and_says_so(saved: Callable[..., Path]) -> None:
    file = saved(gif(TEAL, frames=3), "hall.gif")

    assert is_near(draw_picture(file, SIZE).pixelColor(9, 9), TEAL)
    assert [each.rule for each in read_head(file).warnings] == ["moving-picture"]


@pytest.mark.parametrize(("ink", "ground"), [("black", "white"), ("white", "black")])
@pytest.mark.parametrize("form", ["png", "webp", "svg"])
def test_lines_on_nothing_stand_on_a_ground_that_shows_them(
    saved: Callable[..., Path], ink: str, ground: str, form: str
) -> None:
    if form == "svg":
        box = f'<rect x="25" y="25" width="50" height="50" fill="{ink}"/>'
        head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        data = f"{head}{box}</svg>".encode()
    else:
        image = QImage(64, 48, QImage.Format.Format_ARGB32)
        image.fill(QColor(0, 0, 0, 0))
        for y in range(12, 36):
            for x in range(16, 48):
                image.setPixelColor(x, y, QColor(ink))
        data = written(image, form, 100)
    picture = draw_picture(saved(data), SIZE)

    assert picture.pixelColor(40, 30).name() == QColor(ink).name()
    assert picture.pixelColor(1, 1).name() == QColor(ground).name()


@pytest.mark.parametrize("shape", [(1, 900), (900, 1), (3, 2), (997, 601)])
@pytest.mark.parametrize("form", ["jpg", "png"])
@pytest.mark.parametrize("size", [QSize(81, 60), QSize(7, 200), QSize(1, 1)])
def test_every_shape_fills_every_size(
    saved: Callable[..., Path], shape: tuple[int, int], form: str, size: QSize
) -> None:
    picture = draw_picture(saved(written(plain(TEAL, *shape), form)), size)

    assert picture.size() == size
    for x in {0, size.width() - 1}:
        for y in {0, size.height() // 2, size.height() - 1}:
            assert is_near(picture.pixelColor(x, y), TEAL), (x, y)


@pytest.mark.parametrize(
    "part", [(1920, 1080), (7680, 4320), (30_000, 1_200), (50, 40), (9, 9_000)]
)
@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(3840, 2160), QSize(1080, 1920)])
def test_no_call_that_keeps_others_waiting_does_much(part: tuple[int, int], size: QSize) -> None:
    """What goes on beside a read of Qt's is done in bands that a thread may wait for."""
    whole = QRect(0, 0, *part)
    found = list(bands(whole, size))

    assert sum(band.target.height() for band in found) == size.height()
    assert all(whole.contains(band.source) for band in found)
    for one, next_one in pairwise(found):
        assert next_one.target.top() == one.target.bottom() + 1
    for band in found:
        assert band.target.width() * band.target.height() <= max(100_000, size.width())
        assert band.source.width() * band.source.height() <= 500_000


def test_bands_of_a_picture_meet_without_a_seam(saved: Callable[..., Path]) -> None:
    """A slope of grey from top to bottom goes down row by row, never back and never by a leap."""
    slope = QImage(900, 2_311, QImage.Format.Format_RGB32)
    for y in range(slope.height()):
        slope_row = QColor.fromRgb(*([y * 255 // slope.height()] * 3))
        for x in range(900):
            slope.setPixel(x, y, slope_row.rgb())
    picture = draw_picture(saved(written(slope, "png")), QSize(700, 1_613))
    rows = [picture.pixelColor(350, y).red() for y in range(picture.height())]

    steps = [after - before for before, after in pairwise(rows)]
    assert min(steps) >= 0
    assert max(steps) <= 1
