"""What assistive technology hears of places on the map, and what groups of them are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.screen.stage_state import StageState


def place_name(state: StageState, zone: str) -> str:
    """What a touch of a place does: it opens, or the map comes nearer where that is a group."""
    place, language = state.world.place(zone), state.language
    if place is None:
        return state.words.say("zoom_in", language)
    return state.words.say("open_place", language, place=place.landmark.name.words_in(language))


def group_name(state: StageState, names: Sequence[str], count: int) -> str:
    """What a group of places is called on the map, beside those that it names: how many, where."""
    words, language = state.words, state.language
    if not names:
        return words.say("more_places", language, count=str(count))
    where = words.joined(names, language)
    return words.say("more_places_in", language, where=where, count=str(count))
