"""The files of places become zones: the sound part of each, without all that breaks a rule."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from kiosk.exhibit.model.exhibit import Zone
from kiosk.exhibit.model.located_message import NOTHING_LOST, Lost
from kiosk.exhibit.reading.unread_files import unread_files
from kiosk.exhibit.reading.validating import ROUNDS, dropped_with, validated
from kiosk.exhibit.rules import naming_messages
from kiosk.exhibit.rules.language_rules import check_languages
from kiosk.exhibit.rules.zone_rules import ZoneFile, check_zone
from kiosk.exhibit.tables.series_data import SeriesData
from kiosk.text import file_messages
from kiosk.text.file_names import read_as
from kiosk.text.folder import FILE_LIMIT_BYTES, FILES_LIMIT
from kiosk.text.messages import Severity, UnreadableFile
from kiosk.text.yaml_source import Node

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kiosk.exhibit.model.exhibit import FactsPanel, Panel
    from kiosk.exhibit.model.located_message import Existing, LocatedMessage
    from kiosk.exhibit.reading.content_files import ContentFiles
    from kiosk.text.yaml_source import Document, Location


_ANY_HEAD = {"id": "place", "kind": "city"}
"""What stands in for the head of a place that has none; its panels are the same below any."""

_ID_LINE = re.compile(r"^\ufeff?id:\s*[\"']?(?P<id>[a-z0-9][a-z0-9-]*)", re.MULTILINE)


@dataclass
class ZoneReader:
    """Reads the folder `zones`; what breaks a rule is reported and left out."""

    files: ContentFiles
    existing: Existing
    languages: tuple[str, ...]
    lost: Lost = NOTHING_LOST

    def read(self) -> tuple[ZoneFile, ...]:
        """The sound part of every zone, by file name."""
        tables = self.files.folder.stamps("data")
        self._around = (self.existing, self.languages, tables)
        by_id: dict[str, ZoneFile] = {}
        unread = tuple(unread_files(self.files.folder, "zones"))
        self.files.report(*unread)
        self._misnamed = [message.file for message in unread if message.unread]
        lost = {meant for name in self._misnamed for meant in self._ids_meant(name)}
        pages: dict[tuple[str, str], int] = {}
        for name in self._names():
            zone_file = self._zone(name)
            if zone_file is None:
                lost.update(self._ids_meant(name))
                continue
            pages.update(self._pages_written(zone_file))
            first = by_id.setdefault(zone_file.zone.id, zone_file)
            if first is not zone_file:
                kept, other = sorted((first, zone_file), key=_is_called_otherwise)
                by_id[kept.zone.id] = kept
                place = f"{kept.file}:{kept.node.position(('id',))[0]}"
                message = naming_messages.id_used_twice_in_files(kept.zone.id, place)
                self.files.report(message.at(other.file, *other.node.position(("id",))))
        self.lost = Lost(frozenset(lost - by_id.keys()), pages)
        return tuple(by_id.values())

    def _ids_meant(self, name: str) -> Iterator[str]:
        """What a file that says nothing was called: as the file is, and what follows `id:`."""
        yield PurePath(read_as(PurePath(name).name) or name).stem
        if self.files.texts.is_full:
            return
        try:
            content = self.files.folder.content(name, FILE_LIMIT_BYTES)
        except UnreadableFile:
            return
        for encoding in ("utf-8", "utf-16"):
            for found in _ID_LINE.finditer(content.decode(encoding, "replace")):
                yield found["id"]

    def _pages_written(self, zone_file: ZoneFile) -> Iterator[tuple[tuple[str, str], int]]:
        """The possible number of pages of each panel in the file, sound or not."""
        document = self.files.memory.good(zone_file.file)
        for panel in _panels_of(document.root) if document is not None else ():
            panel_id = panel.at(("id",))
            if panel_id is not None and panel_id.kind == "text":
                lists = [panel.at((key,)) for key in ("pages", "facts", "pictures")]
                count = max(len(each.value) if each is not None else 1 for each in lists)
                yield (zone_file.zone.id, panel_id.value), count

    def _names(self) -> tuple[str, ...]:
        found = self.files.folder.names("zones")
        names = tuple(name for name in found if name.endswith(".yaml"))
        if not names and not self._misnamed and not self.files.blames("zones"):
            self.files.report(file_messages.EMPTY_FOLDER.at("zones"))
        elif len(names) > FILES_LIMIT:
            self.files.report(file_messages.too_many_files(FILES_LIMIT).at("zones"))
        return names[:FILES_LIMIT]

    def _zone(self, name: str) -> ZoneFile | None:
        said = len(self.files.messages)
        document = self.files.document(name)
        zone_file = self._read_once(name, document) if document is not None else None
        found = self.files.messages[said:]
        if any(each.severity is Severity.ERROR for each in found):
            held = self.files.memory.held_state(name)
            if held is not None:
                self.files.recalled.append(name)
                with self.files.quietly():
                    return self._read_once(name, held)
        elif document is not None:
            self.files.memory.keep_whole(name, document)
        if document is not None and zone_file is not None:
            self.files.memory.keep(name, document)
        good = self.files.memory.good(name)
        if zone_file is None and good is not None:
            self.files.recalled.append(name)
            with self.files.quietly():
                zone_file = self._read_once(name, good)
        return zone_file

    def _read_once(self, name: str, document: Document) -> ZoneFile | None:
        read = partial(self._read_zone, name, document)
        return self.files.once(name, (document, *self._around), read)

    def _read_zone(self, name: str, document: Document) -> ZoneFile | None:
        spoilt = {
            dropped_with(spoilt_entry.location, document.root)
            for spoilt_entry in document.spoilt_entries
        }
        if () in spoilt:
            return None
        zone, node, messages = validated(document.root.without(spoilt), Zone, name)
        self.files.report(*messages)
        if zone is None:
            self._report_panels(name, document.root.without(spoilt))
            return None
        self.files.report(*check_languages(node, name, self.languages))
        existing = replace(self.existing, incomplete=_incomplete(document.root, node))
        data = SeriesData(self.files.folder)
        zone_file = self._sound(ZoneFile(name, node, zone), existing, data)
        self.files.report(*data.messages)
        return zone_file

    def _report_panels(self, name: str, root: Node) -> None:
        """What else is wrong in the panels of a place that can't be shown because of its head."""
        known = {key: Node("text", words, 1, 1) for key, words in _ANY_HEAD.items()}
        words = {
            key: Node("mapping", {"en": known["id"]}, 1, 1) for key in ("name", "introduction")
        }
        headed = root._replace(value={**root.value, **known, **words})
        zone, node, _ = validated(headed, Zone, name)
        if zone is None:
            return
        existing = replace(self.existing, incomplete=_incomplete(root, node))
        data = SeriesData(self.files.folder)
        zone, located = _checked(zone, existing, data)
        placed = ZoneFile(name, node, zone).placed
        self.files.report(*(placed(each) for each in located if each.location[:1] == ("panels",)))
        self.files.report(*data.messages)

    def _sound(self, zone_file: ZoneFile, existing: Existing, data: SeriesData) -> ZoneFile | None:
        """The zone without all that breaks a rule.  Only the first round is reported: what comes
        later is a consequence."""
        for turn in range(ROUNDS):
            zone, located = _checked(zone_file.zone, existing, data)
            zone_file = ZoneFile(zone_file.file, zone_file.node, zone)
            if turn == 0:
                self.files.report(*map(zone_file.placed, located))
            spoilt = _spoilt(located, zone_file.node)
            if not spoilt:
                whole = _with_real_files(_with_one_lead(zone), existing)
                return ZoneFile(zone_file.file, zone_file.node, whole)
            if () in spoilt:
                return None
            sound, node, _ = validated(zone_file.node.without(spoilt), Zone, zone_file.file)
            if sound is None:
                return None
            zone_file = ZoneFile(zone_file.file, node, sound)
        return None


