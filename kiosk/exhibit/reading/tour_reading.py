"""The files in tours/ become Tours.  They are few, optional, and read with the whole exhibit."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from kiosk.exhibit.model.tour import Tour
from kiosk.exhibit.reading.unread_files import unread_files
from kiosk.exhibit.reading.validating import ROUNDS, dropped_with, validated
from kiosk.exhibit.rules import tour_rules
from kiosk.exhibit.rules.language_rules import check_languages
from kiosk.exhibit.rules.tour_rules import check_tour
from kiosk.text import file_messages
from kiosk.text.folder import FILES_LIMIT
from kiosk.text.messages import UnreadableFile
from kiosk.text.yaml_source import parse_document

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from kiosk.exhibit.model.data_layer import DataLayer
    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.exhibit.model.located_message import Lost
    from kiosk.text.folder import ContentTexts
    from kiosk.text.messages import PlacedMessage
    from kiosk.text.yaml_source import Node

TOURS_FOLDER = "tours"


@dataclass
class TourReader:
    """Reads every tour of a folder, as far as it is sound; `messages` grow while it does."""

    texts: ContentTexts
    zones: Mapping[str, Zone]
    layers: Mapping[str, DataLayer]
    lost: Lost
    pictures: Collection[str]
    languages: Sequence[str]
    messages: list[PlacedMessage] = field(default_factory=list)

    def read(self) -> tuple[Tour, ...]:
        """The tours by their files' names."""
        tours: dict[str, Tour] = {}
        for name in self._names():
            tour = self._tour(name)
            if tour is not None:
                tours.setdefault(tour.id, tour)
        return tuple(tours.values())

    def _names(self) -> tuple[str, ...]:
        found = self.texts.folder.names(TOURS_FOLDER)
        names = tuple(name for name in found if name.endswith(".yaml"))
        self.messages += unread_files(self.texts.folder, TOURS_FOLDER)
        if len(names) > FILES_LIMIT:
            self.messages.append(file_messages.too_many_files(FILES_LIMIT).at(TOURS_FOLDER))
        return names[:FILES_LIMIT]

    def _tour(self, name: str) -> Tour | None:
        try:
            document = parse_document(self.texts.text(name), name)
        except UnreadableFile as error:
            self.messages.append(error.message)
            return None
        self.messages += [spoilt_entry.message for spoilt_entry in document.spoilt_entries]
        spoilt = {
            dropped_with(spoilt_entry.location, document.root)
            for spoilt_entry in document.spoilt_entries
        }
        if () in spoilt:
            return None
        tour, node, messages = validated(document.root.without(spoilt), Tour, name)
        self.messages += messages
        if tour is None:
            return None
        self.messages += check_languages(node, name, self.languages)
        stem = PurePath(name).stem
        sound = self._sound(name, node, tour)
        if tour.id != stem:
            message = tour_rules.id_is_not_the_file(tour.id, stem)
            self.messages.append(message.at(name, *node.position(("id",))))
            return None
        return sound

    def _sound(self, name: str, node: Node, tour: Tour) -> Tour | None:
        """The tour without the steps that break a rule; each is reported once."""
        reported: set[PlacedMessage] = set()
        for _ in range(ROUNDS):
            located = list(check_tour(tour, self.zones, self.layers, self.lost, self.pictures))
            for each in located:
                find = node.key_position if each.at_key else node.position
                if each.message is not None:
                    reported.add(each.message.at(name, *find(each.location)))
            spoilt = {dropped_with(found.spoils or found.location, node) for found in located}
            if not spoilt:
                self.messages += reported
                steps = tuple(step.with_real_picture(self.pictures) for step in tour.steps)
                return tour.model_copy(update={"steps": steps})
            sound, node, _ = validated(node.without(spoilt), Tour, name)
            if sound is None:
                # Nothing but the empty list of steps can be wrong now.
                break
            tour = sound
        self.messages += reported
        return None
