"""A reader for one thread while another one reads or writes images of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImageReader

if TYPE_CHECKING:
    from PySide6.QtCore import QIODevice


def image_reader(device: QIODevice, image_format: str) -> QImageReader:
    """A reader of that format and no other, such as `jpeg`, at the beginning of an open device.

    Its handler exists already.  Qt makes one while it holds the lock of all image plugins, and asks
    the device then; PySide takes Python's lock for each question to a device, and frees it during
    `read`.  A reader that made its handler in `read` would wait for Python's lock with Qt's in its
    hand, and for ever if the thread that has Python's is about to read or save an image itself.
    """
    reader = QImageReader(device, QByteArray(image_format.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.canRead()
    return reader
