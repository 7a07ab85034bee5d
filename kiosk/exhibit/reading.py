"""A folder of content becomes an Exhibit, and every mistake in it becomes a Problem."""

from __future__ import annotations

import gc
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from kiosk.exhibit.checking import ZoneFile, phrase_findings, translation_problems, zone_findings
from kiosk.exhibit.finding import Existing
from kiosk.exhibit.folder import FILES_LIMIT, ContentFolder
from kiosk.exhibit.memory import Known, Memory
from kiosk.exhibit.mistakes import file_mistakes, map_mistakes, naming_mistakes, shape_mistakes
from kiosk.exhibit.model import Exhibit, ExhibitFile, Source, Unit, Zone
from kiosk.exhibit.problems import Problem, Severity, UnreadableFile
from kiosk.exhibit.series_data import SeriesData
from kiosk.exhibit.text import LANGUAGES
from kiosk.exhibit.tour_reading import TourReader
from kiosk.exhibit.validating import ROUNDS, dropped_with, validated
from kiosk.exhibit.yaml_source import Node

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from kiosk.exhibit.finding import Finding
    from kiosk.exhibit.model import FactsPanel
    from kiosk.exhibit.yaml_source import Document, Location

EntryT = TypeVar("EntryT", Source, Unit)
ResultT = TypeVar("ResultT")

EXHIBIT_FILE, SOURCES_FILE, UNITS_FILE = "exhibit.yaml", "sources.yaml", "units.yaml"


@dataclass(frozen=True)
class Reading:
    """What a folder holds: the exhibit as far as it is sound, and every problem, sorted.

    `zone_files` are the zones with their places in the files, for `check_exhibit`; `recalled` are
    the files that stand as they stood before, because nothing of them can be shown any more.
    """

    exhibit: Exhibit | None
    problems: tuple[Problem, ...]
    zone_files: tuple[ZoneFile, ...] = ()
    recalled: tuple[str, ...] = ()


