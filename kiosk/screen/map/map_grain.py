"""Grain: noise of one level, under which the steps of a very slow gradient are not seen.

Light that falls on the land changes by a dozen levels over a thousand pixels: without grain each
level is a ring.
"""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QBrush, QImage, QTransform

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

_SIDE = 128
_SEED = 1
_DARKER, _AS_IT_IS = b"\x00\x00\x00\x01", b"\x01\x01\x01\x01"
"""Premultiplied pixels of the least opacity: one takes a level away and the other gives it back."""


def grain_on(painter: QPainter) -> QBrush:
    """A brush whose grains are pixels of the painter's device, however the painter is scaled."""
    brush = QBrush(_tile())
    to_device = painter.worldTransform()
    placed = QTransform.fromTranslate(to_device.dx() % 1, to_device.dy() % 1)
    brush.setTransform(placed * to_device.inverted()[0])
    return brush


@cache
def _tile() -> QImage:
    noise = random.Random(_SEED)
    pixels = b"".join(noise.choice((_DARKER, _AS_IT_IS)) for _ in range(_SIDE * _SIDE))
    shape = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(pixels, _SIDE, _SIDE, _SIDE * 4, shape).copy()
