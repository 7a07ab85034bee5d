"""What is narrated is what a visitor hears, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kiosk.exhibit.place import HOME, Place
from kiosk.workshop.narration.narrated_texts import narrated_texts
from tests.exhibit.sound_content import Content, sound_content
from tests.journeys.listener import Listener
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.speech.recorded_speech import RecordedSpeech

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

K = Qt.Key
WALKED = (HOME, Place(screen="list"), Place("qianhai", "teams"), Place("shenzhen", "steel"))


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    content = sound_content(tmp_path_factory.mktemp("narration") / "content")
    text = (content.folder / "exhibit.yaml").read_text("utf-8")
    content.write("exhibit.yaml", text + "spoken:\n- {written: steel, said: {en: steal}}\n")
    content.write(
        "terms.yaml",
        "raised:\n"
        "  forms: {en: raised, zh-Hant: 融資, zh-Hans: 融资, pt: angariados}\n"
        "  explanation: {en: Money to begin with., zh-Hant: 錢。, zh-Hans: 钱。, pt: Dinheiro.}\n",
    )
    return content


@pytest.fixture(scope="module")
def said(content: Content, qapp: object) -> dict[str, Place]:
    """The sentences in English, and where each is said first."""
    found = narrated_texts(content.folder, ["en"])
    assert {each.utterance.language for each in found} == {"en"}
    return {each.utterance.words: each.place for each in found}


@pytest.fixture
def listener(content: Content, qapp: object) -> Iterator[Listener]:
    app, speech = open_exhibit(content.folder), RecordedSpeech()
    app.listen(speech)
    assert app.aloud is not None
    app.aloud.reader.arriving_ms = 0
    begin_again(app)
    yield Listener(app, speech)
    close_exhibit(app)


def test_everything_that_is_heard_on_a_way_through_the_exhibit_has_been_narrated(
    said: dict[str, Place], listener: Listener
) -> None:
    listener.hear(K.Key_Down)
    for place in WALKED:
        listener.app.journey.go(place)
        listener.app.stage.finish()
        for _ in range(40):
            listener.hear(K.Key_Down)
    listener.hear(K.Key_F2)

    heard = {each.words for each in listener.speech.heard if each.language == "en"}

    assert len(heard) > 60
    assert not heard - set(said)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("The Bay", HOME),
        ("Reading aloud.", HOME),
        ("Goes to the next thing.", HOME),
        ("zero point five times as fast", HOME),
        ("People’s Daily overseas edition", Place(screen="credits", page=2)),
        ("Money to begin with.", Place("qianhai", "teams")),
        ("It grows.", Place("qianhai", "growth")),
        ("A strong steal.", Place("shenzhen", "steel")),
        ("A coil of steal", Place("shenzhen", "steel")),
        ("Close the picture", Place("shenzhen", "steel")),
    ],
)
def test_texts_pictures_cards_and_the_interface_are_narrated(
    said: dict[str, Place], words: str, place: Place
) -> None:
    assert said[words] == place


def test_figures_are_said_in_words(said: dict[str, Place]) -> None:
    assert not [words for words in said if any(letter.isdigit() for letter in words)]
    assert any("more than four point two billion yuan" in words for words in said)


def test_several_processes_take_down_the_same(content: Content) -> None:
    alone = narrated_texts(content.folder, ["en", "pt"])
    shares: list[float] = []
    shared = narrated_texts(content.folder, ["en", "pt"], shares.append, processes=2)
    assert shared == alone
    assert shares == [0.5, 1.0]


def test_content_that_can_t_be_shown_says_nothing(tmp_path: Path, qapp: object) -> None:
    broken = sound_content(tmp_path / "content")
    broken.write("exhibit.yaml", "title: [")
    assert narrated_texts(broken.folder) == ()
