"""The rule that everything in the folder is used: pictures, films, tables, sources and units."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.exhibit.model.film import Recording
from kiosk.text.file_names import composed
from kiosk.text.messages import Message, Severity
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kiosk.text.yaml_source import Node

_UNUSED_FILE = Rule(
    "unused-file",
    severity=Severity.WARNING,
    why=(
        "A picture or table that nothing shows is forgotten, or misspelt where it should be "
        "shown. It is moved away, since no comment can stand in it."
    ),
    wrong="`pictures/old-hall.svg`, which no page names",
    right="the same file in another folder",
)


_SHOWN_IN = {
    "pictures": Phrase("nothing shows this picture"),
    "films": Phrase("nothing shows this file"),
    "data": Phrase("nothing shows this table"),
}


def unused_file(subfolder: str) -> Message:
    """A file of `pictures`, `films` or `data` that nothing names."""
    return _UNUSED_FILE.message(
        _SHOWN_IN[subfolder],
        "use it or move it elsewhere; captions of opening.mp4 are called opening.en.vtt"
        if subfolder == "films"
        else "use it or move it elsewhere",
    )


_UNUSED_SOURCE = Rule(
    "unused-source",
    severity=Severity.WARNING,
    why="The credits would name a source that no figure has.",
    file="sources.yaml",
    wrong=(
        "peoples-daily-2024-06-16:\n"
        "  title: People's Daily overseas edition\n"
        "  publisher: {en: People's Daily, zh-Hant: 人民日報, zh-Hans: 人民日报,"
        " pt: Diário do Povo}\n"
        "  date: 2024-06-16\n"
        "another:\n"
        "  title: Another\n"
        "  publisher: Another\n"
        "  date: 2024\n"
    ),
    right=(
        "peoples-daily-2024-06-16:\n"
        "  title: People's Daily overseas edition\n"
        "  publisher: {en: People's Daily, zh-Hant: 人民日報, zh-Hans: 人民日报,"
        " pt: Diário do Povo}\n"
        "  date: 2024-06-16\n"
    ),
)


def unused_source(source: str) -> Message:
    """A source that no figure names."""
    return _UNUSED_SOURCE.message(
        Phrase("nothing names the source '{source}'", source=source), "use it or delete it"
    )


_UNUSED_UNIT = Rule(
    "unused-unit",
    severity=Severity.WARNING,
    why="What nothing counts in is forgotten, or misspelt where it should be used.",
    file="units.yaml",
    wrong=(
        "months:\n"
        "  kind: date\n"
        '  phrase: {en: "{n}", zh-Hant: "{n}", zh-Hans: "{n}", pt: "{n}"}\n'
        "day:"
    ),
    right="day:",
)


def unused_unit(unit: str) -> Message:
    """A unit that nothing is counted in."""
    return _UNUSED_UNIT.message(
        Phrase("nothing counts in the unit '{unit}'", unit=unit),
        Phrase("write 'unit: {unit}' in a fact, a chart or a data layer, or delete it", unit=unit),
    )


RULES = (_UNUSED_FILE, _UNUSED_SOURCE, _UNUSED_UNIT)
"""The rules of this file."""


@dataclass
class Used:
    """What the files of content name: pictures, films and tables by their files, the others by id.

    Names of files are composed.
    """

    pictures: set[str] = field(default_factory=set)
    films: set[str] = field(default_factory=set)
    """With their captions, which are called after them and named nowhere."""
    tables: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    units: set[str] = field(default_factory=set)
    languages: tuple[str, ...] = LANGUAGES

    @classmethod
    def by(cls, roots: Iterable[Node], languages: Sequence[str] = LANGUAGES) -> Used:
        """All that these files name, in sound parts and in broken ones."""
        used = cls(languages=tuple(languages))
        waiting = list(roots)
        while waiting:
            node = waiting.pop()
            if node.kind == "list":
                waiting += node.value
            elif node.kind == "mapping":
                for key, entry in node.value.items():
                    used._take(key, entry)
                    waiting.append(entry)
        return used

    def _take(self, key: str, entry: Node) -> None:
        if key == "source":
            self.sources.update(_words(entry))
        elif key == "unit":
            self.units.update(_words(entry))
        elif key in ("picture", "portrait", "pictures", "data"):
            names = self.tables if key == "data" else self.pictures
            for each in entry.value if entry.kind == "list" else (entry,):
                file = each.at(("file",))
                names.update(map(composed, _words(file) if file is not None else ()))
        elif key in ("film", "sound"):
            for part in map(entry.at, (("file",), ("signing",), ("described",))):
                for name in map(composed, _words(part) if part is not None else ()):
                    recording = Recording(file=name)
                    self.films.add(name)
                    self.films.update(recording.captions(tag) for tag in self.languages)


def picture_files(root: Node) -> Iterator[Node]:
    """Every node of a file that names a picture, in sound parts and in broken ones."""
    for node in picture_nodes(root):
        if node.value["file"].kind == "text":
            yield node.value["file"]


def picture_nodes(root: Node) -> Iterator[Node]:
    """Every picture of a file that names one, in sound parts and in broken ones."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.kind == "list":
            waiting += node.value
        elif node.kind == "mapping":
            for key in ("picture", "portrait", "pictures"):
                entry = node.value.get(key)
                entries = () if entry is None else (entry,) if entry.kind != "list" else entry.value
                for each in entries:
                    if each.kind == "mapping" and "file" in each.value:
                        yield each
            waiting += node.value.values()


def _words(node: Node) -> list[str]:
    """The one text that a node is, or those of a list."""
    nodes = node.value if node.kind == "list" else (node,)
    return [entry.value for entry in nodes if entry.kind == "text"]
