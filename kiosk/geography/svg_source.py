"""SVG text into outlines: groups, transforms, limits, and nothing from outside the file."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTransform

from kiosk.geography.basic_shapes import SHAPES, ShapeKind, length, outline_of
from kiosk.geography.path_data import MAX_COORDINATE
from kiosk.geography.transform_list import transform_from_list
from kiosk.plain_file import FileRefused, TooLarge, read_plain_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPainterPath

MAX_BYTES: Final = 8 * 1024 * 1024
MAX_DEPTH: Final = 32
MAX_ELEMENTS: Final = 20_000

_TOO_LARGE: Final = f"the drawing is larger than {MAX_BYTES // 1024 // 1024} MiB"
_NAMESPACE: Final = "http://www.w3.org/2000/svg"
_GROUPS: Final = frozenset({"g", "a"})
_SEPARATORS: Final = re.compile(r"[\s,]+")
_DECLARED: Final = re.compile(
    rb"""(?:\xef\xbb\xbf)?<\?xml\b[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']"""
)
_KNOWN_TO_EXPAT: Final = frozenset({"UTF-8", "UTF-16", "ISO-8859-1", "US-ASCII"})
"""The encodings that expat reads by itself, XML_ParserCreate in its manual."""
_NAME_ATTRIBUTES: Final = {
    "data-name-en": "en",
    "data-name-zh-hant": "zh-Hant",
    "data-name-zh-hans": "zh-Hans",
    "data-name-pt": "pt",
}


_AUTOMATIC: Final = re.compile(r"(?:g|path|rect|polygon|polyline|circle|ellipse|use|layer)[-_]?\d+")


def is_name(identifier: str) -> bool:
    """Whether somebody named an element so; drawing programs give ids such as `path123`."""
    return bool(identifier) and not _AUTOMATIC.fullmatch(identifier)


class DrawingError(Exception):
    """An SVG file that cannot be used at all; `line` counts from 1 and is 0 for the whole file."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {message}" if line else message)
        self.message = message
        self.line = line


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A shape or group that was passed over because it could not be read, and why."""

    id: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class SvgElement:
    """One drawn element in viewBox units, all transforms applied; `id` may be empty."""

    id: str
    group: str
    line: int
    kind: ShapeKind
    path: QPainterPath
    names: Mapping[str, str]
    """What it is called, by language, from attributes such as `data-name-zh-hant`."""


