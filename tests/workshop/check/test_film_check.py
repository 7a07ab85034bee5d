"""Films are looked into before visitors see them: what can't be played ends in a message."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.film.failures import NotPlayable, failure, heard, told
from kiosk.film.probing import Probed, probe
from kiosk.text.phrase import said
from kiosk.workshop.check import film_check
from kiosk.workshop.check.film_check import check_films
from kiosk.workshop.check.whole_check import whole_check
from tests.exhibit.sound_content import sound_content
from tests.film.film_files import needs_media, write_film, write_sound

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.exhibit.sound_content import Content

ZONE = "zones/shenzhen.yaml"
DAMAGED = "is damaged, cut off, or something else than its name says"
CREDIT = "credit: {en: Museum, zh-Hant: 館, zh-Hans: 馆, pt: Museu}"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """An exhibit with a film and captions of four seconds, without the film's file."""
    content = sound_content(tmp_path / "content")
    film = f"    film: {{file: opening.mp4, signing: signing.webm, {CREDIT}, licence: CC0}}\n"
    content.change(ZONE, "    places: [", f"{film}    places: [")
    content.write("films/opening.mp4", b"")
    content.write("films/signing.webm", b"")
    for language in ("en", "zh-Hant", "zh-Hans", "pt"):
        content.write(f"films/opening.{language}.vtt", "WEBVTT\n\n00:01.000 --> 00:04.000\nHi\n")
    return content


def _told(content: Content, look: Callable[[Path], Probed]) -> list[str]:
    reading = read_exhibit(content.folder)
    assert reading.exhibit is not None
    return [str(each) for each in check_films(reading.exhibit, reading.zone_files, look)]


def test_a_film_that_can_be_played_has_no_message(content: Content) -> None:
    needs_media()
    write_film(content.folder / "films/opening.mp4", seconds=4)
    write_film(content.folder / "films/signing.webm", codec="libvpx", sound=None)

    messages = whole_check(content.folder, read_exhibit(content.folder), watch=check_films)

    assert [str(each) for each in messages] == []


def test_a_hostile_film_ends_in_a_message_at_its_key(content: Content) -> None:
    needs_media()
    content.write("films/opening.mp4", os.urandom(10_000))
    write_film(content.folder / "films/signing.webm", codec="libvpx", sound=None)

    (told,) = whole_check(content.folder, read_exhibit(content.folder), watch=check_films)

    assert str(told).startswith("zones/shenzhen.yaml:20:18: 'opening.mp4' can't be played: it ")
    assert told.rule == "unplayable-film"


def test_captions_that_go_on_after_the_film_are_told(content: Content) -> None:
    def look(file: Path) -> Probed:
        return Probed(milliseconds=2_000, width=160, height=90)

    assert _told(content, look)[0] == (
        "zones/shenzhen.yaml:20:18: 'opening.en.vtt' goes on until 00:04, and the film ends at"
        " 00:02 (compare the captions with this film)"
    )
    assert len(_told(content, look)) == 4


def test_a_film_that_is_to_be_turned_by_no_quarter_is_told(content: Content) -> None:
    def look(file: Path) -> Probed:
        return Probed(milliseconds=9_000, turned=45 if file.name == "signing.webm" else 90)

    assert _told(content, look) == [
        "zones/shenzhen.yaml:20:40: 'signing.webm' is to be turned by 45°, and is shown unturned"
        " (export it anew: most programs then turn it)"
    ]


def test_what_a_film_is_is_found_out(tmp_path: Path) -> None:
    needs_media()
    write_film(tmp_path / "film.mp4", seconds=3)
    write_sound(tmp_path / "voice.wav")

    film, voice = probe(tmp_path / "film.mp4"), probe(tmp_path / "voice.wav")

    assert (film.width, film.height, film.sounds, film.failure) == (160, 90, True, "")
    assert film.milliseconds == pytest.approx(3_000, abs=100)
    assert (voice.milliseconds, voice.sounds, voice.failure) == (2_000, True, "")


@pytest.mark.parametrize(
    ("name", "make", "failure"),
    [
        ("film.mp4", lambda _: b"", "is empty: it has 0 bytes"),
        ("film.mp4", lambda film: film[:4_000], DAMAGED),
        ("voice.mp3", lambda film: film, ""),
        ("film.mkv", lambda _: b"\x1aE\xdf\xa3" + b"\xff" * 10_000, DAMAGED),
        ("film.webm", lambda film: film, DAMAGED),
    ],
    ids=["empty", "cut off", "a film as a recording", "endless sizes", "another container"],
)
def test_every_other_file_has_an_answer(
    tmp_path: Path, name: str, make: Callable[[bytes], bytes], failure: str
) -> None:
    needs_media()
    write_film(tmp_path / "right.mp4")
    file = tmp_path / "hostile" / name
    file.parent.mkdir()
    file.write_bytes(make((tmp_path / "right.mp4").read_bytes()))

    found = probe(file).failure

    assert failure in found
    assert found
    assert not re.search(r"Errno|av\w*_|\(\)", found)
    assert all(said(found, language) != found for language in ("zh-Hant", "zh-Hans", "pt"))


def test_a_pipe_and_a_file_of_a_gigabyte_are_never_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mp4")
    (tmp_path / "large.mp4").touch()
    os.truncate(tmp_path / "large.mp4", 2**30)

    assert probe(tmp_path / "pipe.mp4").failure == "is a pipe, not a plain file"
    assert probe(tmp_path / "large.mp4").failure == "is larger than 256 MiB"
    assert probe(tmp_path / "none.mp4").failure == "is not there"


def test_a_probe_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    needs_media()
    write_film(tmp_path / "film.mp4")

    assert probe(tmp_path / "film.mp4", seconds=0).is_endless


def test_after_films_that_are_given_up_no_other_is_looked_into(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(film_check, "_MOST_GIVEN_UP", 1)
    looked: list[str] = []

    def look(file: Path) -> Probed:
        looked.append(file.name)
        return Probed(failure=failure("ends the program that reads it"), is_endless=True)

    _, second = _told(content, look)

    assert looked == ["opening.mp4"]
    assert "it has not been looked into, since films before it were given up: 1" in second


@pytest.mark.parametrize(
    "answer",
    [
        None,
        "is not there",
        {"template": "{0.__class__}", "fields": {}},
        {"template": "is larger than {limit} MiB", "fields": {}},
        {"template": "is larger than {limit} MiB", "fields": []},
        {"template": ["is not there"], "fields": {}},
    ],
)
def test_what_a_film_has_its_process_say_is_not_believed(answer: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        heard(answer)


def test_a_failure_is_the_same_in_another_process() -> None:
    words = NotPlayable("has pictures in '{codec}', which is not read", codec="prores").words

    found = heard(json.loads(json.dumps(told(words))))

    assert found == "has pictures in 'prores', which is not read"
    assert said(found, "pt") == "tem imagens em «prores», que não se lê"
