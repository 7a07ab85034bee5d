"""Looks up what files with mistakes name, also in those of their parts that were left out.

Tables are read too: those that only a broken chart names have not been yet.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from pydantic import ValidationError

from kiosk.exhibit.model.points import Columns
from kiosk.exhibit.reading.exhibit_reading import SOURCES_FILE, UNITS_FILE
from kiosk.exhibit.reading.layer_reading import LAYERS_FOLDER
from kiosk.exhibit.reading.tour_reading import TOURS_FOLDER
from kiosk.exhibit.rules.named_elsewhere import Nameable
from kiosk.exhibit.tables.series_data import SeriesData
from kiosk.text.folder import ContentFolder, ContentTexts
from kiosk.text.messages import Severity, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from kiosk.exhibit.reading.exhibit_reading import Reading
    from kiosk.exhibit.reading.reading_cache import Memory
    from kiosk.text.messages import PlacedMessage
    from kiosk.text.yaml_source import Location, Node

_BAD_ID = "bad-id"
_FOLDERS = tuple(f"{name}/" for name in ("zones", LAYERS_FOLDER, TOURS_FOLDER))


def named_in_vain(
    folder: Path,
    reading: Reading,
    known: Collection[PlacedMessage],
    on_map: Collection[str] | None,
    memory: Memory,
) -> Iterator[PlacedMessage]:
    """What is named in files with errors and is not there, where no error is `known` yet.

    That something is no id says less than that nothing has such a name, which `instead_of` puts in
    its place.

    `on_map` are the names that the map has, where it can be read.
    """
    errors = [each for each in known if each.severity is Severity.ERROR]
    files = sorted({each.file for each in errors if each.file.startswith(_FOLDERS)})
    if not files:
        return
    trees = _Trees(ContentFolder.at(folder), memory)
    sources, units = (trees.root(name) for name in (SOURCES_FILE, UNITS_FILE))
    layers = [each.layer.id for each in reading.layer_files]
    nameable = Nameable(
        sources=None if sources is None else sources.keys,
        units=None if units is None else units.keys,
        pictures=trees.names_in("pictures"),
        tables=trees.names_in("data"),
        zones={each.zone.id: each.zone for each in reading.zone_files},
        lost=reading.lost,
        layers=None if reading.exhibit is None else layers,
        on_map=on_map,
    )
    tables = SeriesData(trees.folder)
    told = {_place(each) for each in errors if each.rule != _BAD_ID}
    for name in files:
        root = trees.root(name)
        if root is not None:
            found = (*nameable.messages(name, root), *_of_tables(name, root, tables))
            for message in found:
                if _place(message) not in told:
                    yield message
    yield from tables.messages


def instead_of(
    known: Collection[PlacedMessage], found: Collection[PlacedMessage]
) -> set[PlacedMessage]:
    """The messages together, without what is no id where something better is found to say."""
    better = {_place(each) for each in found}
    return {
        *found,
        *(each for each in known if each.rule != _BAD_ID or _place(each) not in better),
    }


def _place(message: PlacedMessage) -> tuple[str, int, int]:
    return message.file, message.line, message.column


def _of_tables(name: str, root: Node, tables: SeriesData) -> Iterator[PlacedMessage]:
    """What is wrong where a file names its tables; what is wrong in them, they remember."""
    for location, node in _data_nodes(root, ()):
        with suppress(ValidationError):
            columns = Columns.model_validate(node.plain())
            for each in tables.rows(columns, location).located:
                if each.message is not None:
                    yield each.message.at(name, *root.position(each.location))


def _data_nodes(node: Node, location: Location) -> Iterator[tuple[Location, Node]]:
    if node.kind == "text":
        return
    steps = node.value.items() if node.kind == "mapping" else enumerate(node.value)
    for step, entry in steps:
        here = (*location, step)
        if step == "data" and entry.kind == "mapping":
            yield here, entry
        else:
            yield from _data_nodes(entry, here)


class _Trees:
    """The files of a folder as far as they can be read; what can't has been reported."""

    def __init__(self, folder: ContentFolder, memory: Memory) -> None:
        self.folder = folder
        self._texts = ContentTexts(folder)
        self._memory = memory

    def root(self, name: str) -> Node | None:
        with suppress(UnreadableFile):
            return self._memory.document(name, self._texts.text(name)).root
        return None

    def names_in(self, subfolder: str) -> tuple[str, ...]:
        return tuple(name.split("/", 1)[1] for name in self.folder.names(subfolder))
