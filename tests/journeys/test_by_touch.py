"""Whole visits with one finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint

from kiosk.exhibit.place import CREDITS, HOME, LIST, Place
from kiosk.screen.map.map_targets import MapTarget

if TYPE_CHECKING:
    from tests.journeys.visitor import Visitor

OPEN_WATER = QPoint(1180, 900)
"""South of the islands, far from every place, chip and control."""


def test_a_person_finds_how_many_hong_kong_teams_qianhai_incubated_and_who_says_so(
    visitor: Visitor,
) -> None:
    visitor.touch_control("Português")
    visitor.touch_place("qianhai")

    panel = visitor.sees("FactsView")
    assert panel.accessibleName() == "Qianhai"
    heard = panel.accessibleDescription()
    assert "691 de Hong Kong" in heard
    assert "1195 equipas incubadas" in heard

    note = visitor.sees("SourceNote")
    assert "Diário do Povo" in note.accessibleName()
    visitor.touch(visitor.middle_of(note))

    card = visitor.sees("SourceCard")
    assert card.accessibleName() == "Sobre esta fonte"
    assert "Diário do Povo" in card.accessibleDescription()
    assert "16 de junho de 2024" in card.accessibleDescription()

    visitor.touch_control("Fechar")
    assert not visitor.shows("SourceCard")
    assert visitor.place == Place("qianhai")


def test_a_touch_on_qianhai_shows_its_teams(visitor: Visitor) -> None:
    visitor.touch_place("qianhai")

    assert visitor.place == Place("qianhai")
    heard = visitor.sees("FactsView").accessibleDescription()
    assert "1,195 teams incubated" in heard
    assert "691 from Hong Kong" in heard


def test_another_language_keeps_place_and_page(visitor: Visitor) -> None:
    visitor.touch_place("qianhai")
    visitor.touch_control("Stories")
    visitor.touch_control("Next")
    assert visitor.place == Place("qianhai", "dream-campus", 2)
    assert visitor.sees("StoryView").accessibleName() == "Room for young teams"

    visitor.touch_control("Português")
    assert visitor.place == Place("qianhai", "dream-campus", 2)
    assert visitor.sees("StoryView").accessibleName() == "Espaço para equipas jovens"

    visitor.touch_control("繁體中文")
    assert visitor.place == Place("qianhai", "dream-campus", 2)
    assert visitor.sees("StoryView").accessibleName() == "年輕團隊的空間"


def test_the_tabs_lead_to_charts_and_stories_and_back(visitor: Visitor) -> None:
    visitor.touch_place("qianhai")
    visitor.touch_control("Charts")
    assert (
        visitor.sees("ChartView").accessibleName() == "Nearly six in ten teams came from Hong Kong"
    )
    assert visitor.shows("WaffleChart")

    visitor.touch_control("Next page")
    assert visitor.place == Place("qianhai", "growth")
    assert visitor.shows("LineChart")
    visitor.touch_control("Previous page")
    assert visitor.place == Place("qianhai", "six-in-ten")

    visitor.touch_control("Facts")
    assert visitor.sees("FactsView").accessibleName() == "Qianhai"
    assert not visitor.shows("ChartView")


def test_a_story_is_leafed_to_its_end_which_leads_to_the_next_and_then_to_the_facts(
    visitor: Visitor,
) -> None:
    visitor.touch_place("csns")
    visitor.touch_control("Stories")
    headings = [visitor.sees("StoryView").accessibleName()]
    visitor.take_a_moment()
    for _ in range(5):
        visitor.touch_control("Next")
        headings.append(visitor.sees("StoryView").accessibleName())
    assert len(set(headings)) == 6
    assert visitor.place == Place("csns", "super-steel", 6)
    assert "Next" not in visitor.names()

    visitor.touch_control("Previous page")
    assert visitor.place == Place("csns", "super-steel", 5)
    visitor.touch_control("Next")

    visitor.take_a_moment()
    visitor.touch_control("Next story")
    assert visitor.place == Place("csns", "seeing-with-neutrons")
    visitor.take_a_moment()
    visitor.touch_control("Previous story")
    assert visitor.place == Place("csns", "super-steel")
    visitor.app.journey.go(Place("csns", "seeing-with-neutrons"))
    visitor.take_a_moment()
    while "Next" in visitor.names():
        visitor.touch_control("Next")

    visitor.take_a_moment()
    visitor.touch_control("Facts")
    assert visitor.place == Place("csns", "use")
    assert visitor.shows("FactsView")
    assert not visitor.shows("StoryPicture")


def test_back_on_a_storys_first_page_leads_to_the_facts(visitor: Visitor) -> None:
    visitor.touch_place("qianhai")
    visitor.touch_control("Stories")
    assert "Previous page" not in visitor.names()
    visitor.take_a_moment()
    visitor.touch_control("Facts")

    assert visitor.place == Place("qianhai", "teams")


@pytest.mark.parametrize("place", ["qianhai", "qianhai/growth", "csns/super-steel/3", "hetao/zone"])
def test_map_leads_to_the_map_from_everywhere(visitor: Visitor, place: str) -> None:
    visitor.app.journey.go(Place.parse(place))
    visitor.touch_control("Back to the map")

    assert visitor.place == HOME
    assert not visitor.shows("PanelSheet")
    assert visitor.shows("TitleBlock")
    assert "Back to the map" not in visitor.names()


def test_every_touch_on_map_changes_what_is_seen(visitor: Visitor) -> None:
    visitor.touch_place("qianhai")
    visitor.touch_control("Charts")
    visitor.touch_control("Facts")
    visitor.touch_control("Back to the map")

    assert visitor.place == HOME


def test_water_goes_home_from_an_open_zone(visitor: Visitor) -> None:
    visitor.touch_place("qianhai")
    visitor.touch(_water_near(visitor))

    assert visitor.place == HOME


def test_water_at_home_stays_at_home(visitor: Visitor) -> None:
    visitor.touch(OPEN_WATER)

    assert visitor.place == HOME


def test_another_place_is_opened_from_an_open_one(visitor: Visitor) -> None:
    visitor.touch_place("qianhai")
    visitor.touch_place("nansha")

    assert visitor.place == Place("nansha")
    assert visitor.sees("FactsView").accessibleName() == "Nansha"


def test_the_title_opens_the_bay_as_a_whole(visitor: Visitor) -> None:
    visitor.touch_control("The whole bay")

    assert visitor.place == Place("greater-bay-area")
    assert visitor.sees("FactsView").accessibleName() == "Greater Bay Area"


@pytest.mark.parametrize("place", ["hetao", "hengqin", "macao", "hong-kong"])
def test_a_chip_opens_its_place(visitor: Visitor, place: str) -> None:
    targets = visitor.app.stage.map_view.findChildren(MapTarget)
    chip = visitor.middle_of(next(each for each in targets if each.place == place))
    at = visitor.point_of(place)
    assert (chip - at).manhattanLength() > 60, "the chip stands apart from its point"

    visitor.touch(chip)

    assert visitor.place == Place(place)


@pytest.mark.parametrize(
    "place", ["qianhai", "hengqin", "hetao", "nansha", "csns", "macao", "hong-kong", "shenzhen"]
)
def test_every_place_is_opened_at_its_point(visitor: Visitor, place: str) -> None:
    visitor.touch_place(place)

    assert visitor.place == Place(place)


def test_between_hengqin_and_macao_the_nearest_marker_wins(visitor: Visitor) -> None:
    hengqin, macao = visitor.point_of("hengqin"), visitor.point_of("macao")
    way = macao - hengqin

    visitor.touch(hengqin + way * 0.4)
    assert visitor.place == Place("hengqin")

    visitor.app.journey.go(HOME)
    visitor.app.stage.finish()
    visitor.touch(hengqin + way * 0.6)
    assert visitor.place == Place("macao")


def test_a_finger_that_wanders_more_than_24_units_touches_nothing(visitor: Visitor) -> None:
    start = visitor.point_of("qianhai")
    visitor.put_down(start)
    visitor.move(start + QPoint(25, 0))
    visitor.lift(start + QPoint(25, 0))
    assert visitor.place == HOME

    visitor.put_down(start)
    visitor.move(start + QPoint(25, 0))
    visitor.move(start)
    visitor.lift(start)
    assert visitor.place == HOME, "coming back does not make it a tap again"


def test_a_finger_that_trembles_less_than_24_units_still_taps(visitor: Visitor) -> None:
    start = visitor.point_of("qianhai")
    visitor.put_down(start)
    visitor.move(start + QPoint(16, 16))
    visitor.lift(start + QPoint(16, 16))

    assert visitor.place == Place("qianhai")


def test_a_second_finger_cancels_the_tap_of_the_first(visitor: Visitor) -> None:
    start = visitor.point_of("qianhai")
    visitor.put_down(start)
    visitor.put_down_second(start, start + QPoint(200, 100))
    visitor.lift_both(start, start + QPoint(200, 100))

    assert visitor.place == HOME


def test_every_point_of_a_language_segment_chooses_its_language(visitor: Visitor) -> None:
    wrong = []
    for language, name in (("en", "English"), ("zh-Hant", "繁體中文"), ("zh-Hans", "简体中文")):
        segment = visitor.control(name)
        middle = visitor.middle_of(segment)
        for offset in (-33, 0, 33):
            visitor.app.journey.speak("pt")
            visitor.touch(middle + QPoint(offset, 0))
            if visitor.app.journey.comfort.language != language:
                wrong.append((name, offset))
    assert wrong == []


def test_the_list_leads_to_a_place_and_back(visitor: Visitor) -> None:
    visitor.touch_control("All places")
    assert visitor.place == Place(screen=LIST)

    visitor.touch_control("Qianhai", within="IndexList")
    assert visitor.place == Place("qianhai")

    visitor.touch_control("Back to the map")
    assert visitor.place == HOME


def test_the_credit_of_the_map_opens_the_credits(visitor: Visitor) -> None:
    visitor.touch(visitor.middle_of(visitor.sees("Legend")))
    assert visitor.place == Place(screen=CREDITS)

    visitor.touch_control("Back to the map")
    assert visitor.place == HOME


def test_many_hasty_touches_end_where_the_last_one_led(visitor: Visitor) -> None:
    for place in ("qianhai", "nansha", "csns", "hengqin") * 3:
        visitor.app.journey.go(HOME)
        visitor.touch_place(place)
        visitor.touch_place(place)
    visitor.touch_control("Português")
    visitor.touch_control("English")

    assert visitor.place == Place("hengqin")
    assert visitor.sees("FactsView").accessibleName() == "Hengqin"


def _water_near(visitor: Visitor) -> QPoint:
    """A point of the map's free part on which no place stands."""
    view = visitor.app.stage.map_view
    for x in range(100, 1100, 40):
        for y in range(100, 900, 40):
            if view.place_at(QPoint(x, y).toPointF()) is None:
                return QPoint(x, y)
    raise AssertionError("there is no water")
