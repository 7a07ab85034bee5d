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
    from collections.abc import Iterator

    from PySide6.QtCore import QPointF

    from kiosk.app import App
    from kiosk.screen.map.map_world import MapPlace

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")


def story_pages(app: App) -> Iterator[tuple[StoryPanel, int]]:
    """Stand on each page of each story."""
    assert app.exhibit is not None
    for zone in app.exhibit.zones:
        for panel in zone.panels:
            if isinstance(panel, StoryPanel):
                for page in range(1, len(panel.pages) + 1):
                    app.journey.go(Place(zone.id, panel.id, page))
                    yield panel, page


def shown_map(app: App) -> StoryMap | None:
    found = [each for each in app.stage.findChildren(StoryMap) if each.isVisible()]
    return found[0] if found else None


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_are_named_within_the_map_and_no_name_lies_on_another(
    app: App, language: str
) -> None:
    begin_again(app, language)
    for panel, page in story_pages(app):
        small = shown_map(app)
        if small is None:
            continue
        where = f"{panel.id}/{page}"
        names = small._names
        assert names, f"{where}: nothing is named"
        if len(panel.pages[page - 1].places) > 1:
            assert len(names) > 1, f"{where}: only one of several places is named"
        for name in names:
            assert QRectF(small.rect()).contains(name.rect), f"{where}: {name.words}"
        for one, other in combinations(names, 2):
            assert not one.rect.intersects(other.rect), where
        for name in names:
            covered = [at for at in seen_points(small) if name.rect.contains(at)]
            assert not covered, f"{where}: {name.words} covers a dot or the line"


def seen_points(small: StoryMap) -> Iterator[QPointF]:
    """The dots of a small map and the line between two of them, point by point."""
    assert small._key is not None
    camera = small._key.camera
    yield from (camera_point(place, camera) for place in small._places if is_point(place))
    if small._joined:
        line = QLineF(*(camera_point(place, camera) for place in small._joined))
        yield from (line.pointAt(step / 200) for step in range(201))


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headings_of_a_story_have_one_size(app: App, language: str) -> None:
    begin_again(app, language)
    sizes: dict[str, set[int]] = {}
    for panel, page in story_pages(app):
        (view,) = (each for each in app.stage.findChildren(StoryView) if each.isVisible())
        heading = panel.pages[page - 1].heading.words_in(language)
        drawn = next(
            text
            for text in drawn_texts(app.stage, [view])
            if "".join(text.words.split()) == "".join(heading.split())
        )
        sizes.setdefault(panel.id, set()).add(round(drawn.least_size))
    assert {story: found for story, found in sizes.items() if len(found) > 1} == {}
