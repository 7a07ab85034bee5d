"""Pictures that curators bring, read with care: known kinds, bounded memory, nothing fetched.

What a picture is, its bytes tell, and not its name.  Decoding goes where Python's lock is free:
QImageReader's read of any kind lets other threads work, and AVIF and HEIC are decoded elsewhere.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QSize
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from kiosk.exhibit.rules import picture_messages
from kiosk.look.drawing_size import ask_for_drawing
from kiosk.look.foreign_decoding import MOST_PIXELS, TOO_MANY_PIXELS, TOO_MUCH_MEMORY
from kiosk.look.foreign_pictures import NotDecoded, decoded, decoders
from kiosk.look.image_reader import image_reader
from kiosk.look.jpeg_head import BrokenJpeg, JpegHead, read_jpeg_head
from kiosk.look.jpeg_part import jpeg_part
from kiosk.look.picture_canvas import on_canvas
from kiosk.look.picture_kind import (
    BY_DECODER,
    HEAD_BYTES,
    PictureKind,
    kind_by_decoder,
    kind_of,
    stranger,
)
from kiosk.look.svg_head import SVG_LIMIT_BYTES, read_svg_head
from kiosk.look.unusable_picture import UnusablePicture
from kiosk.plain_file import FileRefused, TooLarge, open_plain
from kiosk.text.phrase import Phrase, of_program, template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from kiosk.look.inks import Inks
    from kiosk.look.kept_point import Focus
    from kiosk.text.messages import Message

FILE_LIMIT_BYTES = 150_000_000
MEMORY_LIMIT_BYTES = 150_000_000
PIXELS_LIMIT = 202_000_000
"""A photograph of 16,384 × 12,288 pixels, as the largest telephones take, is within it."""
LARGEST_SCREEN = QSize(3840, 2160)
"""The limits hold for a picture that fills so many pixels."""
_SUFFIXES: Mapping[PictureKind, frozenset[str]] = MappingProxyType(
    {
        PictureKind.AVIF: frozenset({".avif"}),
        PictureKind.HEIC: frozenset({".heic", ".heif"}),
    }
)
_SCANS = 100
_QUARTER = QImageIOHandler.Transformation.TransformationRotate90.value
_PIXEL_BYTES = 4

_COPIES: Mapping[PictureKind, int] = MappingProxyType(
    {PictureKind.TIFF: 2, PictureKind.AVIF: 2, PictureKind.HEIC: 2}
)
"""How often a reader holds the whole picture: Qt's of TIFF may read one strip that is all of it.

The decoders that come from films unpack a whole picture before they give it on.
"""


@dataclass(frozen=True)
class PictureHead:
    """What a picture is, before it has been decoded: its kind, its shape, and what to remark."""

    kind: PictureKind
    size: QSize
    is_negative: bool = False
    warnings: tuple[Message, ...] = ()
    is_turned: bool = False
    """Whether it is shown a quarter turned, since the camera was held so."""
    focus: Focus | None = None
    """The point of a drawing that is not to be cut away, in shares of width and height."""

    @property
    def upright(self) -> QSize:
        """The size as it is shown, however the camera was held."""
        return self.size.transposed() if self.is_turned else self.size


def read_picture(
    file: Path, size: QSize, inks: Inks | None = None, focus: Focus | None = None
) -> QImage:
    """The picture cut to fill `size`; a null image where the file can't be trusted or read."""
    try:
        return draw_picture(file, size, inks, focus)
    except UnusablePicture:
        return QImage()


def read_head(file: Path) -> PictureHead:
    """Look at a picture without decoding it; raises UnusablePicture for one that can't be drawn."""
    with _opened(file) as source:
        head, device = _read_head(source, file.name)
        if head.kind is not PictureKind.SVG:
            reader = _reader(device, head.kind)
            turned = reader.transformation().value & _QUARTER
            head = replace(head, is_turned=bool(turned))
            # The reader of TIFF uses its device while it goes away.
            del reader
        device.close()
    return head


def draw_picture(
    file: Path, size: QSize, inks: Inks | None = None, focus: Focus | None = None
) -> QImage:
    """The picture cut to fill `size`, in sRGB and without transparency; raises UnusablePicture.

    A drawing of inks is printed in those of a theme, and without `inks` drawn as it is written.
    `focus` is not cut away: by itself, only a drawing names such a point.
    """

    def ask(head: PictureHead, reader: QImageReader) -> None:
        if head.kind is PictureKind.JPEG:
            _ask_for_part(reader, head.size, size, focus)
        elif head.kind is PictureKind.SVG:
            ask_for_drawing(reader, head.size, size, file.name, focus or head.focus)

    head, picture = decode_picture(file, ask, inks)
    return on_canvas(picture, size, is_negative=head.is_negative, focus=focus)


def decode_picture(
    file: Path, ask: Callable[[PictureHead, QImageReader], None], inks: Inks | None = None
) -> tuple[PictureHead, QImage]:
    """What a picture is and its pixels; `ask` says to the reader which of them, and how large.

    Raises UnusablePicture.
    """
    with _opened(file) as source:
        head, device = _read_head(source, file.name, inks)
        reader = _reader(device, head.kind)
        try:
            ask(head, reader)
            picture = reader.read()
        finally:
            # The reader of TIFF uses its device while it goes away.
            del reader
            device.close()
    if picture.isNull():
        raise UnusablePicture(picture_messages.broken_picture(file.name, head.kind.spoken))
    return head, picture


