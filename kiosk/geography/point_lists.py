"""Points as plain numbers and as polygons, handed to Qt and by Qt in one piece.

Asking for one coordinate after the other would take ten times as long.
"""

from __future__ import annotations

import sys
from array import array

from PySide6.QtCore import QByteArray, QDataStream, QIODevice
from PySide6.QtGui import QPolygonF

_COUNT_BYTES = 4


def coordinates(points: QPolygonF) -> list[float]:
    """x and y of each point, in turn."""
    buffer = QByteArray()
    stream = QDataStream(buffer, QIODevice.OpenModeFlag.WriteOnly)
    stream << points
    numbers = array("d")
    numbers.frombytes(buffer.data()[_COUNT_BYTES:])
    _swap(numbers)
    return numbers.tolist()


def polygon_of(numbers: array[float]) -> QPolygonF:
    """The points of x and y in turn."""
    _swap(numbers)
    packed = (len(numbers) // 2).to_bytes(_COUNT_BYTES, "big") + numbers.tobytes()
    stream = QDataStream(QByteArray(packed))
    polygon = QPolygonF()
    stream >> polygon
    return polygon


def _swap(numbers: array[float]) -> None:
    """Between the machine's order of bytes and that of streams, which is the network's."""
    if sys.byteorder == "little":
        numbers.byteswap()
