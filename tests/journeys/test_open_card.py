"""A card is open over a panel: what a touch beside it, Escape and another language do to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from kiosk.exhibit.place import HOME, LIST, Place
from kiosk.screen.control.button import Button
from kiosk.screen.control.pager import Pager
from kiosk.shipped import shipped
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.journeys.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import App
    from kiosk.screen.panel.panel_cards import PanelCards

TEAMS = Place("qianhai", "teams")
STORY = Place("qianhai", "dream-campus", 3)
CARDS = ["sources", "term"]


@pytest.fixture(scope="module")
def upright_app(qapp: object) -> Iterator[App]:
    app = open_exhibit(shipped("content"), size=(1080, 1920), still=False)
    yield app
    close_exhibit(app)


@pytest.fixture
def upright(upright_app: App) -> Visitor:
    begin_again(upright_app)
    return Visitor(upright_app)


def _cards(visitor: Visitor) -> PanelCards:
    sheet = visitor.app.stage.sheet
    assert sheet is not None
    return sheet.cards


def _open(visitor: Visitor, card: str, place: Place = TEAMS) -> None:
    """Open a card as a visitor does, and look at it for a moment."""
    visitor.app.journey.go(place)
    visitor.app.stage.finish()
    visitor.take_a_moment()
    if card == "sources":
        visitor.click(visitor.middle_of(visitor.sees("SourceNote")))
    else:
        visitor.click(visitor.middle_of(_cards(visitor).terms.words[0]))
    visitor.take_a_moment()
    assert _cards(visitor).is_open


def _beside(visitor: Visitor, what: str) -> QPoint:
    """A point of the map: on a place that can be opened, on its name, or on nothing at all."""
    view = visitor.app.stage.map_view
    if what == "place":
        return visitor.point_of("hetao")
    if what == "name":
        chip = next(each for each in view.lettering.chips if each.place != "qianhai")
        return chip.rect.center().toPoint()
    sheet = visitor.app.stage.sheet
    assert sheet is not None
    points = (
        QPoint(x, y)
        for y in range(200, visitor.app.stage.height() - 200, 40)
        for x in range(200, visitor.app.stage.width() - 200, 40)
        if not sheet.geometry().contains(x, y)
    )
    return next(point for point in points if view.place_at(QPointF(point)) is None)


@pytest.mark.parametrize("what", ["water", "place", "name"])
@pytest.mark.parametrize("card", CARDS)
def test_a_touch_on_the_map_closes_the_card_and_the_next_does_what_it_says(
    visitor: Visitor, card: str, what: str
) -> None:
    _open(visitor, card)
    point = _beside(visitor, what)
    opens = visitor.app.stage.map_view.place_at(QPointF(point))
    visitor.touch(point)
    assert not _cards(visitor).is_open
    assert visitor.place == TEAMS

    visitor.take_a_moment()
    visitor.touch(point)
    assert visitor.place == (HOME if opens is None else Place(opens))


@pytest.mark.parametrize("card", CARDS)
def test_a_click_beside_it_closes_it_like_a_touch(visitor: Visitor, card: str) -> None:
    _open(visitor, card)
    visitor.click(_beside(visitor, "water"))

    assert not _cards(visitor).is_open
    assert visitor.place == TEAMS


@pytest.mark.parametrize("card", CARDS)
def test_a_touch_on_a_story_s_picture_closes_it(visitor: Visitor, card: str) -> None:
    _open(visitor, card, STORY)
    visitor.touch(visitor.sees("StoryPicture").geometry().center())

    assert not _cards(visitor).is_open
    assert visitor.place == STORY


@pytest.mark.parametrize("card", CARDS)
def test_a_second_tap_at_once_closes_it_and_goes_nowhere(visitor: Visitor, card: str) -> None:
    _open(visitor, card)
    point = _beside(visitor, "water")
    visitor.touch(point)
    visitor.touch(point)

    assert visitor.place == TEAMS


def test_escape_closes_it_first_and_then_leads_up(visitor: Visitor) -> None:
    for card in CARDS:
        _open(visitor, card)
        visitor.press(Qt.Key.Key_Escape)
        assert not _cards(visitor).is_open
        assert visitor.place == TEAMS

    visitor.press(Qt.Key.Key_Escape)
    assert visitor.place == HOME


@pytest.mark.parametrize("card", CARDS)
def test_the_dock_does_what_it_says(visitor: Visitor, card: str) -> None:
    _open(visitor, card)
    visitor.touch_control("All places")
    assert visitor.place == Place(screen=LIST)

    visitor.app.journey.go(TEAMS)
    assert not _cards(visitor).is_open


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans", "pt"])
def test_the_card_of_sources_stays_open_in_another_language(
    visitor: Visitor, language: str
) -> None:
    _open(visitor, "sources")
    visitor.app.journey.speak(language)

    words = visitor.app.interface_style().words
    sources = visitor.sees("SourceCard")
    assert sources.accessibleName() == words.say("about_this_source", language)
    visitor.touch_control(words.say("close", language), within="SourceCard")
    assert not _cards(visitor).is_open
    assert visitor.place == TEAMS


def test_its_page_stays_too(visitor: Visitor) -> None:
    _open(visitor, "sources", Place("greater-bay-area", "world-rank"))
    sources = _cards(visitor).sources
    assert len(sources.pages) > 1
    pager = next(each for each in sources.findChildren(Pager) if each.isVisible())
    on = next(each for each in pager.findChildren(Button) if each.key == "on")
    visitor.touch(visitor.middle_of(on))
    assert sources.leaf == 2

    visitor.touch_control("繁體中文")
    assert visitor.shows("SourceCard")
    assert sources.leaf == 2


def test_a_word_stays_explained_in_another_language(visitor: Visitor) -> None:
    _open(visitor, "term")
    terms = _cards(visitor).terms
    key = terms.words[0].word.key if terms.words[0].word else ""
    visitor.touch_control("Português")

    assert terms.card.isVisible()
    opened = next(each for each in terms.words if each.word and each.word.key == key)
    assert opened.word is not None
    assert terms.card.accessibleName() == opened.word.word


def test_another_size_of_the_window_keeps_the_card(visitor: Visitor) -> None:
    _open(visitor, "sources")
    stage = visitor.app.stage
    size = stage.size()
    stage.resize(1280, 1024)
    assert visitor.sees("SourceCard").size() == visitor.sees("PanelSheet").size()
    stage.resize(size)


@pytest.mark.parametrize("card", CARDS)
def test_it_is_no_different_in_motion_and_upright(card: str, upright: Visitor) -> None:
    _open(upright, card)
    upright.touch_control("Português")
    assert _cards(upright).is_open
    upright.touch(_beside(upright, "water"))
    assert not _cards(upright).is_open
    assert upright.place == TEAMS
