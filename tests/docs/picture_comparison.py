"""How far a picture is from another one, as somebody sees it who looks at both."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tests.docs.guide_pictures import Patch

_WIDTH = 400
_BLOCK = 16
"""In pixels of the reduced pictures: about a word of a text."""
_MOST_IN_ALL = 1.0
_MOST_IN_A_BLOCK = 6.0


class Distance(NamedTuple):
    """The mean differences of two pictures' colours, of 255: in all, and in the worst block."""

    in_all: float
    in_a_block: float

    @property
    def is_seen(self) -> bool:
        """Whether it is more than edges that fall otherwise between pixels."""
        return self.in_all > _MOST_IN_ALL or self.in_a_block > _MOST_IN_A_BLOCK


def distance(one: QImage, other: QImage, passing: Patch | None = None) -> Distance:
    """Compare two pictures at reduced size, but for a patch that never stays."""
    first, second = _reduced(one), _reduced(other)
    if one.size() != other.size():
        return Distance(255.0, 255.0)
    differences = numpy.abs(first - second).mean(axis=2)
    if passing is not None:
        height, width = differences.shape
        left, top, right, bottom = passing
        rows = slice(int(top * height), int(bottom * height) + 1)
        differences[rows, int(left * width) : int(right * width) + 1] = 0
    rows_left, columns_left = (-side % _BLOCK for side in differences.shape)
    whole = numpy.pad(differences, ((0, rows_left), (0, columns_left)))
    blocks = whole.reshape(whole.shape[0] // _BLOCK, _BLOCK, -1, _BLOCK).mean(axis=(1, 3))
    return Distance(float(differences.mean()), float(blocks.max()))


def _reduced(image: QImage) -> NDArray[numpy.float64]:
    """Rows of pixels of red, green and blue."""
    small = image.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation)
    small = small.convertToFormat(QImage.Format.Format_RGBX8888)
    pixels = numpy.frombuffer(small.constBits(), numpy.uint8)
    return pixels.reshape(small.height(), _WIDTH, 4)[:, :, :3].astype(numpy.float64)
