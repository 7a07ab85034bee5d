"""What a field can name: the sources, units, places, pictures and tables that there are."""

from __future__ import annotations

from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.place import BAY, BOARDS, MAP_HOME
from kiosk.exhibit.reading.exhibit_reading import SOURCES_FILE, UNITS_FILE
from kiosk.exhibit.skeletons import UNWRITTEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kiosk.exhibit.editing.form import Form
    from kiosk.text.yaml_source import Node

_TITLES = (
    "headline",
    "title",
    "heading",
    "name",
    "label",
    "statement",
    "words",
    "phrase",
    "forms",
    "note",
    "caption",
    "alternative",
    "text",
    "written",
    "file",
    "zone",
)
"""The keys by which a mapping is called in lists, the best first."""
_PARTS = ("facts", "people", "events", "pictures")
"""Lists whose first entry says what a panel without words of its own is about."""
_LONGEST_TITLE = 80


class Named(NamedTuple):
    """Something that can be named: as it is written, and what people call it."""

    written: str
    title: str


@dataclass(frozen=True)
class Surroundings:
    """What is in a content folder beside the file that is edited."""

    roots: Mapping[str, Node]
    """The trees of all files by their names."""
    pictures: tuple[str, ...] = ()
    tables: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The columns of each table."""
    maps: tuple[str, ...] = ()
    map_elements: tuple[str, ...] = ()


def title_of(node: Node | None, language: str) -> str:
    """What people call a mapping; empty where nothing says it."""
    if node is None or node.kind != "mapping":
        return ""
    for key in _TITLES:
        words = words_of(node.at((key,)), language)
        if words:
            return words
    for key in _PARTS:
        parts = node.at((key, 0))
        words = title_of(parts, language)
        if words:
            return words
    return words_of(node.at(("id",)), language)


def words_of(node: Node | None, language: str) -> str:
    """The words of a text in a language, or else in the first that has some, in one line."""
    if node is None or node.kind == "list":
        return ""
    found = [node] if node.kind == "text" else [node.at((language,)), *node.value.values()]
    said = (str(each.value) for each in found if each is not None and each.kind == "text")
    # What only holds the place of words is none.
    lines = (" ".join(words.split()) for words in said if words.strip() not in ("", UNWRITTEN))
    line = next(lines, "")
    line = line.replace("{n}", "…")
    return line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1]}…"


def named_things(kind: str, around: Surroundings, form: Form, language: str) -> tuple[Named, ...]:
    """What a field of `form` that names things of a kind can name, in the exhibit's order."""
    list_them = _BY_KIND.get(kind)
    return () if list_them is None else tuple(list_them(around, form, language))


def _keys_of(file: str) -> Callable[[Surroundings, Form, str], Iterator[Named]]:
    def list_them(around: Surroundings, form: Form, language: str) -> Iterator[Named]:
        root = around.roots.get(file)
        for key, node in root.value.items() if root is not None else ():
            if node.kind == "mapping":
                yield Named(key, _source_title(node, language) or title_of(node, language))

    return list_them


def _source_title(node: Node, language: str) -> str:
    publisher = words_of(node.at(("publisher",)), language)
    date = words_of(node.at(("date",)), language)
    return ", ".join(filter(None, (publisher, date, words_of(node.at(("title",)), language))))[
        :_LONGEST_TITLE
    ]


def _files_of(pattern: str) -> Callable[[Surroundings, Form, str], Iterator[Named]]:
    def list_them(around: Surroundings, form: Form, language: str) -> Iterator[Named]:
        for name, root in around.roots.items():
            written = words_of(root.at(("id",)), language)
            if fnmatchcase(name, pattern) and written:
                yield Named(written, title_of(root, language))

    return list_them


_zones = _files_of("zones/*.yaml")
_layers = _files_of("layers/*.yaml")


def _places(around: Surroundings, form: Form, language: str) -> Iterator[Named]:
    found = {each.written: each for each in _zones(around, form, language)}
    yield from found.values()
    yield from (Named(each, "") for each in around.map_elements if each not in found)


def _ways(around: Surroundings, form: Form, language: str) -> Iterator[Named]:
    """Every place that can be opened: screens, zones, their panels and the pages of stories."""
    for screen in (MAP_HOME, BAY, *BOARDS):
        yield Named(screen, "")
    for name, root in around.roots.items():
        zone = words_of(root.at(("id",)), language)
        if not (fnmatchcase(name, "zones/*.yaml") and zone):
            continue
        called = title_of(root, language)
        yield Named(zone, called)
        panels = root.at(("panels",))
        for panel in panels.value if panels is not None and panels.kind == "list" else ():
            own = words_of(panel.at(("id",)), language)
            title = title_of(panel, language)
            yield Named(f"{zone}/{own}", f"{called}: {title}")
            pages = panel.at(("pages",))
            count = len(pages.value) if pages is not None and pages.kind == "list" else 1
            for page in range(2, count + 1):
                yield Named(f"{zone}/{own}/{page}", f"{called}: {title}, {page}")


def _facts(around: Surroundings, form: Form, language: str) -> Iterator[Named]:
    """The other facts of the same panel."""
    root = around.roots.get(form.file)
    entries = None if root is None or not form.location else root.at(form.location[:-1])
    for entry in entries.value if entries is not None and entries.kind == "list" else ():
        written = words_of(entry.at(("id",)), language)
        if written and entry is not form.node:
            yield Named(written, title_of(entry, language))


def _columns(around: Surroundings, form: Form, language: str) -> Iterator[Named]:
    file = form.field("file")
    columns = around.tables.get(file.written, ()) if file is not None else ()
    yield from (Named(column, "") for column in columns)


def _plain(
    list_names: Callable[[Surroundings], tuple[str, ...]],
) -> Callable[[Surroundings, Form, str], Iterator[Named]]:
    def list_them(around: Surroundings, form: Form, language: str) -> Iterator[Named]:
        yield from (Named(name, "") for name in list_names(around))

    return list_them


def _picture_names(around: Surroundings) -> tuple[str, ...]:
    return around.pictures


def _table_names(around: Surroundings) -> tuple[str, ...]:
    return tuple(around.tables)


def _map_names(around: Surroundings) -> tuple[str, ...]:
    return around.maps


def _element_names(around: Surroundings) -> tuple[str, ...]:
    return around.map_elements


_BY_KIND: Mapping[str, Callable[[Surroundings, Form, str], Iterator[Named]]] = {
    "source": _keys_of(SOURCES_FILE),
    "unit": _keys_of(UNITS_FILE),
    "zone": _zones,
    "place": _places,
    "layer": _layers,
    "way": _ways,
    "fact": _facts,
    "column": _columns,
    "picture": _plain(_picture_names),
    "table": _plain(_table_names),
    "map": _plain(_map_names),
    "map-element": _plain(_element_names),
}
