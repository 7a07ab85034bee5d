"""What a step of a tour is called."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.exhibit.place import CREDITS, LIST, SEARCH, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.exhibit.model.tour import TourStep
    from kiosk.languages.words import Words

_SCREEN_WORDS: Mapping[str, str] = MappingProxyType(
    {"": "map", LIST: "all_places", SEARCH: "search", CREDITS: "credits"}
)
"""The presenter's words for what is no zone, by the screen of the place."""


def step_name(step: TourStep, exhibit: Exhibit, words: Words, language: str) -> str:
    """What a step is called: by its heading, its statement, its place, or its place's story.

    One that shows nothing but a picture is called by what that shows, a data layer by its title.
    """
    for own in (step.heading, step.statement):
        if own is not None:
            return own.words_in(language)
    place = Place.of_step(step, exhibit)
    shown = place.resolve(exhibit)
    layer = exhibit.layer(place.layer)
    if layer is not None:
        return layer.title.words_in(language)
    if shown is None and step.picture is not None:
        return step.picture.alternative.words_in(language)
    if shown is None:
        return words.say(_SCREEN_WORDS[place.screen], language)
    panel = shown.panel if place.panel else None
    if panel is not None and (
        panel.kind != "facts" and panel.kind != "chart" and panel.kind != "quote"
    ):
        return panel.title.words_in(language)
    return shown.zone.name.words_in(language)
