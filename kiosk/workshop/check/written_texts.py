"""Which text of which file a drawn text is: what is seen leads back to what was written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.reading.exhibit_reading import EXHIBIT_FILE, SOURCES_FILE
from kiosk.look.markdown import paragraphs
from kiosk.text.file_names import composed
from kiosk.text.wordings import WrittenFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kiosk.text.wordings import PlacedText
    from kiosk.text.yaml_source import Location, Node

_NOT_DRAWN = re.compile(r"[\s\u00ad\u200b\u2060]+")
"""What typesetting may change: spaces, and places where a word may be broken or not."""


class Spot(NamedTuple):
    """A place in a file: what stands there, and the lines at which a comment may allow it.

    `key` is what the text is, such as `headline`; empty for a panel as a whole.
    """

    file: str
    line: int
    column: int
    lines: tuple[int, ...]
    words: str
    key: str = ""


@dataclass(frozen=True)
class OpenedPanel:
    """What was opened to see a page: a panel of a zone, by its number, or one of the screens."""

    zone: str = ""
    panel: int = 0


class _TextFile(NamedTuple):
    """A file and every text in it."""

    name: str
    root: Node
    texts: tuple[PlacedText, ...]


class WrittenTexts:
    """The texts of all files by what they say."""

    def __init__(self, zone_files: Mapping[str, tuple[str, Node]], others: Mapping[str, Node]):
        """Zones by id, each with its file and what is sound of it; other files by their names."""
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
        """The texts of a panel that have words in that language."""
        file = self._zones[opening.zone]
        for text in _texts_in(file, ("panels", opening.panel)):
            if language in text.wordings:
                yield _spot(file, text, language)

    def panel(self, opening: OpenedPanel) -> Spot:
        """Where a panel begins."""
        file = self._zones[opening.zone]
        line, column = file.root.position(("panels", opening.panel))
        return Spot(file.name, line, column, (), "")

    def picture(self, file: str) -> Spot | None:
        """Where a story first names a picture."""
        for own in self._zones.values():
            for name, line, column in _pictures(own.root):
                if composed(name) == composed(file):
                    return Spot(own.name, line, column, (), name)
        return None

    def find(self, words: str, opening: OpenedPanel, language: str) -> Spot | None:
        """Where the drawn words were written; the panel where nobody wrote just those.

        None where only the program itself can have said them.
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
        return self.panel(opening) if opening.zone else None

    def _candidates(self, opening: OpenedPanel, language: str) -> Iterator[Spot]:
        if opening.zone:
            file = self._zones[opening.zone]
            yield from _spoken(file, _texts_in(file, ("panels", opening.panel)), language)
            yield from _spoken(file, _texts_in(file, ("name",)), language)
            yield from _spoken(file, _texts_in(file, ("introduction",)), language)
            files = [each for each in self._others if each.name == SOURCES_FILE]
        else:
            files = sorted([*self._others, *self._zones.values()], key=_exhibit_first)
        for file in files:
            yield from _spoken(file, file.texts, language)


def bare(words: str) -> str:
    """A text without what typesetting may change."""
    return _NOT_DRAWN.sub("", words)


def parts(spot: Spot) -> list[str]:
    """What of a text is drawn as one: the paragraphs of a story's page, else all of it."""
    if spot.key != "text":
        return [bare(spot.words)]
    return [bare("".join(span.text for span in spans)) for spans in paragraphs(spot.words)]


def _pictures(root: Node) -> Iterator[tuple[str, int, int]]:
    """The pictures that a file names, with line and column."""
    panels = root.at(("panels",))
    for panel in panels.value if panels is not None else ():
        pages = panel.at(("pages",))
        for page in pages.value if pages is not None else ():
            file = page.at(("picture", "file"))
            if file is not None:
                yield file.value, file.line, file.column


def _exhibit_first(file: _TextFile) -> bool:
    return file.name != EXHIBIT_FILE


def _texts_in(file: _TextFile, location: Location) -> Iterator[PlacedText]:
    return (text for text in file.texts if text.location[: len(location)] == location)


def _spoken(file: _TextFile, texts: Iterable[PlacedText], language: str) -> Iterator[Spot]:
    """Each text in that language, or in another one where it lacks it."""
    for text in texts:
        for tag in (language, *text.wordings):
            if tag in text.wordings:
                yield _spot(file, text, tag)
            if language in text.wordings:
                break


def _spot(file: _TextFile, text: PlacedText, language: str) -> Spot:
    wording = text.wordings[language]
    return Spot(file.name, wording.line, wording.column, wording.key_lines, wording.words, text.key)