def read_exhibit(folder: Path, memory: Memory | None = None) -> Reading:
    """Read the content of a folder.  Whatever is wrong becomes a problem and is left out.

    With the `memory` of earlier readings only what has changed is read again, and a file of which
    nothing can be shown any more stands as it stood before.

    `exhibit` is None where `exhibit.yaml` or the whole folder can't be read.  A map that is not
    there is a problem, and `exhibit.map_file` then names a file that does not exist.
    """
    with _without_garbage_collection():
        return _Reader(ContentFolder.at(folder), memory or Memory()).read()


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
    memory: Memory
    problems: list[Problem] = field(default_factory=list)
    languages: tuple[str, ...] = LANGUAGES
    recalled: list[str] = field(default_factory=list)
    """The files that say what they said before."""

    def read(self) -> Reading:
        if not self.folder.root.is_dir():
            return Reading(None, (file_mistakes.no_folder(str(self.folder.path)).at("."),))
        settings_node, settings = self._settings()
        sources_node, units_node = self._root(SOURCES_FILE), self._root(UNITS_FILE)
        sources = self._entries(sources_node, SOURCES_FILE, Source)
        units = self._entries(units_node, UNITS_FILE, Unit)
        existing = Existing(
            sources=sources,
            named_sources=sources_node.value if sources_node else (),
            units=units,
            named_units=units_node.value if units_node else (),
            pictures=self._names_in("pictures"),
        )
        zone_files = _ZoneReader(self, existing).read()
        exhibit = None
        if settings is not None and settings_node is not None:
            with self.quietly() if EXHIBIT_FILE in self.recalled else nullcontext():
                zone_files = self._in_order(zone_files, settings, settings_node)
                map_file = self._map_file(settings.map, settings_node)
            tours = TourReader(
                self.folder,
                {zone_file.zone.id: zone_file.zone for zone_file in zone_files},
                existing.pictures,
                self.languages,
                self.problems,
            )
            exhibit = Exhibit(
                folder=self.folder.path,
                title=settings.title,
                welcome=settings.welcome,
                languages=settings.languages,
                map_file=map_file,
                zones=tuple(zone_file.zone for zone_file in zone_files),
                attract=settings.attract,
                figures_age_years=settings.figures_age_years,
                sources=sources,
                units=units,
                tours=tours.read(),
            )
        problems = tuple(sorted(set(self.problems)))
        return Reading(exhibit, problems, zone_files, tuple(self.recalled))

    def document(self, name: str) -> Document | None:
        """What a file holds, or None and a problem."""
        try:
            document = self.memory.document(name, self.folder.text(name))
        except UnreadableFile as error:
            self.problems.append(error.problem)
            return None
        self.problems += [slip.problem for slip in document.slips]
        return document

    def once(self, name: str, inputs: tuple[object, ...], read: Callable[[], ResultT]) -> ResultT:
        """What `read` makes of the inputs, read again only where they are others."""
        known = self.memory.known(name, inputs)
        if known is None:
            before, self.problems = self.problems, []
            result = read()
            known = self.memory.learn(name, Known(inputs, result, tuple(self.problems)))
            self.problems = before
        self.problems += known.problems
        found: ResultT = known.result
        return found

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """Report nothing: what is read stands in no file any more."""
        before = list(self.problems)
        yield
        self.problems = before

    def _root(self, name: str) -> Node | None:
        document = self.document(name)
        if document is not None:
            self.memory.keep(name, document)
        kept = document or self.memory.good(name)
        if document is None and kept is not None:
            self.recalled.append(name)
        return kept.root if kept else None

    def _names_in(self, subfolder: str) -> tuple[str, ...]:
        names = self.folder.names(subfolder)
        return tuple(name.split("/", 1)[1] for name in names if self.folder.has(name))

    def _settings(self) -> tuple[Node | None, ExhibitFile | None]:
        document = self.document(EXHIBIT_FILE)
        settings = self._read_settings(document.root) if document is not None else None
        if document is not None and settings is not None:
            self.memory.keep(EXHIBIT_FILE, document)
        good = self.memory.good(EXHIBIT_FILE)
        if settings is None and good is not None:
            document = good
            self.recalled.append(EXHIBIT_FILE)
            with self.quietly():
                settings = self._read_settings(good.root)
        return (document.root if document is not None else None), settings

    def _read_settings(self, node: Node) -> ExhibitFile | None:
        settings, sound, problems = validated(node, ExhibitFile, EXHIBIT_FILE)
        self.problems += problems
        if settings is not None:
            self.languages = settings.languages
            self.problems += translation_problems(sound, EXHIBIT_FILE, self.languages)
        return settings

    def _entries(self, root: Node | None, name: str, model: type[EntryT]) -> dict[str, EntryT]:
        """Sources or units by their ids, which are the keys of the file."""
        if root is None:
            return {}
        read = partial(self._read_entries, root, name, model)
        return self.once(name, (root, self.languages), read)

    def _read_entries(self, root: Node, name: str, model: type[EntryT]) -> dict[str, EntryT]:
        entries: dict[str, EntryT] = {}
        for key, node in root.value.items():
            line, column = root.keys[key]
            if node.kind == "mapping":
                if "id" in node.value:
                    mistake = shape_mistakes.unknown_key("id", tuple(model.model_fields)[1:])
                    self.problems.append(mistake.at(name, *node.keys["id"]))
                node = node._replace(
                    value={**node.value, "id": Node("text", key, line, column)},
                    keys={**node.keys, "id": (line, column)},
                )
            entry, sound, problems = validated(node, model, name, called=key)
            self.problems += problems
            if isinstance(entry, Unit):
                findings = tuple(phrase_findings(entry))
                for finding in findings:
                    if finding.mistake is not None:
                        place = sound.position(finding.location)
                        self.problems.append(finding.mistake.at(name, *place))
                spoilt = [finding.location for finding in findings]
                entry, sound, _ = validated(sound.without(spoilt), model, name, called=key)
            if entry is not None:
                entries[key] = entry
                self.problems += translation_problems(sound, name, self.languages)
        return entries

    def _in_order(
        self, zone_files: tuple[ZoneFile, ...], settings: ExhibitFile, node: Node
    ) -> tuple[ZoneFile, ...]:
        by_id = {zone_file.zone.id: zone_file for zone_file in zone_files}
        for index, zone_id in enumerate(settings.zones):
            if zone_id not in by_id:
                mistake = naming_mistakes.unknown_zone(zone_id, by_id)
                place = node.position(("zones", index))
                self.problems.append(mistake.at(EXHIBIT_FILE, *place))
        listed = [by_id.pop(zone_id) for zone_id in settings.zones if zone_id in by_id]
        if listed:
            for zone_file in by_id.values():
                mistake = naming_mistakes.unlisted_zone(zone_file.zone.id)
                place = zone_file.node.position(("id",))
                self.problems.append(mistake.at(zone_file.file, *place))
        return (*listed, *by_id.values())

    def _map_file(self, name: str, node: Node) -> Path:
        found = self.folder.map_file(name)
        if found is None:
            mistake = map_mistakes.no_map(name, self._names_in("map"))
            self.problems.append(mistake.at(EXHIBIT_FILE, *node.position(("map",))))
        return found or self.folder.root / "map" / name


