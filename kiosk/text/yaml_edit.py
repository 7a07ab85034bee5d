"""Changes of a YAML file's text that leave everything else of it as it is.

Comments, order, quotation marks, indentation, line ends and the byte order mark stay.  Each change
is written in the style of what stands around it, is read again, and counts only if exactly the
wanted value has changed by it.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kiosk.atomic_file import write_text
from kiosk.text.folder import FILE_LIMIT_BYTES
from kiosk.text.messages import ExhibitError, UnreadableFile
from kiosk.text.written_lines import with_plain_breaks
from kiosk.text.yaml_layout import YamlLayout
from kiosk.text.yaml_source import Document, parse_document
from kiosk.text.yaml_syntax import SyntaxNode, comments_of, syntax_of
from kiosk.text.yaml_writing import Steps, entry_in_lines, in_brackets, key_in_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kiosk.text.folder import ContentFolder
    from kiosk.text.yaml_source import Location
    from kiosk.text.yaml_writing import YamlValue

_BYTE_ORDER_MARK = "\ufeff"


class CannotEdit(ExhibitError):
    """The text can't be changed so; nothing has been."""

    def __init__(self, location: Location, reason: str) -> None:
        self.location = location
        self.reason = reason
        super().__init__(f"{'/'.join(map(str, location)) or 'the file'}: {reason}")


@dataclass(frozen=True)
class YamlText:
    """The text of a YAML file.  Each change gives another one, or raises CannotEdit.

    `name` is what an UnreadableFile calls the file.
    """

    text: str
    name: str
    document: Document

    @classmethod
    def parse(cls, text: str, name: str) -> YamlText:
        """The text of a file whose top is a mapping; raises UnreadableFile."""
        return cls(text, name, parse_document(text.removeprefix(_BYTE_ORDER_MARK), name))

    @classmethod
    def read(cls, folder: ContentFolder, name: str) -> YamlText:
        """The text of a file in a content folder; raises UnreadableFile."""
        is_marked = folder.content(name, FILE_LIMIT_BYTES).startswith(BOM_UTF8)
        return cls.parse(_BYTE_ORDER_MARK * is_marked + folder.text(name), name)

    def write(self, folder: ContentFolder) -> Path:
        """Write it in place of the file there, whole or not at all; raises OSError."""
        path = folder.root / self.name
        write_text(path, self.text)
        return path

    def with_text(self, location: Location, words: str) -> YamlText:
        """The same with these words in place of a text."""
        parent, node = self._node(location[:-1]), self._node(location)
        if node.kind != "text" or not location:
            raise CannotEdit(location, "there is no text")
        indent = 0 if parent.in_flow else parent.column + self._layout.step
        texts = self._layout.texts_with_words(node, indent, words)
        return self._verified(location, texts, _replaced(self._plain, location, words))

    def with_key(self, location: Location, value: YamlValue, at: int | None = None) -> YamlText:
        """The same with a key that is not there yet, before the key number `at` or as the last."""
        if not self._ends_with_line:
            return self._with_line_end().with_key(location, value, at)
        *around, key = location or ("",)
        old = _value(self._plain, around)
        if not isinstance(key, str) or not (isinstance(old, dict) or old == ""):
            raise CannotEdit(location, "a key is for mappings")
        if key in old:
            raise CannotEdit(location, "the key is there already")
        entries = list(old.items()) if old else []
        index = _index(location, at, len(entries))
        entries.insert(index, (key, _tree(value)))
        wanted = _replaced(self._plain, around, dict(entries))
        return self._with_entry(tuple(around), index, key, value, wanted)

    def with_entry(self, location: Location, value: YamlValue, at: int | None = None) -> YamlText:
        """The same with another entry of the list there, before the entry `at` or as the last."""
        if not self._ends_with_line:
            return self._with_line_end().with_entry(location, value, at)
        old = _value(self._plain, location)
        if not (isinstance(old, list) or old == ""):
            raise CannotEdit(location, "an entry is for lists")
        entries = [*old]
        index = _index(location, at, len(entries))
        entries.insert(index, _tree(value))
        wanted = _replaced(self._plain, location, entries)
        return self._with_entry(location, index, None, value, wanted)

    def with_written_entry(self, location: Location, entry: str) -> YamlText:
        """The same with an entry at the end of the list there, as it is written: with its hyphen
        and its comments, behind an empty line."""
        if not self._ends_with_line:
            return self._with_line_end().with_written_entry(location, entry)
        parent = self._node(location)
        if parent.kind != "list" or parent.in_flow or not parent.entries:
            raise CannotEdit(location, "there is no list with hyphens")
        if not _can_be_encoded(entry):
            raise CannotEdit(location, "it has signs that no file can have")
        added = parse_document(f"entries:\n{entry}", self.name).root.plain()["entries"]
        wanted = _replaced(self._plain, location, [*_value(self._plain, location), *added])
        lines = ["", *entry.rstrip("\n").split("\n")]
        text = self._layout.with_lines(parent, len(parent.entries), lines)
        return self._verified(location, [text], wanted)

    def without(self, location: Location) -> YamlText:
        """The same without an entry or a key and its value, and without the comments in them.

        What is said above it stays.
        """
        parent = self._node(location[:-1])
        index = parent.index_of(location[-1]) if location else None
        if index is None:
            raise CannotEdit(location, "there is nothing")
        around = _value(self._plain, location[:-1])
        if isinstance(around, list):
            left: Any = [*around[:index], *around[index + 1 :]]
        else:
            left = {key: each for key, each in around.items() if key != location[-1]}
        text = self._layout.without_entry(parent, index)
        if text is None:
            raise CannotEdit(location, "the comments between its brackets can't be told apart")
        wanted = _replaced(self._plain, location[:-1], left)
        return self._verified(location, [text], wanted, keeps_comments=False)

    def renamed(self, location: Location, key: str) -> YamlText:
        """The same with another name of a key, at the same place."""
        parent = self._node(location[:-1])
        index = parent.index_of(location[-1]) if location else None
        if index is None or parent.kind != "mapping":
            raise CannotEdit(location, "there is no key")
        if key in parent.names:
            raise CannotEdit(location, "the key is there already")
        entries = _value(self._plain, location[:-1]).items()
        renamed = {key if each == location[-1] else each: value for each, value in entries}
        texts = self._layout.with_key_named(parent.keys[index], key)
        return self._verified(location, texts, _replaced(self._plain, location[:-1], renamed))

    @cached_property
    def _ends_with_line(self) -> bool:
        return self.text.endswith(("\n", "\r"))

    def _with_line_end(self) -> YamlText:
        """The same with the end of its last line, without which nothing can follow.

        A text that ends there behind `|` has that end from now on.
        """
        return YamlText.parse(self.text + self._layout.line_end, self.name)

    @cached_property
    def _mark(self) -> str:
        return _BYTE_ORDER_MARK if self.text.startswith(_BYTE_ORDER_MARK) else ""

    @cached_property
    def _layout(self) -> YamlLayout:
        text = self.text.removeprefix(_BYTE_ORDER_MARK)
        return YamlLayout(text, syntax_of(with_plain_breaks(text)))

    @cached_property
    def _plain(self) -> Any:
        return self.document.root.plain()

    def _node(self, location: Location) -> SyntaxNode:
        """What is written there; CannotEdit where that has an anchor or is an alias."""
        node: SyntaxNode | None = self._layout.root
        for depth in range(len(location) + 1):
            if node is None:
                raise CannotEdit(location, "there is nothing")
            if node.has_anchor:
                raise CannotEdit(location, "it is written with an anchor (&) or an alias (*)")
            if depth < len(location):
                node = node.child(location[depth])
        assert node is not None
        return node

    def _with_entry(
        self, location: Location, index: int, key: str | None, value: YamlValue, wanted: Any
    ) -> YamlText:
        """With an entry of a list, or a key and its value, in the style of those around."""
        node, above, layout = self._node(location), self._node(location[:-1]), self._layout
        if node.in_flow or above.in_flow:
            entry = in_brackets(value) if key is None else in_brackets({key: value})[1:-1]
            if node.kind == "text":
                text = layout.with_written(node, f"[{entry}]" if key is None else f"{{{entry}}}")
            else:
                text = layout.with_bracketed(node, index, entry)
            return self._verified(location, [text], wanted)
        steps = Steps(layout.step, layout.dash_step)
        lines = entry_in_lines(value, steps) if key is None else key_in_lines(key, value, steps)
        if node.kind == "text":
            below = layout.step if key is not None or above.kind == "list" else layout.dash_step
            text = layout.with_lines_below(node, above.column + below, lines)
        else:
            text = layout.with_lines(node, index, lines)
        return self._verified(location, [text], wanted)

    @cached_property
    def _comments(self) -> Counter[str]:
        return Counter(comments_of(self.text.removeprefix(_BYTE_ORDER_MARK)))

    def _verified(
        self,
        location: Location,
        texts: Iterable[str],
        wanted: Any,
        *,
        keeps_comments: bool = True,
    ) -> YamlText:
        """The first of these texts that says what is wanted, with nothing else spoilt in it.

        All comments have to be there still, unless they may go with what is removed.
        """
        spoilt = _spoilt(self.document)
        for text in texts:
            if not _can_be_encoded(text):
                continue
            try:
                found = parse_document(text, self.name)
            except UnreadableFile:
                continue
            if _spoilt(found) != spoilt or not _same(found.root.plain(), wanted):
                continue
            if not keeps_comments or self._comments <= Counter(comments_of(text)):
                return YamlText(self._mark + text, self.name, found)
        raise CannotEdit(location, "it is written in a way that can't be changed")