def drawing_text(file: Path, inks: Inks | None = None) -> tuple[bytes, PictureHead]:
    """The text of a drawing and what it is; no text for another picture.

    Raises UnusablePicture.
    """
    with _opened(file) as source:
        head, device = _read_head(source, file.name, inks)
        text = device.readAll().data() if head.kind is PictureKind.SVG else b""
        device.close()
    return bytes(text), head


@contextmanager
def _opened(file: Path) -> Iterator[BinaryIO]:
    """A plain file that is being read; what the disk says becomes UnusablePicture."""
    try:
        descriptor = open_plain(file, FILE_LIMIT_BYTES)
    except TooLarge:
        raise UnusablePicture(picture_messages.large_file(file.name, FILE_LIMIT_BYTES)) from None
    except FileRefused as error:
        raise UnusablePicture(_refused(file, error.reason)) from None
    try:
        with os.fdopen(descriptor, "rb") as source:
            yield source
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise UnusablePicture(_refused(file, reason)) from None


def _refused(file: Path, reason: str) -> Message:
    return picture_messages.unreadable_picture(
        file.name,
        template("'{name}' can't be opened: {reason}"),
        template("put a copy of the picture itself here"),
        reason=of_program(reason),
    )


def _read_head(
    source: BinaryIO, name: str, inks: Inks | None = None
) -> tuple[PictureHead, QIODevice]:
    """What the file is, and a device at its beginning; a drawing of inks is printed in `inks`."""
    beginning = source.read(HEAD_BYTES)
    kind = kind_of(beginning) or kind_by_decoder(beginning)
    if kind is not None and kind in BY_DECODER and kind.value not in readable_formats():
        return _foreign_head(source, kind, beginning, name)
    if not beginning:
        raise UnusablePicture(picture_messages.empty_picture(name))
    if kind is None:
        raise UnusablePicture(_strange(beginning, name))
    if kind is PictureKind.SVG:
        return _svg_head(source, name, inks)
    device = QFile()
    source.seek(0)
    if not device.open(source.fileno(), QIODevice.OpenModeFlag.ReadOnly):
        raise OSError(device.errorString())
    if kind is PictureKind.JPEG:
        head = _jpeg_head(source, name)
        source.seek(0)
        device.seek(0)
        return head, device
    _demand_end(source, kind, beginning, name)
    source.seek(0)
    return _pixels_head(source, device, kind, name), device


@lru_cache
def readable_formats() -> frozenset[str]:
    """What Qt has decoders for, by the names that it has for them."""
    formats = (bytes(each.data()).decode() for each in QImageReader.supportedImageFormats())
    return frozenset(formats)


def _strange(beginning: bytes, name: str) -> Message:
    known = stranger(beginning)
    if known is not None:
        kind = kind_by_decoder(beginning)
        is_called_so = kind is not None and PurePath(name).suffix.lower() in _SUFFIXES[kind]
        message = picture_messages.unread_kind if is_called_so else picture_messages.other_kind
        return message(name, *known)
    return picture_messages.unreadable_picture(
        name,
        template("'{name}' is no picture that is known here"),
        template("export it as JPEG, PNG or SVG"),
    )


def _foreign_head(
    source: BinaryIO, kind: PictureKind, beginning: bytes, name: str
) -> tuple[PictureHead, QIODevice]:
    """What Qt has no decoder for, as the JPEG or PNG that another process makes of it."""
    if kind not in decoders():
        raise UnusablePicture(_strange(beginning, name))
    try:
        found = decoded(source, kind)
    except NotDecoded as error:
        raise UnusablePicture(_undecoded(error, kind, name)) from None
    device = QBuffer()
    device.setData(QByteArray(found.content))
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    read_as = kind_of(found.content[:HEAD_BYTES]) or PictureKind.JPEG
    size = _reader(device, read_as).size()
    device.seek(0)
    warnings = (picture_messages.moving_picture(name),) if found.moves else ()
    return PictureHead(read_as, size, warnings=warnings), device


def _undecoded(error: NotDecoded, kind: PictureKind, name: str) -> Message:
    if error.reason == TOO_MANY_PIXELS:
        return picture_messages.many_pixels(name, error.width, error.height, MOST_PIXELS)
    if error.reason == TOO_MUCH_MEMORY:
        return picture_messages.heavy_picture(name, MEMORY_LIMIT_BYTES)
    return picture_messages.broken_picture(name, kind.spoken)


def _svg_head(source: BinaryIO, name: str, inks: Inks | None) -> tuple[PictureHead, QIODevice]:
    source.seek(0)
    data = source.read(SVG_LIMIT_BYTES + 1)
    found = read_svg_head(data, name)
    if inks is not None and found.has_inks:
        data = inks.print(data)
    device = QBuffer()
    device.setData(QByteArray(data))
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    # A thousandth of a unit is enough to know the shape.
    size = QSize(round(found.width * 1000), round(found.height * 1000))
    head = PictureHead(PictureKind.SVG, size, warnings=found.warnings, focus=found.focus)
    return head, device


