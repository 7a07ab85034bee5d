"""Films, recordings and their captions as curators write them, and what is told of mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.editorial import editorial_check
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.text.multilingual import LANGUAGES
from tests.exhibit.editing import SHENZHEN, messages, nothing_undrawable
from tests.exhibit.sound_content import sound_content

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibit.model.exhibit import StoryPage
    from tests.exhibit.sound_content import Content

CREDIT = "credit: {en: Museum, zh-Hant: 館, zh-Hans: 馆, pt: Museu}"
FILM = (
    f"    film:\n      file: opening.mp4\n      {CREDIT}\n      licence: CC BY 4.0\n"
    "    places: [qianhai]"
)
VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """An exhibit with a film in which nothing is wrong."""
    content = sound_content(tmp_path / "content")
    content.change(SHENZHEN, "    places: [qianhai]", FILM)
    content.write("films/opening.mp4", b"")
    for language in ("en", "zh-Hant", "zh-Hans", "pt"):
        content.write(f"films/opening.{language}.vtt", VTT)
    return content


def _page(content: Content) -> StoryPage:
    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None
    zone = exhibit.zone("shenzhen")
    panel = zone.panel("steel") if zone is not None else None
    assert panel is not None
    assert panel.kind == "story"
    return panel.pages[0]


def test_a_film_with_all_that_belongs_to_it_is_sound(content: Content) -> None:
    assert messages(content) == []

    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None
    assert set(exhibit.captions["opening.mp4"]) == {"en", "zh-Hant", "zh-Hans", "pt"}
    assert exhibit.captions["opening.mp4"]["pt"].at(1_500) == "Hello"


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        pytest.param(
            "file: opening.mp4",
            "file: openning.mp4",
            "zones/shenzhen.yaml:21:13: there is no file 'openning.mp4' in the folder 'films' (did"
            " you mean 'opening.mp4'? Or put it there) [no-film]",
            id="misspelt",
        ),
        pytest.param(
            "file: opening.mp4",
            "file: opening.wmv",
            "zones/shenzhen.yaml:21:13: 'opening.wmv' is not a kind of film we play (export it as"
            " .mp4, .m4v, .mov, .webm or .mkv) [film-kind]",
            id="another kind",
        ),
        pytest.param(
            f"      {CREDIT}\n",
            "",
            "zones/shenzhen.yaml:20:5: nothing says whose it is (write 'credit' below it)"
            " [film-credit]",
            id="nobody's",
        ),
        pytest.param(
            "      licence: CC BY 4.0\n",
            "",
            "zones/shenzhen.yaml:20:5: nothing says under which licence it may be shown (write"
            " 'licence: CC BY 4.0', 'licence: public domain', or by whose leave it is shown)"
            " [film-licence]",
            id="without a licence",
        ),
        pytest.param(
            "      licence: CC BY 4.0\n",
            "      licence: CC BY 4.0\n      described: opening.mp4\n",
            "zones/shenzhen.yaml:24:18: 'opening.mp4' is not a kind of recording we play (export it"
            " as .mp3, .m4a, .ogg, .opus, .flac or .wav) [film-kind]",
            id="described by a film",
        ),
        pytest.param(
            "      licence: CC BY 4.0\n",
            "      licence: CC BY 4.0\n      described: described.mp3\n",
            "zones/shenzhen.yaml:24:18: there is no file 'described.mp3' in the folder 'films' (put"
            " it there) [no-film]",
            id="description that is not there",
        ),
        pytest.param(
            "    film:",
            "    sound: {file: opening.mp4}\n    film:",
            "zones/shenzhen.yaml:20:5: this page has a film already (make a page of its own for the"
            " recording) [two-films]",
            id="two",
        ),
        pytest.param(
            "file: opening.mp4",
            "file: ../opening.mp4",
            "zones/shenzhen.yaml:21:13: there is no file '../opening.mp4' in the folder 'films'"
            " (did you mean 'opening.mp4'? Or put it there) [no-film]",
            id="outside",
        ),
        pytest.param(
            "file: opening.mp4",
            "file: opening.mp4\n      colour: red",
            "zones/shenzhen.yaml:22:7: unknown key 'colour'",
            id="an unknown key",
        ),
    ],
)
def test_a_mistake_is_told_where_it_is(content: Content, right: str, wrong: str, told: str) -> None:
    content.change(SHENZHEN, right, wrong)

    assert any(message.startswith(told) for message in messages(content)), messages(content)


def test_a_page_without_its_film_is_shown(content: Content) -> None:
    content.change(SHENZHEN, "file: opening.mp4", "file: openning.mp4")

    assert _page(content).film is None
    assert _page(content).picture is not None


def test_a_film_without_a_picture_is_remarked_on(content: Content) -> None:
    content.change(SHENZHEN, "    picture:\n      file: steel.svg\n      alternative", "    links")
    zone = (content.folder / SHENZHEN).read_text(encoding="utf-8")
    start, end = zone.index("    links:"), zone.index("    film:")
    content.write(SHENZHEN, zone[:start] + zone[end:])

    assert any("[no-poster]" in message for message in messages(content))


def test_a_film_that_nothing_plays_is_told_once_with_its_captions(content: Content) -> None:
    content.change(SHENZHEN, FILM, "    places: [qianhai]")

    assert messages(content) == [
        "films/opening.mp4:1:1: nothing plays this file (use it, or move it and its captions"
        " elsewhere) [unused-file]"
    ]
    read = read_exhibit(content.folder).messages
    (message,) = editorial_check(
        content.folder, read, languages=LANGUAGES, undrawable=nothing_undrawable
    )
    assert message.fix is not None
    assert message.fix.words.splitlines() == [
        f"films/opening.{language}.vtt" for language in ("en", "pt", "zh-Hans", "zh-Hant")
    ]


def test_captions_in_a_language_that_the_exhibit_does_not_speak(content: Content) -> None:
    content.write("films/opening.fr.vtt", VTT)

    assert messages(content) == [
        "films/opening.fr.vtt:1:1: nothing shows these captions: the exhibit does not speak 'fr'"
        " (move them elsewhere, or add the language to the exhibit) [unused-file]"
    ]


def test_missing_captions_are_told_by_their_names(content: Content) -> None:
    (content.folder / "films/opening.pt.vtt").rename(content.folder / "films/opening_pt.vtt")

    assert messages(content) == [
        "films/opening_pt.vtt:1:1: nothing shows these captions: no film or recording is called"
        " so (call them as their film, as opening.en.vtt belongs to opening.mp4) [unused-file]",
        "zones/shenzhen.yaml:20:5: there are no captions in 'pt' (put opening.pt.vtt into"
        " 'films') [no-captions]",
    ]


def test_a_film_without_words_says_so_in_its_transcript(content: Content) -> None:
    for language in ("en", "zh-Hant", "zh-Hans", "pt"):
        (content.folder / f"films/opening.{language}.vtt").unlink()
    assert any("[no-captions]" in message for message in messages(content))

    words = "{en: Nobody speaks., zh-Hant: 沒有人說話。, zh-Hans: 没有人说话。, pt: Ninguém fala.}"
    content.change(SHENZHEN, CREDIT, f"{CREDIT}\n      transcript: {words}")
    assert messages(content) == []


@pytest.mark.parametrize(
    ("written", "told"),
    [
        pytest.param("1\n", "films/opening.pt.vtt:1:1: the first line is '1'", id="SubRip"),
        pytest.param(
            "WEBVTT\n\n00:01.000 --> 00:02.000\né".encode("latin-1"),
            "films/opening.pt.vtt:4:1: the file seems to be Latin-1",
            id="Latin-1",
        ),
        pytest.param(b"WEBVTT\n" * 200_000, "films/opening.pt.vtt:1:1: ", id="larger than 1 MiB"),
        pytest.param(b"\0" * 100, "films/opening.pt.vtt:1:1: ", id="no text at all"),
    ],
)
def test_broken_captions_are_not_shown_in_their_language(
    content: Content, written: str | bytes, told: str
) -> None:
    content.write("films/opening.pt.vtt", written)

    reading = read_exhibit(content.folder)
    assert [str(each).startswith(told) for each in reading.messages] == [True], reading.messages
    assert reading.exhibit is not None
    assert set(reading.exhibit.captions["opening.mp4"]) == {"en", "zh-Hant", "zh-Hans"}
