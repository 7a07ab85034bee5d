"""YAML with positions: text stays text, every mistake has its line, and nothing can explode.

Only the parser of PyYAML is used, whose events come one by one without recursion; the tree is
built here.  So no limit is passed before it is noticed, and `no`, `12:30` and `2024-06` mean what
they say.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import yaml

from kiosk.shipped_yaml import SAFE_LOADER
from kiosk.text import file_messages, shape_messages, yaml_key_messages, yaml_messages
from kiosk.text.invisible import DIRECTION
from kiosk.text.messages import PlacedMessage, UnreadableFile
from kiosk.text.phrase import Phrase
from kiosk.text.wrapped_lines import WrittenLines, folded
from kiosk.text.written_lines import with_plain_breaks
from kiosk.text.yaml_errors import explained, suspicious_key

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kiosk.text.messages import Message

DEPTH_LIMIT = 32
ALIAS_LIMIT = 16
EVENT_LIMIT = 200_000
MESSAGES_LIMIT = 200
"""So many are worded; with more, the whole file is given up."""

Location = tuple[str | int, ...]
"""Keys and indices from the top of a file, as in `("panels", 0, "facts", 2, "value")`."""

_NO_KEYS: Mapping[str, tuple[int, int]] = MappingProxyType({})


class Node(NamedTuple):
    """A text, a list or a mapping, and where it begins; lines and columns count from 1.

    `value` is a str, a tuple of nodes or a mapping of str to node; `keys` are the positions of a
    mapping's keys.
    """

    kind: Literal["text", "list", "mapping"]
    value: Any
    line: int
    column: int
    keys: Mapping[str, tuple[int, int]] = _NO_KEYS

    def at(self, location: Location) -> Node | None:
        """The node there, or None."""
        node = self
        for step in location:
            if node.kind == "list":
                inside = isinstance(step, int) and step < len(node.value)
            else:
                inside = node.kind == "mapping" and step in node.value
            if not inside:
                return None
            node = node.value[step]
        return node

    def position(self, location: Location) -> tuple[int, int]:
        """Line and column of the value there, or of the nearest thing around it."""
        node = self
        for depth in range(len(location)):
            inner = node.at(location[depth : depth + 1])
            if inner is None:
                break
            node = inner
        return node.line, node.column

    def key_position(self, location: Location) -> tuple[int, int]:
        """Line and column of the last key of the location, or of the value where it has none."""
        parent = self.at(location[:-1])
        if parent is not None and location and location[-1] in parent.keys:
            return parent.keys[str(location[-1])]
        return self.position(location)

    def plain(self) -> Any:
        """The same as str, list and dict."""
        if self.kind == "text":
            return self.value
        if self.kind == "list":
            return [entry.plain() for entry in self.value]
        return {key: entry.plain() for key, entry in self.value.items()}

    def replaced(self, location: Location, node: Node) -> Node:
        """The same with another node at a location that it has."""
        if not location:
            return node
        step, inner = location[0], self.value[location[0]].replaced(location[1:], node)
        if self.kind == "list":
            return self._replace(value=(*self.value[:step], inner, *self.value[int(step) + 1 :]))
        return self._replace(value={**self.value, step: inner})

    def without(self, locations: Collection[Location]) -> Node:
        """The same without the nodes at these locations."""
        if self.kind == "text" or not locations:
            return self
        gone = {location[0] for location in locations if len(location) == 1}
        deeper: dict[str | int, list[Location]] = {}
        for location in locations:
            if len(location) > 1 and location[0] not in gone:
                deeper.setdefault(location[0], []).append(location[1:])
        steps = enumerate(self.value) if self.kind == "list" else self.value.items()
        kept = {
            step: entry.without(deeper.get(step, ())) for step, entry in steps if step not in gone
        }
        return self._replace(value=tuple(kept.values()) if self.kind == "list" else kept)


class SpoiltEntry(NamedTuple):
    """A mistake that spoils one entry and not the file."""

    location: Location
    message: PlacedMessage


class Document(NamedTuple):
    """What a file holds, as far as it can be understood."""

    root: Node
    spoilt_entries: tuple[SpoiltEntry, ...]


def parse_document(text: str, name: str, *, stop_at: str | None = None) -> Document:
    """Read the text of a file whose top is a mapping, up to the key `stop_at` of that mapping.

    Keys that stand twice or hold invisible letters spoil an entry; the first of two keys is kept.
    Raises UnreadableFile for what can't be read, is too deep or too large, or uses tags or merges.
    """
    text = with_plain_breaks(text)
    builder = _Builder(name, text)
    try:
        parser: Any = SAFE_LOADER(text)
        while (event := parser.get_event()) is not None:
            builder.take(event)
            if stop_at is not None and builder.stands_at(stop_at):
                return Document(builder.head(), tuple(builder.spoilt_entries))
    except yaml.YAMLError as error:
        raise UnreadableFile(explained(error, text, name)) from None
    root = builder.root
    if root is None:
        message = yaml_messages.ONLY_COMMENTS if text.strip() else yaml_messages.EMPTY_FILE
        raise UnreadableFile(message.at(name))
    if root.kind != "mapping":
        raise UnreadableFile(_not_a_mapping(root).at(name, root.line, root.column))
    if len(builder.spoilt_entries) > MESSAGES_LIMIT:
        raise UnreadableFile(builder.spoilt_entries[0].message)
    return Document(root, tuple(builder.spoilt_entries))


def _not_a_mapping(root: Node) -> Message:
    if root.kind == "list":
        return yaml_messages.not_a_mapping(Phrase("a list"))
    return suspicious_key(root.value) or yaml_messages.not_a_mapping(Phrase("plain text"))


@dataclass
class _Open:
    """A list or mapping whose end has not come yet."""

    kind: Literal["list", "mapping"]
    line: int
    column: int
    anchor: str | None
    entries: list[Node] = field(default_factory=list)
    mapping: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    key: str | None = None
    skips: bool = False
    restarted: bool = False
    is_flow: bool = False
    """Whether it stands between brackets, where a comma ends a value."""
    split: set[str] = field(default_factory=set)
    """The keys whose values are numbers with commas."""
    size: int = 1
    height: int = 1

    def node(self) -> Node:
        value = tuple(self.entries) if self.kind == "list" else self.mapping
        return Node(self.kind, value, self.line, self.column, self.keys)

    def step(self) -> str | int:
        return len(self.entries) if self.kind == "list" else self.key or ""


class _Known(NamedTuple):
    """What an anchor refers to, how many nodes that is and how deep."""

    node: Node
    size: int
    height: int


class _Builder:
    """Builds the tree from events and keeps the limits."""

    def __init__(self, name: str, text: str) -> None:
        self.root: Node | None = None
        self.spoilt_entries: list[SpoiltEntry] = []
        self._name = name
        self._lines = WrittenLines(text)
        self._open: list[_Open] = []
        self._anchors: dict[str, _Known | None] = {}
        self._events = 0
        self._aliases = 0
        self._documents = 0
        self._sound_keys: set[str] = set()

    def take(self, event: Any) -> None:
        """Take the next event of the parser."""
        self._events += 1
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if self._events > EVENT_LIMIT:
            raise self._refuse(yaml_key_messages.too_much(EVENT_LIMIT), line, column)
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._take_scalar(event, line, column)
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            done = self._open.pop()
            node = done.node()
            self._spoil_split(done)
            if done.anchor is not None:
                self._anchors[done.anchor] = _Known(node, done.size, done.height)
            self._add(node, done.size, done.height, line, column)
        elif kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            self._start(event, line, column)
        elif kind is yaml.AliasEvent:
            self._take_alias(event.anchor, line, column)
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                raise self._refuse(yaml_messages.SEVERAL_DOCUMENTS, line, column)

    def stands_at(self, key: str) -> bool:
        """Whether the last event was this key of the top mapping."""
        return len(self._open) == 1 and self._open[0].key == key

    def head(self) -> Node:
        """The top mapping as far as it has come."""
        return self._open[0].node()

    def _start(self, event: Any, line: int, column: int) -> None:
        if event.tag is not None:
            raise self._refuse(yaml_key_messages.tag(event.tag), line, column)
        self._refuse_as_key(line, column)
        if len(self._open) >= DEPTH_LIMIT:
            raise self._refuse(yaml_key_messages.too_deep(DEPTH_LIMIT), line, column)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        kind: Literal["list", "mapping"] = (
            "mapping" if type(event) is yaml.MappingStartEvent else "list"
        )
        self._open.append(_Open(kind, line, column, event.anchor, is_flow=event.flow_style))

    def _take_scalar(self, event: Any, line: int, column: int) -> None:
        if event.tag is not None:
            raise self._refuse(yaml_key_messages.tag(event.tag), line, column)
        value = event.value
        if event.end_mark.line >= line and event.style != "|":
            value = folded(value, self._lines.between(event))
        around = self._open[-1] if self._open else None
        is_key = around is not None and around.kind == "mapping" and around.key is None
        if not (is_key or value.isascii()) and DIRECTION.search(value):
            self._spoil_directions(event)
            value = DIRECTION.sub("", value)
        if not is_key or event.anchor is not None:
            node = Node("text", value, line, column)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Known(node, 1, 0)
        if around is not None and is_key:
            self._take_key(around, event.value, line, column)
        else:
            self._add(node, 1, 0, line, column)

    def _spoil_directions(self, event: Any) -> None:
        """Say where the first sign of a text stands that turns its direction."""
        sign = DIRECTION.search(event.value)
        assert sign is not None
        mark = event.start_mark
        line, column = self._lines.place_of(sign[0], event) or (mark.line + 1, mark.column + 1)
        message = file_messages.direction_override(sign[0]).at(self._name, line, column)
        location = tuple(around.step() for around in self._open)
        self.spoilt_entries.append(SpoiltEntry(location, message))

    def _take_key(self, mapping: _Open, key: str, line: int, column: int) -> None:
        if key == "<<":
            raise self._refuse(yaml_key_messages.MERGE_KEY, line, column)
        if mapping.is_flow and key[:1].isdigit() and self._continues(mapping, key, line, column):
            mapping.key, mapping.skips = key, True
            return
        mapping.key = key
        twice = key in mapping.keys
        mapping.skips = twice or mapping.restarted
        # Nearly all keys are the same few: each is looked at once.
        is_sound = key in self._sound_keys and not twice
        if not (is_sound or mapping.restarted or len(self.spoilt_entries) > MESSAGES_LIMIT):
            message = self._twice(mapping, key) if twice else suspicious_key(key)
            if message is None:
                self._sound_keys.add(key)
            else:
                location = tuple(around.step() for around in self._open)
                self.spoilt_entries.append(
                    SpoiltEntry(location, message.at(self._name, line, column))
                )
        if not mapping.skips:
            mapping.keys[key] = (line, column)

    def _continues(self, mapping: _Open, key: str, line: int, column: int) -> bool:
        """Whether what seems to be a key follows a comma in a number; the value then has it too."""
        last = next(reversed(mapping.mapping), None)
        node = mapping.mapping[last] if last is not None else None
        if last is None or node is None or node.kind != "text":
            return False
        joined = f"{node.value},{key}"
        is_next = (node.line, node.column + len(node.value) + 1) == (line, column)
        if not is_next or not shape_messages.NUMBER_WITH_COMMAS.fullmatch(joined):
            return False
        mapping.mapping[last] = node._replace(value=joined)
        mapping.split.add(last)
        return True

    def _spoil_split(self, done: _Open) -> None:
        """Say of each number between brackets that its comma ends it."""
        around = tuple(each.step() for each in self._open)
        for key in sorted(done.split):
            node = done.mapping[key]
            message = shape_messages.number_with_commas(node.value)
            placed = message.at(self._name, node.line, node.column)
            self.spoilt_entries.append(SpoiltEntry((*around, key), placed))

    def _twice(self, mapping: _Open, key: str) -> Message:
        """That a key is repeated.  What begins an entry of a list begins one that has no hyphen,
        and nothing more is said of its other keys."""
        in_list = len(self._open) > 1 and self._open[-2].kind == "list"
        mapping.restarted = in_list and key == next(iter(mapping.keys))
        first_line = mapping.keys[key][0]
        return yaml_key_messages.duplicate_key(key, first_line, begins_entry=mapping.restarted)

    def _take_alias(self, anchor: str, line: int, column: int) -> None:
        self._refuse_as_key(line, column)
        self._aliases += 1
        if self._aliases > ALIAS_LIMIT:
            raise self._refuse(yaml_key_messages.too_many_aliases(ALIAS_LIMIT), line, column)
        if anchor not in self._anchors:
            raise self._refuse(yaml_key_messages.unknown_alias(anchor), line, column)
        known = self._anchors[anchor]
        if known is None:
            raise self._refuse(yaml_key_messages.alias_of_itself(anchor), line, column)
        if len(self._open) + known.height > DEPTH_LIMIT:
            raise self._refuse(yaml_key_messages.too_deep(DEPTH_LIMIT), line, column)
        self._add(*known, line, column)

    def _add(self, node: Node, size: int, height: int, line: int, column: int) -> None:
        if not self._open:
            self.root = node
            return
        around = self._open[-1]
        around.size += size
        if height >= around.height:
            around.height = height + 1
        if around.size > EVENT_LIMIT:
            raise self._refuse(yaml_key_messages.too_much(EVENT_LIMIT), line, column)
        if around.kind == "list":
            around.entries.append(node)
            return
        assert around.key is not None
        if not around.skips:
            around.mapping[around.key] = node
        around.key = None

    def _refuse_as_key(self, line: int, column: int) -> None:
        if self._open and self._open[-1].kind == "mapping" and self._open[-1].key is None:
            raise self._refuse(yaml_key_messages.KEY_NOT_TEXT, line, column)

    def _refuse(self, message: Message, line: int, column: int) -> UnreadableFile:
        return UnreadableFile(message.at(self._name, line, column))
