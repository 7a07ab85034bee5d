"""The scenes of the attract loop, made from the exhibit's normal content."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING

from kiosk.exhibit.model.sentences import first_sentence
from kiosk.exhibit.model.shown_pictures import panel_pictures
from kiosk.exhibit.place import Place
from kiosk.screen.attract.scene import AttractTexts, Scene
from kiosk.screen.locale import Locale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import Exhibit, Panel, Zone
    from kiosk.exhibit.reading.cover import Cover
    from kiosk.languages.words import Words

_MOST_SCENES = 12


def attract_scenes(exhibit: Exhibit, words: Words) -> list[Scene]:
    """The places that `exhibit.yaml` names: the loop begins with the first of them.

    Where it names none, the innovation zones and facilities come in their order.
    """
    places = islice(_places(exhibit), _MOST_SCENES)
    return [_scene(zone, panel, exhibit, words) for zone, panel in places]


def attract_texts(cover: Cover, exhibit: Exhibit | None, words: Words) -> AttractTexts:
    """What the loop says in all scenes: the title, the line above it, and the invitation."""
    languages = cover.languages
    subtitle = exhibit.subtitle if exhibit is not None else None
    return AttractTexts(
        titles={tag: cover.title.words_in(tag) for tag in languages},
        subtitles={tag: subtitle.words_in(tag) for tag in languages} if subtitle else {},
        invitations={tag: words.say("touch_to_begin", tag) for tag in languages},
    )


def _places(exhibit: Exhibit) -> Iterator[tuple[Zone, Panel | None]]:
    """Zones with the panel that is named; None where the zone alone is."""
    named = exhibit.attract or tuple(
        str(Place(zone.id))
        for zone in exhibit.zones
        if zone.kind in ("innovation-zone", "facility")
    )
    for written in named:
        # A line that leads nowhere is passed by.
        with suppress(ValueError):
            place = Place.parse(written)
            shown = place.resolve(exhibit)
            if shown is not None and shown.panel is not None:
                yield shown.zone, shown.panel if place.panel else None


def _scene(zone: Zone, panel: Panel | None, exhibit: Exhibit, words: Words) -> Scene:
    headings: dict[str, str] = {}
    sentences: dict[str, str] = {}
    for language in exhibit.languages:
        locale = Locale(language, words, exhibit)
        headings[language], sentences[language] = _words(zone, panel, locale)
    picture = focus = None
    if panel is not None:
        first = next(panel_pictures(panel), None)
        if first is not None:
            picture, focus = exhibit.folder / "pictures" / first.file, first.kept_point
    return Scene(headings, sentences, None if zone.kind == "region" else zone.id, picture, focus)


def _words(zone: Zone, panel: Panel | None, locale: Locale) -> tuple[str, str]:
    """A name and one whole sentence of the exhibit's own.

    What a zone is, its lead figure, the finding of a chart, or what a story is about.
    """
    if panel is None:
        return locale.text(zone.name), first_sentence(locale.text(zone.introduction))
    if panel.kind == "story":
        return locale.text(panel.title), locale.text(panel.summary)
    if panel.kind == "chart":
        return locale.text(zone.name), locale.text(panel.headline)
    if panel.kind == "quote":
        return locale.text(panel.name), locale.quoted(panel.words)
    if panel.kind == "gallery":
        first = panel.pictures[0]
        return locale.text(panel.title), locale.text(first.caption or zone.introduction)
    if panel.kind == "comparison":
        return locale.text(panel.title), first_sentence(locale.text(panel.text))
    if panel.kind != "facts":
        return locale.text(zone.name), locale.text(panel.title)
    lead = next((fact for fact in panel.facts if fact.lead), panel.facts[0])
    figure = locale.figure(lead.value, lead.unit, bound=lead.bound)
    gap = "" if locale.language.startswith("zh") else " "
    return locale.text(zone.name), f"{figure.drawn}{gap}{locale.text(lead.label)}"
