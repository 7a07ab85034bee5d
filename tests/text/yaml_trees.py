"""The values of a YAML file, its comments, and which of its lines a change has touched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.text.yaml_edit import YamlText
    from kiosk.text.yaml_source import Location


def tree(yaml: YamlText) -> Any:
    return yaml.document.root.plain()


def places(node: Any, location: Location = ()) -> Iterator[tuple[Location, Any]]:
    """Everything in a tree, with where it is."""
    yield location, node
    entries = node.items() if isinstance(node, dict) else enumerate(node)
    if not isinstance(node, str):
        for step, each in entries:
            yield from places(each, (*location, step))


def with_value(node: Any, location: Location, value: Any) -> Any:
    """A copy of a tree with another value there."""
    if not location:
        return value
    entries = dict(node) if isinstance(node, dict) else dict(enumerate(node))
    entries[location[0]] = with_value(entries[location[0]], location[1:], value)
    return entries if isinstance(node, dict) else list(entries.values())


def comments(text: str) -> list[str]:
    return re.findall(r"(?:^|(?<=\s))#[^\r\n]*", text, re.MULTILINE)


def changed_lines(before: str, after: str) -> list[str]:
    """The lines of the one that are not in the other, from the first to the last such line."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old
