"""The rules for tours: every step leads to something that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.exhibit.model.tour import BAY, CREDITS, HOME, LIST
from kiosk.exhibit.rules import naming_messages, tour_messages
from kiosk.exhibit.rules.story_rules import check_html, check_picture, words_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from kiosk.exhibit.model.exhibit import ChartPanel, FactsPanel, StoryPanel, Zone
    from kiosk.exhibit.model.located_message import Lost
    from kiosk.exhibit.model.tour import Tour, TourStep
    from kiosk.text.yaml_source import Location

STATEMENT_WORDS = 30


def check_tour(
    tour: Tour, zones: Mapping[str, Zone], lost: Lost, pictures: Collection[str]
) -> Iterator[LocatedMessage]:
    """What is wrong with the steps, given the zones and the pictures that there are.

    A step that leads to what is `lost` is a consequence of that.
    """
    seen: set[str] = set()
    for index, step in enumerate(tour.steps):
        at: Location = ("steps", index)
        if step.id in seen:
            yield LocatedMessage((*at, "id"), naming_messages.id_used_twice_here(step.id, "steps"))
        seen.add(step.id)
        yield from _check_place(step.place, (*at, "place"), zones, lost)
        yield from _check_zone(step.highlight, (*at, "highlight"), zones, lost)
        yield from _check_view(step.view, (*at, "view"), zones, lost)
        yield from check_html(step.notes, (*at, "notes"), spoils=at)
        yield from _check_layer(step, at, pictures)


def _check_layer(
    step: TourStep, at: Location, pictures: Collection[str]
) -> Iterator[LocatedMessage]:
    if step.statement is not None and step.picture is not None:
        yield LocatedMessage(
            (*at, "picture"), tour_messages.BOTH_STATEMENT_AND_PICTURE, at_key=True
        )
    if step.picture is not None:
        yield from check_picture(step.picture, (*at, "picture"), pictures)
    if step.statement is not None:
        here = (*at, "statement")
        yield from check_html(step.statement, here, spoils=at)
        for language, words in step.statement.versions.items():
            count = words_in(words)
            if count > STATEMENT_WORDS:
                message = tour_messages.long_statement(count, language, STATEMENT_WORDS)
                yield LocatedMessage((*here, language), message, spoils=at)


def _check_place(
    written: str, at: Location, zones: Mapping[str, Zone], lost: Lost
) -> Iterator[LocatedMessage]:
    if written in (HOME, LIST, CREDITS):
        return
    if written == BAY:
        if not any(zone.kind == "region" for zone in zones.values()):
            message = naming_messages.unknown_zone(written, zones)
            yield LocatedMessage(at, None if lost.zones else message)
        return
    zone_id, *inside = written.split("/")
    if len(inside) > 2 or not all((zone_id, *inside)):
        yield LocatedMessage(at, tour_messages.bad_step_place(written, (HOME, BAY, LIST, CREDITS)))
    elif zone_id not in zones:
        known = {*zones, HOME, BAY, LIST, CREDITS}
        message = naming_messages.unknown_zone(zone_id, known)
        yield LocatedMessage(at, None if zone_id in lost.zones else message)
    elif inside:
        yield from _check_panel(zones[zone_id], inside, at, lost)


def _check_panel(
    zone: Zone, inside: list[str], at: Location, lost: Lost
) -> Iterator[LocatedMessage]:
    panel = zone.panel(inside[0])
    if panel is None:
        known = [known.id for known in zone.panels]
        message = tour_messages.unknown_panel(inside[0], zone.id, known)
        yield LocatedMessage(at, None if (zone.id, inside[0]) in lost.pages else message)
    elif len(inside) == 2:
        page, pages = inside[1], _most_pages(panel)
        number = int(page) if page.isascii() and page.isdecimal() and len(page) < 4 else 0
        if not 1 <= number <= pages:
            is_lost = 1 <= number <= lost.pages.get((zone.id, panel.id), 0)
            message = tour_messages.no_such_page(page, panel.id, pages)
            yield LocatedMessage(at, None if is_lost else message)


def _most_pages(panel: FactsPanel | ChartPanel | StoryPanel) -> int:
    """How many pages a panel can have; with facts, a small screen decides how many it needs."""
    if panel.kind == "story":
        return len(panel.pages)
    return len(panel.facts) if panel.kind == "facts" else 1


def _check_zone(
    ids: Collection[str], at: Location, zones: Mapping[str, Zone], lost: Lost
) -> Iterator[LocatedMessage]:
    for index, zone_id in enumerate(ids):
        zone = zones.get(zone_id)
        if zone is None:
            message = naming_messages.unknown_zone(zone_id, zones)
            yield LocatedMessage((*at, index), None if zone_id in lost.zones else message)
        elif zone.landmark is None:
            yield LocatedMessage((*at, index), tour_messages.not_a_zone_of_the_map(zone_id))


def _check_view(
    ids: Collection[str], at: Location, zones: Mapping[str, Zone], lost: Lost
) -> Iterator[LocatedMessage]:
    whole = [written for written in ids if written in (HOME, BAY)]
    if not whole:
        yield from _check_zone(ids, at, zones, lost)
    elif len(ids) > 1:
        yield LocatedMessage(at, tour_messages.view_of_two_kinds(whole[0]), at_key=True)
