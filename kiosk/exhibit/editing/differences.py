"""What is different between two versions of a file, in its own terms."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from kiosk.exhibit.editing.draft import text_of
from kiosk.exhibit.editing.refusals import EditRefused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.text.yaml_source import Node

Way: TypeAlias = tuple[str, ...]
"""The keys that lead to a value; entries of lists by their ids, else by their numbers from 1."""

MOST = 200
"""So many differences of one file are told apart."""


class Difference(NamedTuple):
    """A value that is another one in the other version; None where it isn't there.

    `way` is empty for a line of a file that is no YAML.
    """

    way: Way
    before: str | None
    after: str | None


def differences(file: str, before: bytes | None, after: bytes | None) -> tuple[Difference, ...]:
    """The fields of a YAML file that differ, else its lines; nothing for what is no text."""
    if before == after:
        return ()
    if file.endswith(".yaml"):
        fields = _fields_of(file, before), _fields_of(file, after)
        if fields[0] is not None and fields[1] is not None:
            found = tuple(_different_fields(fields[0], fields[1]))
            # What is written in another way, or in comments, is seen in lines alone.
            if found:
                return found[:MOST]
    lines = _lines(before), _lines(after)
    if lines[0] is None or lines[1] is None:
        return ()
    return tuple(_different_lines(lines[0], lines[1]))[:MOST]


def _fields_of(file: str, content: bytes | None) -> Mapping[Way, str] | None:
    if content is None:
        return {}
    try:
        return dict(_fields(text_of(content, file).document.root, ()))
    except EditRefused:
        return None


def _fields(node: Node, way: Way) -> Iterator[tuple[Way, str]]:
    if node.kind == "text":
        yield way, str(node.value)
    elif node.kind == "mapping":
        for key, entry in node.value.items():
            yield from _fields(entry, (*way, str(key)))
    else:
        for number, entry in enumerate(node.value, start=1):
            own = entry.at(("id",)) if entry.kind == "mapping" else None
            name = str(own.value) if own is not None and own.kind == "text" else str(number)
            yield from _fields(entry, (*way, name))


def _different_fields(before: Mapping[Way, str], after: Mapping[Way, str]) -> Iterator[Difference]:
    for way in dict.fromkeys((*before, *after)):
        if before.get(way) != after.get(way):
            yield Difference(way, before.get(way), after.get(way))


def _lines(content: bytes | None) -> list[str] | None:
    try:
        return (content or b"").decode("utf-8").splitlines()
    except UnicodeDecodeError:
        return None


def _different_lines(before: list[str], after: list[str]) -> Iterator[Difference]:
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            was, now = "\n".join(before[a:b]), "\n".join(after[c:d])
            yield Difference((), was if b > a else None, now if d > c else None)
