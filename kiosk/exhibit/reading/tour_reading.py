"""The files in tours/ become Tours.  They are few, optional, and read with the whole exhibit."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from kiosk.exhibit.model.tour import Tour
from kiosk.exhibit.reading.unread_files import unread_files
from kiosk.exhibit.reading.validating import ROUNDS, dropped_with, validated
from kiosk.exhibit.rules import tour_mistakes
from kiosk.exhibit.rules.checking import translation_problems
from kiosk.exhibit.rules.tour_rules import tour_findings
from kiosk.text import file_mistakes
from kiosk.text.folder import FILES_LIMIT
from kiosk.text.problems import UnreadableFile
from kiosk.text.yaml_source import parse_document

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.exhibit.model.finding import Lost
    from kiosk.text.folder import ContentTexts
    from kiosk.text.problems import Problem
    from kiosk.text.yaml_source import Node

TOURS_FOLDER = "tours"


@dataclass
class TourReader:
    """Reads every tour of a folder, as far as it is sound; `problems` grow while it does."""

    texts: ContentTexts
    zones: Mapping[str, Zone]
    lost: Lost
    pictures: Collection[str]
    languages: Sequence[str]
    problems: list[Problem] = field(default_factory=list)

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
        self.problems += unread_files(self.texts.folder, TOURS_FOLDER)
        if len(names) > FILES_LIMIT:
            self.problems.append(file_mistakes.too_many_files(FILES_LIMIT).at(TOURS_FOLDER))
        return names[:FILES_LIMIT]

    def _tour(self, name: str) -> Tour | None:
        try:
            document = parse_document(self.texts.text(name), name)
        except UnreadableFile as error:
            self.problems.append(error.problem)
            return None
        self.problems += [slip.problem for slip in document.slips]
        spoilt = {dropped_with(slip.location, document.root) for slip in document.slips}
        if () in spoilt:
            return None
        tour, node, problems = validated(document.root.without(spoilt), Tour, name)
        self.problems += problems
        if tour is None:
            return None
        self.problems += translation_problems(node, name, self.languages)
        stem = PurePath(name).stem
        if tour.id != stem:
            mistake = tour_mistakes.id_is_not_the_file(tour.id, stem)
            self.problems.append(mistake.at(name, *node.position(("id",))))
            return None
        return self._sound(name, node, tour)

    def _sound(self, name: str, node: Node, tour: Tour) -> Tour | None:
        """The tour without the steps that break a rule; each is reported once."""
        reported: set[Problem] = set()
        for _ in range(ROUNDS):
            findings = list(tour_findings(tour, self.zones, self.lost, self.pictures))
            for finding in findings:
                find = node.key_position if finding.at_key else node.position
                if finding.mistake is not None:
                    reported.add(finding.mistake.at(name, *find(finding.location)))
            spoilt = {dropped_with(found.spoils or found.location, node) for found in findings}
            if not spoilt:
                self.problems += reported
                steps = tuple(step.with_real_picture(self.pictures) for step in tour.steps)
                return tour.model_copy(update={"steps": steps})
            sound, node, _ = validated(node.without(spoilt), Tour, name)
            if sound is None:
                # Nothing but the empty list of steps can be wrong now.
                break
            tour = sound
        self.problems += reported
        return None
