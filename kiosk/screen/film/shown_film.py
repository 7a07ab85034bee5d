"""What a page plays, as it is shown: the files, and what is said of it in each language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.exhibit.model.film import Film
from kiosk.film.film_decoders import PlayedFilm
from kiosk.look.markdown import paragraphs
from kiosk.text.folder import FILMS_FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.exhibit.model.captions import Captions
    from kiosk.exhibit.model.exhibit import StoryPage
    from kiosk.screen.locale import Locale


@dataclass(frozen=True)
class ShownFilm:
    """The film or the recording of the page that is open."""

    played: PlayedFilm
    is_film: bool
    heading: str
    alternative: str
    credit: str
    captions: Mapping[str, Captions]
    transcript: tuple[tuple[str, str], ...]
    """Paragraphs, each with the language that it is really in."""

    def has_words(self) -> bool:
        """Whether anything of it can be read."""
        return bool(self.transcript)


def shown_film(page: StoryPage, locale: Locale) -> ShownFilm | None:
    """What a page plays, in the present language; None where it plays nothing."""
    recording = page.recording
    if recording is None:
        return None
    folder = locale.exhibit.folder / FILMS_FOLDER
    signing, described = (
        (recording.signing, recording.described) if isinstance(recording, Film) else (None, None)
    )
    played = PlayedFilm(
        folder / recording.file,
        None if signing is None else folder / signing,
        None if described is None else folder / described,
    )
    picture = page.picture
    return ShownFilm(
        played,
        isinstance(recording, Film),
        locale.text(page.heading),
        locale.text(picture.alternative) if picture is not None else locale.text(page.heading),
        locale.attribution(recording),
        locale.exhibit.captions.get(recording.file, {}),
        tuple(_transcript(page, locale)),
    )


def _transcript(page: StoryPage, locale: Locale) -> list[tuple[str, str]]:
    recording = page.recording
    assert recording is not None
    if recording.transcript is not None:
        said = locale.said(recording.transcript)
        texts = ("".join(span.text for span in each) for each in paragraphs(said.words))
        return [(each, said.language) for each in texts]
    captions = locale.exhibit.captions.get(recording.file, {})
    for language in (locale.language, *captions):
        if language in captions:
            return [(each, language) for each in captions[language].transcript()]
    return []
