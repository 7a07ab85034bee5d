"""What the editor has to know of a content folder beside its texts; read beside the GUI thread."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.editing.named_things import Surroundings
from kiosk.exhibit.tables.columns_of import columns_of
from kiosk.exhibit.translating.translations import read_translations, text_files
from kiosk.text.folder import ContentFolder
from kiosk.text.messages import ExhibitError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kiosk.exhibit.translating.translations import State, TranslatedText
    from kiosk.text.yaml_source import Location, Node


class ContentSurvey(NamedTuple):
    """The names of pictures, tables and maps, and the state of every translation."""

    pictures: tuple[str, ...]
    tables: Mapping[str, tuple[str, ...]]
    maps: tuple[str, ...]
    files: tuple[str, ...]
    """The YAML files."""
    texts: tuple[TranslatedText, ...]
    languages: tuple[str, ...]

    def states(self, file: str) -> dict[tuple[Location, str], State]:
        """The state of the translations in a file, by the place of a text and the language."""
        return {
            (text.location, language): state
            for text in self.texts
            if text.file == file
            for language, state in text.states.items()
        }

    def text_at(self, file: str, location: Location) -> TranslatedText | None:
        """The text at a place of a file."""
        wanted = (file, location)
        return next((each for each in self.texts if (each.file, each.location) == wanted), None)

    def surroundings(
        self, roots: Mapping[str, Node], map_elements: tuple[str, ...]
    ) -> Surroundings:
        """The same for a form, with the trees of the files as they are edited."""
        return Surroundings(roots, self.pictures, self.tables, self.maps, map_elements)


NOTHING_SURVEYED = ContentSurvey((), {}, (), (), (), ())


def survey_content(path: Path) -> ContentSurvey:
    """Look through a content folder; what can't be read is left out."""
    folder = ContentFolder.at(path)
    tables: dict[str, tuple[str, ...]] = {}
    for name in _names(folder, "data"):
        with suppress(ExhibitError, OSError):
            tables[name] = columns_of(folder, f"data/{name}")
    found = read_translations(path)
    return ContentSurvey(
        _names(folder, "pictures"),
        tables,
        tuple(name for name in _names(folder, "map") if name.endswith(".svg")),
        text_files(folder),
        found.texts,
        found.languages,
    )


def _names(folder: ContentFolder, subfolder: str) -> tuple[str, ...]:
    return tuple(name.split("/", 1)[1] for name in folder.names(subfolder) if folder.has(name))
