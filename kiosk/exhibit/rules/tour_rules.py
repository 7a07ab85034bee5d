"""The rules for tours: every step leads to something that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.exhibit.place import BAY, MAP_HOME, SCREENS, SEARCH, split_address
from kiosk.exhibit.rules import layer_messages, naming_messages
from kiosk.exhibit.rules.map_rules import not_a_zone_of_the_map
from kiosk.exhibit.rules.story_rules import check_html, check_picture, words_in
from kiosk.text.fix import Fix
from kiosk.text.message_words import (
    counting,
    did_you_mean_or,
    in_words,
    one_of,
    shortened,
    write_nearest,
)
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from kiosk.exhibit.model.data_layer import DataLayer
    from kiosk.exhibit.model.exhibit import Panel, Zone
    from kiosk.exhibit.model.located_message import Lost
    from kiosk.exhibit.model.tour import Tour, TourStep
    from kiosk.text.messages import Message
    from kiosk.text.yaml_source import Location

_SCREENS = tuple(screen for screen in SCREENS if screen != SEARCH)
"""Where a step can lead that is no zone: nobody of an audience can type."""

_STATEMENT_AND_PICTURE = Rule(
    "statement-and-picture",
    why="A step shows one thing.",
    wrong="a step with a `statement` and a `picture`",
    right="two steps",
)


_BOTH_STATEMENT_AND_PICTURE = _STATEMENT_AND_PICTURE.message(
    "a step has a statement or a picture, not both", "make two steps"
)


_TOUR_ID = Rule(
    "tour-id",
    why="A tour is started by the name of its file.",
    wrong="`tours/My tour.yaml`",
    right="`tours/my-tour.yaml`",
)


def id_is_not_the_file(written: str, file: str) -> Message:
    """A tour has to be called as its file is."""
    return _TOUR_ID.message(
        Phrase("the tour is called '{written}', its file '{file}'", written=written, file=file),
        "give both the same name",
        fix=Fix.replace(written, file),
    )


_BAD_DURATION = Rule(
    "bad-duration",
    why="A duration is written as minutes and seconds.",
    wrong="`seconds: a while`",
    right="`seconds: 1:30`",
)


def bad_duration(written: str) -> Message:
    """What is no time in minutes and seconds."""
    return _BAD_DURATION.message(
        Phrase("'{written}' is not a time", written=shortened(written)),
        "write minutes:seconds, such as 1:30",
    )


_BAD_STEP_PLACE = Rule(
    "bad-step-place",
    why="A step goes to a place of the exhibit.",
    wrong="`place: qianhai//teams`",
    right="`place: qianhai/teams`",
)


def _bad_step_place(written: str, others: Collection[str]) -> Message:
    return _BAD_STEP_PLACE.message(
        Phrase("'{written}' is not a place of a tour", written=shortened(written)),
        Phrase("write {names}", names=one_of((*others, "zone/panel/page"))),
    )


_UNKNOWN_PANEL = Rule(
    "unknown-panel",
    why="The place has no panel of that name.",
    wrong="`qianhai/team`",
    right="`qianhai/teams`",
)


def _in_zone(zone: str, fix: Fix | None) -> Fix | None:
    """A panel's id is written behind the place's, which may be the same word."""
    return Fix.replace(f"{zone}/{fix.found}", f"{zone}/{fix.words}") if fix is not None else None


def _unknown_panel(written: str, zone: str, known: Collection[str]) -> Message:
    return _UNKNOWN_PANEL.message(
        Phrase("the zone '{zone}' has no panel '{written}'", zone=zone, written=shortened(written)),
        did_you_mean_or(
            written, known, Phrase("add it: so far it has {names}", names=one_of(known, "and"))
        ),
        fix=_in_zone(zone, write_nearest(written, known)),
    )


_NO_PAGE = Rule(
    "no-page",
    why="The panel has fewer pages.",
    wrong="`csns/super-steel/9`",
    right="`csns/super-steel/2`",
)


def _no_such_page(page: str, panel: str, pages: int) -> Message:
    return _NO_PAGE.message(
        Phrase("the panel '{panel}' has no page {page}", panel=panel, page=shortened(page)),
        "it has one page" if pages == 1 else Phrase("it has {pages} pages", pages=pages),
    )


_BAD_VIEW = Rule(
    "bad-view",
    why="A step looks at the whole bay or at some zones.",
    wrong="`view: [bay, qianhai]`",
    right="`view: [qianhai]`",
)


def _view_of_two_kinds(written: str) -> Message:
    return _BAD_VIEW.message(
        Phrase("'{written}' stands alone", written=written),
        Phrase("write view: {written}, or name zones only", written=written),
    )


_LONG_STATEMENT = Rule(
    "long-statement",
    why=(
        "A statement of a tour stands alone on the screen, large, while somebody speaks. Nobody "
        "reads and listens at once."
    ),
    wrong="a statement of thirty words",
    right="a statement of eight words",
)


def _long_statement(count: int, language: str, limit: int) -> Message:
    return _LONG_STATEMENT.message(
        Phrase(
            "{count} words in {language}; a statement holds {limit}",
            count=count,
            language=in_words(language),
            limit=limit,
        ),
        counting(language) or "say the rest in the notes",
    )


_COMPARED = 2
"""So many zones of a data layer are compared in one sentence."""

_BAD_STEP_LAYER = Rule(
    "bad-step-layer",
    why=(
        "A data layer lies on the map home, in a year of which it has values, and what is "
        "highlighted there are one or two of its places: they are compared."
    ),
    wrong="`place: qianhai` and `layer: population` in one step",
    right="`layer: population`",
)
_YEAR_WITHOUT_LAYER = _BAD_STEP_LAYER.message(
    "a year is that of a data layer", "add 'layer', or leave the year out"
)
_TOO_MANY_COMPARED = _BAD_STEP_LAYER.message(
    Phrase("a data layer compares at most {compared} zones", compared=_COMPARED),
    "name one or two in 'highlight'",
)


def _layer_elsewhere(place: str) -> Message:
    return _BAD_STEP_LAYER.message(
        Phrase(
            "a data layer lies on the map home, and the step goes to '{place}'",
            place=shortened(place),
        ),
        "make two steps, or leave one of the two out",
    )


def _no_such_year(written: str, layer: str, years: Collection[int]) -> Message:
    return _BAD_STEP_LAYER.message(
        Phrase("the data layer '{layer}' has no value for {year}", layer=layer, year=written),
        Phrase("write {names}", names=one_of(map(str, years))),
    )


def _not_in_layer(zone: str, layer: str) -> Message:
    return _BAD_STEP_LAYER.message(
        Phrase("the data layer '{layer}' has no value of '{zone}'", layer=layer, zone=zone),
        "highlight another zone",
    )


RULES = (
    _STATEMENT_AND_PICTURE,
    _TOUR_ID,
    _BAD_DURATION,
    _BAD_STEP_PLACE,
    _UNKNOWN_PANEL,
    _NO_PAGE,
    _BAD_VIEW,
    _BAD_STEP_LAYER,
    _LONG_STATEMENT,
)
"""The rules of this file."""


STATEMENT_WORDS = 30


def check_tour(
    tour: Tour,
    zones: Mapping[str, Zone],
    layers: Mapping[str, DataLayer],
    lost: Lost,
    pictures: Collection[str],
) -> Iterator[LocatedMessage]:
    """What is wrong with the steps, given the zones, data layers and pictures that there are.

    A step that leads to what is `lost` is a consequence of that.
    """
    seen: set[str] = set()
    for index, step in enumerate(tour.steps):
        at: Location = ("steps", index)
        if step.id in seen:
            yield LocatedMessage((*at, "id"), naming_messages.id_used_twice_here(step.id, "steps"))
        seen.add(step.id)
        yield from check_place(step.place, (*at, "place"), zones, lost)
        yield from _check_zone(step.highlight, (*at, "highlight"), zones, lost)
        yield from _check_view(step.view, (*at, "view"), zones, lost)
        yield from check_html(step.notes, (*at, "notes"), spoils=at)
        yield from _check_data_layer(step, at, layers, lost)
        yield from _check_cover(step, at, pictures)


def _check_data_layer(
    step: TourStep, at: Location, layers: Mapping[str, DataLayer], lost: Lost
) -> Iterator[LocatedMessage]:
    """That a step's data layer is there, lies on the map home, and knows of its year."""
    if step.layer is None:
        if step.year is not None:
            yield LocatedMessage((*at, "year"), _YEAR_WITHOUT_LAYER, at_key=True)
        return
    layer = layers.get(step.layer)
    if layer is None:
        message = layer_messages.unknown_layer(step.layer, layers)
        is_lost = step.layer in lost.layers
        yield LocatedMessage((*at, "layer"), None if is_lost else message)
        return
    if step.place != MAP_HOME:
        yield LocatedMessage((*at, "layer"), _layer_elsewhere(step.place), at_key=True)
    if len(step.highlight) > _COMPARED:
        yield LocatedMessage((*at, "highlight"), _TOO_MANY_COMPARED, at_key=True)
    if step.year is not None and not layer.values(step.year.year):
        message = _no_such_year(str(step.year), step.layer, layer.years)
        yield LocatedMessage((*at, "year"), message)
    for index, zone in enumerate(step.highlight):
        if zone in layer.zones or zone in lost.zones:
            continue
        message = _not_in_layer(zone, step.layer)
        yield LocatedMessage((*at, "highlight", index), message)


