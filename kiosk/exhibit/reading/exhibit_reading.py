"""A folder of content becomes an Exhibit, and every mistake in it a message."""

from __future__ import annotations

import gc
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from kiosk.exhibit.model.exhibit import Exhibit, ExhibitFile, Source, Unit
from kiosk.exhibit.model.located_message import NOTHING_LOST, Existing, Lost
from kiosk.exhibit.model.term import Term
from kiosk.exhibit.reading.content_files import ContentFiles
from kiosk.exhibit.reading.film_reading import read_captions
from kiosk.exhibit.reading.interface_words import read_interface
from kiosk.exhibit.reading.layer_reading import LayerReader
from kiosk.exhibit.reading.names_reading import read_names
from kiosk.exhibit.reading.reading_cache import Memory
from kiosk.exhibit.reading.tour_reading import TourReader
from kiosk.exhibit.reading.validating import validated
from kiosk.exhibit.reading.zone_reading import ZoneReader
from kiosk.exhibit.rules import map_rules, naming_messages
from kiosk.exhibit.rules.approval_rules import check_approval
from kiosk.exhibit.rules.attract_rules import check_attract
from kiosk.exhibit.rules.language_rules import check_languages, check_phrases
from kiosk.exhibit.rules.status_rules import check_source
from kiosk.exhibit.rules.term_rules import sound_terms
from kiosk.text import shape_messages
from kiosk.text.folder import FILMS_FOLDER, ContentFolder, shipped_maps
from kiosk.text.messages import PlacedMessage, causes_first
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.yaml_source import Node

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.exhibit.rules.layer_rules import LayerFile
    from kiosk.exhibit.rules.zone_rules import ZoneFile

EntryT = TypeVar("EntryT", Source, Unit, Term)

EXHIBIT_FILE, SOURCES_FILE, UNITS_FILE = "exhibit.yaml", "sources.yaml", "units.yaml"
TERMS_FILE = "terms.yaml"
"""Not every exhibit has terms to explain: this file may be missing."""


LANGUAGE_RULES = frozenset({"untranslated", "language-not-shown", "older-translation"})
"""What is said about languages, which exhibit.yaml names."""


@dataclass(frozen=True)
class Reading:
    """What a folder holds: the exhibit as far as it is sound, and every message, sorted.

    `zone_files` and `layer_files` are the zones and the data layers with their places in the files,
    for whoever checks them; `recalled` are the files of which an earlier state is used, because
    nothing of them can be shown any more; `lost` is what can't be shown at all, so that nobody is
    told that it does not exist.
    """

    exhibit: Exhibit | None
    messages: tuple[PlacedMessage, ...]
    zone_files: tuple[ZoneFile, ...] = ()
    recalled: tuple[str, ...] = ()
    lost: Lost = NOTHING_LOST
    layer_files: tuple[LayerFile, ...] = ()


