"""Every text of the content with its translations: what is missing, what is older."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kiosk.exhibit.place import CREDITS, HOME, Place
from kiosk.exhibit.reading.exhibit_reading import (
    EXHIBIT_FILE,
    SOURCES_FILE,
    TERMS_FILE,
    UNITS_FILE,
)
from kiosk.exhibit.rules.placeholder_rules import is_placeholder
from kiosk.exhibit.translating import translation_messages
from kiosk.exhibit.translating.translation_record import addresses_of, hash_of, read_record
from kiosk.text.command_lines import command_line
from kiosk.text.folder import FILES_LIMIT, ContentFolder
from kiosk.text.languages import is_language
from kiosk.text.messages import PlacedMessage, UnreadableFile
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.wordings import Wording, WrittenFile
from kiosk.text.yaml_source import Node, parse_document

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from kiosk.exhibit.translating.translation_record import Address, Record
    from kiosk.text.messages import PlacedMessage
    from kiosk.text.wordings import PlacedText
    from kiosk.text.yaml_source import Location


_PLACES = {EXHIBIT_FILE: HOME, SOURCES_FILE: Place(screen=CREDITS)}
"""Where the texts of a file are read that is no zone's and no tour's."""


class State(StrEnum):
    """The state of a translation."""

    CURRENT = "current"
    UNCONFIRMED = "unconfirmed"
    OLDER = "older"
    MISSING = "missing"


@dataclass(frozen=True)
class TranslatedText:
    """One text: its address, its words by language, and the state of each translation.

    `states` has every language of the exhibit but the original, which is the first one; it has
    the original too where its words are missing.  `place` is where a visitor reads the text, None
    where nobody does.
    """

    file: str
    location: Location
    line: int
    column: int
    address: Address
    place: Place | None
    wordings: Mapping[str, Wording]
    original: str
    states: Mapping[str, State]

    @property
    def original_words(self) -> str:
        """What is translated; empty where the original is missing."""
        return self.words_in(self.original)

    def words_in(self, language: str) -> str:
        """The words in a language; empty where they are missing."""
        wording = self.wordings.get(language)
        return wording.words.strip() if wording else ""

    @property
    def short_address(self) -> str:
        """The address as people write it: `csns/super-steel/title` for the title of a panel."""
        return f"{PurePosixPath(self.address.file).stem}/{self.address.path}"

    def saying(self, language: str, words: str) -> TranslatedText:
        """The same with other words in a language, until the content is looked through again.

        A translation of other words than before is older; a new one is still to be confirmed.
        """
        wordings = {tag: each for tag, each in self.wordings.items() if tag != language}
        states = dict(self.states)
        if words.strip():
            file = next((each.file for each in self.wordings.values()), _no_file(self.file))
            wordings[language] = Wording(language, words, self.line, self.column, (), file)
        if language == self.original:
            states.pop(language, None)
            is_other = hash_of(words) != hash_of(self.original_words)
            for tag, state in states.items():
                if is_other and state is State.CURRENT:
                    states[tag] = State.OLDER
        if not words.strip():
            states[language] = State.MISSING
        elif states.get(language) is State.MISSING or is_placeholder(words.strip(), language):
            states[language] = State.UNCONFIRMED
        return replace(self, wordings=wordings, states=states)

    def confirmed_in(self, languages: Collection[str]) -> TranslatedText:
        """The same with these translations confirmed, where they can be."""
        now = {tag: State.CURRENT for tag in languages if self.can_be_confirmed(tag)}
        return replace(self, states={**self.states, **now})

    def can_be_confirmed(self, language: str) -> bool:
        """Whether there are words in that language and in the original, which somebody wrote."""
        both = (language, self.original)
        return all(map(self.words_in, both)) and not self.has_placeholder(both)

    def has_placeholder(self, languages: Collection[str]) -> bool:
        """Whether one of these languages still says what `kiosk new` wrote."""
        return any(is_placeholder(self.words_in(each), each) for each in languages)

    def has(self, *states: State, languages: Collection[str] | None = None) -> bool:
        """Whether one of these languages, or of all, is in one of these states."""
        asked = self.states if languages is None else languages
        return any(self.states.get(language) in states for language in asked)

    def is_named(self, target: str) -> bool:
        """Whether `target` means it: its file, the file's stem, its address, or what holds it."""
        target = target.replace(":", "/").rstrip("/")
        names = (f"{self.address.file}/{self.address.path}", self.short_address)
        return any(f"{name}/".startswith(f"{target}/") for name in names)


