"""The speaker: sentence by sentence, paused and gone on with, never two at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.speech.clips import Utterance
from kiosk.speech.output import NotPlayed
from kiosk.speech.speaker import RATES, USUAL_RATE, USUAL_VOLUME, VOLUMES, Speaker
from tests.speech.recorded_speech import RecordedSpeech

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

TEXT = [Utterance(words, "en") for words in ("One.", "Two.", "Three.")]


class Told:
    """What a speaker has told."""

    def __init__(self, speaker: Speaker) -> None:
        self.marked: list[int] = []
        self.ends = 0
        self.unheard: list[str] = []
        speaker.spoke.connect(self.marked.append)
        speaker.ended.connect(self._end)
        speaker.unheard.connect(self.unheard.append)

    def _end(self) -> None:
        self.ends += 1


@pytest.fixture
def speech() -> RecordedSpeech:
    return RecordedSpeech()


@pytest.fixture
def speaker(speech: RecordedSpeech, qtbot: QtBot) -> Iterator[Speaker]:
    made = Speaker(speech)
    yield made
    made.stop()


@pytest.fixture
def told(speaker: Speaker) -> Told:
    return Told(speaker)


def test_every_sentence_is_marked_and_spoken_in_turn(
    speaker: Speaker, speech: RecordedSpeech, told: Told, qtbot: QtBot
) -> None:
    speaker.say(TEXT)
    qtbot.waitUntil(lambda: told.ends == 1)
    assert speech.words == ["One.", "Two.", "Three."]
    assert told.marked == [0, 1, 2]
    assert not speaker.is_speaking
    assert {(each.rate, each.volume) for each in speech.heard} == {(1.0, VOLUMES[USUAL_VOLUME])}


def test_nothing_to_say_ends_at_once(speaker: Speaker, told: Told) -> None:
    speaker.say([])
    assert told.ends == 1


def test_what_comes_next_is_made_ready_while_something_is_spoken(
    speaker: Speaker, speech: RecordedSpeech, qtbot: QtBot
) -> None:
    speech.holds = True
    speaker.say(TEXT)
    qtbot.waitUntil(lambda: speech.prepared == ["Two."])


def test_a_new_text_is_never_heard_with_the_old_one(
    speaker: Speaker, speech: RecordedSpeech, told: Told, qtbot: QtBot
) -> None:
    speech.holds = True
    for number in range(20):
        speaker.say([Utterance(f"Text {number}.", "pt"), TEXT[1]])
        if number % 3 == 0:
            qtbot.waitUntil(lambda: bool(speech.heard))
    qtbot.waitUntil(lambda: "Text 19." in speech.words)
    assert speech.at_once == 1
    assert told.ends == 0


def test_a_pause_goes_on_a_moment_earlier(
    speaker: Speaker, speech: RecordedSpeech, told: Told, qtbot: QtBot
) -> None:
    speech.holds = True
    speaker.say(TEXT)
    qtbot.waitUntil(lambda: speech.words == ["One."])
    speaker.pause()
    assert speaker.is_paused
    speaker.go_on()
    qtbot.waitUntil(lambda: speech.words == ["One.", "One."])
    assert speech.heard[1].start == pytest.approx(1.6)
    assert told.marked == [0]
    speech.let_end()
    qtbot.waitUntil(lambda: speech.words[-1] == "Two.")


def test_again_begins_the_sentence_anew_and_speaks_the_last_one_after_the_end(
    speaker: Speaker, speech: RecordedSpeech, told: Told, qtbot: QtBot
) -> None:
    speech.holds = True
    speaker.say(TEXT[:1])
    qtbot.waitUntil(lambda: speech.words == ["One."])
    speaker.again()
    qtbot.waitUntil(lambda: speech.words == ["One.", "One."])
    assert speech.heard[1].start == 0.0
    speech.let_end()
    qtbot.waitUntil(lambda: told.ends == 1)
    speaker.again()
    qtbot.waitUntil(lambda: len(speech.heard) == 3)


def test_seven_rates_the_present_sentence_at_once(
    speaker: Speaker, speech: RecordedSpeech, told: Told, qtbot: QtBot
) -> None:
    assert RATES == (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0)
    speech.holds = True
    speaker.say(TEXT)
    qtbot.waitUntil(lambda: speech.words == ["One."])
    speaker.set_rate(USUAL_RATE + 2)
    qtbot.waitUntil(lambda: len(speech.heard) == 2)
    assert (speech.heard[1].words, speech.heard[1].rate, speech.heard[1].start) == ("One.", 1.5, 2)
    assert told.marked == [0]
    speaker.set_rate(99)
    assert speaker.rate == len(RATES) - 1
    speaker.set_rate(-1)
    assert speaker.rate == 0


def test_louder_and_quieter_in_steps_without_a_gap(
    speaker: Speaker, speech: RecordedSpeech, qtbot: QtBot
) -> None:
    speech.holds = True
    speaker.say(TEXT)
    qtbot.waitUntil(lambda: speech.words == ["One."])
    speaker.set_volume(speaker.volume + 1)
    speech.let_end()
    qtbot.waitUntil(lambda: speech.words == ["One.", "Two."])
    assert speech.heard[1].volume == VOLUMES[USUAL_VOLUME + 1]
    speaker.set_volume(99)
    assert speaker.volume == len(VOLUMES) - 1
    speaker.as_it_was()
    assert (speaker.rate, speaker.volume) == (USUAL_RATE, USUAL_VOLUME)


def test_stop_is_silence_and_no_end(
    speaker: Speaker, speech: RecordedSpeech, told: Told, qtbot: QtBot
) -> None:
    speech.holds = True
    speaker.say(TEXT)
    qtbot.waitUntil(lambda: speech.words == ["One."])
    speaker.stop()
    speech.let_end()
    qtbot.wait(50)
    assert speech.words == ["One."]
    assert (told.ends, speaker.is_speaking) == (0, False)


def test_a_sentence_that_can_not_be_spoken_is_passed_over(
    speaker: Speaker, speech: RecordedSpeech, told: Told, qtbot: QtBot
) -> None:
    speech.failures["Two."] = NotPlayed("no clip", is_for_all=False)
    speaker.say(TEXT)
    qtbot.waitUntil(lambda: told.ends == 1)
    assert speech.words == ["One.", "Three."]
    assert told.unheard == ["no clip"]


def test_without_headphones_no_further_sentence_is_tried(
    speaker: Speaker, speech: RecordedSpeech, told: Told, qtbot: QtBot
) -> None:
    speech.failures["One."] = NotPlayed("no headphones are plugged in")
    speaker.say(TEXT)
    qtbot.waitUntil(lambda: told.ends == 1)
    assert speech.words == []
    assert told.unheard == ["no headphones are plugged in"]


def test_headphones_out_is_silence(speaker: Speaker, speech: RecordedSpeech, qtbot: QtBot) -> None:
    speech.holds = True
    speaker.say(TEXT)
    qtbot.waitUntil(lambda: speech.words == ["One."])
    speaker.set_headphones(False)
    assert not speaker.is_speaking


def test_skipping_stays_within_the_text(
    speaker: Speaker, speech: RecordedSpeech, told: Told, qtbot: QtBot
) -> None:
    speech.holds = True
    speaker.say(TEXT)
    speaker.skip(1)
    speaker.skip(5)
    speaker.skip(-1)
    qtbot.waitUntil(lambda: speech.words[-1:] == ["Two."])
    assert told.marked == [0, 1, 2, 1]


def test_a_language_without_speech_has_no_button(speaker: Speaker, speech: RecordedSpeech) -> None:
    speech.languages = ("en",)
    assert speaker.can_speak("en")
    assert not speaker.can_speak("pt")