def read_exhibit(folder: Path, memory: Memory | None = None) -> Reading:
    """Read the content of a folder.  Whatever is wrong becomes a message and is left out.

    With the `memory` of earlier readings only what has changed is read again, and a file of which
    nothing can be shown any more keeps its earlier state.

    `exhibit` is None where `exhibit.yaml` or the whole folder can't be read.  A map that is not
    there becomes a message, and `exhibit.map_file` then names no file.
    """
    with _without_garbage_collection():
        return _ExhibitReader(ContentFiles(ContentFolder.at(folder), memory or Memory())).read()


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
class _ExhibitReader:
    files: ContentFiles
    languages: tuple[str, ...] = LANGUAGES
    are_languages_known: bool = False
    """Whether `exhibit.yaml` was read and makes no mistake in naming them."""

    def read(self) -> Reading:
        refusal = self.files.folder.refusal()
        if refusal is not None:
            return Reading(None, (refusal.at("."),))
        self.files.report(*self.files.folder.messages())
        settings_node, settings = self._settings()
        sources_node, units_node = self.files.root(SOURCES_FILE), self.files.root(UNITS_FILE)
        sources = self._entries(sources_node, SOURCES_FILE, Source)
        units = self._entries(units_node, UNITS_FILE, Unit)
        terms = self._terms()
        existing = Existing(
            sources=sources,
            named_sources=sources_node.value if sources_node else None,
            units=units,
            named_units=units_node.value if units_node else None,
            pictures=self.files.names_in("pictures"),
            films=self.files.names_in(FILMS_FOLDER),
        )
        reader = ZoneReader(self.files, existing, self.languages)
        zone_files = reader.read()
        lost = reader.lost
        exhibit = None
        layer_files: tuple[LayerFile, ...] = ()
        if settings is not None and settings_node is not None:
            with self.files.quietly() if EXHIBIT_FILE in self.files.recalled else nullcontext():
                zone_files = self._in_order(zone_files, settings, settings_node, reader.lost)
                map_file = self._map_file(settings.map, settings_node)
                attract = self._attract(settings, settings_node, zone_files, reader.lost)
            layer_reader = LayerReader(
                self.files,
                existing,
                {zone_file.zone.id: zone_file.zone for zone_file in zone_files},
                reader.lost,
                self.languages,
            )
            layers = layer_reader.read(settings.layers, settings_node)
            layer_files = layer_reader.layer_files
            lost = reader.lost._replace(layers=frozenset(layer_reader.spoilt))
            tours = TourReader(
                self.files.texts,
                {zone_file.zone.id: zone_file.zone for zone_file in zone_files},
                {layer.id: layer for layer in layers},
                lost,
                existing.pictures,
                self.languages,
                self.files.messages,
            )
            exhibit = Exhibit(
                folder=self.files.folder.path,
                title=settings.title,
                welcome=settings.welcome,
                subtitle=settings.subtitle,
                languages=settings.languages,
                map_file=map_file,
                zones=tuple(zone_file.zone for zone_file in zone_files),
                attract=attract,
                figures_age_years=settings.figures_age_years,
                about=settings.about,
                checked=settings.checked,
                map_approval=settings.map_approval,
                map_groups=settings.map_groups,
                credits=settings.credits,
                interface=read_interface(self.files.folder, settings.languages),
                kinds=settings.kinds,
                wording=settings.wording,
                sources=sources,
                units=units,
                terms=terms,
                spoken=settings.spoken,
                notices=settings.notices,
                tours=tours.read(),
                layers=layers,
                captions=read_captions(self.files, zone_files, settings.languages),
                names=read_names(self.files, [zone_file.zone for zone_file in zone_files]),
            )
        messages = causes_first(self.files.messages)
        if exhibit is None or not self.are_languages_known:
            messages = tuple(each for each in messages if each.rule not in LANGUAGE_RULES)
        recalled = tuple(self.files.recalled)
        return Reading(exhibit, messages, zone_files, recalled, lost, layer_files)

    def _settings(self) -> tuple[Node | None, ExhibitFile | None]:
        document = self.files.document(EXHIBIT_FILE)
        settings = self._read_settings(document.root) if document is not None else None
        if document is not None and settings is not None:
            self.files.memory.keep(EXHIBIT_FILE, document)
        good = self.files.memory.good(EXHIBIT_FILE)
        if settings is None and good is not None:
            document = good
            self.files.recalled.append(EXHIBIT_FILE)
            with self.files.quietly():
                settings = self._read_settings(good.root)
        return (document.root if document is not None else None), settings

    def _read_settings(self, node: Node) -> ExhibitFile | None:
        settings, sound, messages = validated(node, ExhibitFile, EXHIBIT_FILE)
        self.files.report(*messages)
        if settings is not None:
            self.languages = settings.languages
            written = node.at(("languages",))
            self.are_languages_known = written is None or written.plain() == [*settings.languages]
            self.files.report(*check_languages(sound, EXHIBIT_FILE, self.languages))
            approval = settings.map_approval
            for each in () if approval is None else check_approval(approval):
                if each.message is not None:
                    place = sound.key_position(each.location)
                    self.files.report(each.message.at(EXHIBIT_FILE, *place))
        return settings

    def _entries(self, root: Node | None, name: str, model: type[EntryT]) -> dict[str, EntryT]:
        """Sources or units by their ids, which are the keys of the file."""
        if root is None:
            return {}
        read = partial(self._read_entries, root, name, model)
        return self.files.once(name, (root, self.languages), read)

    def _read_entries(self, root: Node, name: str, model: type[EntryT]) -> dict[str, EntryT]:
        entries: dict[str, EntryT] = {}
        for key, node in root.value.items():
            line, column = root.keys[key]
            if node.kind == "mapping":
                if "id" in node.value:
                    message = shape_messages.unknown_key("id", tuple(model.model_fields)[1:])
                    self.files.report(message.at(name, *node.keys["id"]))
                node = node._replace(
                    value={**node.value, "id": Node("text", key, line, column)},
                    keys={**node.keys, "id": (line, column)},
                )
            entry, sound, messages = validated(node, model, name, called=key)
            self.files.report(*messages)
            if isinstance(entry, Unit):
                located = tuple(check_phrases(entry))
                for each in located:
                    if each.message is not None:
                        place = sound.position(each.location)
                        self.files.report(each.message.at(name, *place))
                spoilt = [each.location for each in located]
                entry, sound, _ = validated(sound.without(spoilt), model, name, called=key)
            if isinstance(entry, Source):
                for each in check_source(entry):
                    if each.message is not None:
                        place = sound.key_position(each.location)
                        self.files.report(each.message.at(name, *place))
            if entry is not None:
                entries[key] = entry
                self.files.report(*check_languages(sound, name, self.languages))
        return entries

    def _terms(self) -> tuple[Term, ...]:
        """The terms that visitors can touch, where the folder explains any."""
        root = self.files.root(TERMS_FILE) if self.files.folder.has(TERMS_FILE) else None
        if root is None:
            return ()
        terms = self._entries(root, TERMS_FILE, Term)
        sound, messages = sound_terms(terms.values(), root, TERMS_FILE)
        self.files.report(*messages)
        return sound

    def _in_order(
        self,
        zone_files: tuple[ZoneFile, ...],
        settings: ExhibitFile,
        node: Node,
        lost: Lost,
    ) -> tuple[ZoneFile, ...]:
        by_id = {zone_file.zone.id: zone_file for zone_file in zone_files}
        for index, zone_id in enumerate(settings.zones):
            if zone_id not in by_id and zone_id not in lost.zones:
                message = naming_messages.unknown_zone(zone_id, by_id)
                place = node.position(("zones", index))
                self.files.report(message.at(EXHIBIT_FILE, *place))
        listed = [by_id.pop(zone_id) for zone_id in settings.zones if zone_id in by_id]
        if listed:
            for zone_file in by_id.values():
                message = naming_messages.unlisted_zone(zone_file.zone.id)
                place = zone_file.node.position(("id",))
                self.files.report(message.at(zone_file.file, *place))
        return (*listed, *by_id.values())

    def _attract(
        self,
        settings: ExhibitFile,
        node: Node,
        zone_files: tuple[ZoneFile, ...],
        lost: Lost,
    ) -> tuple[str, ...]:
        """The places of the attract loop that are there."""
        zones = {zone_file.zone.id: zone_file.zone for zone_file in zone_files}
        located = list(check_attract(settings.attract, zones, lost))
        for each in located:
            if each.message is not None:
                self.files.report(each.message.at(EXHIBIT_FILE, *node.position(each.location)))
        spoilt = {each.location for each in located}
        return tuple(
            written
            for index, written in enumerate(settings.attract)
            if ("attract", index) not in spoilt
        )

    def _map_file(self, name: str, node: Node) -> Path:
        found = self.files.folder.map_file(name)
        # What lies in map/ and is no plain file has been told of already.
        is_told = "/" not in name and self.files.folder.strange(f"map/{name}") is not None
        if found is None and not is_told:
            message = map_rules.no_map(name, self.files.names_in("map"), shipped_maps())
            self.files.report(message.at(EXHIBIT_FILE, *node.position(("map",))))
        # A name such as ../x.svg, or a link, must not lead to a map that lies outside the folder.
        return found or self.files.folder.root / "map"