def _check_cover(
    step: TourStep, at: Location, pictures: Collection[str]
) -> Iterator[LocatedMessage]:
    if step.statement is not None and step.picture is not None:
        yield LocatedMessage((*at, "picture"), _BOTH_STATEMENT_AND_PICTURE, at_key=True)
    if step.picture is not None:
        yield from check_picture(step.picture, (*at, "picture"), pictures)
    if step.statement is not None:
        here = (*at, "statement")
        yield from check_html(step.statement, here, spoils=at)
        for language, words in step.statement.versions.items():
            count = words_in(words)
            if count > STATEMENT_WORDS:
                message = _long_statement(count, language, STATEMENT_WORDS)
                yield LocatedMessage((*here, language), message, spoils=at)


def check_place(
    written: str, at: Location, zones: Mapping[str, Zone], lost: Lost
) -> Iterator[LocatedMessage]:
    """That an address leads to something that is there."""
    if written == BAY and not any(zone.kind == "region" for zone in zones.values()):
        message = naming_messages.unknown_zone(written, zones)
        yield LocatedMessage(at, None if lost.zones else message)
    if written in _SCREENS:
        return
    try:
        zone_id, panel_id, page = split_address(written)
    except ValueError:
        zone_id = panel_id = page = ""
    if not zone_id or (page and not panel_id):
        yield LocatedMessage(at, _bad_step_place(written, _SCREENS))
    elif zone_id not in zones:
        message = naming_messages.unknown_zone(zone_id, {*zones, *_SCREENS})
        yield LocatedMessage(at, None if zone_id in lost.zones else message)
    elif panel_id:
        yield from _check_panel(zones[zone_id], panel_id, page, at, lost)


