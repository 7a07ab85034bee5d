"""Changes of a YAML file's text that leave everything else of it as it is.

Comments, order, quotation marks, indentation, line ends and the byte order mark stay.  Each change
is written in the style of what stands around it, is read again, and counts only if exactly the
wanted value has changed by it.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kiosk.atomic_file import write_text
from kiosk.text.folder import FILE_LIMIT_BYTES
from kiosk.text.messages import ExhibitError, UnreadableFile
from kiosk.text.yaml_layout import YamlLayout
from kiosk.text.yaml_pieces import EntryPiece, Pieces, pieces_of
from kiosk.text.yaml_source import Document, parse_document
from kiosk.text.yaml_syntax import SyntaxNode, WrittenSyntax, syntax_of
from kiosk.text.yaml_writing import Steps, entry_in_lines, in_brackets, key_in_lines, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kiosk.text.folder import ContentFolder
    from kiosk.text.yaml_source import Location
    from kiosk.text.yaml_writing import YamlValue

_BYTE_ORDER_MARK = "\ufeff"


class Reason(StrEnum):
    """Why a text can't be changed so."""

    NOTHING_THERE = "there is nothing"
    NO_TEXT = "there is no text"
    NO_KEY = "there is no key"
    NO_LIST = "an entry is for lists"
    NO_MAPPING = "a key is for mappings"
    NO_HYPHENS = "there is no list with hyphens"
    NO_PLACE = "there is no such place in the list"
    KEY_IS_THERE = "the key is there already"
    NO_SIGNS = "it has signs that no file can have"
    ANCHOR = "it is written with an anchor (&) or an alias (*)"
    COMMENTS = "the comments between its brackets can't be told apart"
    STYLE = "it is written in a way that can't be changed"


