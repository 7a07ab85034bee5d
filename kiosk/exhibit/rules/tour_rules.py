"""The rules for tours: every step leads to something that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.finding import Finding
from kiosk.exhibit.model.tour import BAY, CREDITS, HOME, LIST
from kiosk.exhibit.rules import naming_mistakes, tour_mistakes
from kiosk.exhibit.rules.story_rules import html_findings, picture_findings, words_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from kiosk.exhibit.model.exhibit import ChartPanel, FactsPanel, StoryPanel, Zone
    from kiosk.exhibit.model.finding import Lost
    from kiosk.exhibit.model.tour import Tour, TourStep
    from kiosk.text.yaml_source import Location

STATEMENT_WORDS = 30


def tour_findings(
    tour: Tour, zones: Mapping[str, Zone], lost: Lost, pictures: Collection[str]
) -> Iterator[Finding]:
    """What is wrong with the steps, given the zones and the pictures that there are.

    A step that leads to what is `lost` is a consequence of that.
    """
    seen: set[str] = set()
    for index, step in enumerate(tour.steps):
        at: Location = ("steps", index)
        if step.id in seen:
            yield Finding((*at, "id"), naming_mistakes.id_used_twice_here(step.id, "steps"))
        seen.add(step.id)
        yield from _place_findings(step.place, (*at, "place"), zones, lost)
        yield from _zone_findings(step.highlight, (*at, "highlight"), zones, lost)
        yield from _view_findings(step.view, (*at, "view"), zones, lost)
        yield from html_findings(step.notes, (*at, "notes"), spoils=at)
        yield from _layer_findings(step, at, pictures)


def _layer_findings(step: TourStep, at: Location, pictures: Collection[str]) -> Iterator[Finding]:
    if step.statement is not None and step.picture is not None:
        yield Finding((*at, "picture"), tour_mistakes.BOTH_STATEMENT_AND_PICTURE, at_key=True)
    if step.picture is not None:
        yield from picture_findings(step.picture, (*at, "picture"), pictures)
    if step.statement is not None:
        here = (*at, "statement")
        yield from html_findings(step.statement, here, spoils=at)
        for language, words in step.statement.versions.items():
            count = words_in(words)
            if count > STATEMENT_WORDS:
                mistake = tour_mistakes.long_statement(count, language, STATEMENT_WORDS)
                yield Finding((*here, language), mistake, spoils=at)


def _place_findings(
    written: str, at: Location, zones: Mapping[str, Zone], lost: Lost
) -> Iterator[Finding]:
    if written in (HOME, LIST, CREDITS):
        return
    if written == BAY:
        if not any(zone.kind == "region" for zone in zones.values()):
            mistake = naming_mistakes.unknown_zone(written, zones)
            yield Finding(at, None if lost.zones else mistake)
        return
    zone_id, *inside = written.split("/")
    if len(inside) > 2 or not all((zone_id, *inside)):
        yield Finding(at, tour_mistakes.bad_step_place(written, (HOME, BAY, LIST, CREDITS)))
    elif zone_id not in zones:
        known = {*zones, HOME, BAY, LIST, CREDITS}
        mistake = naming_mistakes.unknown_zone(zone_id, known)
        yield Finding(at, None if zone_id in lost.zones else mistake)
    elif inside:
        yield from _panel_findings(zones[zone_id], inside, at, lost)


def _panel_findings(zone: Zone, inside: list[str], at: Location, lost: Lost) -> Iterator[Finding]:
    panel = zone.panel(inside[0])
    if panel is None:
        known = [known.id for known in zone.panels]
        mistake = tour_mistakes.unknown_panel(inside[0], zone.id, known)
        yield Finding(at, None if (zone.id, inside[0]) in lost.pages else mistake)
    elif len(inside) == 2:
        page, pages = inside[1], _most_pages(panel)
        number = int(page) if page.isascii() and page.isdecimal() and len(page) < 4 else 0
        if not 1 <= number <= pages:
            is_lost = 1 <= number <= lost.pages.get((zone.id, panel.id), 0)
            mistake = tour_mistakes.no_such_page(page, panel.id, pages)
            yield Finding(at, None if is_lost else mistake)


def _most_pages(panel: FactsPanel | ChartPanel | StoryPanel) -> int:
    """How many pages a panel can have; with facts, a small screen decides how many it needs."""
    if panel.kind == "story":
        return len(panel.pages)
    return len(panel.facts) if panel.kind == "facts" else 1


def _zone_findings(
    ids: Collection[str], at: Location, zones: Mapping[str, Zone], lost: Lost
) -> Iterator[Finding]:
    for index, zone_id in enumerate(ids):
        zone = zones.get(zone_id)
        if zone is None:
            mistake = naming_mistakes.unknown_zone(zone_id, zones)
            yield Finding((*at, index), None if zone_id in lost.zones else mistake)
        elif zone.landmark is None:
            yield Finding((*at, index), tour_mistakes.not_a_zone_of_the_map(zone_id))


def _view_findings(
    ids: Collection[str], at: Location, zones: Mapping[str, Zone], lost: Lost
) -> Iterator[Finding]:
    whole = [written for written in ids if written in (HOME, BAY)]
    if not whole:
        yield from _zone_findings(ids, at, zones, lost)
    elif len(ids) > 1:
        yield Finding(at, tour_mistakes.view_of_two_kinds(whole[0]), at_key=True)