def _check_panel(
    zone: Zone, panel_id: str, page: str, at: Location, lost: Lost
) -> Iterator[LocatedMessage]:
    panel = zone.panel(panel_id)
    if panel is None:
        known = [known.id for known in zone.panels]
        message = _unknown_panel(panel_id, zone.id, known)
        yield LocatedMessage(at, None if (zone.id, panel_id) in lost.pages else message)
    elif page:
        pages = _most_pages(panel)
        number = int(page) if page.isascii() and page.isdecimal() and len(page) < 4 else 0
        if not 1 <= number <= pages:
            is_lost = 1 <= number <= lost.pages.get((zone.id, panel.id), 0)
            message = _no_such_page(page, panel.id, pages)
            yield LocatedMessage(at, None if is_lost else message)


def _most_pages(panel: Panel) -> int:
    """How many pages a panel can have; but for stories, a small screen decides how many."""
    if panel.kind == "story":
        return len(panel.pages)
    if panel.kind == "facts":
        return len(panel.facts)
    if panel.kind == "people":
        return len(panel.people)
    if panel.kind == "gallery":
        return len(panel.pictures)
    return len(panel.events) if panel.kind == "events" else 1


def _check_zone(
    ids: Collection[str], at: Location, zones: Mapping[str, Zone], lost: Lost
) -> Iterator[LocatedMessage]:
    for index, zone_id in enumerate(ids):
        zone = zones.get(zone_id)
        if zone is None:
            message = naming_messages.unknown_zone(zone_id, zones)
            yield LocatedMessage((*at, index), None if zone_id in lost.zones else message)
        elif zone.landmark is None:
            yield LocatedMessage((*at, index), not_a_zone_of_the_map(zone_id))


def _check_view(
    ids: Collection[str], at: Location, zones: Mapping[str, Zone], lost: Lost
) -> Iterator[LocatedMessage]:
    whole = [written for written in ids if written in (MAP_HOME, BAY)]
    if not whole:
        yield from _check_zone(ids, at, zones, lost)
    elif len(ids) > 1:
        yield LocatedMessage(at, _view_of_two_kinds(whole[0]), at_key=True)
