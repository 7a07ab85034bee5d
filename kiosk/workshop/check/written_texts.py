"""Traces a drawn text back to the file and line where it was written."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.reading.exhibit_reading import EXHIBIT_FILE, SOURCES_FILE
from kiosk.exhibit.reading.layer_reading import LAYERS_FOLDER
from kiosk.look.markdown import paragraphs
from kiosk.screen.panel.divided_text import sentences
from kiosk.text.messages import UnreadableFile
from kiosk.text.wordings import WrittenFile
from kiosk.text.yaml_source import parse_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kiosk.text.folder import ContentFolder
    from kiosk.text.wordings import PlacedText
    from kiosk.text.yaml_source import Location, Node
    from kiosk.workshop.check.measured_page import OpenedPanel

_NOT_DRAWN = re.compile(r"[\s\u00ad\u200b\u2060]+")
"""What typesetting may change: spaces, soft hyphens and joiners."""
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
"""It also curls quotation marks."""


class Spot(NamedTuple):
    """A position in a file, its text, and the lines on which a comment can suppress a message.

    `key` names the text, such as `headline`; it is empty for a panel as a whole.  `location` is
    where in the tree of the file it is written.
    """

    file: str
    line: int
    column: int
    lines: tuple[int, ...]
    words: str
    key: str = ""
    location: Location = ()


class _TextFile(NamedTuple):
    """A file with all of its texts."""

    name: str
    root: Node
    texts: tuple[PlacedText, ...]


class WrittenTexts:
    """The texts of all files, found by their words."""

    def __init__(self, zone_files: Mapping[str, tuple[str, Node]], others: Mapping[str, Node]):
        """Zones by id, each with its file and the sound part of it; other files by name."""
        self._zones = {
            zone: _TextFile(file, root, tuple(WrittenFile(file, root, ()).texts()))
            for zone, (file, root) in zone_files.items()
        }
        self._others = [
            _TextFile(file, root, tuple(WrittenFile(file, root, ()).texts()))
            for file, root in others.items()
        ]
        self._known: dict[tuple[OpenedPanel, str], dict[str, Spot]] = {}

    def of_panel(self, opening: OpenedPanel, language: str) -> Iterator[Spot]:
        """The texts of a panel that are written in that language."""
        file = self._zones[opening.zone]
        for text in _texts_in(file, ("panels", opening.panel)):
            if language in text.wordings:
                yield _spot(file, text, language)

    def panel(self, opening: OpenedPanel) -> Spot:
        """The position at which a panel begins."""
        file = self._zones[opening.zone]
        location = ("panels", opening.panel)
        line, column = file.root.position(location)
        return Spot(file.name, line, column, (), "", location=location)

    def map(self) -> Spot:
        """The position at which exhibit.yaml names the map."""
        root = next(file.root for file in self._others if file.name == EXHIBIT_FILE)
        line, column = root.key_position(("map",))
        return Spot(EXHIBIT_FILE, line, column, (), "")

    def of_layer(self, layer: str, language: str) -> Iterator[Spot]:
        """The texts of a data layer that are written in that language."""
        for file in self._others:
            if file.name == _layer_file(layer):
                yield from (
                    _spot(file, text, language) for text in file.texts if language in text.wordings
                )

    def layer(self, layer: str) -> Spot:
        """The position at which a data layer begins."""
        return Spot(_layer_file(layer), 1, 1, (), "")

    def names(self, language: str) -> Iterator[Spot]:
        """What the zones are called in that language."""
        for file in self._zones.values():
            yield from _spoken(file, _texts_in(file, ("name",)), language)

    def find(self, words: str, opening: OpenedPanel, language: str) -> Spot | None:
        """The position at which drawn words were written.

        Without a match it is that of their panel or data layer.

        None if they can only be the program's own.
        """
        known = self._known.get((opening, language))
        if known is None:
            known = self._known[opening, language] = {}
            for spot in self._candidates(opening, language):
                for part in parts(spot):
                    known.setdefault(part, spot)
        wanted = bare(words)
        if wanted in known:
            return known[wanted]
        inside = [part for part in known if len(part) > 1 and part in wanted]
        around = [part for part in known if len(wanted) > 1 and wanted in part]
        nearest = max(inside, key=len, default=None) or min(around, key=len, default=None)
        if nearest is not None:
            return known[nearest]
        if opening.zone:
            return self.panel(opening)
        return self.layer(opening.layer) if opening.layer else None

    def _candidates(self, opening: OpenedPanel, language: str) -> Iterator[Spot]:
        if opening.zone:
            file = self._zones[opening.zone]
            yield from _spoken(file, _texts_in(file, ("panels", opening.panel)), language)
            yield from _spoken(file, _texts_in(file, ("name",)), language)
            yield from _spoken(file, _texts_in(file, ("introduction",)), language)
            files = [each for each in self._others if each.name == SOURCES_FILE]
        else:
            files = sorted([*self._zones.values(), *self._others], key=_exhibit_first)
            if opening.layer:
                own = _layer_file(opening.layer)
                files = [each for each in files if each.name == own] + files
        for file in files:
            yield from _spoken(file, file.texts, language)


def other_files(content: ContentFolder) -> Iterator[tuple[str, Node]]:
    """The trees of the files beside those of zones, as far as they can be read."""
    layers = (name for name in content.names(LAYERS_FOLDER) if name.endswith(".yaml"))
    for name in (EXHIBIT_FILE, SOURCES_FILE, *layers):
        with suppress(UnreadableFile):
            yield name, parse_document(content.text(name), name).root


def _layer_file(layer: str) -> str:
    return f"{LAYERS_FOLDER}/{layer}.yaml"


def bare(words: str) -> str:
    """A text without anything that typesetting may change."""
    return _NOT_DRAWN.sub("", words).translate(_STRAIGHT)


def parts(spot: Spot) -> list[str]:
    """The pieces that may be drawn separately: the sentences of a story's page, else all of it."""
    if spot.key != "text":
        return [bare(spot.words)]
    written = ("".join(span.text for span in spans) for spans in paragraphs(spot.words))
    return [bare(each) for words in written for each in sentences(words)]


def _exhibit_first(file: _TextFile) -> bool:
    return file.name != EXHIBIT_FILE


def _texts_in(file: _TextFile, location: Location) -> Iterator[PlacedText]:
    return (text for text in file.texts if text.location[: len(location)] == location)


def _spoken(file: _TextFile, texts: Iterable[PlacedText], language: str) -> Iterator[Spot]:
    """Each text in that language, or in another one if it is missing."""
    for text in texts:
        for tag in (language, *text.wordings):
            if tag in text.wordings:
                yield _spot(file, text, tag)
            if language in text.wordings:
                break


def _spot(file: _TextFile, text: PlacedText, language: str) -> Spot:
    wording = text.wordings[language]
    return Spot(
        file.name,
        wording.line,
        wording.column,
        wording.key_lines,
        wording.words,
        text.key,
        text.location,
    )
