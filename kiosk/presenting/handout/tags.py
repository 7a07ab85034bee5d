"""Tags a PDF for assistive technology: text in reading order, described figures, links.

Qt's PDF has no structure.  While a sheet is painted, a rectangle far outside it is painted before
and after each part.  In the finished file these rectangles become marked content around the part's
operators, to which a structure tree (ISO 32000-1, 14.7) and links (12.5.6.5) refer.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from collections.abc import Iterator

_FAR = -70_000
_FIRST = 10_000
"""A part's rectangles are this far up plus its number; the closing one is one dot to the left."""
_MARK = re.compile(rb"(q\n[-\d. ]+ cm\n)?-7000([01]) -1(\d{4}) 1 1 re\nf\n(?(1)Q\n)")
_ARTIFACT = b"/Artifact BMC\n"


@dataclass(frozen=True)
class TaggedPart:
    """A heading (`H1` to `H3`), paragraph (`P`) or `Figure`, with its alternative text."""

    tag: str
    sheet: int
    language: str = ""
    alternative: str = ""


@dataclass(frozen=True)
class LinkArea:
    """A rectangle, in dots of the file, that links to an address or to a sheet, from 0."""

    sheet: int
    area: QRectF
    address: str = ""
    to_sheet: int = -1
    words: str = ""


class SheetPainter(QPainter):
    """A painter that records which parts and links it has painted on which sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet = 0
        self.parts: list[TaggedPart] = []
        self.targets: list[LinkArea] = []
        self._open = False

    @contextmanager
    def part(self, tag: str, *, language: str = "", alternative: str = "") -> Iterator[None]:
        """Tag everything painted within the context; nested parts belong to the outer one."""
        if self._open:
            yield
            return
        number = len(self.parts)
        self.parts.append(TaggedPart(tag, self.sheet, language, alternative))
        self._open = True
        self._mark(0, number)
        try:
            yield
        finally:
            self._mark(1, number)
            self._open = False

    def _mark(self, end: int, number: int) -> None:
        area = QRectF(_FAR - end, -(_FIRST + number), 1, 1)
        self.fillRect(area, Qt.GlobalColor.black)


@contextmanager
def part(
    painter: QPainter, tag: str, *, language: str = "", alternative: str = ""
) -> Iterator[None]:
    """Tag what is painted, if the painter records parts and there is a tag; else do nothing."""
    if tag and isinstance(painter, SheetPainter):
        with painter.part(tag, language=language, alternative=alternative):
            yield
    else:
        yield


def link(painter: QPainter, area: QRectF, address: str, words: str = "") -> None:
    """Link a rectangle to a web address, if the painter records links."""
    if address and isinstance(painter, SheetPainter):
        where = painter.worldTransform().mapRect(area)
        target = LinkArea(painter.sheet, where, address=address, words=words or address)
        painter.targets.append(target)


def link_to_sheet(painter: QPainter, area: QRectF, sheet: int, words: str) -> None:
    """Link a rectangle to a sheet, counted from 0, if the painter records links."""
    if isinstance(painter, SheetPainter):
        where = painter.worldTransform().mapRect(area)
        painter.targets.append(LinkArea(painter.sheet, where, to_sheet=sheet, words=words))


def tag_pdf(
    pdf: pikepdf.Pdf, parts: list[TaggedPart], targets: list[LinkArea], *, points_a_dot: float
) -> None:
    """Add the structure tree and the links; `points_a_dot` is the size of a dot in points."""
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    children: list[pikepdf.Object] = []
    numbers: dict[int, pikepdf.Object] = {}
    for sheet, page in enumerate(pdf.pages):
        marked = [index for index, each in enumerate(parts) if each.sheet == sheet]
        _mark_content(page, marked)
        elements = [
            _element(pdf, parts[index], document, page, mark) for mark, index in enumerate(marked)
        ]
        page.obj["/StructParents"] = sheet
        page.obj["/Tabs"] = Name.S
        numbers[sheet] = pdf.make_indirect(Array(elements))
        children += elements
        for target in (each for each in targets if each.sheet == sheet):
            number = len(pdf.pages) + targets.index(target)
            children.append(_link(pdf, target, document, page, number, points_a_dot))
            numbers[number] = children[-1]
    # The keys of a number tree must be sorted.
    listed = [each for number in sorted(numbers) for each in (number, numbers[number])]
    document["/K"] = Array(children)
    root["/K"] = Array([document])
    root["/ParentTree"] = pdf.make_indirect(Dictionary(Nums=Array(listed)))
    root["/ParentTreeNextKey"] = len(pdf.pages) + len(targets)
    pdf.Root["/StructTreeRoot"] = root
    pdf.Root["/MarkInfo"] = Dictionary(Marked=True)


def _mark_content(page: pikepdf.Page, marked: list[int]) -> None:
    """Mark the content of each part of a page, and everything between them as an artifact."""
    at = {index: mark for mark, index in enumerate(marked)}

    def mark(match: re.Match[bytes]) -> bytes:
        index = int(match[3])
        if match[2] == b"1":
            return b"EMC\n" + _ARTIFACT
        return b"EMC\n/Span <</MCID %d>> BDC\n" % at[index]

    content = page.Contents
    content.write(_ARTIFACT + _MARK.sub(mark, content.read_bytes()) + b"\nEMC\n")


def _element(
    pdf: pikepdf.Pdf, of: TaggedPart, document: pikepdf.Object, page: pikepdf.Page, mark: int
) -> pikepdf.Object:
    element = Dictionary(
        Type=Name.StructElem, S=Name("/" + of.tag), P=document, Pg=page.obj, K=mark
    )
    if of.alternative:
        element["/Alt"] = String(of.alternative)
    if of.language:
        element["/Lang"] = String(of.language)
    return pdf.make_indirect(element)


def _link(
    pdf: pikepdf.Pdf,
    target: LinkArea,
    document: pikepdf.Object,
    page: pikepdf.Page,
    number: int,
    points: float,
) -> pikepdf.Object:
    """Add a link annotation to its page, and return its element of the structure."""
    high, area = float(page.mediabox[3]), target.area
    corners = (area.left(), area.bottom(), area.right(), area.top())
    left, low, right, top = (round(each * points, 2) for each in corners)
    annotation = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([left, high - low, right, high - top]),
            Border=Array([0, 0, 0]),
            Contents=String(target.words),
            StructParent=number,
            F=4,
        )
    )
    if target.address:
        annotation["/A"] = Dictionary(S=Name.URI, URI=String(target.address))
    else:
        annotation["/Dest"] = Array([pdf.pages[target.to_sheet].obj, Name.Fit])
    page.obj["/Annots"] = Array([*page.obj.get("/Annots", Array()), annotation])
    kid = Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page.obj)
    return pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.Link, P=document, Pg=page.obj, K=kid)
    )
