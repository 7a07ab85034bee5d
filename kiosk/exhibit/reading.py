"""A folder of content becomes an Exhibit, and every mistake in it becomes a Problem."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from kiosk.exhibit import mistakes
from kiosk.exhibit.folder import FILES_LIMIT, ContentFolder
from kiosk.exhibit.model import Exhibit, ExhibitFile, Source, Unit, Zone
from kiosk.exhibit.problems import Problem, UnreadableFile
from kiosk.exhibit.validating import dropped_with, validated
from kiosk.exhibit.yaml_source import Node, parse_document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.exhibit.yaml_source import Document

EntryT = TypeVar("EntryT", Source, Unit)
EXHIBIT_FILE, SOURCES_FILE, UNITS_FILE = "exhibit.yaml", "sources.yaml", "units.yaml"


@dataclass(frozen=True)
class ZoneFile:
    """A zone, and where in which file each part of it stands."""

    file: str
    node: Node
    zone: Zone


@dataclass(frozen=True)
class Reading:
    """What a folder holds: the exhibit as far as it is sound, and every problem, sorted.

    `zone_files` are the zones with their places in the files, for rules that come later.
    """

    exhibit: Exhibit | None
    problems: tuple[Problem, ...]
    zone_files: tuple[ZoneFile, ...] = ()


def read_exhibit(folder: Path) -> Reading:
    """Read the content of a folder.  Whatever is wrong becomes a problem and is left out.

    `exhibit` is None where `exhibit.yaml` or the whole folder can't be read.
    """
    with _without_garbage_collection():
        return _Reader(ContentFolder.at(folder)).read()


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Reading makes many small objects and no cycles: collecting in between only costs time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@dataclass
class _Reader:
    folder: ContentFolder
    problems: list[Problem] = field(default_factory=list)

    def read(self) -> Reading:
        if not self.folder.root.is_dir():
            return Reading(None, (mistakes.no_folder(str(self.folder.path)).at("."),))
        settings = self._settings()
        sources = self._entries(SOURCES_FILE, Source)
        units = self._entries(UNITS_FILE, Unit)
        zone_files = self._zones(settings.zones if settings else ())
        exhibit = None
        if settings is not None:
            exhibit = Exhibit(
                folder=self.folder.path,
                title=settings.title,
                welcome=settings.welcome,
                languages=settings.languages,
                map_file=self._map_file(settings.map),
                zones=tuple(zone_file.zone for zone_file in zone_files),
                sources=sources,
                units=units,
            )
        return Reading(exhibit, tuple(sorted(self.problems)), zone_files)

    def _document(self, name: str) -> Document | None:
        try:
            document = parse_document(self.folder.text(name), name)
        except UnreadableFile as error:
            self.problems.append(error.problem)
            return None
        self.problems += [slip.problem for slip in document.slips]
        return document

    def _settings(self) -> ExhibitFile | None:
        document = self._document(EXHIBIT_FILE)
        if document is None:
            return None
        settings, _, problems = validated(document.root, ExhibitFile, EXHIBIT_FILE)
        self.problems += problems
        return settings

    def _entries(self, name: str, model: type[EntryT]) -> dict[str, EntryT]:
        """Sources or units by their ids, which are the keys of the file."""
        entries: dict[str, EntryT] = {}
        document = self._document(name)
        if document is None:
            return entries
        for key, node in document.root.value.items():
            line, column = document.root.keys[key]
            if node.kind == "mapping":
                if "id" in node.value:
                    known = tuple(model.model_fields)[1:]
                    mistake = mistakes.unknown_key("id", known)
                    self.problems.append(mistake.at(name, *node.keys["id"]))
                node = node._replace(
                    value={**node.value, "id": Node("text", key, line, column)},
                    keys={**node.keys, "id": (line, column)},
                )
            entry, _, problems = validated(node, model, name)
            self.problems += problems
            if entry is not None:
                entries[key] = entry
        return entries

    def _zones(self, order: tuple[str, ...]) -> tuple[ZoneFile, ...]:
        by_id: dict[str, ZoneFile] = {}
        for name in self._zone_names():
            zone_file = self._zone(name)
            if zone_file is None:
                continue
            first = by_id.setdefault(zone_file.zone.id, zone_file)
            if first is not zone_file:
                place = f"{first.file}:{first.node.position(('id',))[0]}"
                mistake = mistakes.id_used_twice(zone_file.zone.id, place)
                self.problems.append(mistake.at(name, *zone_file.node.position(("id",))))
        listed = [by_id.pop(zone_id) for zone_id in order if zone_id in by_id]
        return (*listed, *by_id.values())

    def _zone_names(self) -> tuple[str, ...]:
        names = []
        for name in self.folder.names("zones"):
            if name.endswith(".yaml"):
                names.append(name)
            else:
                self.problems.append(mistakes.file_not_read(".yaml").at(name))
        if not names:
            self.problems.append(mistakes.empty_folder().at("zones"))
        elif len(names) > FILES_LIMIT:
            self.problems.append(mistakes.too_many_files(FILES_LIMIT).at("zones"))
        return tuple(names[:FILES_LIMIT])

    def _zone(self, name: str) -> ZoneFile | None:
        document = self._document(name)
        if document is None:
            return None
        spoilt = {dropped_with(slip.location, document.root) for slip in document.slips}
        if () in spoilt:
            return None
        zone, node, problems = validated(document.root.without(spoilt), Zone, name)
        self.problems += problems
        return None if zone is None else ZoneFile(name, node, zone)

    def _map_file(self, name: str) -> Path:
        found = self.folder.map_file(name)
        return found or self.folder.root / "map" / name
