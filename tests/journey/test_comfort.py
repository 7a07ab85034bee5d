"""Comfort: what a visitor can have otherwise, and how it goes back."""

from __future__ import annotations

import pytest

from kiosk.journey.comfort import CONTRASTS, SPEECH_STEPS, Comfort
from kiosk.journey.journey import Journey
from kiosk.theme_names import TEXT_SIZES


def test_an_exhibit_begins_as_its_makers_meant_it() -> None:
    comfort = Comfort()

    assert comfort.text_size == 0
    assert comfort.contrast == CONTRASTS[0] == "own"
    assert not comfort.low_reach


@pytest.mark.parametrize("size", [-1, TEXT_SIZES])
def test_there_is_no_other_text_size(size: int) -> None:
    with pytest.raises(ValueError, match="text sizes are 0 to 3"):
        Comfort(text_size=size)


def test_there_is_no_other_contrast() -> None:
    with pytest.raises(ValueError, match="'hc' is no contrast"):
        Comfort(contrast="hc")


def test_as_it_was_keeps_the_language() -> None:
    first = Comfort("en", still=True)
    eased = Comfort("pt", text_size=3, contrast="light", low_reach=True)

    assert eased.as_at_first(first) == Comfort("pt", still=True)


def test_another_language_looks_the_same() -> None:
    assert Comfort("en", text_size=2).looks_like(Comfort("pt", text_size=2))
    assert not Comfort("en").looks_like(Comfort("en", contrast="low"))


def test_everybody_hears_once_of_what_was_chosen() -> None:
    journey = Journey(Comfort())
    heard: list[Comfort] = []
    journey.comforted.connect(heard.append)

    journey.set_comfort(Comfort(text_size=1))
    journey.set_comfort(Comfort(text_size=1))

    assert heard == [Comfort(text_size=1)]


def test_how_it_is_read_is_not_seen() -> None:
    assert Comfort("en", aloud=True, rate=0, loudness=6).looks_like(Comfort("pt"))


def test_speech_is_faster_and_louder_as_far_as_there_are_steps() -> None:
    comfort = Comfort("en")
    assert comfort.read_aloud().aloud
    assert comfort.read_aloud(faster=99, louder=-99) == Comfort(
        "en", aloud=True, rate=SPEECH_STEPS - 1, loudness=0
    )
    with pytest.raises(ValueError, match="steps of speech"):
        Comfort("en", rate=SPEECH_STEPS)
