"""What a careful editor would remark on: wording, numbers, names, glyphs, and unused things.

All of it warns and keeps nothing off the screen, so the exhibit never asks; `kiosk check` does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from kiosk.exhibit.content_rules import CONTENT_RULES
from kiosk.exhibit.model.exhibit import FIGURES_AGE_YEARS
from kiosk.exhibit.reading.exhibit_reading import (
    EXHIBIT_FILE,
    SOURCES_FILE,
    TERMS_FILE,
    UNITS_FILE,
)
from kiosk.exhibit.reading.interface_words import read_interface
from kiosk.exhibit.reading.layer_reading import LAYERS_FOLDER
from kiosk.exhibit.reading.names_reading import GLOSSARY_FILE
from kiosk.exhibit.reading.reading_cache import Memory
from kiosk.exhibit.reading.tour_reading import TOURS_FOLDER
from kiosk.exhibit.rules import age_rules, day_rules
from kiosk.exhibit.rules.age_rules import future_dates, old_figures
from kiosk.exhibit.rules.approval_rules import missing_approval
from kiosk.exhibit.rules.count_rules import check_counts
from kiosk.exhibit.rules.day_rules import check_days, check_notices, empty_days
from kiosk.exhibit.rules.figure_rules import compare_figures
from kiosk.exhibit.rules.hash_rules import check_hashes
from kiosk.exhibit.rules.kind_rules import check_kinds
from kiosk.exhibit.rules.layer_advice import advise, old_layer
from kiosk.exhibit.rules.letter_rules import check_letters
from kiosk.exhibit.rules.markdown_rules import check_markdown
from kiosk.exhibit.rules.number_rules import check_numbers
from kiosk.exhibit.rules.owner_rules import check_owners
from kiosk.exhibit.rules.picture_size_messages import SMALL_PICTURE
from kiosk.exhibit.rules.placeholder_rules import check_placeholders, placeholder_points
from kiosk.exhibit.rules.prose_rules import check_length, check_prose
from kiosk.exhibit.rules.sign_rules import check_signs
from kiosk.exhibit.rules.suppressions import without_suppressed
from kiosk.exhibit.rules.term_rules import check_explanation, unused_forms
from kiosk.exhibit.rules.tour_figures import compare_notes
from kiosk.exhibit.rules.usage_rules import (
    Used,
    picture_files,
    pictures_beside_words,
    unused_file,
    unused_films,
    unused_source,
    unused_unit,
    without_way_back,
)
from kiosk.exhibit.translating.glossary import Glossary, read_glossary
from kiosk.exhibit.translating.translation_record import read_record
from kiosk.exhibit.translating.translations import older_translations
from kiosk.text.file_names import composed, found_as
from kiosk.text.folder import FILES_LIMIT, KEPT_FILE_LIMIT_BYTES, ContentFolder, ContentTexts
from kiosk.text.languages import SPOKEN
from kiosk.text.messages import PlacedMessage, Severity, UnreadableFile, causes_first
from kiosk.text.multilingual import LONGEST_TEXT
from kiosk.text.wordings import WrittenFile

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.exhibit.model.notice import Notice
    from kiosk.exhibit.rules.layer_rules import LayerFile
    from kiosk.exhibit.rules.zone_rules import ZoneFile
    from kiosk.text.messages import Message
    from kiosk.text.rule import Rule
    from kiosk.text.wordings import PlacedText
    from kiosk.text.yaml_source import Node

_LARGE = frozenset({"name", "title", "headline", "heading", "statement"})
"""The texts that are set in the display face too, which has fewer characters."""


class Undrawable(Protocol):
    """Where a text has letters that no bundled font can draw."""

    def __call__(self, words: str, language: str, /, *, large: bool) -> Iterable[int]: ...


@dataclass(frozen=True)
class Beyond:
    """What an editor needs that is in no file of the folder.

    `placed` is what others have found, by `rules` that are none of the exhibit's own; `pictures` is
    what is wrong with files of `pictures/`, by their names.  `unchecked` are the rules that nobody
    looked at this time, so that comments which allow them are not called unused.  Without `today`
    no date is called old or still to come.  `zone_files` and `layer_files` are the zones and data
    layers as they were read, with the points of their tables.  The `memory` of a reading spares
    reading its files again.
    """

    placed: tuple[PlacedMessage, ...] = ()
    rules: tuple[Rule, ...] = ()
    pictures: Mapping[str, Iterable[Message]] = field(default_factory=dict)
    unchecked: Collection[str] = ()
    today: datetime.date | None = None
    figures_age_years: int = FIGURES_AGE_YEARS
    zone_files: tuple[ZoneFile, ...] = ()
    notices: tuple[Notice, ...] = ()
    layer_files: tuple[LayerFile, ...] = ()
    memory: Memory = field(default_factory=Memory)


def editorial_check(
    folder: Path,
    known: Iterable[PlacedMessage],
    *,
    languages: Sequence[str],
    undrawable: Undrawable,
    beyond: Beyond | None = None,
) -> tuple[PlacedMessage, ...]:
    """The `known` messages and an editor's, without the warnings that comments allow.

    `languages` are those of the exhibit, the original first.  A file that can't be read is passed
    over: the reading has said so.  While there are errors nothing is called unused, no comment
    that allows something either, since one of them may stand where it would be used.
    """
    beyond = beyond or Beyond()
    content = _Content.read(ContentFolder.at(folder), beyond.memory)
    placed = list(known)
    placed += content.pictures(beyond.pictures)
    is_sound = not any(each.severity is Severity.ERROR for each in placed)
    placed += beyond.placed
    placed += content.messages(languages, undrawable)
    unchecked = {*beyond.unchecked}
    if beyond.today is None:
        unchecked |= {rule.name for rule in (*age_rules.RULES, *day_rules.RULES)}
    else:
        placed += content.old_figures(beyond.today, beyond.figures_age_years)
        placed += content.future_dates(beyond.today)
    placed += content.missing_approval(languages)
    for zone_file in beyond.zone_files:
        placed += compare_figures(zone_file)
        placed += check_days(zone_file, beyond.today)
    placed += content.notes_of_tours(beyond.zone_files)
    zones = [zone_file.zone for zone_file in beyond.zone_files]
    if beyond.today is not None:
        placed += content.empty_days(zones, beyond.today)
    placed += content.days_of_notices(beyond.notices, beyond.today)
    placed += content.kinds({zone.kind for zone in zones}, languages)
    for layer_file in beyond.layer_files:
        placed += advise(layer_file, zones)
        if beyond.today is not None:
            placed += old_layer(layer_file, beyond.today, beyond.figures_age_years)
    if is_sound:
        placed += content.unused(languages)
        placed += content.unused_forms(languages)
    rules = (*CONTENT_RULES, *beyond.rules)
    if not is_sound:
        # What is allowed may stand where an error has taken it away.
        unchecked |= {rule.name for rule in rules}
    return causes_first(without_suppressed(placed, content.files, rules, unchecked))


@dataclass
class _Content:
    """Every file of the folder that can be read, as written."""

    folder: ContentFolder
    files: list[WrittenFile] = field(default_factory=list)
    glossary_messages: list[PlacedMessage] = field(default_factory=list)

    @classmethod
    def read(cls, folder: ContentFolder, memory: Memory) -> _Content:
        content = cls(folder)
        names = [EXHIBIT_FILE, SOURCES_FILE, UNITS_FILE]
        for subfolder in ("zones", LAYERS_FOLDER, TOURS_FOLDER):
            found = [name for name in folder.names(subfolder) if name.endswith(".yaml")]
            names += found[:FILES_LIMIT]
        names += [name for name in (TERMS_FILE, GLOSSARY_FILE) if folder.has(name)]
        texts = ContentTexts(folder)
        for name in names:
            try:
                text = texts.text(name)
                content.files.append(WrittenFile.of(name, memory.document(name, text).root, text))
            except UnreadableFile as error:
                if name == GLOSSARY_FILE:
                    content.glossary_messages.append(error.message)
        return content

    def messages(self, languages: Sequence[str], undrawable: Undrawable) -> Iterator[PlacedMessage]:
        """What an editor would say, file by file."""
        glossary = self._glossary()
        yield from self.glossary_messages
        for file in self.files:
            if file.name != GLOSSARY_FILE:
                for text in file.texts():
                    yield from _check_text(text, file, languages, glossary, undrawable)
                yield from check_hashes(file)
                yield from check_owners(file)
                yield from check_counts(file, self._units_of("count"))
                yield from placeholder_points(file)
        yield from self._older(languages)

    def _older(self, languages: Sequence[str]) -> Iterator[PlacedMessage]:
        record = read_record(self.folder)
        yield from record.messages
        files = [file for file in self.files if file.name != GLOSSARY_FILE]
        yield from older_translations(files, languages, record, self.folder.path)

    def _glossary(self) -> Glossary:
        for file in self.files:
            if file.name == GLOSSARY_FILE:
                glossary, messages = read_glossary(file.root)
                self.glossary_messages += messages
                return glossary
        return Glossary.of(())

    def old_figures(self, today: datetime.date, years: int) -> Iterator[PlacedMessage]:
        """The figures that are older than so many years."""
        for file in self.files:
            if file.name.startswith("zones/"):
                days = self._units_of("date")
                yield from old_figures(file, today, years, days)

    def future_dates(self, today: datetime.date) -> Iterator[PlacedMessage]:
        """The dates of figures, of sources and of the last check that are still to come."""
        for file in self.files:
            is_dated = file.name.startswith(("zones/", f"{LAYERS_FOLDER}/"))
            if is_dated or file.name in (EXHIBIT_FILE, SOURCES_FILE):
                yield from future_dates(file, today)

    def notes_of_tours(self, zones: Sequence[ZoneFile]) -> Iterator[PlacedMessage]:
        """The numbers that guides say otherwise than the panels that are shown meanwhile."""
        for file in self.files:
            if file.name.startswith(f"{TOURS_FOLDER}/"):
                yield from compare_notes(file, zones)

    def days_of_notices(
        self, notices: Sequence[Notice], today: datetime.date | None
    ) -> Iterator[PlacedMessage]:
        """The notices that nobody sees, for whatever reason."""
        for file in self.files:
            for each in check_notices(notices, today) if file.name == EXHIBIT_FILE else ():
                if each.message is not None:
                    yield each.message.at(file.name, *file.root.position(each.location))

    def empty_days(self, zones: Sequence[Zone], today: datetime.date) -> Iterator[PlacedMessage]:
        """That on some day to come no place is shown."""
        message = empty_days(zones, today)
        for file in self.files:
            if file.name == EXHIBIT_FILE and message is not None:
                key = next(key for key in ("zones", "title") if key in file.root.keys)
                yield message.at(file.name, *file.root.key_position((key,)))

    def _units_of(self, wanted: str) -> frozenset[str]:
        return frozenset(
            key
            for file in self.files
            if file.name == UNITS_FILE
            for key, unit in file.root.value.items()
            if (kind := unit.at(("kind",))) is not None and kind.value == wanted
        )

    def kinds(self, kinds: Collection[str], languages: Sequence[str]) -> Iterator[PlacedMessage]:
        """That exhibit.yaml has a name and a sign of its own for each of these kinds of places."""
        interface = read_interface(self.folder, languages)
        for file in self.files:
            if file.name == EXHIBIT_FILE:
                yield from check_signs(file, kinds)
                yield from check_kinds(file, kinds, languages, interface)

    def missing_approval(self, languages: Sequence[str]) -> Iterator[PlacedMessage]:
        """That nothing is said of the approval of the map."""
        for file in self.files:
            if file.name == EXHIBIT_FILE:
                yield from missing_approval(file, languages)

    def pictures(self, messages: Mapping[str, Iterable[Message]]) -> Iterator[PlacedMessage]:
        """What is wrong with pictures, wherever they are named."""
        files = self.files if messages else []
        placed = [(file, node, found_as(node.value, messages)) for file, node in _pictures(files)]
        beside = {id(node) for file in files for node in pictures_beside_words(file.root)}
        large = {name for _, node, name in placed if id(node) not in beside}
        for file, node, name in placed:
            for message in messages.get(name or "", ()):
                # Measured where it is shown largest; in a small place it may be good enough.
                is_elsewhere = id(node) in beside and name in large
                if not (is_elsewhere and message.rule == SMALL_PICTURE):
                    yield file.placed(message, node)

    def unused(self, languages: Sequence[str]) -> Iterator[PlacedMessage]:
        """The pictures, films, tables, sources and units that nothing names."""
        roots = (file.root for file in self.files if file.name != GLOSSARY_FILE)
        used = Used.by(roots, languages)
        folders = {"pictures": used.pictures, "data": used.tables}
        messages = unused_films([*filter(self.folder.has, self.folder.names("films"))], used)
        found = list(messages)
        for subfolder, names in folders.items():
            for name in self.folder.names(subfolder):
                if self.folder.has(name) and composed(name.split("/", 1)[1]) not in names:
                    found.append((name, unused_file(subfolder)))
        for name, message in found:
            is_kept = self.folder.size(name) <= KEPT_FILE_LIMIT_BYTES
            yield (message if is_kept else without_way_back(message)).at(name)
        for name, ids, unused in (
            (SOURCES_FILE, used.sources, unused_source),
            (UNITS_FILE, used.units, unused_unit),
        ):
            for file in self.files:
                for key, place in file.root.keys.items() if file.name == name else ():
                    if key not in ids:
                        yield unused(key).at(name, *place)

    def unused_forms(self, languages: Sequence[str]) -> Iterator[PlacedMessage]:
        """The forms of terms that no text has which a visitor can touch."""
        shown = [
            file for file in self.files if file.name == UNITS_FILE or file.name.startswith("zones/")
        ]
        for file in self.files:
            if file.name == TERMS_FILE:
                yield from unused_forms(file, shown, languages)


def _pictures(files: Iterable[WrittenFile]) -> Iterator[tuple[WrittenFile, Node]]:
    """The names of pictures, each with its file."""
    for file in files:
        for node in picture_files(file.root):
            yield file, node


def _check_text(
    text: PlacedText,
    file: WrittenFile,
    languages: Sequence[str],
    glossary: Glossary,
    undrawable: Undrawable,
) -> Iterator[PlacedMessage]:
    if any(len(wording.words) > LONGEST_TEXT for wording in text.wordings.values()):
        yield from check_length(text)
        return
    for language in languages:
        wording = text.wordings.get(language)
        if wording is None:
            continue
        offsets = undrawable(wording.words, language, large=text.key in _LARGE)
        yield from check_letters(wording, offsets)
        if not text.alike and language in SPOKEN:
            yield from glossary.messages(wording)
    yield from check_placeholders(text)
    yield from check_markdown(text)
    # How numbers and sentences are written is known of our languages only.
    text = text.in_languages(SPOKEN)
    if not text.alike and text.wordings:
        yield from check_numbers(text, [tag for tag in languages if tag in SPOKEN])
        if file.name != SOURCES_FILE:
            yield from check_prose(text, file.root)
        if file.name == TERMS_FILE:
            yield from check_explanation(text)
