"""Where each value of a YAML text stands in it, sign by sign: for changes of the text itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import yaml

from kiosk.shipped_yaml import SAFE_LOADER
from kiosk.text.written_lines import with_plain_breaks

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["text", "list", "mapping", "alias"]

BLOCK_STYLES = ("|", ">")

_COMMENT = re.compile(r"(?:^|(?<=[ \t\r\n]))#[^\r\n]*")
_LAST_BREAK = re.compile("(?:\r\n|\n|\r)\\Z")


@dataclass
class SyntaxNode:
    """A value as it is written: `text[begin:end]`, with the style in which it is.

    The style of a text is "" without quotation marks, or one of `'`, `"`, `|`, `>`; that of a list
    or mapping is "flow" in brackets, else "block".  A block ends where its last entry does.
    """

    kind: Kind
    style: str
    begin: int
    end: int
    column: int
    has_anchor: bool = False
    entries: list[SyntaxNode] = field(default_factory=list)
    """The values in their order, also those of a key that stands a second time."""
    keys: list[SyntaxNode] = field(default_factory=list)
    """The keys of a mapping, one for each entry."""
    names: list[str] = field(default_factory=list)
    """What the keys say."""
    begins: list[int] = field(default_factory=list)
    """Where each entry begins: with its key or, in a block, its hyphen."""

    @property
    def in_flow(self) -> bool:
        """Whether its entries stand in brackets."""
        return self.style == "flow"

    def index_of(self, step: str | int) -> int | None:
        """The number of the entry to which a key or an index leads, or None."""
        if self.kind == "list" and isinstance(step, int) and not isinstance(step, bool):
            return step if 0 <= step < len(self.entries) else None
        if self.kind == "mapping" and isinstance(step, str) and step in self.names:
            return self.names.index(step)
        return None

    def child(self, step: str | int) -> SyntaxNode | None:
        """The value to which a key or an index leads, or None."""
        index = self.index_of(step)
        return None if index is None else self.entries[index]


class WrittenText(NamedTuple):
    """A text as it is written: the sign of its style, "" without one, and where it begins and ends.

    Lines and columns count from 1; the end is that of the first letter behind it.
    """

    style: str
    begin: tuple[int, int]
    end: tuple[int, int]


def written_texts(text: str) -> Iterator[WrittenText]:
    """Every text of a file, keys too.  The file has to be YAML that `parse_document` reads."""
    for event in yaml.parse(with_plain_breaks(text), Loader=SAFE_LOADER):
        if isinstance(event, yaml.ScalarEvent):
            begin, end = event.start_mark, event.end_mark
            assert begin is not None
            assert end is not None
            begin_place, end_place = (
                (begin.line + 1, begin.column + 1),
                (end.line + 1, end.column + 1),
            )
            yield WrittenText(event.style or "", begin_place, end_place)


class WrittenSyntax(NamedTuple):
    """A text by its parts: the root of its values, and each comment with where it begins."""

    root: SyntaxNode
    comments: tuple[tuple[int, str], ...]

    def comment_words(self) -> list[str]:
        """The comments in their order."""
        return [words for _, words in self.comments]


def syntax_of(text: str) -> WrittenSyntax:
    """The parts of a text that `parse_document` reads: without a byte order mark."""
    text = with_plain_breaks(text)
    root: SyntaxNode | None = None
    around: list[SyntaxNode] = []
    comments: list[tuple[int, str]] = []
    place = 0
    for event in yaml.parse(text, Loader=SAFE_LOADER):
        if isinstance(event, yaml.CollectionEndEvent):
            node = around.pop()
            if node.in_flow:
                mark: Any = event.end_mark
                node.end = mark.index
            elif node.entries:
                node.end = node.entries[-1].end
        elif isinstance(event, yaml.NodeEvent):
            node = _node(event, text)
            if isinstance(event, yaml.ScalarEvent):
                begin = node.begin
                if node.style in BLOCK_STYLES:
                    # A comment can stand behind the mark, in the first line.
                    begin += len(re.split("[\r\n]", text[begin : node.end], maxsplit=1)[0])
                comments += _comments_between(text, place, begin)
                place = max(begin, node.end)
            if around:
                _add(around[-1], node, getattr(event, "value", ""), text)
            root = root or node
            if isinstance(event, yaml.CollectionStartEvent):
                around.append(node)
    comments += _comments_between(text, place, len(text))
    assert root is not None
    return WrittenSyntax(root, tuple(comments))


def comments_of(text: str) -> list[str]:
    """The comments of a text that `parse_document` reads, in their order."""
    return syntax_of(text).comment_words()


def _comments_between(text: str, begin: int, end: int) -> Iterator[tuple[int, str]]:
    if "#" in text[begin:end]:
        for each in _COMMENT.finditer(text, begin, end):
            yield each.start(), each[0].rstrip()


def _node(event: Any, text: str) -> SyntaxNode:
    begin, end = event.start_mark, event.end_mark
    has_anchor = event.anchor is not None
    if isinstance(event, yaml.CollectionStartEvent):
        kind: Kind = "mapping" if isinstance(event, yaml.MappingStartEvent) else "list"
        style = "flow" if event.flow_style else "block"
        return SyntaxNode(kind, style, begin.index, end.index, begin.column, has_anchor)
    if isinstance(event, yaml.AliasEvent):
        return SyntaxNode("alias", "", begin.index, end.index, begin.column, has_anchor=True)
    last = end.index
    if event.style in BLOCK_STYLES:
        last = begin.index + len(_without_blank_end(text[begin.index : last]))
    return SyntaxNode("text", event.style or "", begin.index, last, begin.column, has_anchor)


def _without_blank_end(written: str) -> str:
    """A block of text without the empty lines that don't belong to it, and without its last break.

    Behind `|+` they do.
    """
    if "+" in written.split("#", 1)[0].splitlines()[0]:
        return _LAST_BREAK.sub("", written)
    return written.rstrip()


def _add(parent: SyntaxNode, node: SyntaxNode, value: str, text: str) -> None:
    if parent.kind == "list":
        parent.entries.append(node)
        parent.begins.append(node.begin if parent.in_flow else _hyphen(parent, node.begin, text))
    elif len(parent.keys) == len(parent.entries):
        parent.keys.append(node)
        parent.names.append(value)
        parent.begins.append(node.begin)
    else:
        parent.entries.append(node)


def _hyphen(parent: SyntaxNode, offset: int, text: str) -> int:
    """The hyphen of an entry of a block: all have the same column, with nothing but comments
    between them and their entries."""
    while True:
        place = line_begin(text, offset) + parent.column
        if text[place : place + 1] == "-" or place <= parent.begin:
            return max(place, parent.begin)
        offset = line_begin(text, offset) - 1


def line_begin(text: str, offset: int) -> int:
    """Where the line of an offset begins."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
