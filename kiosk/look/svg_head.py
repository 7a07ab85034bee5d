"""What an SVG picture holds: its shape, and whether Qt can draw it whole and in bounded time.

Qt's renderer would open what a picture names, copy without bounds what is copied in copies, and
leave out in silence what it doesn't know.  The limits were measured with PySide6 6.11 on Debian 12
at 1920 × 1080 (decision 013).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING
from xml.parsers import expat

from kiosk.exhibit.rules import drawing_part_messages, picture_messages
from kiosk.look.drawing_remarks import DrawingRemarks
from kiosk.look.unusable_picture import UnusablePicture
from kiosk.text.message_words import shortened
from kiosk.text.phrase import Phrase, template

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.text.messages import Message

SVG_LIMIT_BYTES = 2 * 1024 * 1024
DEPTH = 32
ELEMENTS = 10_000
TEXTS = 2_000
LETTERS = 50_000
DASHED = 500
MARKED_NUMBERS = 2_000
"""Markers are drawn at every point of a line: so many numbers may all lines with markers have."""
_NARROWEST = 1000
_LARGEST = 1_000_000
"""Units of the longer side, and so many in one unit: beyond, Qt's numbers of 32 bits end."""
DASHES = 100
"""Lengths in one stroke-dasharray: a program writes two or four."""
STYLINGS = 5_000_000
"""Rules of style sheets times elements: Qt may try each rule at each of them."""

