"""The contrast of letters with the pixels behind them, as WCAG 2.2 defines it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.look.typesetting import Setting, letters_taken_by

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtCore import QRectF
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look
    from kiosk.workshop.check.drawn_text import DrawnText

    Pixels = NDArray[numpy.float64]

TEXT, LARGE_TEXT = 4.5, 3.0
"""The minimum contrast ratios of WCAG 2.2, 1.4.3."""

_LARGE_U = 24 * 1.33
_WORST_PERCENT = 10
"""A letter may cross a hairline, so the worst tenth of the pixels behind it is ignored."""

_OPAQUE = 255


def without_letters(widget: QWidget) -> NDArray[numpy.uint8]:
    """A widget's pixels (height, width, RGB) without letters, but with their soft casings."""

    def draw(setting: Setting, painter: QPainter, x: float, y: float, color: QColor) -> None:
        if color.alpha() < _OPAQUE:
            setting.draw_letters(painter, x, y, color)

    with letters_taken_by(draw):
        image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    shape = (image.height(), image.bytesPerLine() // 4, 4)
    pixels = numpy.frombuffer(image.constBits(), numpy.uint8).reshape(shape)
    return pixels[:, : image.width(), 2::-1].copy()


def relative_luminance(channels: Pixels) -> Pixels:
    """The relative luminance of sRGB as WCAG defines it; channels are 0 to 1."""
    linear = numpy.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    luminance: Pixels = linear @ numpy.array([0.2126, 0.7152, 0.0722])
    return luminance


def luminance_of(color: QColor) -> Pixels:
    """The relative luminance of one colour."""
    return relative_luminance(numpy.array([color.redF(), color.greenF(), color.blueF()]))


def contrast(color: QColor, ground: Pixels) -> Pixels:
    """The contrast ratio, 1 to 21, of a colour with each pixel of that luminance."""
    own = luminance_of(color)
    lighter, darker = numpy.maximum(own, ground), numpy.minimum(own, ground)
    ratio: Pixels = (lighter + 0.05) / (darker + 0.05)
    return ratio


def luminance_under(rect: QRectF, pixels: NDArray[numpy.uint8]) -> Pixels:
    """The relative luminance of the pixels in a rectangle."""
    box = rect.toAlignedRect()
    height, width, _ = pixels.shape
    rows = slice(max(0, box.top()), min(height, box.bottom() + 1))
    columns = slice(max(0, box.left()), min(width, box.right() + 1))
    return relative_luminance(pixels[rows, columns].astype(numpy.float64) / 255)


def contrast_of(text: DrawnText, pixels: NDArray[numpy.uint8]) -> float:
    """The lowest contrast of any line, without the worst tenth of its pixels."""
    ratios = [21.0]
    for line in text.lines:
        under = luminance_under(line, pixels)
        if under.size:
            ratios.append(float(numpy.percentile(contrast(text.color, under), _WORST_PERCENT)))
    return min(ratios)


def least_contrast(text: DrawnText, look: Look) -> float:
    """The contrast that WCAG requires of a text of that size."""
    return LARGE_TEXT if text.least_size >= look.px(_LARGE_U) else TEXT
