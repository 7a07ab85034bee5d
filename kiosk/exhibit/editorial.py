"""What a careful editor would remark on: wording, numbers, names, glyphs, and unused things.

All of it warns and keeps nothing off the screen, so the exhibit never asks; `kiosk check` does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from kiosk.exhibit.model.exhibit import FIGURES_AGE_YEARS
from kiosk.exhibit.reading.exhibit_reading import EXHIBIT_FILE, SOURCES_FILE, UNITS_FILE
from kiosk.exhibit.reading.tour_reading import TOURS_FOLDER
from kiosk.exhibit.rules import editorial_mistakes
from kiosk.exhibit.rules.age_rules import age_findings, future_findings
from kiosk.exhibit.rules.count_rules import count_findings
from kiosk.exhibit.rules.figure_rules import figure_problems
from kiosk.exhibit.rules.hash_rules import hash_findings
from kiosk.exhibit.rules.letter_rules import letter_remarks
from kiosk.exhibit.rules.markdown_rules import markdown_remarks
from kiosk.exhibit.rules.number_rules import number_remarks
from kiosk.exhibit.rules.picture_mistakes import PICTURE_WARNINGS
from kiosk.exhibit.rules.placeholder_rules import placeholder_points, placeholder_remarks
from kiosk.exhibit.rules.prose_rules import length_remarks, prose_remarks
from kiosk.exhibit.rules.silences import PlacedProblem, silences_in
from kiosk.exhibit.rules.usage_rules import Used, picture_files
from kiosk.exhibit.translating.glossary import GLOSSARY_FILE, Glossary, read_glossary
from kiosk.exhibit.translating.translation_mistakes import TRANSLATION_RULES
from kiosk.exhibit.translating.translation_record import read_record
from kiosk.exhibit.translating.translations import older_remarks
from kiosk.text.file_names import composed, found_as
from kiosk.text.folder import FILES_LIMIT, ContentFolder, ContentTexts
from kiosk.text.multilingual import LONGEST_TEXT
from kiosk.text.problems import Problem, Severity, UnreadableFile, causes_first
from kiosk.text.wordings import Remark, WrittenFile
from kiosk.text.yaml_source import parse_document

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kiosk.exhibit.rules.checking import ZoneFile
    from kiosk.exhibit.rules.silences import Silence
    from kiosk.text.mistakes import Mistake
    from kiosk.text.wordings import PlacedText

READING_WARNINGS = ("untranslated", "language-not-shown", "unlisted-zone", "hidden-cells")
"""Warnings of the reading that a comment can allow as well."""

_LARGE = frozenset({"name", "title", "headline", "heading", "statement"})
"""The texts that are set in the display face too, which has fewer characters."""


class Undrawable(Protocol):
    """Where a text has letters that no bundled font can draw."""

    def __call__(self, words: str, language: str, /, *, large: bool) -> Iterable[int]: ...


@dataclass(frozen=True)
class Beyond:
    """What an editor needs that stands in no file of the folder.

    `placed` are the problems that others have found, with the lines at which a comment may allow
    them, and `pictures` what is wrong with files of `pictures/`, by their names.  `unchecked` are
    the rules that nobody looked at this time, so that comments which allow them are not called
    unused.  Without `today` no date is called old or still to come.  `zone_files` are the zones as
    they were read, with the points of their tables.
    """

    placed: tuple[PlacedProblem, ...] = ()
    pictures: Mapping[str, Iterable[Mistake]] = field(default_factory=dict)
    unchecked: Collection[str] = ()
    today: datetime.date | None = None
    figures_age_years: int = FIGURES_AGE_YEARS
    zone_files: tuple[ZoneFile, ...] = ()


def editorial_problems(
    folder: Path,
    known: Iterable[Problem],
    *,
    languages: Sequence[str],
    undrawable: Undrawable,
    beyond: Beyond = Beyond(),
) -> tuple[Problem, ...]:
    """The `known` problems and an editor's remarks, without the warnings that comments allow.

    `languages` are those of the exhibit, the original first.  A file that can't be read is passed
    over: the reading has said so.  While there are errors nothing is called unused, since one of
    them may stand where it would be used.
    """
    content = _Content.read(ContentFolder.at(folder))
    placed = [PlacedProblem(problem) for problem in known]
    placed += content.pictures(beyond.pictures)
    is_sound = not any(each.problem.severity is Severity.ERROR for each in placed)
    placed += beyond.placed
    placed += content.remarks(languages, undrawable)
    unchecked = {*beyond.unchecked}
    if beyond.today is None:
        unchecked |= {"old-figure", "future-date"}
    else:
        placed += content.old_figures(beyond.today, beyond.figures_age_years)
        placed += content.future_dates(beyond.today)
    for zone_file in beyond.zone_files:
        placed += figure_problems(zone_file)
    if is_sound:
        placed += content.unused()
    return causes_first(_without_allowed(placed, content.files, unchecked))


def _without_allowed(
    placed: Sequence[PlacedProblem], files: Iterable[WrittenFile], unchecked: Collection[str]
) -> Iterator[Problem]:
    warnings = {
        *editorial_mistakes.WORDING_RULES,
        *TRANSLATION_RULES,
        *READING_WARNINGS,
        *PICTURE_WARNINGS,
        *unchecked,
    }
    rules: dict[Severity, set[str]] = {Severity.WARNING: warnings, Severity.ERROR: set()}
    for each in placed:
        rules[each.problem.severity].add(each.problem.rule)
    silences = {file.name: silences_in(file) for file in files}
    used: set[Silence] = set()
    for each in placed:
        problem = each.problem
        matching = [own for own in silences.get(problem.file, ()) if each.is_meant_by(own)]
        allowed = problem.severity is Severity.WARNING and any(own.reason for own in matching)
        if allowed:
            used.update(matching)
        else:
            yield problem
    for name, found in silences.items():
        for silence in found:
            mistake = silence.mistake(
                rules[Severity.WARNING],
                rules[Severity.ERROR],
                is_used=silence in used or silence.rule in unchecked,
            )
            if mistake is not None:
                yield mistake.at(name, silence.line, silence.column)


@dataclass
class _Content:
    """Every file of the folder that can be read, as written."""

    folder: ContentFolder
    files: list[WrittenFile] = field(default_factory=list)
    glossary_problems: list[Problem] = field(default_factory=list)

    @classmethod
    def read(cls, folder: ContentFolder) -> _Content:
        content = cls(folder)
        names = [EXHIBIT_FILE, SOURCES_FILE, UNITS_FILE]
        for subfolder in ("zones", TOURS_FOLDER):
            found = [name for name in folder.names(subfolder) if name.endswith(".yaml")]
            names += found[:FILES_LIMIT]
        if folder.has(GLOSSARY_FILE):
            names.append(GLOSSARY_FILE)
        texts = ContentTexts(folder)
        for name in names:
            try:
                text = texts.text(name)
                content.files.append(WrittenFile.of(name, parse_document(text, name).root, text))
            except UnreadableFile as error:
                if name == GLOSSARY_FILE:
                    content.glossary_problems.append(error.problem)
        return content

    def remarks(self, languages: Sequence[str], undrawable: Undrawable) -> Iterator[PlacedProblem]:
        """What an editor would say, file by file."""
        glossary = self._glossary()
        yield from (PlacedProblem(problem) for problem in self.glossary_problems)
        for file in self.files:
            if file.name != GLOSSARY_FILE:
                for text in file.texts():
                    for remark in _remarks(text, file, languages, glossary, undrawable):
                        yield _placed(remark, file)
                for line, column, mistake in hash_findings(file):
                    yield PlacedProblem(mistake.at(file.name, line, column))
                for node, mistake in count_findings(file.root, self._units_of("count")):
                    yield PlacedProblem(mistake.at(file.name, node.line, node.column))
                for node, mistake in placeholder_points(file.root):
                    yield PlacedProblem(mistake.at(file.name, node.line, node.column))
        yield from self._older(languages)

    def _older(self, languages: Sequence[str]) -> Iterator[PlacedProblem]:
        record = read_record(self.folder)
        yield from (PlacedProblem(problem) for problem in record.problems)
        files = [file for file in self.files if file.name != GLOSSARY_FILE]
        for file, remark in older_remarks(files, languages, record, self.folder.path):
            yield _placed(remark, file)

    def _glossary(self) -> Glossary:
        for file in self.files:
            if file.name == GLOSSARY_FILE:
                glossary, problems = read_glossary(file.root)
                self.glossary_problems += problems
                return glossary
        return Glossary.of(())

    def old_figures(self, today: datetime.date, years: int) -> Iterator[PlacedProblem]:
        """The figures that are older than so many years."""
        for file in self.files:
            if file.name.startswith("zones/"):
                days = self._units_of("date")
                for node, mistake in age_findings(file.root, today, years, days):
                    yield PlacedProblem(mistake.at(file.name, node.line, node.column))

    def future_dates(self, today: datetime.date) -> Iterator[PlacedProblem]:
        """The dates of figures and sources that are still to come."""
        for file in self.files:
            if file.name.startswith("zones/") or file.name == SOURCES_FILE:
                found = future_findings(file.root, today, sources=file.name == SOURCES_FILE)
                for node, mistake in found:
                    yield PlacedProblem(mistake.at(file.name, node.line, node.column))

    def _units_of(self, wanted: str) -> frozenset[str]:
        return frozenset(
            key
            for file in self.files
            if file.name == UNITS_FILE
            for key, unit in file.root.value.items()
            if (kind := unit.at(("kind",))) is not None and kind.value == wanted
        )

    def pictures(self, mistakes: Mapping[str, Iterable[Mistake]]) -> Iterator[PlacedProblem]:
        """What is wrong with pictures, wherever they are named."""
        for file in self.files if mistakes else ():
            for node in picture_files(file.root):
                for mistake in mistakes.get(found_as(node.value, mistakes) or "", ()):
                    yield PlacedProblem(mistake.at(file.name, node.line, node.column))

    def unused(self) -> Iterator[PlacedProblem]:
        """The pictures, tables, sources and units that nothing names."""
        used = Used.by(file.root for file in self.files if file.name != GLOSSARY_FILE)
        for subfolder, names in (("pictures", used.pictures), ("data", used.tables)):
            for name in self.folder.names(subfolder):
                if self.folder.has(name) and composed(name.split("/", 1)[1]) not in names:
                    yield PlacedProblem(editorial_mistakes.unused_file(subfolder).at(name))
        for name, ids, unused in (
            (SOURCES_FILE, used.sources, editorial_mistakes.unused_source),
            (UNITS_FILE, used.units, editorial_mistakes.unused_unit),
        ):
            for file in self.files:
                for key, place in file.root.keys.items() if file.name == name else ():
                    if key not in ids:
                        yield PlacedProblem(unused(key).at(name, *place))


def _placed(remark: Remark, file: WrittenFile) -> PlacedProblem:
    wording = remark.wording
    problem = remark.mistake.at(file.name, *file.position(wording, remark.offset))
    return PlacedProblem(problem, (wording.line, *wording.key_lines))


def _remarks(
    text: PlacedText,
    file: WrittenFile,
    languages: Sequence[str],
    glossary: Glossary,
    undrawable: Undrawable,
) -> Iterator[Remark]:
    if any(len(wording.words) > LONGEST_TEXT for wording in text.wordings.values()):
        yield from length_remarks(text)
        return
    for language in languages:
        wording = text.wordings.get(language)
        if wording is None:
            continue
        offsets = undrawable(wording.words, language, large=text.key in _LARGE)
        yield from letter_remarks(wording, offsets)
        if not text.alike:
            yield from glossary.remarks(wording)
    yield from placeholder_remarks(text)
    yield from markdown_remarks(text)
    if not text.alike:
        yield from number_remarks(text, languages)
        if file.name != SOURCES_FILE:
            yield from prose_remarks(text, file.root)