def _index(location: Location, at: int | None, count: int) -> int:
    """Where something is to be added among so many; CannotEdit where there is no such place."""
    if at is None:
        return count
    if isinstance(at, bool) or not 0 <= at <= count:
        raise CannotEdit(location, f"there is no place {at}")
    return at


def _can_be_encoded(text: str) -> bool:
    """Whether a file can have it: not with half of a pair of surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _spoilt(document: Document) -> list[tuple[Location, str]]:
    """What keeps entries of it from being read, wherever they are by now."""
    return [(each.location, each.message.rule) for each in document.spoilt_entries]


def _value(tree: Any, location: Iterable[str | int]) -> Any:
    """What is there, or None."""
    for step in location:
        if isinstance(tree, dict):
            tree = tree.get(step)
        else:
            is_index = isinstance(tree, list) and isinstance(step, int)
            is_index = is_index and not isinstance(step, bool)
            tree = tree[step] if is_index and step in range(len(tree)) else None
    return tree


def _tree(value: YamlValue) -> Any:
    """The value as `Node.plain` will give it."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: _tree(each) for key, each in value.items()}
    return [_tree(each) for each in value]


def _replaced(tree: Any, location: Sequence[str | int], value: Any) -> Any:
    """A copy of the tree with a value in place of the one that is there."""
    if not location:
        return value
    first, *rest = location
    copy: Any = list(tree) if isinstance(tree, list) else dict(tree)
    copy[first] = _replaced(tree[first], rest, value)
    return copy


def _same(one: Any, other: Any) -> bool:
    """Whether two trees are equal, the order of their keys too."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other)
