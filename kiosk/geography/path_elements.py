"""The elements of a path in one piece, as Qt's streams write them: a kind, x and y for each.

Asking a path for one element after the other takes Python half a microsecond each, and asking it
for polygons makes lines of its curves, of which there may be millions.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QDataStream, QIODevice
from PySide6.QtGui import QPainterPath

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

MOVE: Final = 0
LINE: Final = 1
CURVE: Final = 2
CURVE_DATA: Final = 3
"""QPainterPath.ElementType, as its stream writes it."""
ELEMENT: Final = struct.Struct(">idd")
"""One element: its kind, x and y."""

_COUNT: Final = struct.Struct(">i")
_TAIL: Final = struct.Struct(">ii")
"""Where the last part begins, and the fill rule."""
_VERSION: Final = QDataStream.Version.Qt_6_0
"""Whose format never changes; a test compares it with a path drawn call by call."""


def elements_of(path: QPainterPath) -> bytes:
    """All elements, an ELEMENT each."""
    buffer = QByteArray()
    stream = QDataStream(buffer, QIODevice.OpenModeFlag.WriteOnly)
    stream.setVersion(_VERSION)
    stream << path
    return bytes(buffer.data())[_COUNT.size : _COUNT.size + path.elementCount() * ELEMENT.size]


def kinds_of(elements: bytes) -> bytes:
    """MOVE, LINE, CURVE or CURVE_DATA for each element, as a byte."""
    return elements[_COUNT.size - 1 :: ELEMENT.size]


def path_of(elements: bytes, last_move: int, fill_rule: Qt.FillRule | None = None) -> QPainterPath:
    """The path of these elements; `last_move` is the number of the one that begins its last part.

    Where no fill rule is given it has Qt's default.
    """
    count = len(elements) // ELEMENT.size
    rule = 0 if fill_rule is None else fill_rule.value
    path = QPainterPath()
    # The constructor that takes a mode keeps only a pointer to the bytes; this one copies.
    packed = QByteArray(_COUNT.pack(count) + elements + _TAIL.pack(last_move, rule))
    stream = QDataStream(packed)
    stream.setVersion(_VERSION)
    stream >> path
    return path
