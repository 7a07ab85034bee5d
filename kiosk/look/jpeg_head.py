"""The markers of a JPEG file: how it was packed, and whether its end is there.

ITU-T T.81 (1992), annex B.  Qt's reader draws a file that was cut off, and leaves the rest grey.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from kiosk.text.phrase import Phrase, template

_PIECE_BYTES = 1024 * 1024
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN, _END, _ADOBE = 0xDA, 0xD9, 0xEE
_BASELINE, _EXTENDED, PROGRESSIVE = 0xC0, 0xC1, 0xC2
_COEFFICIENT_BYTES = 2
_SEGMENTS = 4096
"""Only a file that was made to keep us busy has more before its picture begins."""


class BrokenJpeg(ValueError):
    """Not a JPEG that can be read; says why."""


@dataclass(frozen=True)
class JpegHead:
    """What the markers say.

    `held_bytes` is what the decoder holds of the whole picture at once: nothing, unless the
    picture comes in several scans.
    """

    width: int
    height: int
    components: int
    held_bytes: int
    scans: int
    has_adobe_marker: bool
    is_whole: bool


def read_jpeg_head(file: BinaryIO) -> JpegHead:
    """Read the markers from the start of a file; raises BrokenJpeg."""
    file.seek(2)
    frame, kind, adobe = b"", 0, False
    for _ in range(_SEGMENTS):
        marker = _next_marker(file)
        if marker in _STANDALONE:
            continue
        if marker == _END:
            break
        content = _segment(file)
        if marker == _ADOBE and content.startswith(b"Adobe"):
            adobe = True
        elif marker in _FRAMES:
            frame, kind = content, marker
        elif marker == _SCAN:
            return _head(file, frame, kind, content, adobe=adobe)
    raise BrokenJpeg(template("no picture in it"))


def _next_marker(file: BinaryIO) -> int:
    byte = file.read(1)
    if byte != b"\xff":
        raise BrokenJpeg(template("its markers are not in order" if byte else "its end is missing"))
    while byte == b"\xff":
        byte = file.read(1)
    if not byte:
        raise BrokenJpeg(template("its end is missing"))
    return byte[0]


def _segment(file: BinaryIO) -> bytes:
    length = int.from_bytes(file.read(2))
    content = file.read(max(0, length - 2))
    if length < 2 or len(content) < length - 2:
        raise BrokenJpeg(template("its end is missing"))
    return content


def _head(file: BinaryIO, frame: bytes, kind: int, scan: bytes, *, adobe: bool) -> JpegHead:
    if kind not in (_BASELINE, _EXTENDED, PROGRESSIVE):
        raise BrokenJpeg(template("lossless or arithmetic coding, which few programs read"))
    if len(frame) < 6 or len(frame) < 6 + 3 * frame[5] or not scan:
        raise BrokenJpeg(template("its size is missing"))
    precision, components = frame[0], frame[5]
    height, width = int.from_bytes(frame[1:3]), int.from_bytes(frame[3:5])
    if precision != 8:
        raise BrokenJpeg(Phrase("{bits} bits a colour; 8 are read", bits=precision))
    if not (width and height and components in (1, 3, 4)):
        raise BrokenJpeg(template("its size is missing"))
    factors = [divmod(frame[7 + 3 * number], 16) for number in range(components)]
    widest, highest = max(x for x, _ in factors), max(y for _, y in factors)
    if not all(x and y for x, y in factors):
        raise BrokenJpeg(template("its size is missing"))
    begin = file.tell()
    held, scans = 0, 1
    if kind == PROGRESSIVE or scan[0] < components:
        share = sum(x * y for x, y in factors) / (widest * highest)
        held = round(width * height * share * _COEFFICIENT_BYTES)
        scans += _count(file, begin, bytes([0xFF, _SCAN]))
    return JpegHead(
        width=width,
        height=height,
        components=components,
        held_bytes=held,
        scans=scans,
        has_adobe_marker=adobe,
        is_whole=_stands_after(file, begin, bytes([0xFF, _END])),
    )


def _count(file: BinaryIO, begin: int, sign: bytes) -> int:
    file.seek(begin)
    count, last = 0, b""
    while piece := file.read(_PIECE_BYTES):
        count += (last + piece).count(sign)
        last = piece[-1:]
    return count


def _stands_after(file: BinaryIO, begin: int, sign: bytes) -> bool:
    """Whether the sign comes after `begin`; sought from the end, where it mostly is."""
    position = file.seek(0, 2)
    last = b""
    while position > begin:
        start = max(begin, position - _PIECE_BYTES)
        file.seek(start)
        piece = file.read(position - start)
        if sign in piece + last:
            return True
        last, position = piece[:1], start
    return False
