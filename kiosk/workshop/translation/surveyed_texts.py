"""All texts of the content as the table shows them; gathered beside the GUI thread."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.editing.named_things import title_of
from kiosk.exhibit.editing.text_places import text_place
from kiosk.exhibit.reading.exhibit_reading import (
    EXHIBIT_FILE,
    SOURCES_FILE,
    TERMS_FILE,
    UNITS_FILE,
)
from kiosk.exhibit.translating.translation_record import Record, read_record, record_of
from kiosk.exhibit.translating.translations import (
    TranslatedText,
    Translations,
    text_files,
    translations_of,
)
from kiosk.text.folder import ContentFolder
from kiosk.text.messages import UnreadableFile
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.wordings import WrittenFile
from kiosk.workshop.editing.located_messages import by_location
from kiosk.workshop.translation.text_extent import extent_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kiosk.exhibit.translating.translation_record import Address
    from kiosk.text.messages import PlacedMessage
    from kiosk.text.yaml_source import Location, Node

_HEADINGS = {
    EXHIBIT_FILE: "edit_exhibit",
    SOURCES_FILE: "edit_sources",
    UNITS_FILE: "edit_units",
    TERMS_FILE: "edit_terms",
}
_KINDS = {"layers": "edit_layers", "tours": "edit_tours"}


class SurveyedFolder(NamedTuple):
    """What the survey is made of: the folder, the trees of its files as they are edited, the
    record as it is written, and what the check says."""

    path: Path
    roots: Mapping[str, Node]
    record: bytes | None
    messages: Sequence[PlacedMessage]
    language: str


class HeadingWords(NamedTuple):
    """What stands above the texts of a file: a key of the interface's words, and a name."""

    key: str
    title: str


@dataclass(frozen=True)
class SurveyedTexts:
    """Every text with where it stands and what the check says of each of its languages."""

    found: Translations = field(default_factory=lambda: Translations(LANGUAGES))
    places: Mapping[Address, tuple[str, ...]] = field(default_factory=dict)
    headings: Mapping[str, HeadingWords] = field(default_factory=dict)
    said: Mapping[tuple[Address, str], tuple[PlacedMessage, ...]] = field(default_factory=dict)
    record: Record = field(default_factory=Record)
    record_content: bytes | None = None
    """What the record was read from."""
    is_read: bool = False

    def place(self, text: TranslatedText) -> tuple[str, ...]:
        """The names of what a text is in, and what it is."""
        return self.places.get(text.address, ())

    def messages(self, text: TranslatedText, language: str) -> tuple[PlacedMessage, ...]:
        """What the check says of a text in a language."""
        return self.said.get((text.address, language), ())

    @cached_property
    def numbers(self) -> Mapping[Address, int]:
        """Where in the list each text stands."""
        return {text.address: number for number, text in enumerate(self.found.texts)}

    def text(self, address: Address) -> TranslatedText | None:
        """The text of that address."""
        number = self.numbers.get(address)
        return None if number is None else self.found.texts[number]

    def with_texts(self, texts: Sequence[TranslatedText]) -> SurveyedTexts:
        """The same with texts that say something else in place of those of their addresses."""
        now = list(self.found.texts)
        for text in texts:
            if text.address in self.numbers:
                now[self.numbers[text.address]] = text
        return replace(self, found=replace(self.found, texts=tuple(now)))


def survey_texts(folder: SurveyedFolder) -> SurveyedTexts:
    """Look through the texts of a folder; a file without a tree is one that can't be read."""
    names = text_files(ContentFolder.at(folder.path))
    files = [WrittenFile(name, folder.roots[name], ()) for name in names if name in folder.roots]
    record = record_in(folder.path, folder.record)
    unread = [name for name in names if name not in folder.roots]
    found = translations_of(files, record, unread)
    said: dict[tuple[Address, str], list[PlacedMessage]] = defaultdict(list)
    notes = {
        file.name: by_location(folder.messages, file.name, file.root)
        for file in files
        if any(message.file == file.name for message in folder.messages)
    }
    for text in found.texts:
        for location, messages in notes.get(text.file, {}).items():
            if location[: len(text.location)] == text.location:
                language = _language_of(location, text)
                said[text.address, language] += messages
        for language in found.languages:
            # So that the table need not count letters while it is shown.
            extent_of(text.words_in(language))
    return SurveyedTexts(
        found,
        {
            text.address: text_place(
                text.file, folder.roots[text.file], text.location, folder.language
            )
            for text in found.texts
        },
        {file.name: _heading(file.name, file.root, folder.language) for file in files},
        {key: tuple(dict.fromkeys(messages)) for key, messages in said.items()},
        record,
        folder.record,
        is_read=True,
    )


def record_in(path: Path, content: bytes | None) -> Record:
    """The record that has this content in the folder."""
    if content is None or not content.strip():
        return Record()
    try:
        return record_of(content.decode())
    except UnreadableFile as error:
        return Record(messages=(error.message,))
    except UnicodeDecodeError:
        return read_record(ContentFolder.at(path))


def _language_of(location: Location, text: TranslatedText) -> str:
    """Whose cell a message belongs to: that of its language, else that of the original."""
    inside = location[len(text.location) :]
    tag = str(inside[0]) if inside else text.original
    return tag if tag in text.states else text.original


def _heading(file: str, root: Node, language: str) -> HeadingWords:
    title = title_of(root, language) if file not in (SOURCES_FILE, UNITS_FILE, TERMS_FILE) else ""
    key = _HEADINGS.get(file) or _KINDS.get(file.partition("/")[0], "")
    return HeadingWords(key, title)
