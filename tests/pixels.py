"""All pixels of an image at once: asking Qt for them one by one takes seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from numpy.typing import NDArray


def pixels_of(image: QImage) -> NDArray[numpy.uint32]:
    """Rows of colours, each as `QImage.pixel` and `QColor.rgb` have it."""
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    shape = (image.height(), image.width())
    return numpy.frombuffer(image.constBits(), numpy.uint32).reshape(shape).copy()
