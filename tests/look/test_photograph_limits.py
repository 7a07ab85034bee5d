"""What is too large or too slow to draw is refused with its limit; the rest takes little memory."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from kiosk.look.pictures import draw_picture, read_head
from tests.look.photographs import SIZE, is_near, refusal
from tests.look.picture_bytes import (
    TEAL,
    jpeg_segment,
    plain,
    png,
    resized,
    with_segment,
    written,
)
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_photograph_of_24_megapixels_is_drawn(saved: Callable[..., Path]) -> None:
    file = saved(written(plain(width=6000, height=4000), "jpg", 60))

    assert is_near(draw_picture(file, SIZE).pixelColor(9, 9), TEAL)


RESIDENT = """
import sys
from pathlib import Path
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from kiosk.look.picture_canvas import bands
from kiosk.look.pictures import draw_picture
application = QGuiApplication([])
picture = draw_picture(Path(sys.argv[1]), QSize(int(sys.argv[2]), int(sys.argv[3])))
status = Path("/proc/self/status").read_text().splitlines()
print(int(next(line for line in status if line.startswith("VmHWM")).split()[1]) * 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="/proc says how much memory a process takes")
@pytest.mark.parametrize("screen", [(1920, 1080), (3840, 2160)])
def test_a_photograph_of_200_megapixels_takes_less_than_150_megabytes(
    saved: Callable[..., Path], screen: tuple[int, int]
) -> None:
    """All of the process, Python and Qt included."""
    # The scan of a small grey picture under the head of a large one: what is missing is black.
    small = written(plain(QColor("white")).convertToFormat(QImage.Format.Format_Grayscale8), "jpg")
    file = saved(resized(small, 16_320, 12_240))
    done = subprocess.run(
        [sys.executable, "-c", RESIDENT, str(file), *map(str, screen)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )

    assert int(done.stdout) < 150_000_000


def test_more_than_200_megapixels_are_refused_with_the_limit(saved: Callable[..., Path]) -> None:
    file = saved(resized(written(plain(), "jpg"), 60_000, 60_000))

    assert refusal(file) == (
        "picture-too-large: 'hall.jpg' has 60,000 × 60,000 pixels, which are more than 202 million"
        " (save it smaller: a screen has 8 million)"
    )


def test_a_large_progressive_photograph_is_refused_with_the_limit(
    saved: Callable[..., Path],
) -> None:
    """Its decoder holds all of it at once."""
    data = resized(written(plain(), "jpg"), 9_000, 6_000).replace(b"\xff\xc0", b"\xff\xc2")

    assert refusal(saved(data)).startswith(
        "picture-too-large: 'hall.jpg' has 9,000 × 6,000 pixels; as a progressive JPEG that takes "
    )
    small = resized(written(plain(), "jpg"), 3_000, 2_000).replace(b"\xff\xc0", b"\xff\xc2")
    assert read_head(saved(small)).size == QSize(3_000, 2_000)


def test_a_small_file_with_a_huge_head_is_refused_with_the_limit(
    saved: Callable[..., Path],
) -> None:
    file = saved(png(60_000, 60_000, 8, 2, bytes(99)))

    assert file.stat().st_size < 2_000
    assert refusal(file) == (
        "picture-too-large: 'hall.jpg' has 60,000 × 60,000 pixels; as PNG that takes 14,434 MB of"
        " memory, and 150 MB are the most (save it as JPEG, which is made smaller while it is read)"
    )


def test_a_photograph_of_a_hundred_scans_is_refused(saved: Callable[..., Path]) -> None:
    """Each of them goes over the whole picture again."""
    data = written(plain(), "jpg").replace(b"\xff\xc0", b"\xff\xc2")
    scan = jpeg_segment(0xDA, b"\1\1\0\0\0\0")

    assert "101 scans" in refusal(saved(data[:-2] + scan * 100 + data[-2:]))


def test_lossless_and_deep_jpegs_are_named(saved: Callable[..., Path]) -> None:
    data = written(plain(), "jpg")

    assert "lossless or arithmetic" in refusal(saved(data.replace(b"\xff\xc0", b"\xff\xc3")))
    at = data.index(b"\xff\xc0") + 4
    assert "12 bits a colour" in refusal(saved(data[:at] + b"\x0c" + data[at + 1 :]))


def test_a_comment_as_long_as_can_be_is_no_harm(saved: Callable[..., Path]) -> None:
    data = written(plain(), "jpg")
    for _ in range(20):
        data = with_segment(data, 0xFE, b"\xff\xd9" * 30_000)
    file = saved(data)

    assert is_near(draw_picture(file, SIZE).pixelColor(9, 9), TEAL)
    assert "cut off" in refusal(saved(data[:-30]))
