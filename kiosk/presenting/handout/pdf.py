"""Writes the PDF: paints the sheets as vectors, then adds title, language, outline and tags."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import pikepdf
from PySide6.QtCore import QBuffer, QByteArray, QMarginsF
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize, QPdfWriter

from kiosk.atomic_file import replacing
from kiosk.presenting.handout.outlined_text import mend_text
from kiosk.presenting.handout.paper import DOTS_PER_INCH, DOTS_PER_U
from kiosk.presenting.handout.tags import SheetPainter, tag_pdf

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtGui import QPainter

    from kiosk.presenting.handout.paper import Paper

_RESOLUTION = 1200
_DIGITS = re.compile(rb"(?m)^(-?\d+(?:\.[1-9])?)(?:\.?\d*) (-?\d+(?:\.[1-9])?)(?:\.?\d*) ([lm])$")
"""A point of a line.  Qt writes nine digits; the map's own outlines have one decimal."""
_PICTURE_QUALITY = 85
"""JPEG quality at some 270 dots to the inch; Qt's default of 94 doubles the size."""


class Sheet(Protocol):
    """One side of paper, which paints itself in dots."""

    def draw(self, painter: QPainter) -> None:
        """Paint the whole sheet."""


@dataclass(frozen=True)
class OutlineEntry:
    """An entry of the outline and its sheet, counted from 0."""

    title: str
    sheet: int
    children: tuple[OutlineEntry, ...] = ()


@dataclass(frozen=True)
class DocumentInfo:
    """The document's metadata; `written` holds every character that occurs in it."""

    title: str
    subject: str
    language: str
    made: datetime.datetime
    outline: tuple[OutlineEntry, ...]
    written: str
    font_files: Mapping[str, Path]
    paper: Paper


def write_pdf(
    out: Path, sheets: Sequence[Sheet], about: DocumentInfo, progress: Callable[[int], None]
) -> None:
    """Write all sheets or, with an OSError, nothing.

    `progress` is called with the number of each sheet, from 1, before it is painted.
    """
    with replacing(out) as unfinished:
        painter = SheetPainter()
        _paint(unfinished, painter, sheets, about.paper, progress)
        _finish(unfinished, about, painter)


def _paint(
    file: Path,
    painter: SheetPainter,
    sheets: Sequence[Sheet],
    paper: Paper,
    progress: Callable[[int], None],
) -> None:
    writer = QPdfWriter(str(file))
    writer.setResolution(_RESOLUTION)
    layout = QPageLayout(QPageSize(paper.size), QPageLayout.Orientation.Portrait, QMarginsF())
    writer.setPageLayout(layout)
    if not painter.begin(writer):
        raise OSError(f"{file} can't be written")
    try:
        for number, sheet in enumerate(sheets, 1):
            progress(number)
            if number > 1 and not writer.newPage():
                raise OSError(f"{file} can't be written")
            painter.sheet = number - 1
            painter.save()
            painter.scale(_RESOLUTION / DOTS_PER_INCH, _RESOLUTION / DOTS_PER_INCH)
            painter.translate(paper.wider_u / 2 * DOTS_PER_U, 0)
            sheet.draw(painter)
            painter.restore()
    finally:
        painter.end()


def _finish(file: Path, about: DocumentInfo, painted: SheetPainter) -> None:
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        mend_text(pdf, about.font_files, about.written)
        tag_pdf(pdf, painted.parts, painted.targets, points_a_dot=72 / _RESOLUTION)
        _shrink_pictures(pdf)
        for page in pdf.pages:
            page.Contents.write(_DIGITS.sub(rb"\1 \2 \3", page.Contents.read_bytes()))
        pdf.Root["/Lang"] = pikepdf.String(about.language)
        pdf.Root["/ViewerPreferences"] = pikepdf.Dictionary(DisplayDocTitle=True)
        _add_outline(pdf, about.outline)
        _describe(pdf, about)
        # Qt's id is random; the new one is derived from the contents.
        del pdf.trailer["/ID"]
        pikepdf.settings.set_flate_compression_level(9)
        pdf.save(
            file,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=True,
        )


def _shrink_pictures(pdf: pikepdf.Pdf) -> None:
    for part in pdf.objects:
        if not isinstance(part, pikepdf.Stream) or part.get("/Filter") != pikepdf.Name.DCTDecode:
            continue
        raw = part.read_raw_bytes()
        shrunk = QBuffer()
        writer = QImageWriter(shrunk, QByteArray(b"jpeg"))
        writer.setQuality(_PICTURE_QUALITY)
        # Its handler is made here, with Python's lock: see kiosk/look/image_reader.py.
        writer.canWrite()
        writer.write(QImage.fromData(raw))
        data = bytes(shrunk.data().data())
        if 0 < len(data) < len(raw):
            part.write(data, filter=pikepdf.Name.DCTDecode)


def _add_outline(pdf: pikepdf.Pdf, entries: Sequence[OutlineEntry]) -> None:
    def item(entry: OutlineEntry) -> pikepdf.OutlineItem:
        made = pikepdf.OutlineItem(entry.title, entry.sheet)
        made.children.extend(item(child) for child in entry.children)
        return made

    with pdf.open_outline() as outline:
        outline.root.extend(item(entry) for entry in entries)
    pdf.Root["/PageMode"] = pikepdf.Name("/UseOutlines")


def _describe(pdf: pikepdf.Pdf, about: DocumentInfo) -> None:
    """Replace both kinds of metadata, XMP and the document information, without an author."""
    made = about.made.isoformat()
    if "/Metadata" in pdf.Root:
        del pdf.Root["/Metadata"]
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=True) as metadata:
        metadata["dc:title"] = about.title
        metadata["dc:description"] = about.subject
        metadata["dc:language"] = [about.language]
        metadata["xmp:CreateDate"] = made
        metadata["xmp:ModifyDate"] = made
        metadata["xmp:CreatorTool"] = "kiosk handout"
