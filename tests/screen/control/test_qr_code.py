"""A phone reads from the screen exactly the address that a source has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.screen.control.qr_code import can_encode, draw_qr
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Sequence

QUIET = 4
ADDRESSES = (
    "https://example.org/",
    "https://example.org/" + "a" * 480,
    "https://example.org/%E5%A4%A7%E7%81%A3%E5%8D%80?page=2&language=zh-Hant#top",
    "HTTP://EXAMPLE.ORG/UPPER-CASE",
)


def code(address: str) -> Sequence[Sequence[int]]:
    """The modules; imported here, since the exhibit decides how much of segno there is."""
    from segno import encoder

    written = encoder.encode(address, error="m", micro=False)  # type: ignore[no-untyped-call]
    matrix: Sequence[Sequence[int]] = written.matrix
    return matrix


def drawn(address: str, side: int) -> QImage:
    """The code as the screen shows it, on a dark ground."""
    image = QImage(side, side, QImage.Format.Format_Grayscale8)
    image.fill(QColor("#0c2229"))
    painter = QPainter(image)
    draw_qr(painter, address, QRectF(0, 0, side, side), 8.0)
    painter.end()
    return image


def modules(image: QImage, count: int) -> list[list[bool]]:
    """Which modules are dark, by the pixel in the middle of each."""
    step = image.width() / count
    return [
        [
            image.pixelColor(int((x + 0.5) * step), int((y + 0.5) * step)).lightness() < 128
            for x in range(count)
        ]
        for y in range(count)
    ]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("pixels", [216, 432, 153])
def test_every_module_is_the_one_that_the_standard_asks_for(
    qapp: object, address: str, pixels: int
) -> None:
    matrix = [[bool(each) for each in row] for row in code(address)]
    count = len(matrix) + 2 * QUIET
    if pixels < 2 * count:
        pixels = 2 * count
    seen = modules(drawn(address, pixels), count)
    inner = [row[QUIET:-QUIET] for row in seen[QUIET:-QUIET]]
    assert inner == matrix


def test_four_light_modules_lie_around_the_code(qapp: object) -> None:
    address = ADDRESSES[0]
    count = len(code(address)) + 2 * QUIET
    seen = modules(drawn(address, 432), count)
    edge = [*seen[1:QUIET], *seen[-QUIET:-1]]
    edge += [row[1:QUIET] + row[-QUIET:-1] for row in seen]
    assert not any(any(row[1:-1]) for row in edge)


def test_the_code_is_black_on_white_in_every_theme(qapp: object) -> None:
    image = drawn(ADDRESSES[0], 432)
    middle = [image.pixelColor(x, y).lightness() for x in range(60, 370) for y in range(60, 370)]
    assert set(middle) == {0, 255}


def test_every_module_of_the_longest_address_is_at_least_two_pixels_wide_on_a_card() -> None:
    longest = max(_addresses(), key=len)
    count = len(code(longest)) + 2 * QUIET
    assert 216 / count >= 2


def test_every_source_of_the_exhibit_can_be_encoded() -> None:
    assert [address for address in _addresses() if not can_encode(address)] == []


@pytest.mark.parametrize(
    ("address", "fits"), [("", False), ("a", True), ("a" * 500, True), ("a" * 501, False)]
)
def test_an_address_that_no_phone_would_read_gets_no_code(address: str, fits: bool) -> None:
    assert can_encode(address) is fits


def test_an_independent_reader_reads_every_address_back(qapp: object) -> None:
    shipped_addresses = _addresses()
    wrong = []
    for address in (*ADDRESSES, *shipped_addresses):
        image = drawn(address, 216 if address in shipped_addresses else 432)
        pixels = memoryview(image.constBits()).cast("B", (image.height(), image.bytesPerLine()))
        found = zxingcpp.read_barcodes(pixels)
        if [each.text for each in found] != [address]:
            wrong.append(address)
    assert wrong == []


def _addresses() -> list[str]:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    return sorted({source.address for source in exhibit.sources.values() if source.address})
