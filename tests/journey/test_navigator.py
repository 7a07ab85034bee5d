"""Where touches lead, without a window: up, the list, the bay, and what has gone."""

from __future__ import annotations

import pytest

from kiosk.exhibit.place import HOME, Place
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.journey.comfort import Comfort
from kiosk.journey.navigator import Detour, Navigator
from kiosk.shipped import shipped


@pytest.fixture(scope="module")
def navigator() -> Navigator:
    return Navigator(read_exhibit(shipped("content")).exhibit)


@pytest.mark.parametrize(
    ("here", "above"),
    [
        ("csns/super-steel/3", "csns"),
        ("csns", "home"),
        ("qianhai/teams", "home"),
        ("qianhai/teams/2", "qianhai"),
        ("list/2", "home"),
        ("credits", "home"),
        ("home", "home"),
        ("home@qianhai+hetao", "home"),
        ("home#gdp:2023@shenzhen", "home"),
    ],
)
def test_up_leads_to_the_zone_and_then_home(navigator: Navigator, here: str, above: str) -> None:
    assert navigator.exhibit is not None
    qianhai = navigator.exhibit.zone("qianhai")
    assert qianhai is not None
    here = here.replace("teams", qianhai.panels[0].id)

    assert str(navigator.up(Place.parse(here))) == above


def test_before_the_exhibit_has_been_read_up_goes_by_the_address_alone() -> None:
    assert Navigator().up(Place("qianhai", "teams")) == Place("qianhai")
    assert Navigator().bay(HOME) == HOME
    assert Navigator().near(Place("atlantis")) == Place("atlantis")


def test_the_title_leads_to_the_region(navigator: Navigator) -> None:
    assert navigator.exhibit is not None
    assert navigator.exhibit.region is not None
    assert navigator.bay(HOME) == Place(navigator.exhibit.region.id)


def test_a_tab_leads_to_its_panel_while_a_zone_is_open(navigator: Navigator) -> None:
    assert navigator.panel(Place("qianhai", "teams", 2), "growth") == Place("qianhai", "growth")
    assert navigator.panel(HOME, "growth") == HOME


def test_a_data_layer_lies_on_what_the_map_home_frames() -> None:
    assert str(Navigator().layer("gdp", Place.parse("home#area:2020@bay"))) == "home#gdp@bay"
    assert str(Navigator().layer("gdp", Place.parse("qianhai/teams@bay"))) == "home#gdp"
    assert Navigator().layer("", Place(layer="gdp")) == HOME


@pytest.mark.parametrize(
    ("touched", "before", "after"),
    [
        ("shenzhen", "", "shenzhen"),
        ("macao", "shenzhen", "shenzhen macao"),
        ("zhuhai", "shenzhen macao", "shenzhen zhuhai"),
        ("shenzhen", "shenzhen macao", "macao"),
        ("shenzhen", "shenzhen", ""),
        ("", "shenzhen macao", ""),
    ],
)
def test_two_zones_are_compared_at_most(touched: str, before: str, after: str) -> None:
    pinned = Navigator().compared(touched, tuple(before.split()))
    assert pinned == tuple(after.split())


def test_a_place_that_has_gone_is_wanted_until_it_is_back(navigator: Navigator) -> None:
    gone = Place("atlantis", "facts")
    detour = navigator.rejoin(gone, Detour())
    assert detour == Detour(gone, HOME)

    # Still at the nearest place: the wish stands.
    assert Navigator().rejoin(HOME, detour) == Detour(gone, gone)
    # Gone elsewhere since: the wish is over.
    assert navigator.rejoin(Place("csns"), detour) == Detour(Place("csns"), Place("csns"))


def test_a_language_that_has_gone_gives_way_to_the_first(navigator: Navigator) -> None:
    assert navigator.comfort(Comfort("pt", still=True)) == Comfort("pt", still=True)
    assert navigator.comfort(Comfort("xx", still=True)) == Comfort("en", still=True)