@dataclass(frozen=True, slots=True)
class SvgSource:
    """What was read: the viewBox, every outline in document order, and what was passed over."""

    view_box: QRectF
    outlines: tuple[SvgElement, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class _Inherited:
    """What an element hands down to its children."""

    group: str
    transform: QTransform
    fill_rule: str
    wanted: bool
    skipped: bool = False


def read_svg(
    source: Path | bytes,
    *,
    leave_out_groups: frozenset[str] = frozenset(),
    only_group: str | None = None,
) -> SvgSource:
    """Read the outlines of an SVG, without some groups or from one group only.

    Raises DrawingError for a file that is too large, too deep, compressed, not well-formed, not
    SVG, without a size, or that declares entities.  Nothing outside the file is ever opened.
    """
    data = _bytes_of(source)
    reader = _OutlineReader(leave_out_groups, only_group)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        if reader.has_begun and _is_utf8(data):
            reason = expat.ErrorString(error.code)
            raise DrawingError(f"the XML is broken here: {reason}", error.lineno) from error
        raise _encoding_error(data, error.lineno, expat.ErrorString(error.code)) from error
    except (LookupError, ValueError) as error:
        if reader.has_begun:
            raise
        raise _encoding_error(data, 1, str(error)) from error
    return SvgSource(reader.view_box, tuple(reader.outlines), tuple(reader.left_out))


def _bytes_of(source: Path | bytes) -> bytes:
    if isinstance(source, Path):
        try:
            data = read_plain_bytes(source, MAX_BYTES)
        except TooLarge:
            raise DrawingError(_TOO_LARGE) from None
        except FileRefused as error:
            raise DrawingError(f"{source.name} cannot be read: {error.reason}") from error
    else:
        data = source
    if len(data) > MAX_BYTES:
        raise DrawingError(_TOO_LARGE)
    if data[:2] == b"\x1f\x8b":
        raise DrawingError("the drawing is compressed (svgz); save it as plain SVG")
    return data


def _encoding_error(data: bytes, line: int, reason: str) -> DrawingError:
    """Why a drawing can't even be begun: expat knows UTF-8, UTF-16 and one byte a letter."""
    declared = _DECLARED.match(data)
    encoding = declared[1].decode("ascii") if declared else ""
    if encoding and encoding.upper() not in _KNOWN_TO_EXPAT:
        return DrawingError(f"the drawing is written in {encoding}; save it as UTF-8", line)
    if not _is_utf8(data):
        return DrawingError("the drawing is not UTF-8; save it as UTF-8", line)
    return DrawingError(f"the XML is broken here: {reason}", line)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return True


class _OutlineReader:
    """Takes the elements as they come from expat and keeps the outlines."""

    def __init__(self, leave_out_groups: frozenset[str], only_group: str | None) -> None:
        self.view_box = QRectF()
        self.outlines: list[SvgElement] = []
        self.left_out: list[LeftOut] = []
        self._leave_out_groups = leave_out_groups
        self._only_group = only_group
        self._levels: list[_Inherited] = []
        self._element_count = 0
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._entity

    @property
    def has_begun(self) -> bool:
        """Whether the first element has come: the encoding is known by then."""
        return self._element_count > 0

    def _doctype(
        self, _name: str, _system: str | None, _public: str | None, has_internal_subset: bool
    ) -> None:
        if has_internal_subset:
            self._refuse_declarations()

    def _entity(self, *_declaration: object) -> None:
        self._refuse_declarations()

    def _refuse_declarations(self) -> None:
        raise DrawingError(
            "the drawing declares entities or its own document type; save it as plain SVG",
            self.parser.CurrentLineNumber,
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._element_count += 1
        if self._element_count > MAX_ELEMENTS:
            raise self._error(f"the drawing has more than {MAX_ELEMENTS} elements")
        if len(self._levels) >= MAX_DEPTH:
            raise self._error(f"elements are nested more than {MAX_DEPTH} deep")
        namespace, _, tag = name.rpartition("}")
        ours = namespace in ("", _NAMESPACE)
        if not self._levels:
            if tag != "svg" or not ours:
                raise self._error(f"the drawing begins with <{tag}>, not with <svg>")
            self.view_box = self._read_view_box(attributes)
            level = _Inherited("", QTransform(), "nonzero", wanted=self._only_group is None)
            self._levels.append(self._inner(level, tag, attributes))
            return
        level = self._levels[-1]
        if not level.skipped and ours and tag in _GROUPS:
            level = self._inner(level, tag, attributes)
        elif not level.skipped:
            if ours and tag in SHAPES and level.wanted:
                self._add(self._inner(level, tag, attributes), tag, attributes)
            level = replace(level, skipped=True)
        self._levels.append(level)

    def _end(self, _name: str) -> None:
        self._levels.pop()

    def _inner(self, level: _Inherited, tag: str, attributes: Mapping[str, str]) -> _Inherited:
        """What holds inside an element, whose own attributes come on top of its parent's."""
        style = _style(attributes)
        identifier = attributes.get("id", "")
        try:
            transform = level.transform
            if "transform" in attributes:
                transform = transform_from_list(attributes["transform"]) * transform
                _refuse_wild(transform)
        except ValueError as error:
            self._leave_out(identifier or f"<{tag}>", str(error))
            return replace(level, skipped=True)
        is_group = tag in _GROUPS
        return _Inherited(
            group=identifier if is_group and is_name(identifier) else level.group,
            transform=transform,
            fill_rule=style.get("fill-rule", level.fill_rule),
            wanted=level.wanted or (is_group and identifier == self._only_group),
            skipped=style.get("display") == "none"
            or (is_group and identifier in self._leave_out_groups),
        )

    def _add(self, level: _Inherited, tag: str, attributes: Mapping[str, str]) -> None:
        if level.skipped:
            return
        identifier = attributes.get("id", "")
        if not identifier and self._only_group is None and not level.group:
            return
        try:
            path, kind = outline_of(tag, attributes)
            if not level.transform.isIdentity():
                path = level.transform.map(path)
            if not _in_reach(path.controlPointRect()):
                raise ValueError(f"it lies further out than {MAX_COORDINATE:.0f} units")
        except ValueError as error:
            self._leave_out(identifier, str(error))
            return
        if level.fill_rule != "evenodd":
            path.setFillRule(Qt.FillRule.WindingFill)
        line = self.parser.CurrentLineNumber
        names = _names(attributes)
        self.outlines.append(SvgElement(identifier, level.group, line, kind, path, names))

    def _leave_out(self, identifier: str, reason: str) -> None:
        self.left_out.append(LeftOut(identifier, self.parser.CurrentLineNumber, reason))

    def _error(self, message: str) -> DrawingError:
        return DrawingError(message, self.parser.CurrentLineNumber)

    def _read_view_box(self, attributes: Mapping[str, str]) -> QRectF:
        """Read the viewBox, or width and height if there is none."""
        try:
            if "viewBox" in attributes:
                x, y, width, height = map(
                    float, _SEPARATORS.split(attributes["viewBox"].strip(" \t\r\n"))
                )
            else:
                x = y = 0.0
                width, height = length(attributes["width"]), length(attributes["height"])
        except (KeyError, ValueError) as error:
            message = "the drawing needs a viewBox of four numbers, or a width and a height"
            raise self._error(message) from error
        box = QRectF(x, y, width, height)
        if not (width > 0 and height > 0 and _in_reach(box)):
            raise self._error("the viewBox must have a width and height above 0, and not be huge")
        return box


def _names(attributes: Mapping[str, str]) -> dict[str, str]:
    return {
        language: attributes[key] for key, language in _NAME_ATTRIBUTES.items() if key in attributes
    }


def _in_reach(box: QRectF) -> bool:
    """Whether a box is finite and near enough to the origin to be painted safely."""
    edges = (box.left(), box.top(), box.right(), box.bottom())
    return all(math.isfinite(edge) and abs(edge) <= MAX_COORDINATE for edge in edges)


def _refuse_wild(transform: QTransform) -> None:
    """Raise ValueError for factors so large that a point could overflow."""
    t = transform
    factors = (t.m11(), t.m12(), t.m21(), t.m22(), t.dx(), t.dy())
    if not all(abs(factor) <= MAX_COORDINATE for factor in factors):
        raise ValueError(f"a transform is larger than {MAX_COORDINATE:.0f}")


def _style(attributes: Mapping[str, str]) -> dict[str, str]:
    """The two properties that matter here; the style attribute beats presentation ones."""
    found = {name: attributes[name] for name in ("display", "fill-rule") if name in attributes}
    for declaration in attributes.get("style", "").split(";"):
        name, _, value = declaration.partition(":")
        if name.strip() in ("display", "fill-rule"):
            found[name.strip()] = value.removesuffix("!important").strip()
    return found