@dataclass
class _ZoneReader:
    reader: _Reader
    existing: Existing

    def read(self) -> tuple[ZoneFile, ...]:
        """The sound part of every zone, by file name."""
        tables = self.reader.folder.stamps("data")
        self._around = (self.existing, self.reader.languages, tables)
        by_id: dict[str, ZoneFile] = {}
        for name in self._names():
            zone_file = self._zone(name)
            if zone_file is None:
                continue
            first = by_id.setdefault(zone_file.zone.id, zone_file)
            if first is not zone_file:
                place = f"{first.file}:{first.node.position(('id',))[0]}"
                mistake = naming_mistakes.id_used_twice(zone_file.zone.id, place)
                self._report(mistake.at(name, *zone_file.node.position(("id",))))
        return tuple(by_id.values())

    def _report(self, *problems: Problem | None) -> None:
        self.reader.problems += [problem for problem in problems if problem is not None]

    def _names(self) -> tuple[str, ...]:
        found = self.reader.folder.names("zones")
        names = tuple(name for name in found if name.endswith(".yaml"))
        for name in found:
            if name not in names:
                self._report(file_mistakes.file_not_read(".yaml").at(name))
        if not names:
            self._report(file_mistakes.EMPTY_FOLDER.at("zones"))
        elif len(names) > FILES_LIMIT:
            self._report(file_mistakes.too_many_files(FILES_LIMIT).at("zones"))
        return names[:FILES_LIMIT]

    def _zone(self, name: str) -> ZoneFile | None:
        document = self.reader.document(name)
        zone_file = self._read_once(name, document) if document is not None else None
        if document is not None and zone_file is not None:
            self.reader.memory.keep(name, document)
        good = self.reader.memory.good(name)
        if zone_file is None and good is not None:
            self.reader.recalled.append(name)
            with self.reader.quietly():
                zone_file = self._read_once(name, good)
        return zone_file

    def _read_once(self, name: str, document: Document) -> ZoneFile | None:
        read = partial(self._read_zone, name, document)
        return self.reader.once(name, (document, *self._around), read)

    def _read_zone(self, name: str, document: Document) -> ZoneFile | None:
        spoilt = {dropped_with(slip.location, document.root) for slip in document.slips}
        if () in spoilt:
            return None
        zone, node, problems = validated(document.root.without(spoilt), Zone, name)
        self._report(*problems)
        if zone is not None:
            self._report(*translation_problems(node, name, self.reader.languages))
        if zone is None:
            return None
        existing = replace(self.existing, incomplete=_incomplete(document.root, node))
        data = SeriesData(self.reader.folder)
        zone_file = self._sound(ZoneFile(name, node, zone), existing, data)
        self._report(*data.problems)
        return zone_file

    def _sound(self, zone_file: ZoneFile, existing: Existing, data: SeriesData) -> ZoneFile | None:
        """The zone without all that breaks a rule.  Only the first round is reported: what comes
        later is a consequence."""
        for turn in range(ROUNDS):
            zone, of_tables = data.resolved(zone_file.zone)
            zone_file = ZoneFile(zone_file.file, zone_file.node, zone)
            unread = {finding.location[:2] for finding in of_tables}
            findings = [
                *of_tables,
                *(
                    finding
                    for finding in zone_findings(zone, existing)
                    if finding.location[:2] not in unread or finding.location[2:3] != ("series",)
                ),
            ]
            if turn == 0:
                self._report(*map(zone_file.problem, findings))
            spoilt = _spoilt(findings, zone_file.node)
            if not spoilt:
                return ZoneFile(zone_file.file, zone_file.node, _with_one_lead(zone))
            if () in spoilt:
                return None
            sound, node, _ = validated(zone_file.node.without(spoilt), Zone, zone_file.file)
            if sound is None:
                return None
            zone_file = ZoneFile(zone_file.file, node, sound)
        return None


def _incomplete(whole: Node, sound: Node) -> frozenset[str]:
    """The ids of the panels of which facts have been left out."""
    before = {(panel.line, panel.column): _facts_in(panel) for panel in _panels_of(whole)}
    return frozenset(
        panel.value["id"].value
        for panel in _panels_of(sound)
        if before[panel.line, panel.column] > _facts_in(panel)
    )


def _panels_of(zone: Node) -> tuple[Node, ...]:
    panels = zone.at(("panels",))
    return panels.value if panels is not None and panels.kind == "list" else ()


def _facts_in(panel: Node) -> int:
    facts = panel.at(("facts",))
    return len(facts.value) if facts is not None else 0


def _spoilt(findings: Collection[Finding], node: Node) -> set[Location]:
    return {
        dropped_with(finding.spoils or finding.location, node)
        for finding in findings
        if not finding.mended
        and (finding.mistake is None or finding.mistake.severity is Severity.ERROR)
    }


def _with_one_lead(zone: Zone) -> Zone:
    """Let exactly one fact lead in each panel: the first that does, or else the first of all."""
    panels = tuple(_led(panel) if panel.kind == "facts" else panel for panel in zone.panels)
    return zone.model_copy(update={"panels": panels})


def _led(panel: FactsPanel) -> FactsPanel:
    leads = [index for index, fact in enumerate(panel.facts) if fact.lead]
    if len(leads) == 1:
        return panel
    lead = leads[0] if leads else 0
    facts = tuple(
        fact.model_copy(update={"lead": index == lead}) for index, fact in enumerate(panel.facts)
    )
    return panel.model_copy(update={"facts": facts})
