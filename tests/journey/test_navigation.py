"""Touches on a data layer move the journey: another layer, another year, what is compared."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from kiosk.exhibit.place import HOME, Place
from kiosk.journey.comfort import Comfort
from kiosk.journey.journey import Journey
from kiosk.journey.navigation import Navigation


@pytest.fixture
def journey(qapp: object) -> Journey:
    return Journey(Comfort(language="en"))


@pytest.fixture
def navigation(journey: Journey) -> Navigation:
    return Navigation(journey, QObject(journey))


def test_what_is_compared_stays_from_year_to_year_and_from_layer_to_layer(
    journey: Journey, navigation: Navigation
) -> None:
    navigation.open_layer("gdp")
    navigation.compare("shenzhen")
    navigation.compare("macao")
    navigation.show_year("2020")
    assert str(journey.place) == "home#gdp:2020"
    assert journey.highlight == ("shenzhen", "macao")

    navigation.open_layer("population")
    assert str(journey.place) == "home#population"
    assert journey.highlight == ("shenzhen", "macao")


def test_no_layer_is_the_map_home_with_nothing_compared(
    journey: Journey, navigation: Navigation
) -> None:
    navigation.open_layer("gdp")
    navigation.compare("shenzhen")
    navigation.open_layer("")
    assert (journey.place, journey.highlight) == (HOME, ())


def test_a_touch_on_water_lets_go_and_the_layer_stays(
    journey: Journey, navigation: Navigation
) -> None:
    navigation.open_layer("gdp")
    navigation.compare("shenzhen")
    navigation.compare("")
    assert (journey.place, journey.highlight) == (Place(layer="gdp"), ())


def test_what_a_tour_lights_elsewhere_is_not_compared_on_a_layer(
    journey: Journey, navigation: Navigation
) -> None:
    journey.go(HOME, ("qianhai", "hetao", "nansha"))
    navigation.open_layer("gdp")
    assert journey.highlight == ()


def test_the_list_opens_and_closes(journey: Journey, navigation: Navigation) -> None:
    navigation.open_list()
    assert str(journey.place) == "list"
    navigation.turn_to(2)
    navigation.open_list()
    assert journey.place == HOME


@pytest.mark.parametrize("opened", ["open_list", "open_credits"])
def test_a_layer_is_there_again_after_a_board_and_what_was_opened_from_it(
    journey: Journey, navigation: Navigation, opened: str
) -> None:
    navigation.open_layer("gdp")
    navigation.compare("shenzhen")
    navigation.show_year("2020")
    getattr(navigation, opened)()
    assert journey.place.screen
    navigation.open_zone("macao")
    navigation.open_panel("people")
    navigation.go_back()
    assert str(journey.place) == "home#gdp:2020"
    assert journey.highlight == ("shenzhen",)
    navigation.go_back()
    assert journey.place == HOME


def test_closing_the_list_leads_back_to_the_layer(journey: Journey, navigation: Navigation) -> None:
    navigation.open_layer("gdp")
    navigation.open_list()
    navigation.turn_to(2)
    navigation.open_list()
    assert str(journey.place) == "home#gdp"
    navigation.open_list()
    navigation.go_up()
    assert str(journey.place) == "home#gdp"
