"""Does to the text of a file what the fix of a message says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.fix import FixKind
from kiosk.text.messages import UnreadableFile
from kiosk.text.yaml_edit import CannotEdit, YamlText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.text.fix import Fix
    from kiosk.text.messages import PlacedMessage
    from kiosk.text.yaml_source import Location, Node


def fixed(text: str, message: PlacedMessage, fix: Fix, reason: str = "") -> str | None:
    """The text of the message's file with the fix in it; None where it can't be done here.

    `reason` is why a warning is allowed.  To confirm a translation changes no text of content.
    """
    match fix.kind:
        case FixKind.REPLACE:
            return _replaced(text, message, fix)
        case FixKind.DELETE:
            return _without(text, message)
        case FixKind.ALLOW:
            return _allowed(text, message, fix, reason)
        case _:
            return None


def _replaced(text: str, message: PlacedMessage, fix: Fix) -> str | None:
    lines = text.splitlines(keepends=True)
    if not 0 < message.line <= len(lines):
        return None
    line = lines[message.line - 1]
    begin = line.find(fix.found, max(0, message.column - 1))
    if begin < 0 and line.count(fix.found) == 1:
        begin = line.find(fix.found)
    if begin < 0:
        return None
    lines[message.line - 1] = line[:begin] + fix.words + line[begin + len(fix.found) :]
    return "".join(lines)


def _without(text: str, message: PlacedMessage) -> str | None:
    """The text without the comment, key or entry that begins there."""
    lines = text.splitlines(keepends=True)
    line = lines[message.line - 1] if 0 < message.line <= len(lines) else ""
    if line[message.column - 1 : message.column] == "#":
        before = line[: message.column - 1].rstrip()
        lines[message.line - 1] = before + line[len(line.rstrip("\r\n")) :] if before else ""
        return "".join(lines)
    try:
        yaml = YamlText.parse(text, message.file)
        location = _location_at(yaml.document.root, (message.line, message.column))
        return None if location is None else yaml.without(location).text
    except (UnreadableFile, CannotEdit):
        return None


def _location_at(root: Node, place: tuple[int, int]) -> Location | None:
    """The key that begins there, else the value or entry."""
    found = None
    for location, places in _places(root, ()):
        if place == places[0]:
            return location
        if place in places:
            found = location
    return found


def _places(node: Node, at: Location) -> Iterator[tuple[Location, tuple[tuple[int, int], ...]]]:
    """Every location with the places of its key, if it has one, and of its value."""
    if node.kind == "mapping":
        for key, value in node.value.items():
            yield (*at, key), (node.keys[key], (value.line, value.column))
            yield from _places(value, (*at, key))
    elif node.kind == "list":
        for index, value in enumerate(node.value):
            yield (*at, index), ((value.line, value.column),)
            yield from _places(value, (*at, index))


def _allowed(text: str, message: PlacedMessage, fix: Fix, reason: str) -> str | None:
    """The text with a comment above the first line at which one counts."""
    lines = text.splitlines(keepends=True)
    first = min((message.line, *message.comment_lines))
    if not reason.strip() or not 0 < first <= len(lines):
        return None
    line = lines[first - 1]
    indent = line[: len(line) - len(line.lstrip())]
    end = "\r\n" if line.endswith("\r\n") else "\n"
    lines.insert(first - 1, f"{indent}# allow {fix.words}: {' '.join(reason.split())}{end}")
    return "".join(lines)
