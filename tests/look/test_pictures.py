"""Curators' pictures are cut to fill; what can't be trusted is not shown, and takes no time."""

from __future__ import annotations

import gzip
import os
import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from kiosk.look.picture_kind import kind_of, stranger
from kiosk.look.pictures import read_picture

if TYPE_CHECKING:
    from pathlib import Path

SIZE = QSize(80, 40)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 100 100">{}</svg>'
)
GREEN = SVG.format('<rect width="100" height="100" fill="#00ff00"/>')

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def red(tmp_path: Path) -> Path:
    """A picture that no other file may show."""
    file = tmp_path / "red.png"
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    assert image.save(str(file))
    return file


def test_a_drawing_fills_the_size(tmp_path: Path) -> None:
    file = tmp_path / "green.svg"
    file.write_text(GREEN, encoding="utf-8")
    picture = read_picture(file, SIZE)

    assert picture.size() == SIZE
    for x, y in ((0, 0), (79, 0), (0, 39), (79, 39)):
        assert picture.pixelColor(x, y) == QColor("#00ff00")


@pytest.mark.parametrize("suffix", ["png", "jpg", "jpeg", "webp", "PNG"])
def test_a_photograph_is_cut_evenly_on_two_sides(tmp_path: Path, suffix: str) -> None:
    """A square with a red top, a blue bottom and a green middle keeps the middle."""
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    for y in range(200):
        color = QColor("red" if y < 40 else "blue" if y >= 160 else "lime")
        for x in range(200):
            image.setPixelColor(x, y, color)
    file = tmp_path / f"photograph.{suffix}"
    assert image.save(str(file), None, 100)
    picture = read_picture(file, SIZE)

    assert picture.size() == SIZE
    for x, y in ((2, 2), (77, 2), (40, 20), (2, 37), (77, 37)):
        assert picture.pixelColor(x, y).green() > 200
        assert picture.pixelColor(x, y).red() < 60


def refused(file: Path, data: bytes) -> bool:
    file.write_bytes(data)
    return read_picture(file, SIZE).isNull()


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="{red}" width="100" height="100"/>',
        '<image xlink:href="{red}" width="100" height="100"/>',
        '<svg:image xmlns:svg="http://www.w3.org/2000/svg" xlink:href="{red}"/>',
        '<use xlink:href="other.svg#shape"/>',
        '<use href="#shape"/>',
        '<a xlink:href="https://example.org/"><rect width="9" height="9"/></a>',
        "<script>alert(1)</script>",
        "<foreignObject/>",
        '<filter id="f"><feGaussianBlur stdDeviation="9999"/></filter>',
        '<pattern id="p" width="0.0001" height="0.0001"/>',
    ],
)
def test_a_drawing_that_names_other_things_is_refused(
    tmp_path: Path, red: Path, inside: str
) -> None:
    data = SVG.format(inside.format(red=red)).encode()
    assert refused(tmp_path / "hostile.svg", data)


def test_entities_are_refused(tmp_path: Path) -> None:
    entity = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + GREEN
    assert refused(tmp_path / "entity.svg", entity.encode())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_a_hostile_drawing_is_refused_in_any_encoding(
    tmp_path: Path, red: Path, encoding: str
) -> None:
    inside = f'<image xlink:href="{red}" width="100" height="100"/>'
    assert refused(tmp_path / "hostile.svg", SVG.format(inside).encode(encoding))


def test_a_compressed_drawing_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "compressed.svg", gzip.compress(GREEN.encode()))
    assert refused(tmp_path / "compressed.svgz", gzip.compress(GREEN.encode()))


@pytest.mark.parametrize("data", [b"", b"<svg", b"no drawing", b"\x00" * 64, GREEN[:60].encode()])
def test_what_is_no_drawing_is_refused(tmp_path: Path, data: bytes) -> None:
    assert refused(tmp_path / "broken.svg", data)


def test_a_drawing_of_more_than_two_megabytes_is_refused(tmp_path: Path) -> None:
    padding = "<!--" + "x" * 2_200_000 + "-->"
    assert refused(tmp_path / "large.svg", SVG.format(padding).encode())


def test_deeply_nested_drawings_do_no_harm(tmp_path: Path) -> None:
    assert refused(tmp_path / "deep.svg", SVG.format("<g>" * 100_000 + "</g>" * 100_000).encode())


def test_a_picture_is_what_its_bytes_are_whatever_its_name_says(tmp_path: Path, red: Path) -> None:
    data = red.read_bytes()
    for name in ("red.jpg", "red.webp", "red.svg", "red.gif", "red.bmp", "red"):
        assert not refused(tmp_path / name, data), name


def test_a_truncated_picture_is_refused(tmp_path: Path, red: Path) -> None:
    data = red.read_bytes()
    for length in (0, 8, 20, len(data) // 2):
        assert refused(tmp_path / "cut.png", data[:length]), length


def test_a_small_file_that_would_unpack_to_gigabytes_is_refused(tmp_path: Path) -> None:
    """A PNG of 40,000 by 40,000 grey pixels, all of them nought."""
    rows = zlib.compressobj(9)
    packed = b"".join(rows.compress(bytes(40_001) * 100) for _ in range(4)) + rows.flush()

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed)
    assert refused(tmp_path / "bomb.png", data + chunk(b"IEND", b""))


def test_a_file_of_more_than_a_hundred_and_fifty_megabytes_is_refused(
    tmp_path: Path, red: Path
) -> None:
    file = tmp_path / "long.png"
    file.write_bytes(red.read_bytes())
    os.truncate(file, 150_000_001)

    assert read_picture(file, SIZE).isNull()


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    os.mkfifo(tmp_path / "pipe.svg")

    assert read_picture(tmp_path / "pipe.png", SIZE).isNull()
    assert read_picture(tmp_path / "pipe.svg", SIZE).isNull()


def test_a_folder_or_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.png").mkdir()

    assert read_picture(tmp_path / "folder.png", SIZE).isNull()
    assert read_picture(tmp_path / "missing.png", SIZE).isNull()


def test_a_picture_of_zeros_is_told_as_one_that_was_not_saved() -> None:
    assert kind_of(bytes(100)) is None
    assert stranger(bytes(100)) == (
        "a file of zeros, which was not saved completely",
        "take it from a copy, or export it anew",
    )