@dataclass(frozen=True)
class Translations:
    """All texts of a folder, in the order of the exhibit's files.

    `unread` are the files that can't be read: what is recorded of them is kept.
    """

    languages: tuple[str, ...]
    texts: tuple[TranslatedText, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    """By file: the name of its zone or the title of its tour, in the original."""
    messages: tuple[PlacedMessage, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def original(self) -> str:
        """The language that the others are translated from."""
        return self.languages[0]

    def count(self, state: State, languages: Collection[str] | None = None) -> int:
        """How many translations, into these languages or into all, are in that state."""
        asked = self.languages if languages is None else languages
        return sum(
            found is state and language in asked
            for text in self.texts
            for language, found in text.states.items()
        )


def read_translations(path: Path) -> Translations:
    """Every text of the content folder at `path`, compared with the record."""
    folder = ContentFolder.at(path)
    files: list[WrittenFile] = []
    unread: list[str] = []
    for name in text_files(folder):
        try:
            text = folder.text(name)
            files.append(WrittenFile.of(name, parse_document(text, name).root, text))
        except UnreadableFile:
            unread.append(name)
    return translations_of(files, read_record(folder), unread)


def translations_of(
    files: Sequence[WrittenFile], record: Record, unread: Sequence[str] = ()
) -> Translations:
    """Every text of these files; `unread` are those that can't be read."""
    languages = _languages(files)
    return Translations(
        languages=languages,
        texts=tuple(translated_texts(files, languages, record)),
        titles={file.name: _title(file.root, languages) for file in files},
        messages=record.messages,
        unread=tuple(unread),
    )


def _no_file(name: str) -> WrittenFile:
    return WrittenFile(name, Node("mapping", {}, 1, 1), ())


def text_files(folder: ContentFolder) -> tuple[str, ...]:
    """The files whose texts visitors or presenters read, in the order in which they are listed."""
    roots = (EXHIBIT_FILE, SOURCES_FILE, UNITS_FILE, TERMS_FILE)
    inside = (
        name
        for subfolder in ("zones", "layers", "tours")
        for name in folder.names(subfolder)[:FILES_LIMIT]
        if name.endswith(".yaml")
    )
    return (*(name for name in roots if folder.has(name)), *inside)


def translated_texts(
    files: Sequence[WrittenFile], languages: Sequence[str], record: Record
) -> Iterator[TranslatedText]:
    """The texts of these files; `languages` are those of the exhibit, the original first.

    A name that is written once for all languages needs no translation and is left out.
    """
    original, *others = languages
    found = list(_addressed(files))
    hashes = {
        address: hash_of(text.wordings[original].words)
        for _, text, address in found
        if original in text.wordings
    }
    recorded = record.matched(hashes)
    for file, text, address in found:
        line, column = file.root.key_position(text.location)
        confirmed = recorded.get(address, {})
        states = {
            language: _state(text, language, confirmed.get(language), hashes.get(address))
            for language in others
        }
        if original not in text.wordings:
            states[original] = State.MISSING
        yield TranslatedText(
            file=file.name,
            location=text.location,
            line=line,
            column=column,
            address=address,
            place=_place(file, text.location),
            wordings=text.wordings,
            original=original,
            states=states,
        )


def _addressed(
    files: Sequence[WrittenFile],
) -> Iterator[tuple[WrittenFile, PlacedText, Address]]:
    for file in files:
        texts = [text for text in file.texts() if not text.alike]
        addresses = addresses_of(file, (text.location for text in texts))
        yield from ((file, text, address) for text, address in zip(texts, addresses, strict=True))


def older_translations(
    files: Sequence[WrittenFile], languages: Sequence[str], record: Record, folder: Path
) -> Iterator[PlacedMessage]:
    """What `kiosk check` says of translations of `folder` that are older than their originals."""
    for text in translated_texts(files, languages, record):
        for language, state in text.states.items():
            if state is State.OLDER:
                message = translation_messages.older_translation(
                    language,
                    text.words_in(language),
                    of=text.original,
                    original=text.original_words,
                    confirm=command_line(
                        "translations",
                        folder,
                        "--confirm",
                        text.short_address,
                        "--language",
                        language,
                    ),
                )
                yield text.wordings[language].placed(message)


def _state(text: PlacedText, language: str, confirmed: str | None, now: str | None) -> State:
    if language not in text.wordings:
        return State.MISSING
    if confirmed is None or now is None:
        return State.UNCONFIRMED
    if is_placeholder(text.wordings[language].words, language):
        return State.UNCONFIRMED
    return State.CURRENT if confirmed == now else State.OLDER


def _languages(files: Sequence[WrittenFile]) -> tuple[str, ...]:
    """Those that exhibit.yaml names, or all where it names none that there are."""
    for file in files:
        named = file.root.at(("languages",)) if file.name == EXHIBIT_FILE else None
        if named is not None and named.kind == "list":
            known = [each.value for each in named.value if is_language(each.value)]
            return tuple(dict.fromkeys(known)) or LANGUAGES
    return LANGUAGES


def _title(root: Node, languages: Sequence[str]) -> str:
    for key in ("name", "title"):
        for language in languages:
            words = root.at((key, language))
            if words is not None and words.kind == "text" and words.value.strip():
                return str(words.value).strip()
    return ""


def _place(file: WrittenFile, location: Location) -> Place | None:
    """Where a visitor reads a text of that file, or where a step of a tour leads."""
    root = file.root
    if file.name in _PLACES:
        return _PLACES[file.name]
    if file.name.startswith("tours/"):
        layer = _value(root, (*location[:2], "layer"))
        return _sound(f"home#{layer}" if layer else _value(root, (*location[:2], "place")))
    if file.name.startswith("layers/"):
        return _sound(f"home#{_value(root, ('id',))}")
    if not file.name.startswith("zones/"):
        return None
    zone = _value(root, ("id",))
    if not zone:
        return None
    panel, page = "", 1
    if location[0] == "panels" and len(location) > 1:
        panel = _value(root, (*location[:2], "id"))
        if panel and len(location) > 3 and location[2] == "pages":
            page += location[3] if isinstance(location[3], int) else 0
    return _sound(str(Place(zone, panel, page))) or _sound(str(Place(zone)))


def _sound(written: str) -> Place | None:
    try:
        return Place.parse(written)
    except ValueError:
        return None


def _value(root: Node, location: Location) -> str:
    found = root.at(location)
    return str(found.value) if found is not None and found.kind == "text" else ""
