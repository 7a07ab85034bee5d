"""A frame of a moving map: every layer where it belongs, and nothing scaled that nobody sees."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.geography.camera import Camera
from kiosk.screen.map.map_glide import MapGlide
from kiosk.screen.map.map_layers import MapLayers
from kiosk.screen.map.map_raster import Raster, RasterKey

SEA = QColor("#102030")
VIEW = QSize(200, 100)


def raster(color: str, camera: Camera, left: int, width: int) -> Raster:
    key = RasterKey(camera, left, 0, width, VIEW.height(), "dark", frozenset())
    image = QImage(width, VIEW.height(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(color))
    return Raster(key, image)


def frame(camera: Camera, *layers: tuple[Raster, float], device: QImage | None = None) -> QImage:
    glide = MapGlide()
    glide.resize(VIEW, 1.0)
    image = device or QImage(VIEW, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    glide.paint(painter, camera=camera, layers=layers, sea=SEA)
    painter.end()
    return image


def color(image: QImage, x: int) -> str:
    return image.pixelColor(x, VIEW.height() // 2).name()


def test_a_layer_of_full_strength_hides_what_is_below_and_leaves_the_rest() -> None:
    home = Camera(0, 0, 1)
    wide, narrow = raster("#ff0000", home, -20, 140), raster("#0000ff", home, 20, 60)

    seen = frame(home, (wide, 1.0), (narrow, 1.0))

    assert [color(seen, x) for x in (0, 19, 20, 50, 79, 80, 119, 120, 199)] == [
        "#ff0000", "#ff0000", "#0000ff", "#0000ff", "#0000ff", "#ff0000", "#ff0000",
        SEA.name(), SEA.name(),
    ]  # fmt: skip


def test_a_layer_that_still_comes_hides_nothing() -> None:
    home = Camera(0, 0, 1)
    red, blue = raster("#ff0000", home, 0, 200), raster("#0000ff", home, 0, 200)

    assert color(frame(home, (red, 1.0), (blue, 0.5)), 100) in ("#7f0080", "#80007f", "#7f007f")


def test_what_shows_the_same_as_what_is_below_is_not_blended_with_it() -> None:
    """Where both are solid the lower one is seen, which has the same pixels."""
    home = Camera(0, 0, 1)
    red, blue = raster("#ff0000", home, -20, 120), raster("#0000ff", home, 20, 180)

    seen = frame(home, (red, 1.0), (blue, 0.5))

    assert [color(seen, x) for x in (0, 60, 95)] == ["#ff0000"] * 3
    assert color(seen, 150) not in ("#ff0000", "#0000ff", SEA.name())


@pytest.mark.parametrize("lines", [100, 1300])
@pytest.mark.parametrize("strengths", [range(0, 21), range(20, -1, -1)])
def test_a_layer_comes_and_goes_little_by_little_on_a_map_that_grows(
    strengths: range, lines: int
) -> None:
    """Also where a screen is so large that its frames are put together in fewer pixels."""
    home, size = Camera(0, 0, 1), QSize(200, lines)
    glide = MapGlide()
    glide.resize(size, 1.0)
    key = RasterKey(home, 0, 0, size.width(), size.height(), "dark", frozenset())
    above = Raster(key, QImage(size, QImage.Format.Format_ARGB32_Premultiplied))
    above.image.fill(QColor("#0000ff"))
    image = QImage(size, QImage.Format.Format_RGB32)

    found = []
    for frame_number, strength in enumerate(strengths):
        painter = QPainter(image)
        camera = Camera(0, 0, 1.1 + frame_number / 100)
        layers = [(raster("#ff0000", home, -50, 400), 1.0), (above, strength / 20)]
        layers[0][0].image.fill(QColor("#ff0000"))
        glide.paint(painter, camera=camera, layers=[each for each in layers if each[1]], sea=SEA)
        painter.end()
        found.append(image.pixelColor(60, 40).blue())

    assert found == sorted(found, reverse=strengths[0] > 0)
    assert {found[0], found[-1]} == {0, 255}
    assert all(abs(one - other) < 25 for one, other in pairwise(found)), "no frame jumps"
    assert found[10] == pytest.approx(128, abs=40)


@pytest.mark.parametrize(("opacity", "blue"), [(0.03, 0), (0.5, 128)])
def test_what_is_left_of_a_layer_is_blended_only_where_it_can_be_seen(
    opacity: float, blue: int
) -> None:
    """Until its pixels are put together with those below, a map that grows shows it scaled."""
    home = Camera(0, 0, 1)
    layers = [(raster("#ff0000", home, 0, 300), 1.0), (raster("#0000ff", home, 0, 300), opacity)]
    glide = MapGlide()
    glide.resize(VIEW, 1.0)
    image = QImage(VIEW, QImage.Format.Format_RGB32)
    for camera in (home, Camera(0, 0, 1.1)):
        painter = QPainter(image)
        glide.paint(painter, camera=camera, layers=layers, sea=SEA)
        painter.end()

    assert image.pixelColor(100, 50).blue() == pytest.approx(blue, abs=3)


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("shift", [0.0, 0.4, 7.7])
def test_nothing_is_left_of_what_was_painted_before(scale: float, shift: float) -> None:
    home = Camera(0, 0, 1)
    below, above = raster("#ff0000", home, -300, 800), raster("#0000ff", home, 10, 80)

    seen = frame(Camera(shift, 0, scale), (below, 1.0), (above, 1.0))

    found = {seen.pixelColor(x, 50).name() for x in range(VIEW.width())}
    assert {"#ff0000", "#0000ff"} <= found
    assert all(QColor(each).green() == 0 for each in found)


def test_what_is_moved_stays_as_sharp_as_it_was_drawn() -> None:
    home = Camera(0, 0, 1)
    striped = raster("#ff0000", home, -300, 800)
    for x in range(0, 800, 2):
        for y in range(VIEW.height()):
            striped.image.setPixelColor(x, y, QColor("#0000ff"))

    seen = frame(Camera(3.4, 0, 1), (striped, 1.0))

    assert {color(seen, x) for x in range(200)} == {"#ff0000", "#0000ff"}


def test_what_another_covers_is_not_among_what_is_seen() -> None:
    home, view = Camera(0, 0, 1), QRectF(0, 0, VIEW.width(), VIEW.height())
    ground, detail = raster("#ff0000", home, -50, 300), raster("#0000ff", home, -100, 400)
    layers = MapLayers()
    layers.aim(ground.key, detail.key, 0.0, 0.0)
    layers.take({ground.key: ground, detail.key: detail}.get, 0.0)

    assert [each.key for each, _ in layers.seen(home, view, 0.0)] == [detail.key]
    layers.prune(home, view, 0.0)
    far = Camera(-400, 0, 1)
    assert [each.key for each, _ in layers.seen(far, view, 0.0)] == []
