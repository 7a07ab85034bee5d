"""The rules for films and recordings: files that are there, and words for who can't hear them."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from kiosk.exhibit.model.film import CAPTION_KIND, FILM_KINDS, SOUND_KINDS, Film
from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.text.file_names import found_as
from kiosk.text.fix import Fix, FixKind
from kiosk.text.message_words import did_you_mean_or, one_of, shortened, tags, write_nearest
from kiosk.text.messages import Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from kiosk.exhibit.model.exhibit import StoryPage
    from kiosk.exhibit.model.film import Recording
    from kiosk.text.messages import Message
    from kiosk.text.yaml_source import Location

_NO_FILM = Rule(
    "no-film",
    why="The page would offer a film that is not there.",
    wrong="`film: {file: openning.mp4}`, and `films/opening.mp4`",
    right="`film: {file: opening.mp4}`",
)


def _no_film(name: str, known: Collection[str]) -> Message:
    return _NO_FILM.message(
        Phrase("there is no file '{name}' in the folder 'films'", name=shortened(name)),
        did_you_mean_or(name, known, Phrase("put it there")),
        fix=write_nearest(name, known),
    )


_FILM_KIND = Rule(
    "film-kind",
    why=(
        "Films are MP4 (`.mp4`, `.m4v`, `.mov`), WebM or Matroska (`.mkv`), recordings MP3, M4A, "
        "Ogg, Opus, FLAC or WAV: what plays everywhere."
    ),
    wrong="`film: {file: opening.wmv}`",
    right="`film: {file: opening.mp4}`",
)


def _film_kind(name: str, kinds: Sequence[str]) -> Message:
    return _FILM_KIND.message(
        Phrase(
            "'{name}' is not a kind of film we play"
            if kinds is FILM_KINDS
            else "'{name}' is not a kind of recording we play",
            name=shortened(name),
        ),
        Phrase("export it as {one_of}", one_of=one_of(kinds)),
    )


_TWO_FILMS = Rule(
    "two-films",
    why="A page plays one thing.",
    wrong="a page with both `film` and `sound`",
    right="two pages, one with each",
)


def _two_films() -> Message:
    return _TWO_FILMS.message(
        "this page has a film already", "make a page of its own for the recording"
    )


_NO_POSTER = Rule(
    "no-poster",
    severity=Severity.WARNING,
    why=(
        "A picture stands where the film will be until somebody plays it, and stays where it "
        "can't be played."
    ),
    wrong="a page with `film` and without `picture`",
    right="the same page with a picture from the film, and what it shows",
)


def _no_poster() -> Message:
    return _NO_POSTER.message(
        "the page has no picture to stand there until it plays", "write 'picture' on this page"
    )


_FILM_CREDIT = Rule(
    "film-credit",
    severity=Severity.WARNING,
    why="Whose a film is, is due to its makers. It stands below it while it plays.",
    wrong="`film: {file: opening.mp4}`",
    right="`film: {file: opening.mp4, credit: {en: Shenzhen Museum, …}, licence: CC BY 4.0}`",
)


def _no_credit() -> Message:
    return _FILM_CREDIT.message(
        "nothing says whose it is", "write 'credit' below it", fix=Fix(FixKind.WRITE, "credit")
    )


_FILM_LICENCE = Rule(
    "film-licence",
    severity=Severity.WARNING,
    why=(
        "Years later nobody knows any more whether a film or a recording may be shown and copied. "
        "Creative Commons asks for the licence beside it."
    ),
    wrong="`film: {file: opening.mp4, credit: {en: Shenzhen Museum, …}}`",
    right="the same with `licence: CC BY 4.0`",
)


def _no_licence() -> Message:
    return _FILM_LICENCE.message(
        "nothing says under which licence it may be shown",
        "write 'licence: CC BY 4.0', 'licence: public domain', or by whose leave it is shown",
        fix=Fix(FixKind.WRITE, "licence"),
    )


_NO_CAPTIONS = Rule(
    "no-captions",
    severity=Severity.WARNING,
    why=(
        "Whoever can't hear, or doesn't know the language, reads what is said; in a hall most "
        "films play without sound. The words are also the transcript."
    ),
    wrong="`films/opening.mp4` with `films/opening.en.vtt` alone, in an exhibit of two languages",
    right="the same with `films/opening.zh-Hant.vtt`; a film without words has a `transcript`",
)


def no_captions(recording: Recording, languages: Sequence[str], *, has_some: bool) -> Message:
    """A film or recording without captions in these languages."""
    files = one_of([recording.captions(language) for language in languages], "and")
    return _NO_CAPTIONS.message(
        Phrase("there are no captions in {languages}", languages=tags(languages)),
        Phrase(
            "put {files} into 'films'"
            if has_some
            else "put {files} into 'films'; of what has no words, say so in 'transcript'",
            files=files,
        ),
    )


RULES = (
    _NO_FILM,
    _FILM_KIND,
    _TWO_FILMS,
    _NO_POSTER,
    _FILM_CREDIT,
    _FILM_LICENCE,
    _NO_CAPTIONS,
)
"""The rules of this file."""


def check_recording(
    page: StoryPage, at: Location, films: Collection[str]
) -> Iterator[LocatedMessage]:
    """What is wrong with the film or the recording of the page at `at`."""
    film, sound = page.film, page.sound
    if film is not None:
        yield from _check_files(film, (*at, "film"), films, FILM_KINDS)
    if sound is not None and film is not None:
        yield LocatedMessage((*at, "sound"), _two_films(), at_key=True, spoils=(*at, "sound"))
    elif sound is not None:
        yield from _check_files(sound, (*at, "sound"), films, SOUND_KINDS)
    for key in ("film",) if film is not None else ("sound",) if sound is not None else ():
        if page.picture is None:
            yield LocatedMessage((*at, key), _no_poster(), at_key=True)
        recording = page.recording
        if recording is not None and recording.credit is None:
            yield LocatedMessage((*at, key), _no_credit(), at_key=True)
        if recording is not None and recording.licence is None:
            yield LocatedMessage((*at, key), _no_licence(), at_key=True)


def _check_files(
    recording: Film | Recording, at: Location, films: Collection[str], kinds: Sequence[str]
) -> Iterator[LocatedMessage]:
    named = [("file", recording.file, kinds)]
    if isinstance(recording, Film):
        if recording.signing is not None:
            named.append(("signing", recording.signing, FILM_KINDS))
        if recording.described is not None:
            named.append(("described", recording.described, SOUND_KINDS))
    for key, name, wanted in named:
        message = None
        if PurePath(name).suffix.lower() not in wanted:
            message = _film_kind(name, wanted)
        elif found_as(name, films) is None:
            known = [each for each in films if not each.lower().endswith(CAPTION_KIND)]
            message = _no_film(name, known)
        if message is not None:
            yield LocatedMessage((*at, key), message, spoils=at)
