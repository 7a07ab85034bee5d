"""Pictures that curators bring, read with care: known formats, limited size, nothing fetched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.plain_file import FileRefused, read_plain_bytes

if TYPE_CHECKING:
    from pathlib import Path

_FORMATS = {".png": b"png", ".jpg": b"jpeg", ".jpeg": b"jpeg", ".webp": b"webp"}
_FILE_LIMIT_BYTES = 16 * 1024 * 1024
_SVG_LIMIT_BYTES = 2 * 1024 * 1024
_DECODED_LIMIT_MB = 64
_UNSAFE_SVG = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<\s*(?:\w+:)?(?:image|script|foreignObject|use|filter|mask|pattern)\b"
    rb"|href\s*=\s*[\"'](?!#)",
    re.IGNORECASE,
)
"""What could read other files, run, or grow without bounds; illustrations need none of it."""


def read_picture(file: Path, size: QSize) -> QImage:
    """The picture cut to fill `size`; a null image where the file can't be trusted or read."""
    try:
        data = read_plain_bytes(file, _FILE_LIMIT_BYTES)
    except FileRefused:
        return QImage()
    if file.suffix.lower() == ".svg":
        return _read_svg(data, size)
    form = _FORMATS.get(file.suffix.lower())
    return QImage() if form is None else _read_pixels(data, form, size)


def _read_svg(data: bytes, size: QSize) -> QImage:
    if len(data) > _SVG_LIMIT_BYTES or not _is_plain(data) or _UNSAFE_SVG.search(data):
        return QImage()
    renderer = QSvgRenderer(QByteArray(data))
    box = renderer.viewBoxF()
    if not renderer.isValid() or box.isEmpty():
        return QImage()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, _filled(box.size().width(), box.size().height(), size))
    painter.end()
    return image


def _is_plain(data: bytes) -> bool:
    """Whether it is text as we search it: Qt would also read UTF-16, or what is compressed."""
    if data[:2] == b"\x1f\x8b" or b"\x00" in data:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _read_pixels(data: bytes, form: bytes, size: QSize) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer, QByteArray(form))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    QImageReader.setAllocationLimit(_DECODED_LIMIT_MB)
    picture = reader.read()
    if picture.isNull():
        return QImage()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(_filled(picture.width(), picture.height(), size), picture)
    painter.end()
    return image


def _filled(width: float, height: float, size: QSize) -> QRectF:
    """Where a picture of that shape stands so that it fills `size`, cut on two sides."""
    scale = max(size.width() / max(1.0, width), size.height() / max(1.0, height))
    drawn_width, drawn_height = width * scale, height * scale
    return QRectF(
        (size.width() - drawn_width) / 2,
        (size.height() - drawn_height) / 2,
        drawn_width,
        drawn_height,
    )
