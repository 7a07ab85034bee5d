"""The elements of an SVG file as a tree, with limits, and nothing from outside the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from kiosk.plain_file import FileRefused, TooLarge, read_plain_bytes
from kiosk.text.phrase import Phrase, template

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES: Final = 8 * 1024 * 1024
MAX_DEPTH: Final = 64
MAX_ELEMENTS: Final = 30_000
MAX_ATTRIBUTES: Final = 250_000
MAX_TEXT: Final = 256 * 1024
"""Letters of titles and style sheets together."""
MAX_REFERENCES: Final = 1_000
"""Uses of declared entities; each may stand for so many letters as one declaration may have."""
MAX_DECLARATION: Final = 120

SVG: Final = "http://www.w3.org/2000/svg"
_TOO_LARGE: Final = Phrase(
    "the drawing is larger than {limit} MiB", limit=MAX_BYTES // 1024 // 1024
)
_WITH_TEXT: Final = frozenset({"title", "style"})
_DECLARED: Final = re.compile(
    rb"""(?:\xef\xbb\xbf)?<\?xml\b[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']"""
)
_KNOWN_TO_EXPAT: Final = frozenset({"UTF-8", "UTF-16", "ISO-8859-1", "US-ASCII"})
"""The encodings that expat reads by itself, XML_ParserCreate in its manual."""


class DrawingError(Exception):
    """An SVG file that cannot be used at all; `line` counts from 1 and is 0 for the whole file."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {message}" if line else message)
        self.message = message
        self.line = line


@dataclass(slots=True)
class SvgNode:
    """One element.  `tag` has its namespace, as `urn:other}g`, if that is not SVG's."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[SvgNode] = field(default_factory=list)
    text: str = ""
    """What a title or a style sheet says; of other elements nothing is kept."""


def read_tree(data: bytes) -> SvgNode:
    """The `<svg>` with all that is in it.

    Entities that stand for a few plain letters, as Illustrator declares them for its namespaces,
    are understood.  Raises DrawingError for a file that is too large, too deep, compressed, not
    well-formed or not SVG, and for any other declaration.
    """
    if len(data) > MAX_BYTES:
        raise DrawingError(_TOO_LARGE)
    if data[:2] == b"\x1f\x8b":
        raise DrawingError(template("the drawing is compressed (svgz); save it as plain SVG"))
    if data.count(b"=") > MAX_ATTRIBUTES:
        raise DrawingError(
            Phrase("the drawing has more than {limit} attributes", limit=MAX_ATTRIBUTES)
        )
    reader = _TreeReader(data)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        if reader.has_begun and _is_utf8(data):
            reason = expat.ErrorString(error.code)
            raise DrawingError(
                Phrase("the XML is broken here: {reason}", reason=reason), error.lineno
            ) from error
        raise _encoding_error(data, error.lineno, expat.ErrorString(error.code)) from error
    except (LookupError, ValueError) as error:
        if reader.has_begun:
            raise
        raise _encoding_error(data, 1, str(error)) from error
    assert reader.root is not None
    return reader.root


def drawing_bytes(source: Path | bytes) -> bytes:
    """What is in a file; raises DrawingError where it can't be read."""
    if not isinstance(source, Path):
        return source
    try:
        return read_plain_bytes(source, MAX_BYTES)
    except TooLarge:
        raise DrawingError(_TOO_LARGE) from None
    except FileRefused as error:
        raise DrawingError(
            Phrase("{name} cannot be read: {reason}", name=source.name, reason=error.reason)
        ) from error


def _encoding_error(data: bytes, line: int, reason: str) -> DrawingError:
    """Why a drawing can't even be begun: expat knows UTF-8, UTF-16 and one byte a letter."""
    declared = _DECLARED.match(data)
    encoding = declared[1].decode("ascii") if declared else ""
    if encoding and encoding.upper() not in _KNOWN_TO_EXPAT:
        return DrawingError(
            Phrase("the drawing is written in {encoding}; save it as UTF-8", encoding=encoding),
            line,
        )
    if not _is_utf8(data):
        return DrawingError(template("the drawing is not UTF-8; save it as UTF-8"), line)
    return DrawingError(Phrase("the XML is broken here: {reason}", reason=reason), line)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return True


class _TreeReader:
    """Takes the elements as they come from expat."""

    def __init__(self, data: bytes) -> None:
        self.root: SvgNode | None = None
        self._reference_count = data.count(b"&")
        self._open: list[SvgNode] = []
        self._element_count = 0
        self._text_length = 0
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.EntityDeclHandler = self._entity
        self.parser.ElementDeclHandler = self._refuse_declaration
        self.parser.AttlistDeclHandler = self._refuse_declaration
        self.parser.NotationDeclHandler = self._refuse_declaration

    @property
    def has_begun(self) -> bool:
        """Whether the first element has come: the encoding is known by then."""
        return self._element_count > 0

    def _entity(
        self,
        _name: str,
        is_parameter: bool,
        value: str | None,
        *_address: str | None,
    ) -> None:
        is_harmless = (
            value is not None
            and not is_parameter
            and len(value) <= MAX_DECLARATION
            and "&" not in value
            and "<" not in value
            and self._reference_count <= MAX_REFERENCES
        )
        if not is_harmless:
            self._refuse_declaration()

    def _refuse_declaration(self, *_declaration: object) -> None:
        raise self._error(
            template("the drawing declares entities or its own elements; save it as plain SVG")
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._element_count += 1
        if self._element_count > MAX_ELEMENTS:
            raise self._error(
                Phrase("the drawing has more than {limit} elements", limit=MAX_ELEMENTS)
            )
        if len(self._open) >= MAX_DEPTH:
            raise self._error(Phrase("elements are nested more than {limit} deep", limit=MAX_DEPTH))
        namespace, _, tag = name.rpartition("}")
        if namespace not in ("", SVG):
            tag = name
        node = SvgNode(tag, attributes, self.parser.CurrentLineNumber)
        if self._open:
            self._open[-1].children.append(node)
        elif tag != "svg":
            raise self._error(Phrase("the drawing begins with <{tag}>, not with <svg>", tag=tag))
        else:
            self.root = node
        self._open.append(node)
        self.parser.CharacterDataHandler = self._letters if tag in _WITH_TEXT else None

    def _letters(self, letters: str) -> None:
        self._text_length += len(letters)
        if self._text_length > MAX_TEXT:
            raise self._error(
                Phrase("titles and style sheets have more than {limit} letters", limit=MAX_TEXT)
            )
        self._open[-1].text += letters

    def _end(self, _name: str) -> None:
        self._open.pop()
        self.parser.CharacterDataHandler = None

    def _error(self, message: str) -> DrawingError:
        return DrawingError(message, self.parser.CurrentLineNumber)


def all_nodes(root: SvgNode) -> Iterator[SvgNode]:
    """The element and all that is in it, in the order of the file."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.children))
