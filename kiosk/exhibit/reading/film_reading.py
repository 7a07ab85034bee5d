"""What is said in the films and recordings of all places, in each language of the exhibit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.films.film_captions import FilmCaptions
from kiosk.exhibit.rules.film_rules import no_captions
from kiosk.text.folder import FILMS_FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kiosk.exhibit.model.captions import Captions
    from kiosk.exhibit.model.film import Recording
    from kiosk.exhibit.reading.content_files import ContentFiles
    from kiosk.exhibit.rules.zone_rules import ZoneFile
    from kiosk.text.yaml_source import Location


def read_captions(
    files: ContentFiles, zone_files: Sequence[ZoneFile], languages: Sequence[str]
) -> Mapping[str, Mapping[str, Captions]]:
    """The captions of each film by its file and their language; what is wrong is reported."""
    reader = FilmCaptions(files.folder, files.names_in(FILMS_FOLDER), languages)
    found: dict[str, Mapping[str, Captions]] = {}
    for zone_file in zone_files:
        for at, recording in _recordings(zone_file):
            found[recording.file] = reader.of(recording)
            missing = reader.missing(recording)
            has_some = len(missing) < len(languages)
            told = recording.transcript.versions if recording.transcript is not None else {}
            if missing and (has_some or not all(told.get(tag) for tag in languages)):
                message = no_captions(recording, missing, has_some=has_some)
                place = zone_file.node.key_position(at)
                files.report(message.at(zone_file.file, *place))
    files.report(*reader.messages)
    return found


def _recordings(zone_file: ZoneFile) -> Iterator[tuple[Location, Recording]]:
    for index, panel in enumerate(zone_file.zone.panels):
        for number, page in enumerate(panel.pages if panel.kind == "story" else ()):
            recording = page.recording
            if recording is not None:
                key = "sound" if page.film is None else "film"
                yield ("panels", index, "pages", number, key), recording
