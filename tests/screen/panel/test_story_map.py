"""A story's small map names its places, and joins two of them only where that says something."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLineF, QRectF

from kiosk.exhibit.model.exhibit import StoryPanel
from kiosk.exhibit.place import Place
from kiosk.screen.panel.story_map import StoryMap
from kiosk.screen.panel.story_map_names import camera_point, is_point, without_surroundings
from kiosk.screen.panel.story_view import StoryView
from kiosk.workshop.check.drawn_text import drawn_texts
from tests.journeys.standing import begin_again

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtCore import QPointF

    from kiosk.app import App
    from kiosk.screen.map.map_world import MapPlace

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")


def stories(app: App) -> list[tuple[str, StoryPanel]]:
    """Every story, and the zone that it is of."""
    assert app.exhibit is not None
    return [
        (zone.id, panel)
        for zone in app.exhibit.zones
        for panel in zone.panels
        if isinstance(panel, StoryPanel)
    ]


def faults_in(app: App, told: Iterable[tuple[str, StoryPanel]], language: str) -> list[str]:
    """What is wrong on the pages of these stories."""
    begin_again(app, language)
    faults = []
    for zone, panel in told:
        sizes = set()
        for page in range(1, len(panel.pages) + 1):
            app.journey.go(Place(zone, panel.id, page))
            faults += [f"{panel.id}/{page}: {fault}" for fault in map_faults(app, panel, page)]
            sizes.add(heading_size(app, panel.pages[page - 1].heading.words_in(language)))
        if len(sizes) > 1:
            faults.append(f"{panel.id}: headings of {sorted(sizes)}")
    return faults


def shown_map(app: App) -> StoryMap | None:
    found = [each for each in app.stage.findChildren(StoryMap) if each.isVisible()]
    return found[0] if found else None


def map_faults(app: App, panel: StoryPanel, page: int) -> Iterator[str]:
    """Names that lack, leave the small map, or lie on something."""
    small = shown_map(app)
    if small is None:
        return
    assert small._shown is not None
    names = small._shown.names
    if len(names) < min(2, max(1, len(panel.pages[page - 1].places))):
        yield f"only {[name.words for name in names]} of all places"
    for name in names:
        if not QRectF(small.rect()).contains(name.rect):
            yield f"{name.words} leaves the map"
        if any(name.rect.contains(at) for at in seen_points(small)):
            yield f"{name.words} covers a dot or the line"
    for one, other in combinations(names, 2):
        if one.rect.intersects(other.rect):
            yield f"{one.words} lies on {other.words}"


def seen_points(small: StoryMap) -> Iterator[QPointF]:
    """The dots of a small map and the line between two of them, point by point."""
    shown = small._shown
    assert shown is not None
    yield from (camera_point(place, shown.camera) for place in shown.places if is_point(place))
    if shown.line:
        line = QLineF(*shown.line)
        yield from (line.pointAt(step / 200) for step in range(201))


def heading_size(app: App, heading: str) -> int:
    """How large the heading of the page is drawn, in pixels."""
    (view,) = (each for each in app.stage.findChildren(StoryView) if each.isVisible())
    drawn = next(
        text
        for text in drawn_texts(app.stage, [view])
        if "".join(text.words.split()) == "".join(heading.split())
    )
    return round(drawn.least_size)


@pytest.mark.parametrize("language", LANGUAGES)
def test_some_stories_name_their_places_and_have_headings_of_one_size(
    app: App, language: str
) -> None:
    """Each story in one of the languages."""
    some = stories(app)[LANGUAGES.index(language) :: len(LANGUAGES)]
    assert faults_in(app, some, language) == []


@pytest.mark.soak
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_stories_name_their_places_and_have_headings_of_one_size(
    app: App, language: str
) -> None:
    assert faults_in(app, stories(app), language) == []


def test_a_point_is_not_joined_with_the_city_around_it(app: App) -> None:
    begin_again(app)
    (small,) = app.stage.findChildren(StoryMap)
    world = small._world
    assert world is not None

    def places(*ids: str) -> list[MapPlace]:
        found = [world.place(each) for each in ids]
        return [place for place in found if place is not None]

    def kept(*ids: str) -> list[str]:
        return [place.landmark.id for place in without_surroundings(places(*ids))]

    assert kept("csns", "dongguan") == ["csns"]
    assert kept("hetao", "shenzhen", "hong-kong") == ["hetao"]
    assert kept("qianhai", "hong-kong") == ["qianhai", "hong-kong"]
    assert kept("hong-kong") == ["hong-kong"]


def test_a_link_is_drawn_by_its_name_from_end_to_end(app: App) -> None:
    """Nothing else is written on its line, and it does not stand on what is written."""
    for language in LANGUAGES:
        begin_again(app, language)
        for address in ("csns/super-steel/1", "nansha/supercomputer-on-loan/2"):
            app.journey.go(Place.parse(address))
            shown = shown_map(app)
            assert shown is not None
            assert shown._shown is not None
            shown.finish()
            (link,) = shown._shown.links
            assert link.stamp is not None, (language, address)
            rects = [name.rect for name in shown._shown.names]
            for at in (link.line.pointAtPercent(step / 40) for step in range(41)):
                assert not any(rect.contains(at) for rect in (*rects, link.rect)), address
            assert not any(link.rect.intersects(rect) for rect in rects)
