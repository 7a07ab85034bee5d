"""Where the files of an exhibit name things: zones, panels, sources, units, layers, files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.place import BAY, MAP_HOME, SCREENS
from kiosk.exhibit.reading.exhibit_reading import EXHIBIT_FILE
from kiosk.text.languages import is_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.text.yaml_source import Location, Node

_OF_ZONES = frozenset(
    {
        "in",
        "named_with",
        "places",
        "between",
        "lights",
        "zone",
        "highlight",
        "view",
        "apart",
        "zones",
    }
)
"""The keys below which zones are named, alone or in a list, in whatever file."""

_OF_LAYERS = frozenset({"layers", "divide", "layer"})
_ADDRESSES = frozenset({"attract", "place"})
"""The keys below which places are written as addresses: `zone/panel/page`."""

_COLUMNS = "data"
"""The key below which columns are named, not things."""

_ADDRESS = re.compile(r"(?P<zone>[^/@#]+)(?P<panel>/[^/@#]*)?(?P<rest>.*)", re.DOTALL)


class Mention(NamedTuple):
    """A text that names something, and the text that it becomes."""

    location: Location
    written: str
    renamed: str


def of_zone(file: str, root: Node, old: str, new: str) -> Iterator[Mention]:
    """Where a file names a zone, other than as its own id."""

    def renamed(location: Location, written: str) -> str:
        key = _key(location)
        if key in _ADDRESSES and _is_address(file, location):
            return _in_address(written, zone=(old, new))
        is_column = _COLUMNS in location
        if key in _OF_ZONES and not is_column and written.strip() == old:
            is_screen = key == "view" and old in (MAP_HOME, BAY)
            return written if is_screen else new
        return written

    yield from _renamed(root, renamed)


def of_panel(file: str, root: Node, zone: str, old: str, new: str) -> Iterator[Mention]:
    """Where a file names a panel of a zone in an address."""

    def renamed(location: Location, written: str) -> str:
        if _key(location) in _ADDRESSES and _is_address(file, location):
            return _in_address(written, panel=(zone, old, new))
        return written

    yield from _renamed(root, renamed)


def of_key(root: Node, key: str, old: str, new: str) -> Iterator[Mention]:
    """Where a key such as `source` or `unit` names something, alone or in a list."""

    def renamed(location: Location, written: str) -> str:
        return new if _key(location) == key and written.strip() == old else written

    yield from _renamed(root, renamed)


def of_layer(file: str, root: Node, old: str, new: str) -> Iterator[Mention]:
    """Where a file names a data layer, other than as its own id."""

    def renamed(location: Location, written: str) -> str:
        key = _key(location)
        if key in _OF_LAYERS and written.strip() == old:
            return new
        if key in _ADDRESSES and _is_address(file, location):
            sign = f"{MAP_HOME}#"
            layer, colon, year = written.removeprefix(sign).partition(":")
            if written.startswith(sign) and layer == old:
                return f"{sign}{new}{colon}{year}"
        return written

    yield from _renamed(root, renamed)


def of_file(root: Node, old: str, new: str, *, is_table: bool) -> Iterator[Mention]:
    """Where a picture, or a table, is named."""

    def renamed(location: Location, written: str) -> str:
        key = _key(location)
        is_there = written == old and (_COLUMNS in location) == is_table
        return new if is_there and not is_language(key) else written

    yield from _renamed(root, renamed)


def columns_of(root: Node, key: str) -> Iterator[tuple[str, str]]:
    """The tables from which a file reads, with the column that is named by a key of `data`."""
    for _, node in _mappings(root, ()):
        table, column = node.at((_COLUMNS, "file")), node.at((_COLUMNS, key))
        if table is not None and column is not None:
            yield str(table.value), str(column.value)


def texts_in(node: Node, location: Location = ()) -> Iterator[tuple[Location, str]]:
    """Every text, with where it is."""
    if node.kind == "list":
        for index, entry in enumerate(node.value):
            yield from texts_in(entry, (*location, index))
    elif node.kind == "mapping":
        for key, entry in node.value.items():
            yield from texts_in(entry, (*location, key))
    else:
        yield location, node.value


def _renamed(root: Node, renamed: Callable[[Location, str], str]) -> Iterator[Mention]:
    for location, written in texts_in(root):
        new = renamed(location, written)
        if new != written:
            yield Mention(location, written, new)


def _mappings(node: Node, location: Location) -> Iterator[tuple[Location, Node]]:
    if node.kind == "mapping":
        yield location, node
        for key, entry in node.value.items():
            yield from _mappings(entry, (*location, key))
    elif node.kind == "list":
        for index, entry in enumerate(node.value):
            yield from _mappings(entry, (*location, index))


def _key(location: Location) -> str:
    """The key that the text, or the list in which it stands, belongs to."""
    return next((step for step in reversed(location) if isinstance(step, str)), "")


def _is_address(file: str, location: Location) -> bool:
    """Whether it is an address of the exhibit and no part of a text that is called alike."""
    is_attract = _key(location) == "attract"
    return (file == EXHIBIT_FILE and location[0] == "attract") if is_attract else True


def _in_address(
    written: str,
    zone: tuple[str, str] | None = None,
    panel: tuple[str, str, str] | None = None,
) -> str:
    """An address with another zone, or with another panel of a zone."""
    bare = written.strip()
    joint = "/" if bare.startswith("/") else ""
    found = _ADDRESS.fullmatch(bare.removeprefix("/"))
    if found is None:
        return written
    is_screen = found["zone"] in SCREENS and not joint
    own, panel_id, rest = found["zone"], found["panel"] or "", found["rest"]
    if zone is not None:
        old, new = zone
        own = new if own == old and not is_screen else own
        rest = re.sub(rf"(?<=[@+]){re.escape(old)}(?=[+]|$)", new, rest)
    if panel is not None and not is_screen and own == panel[0] and panel_id == f"/{panel[1]}":
        panel_id = f"/{panel[2]}"
    changed = joint + own + panel_id + rest
    return written if changed == joint + bare.removeprefix("/") else changed
