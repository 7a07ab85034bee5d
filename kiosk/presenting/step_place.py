"""Where in the exhibit a step stands, and what it is called."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.exhibit.model import tour
from kiosk.journey.place import CREDITS, HOME, LIST, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.exhibit.model.tour import TourStep
    from kiosk.languages.words import Words

_SCREENS: Mapping[str, Place] = MappingProxyType(
    {tour.HOME: HOME, tour.LIST: Place(screen=LIST), tour.CREDITS: Place(screen=CREDITS)}
)


def step_place(step: TourStep, exhibit: Exhibit) -> Place:
    """The place of a step, with what the map frames there."""
    if step.place in _SCREENS:
        place = _SCREENS[step.place]
    elif step.place == tour.BAY:
        place = Place(exhibit.region.id) if exhibit.region is not None else HOME
    else:
        place = Place.parse(step.place)
    return replace(place, view=step.view)


def step_name(step: TourStep, exhibit: Exhibit, words: Words, language: str) -> str:
    """What a step is called: by its heading, its statement, its place, or its place's story.

    One that shows nothing but a picture is called by what that shows.
    """
    for own in (step.heading, step.statement):
        if own is not None:
            return own.words_in(language)
    place = step_place(step, exhibit)
    zone = exhibit.zone(place.zone)
    if zone is None and step.picture is not None:
        return step.picture.alternative.words_in(language)
    if zone is None:
        return words.say(_NAMES[step.place], language) if step.place in _NAMES else step.id
    panel = zone.panel(place.panel)
    if panel is not None and panel.kind == "story":
        return panel.title.words_in(language)
    return zone.name.words_in(language)


_NAMES: Mapping[str, str] = MappingProxyType(
    {tour.HOME: "map", tour.LIST: "all_places", tour.CREDITS: "credits"}
)
