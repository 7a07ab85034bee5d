"""Screens with more pixels than units are used to the last pixel, at rest and in motion.

A window on a screen of another pixel ratio is compared with one of as many pixels on an ordinary
screen: the layout is the same, so the pictures have to be equally sharp.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.shipped import shipped

if TYPE_CHECKING:
    from pathlib import Path

PIXELS = (1200, 720)
RATIOS = (1.25, *(pytest.param(ratio, marks=pytest.mark.soak) for ratio in (1.5, 2.0)))
"""`test_at_ratio_two.py` tries 2.0 in `make test`."""
PICTURES = ("home", "way6", "way40", "place", "attract")
HANG_SECONDS = 240


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _drawn(tmp_path_factory.mktemp("ordinary"), 1.0)


@pytest.fixture(scope="module", params=RATIOS, ids=str)
def dense(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _drawn(tmp_path_factory.mktemp(f"ratio-{request.param}-"), request.param)


def _drawn(folder: Path, ratio: float) -> Path:
    width, height = (round(pixels / ratio) for pixels in PIXELS)
    subprocess.run(
        [sys.executable, "-m", "tests.pictures.ratio_pictures", folder, str(width), str(height)],
        env={**os.environ, "QT_SCALE_FACTOR": str(ratio), "QT_QPA_PLATFORM": "offscreen"},
        cwd=shipped("assets").parent,
        check=True,
        timeout=HANG_SECONDS,
    )
    (folder / "ratio").write_text(str(ratio), encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_as_sharp_as_its_pixels(ordinary: Path, dense: Path, name: str) -> None:
    ratio = float((dense / "ratio").read_text(encoding="utf-8"))
    picture, sharp = _read(dense / f"{name}.png"), _read(ordinary / f"{name}.png")
    finest = _finest(sharp, ratio)

    assert (picture.width(), picture.height()) == (sharp.width(), sharp.height())
    assert _finest(_blocks(sharp, ratio), ratio) < finest / 2, "the measure tells blocks"
    assert _finest(picture, ratio) > finest * 0.8


def _read(file: Path) -> QImage:
    image = QImage(str(file))
    assert not image.isNull()
    image.setDevicePixelRatio(1.0)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _blocks(image: QImage, ratio: float) -> QImage:
    """The same picture drawn with as many pixels as the window has units, then enlarged."""
    stretched = Qt.AspectRatioMode.IgnoreAspectRatio
    smooth, fast = (
        Qt.TransformationMode.SmoothTransformation,
        Qt.TransformationMode.FastTransformation,
    )
    width, height = round(image.width() / ratio), round(image.height() / ratio)
    return image.scaled(width, height, stretched, smooth).scaled(image.size(), stretched, fast)


def _finest(image: QImage, ratio: float) -> float:
    """How much of a picture is lost in blocks: the mean difference, in levels of lightness."""
    lost = _blocks(image, ratio)
    painter = QPainter(lost)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, image)
    painter.end()
    stretched, smooth = (
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    small = lost.scaled(60, 36, stretched, smooth)
    levels = [small.pixelColor(x, y).lightnessF() for x in range(60) for y in range(36)]
    return 255 * sum(levels) / len(levels)