class CannotEdit(ExhibitError):
    """The text can't be changed so; nothing has been."""

    def __init__(self, location: Location, reason: Reason) -> None:
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
    read_syntax: WrittenSyntax | None = field(default=None, repr=False, compare=False)
    """Where what is written, as far as that is known already."""

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
            raise CannotEdit(location, Reason.NO_TEXT)
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
            raise CannotEdit(location, Reason.NO_MAPPING)
        if key in old:
            raise CannotEdit(location, Reason.KEY_IS_THERE)
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
            raise CannotEdit(location, Reason.NO_LIST)
        entries = [*old]
        index = _index(location, at, len(entries))
        entries.insert(index, _tree(value))
        wanted = _replaced(self._plain, location, entries)
        return self._with_entry(location, index, None, value, wanted)

    def with_written_entry(self, location: Location, entry: str, at: int | None = None) -> YamlText:
        """The same with an entry of the list there, as it is written: with its hyphen and its
        comments.  Without `at` it is the last, behind an empty line; else it stands before the
        entry `at`, with as much between as between others."""
        if not self._ends_with_line:
            return self._with_line_end().with_written_entry(location, entry, at)
        parent = self._node(location)
        if parent.kind != "list" or parent.in_flow or not parent.entries:
            raise CannotEdit(location, Reason.NO_HYPHENS)
        if not _can_be_encoded(entry):
            raise CannotEdit(location, Reason.NO_SIGNS)
        added = parse_document(f"entries:\n{entry}", self.name).root.plain()["entries"]
        entries = [*_value(self._plain, location)]
        index = _index(location, at, len(entries))
        entries[index:index] = added
        wanted = _replaced(self._plain, location, entries)
        lines = entry.rstrip("\n").split("\n")
        if at is None:
            text = self._layout.with_lines(parent, len(parent.entries), ["", *lines])
            return self._verified(location, [text], wanted)
        pieces = self._pieces(location, parent)
        column, end = self._layout.column_of(parent), self._layout.line_end
        written = "".join(" " * column * bool(line) + line + end for line in lines)
        text = pieces.added(index, EntryPiece("", written), usual=end * (column == 0)).text()
        return self._verified(location, [text], wanted)

    def with_entry_moved(self, location: Location, to: int) -> YamlText:
        """The same with an entry of a list as number `to` of it, and its comments with it."""
        if not self._ends_with_line:
            return self._with_line_end().with_entry_moved(location, to)
        parent, index = self._entry(location, "list")
        entries = [*_value(self._plain, location[:-1])]
        entries.insert(_index(location, to, len(entries) - 1), entries.pop(index))
        wanted = _replaced(self._plain, location[:-1], entries)
        pieces = self._pieces(location, parent)
        return self._verified(location, [pieces.moved(index, to).text()], wanted)

    def with_entry_copied(self, location: Location) -> YamlText:
        """The same with an entry of a list a second time, right behind itself, and its comments."""
        if not self._ends_with_line:
            return self._with_line_end().with_entry_copied(location)
        parent, index = self._entry(location, "list")
        entries = [*_value(self._plain, location[:-1])]
        entries.insert(index + 1, entries[index])
        wanted = _replaced(self._plain, location[:-1], entries)
        pieces = self._pieces(location, parent)
        return self._verified(location, [pieces.copied(index).text()], wanted)

    def with_key_copied(self, location: Location, name: str) -> YamlText:
        """The same with a key and its value a second time, right behind, under another name."""
        if not self._ends_with_line:
            return self._with_line_end().with_key_copied(location, name)
        parent, index = self._entry(location, "mapping")
        if name in parent.names:
            raise CannotEdit((*location[:-1], name), Reason.KEY_IS_THERE)
        entries = list(_value(self._plain, location[:-1]).items())
        entries.insert(index + 1, (name, entries[index][1]))
        wanted = _replaced(self._plain, location[:-1], dict(entries))
        pieces, key = self._pieces(location, parent), parent.keys[index]
        before, copied, behind = pieces.entries[index]
        own = key.end - parent.begins[index]
        styles = dict.fromkeys((key.style, '"'))
        copies = (
            EntryPiece(before, written(name, style, in_flow=parent.in_flow) + copied[own:], behind)
            for style in styles
        )
        texts = (pieces.added(index + 1, copy).text() for copy in copies)
        return self._verified(location, texts, wanted)

    def with_value(self, location: Location, value: YamlValue) -> YamlText:
        """The same with any value in place of the one there; what was written in that goes."""
        old = _value(self._plain, location)
        if isinstance(old, str) and isinstance(value, str):
            return self.with_text(location, value)
        if not self._ends_with_line:
            return self._with_line_end().with_value(location, value)
        parent, index = self._entry(location, None)
        wanted = _replaced(self._plain, location, _tree(value))
        texts = self._layout.texts_with_value(parent, index, value)
        node = parent.entries[index]
        # What stands above the first line of a block, below its key, is said of that line, and what
        # stands behind the last one of that.
        is_list = parent.kind == "list"
        beside = parent.begins[index] if is_list else parent.keys[index].end
        begin = min(node.begin, self._layout.line_behind(beside))
        end = self._layout.line_behind(node.end) if node.style == "block" else node.end
        gone = Counter(words for place, words in self._syntax.comments if begin <= place < end)
        return self._verified(location, texts, wanted, kept=self._comments - gone)

    def with_texts(self, words: Mapping[Location, str]) -> YamlText:
        """The same with several texts in place of others at once."""
        nodes = [(self._node(location), location) for location in words]
        if any(not location or node.kind != "text" for node, location in nodes):
            raise CannotEdit(next(iter(words), ()), Reason.NO_TEXT)
        wanted = self._plain
        text = self._layout.text
        for node, location in sorted(nodes, key=lambda each: -each[0].begin):
            wanted = _replaced(wanted, location, words[location])
            in_flow = self._node(location[:-1]).in_flow
            new = written(words[location], node.style, in_flow=in_flow)
            text = text[: node.begin] + new + text[node.end :]
        try:
            return self._verified((), [text], wanted)
        except CannotEdit:
            changed = self
            for location, each in words.items():
                changed = changed.with_text(location, each)
            return changed

    def without(self, location: Location) -> YamlText:
        """The same without an entry or a key and its value, and without the comments in them.

        What is said above it stays, but for what allows a warning in its first line.
        """
        parent = self._node(location[:-1])
        index = parent.index_of(location[-1]) if location else None
        if index is None:
            raise CannotEdit(location, Reason.NOTHING_THERE)
        around = _value(self._plain, location[:-1])
        if isinstance(around, list):
            left: Any = [*around[:index], *around[index + 1 :]]
        else:
            left = {key: each for key, each in around.items() if key != location[-1]}
        text = self._layout.without_entry(parent, index)
        if text is None:
            raise CannotEdit(location, Reason.COMMENTS)
        wanted = _replaced(self._plain, location[:-1], left)
        return self._verified(location, [text], wanted, kept=Counter())

    def renamed(self, location: Location, key: str) -> YamlText:
        """The same with another name of a key, at the same place."""
        parent = self._node(location[:-1])
        index = parent.index_of(location[-1]) if location else None
        if index is None or parent.kind != "mapping":
            raise CannotEdit(location, Reason.NO_KEY)
        if key in parent.names:
            raise CannotEdit(location, Reason.KEY_IS_THERE)
        entries = _value(self._plain, location[:-1]).items()
        renamed = {key if each == location[-1] else each: value for each, value in entries}
        texts = self._layout.with_key_named(parent.keys[index], key)
        return self._verified(location, texts, _replaced(self._plain, location[:-1], renamed))

    def with_keys_renamed(self, keys: Mapping[Location, str]) -> YamlText:
        """The same with other names of several keys of one mapping at once."""
        if not keys:
            return self
        above = next(iter(keys))[:-1]
        parent, around = self._node(above), _value(self._plain, above)
        names = {str(location[-1]): key for location, key in keys.items()}
        if parent.kind != "mapping" or any(location[:-1] != above for location in keys):
            raise CannotEdit(above, Reason.NO_KEY)
        if not names.keys() <= around.keys():
            raise CannotEdit(above, Reason.NO_KEY)
        renamed = {names.get(key, key): each for key, each in around.items()}
        if len(renamed) < len(around):
            raise CannotEdit(above, Reason.KEY_IS_THERE)
        text = self._layout.text
        for key in sorted(parent.keys, key=lambda each: -each.begin):
            name = parent.names[parent.keys.index(key)]
            if name in names:
                new = written(names[name], key.style, in_flow=parent.in_flow)
                text = text[: key.begin] + new + text[key.end :]
        return self._verified(above, [text], _replaced(self._plain, above, renamed))

    def _entry(self, location: Location, kind: str | None) -> tuple[SyntaxNode, int]:
        """What an entry stands in, and its number there; CannotEdit where there is none."""
        parent = self._node(location[:-1])
        index = parent.index_of(location[-1]) if location else None
        if index is None or kind not in (None, parent.kind):
            raise CannotEdit(location, Reason.NOTHING_THERE)
        self._node(location)
        return parent, index

    def _pieces(self, location: Location, parent: SyntaxNode) -> Pieces:
        pieces = pieces_of(self._layout.text, parent)
        if pieces is None:
            raise CannotEdit(location, Reason.COMMENTS)
        return pieces

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
        return YamlLayout(self.text.removeprefix(_BYTE_ORDER_MARK), self._syntax.root)

    @cached_property
    def _syntax(self) -> WrittenSyntax:
        return self.read_syntax or syntax_of(self.text.removeprefix(_BYTE_ORDER_MARK))

    @cached_property
    def _plain(self) -> Any:
        return self.document.root.plain()

    def _node(self, location: Location) -> SyntaxNode:
        """What is written there; CannotEdit where that has an anchor or is an alias."""
        node: SyntaxNode | None = self._layout.root
        for depth in range(len(location) + 1):
            if node is None:
                raise CannotEdit(location, Reason.NOTHING_THERE)
            if node.has_anchor:
                raise CannotEdit(location, Reason.ANCHOR)
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
        return Counter(self._syntax.comment_words())

    def _verified(
        self,
        location: Location,
        texts: Iterable[str],
        wanted: Any,
        *,
        kept: Counter[str] | None = None,
    ) -> YamlText:
        """The first of these texts that says what is wanted, with nothing else spoilt in it.

        All comments have to be there still, or those that are `kept` where some may go with what
        is removed.
        """
        kept = self._comments if kept is None else kept
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
            syntax = syntax_of(text)
            if kept <= Counter(syntax.comment_words()):
                return YamlText(self._mark + text, self.name, found, syntax)
        raise CannotEdit(location, Reason.STYLE)


def _index(location: Location, at: int | None, count: int) -> int:
    """Where something is to be added among so many; CannotEdit where there is no such place."""
    if at is None:
        return count
    if isinstance(at, bool) or not 0 <= at <= count:
        raise CannotEdit(location, Reason.NO_PLACE)
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
