"""The captions of all films and recordings, each file read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.exhibit.films.web_vtt import FoundCaptions, read_web_vtt
from kiosk.text.file_names import found_as
from kiosk.text.folder import FILMS_FOLDER
from kiosk.text.messages import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from kiosk.exhibit.model.captions import Captions
    from kiosk.exhibit.model.film import Recording
    from kiosk.text.folder import ContentFolder
    from kiosk.text.messages import PlacedMessage


@dataclass
class FilmCaptions:
    """Reads what lies beside a film; `messages` say what is wrong inside the files."""

    folder: ContentFolder
    names: Collection[str]
    """The files in `films/`."""
    languages: Sequence[str]
    messages: list[PlacedMessage] = field(default_factory=list)
    _read: dict[str, FoundCaptions] = field(default_factory=dict)

    def of(self, recording: Recording) -> Mapping[str, Captions]:
        """Its sound captions by their languages."""
        found = {}
        for language in self.languages:
            name = found_as(recording.captions(language), self.names)
            captions = None if name is None else self._captions(name)
            if captions is not None and captions.is_sound:
                found[language] = captions.captions
        return found

    def missing(self, recording: Recording) -> tuple[str, ...]:
        """The languages in which there is no file of captions."""
        return tuple(
            language
            for language in self.languages
            if found_as(recording.captions(language), self.names) is None
        )

    def _captions(self, name: str) -> FoundCaptions:
        if name not in self._read:
            file = f"{FILMS_FOLDER}/{name}"
            try:
                found = read_web_vtt(self.folder.text(file), file)
            except UnreadableFile as error:
                found = FoundCaptions(messages=[error.message])
            self._read[name] = found
            self.messages += found.messages
        return self._read[name]
