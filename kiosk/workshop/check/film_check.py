"""Checks the films that the content names, by looking into each, in a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.film import Film
from kiosk.film.failures import failure
from kiosk.film.formats import MOST_PIXELS
from kiosk.film.probing import Probed, probe
from kiosk.text.folder import FILM_LIMIT_BYTES, FILMS_FOLDER
from kiosk.text.message_words import shortened
from kiosk.text.messages import Severity
from kiosk.text.phrase import Phrase, of_program
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kiosk.exhibit.model.exhibit import Exhibit, StoryPage
    from kiosk.exhibit.rules.zone_rules import ZoneFile
    from kiosk.text.messages import Message, PlacedMessage
    from kiosk.text.yaml_source import Location

_UNPLAYABLE_FILM = Rule(
    "unplayable-film",
    severity=Severity.WARNING,
    why=(
        "Of a film that can't be played visitors see the picture and read the transcript. Films "
        f"are at most {FILM_LIMIT_BYTES // 2**20} MiB and {MOST_PIXELS // 1088} × 1088 pixels."
    ),
    wrong="an MP4 of which only the first half was copied",
    right="the whole MP4, in H.264 and AAC",
)


def _unplayable(name: str, why: str) -> Message:
    return _UNPLAYABLE_FILM.message(
        Phrase(
            "'{name}' can't be played: it {failure}",
            name=shortened(name),
            failure=of_program(why),
        ),
        "copy it again, or export it as MP4 with H.264 and AAC, 1280 × 720",
    )


_TURNED_FILM = Rule(
    "turned-film",
    severity=Severity.WARNING,
    why="A film is turned by quarters, as telephones write it, and by no other angle.",
    wrong="a film with a note to turn it by 45°",
    right="the same film exported as it is to be seen",
)


def _turned(name: str, degrees: int) -> Message:
    return _TURNED_FILM.message(
        Phrase(
            "'{name}' is to be turned by {degrees}°, and is shown unturned",
            name=shortened(name),
            degrees=str(degrees),
        ),
        "export it anew: most programs then turn it",
    )


_LATE_CAPTIONS = Rule(
    "late-captions",
    severity=Severity.WARNING,
    why="Captions after the end of a film belong to another cut of it.",
    wrong="captions until 03:25 for a film of 03:17",
    right="captions until 03:16",
)


def _late(captions: str, end: str, length: str) -> Message:
    return _LATE_CAPTIONS.message(
        Phrase(
            "'{captions}' goes on until {end}, and the film ends at {length}",
            captions=shortened(captions),
            end=end,
            length=length,
        ),
        "compare the captions with this film",
    )


RULES = (_UNPLAYABLE_FILM, _TURNED_FILM, _LATE_CAPTIONS)
FILM_RULES = frozenset(rule.name for rule in RULES)
"""What is told only where somebody looks into the films."""
_SLACK_MS = 1_500
_MOST_GIVEN_UP = 3
"""After so many no further film is looked into: somebody waits for the check."""


def check_films(
    exhibit: Exhibit,
    zone_files: tuple[ZoneFile, ...],
    look: Callable[[Path], Probed] = probe,
) -> Iterator[PlacedMessage]:
    """What is wrong with the films of all pages, at the places where they are named."""
    seen: dict[str, Probed] = {}
    given_up = 0
    for zone_file in zone_files:
        for at, page in _pages(zone_file):
            for key, name in _files(page):
                if name not in seen:
                    seen[name] = (
                        look(exhibit.folder / FILMS_FOLDER / name)
                        if given_up < _MOST_GIVEN_UP
                        else _unseen(given_up)
                    )
                    given_up += seen[name].is_endless
                place = zone_file.node.position((*at, key))
                for message in _messages(name, seen[name], exhibit, is_main=key == "file"):
                    yield message.at(zone_file.file, *place)


def _unseen(given_up: int) -> Probed:
    words = "has not been looked into, since films before it were given up: {given_up}"
    return Probed(failure=failure(words, given_up=given_up))


def _pages(zone_file: ZoneFile) -> Iterator[tuple[Location, StoryPage]]:
    for index, panel in enumerate(zone_file.zone.panels):
        for number, page in enumerate(panel.pages if panel.kind == "story" else ()):
            if page.recording is not None:
                key = "sound" if page.film is None else "film"
                yield ("panels", index, "pages", number, key), page


def _files(page: StoryPage) -> Iterator[tuple[str, str]]:
    recording = page.recording
    assert recording is not None
    yield "file", recording.file
    if isinstance(recording, Film):
        for key, name in (("signing", recording.signing), ("described", recording.described)):
            if name is not None:
                yield key, name


def _messages(name: str, found: Probed, exhibit: Exhibit, *, is_main: bool) -> Iterator[Message]:
    if found.failure:
        yield _unplayable(name, found.failure)
        return
    if found.turned % 90:
        yield _turned(name, found.turned)
    if not is_main or not found.milliseconds:
        return
    for language, captions in exhibit.captions.get(name, {}).items():
        if captions.end > found.milliseconds + _SLACK_MS:
            file = f"{name.rpartition('.')[0]}.{language}.vtt"
            yield _late(file, _time(captions.end), _time(found.milliseconds))


def _time(milliseconds: int) -> str:
    return f"{milliseconds // 60_000:02}:{milliseconds // 1_000 % 60:02}"
