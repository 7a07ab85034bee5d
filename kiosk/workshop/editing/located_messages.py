"""Which place of a file a message means, by its line and column."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kiosk.text.messages import PlacedMessage
    from kiosk.text.yaml_source import Location, Node


_MISSING = "missing-key"
"""The rule of what says that a key is not there."""


def by_location(
    messages: Iterable[PlacedMessage], file: str, root: Node
) -> Mapping[Location, tuple[PlacedMessage, ...]]:
    """The messages of a file by the key or the value at which each begins."""
    begins = sorted(_begins(root, ()))
    places = [begin[:2] for begin in begins]
    found: dict[Location, list[PlacedMessage]] = defaultdict(list)
    for message in messages:
        if message.file == file:
            at = bisect_right(places, (message.line, message.column)) - 1
            place = begins[at][2] if at >= 0 else ()
            found[_missing_place(message, root, place) or place].append(message)
    return {place: tuple(each) for place, each in found.items()}


def _missing_place(message: PlacedMessage, root: Node, place: Location) -> Location:
    """The place of a key that is missing, whose message is at the first key that is there."""
    words = message.text
    if message.rule != _MISSING or not isinstance(words, Phrase) or "key" not in words.fields:
        return ()
    return place_beside(root, place, str(words.fields["key"]))


def place_beside(root: Node, place: Location, key: str) -> Location:
    """The place of a key of the innermost thing that has the other place in it."""
    while place:
        node = root.at(place)
        if node is not None and node.kind == "mapping":
            break
        place = place[:-1]
    return (*place, key)


def _begins(node: Node, location: Location) -> Iterator[tuple[int, int, Location]]:
    """Where each key and each value begins; of two that begin together the outer one is first."""
    yield node.line, node.column, location
    if node.kind == "list":
        for index, entry in enumerate(node.value):
            yield from _begins(entry, (*location, index))
    elif node.kind == "mapping":
        for key, entry in node.value.items():
            line, column = node.keys[key]
            yield line, column, (*location, key)
            yield from _begins(entry, (*location, key))
