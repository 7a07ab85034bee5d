"""XML from outside: small, without definitions of its own, and with the line of each element."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from kiosk.exhibit.exchanging import exchange_messages
from kiosk.exhibit.exchanging.exchange_messages import ExchangeRefused

if TYPE_CHECKING:
    from collections.abc import Iterator

_ELEMENTS_LIMIT = 400_000
_DEPTH_LIMIT = 64


@dataclass
class Element:
    """An element: its name without the namespace, and what is in it, in order."""

    namespace: str
    name: str
    attributes: dict[str, str]
    line: int
    inside: list[Element | str] = field(default_factory=list)

    def children(self, *names: str) -> Iterator[Element]:
        """The elements of these names right in it; all where none is given."""
        for each in self.inside:
            if isinstance(each, Element) and (not names or each.name in names):
                yield each

    def first(self, name: str) -> Element | None:
        """The first element of that name right in it."""
        return next(self.children(name), None)

    def all_below(self, name: str) -> Iterator[Element]:
        """The elements of that name at any depth, in order."""
        for each in self.children():
            if each.name == name:
                yield each
            yield from each.all_below(name)


class _TreeBuilder:
    """Builds the tree while expat reads."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self._parser = parser
        self._open: list[Element] = []
        self._count = 0
        self.root: Element | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        self._count += 1
        if self._count > _ELEMENTS_LIMIT or len(self._open) >= _DEPTH_LIMIT:
            raise ExchangeRefused(exchange_messages.TOO_LARGE)
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        element = Element(namespace, local, plain, self._parser.CurrentLineNumber)
        if self._open:
            self._open[-1].inside.append(element)
        else:
            self.root = element
        self._open.append(element)

    def end(self, name: str) -> None:
        self._open.pop()

    def text(self, words: str) -> None:
        if self._open:
            self._open[-1].inside.append(words)


def read_xml(content: bytes) -> Element:
    """The root of the file; ExchangeRefused where it is broken, or defines anything."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    builder = _TreeBuilder(parser)
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    # Neither bombs of entities nor files elsewhere: nothing is defined, nothing is fetched.
    parser.StartDoctypeDeclHandler = _refuse_definitions
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise ExchangeRefused(exchange_messages.bad_xml(error.lineno)) from None
    except (ValueError, LookupError):
        # An encoding that Python does not know, or one of several bytes.
        raise ExchangeRefused(exchange_messages.NO_XML) from None
    if builder.root is None:
        raise ExchangeRefused(exchange_messages.NO_XML)
    return builder.root


def _refuse_definitions(*declared: object) -> None:
    raise ExchangeRefused(exchange_messages.WITH_DTD)
