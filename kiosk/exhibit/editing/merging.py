"""Two versions of a file, field by field: what differs, and the edits that take one into the other.

The version on the disk is the ground: its comments, order and empty lines stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.editing.draft import text_of
from kiosk.exhibit.editing.edited_yaml import edited
from kiosk.exhibit.editing.edits import Insert, Remove, SetText, SetValue
from kiosk.exhibit.editing.refusals import EditRefused
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.yaml_edit import CannotEdit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kiosk.text.yaml_source import Location, Node

_Way = tuple[str, ...]
"""The keys that lead to a node; entries of lists by their ids, else by their numbers from 1."""


class FieldVersions(NamedTuple):
    """A value that is not the same in both, or an entry that one of them has not.

    `location` is its place in the version that `is_in_theirs` says; each version is None where it
    has nothing there.  `edit` makes theirs what ours is there.
    """

    location: Location
    is_in_theirs: bool
    before: Node | None
    theirs: Node | None
    ours: Node | None
    edit: SetText | SetValue | Insert | Remove

    @property
    def is_ours_alone(self) -> bool:
        """Whether nobody else has changed it."""
        return _plain(self.theirs) == _plain(self.before)

    @property
    def is_theirs_alone(self) -> bool:
        """Whether it was not changed here."""
        return _plain(self.ours) == _plain(self.before)

    def says_the_same(self, other: FieldVersions) -> bool:
        """Whether both versions are those of the other one."""
        is_same = _plain(self.theirs) == _plain(other.theirs)
        return is_same and _plain(self.ours) == _plain(other.ours)


class _Placed(NamedTuple):
    location: Location
    node: Node


def field_versions(
    file: str, before: bytes | None, theirs: bytes | None, ours: bytes | None
) -> tuple[FieldVersions, ...] | None:
    """The fields that differ; None where that can't be told of both versions."""
    roots = [_root(file, content) for content in (before, theirs, ours)]
    if roots[1] is None or roots[2] is None:
        return None
    nodes = [{} if root is None else dict(_nodes(root, (), ())) for root in roots]
    return tuple(_different(file, *nodes))


def merged(file: str, theirs: bytes, chosen: Iterable[FieldVersions]) -> bytes:
    """Their version, with what was chosen of ours.  EditRefused where that can't be written."""
    found = [each.edit for each in chosen]
    removed = [each for each in found if isinstance(each, Remove)]
    inserted = [each for each in found if isinstance(each, Insert)]
    others = [each for each in found if not isinstance(each, Remove | Insert)]
    # From the end: what is before an entry that goes keeps its number.
    removed.sort(key=_from_the_end, reverse=True)
    inserted.sort(key=_number)
    text = text_of(theirs, file)
    try:
        for edit in (*others, *removed, *inserted):
            text = edited(text, edit, LANGUAGES)
    except CannotEdit as error:
        raise EditRefused.of(error, file) from None
    return text.text.encode()


def _from_the_end(edit: Remove) -> tuple[str, ...]:
    location = edit.location
    return tuple(f"{step:06d}" if isinstance(step, int) else step for step in location)


def _number(edit: Insert) -> int:
    return edit.at or 0


def _root(file: str, content: bytes | None) -> Node | None:
    if content is None or not file.endswith(".yaml"):
        return None
    try:
        return text_of(content, file).document.root
    except EditRefused:
        return None


def _nodes(node: Node, way: _Way, location: Location) -> Iterator[tuple[_Way, _Placed]]:
    """Every node of a tree, what is around others before these."""
    yield way, _Placed(location, node)
    if node.kind == "mapping":
        for key, entry in node.value.items():
            yield from _nodes(entry, (*way, str(key)), (*location, key))
    elif node.kind == "list":
        for number, entry in enumerate(node.value):
            own = entry.at(("id",)) if entry.kind == "mapping" else None
            name = str(own.value) if own is not None and own.kind == "text" else str(number + 1)
            yield from _nodes(entry, (*way, name), (*location, number))


def _different(
    file: str,
    before: Mapping[_Way, _Placed],
    theirs: Mapping[_Way, _Placed],
    ours: Mapping[_Way, _Placed],
) -> Iterator[FieldVersions]:
    told: set[_Way] = set()
    for way in dict.fromkeys((*theirs, *ours)):
        if any(way[:length] in told for length in range(len(way))):
            continue
        their, our, was = theirs.get(way), ours.get(way), before.get(way)
        if their is not None and our is not None and _can_be_told_inside(their.node, our.node):
            continue
        if their is not None and our is not None and their.node.plain() == our.node.plain():
            continue
        told.add(way)
        placed = their or our
        assert placed is not None
        yield FieldVersions(
            placed.location,
            their is not None,
            None if was is None else was.node,
            None if their is None else their.node,
            None if our is None else our.node,
            _edit(file, way, their, our, theirs),
        )


def _can_be_told_inside(their: Node, our: Node) -> bool:
    return their.kind == our.kind != "text"


def _edit(
    file: str,
    way: _Way,
    their: _Placed | None,
    our: _Placed | None,
    theirs: Mapping[_Way, _Placed],
) -> SetText | SetValue | Insert | Remove:
    if our is None:
        assert their is not None
        return Remove(file, their.location)
    if their is not None:
        if their.node.kind == our.node.kind == "text":
            return SetText(file, their.location, str(our.node.value))
        return SetValue(file, their.location, our.node.plain())
    around = theirs[way[:-1]]
    if around.node.kind == "list":
        at = min(int(our.location[-1]), len(around.node.value))
        return Insert(file, around.location, our.node.plain(), at)
    return SetValue(file, (*around.location, our.location[-1]), our.node.plain())


def _plain(node: Node | None) -> object:
    return None if node is None else node.plain()
