"""Pictures made by hand, byte by byte: what no program here writes."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage, QImageWriter

if TYPE_CHECKING:
    from collections.abc import Sequence

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 100 100">{}</svg>'
)
TEAL = QColor(60, 160, 60)


def plain(color: QColor = TEAL, width: int = 64, height: int = 48) -> QImage:
    """A picture of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(color)
    return image


def corners(width: int = 64, height: int = 48) -> QImage:
    """Red and lime above blue and white, a quarter each."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    for y in range(height):
        for x in range(width):
            right, below = x >= width // 2, y >= height // 2
            names = ("red", "lime", "blue", "white")
            image.setPixelColor(x, y, QColor(names[right + 2 * below]))
    return image


def written(image: QImage, form: str, quality: int = 95) -> bytes:
    """The bytes of a file in that format."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(form.encode()))
    writer.setQuality(quality)
    assert writer.write(image), writer.errorString()
    return bytes_of(buffer.data())


def jpeg_segment(marker: int, content: bytes) -> bytes:
    """A segment of a JPEG with its marker and length."""
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


def with_segment(jpeg: bytes, marker: int, content: bytes) -> bytes:
    """The JPEG with one more segment at its beginning."""
    return jpeg[:2] + jpeg_segment(marker, content) + jpeg[2:]


def turned(jpeg: bytes, orientation: int) -> bytes:
    """The JPEG with an Exif that says how the camera was held, 1 to 8 (CIPA DC-008, 4.6.4)."""
    tags = struct.pack(">HHHIHH", 1, 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0MM\0*" + struct.pack(">I", 8) + tags + struct.pack(">I", 0)
    return with_segment(jpeg, 0xE1, exif)


def with_profile(jpeg: bytes, profile: bytes) -> bytes:
    """The JPEG with a colour profile (ICC.1:2022, B.4)."""
    return with_segment(jpeg, 0xE2, b"ICC_PROFILE\0\1\1" + profile)


def resized(jpeg: bytes, width: int, height: int) -> bytes:
    """The JPEG with another size in its header, far more than its scan has."""
    at = jpeg.index(b"\xff\xc0") + 5
    return jpeg[:at] + struct.pack(">HH", height, width) + jpeg[at + 4 :]


def png(
    width: int, height: int, depth: int, kind: int, rows: bytes, *, more: Sequence[bytes] = ()
) -> bytes:
    """A PNG of these rows, each with its filter's byte; `kind` is the colour type."""
    head = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    body = [png_chunk(b"IHDR", head), *more, png_chunk(b"IDAT", zlib.compress(rows))]
    return b"\x89PNG\r\n\x1a\n" + b"".join(body) + png_chunk(b"IEND", b"")


def png_chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk with its length and its sum."""
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def tiff(width: int, height: int, color: QColor = TEAL) -> bytes:
    """A TIFF of one colour in one strip, without compression."""
    pixels = bytes([color.red(), color.green(), color.blue()]) * (width * height)
    tags = [
        (256, 4, 1, width),
        (257, 4, 1, height),
        (258, 3, 3, 8 + len(pixels)),
        (259, 3, 1, 1),
        (262, 3, 1, 2),
        (273, 4, 1, 8),
        (277, 3, 1, 3),
        (278, 4, 1, height),
        (279, 4, 1, len(pixels)),
    ]
    entries = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    after = struct.pack("<HHH", 8, 8, 8)
    at = 8 + len(pixels) + len(after)
    head = b"II*\0" + struct.pack("<I", at)
    return head + pixels + after + struct.pack("<H", len(tags)) + entries + struct.pack("<I", 0)


def gif(color: QColor, frames: int = 1) -> bytes:
    """A GIF of 2 × 2 pixels: packed codes of two bits with a clear in between (GIF89a, 22)."""
    table = bytes([color.red(), color.green(), color.blue(), 0, 0, 0])
    # Clear, 0, 0, clear, 0, 0, end; the first bit is the lowest.
    packed, at = 0, 0
    for code, bits in ((4, 3), (0, 3), (0, 3), (4, 3), (0, 3), (0, 3), (5, 3)):
        packed |= code << at
        at += bits
    data = packed.to_bytes((at + 7) // 8, "little")
    frame = b",\0\0\0\0\2\0\2\0\0\2" + bytes([len(data)]) + data + b"\0"
    return b"GIF89a\2\0\2\0\x80\0\0" + table + frame * frames + b";"


def cmyk_profile() -> bytes:
    """A small profile of a press, unlike any real one: whatever is printed is one strong green.

    ICC.1:2022: a tag A2B0 of type lut8 with two points a side, all of them Lab 60, -60, 40.
    """
    green = bytes([153, 128 - 60, 128 + 40])
    white = b"XYZ " + bytes(4) + struct.pack(">iii", 0xF6D6, 0x10000, 0xD32D)
    tags = [
        (b"wtpt", white),
        (b"A2B0", _table(4, green)),
        (b"B2A0", _table(3, bytes([200, 0, 200, 0]))),
    ]
    at = 128 + 4 + 12 * len(tags)
    index, body = struct.pack(">I", len(tags)), b""
    for name, content in tags:
        padded = content + bytes(-len(content) % 4)
        index += name + struct.pack(">II", at + len(body), len(content))
        body += padded
    head = struct.pack(">I", at + len(body)) + bytes(4) + b"\4\x20\0\0prtrCMYKLab " + bytes(12)
    head += b"acsp" + bytes(28) + struct.pack(">iii", 0xF6D6, 0x10000, 0xD32D)
    return head + bytes(128 - len(head)) + index + body


def _table(inputs: int, answer: bytes) -> bytes:
    """A table of type lut8 that has one answer for all."""
    matrix = b"".join(struct.pack(">i", 65536 * (place % 4 == 0)) for place in range(9))
    head: bytes = b"mft1" + bytes(4) + bytes([inputs, len(answer), 2, 0]) + matrix
    identity = bytes(range(256))
    nodes: int = 2**inputs
    return head + identity * inputs + answer * nodes + identity * len(answer)


def bytes_of(array: QByteArray) -> bytes:
    """The bytes of an array of Qt's."""
    return bytes(array.data())
