"""A decoded picture, cut to fill a size, in the screen's colours, on a ground where it has none.

Everything here is a call that keeps Python's lock, so it goes in narrow bands with rests between
them: no thread waits for longer than one band takes.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QColorSpace, QImage, QPainter

from kiosk.look.kept_point import with_point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.look.kept_point import Focus

_BAND_PIXELS = 100_000
_READ_PIXELS = 400_000
"""Pixels of the canvas and of the picture in one band: 2 to 5 ms on two shared cores."""
_REST_SECONDS = 0.0004
_SAMPLES = 96
_MIDDLE = 118
"""The grey, of 255, with equal contrast to black and white: WCAG 2.2, 1.4.3."""
_OPAQUE = 254
_SRGB = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
"""Made while this module is imported: PySide fills in its types at their first use, and two threads
that use one first at the same time find it half filled."""


class Band(NamedTuple):
    """A band of the canvas, `target`, and the part of the picture that fills it."""

    source: QRect
    target: QRect


def filling_part(picture: QSize, size: QSize, focus: Focus | None = None) -> QRect:
    """The part of a picture that has the shape of `size`: its middle, or what has the focus."""
    scale = max(size.width() / picture.width(), size.height() / picture.height())
    width = min(picture.width(), max(1, round(size.width() / scale)))
    height = min(picture.height(), max(1, round(size.height() / scale)))
    left, top = (picture.width() - width) // 2, (picture.height() - height) // 2
    if focus is not None:
        left = with_point(left, width, picture.width(), focus[0])
        top = with_point(top, height, picture.height(), focus[1])
    return QRect(left, top, width, height)


def on_canvas(
    picture: QImage, size: QSize, *, is_negative: bool = False, focus: Focus | None = None
) -> QImage:
    """The picture cut to fill `size`, opaque and in sRGB; `focus` is not cut away.

    `is_negative` is for prints in four colours that count the paper and not the ink.
    """
    canvas = QImage(size, QImage.Format.Format_RGB32)
    canvas.fill(ground_colour(picture))
    painter = QPainter(canvas)
    try:
        for band in bands(filling_part(picture.size(), size, focus), size):
            strip = picture.copy(band.source)
            if strip.size() != band.target.size():
                strip = strip.scaled(
                    band.target.size(),
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            if is_negative:
                strip.invertPixels(QImage.InvertMode.InvertRgba)
            painter.drawImage(band.target.topLeft(), _in_screen_colours(strip))
            time.sleep(_REST_SECONDS)
    finally:
        painter.end()
    return canvas


def bands(part: QRect, size: QSize) -> Iterator[Band]:
    """Bands of the canvas that end where a row of the picture ends, as nearly as there is one."""
    ratio = part.height() / size.height()
    rows = min(_BAND_PIXELS // size.width(), round(_READ_PIXELS / (part.width() * ratio)))
    rows = max(1, rows)
    top, source_top = 0, part.top()
    while top < size.height():
        last = min(top + rows, size.height())
        if last < size.height():
            first = top + max(1, rows // 2)
            last = min(
                range(last, first - 1, -1), key=lambda row: abs(row * ratio - round(row * ratio))
            )
        source_end = part.top() + round(last * ratio)
        source = QRect(part.left(), source_top, part.width(), max(1, source_end - source_top))
        source.moveTop(min(source.top(), part.bottom() + 1 - source.height()))
        yield Band(source, QRect(QPoint(0, top), QSize(size.width(), last - top)))
        top, source_top = last, source_end


def _in_screen_colours(strip: QImage) -> QImage:
    """The strip in sRGB; as it is where it has no profile, or one that can't be used."""
    space = strip.colorSpace()
    if not space.isValid() or space == _SRGB:
        return strip
    form = (
        QImage.Format.Format_ARGB32_Premultiplied
        if strip.hasAlphaChannel()
        else QImage.Format.Format_RGB32
    )
    converted = strip.convertedToColorSpace(_SRGB, form)
    return strip if converted.isNull() else converted


def ground_colour(picture: QImage) -> QColor:
    """Black below what is bright, white below what is dark."""
    if not picture.hasAlphaChannel():
        return QColor("black")
    sample = picture.scaled(
        min(_SAMPLES, picture.width()),
        min(_SAMPLES, picture.height()),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.FastTransformation,
    ).convertToFormat(QImage.Format.Format_RGBA8888)
    data = bytes(sample.constBits())
    red, green, blue, alpha = (data[channel::4] for channel in range(4))
    visible = sum(alpha)
    if visible == 0 or visible >= _OPAQUE * len(alpha):
        return QColor("black")
    # ITU-R BT.709.
    light = sum(
        a * (0.2126 * r + 0.7152 * g + 0.0722 * b)
        for r, g, b, a in zip(red, green, blue, alpha, strict=True)
    )
    return QColor("white" if light / visible < _MIDDLE else "black")