def _jpeg_head(source: BinaryIO, name: str) -> PictureHead:
    try:
        found = read_jpeg_head(source)
    except BrokenJpeg as error:
        raise UnusablePicture(
            picture_messages.broken_picture(name, "JPEG", error.args[0])
        ) from None
    if not found.is_whole:
        raise UnusablePicture(picture_messages.cut_off_picture(name))
    if found.width * found.height > PIXELS_LIMIT:
        raise UnusablePicture(
            picture_messages.many_pixels(name, found.width, found.height, PIXELS_LIMIT)
        )
    if found.scans > _SCANS:
        raise UnusablePicture(
            picture_messages.broken_picture(
                name, "JPEG", Phrase("{scans:,} scans", scans=found.scans)
            )
        )
    size = QSize(found.width, found.height)
    needed = jpeg_part(size, LARGEST_SCREEN, found.held_bytes).needed_bytes
    if needed > MEMORY_LIMIT_BYTES:
        raise UnusablePicture(_heavy(name, Phrase("a progressive JPEG"), found, needed))
    return PictureHead(
        PictureKind.JPEG,
        size,
        is_negative=found.components == 4 and not found.has_adobe_marker,
    )


def _heavy(name: str, kind: str, found: JpegHead, needed: int) -> Message:
    return picture_messages.much_memory(
        name,
        kind,
        found.width,
        found.height,
        needed,
        MEMORY_LIMIT_BYTES,
        template("save it as a JPEG that is not progressive, or smaller"),
    )


def _demand_end(source: BinaryIO, kind: PictureKind, beginning: bytes, name: str) -> None:
    """Refuse what Qt would draw in part and not say so."""
    length = source.seek(0, os.SEEK_END)
    if kind is PictureKind.BMP:
        is_whole = length >= int.from_bytes(beginning[2:6], "little")
    elif kind is PictureKind.GIF:
        source.seek(max(0, length - HEAD_BYTES))
        is_whole = source.read().rstrip(b"\0").endswith(b";")
    else:
        return
    if not is_whole:
        raise UnusablePicture(picture_messages.cut_off_picture(name))


def _pixels_head(source: BinaryIO, device: QIODevice, kind: PictureKind, name: str) -> PictureHead:
    reader = _reader(device, kind)
    try:
        size, form = reader.size(), reader.imageFormat()
        is_turned = reader.transformation() != QImageIOHandler.Transformation.TransformationNone
        moves = reader.supportsAnimation() and reader.imageCount() > 1
    finally:
        del reader
    if size.isEmpty():
        raise UnusablePicture(picture_messages.broken_picture(name, kind.spoken))
    depth = QImage(1, 1, form).depth() if form is not QImage.Format.Format_Invalid else 32
    pixel_bytes = max(1, depth // 8)
    decoded = size.width() * size.height() * pixel_bytes
    canvas = LARGEST_SCREEN.width() * LARGEST_SCREEN.height() * _PIXEL_BYTES
    needed = max(decoded * max(_COPIES.get(kind, 1), 1 + is_turned), decoded + canvas)
    if kind is PictureKind.WEBP:
        needed += os.fstat(source.fileno()).st_size
    if needed > MEMORY_LIMIT_BYTES:
        raise UnusablePicture(
            picture_messages.much_memory(
                name,
                kind.spoken,
                size.width(),
                size.height(),
                needed,
                MEMORY_LIMIT_BYTES,
                template("save it as JPEG, which is made smaller while it is read"),
            )
        )
    device.seek(0)
    return PictureHead(
        kind, size, warnings=(picture_messages.moving_picture(name),) if moves else ()
    )


def _reader(device: QIODevice, kind: PictureKind) -> QImageReader:
    reader = image_reader(device, kind.value)
    reader.setAutoTransform(True)
    # Qt counts four bytes for every pixel; a picture that we have accepted may have one.
    QImageReader.setAllocationLimit(_PIXEL_BYTES * -(-MEMORY_LIMIT_BYTES // 2**20))
    return reader


def _ask_for_part(
    reader: QImageReader, picture: QSize, size: QSize, focus: Focus | None = None
) -> None:
    """Have a JPEG made smaller while it is read, and no more of it than is needed."""
    kinds, held = QImageIOHandler.Transformation, reader.transformation().value
    turned = bool(held & _QUARTER)
    if focus is not None:
        across, down = focus
        # What is stored is mirrored first, then turned clockwise.
        across, down = (down, 1 - across) if turned else (across, down)
        across = 1 - across if held & kinds.TransformationMirror.value else across
        down = 1 - down if held & kinds.TransformationFlip.value else down
        focus = (across, down)
    part = jpeg_part(picture, size.transposed() if turned else size, focus=focus)
    if part.before is not None:
        reader.setClipRect(part.before)
    reader.setScaledSize(part.scaled)
    if part.after is not None:
        reader.setScaledClipRect(part.after)