_PLAIN = template("export it as PNG, or as plain SVG without it")
_REFUSED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "image": (
            template("holds another picture (<image>)"),
            template("use that picture itself, or export the whole as PNG or JPEG"),
        ),
        "use": (
            template("holds a copy of a shape (<use>)"),
            template(
                "turn copies into shapes (Inkscape: Unlink Clone; Illustrator: Expand), or export"
                " it as PNG"
            ),
        ),
        "script": (template("holds a program (<script>)"), template("export it as plain SVG")),
        "foreignobject": (
            template("holds text of a web page (<foreignObject>)"),
            template("turn text into paths, or export it as PNG"),
        ),
        "filter": (template("holds an effect (<filter>), such as a shadow or blur"), _PLAIN),
        "mask": (template("holds a <mask>"), _PLAIN),
        "pattern": (template("holds a <pattern>"), _PLAIN),
    }
)
_MOVING = frozenset({"animate", "animatetransform", "animatemotion", "animatecolor", "set"})
_NOT_DRAWN: Mapping[str, str] = MappingProxyType(
    {
        "svg": template("a drawing inside the drawing (<svg>) is left out"),
        "flowroot": template("text in a frame (<flowRoot>) is left out"),
        "textpath": template("text along a line (<textPath>) is left out"),
    }
)
_UNHEEDED: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"\bclip-path\s*[:=](?!\s*none)"),
        template("'clip-path' is not heeded: what it cuts away is seen"),
    ),
    (
        re.compile(r"\bmix-blend-mode\s*[:=](?!\s*normal)"),
        template("'mix-blend-mode' is not heeded"),
    ),
    (re.compile(r"[:=]\s*(?:rgba|hsla?)\("), template("'rgba()' and 'hsl()' are black")),
    (re.compile(r"[:=]\s*var\("), template("'var()' is black")),
    (re.compile(r"url\(\s*[\"']?data:"), template("a font that is packed inside is not used")),
)
_SHAPES = frozenset({"path", "line", "polyline", "polygon", "rect", "circle", "ellipse", "text"})
# No spaces before what must not follow: they would be given back one by one, each time in vain.
_MARKS = re.compile(r"\bmarker(?:-start|-mid|-end)?\s*[:=](?!\s*none)")
_DASHES = re.compile(r"\bstroke-dasharray\s*[:=](?!\s*none)")
_DASH_LENGTHS = re.compile(r"\bstroke-dasharray\s*[:=]([^;]*)")
_ESCAPE = re.compile(r"\\[0-9A-Za-z]")
"""With which CSS writes a letter so that we would not know the word: `mark\\65r`."""
_FETCHES = re.compile(r"@import|url\(\s*[\"']?(?!data:|[\"'#\s])", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_WRITTEN_TWICE = expat.errors.codes[expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE]
_NAME = re.compile(rb"[^\s=/>]+")
_ENCODINGS = ("utf-8", "utf8", "us-ascii", "ascii")


@dataclass(frozen=True)
class SvgHead:
    """Its width and height in units of its own, both nought where the file doesn't say."""

    width: float
    height: float
    warnings: tuple[Message, ...] = ()
    has_inks: bool = False
    """Whether its colours are the exhibit's inks."""
    focus: tuple[float, float] | None = None
    """The point that is not to be cut away, in shares of width and height."""


def read_svg_head(data: bytes, name: str) -> SvgHead:
    """Look through a picture before Qt does; raises UnusablePicture, with the line."""
    if len(data) > SVG_LIMIT_BYTES:
        raise UnusablePicture(picture_messages.large_drawing(name, SVG_LIMIT_BYTES))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnusablePicture(
            drawing_part_messages.drawing_part(
                name, line, template("is not UTF-8"), template("save it as UTF-8")
            )
        ) from None
    reader = _HeadReader(name)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        found, mend = (
            Phrase("is broken XML: {reason}", reason=expat.ErrorString(error.code)),
            template("export it anew"),
        )
        if error.code == _WRITTEN_TWICE:
            key = _NAME.match(data, reader.parser.ErrorByteIndex)
            found = Phrase(
                "has '{key}' twice in one element", key=shortened(key[0].decode()) if key else ""
            )
            mend = template("delete one of the two")
        raise UnusablePicture(
            drawing_part_messages.drawing_part(name, error.lineno, found, mend)
        ) from None
    return reader.head()


@dataclass
class _PassedDown:
    """What an element hands down to those inside it."""

    is_dashed: bool = False
    is_marked: bool = False
    in_marker: bool = False
    in_style: bool = False
    in_text: bool = False


@dataclass
class _HeadReader:
    """Takes the elements as they come from expat and counts what costs time."""

    name: str
    size: tuple[float, float] = (0, 0)
    counts: dict[str, int] = field(default_factory=dict)
    differs: dict[str, int] = field(default_factory=dict)
    moves: bool = False
    levels: list[_PassedDown] = field(default_factory=list)
    style: list[str] = field(default_factory=list)
    rules: int = 0

    def __post_init__(self) -> None:
        self.remarks = DrawingRemarks(self.name)
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def head(self) -> SvgHead:
        """What was found, when the whole file has been read."""
        if self.rules * self.counts.get("elements", 0) > STYLINGS:
            rules = Phrase(
                "rules of style × {elements:,} elements", elements=self.counts["elements"]
            )
            raise UnusablePicture(
                drawing_part_messages.drawing_too_complex(
                    self.name, 0, rules, STYLINGS // self.counts["elements"]
                )
            )
        warnings = [
            drawing_part_messages.drawing_differs(self.name, line, found)
            for found, line in self.differs.items()
        ]
        if self.moves:
            warnings.append(picture_messages.moving_picture(self.name))
        warnings += self.remarks.messages()
        return SvgHead(*self.size, tuple(warnings), self.remarks.has_inks, self.remarks.focus)

    def _refuse(self, found: str, mend: str) -> None:
        line = self.parser.CurrentLineNumber
        raise UnusablePicture(drawing_part_messages.drawing_part(self.name, line, found, mend))

    def _count(self, what: str, number: int, limit: int) -> None:
        self.counts[what] = self.counts.get(what, 0) + number
        if self.counts[what] > limit:
            line = self.parser.CurrentLineNumber
            raise UnusablePicture(
                drawing_part_messages.drawing_too_complex(self.name, line, what, limit)
            )

    def _declaration(self, _version: str, encoding: str | None, _alone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            self._refuse(
                Phrase("says that it is {encoding}", encoding=shortened(encoding)),
                template("save it as UTF-8"),
            )

    def _doctype(self, _name: str, _system: str | None, _public: str | None, subset: bool) -> None:
        if subset:
            self._entity()

    def _entity(self, *_declaration: object) -> None:
        self._refuse(
            template("declares names of its own (<!DOCTYPE … [ … ]>)"),
            template(
                "save it as plain SVG; in Illustrator without 'Preserve Editing Capabilities'"
            ),
        )

    def _instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            self._refuse(
                template("names a style sheet elsewhere"),
                template("save it with its styles inside"),
            )

    def _start(self, full_name: str, attributes: dict[str, str]) -> None:
        # Qt goes by the names alone, in whatever namespace they are.
        tag = full_name.rpartition("}")[2].lower()
        self._count(template("elements"), 1, ELEMENTS)
        if len(self.levels) >= DEPTH:
            self._refuse(
                Phrase("stands more than {limit} levels deep", limit=DEPTH),
                template("ungroup some groups"),
            )
        if not self.levels:
            self._begin(tag, attributes)
        elif tag in _NOT_DRAWN:
            self._note(_NOT_DRAWN[tag])
        if tag in _REFUSED:
            self._refuse(*_REFUSED[tag])
        self.moves = self.moves or tag in _MOVING
        line = self.parser.CurrentLineNumber
        self.remarks.take(tag, attributes, len(self.levels), line)
        written = "; ".join(f"{key}={value}" for key, value in attributes.items())
        self._look_at(attributes, written)
        self._measure(tag, attributes, written)

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        if tag != "svg":
            self._refuse(
                Phrase("begins with <{tag}>, not with <svg>", tag=shortened(tag)),
                template("export it as SVG"),
            )
        box = _NUMBER.findall(attributes.get("viewBox", ""))
        sides = box[2:4] if len(box) == 4 else ()
        if not sides:
            sides = [
                found[0]
                for key in ("width", "height")
                if "%" not in attributes.get(key, "%")
                and (found := _NUMBER.match(attributes[key].strip())) is not None
            ]
        if len(sides) == 2:
            width, height = map(float, sides)
            if not (0 < width <= height * _NARROWEST and 0 < height <= width * _NARROWEST):
                self._refuse(
                    template("has a viewBox without a width or height"), template("export it anew")
                )
            if max(width, height) > _LARGEST or max(width, height) < 1 / _LARGEST:
                self._refuse(
                    Phrase("has a viewBox of {size}", size=f"{width:g} × {height:g}"),
                    template("export it in pixels or millimetres"),
                )
            self.size = (width, height)

    def _look_at(self, attributes: dict[str, str], written: str) -> None:
        for key, value in attributes.items():
            is_reference = key.rpartition("}")[2].lower() == "href"
            if is_reference and not value.lstrip().startswith("#"):
                self._refuse(
                    Phrase("leads out of the file, to '{value}'", value=shortened(value)),
                    template("remove the link from it"),
                )
        self._look_at_escapes(attributes.get("style", ""))
        self._look_at_styles(written)

    def _look_at_escapes(self, style: str) -> None:
        if _ESCAPE.search(style):
            self._refuse(
                template("has a style with letters behind backslashes"),
                template("export it as plain SVG"),
            )

    def _look_at_styles(self, written: str) -> None:
        if _FETCHES.search(written):
            self._refuse(
                template("fetches something from elsewhere"),
                template("save it with everything inside"),
            )
        for lengths in _DASH_LENGTHS.findall(written):
            if len(_NUMBER.findall(lengths)) > DASHES:
                self._refuse(
                    Phrase("has a line of more than {limit} dashes", limit=DASHES),
                    template("simplify it"),
                )
        for pattern, found in _UNHEEDED:
            if pattern.search(written):
                self._note(found)

    def _measure(self, tag: str, attributes: dict[str, str], written: str) -> None:
        above = self.levels[-1] if self.levels else _PassedDown()
        level = _PassedDown(
            is_dashed=above.is_dashed or _DASHES.search(written) is not None,
            is_marked=above.is_marked or _MARKS.search(written) is not None,
            in_marker=above.in_marker or tag == "marker",
            in_style=tag == "style",
            in_text=above.in_text or tag == "text",
        )
        self.levels.append(level)
        if level.in_marker and level.is_marked:
            self._refuse(
                template("has markers inside a marker"), template("turn markers into paths")
            )
        if tag == "text":
            self._count(template("texts"), 1, TEXTS)
        if tag in _SHAPES:
            if level.is_dashed:
                self._count(template("dashed shapes"), 1, DASHED)
            if level.is_marked:
                lines = f"{attributes.get('d', '')} {attributes.get('points', '')}"
                numbers = len(_NUMBER.findall(lines))
                self._count(template("numbers in lines with markers"), numbers, MARKED_NUMBERS)

    def _text(self, text: str) -> None:
        level = self.levels[-1]
        if level.in_style:
            self.style.append(text)
        elif level.in_text:
            self._count(template("letters"), len(text), LETTERS)

    def _end(self, _name: str) -> None:
        if self.levels.pop().in_style:
            written = "".join(self.style)
            self.style.clear()
            self.rules += written.count("{")
            self._look_at_escapes(written)
            self._look_at_styles(written)
            self.remarks.take_styles(written, self.parser.CurrentLineNumber)
            if _MARKS.search(written):
                self._refuse(
                    template("sets markers in a style sheet"), template("turn markers into paths")
                )

    def _note(self, found: str) -> None:
        self.differs.setdefault(found, self.parser.CurrentLineNumber)
