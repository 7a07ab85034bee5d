"""Where the files of an exhibit name things, and what they would say under another name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.editing.shapes import names_in
from kiosk.exhibit.place import BAY, MAP_HOME, SCREENS
from kiosk.text.file_names import composed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.text.yaml_source import Location, Node

_ADDRESS = re.compile(r"(?P<zone>[^/@#]+)(?P<panel>/[^/@#]*)?(?P<rest>.*)", re.DOTALL)
_LAYER = f"{MAP_HOME}#"


class Mention(NamedTuple):
    """A text that names something, and the text that it becomes."""

    location: Location
    written: str
    renamed: str


class Column(NamedTuple):
    """A column of a table in `data/`; a spreadsheet may name a sheet and cells."""

    table: str
    name: str
    sheet: str | None = None
    cells: str | None = None


def of_zone(file: str, root: Node, old: str, new: str) -> Iterator[Mention]:
    """Where a file names a zone, other than as its own id."""

    def renamed(location: Location, written: str, kind: str) -> str:
        if kind == "way":
            return _in_address(written, zone=(old, new))
        if kind not in ("zone", "place") or written.strip() != old:
            return written
        is_screen = "view" in location and old in (MAP_HOME, BAY)
        return written if is_screen else new

    return _renamed(file, root, renamed)


def of_panel(file: str, root: Node, zone: str, old: str, new: str) -> Iterator[Mention]:
    """Where a file names a panel of a zone in an address."""

    def renamed(_: Location, written: str, kind: str) -> str:
        return _in_address(written, panel=(zone, old, new)) if kind == "way" else written

    return _renamed(file, root, renamed)


def of_layer(file: str, root: Node, old: str, new: str) -> Iterator[Mention]:
    """Where a file names a data layer, other than as its own id."""

    def renamed(_: Location, written: str, kind: str) -> str:
        if kind == "layer":
            return new if written.strip() == old else written
        layer, colon, year = written.removeprefix(_LAYER).partition(":")
        is_address = kind == "way" and written.startswith(_LAYER) and layer == old
        return f"{_LAYER}{new}{colon}{year}" if is_address else written

    return _renamed(file, root, renamed)


def of_kind(file: str, root: Node, kinds: tuple[str, ...], old: str, new: str) -> Iterator[Mention]:
    """Where a file names a source, a unit, a picture or whatever else is named by one word."""

    def renamed(_: Location, written: str, kind: str) -> str:
        return new if kind in kinds and composed(written.strip()) == composed(old) else written

    return _renamed(file, root, renamed)


def columns_of(file: str, root: Node, key: str) -> Iterator[Column]:
    """The columns that a key such as `zone` names, of the tables from which a file reads."""
    for named in names_in(file, root):
        if named.kind == "table":
            keys = (key, "sheet", "range")
            column, sheet, cells = (root.at((*named.location[:-1], each)) for each in keys)
            if column is not None:
                yield Column(
                    named.written,
                    str(column.value),
                    None if sheet is None else str(sheet.value),
                    None if cells is None else str(cells.value),
                )


def _renamed(
    file: str, root: Node, renamed: Callable[[Location, str, str], str]
) -> Iterator[Mention]:
    for location, written, kind in names_in(file, root):
        new = renamed(location, written, kind)
        if new != written:
            yield Mention(location, written, new)


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