def _checked(zone: Zone, existing: Existing, data: SeriesData) -> tuple[Zone, list[LocatedMessage]]:
    """The zone with the points of its tables, and all that breaks a rule in it."""
    zone, of_tables = data.resolved(zone)
    unread = {each.location[:2] for each in of_tables}
    located = [
        *of_tables,
        *(
            each
            for each in check_zone(zone, existing)
            if each.location[:2] not in unread or each.location[2:3] != ("series",)
        ),
    ]
    return zone, located


def _is_called_otherwise(zone_file: ZoneFile) -> bool:
    """Whether the file has another name than its place, as a copy has."""
    return PurePath(zone_file.file).stem != zone_file.zone.id


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


def _spoilt(located: Collection[LocatedMessage], node: Node) -> set[Location]:
    return {
        dropped_with(each.spoils or each.location, node)
        for each in located
        if not each.mended and (each.message is None or each.message.severity is Severity.ERROR)
    }


def _with_one_lead(zone: Zone) -> Zone:
    """Let exactly one fact lead in each panel: the first that does, or else the first of all."""
    panels = tuple(_led(panel) if panel.kind == "facts" else panel for panel in zone.panels)
    return zone.model_copy(update={"panels": panels})


def _with_real_files(zone: Zone, existing: Existing) -> Zone:
    """Call each picture and film what it is called on the disk, where it is opened."""
    pictures, films = existing.pictures, existing.films
    panels = tuple(_panel_with_real_files(panel, pictures, films) for panel in zone.panels)
    inset = zone.inset
    if inset is not None:
        inset = inset.model_copy(update={"picture": inset.picture.called(pictures)})
    return zone.model_copy(update={"panels": panels, "inset": inset})


def _panel_with_real_files(
    panel: Panel, pictures: Collection[str], films: Collection[str]
) -> Panel:
    if panel.kind == "facts" or panel.kind == "chart":
        return panel
    if panel.kind == "story":
        pages = tuple(page.with_real_files(pictures, films) for page in panel.pages)
        return panel.model_copy(update={"pages": pages})
    return panel.with_real_pictures(pictures)


def _led(panel: FactsPanel) -> FactsPanel:
    leads = [index for index, fact in enumerate(panel.facts) if fact.lead]
    if len(leads) == 1:
        return panel
    lead = leads[0] if leads else 0
    facts = tuple(
        fact.model_copy(update={"lead": index == lead}) for index, fact in enumerate(panel.facts)
    )
    return panel.model_copy(update={"facts": facts})
