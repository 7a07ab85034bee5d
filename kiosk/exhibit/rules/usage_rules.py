"""The rule that everything in the folder is used: pictures, films, tables, sources and units."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from kiosk.exhibit.model.film import CAPTION_KIND, Recording
from kiosk.text.file_names import composed
from kiosk.text.fix import Fix, FixKind
from kiosk.text.message_words import in_words
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
    "films": Phrase("nothing plays this file"),
    "data": Phrase("nothing shows this table"),
}


def unused_file(subfolder: str) -> Message:
    """A file of `pictures`, `films` or `data` that nothing names."""
    return _UNUSED_FILE.message(
        _SHOWN_IN[subfolder], "use it or move it elsewhere", fix=Fix(FixKind.DELETE_FILE)
    )


def _unused_film(captions: Sequence[str]) -> Message:
    """A film that nothing plays, and the names of the files with its captions."""
    if not captions:
        return unused_file("films")
    return _UNUSED_FILE.message(
        _SHOWN_IN["films"],
        "use it, or move it and its captions elsewhere",
        fix=Fix(FixKind.DELETE_FILE, "\n".join(captions)),
    )


def _unspoken_captions(language: str) -> Message:
    """Captions of a film that is played, in a language that the exhibit does not speak."""
    return _UNUSED_FILE.message(
        Phrase(
            "nothing shows these captions: the exhibit does not speak '{language}'",
            language=in_words(language),
        ),
        "move them elsewhere, or add the language to the exhibit",
        fix=Fix(FixKind.DELETE_FILE),
    )


def _lone_captions() -> Message:
    """Captions that are called after no film."""
    return _UNUSED_FILE.message(
        "nothing shows these captions: no film or recording is called so",
        "call them as their film, as opening.en.vtt belongs to opening.mp4",
        fix=Fix(FixKind.DELETE_FILE),
    )


def without_way_back(message: Message) -> Message:
    """The same of a file that is too large to be kept: it is not deleted by a button."""
    return replace(
        message, hint=Phrase("move it elsewhere: so large a file is kept nowhere"), fix=None
    )


def unused_films(names: Sequence[str], used: Used) -> Iterator[tuple[str, Message]]:
    """Of the files of `films` those that nothing names; captions of an unused film go with it."""
    captions = [name for name in names if name.lower().endswith(CAPTION_KIND)]
    films = [name for name in names if name not in captions]
    by_film: dict[str, list[str]] = {PurePath(composed(film)).stem: [] for film in films}
    for name in captions:
        if _named(name) in used.films:
            continue
        film, _, language = PurePath(_named(name)).stem.rpartition(".")
        if film not in by_film:
            yield name, _lone_captions()
        elif any(PurePath(each).stem == film for each in used.films):
            yield name, _unspoken_captions(language)
        else:
            by_film[film].append(name)
    for film in films:
        if _named(film) not in used.films:
            yield film, _unused_film(by_film[PurePath(composed(film)).stem])


def _named(file: str) -> str:
    """How content names a file of a folder."""
    return composed(file.split("/", 1)[1])


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
        Phrase("nothing names the source '{source}'", source=source),
        "use it or delete it",
        fix=Fix(FixKind.DELETE),
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
        fix=Fix(FixKind.DELETE),
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


def pictures_beside_words(root: Node) -> Iterator[Node]:
    """Of these the small ones: portraits, and pictures of events."""
    panels = root.at(("panels",))
    for panel in panels.value if panels is not None and panels.kind == "list" else ():
        kind = panel.at(("kind",))
        if kind is not None and kind.value in ("events", "people"):
            yield from picture_files(panel)


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
