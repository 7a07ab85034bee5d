"""Each button leads where its words say, in every place; and every panel can be reached by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy

from kiosk.exhibit.place import HOME, LIST, PLACES, Place, first_pages
from kiosk.workshop.check.drawn_text import drawn_texts

if TYPE_CHECKING:
    from tests.journeys.visitor import Visitor

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
KINDS = {"facts": "facts", "charts": "chart", "stories": "story"}
"""What a button may be called by which kind of panel it then has to open."""
OF_EVERY_KIND = ("csns", "hetao", "qianhai")
"""Zones with all kinds of panels, pages and stories."""
STEP_UP = (Qt.Key.Key_Escape, Qt.Key.Key_Backspace)


def _zones(visitor: Visitor) -> list[str]:
    assert visitor.app.exhibit is not None
    return [zone.id for zone in visitor.app.exhibit.zones]


def _panels(visitor: Visitor) -> list[Place]:
    assert visitor.app.exhibit is not None
    return [place for place in first_pages(visitor.app.exhibit) if place.zone]


def _kind(visitor: Visitor) -> str:
    assert visitor.app.exhibit is not None
    opened = visitor.place.resolve(visitor.app.exhibit)
    assert opened is not None
    return "places" if opened.panel is None else opened.panel.kind


@pytest.mark.parametrize(
    ("language", "zones"),
    [
        ("en", OF_EVERY_KIND[:2]),
        ("zh-Hant", OF_EVERY_KIND[2:]),
        pytest.param("en", (), marks=pytest.mark.soak),
        *(pytest.param(each, OF_EVERY_KIND, marks=pytest.mark.soak) for each in LANGUAGES[1:]),
    ],
)
def test_the_map_and_the_kinds_of_panels_are_where_buttons_say(
    visitor: Visitor, language: str, zones: tuple[str, ...]
) -> None:
    """Also the ends of a story, which have the words of a tab.  Without zones, in all of them."""
    words = visitor.app.interface_style().words
    back = words.say("back_to_map", language)
    by_words = {words.say(key, language): kind for key, kind in KINDS.items()}
    visitor.app.journey.speak(language)
    wrong = []
    for place in _panels(visitor):
        if zones and place.zone not in zones:
            continue
        visitor.app.journey.go(place)
        pages = [place.at_page(page) for page in range(1, visitor.app.stage.pages + 1)]
        for page in pages:
            visitor.app.journey.go(page)
            for name in {*visitor.names()} & {back, *by_words}:
                visitor.app.journey.go(page)
                visitor.control(name).click()
                led = HOME if name == back else by_words[name]
                found = visitor.place if name == back else _kind(visitor)
                if found != led or (name != back and visitor.place.zone != page.zone):
                    wrong.append(f"{page}: {name!r} leads to {visitor.place}")
    assert wrong == []


@pytest.mark.parametrize("every", [8, pytest.param(1, marks=pytest.mark.soak)])
def test_every_panel_of_every_place_is_reached_by_its_buttons(visitor: Visitor, every: int) -> None:
    """`make test` goes through one place in eight, and through Hetao, which has all there is."""
    words = visitor.app.interface_style().words
    keys = ("facts", "charts", "stories", "places", "next", "next_page", "next_story")
    ways = {words.say(key, "en") for key in keys}
    reached = set()
    exhibit = visitor.app.exhibit
    assert exhibit is not None
    zones = dict.fromkeys((*_zones(visitor)[::every], "hetao"))
    for zone in zones:
        waiting, seen = [Place(zone)], set()
        while waiting:
            place = waiting.pop()
            visitor.app.journey.go(place)
            opened = place.resolve(exhibit)
            if opened is None or opened.ids in seen:
                continue
            seen.add(opened.ids)
            for name in {*visitor.names()} & ways:
                visitor.app.journey.go(place)
                visitor.control(name).click()
                waiting.append(visitor.place)
        reached |= {(zone, panel) for zone, panel, _ in seen}

    missing = [
        str(place)
        for place in _panels(visitor)
        if place.zone in zones and (place.zone, place.panel) not in reached
    ]
    assert (("hetao", PLACES) in reached, missing) == (True, [])


def _bare(words: str) -> str:
    """Without the spaces and the joiners, which typesetting changes."""
    return "".join(filter(str.isalnum, words))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("start", [HOME, Place(screen=LIST)])
def test_the_whole_bay_is_written_on_what_opens_it(
    visitor: Visitor, language: str, start: Place
) -> None:
    """On the map home and in the list, so that nobody has to guess."""
    app = visitor.app
    assert app.exhibit is not None
    assert app.exhibit.region is not None
    app.journey.speak(language)
    app.journey.go(start)
    name = app.interface_style().words.say("whole_bay", language)
    written = [text for text in drawn_texts(app.stage) if _bare(text.words) == _bare(name)]
    assert len(written) == 1

    visitor.take_a_moment()
    visitor.touch(written[0].widget.mapTo(app.stage, QPoint(30, 30)))
    assert visitor.place == Place(app.exhibit.region.id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_counts_what_it_lists(visitor: Visitor, language: str) -> None:
    visitor.app.journey.speak(language)
    visitor.app.journey.go(Place(screen=LIST))
    exhibit = visitor.app.exhibit
    assert exhibit is not None
    listed = [zone for zone in exhibit.zones if zone.kind != "region"]
    words = visitor.app.interface_style().words
    counted = words.say("place_count", language, count=str(len(listed)))
    assert _bare(counted) in {_bare(text.words) for text in drawn_texts(visitor.app.stage)}


@pytest.mark.parametrize("key", STEP_UP)
def test_a_key_leads_up_to_the_facts_and_then_to_the_map(visitor: Visitor, key: Qt.Key) -> None:
    for start in ("qianhai/dream-campus/3", "qianhai/growth", "hetao/~places"):
        visitor.app.journey.go(Place.parse(start))
        places = []
        for _ in range(2):
            visitor.press(key)
            places.append(str(visitor.place))
        assert places == [start.partition("/")[0], "home"]


def test_backspace_never_leaves_the_exhibit(visitor: Visitor) -> None:
    left = QSignalSpy(visitor.app.left)
    for _ in range(3):
        visitor.press(Qt.Key.Key_Backspace)
    assert (visitor.place, left.count()) == (HOME, 0)
