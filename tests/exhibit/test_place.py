"""A place is written as one short string, and read back as the same place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.place import BAY, CREDITS, HOME, LIST, PLACES, Place
from kiosk.exhibit.place import SCREENS as NAMES
from kiosk.text.ids import is_id

IDS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(is_id)
PANELS = st.one_of(IDS, st.just(PLACES))
PAGES = st.integers(min_value=1, max_value=10_000)
ZONES = st.builds(Place, zone=IDS, panel=st.one_of(st.just(""), PANELS), page=PAGES)
SCREENS = st.builds(Place, screen=st.sampled_from([BAY, LIST, CREDITS]), page=PAGES)
YEARS = st.from_regex(r"[0-9]{4}", fullmatch=True)
LAYERS = st.builds(Place, layer=IDS, year=st.one_of(st.just(""), YEARS))
NAMESAKES = st.builds(Place, zone=st.sampled_from(NAMES), panel=PANELS, page=PAGES)


@given(st.one_of(ZONES, SCREENS, LAYERS, NAMESAKES, st.just(HOME)))
def test_a_place_reads_back_what_it_wrote(place: Place) -> None:
    assert Place.parse(str(place)) == place


@given(st.text(max_size=40))
def test_any_text_is_a_place_or_a_value_error(text: str) -> None:
    try:
        place = Place.parse(text)
    except ValueError:
        return
    assert Place.parse(str(place)) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("home", HOME),
        ("bay", Place(screen=BAY)),
        ("qianhai", Place("qianhai")),
        ("qianhai/teams", Place("qianhai", "teams")),
        ("csns/super-steel/2", Place("csns", "super-steel", 2)),
        ("csns//2", Place("csns", "", 2)),
        ("shenzhen/~places", Place("shenzhen", PLACES)),
        ("list", Place(screen=LIST)),
        ("credits/3", Place(screen=CREDITS, page=3)),
        ("home@qianhai+hetao", Place(view=("qianhai", "hetao"))),
        ("home#population", Place(layer="population")),
        ("home#gdp:2023", Place(layer="gdp", year="2023")),
        ("home#gdp:2023@shenzhen", Place(view=("shenzhen",), layer="gdp", year="2023")),
        ("csns/super-steel/2@bay", Place("csns", "super-steel", 2, view=("bay",))),
    ],
)
def test_a_place_is_written_so(text: str, place: Place) -> None:
    assert str(place) == text
    assert Place.parse(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "/",
        "/teams",
        "a/b/c",
        "a/b/0",
        "a/b/-1",
        "a/b/1/d",
        "a/b/1.5",
        "#list",
        "#gdp",
        "home#",
        "home#GDP",
        "home#gdp:",
        "home#gdp:23",
        "home#gdp:2023:2024",
        "home#gdp#area",
        "qianhai#gdp",
        "list#gdp",
        "home/2",
        "list/x",
        "list/2/3",
        "qianhai/",
        "Qianhai",
        "qianhai@",
        "@a+",
        "a/b/٣",
        "//2",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Place.parse(text)


def test_nothing_is_the_map_home_too() -> None:
    assert Place.parse("") == HOME
    assert Place.parse("@bay") == Place(view=("bay",))


def test_a_refusal_says_how_a_place_is_written() -> None:
    with pytest.raises(ValueError, match="'a/b/c' is not a place: write zone/panel/page"):
        Place.parse("a/b/c")


def test_pages_count_from_one() -> None:
    with pytest.raises(ValueError, match="pages count from 1, not 0"):
        Place("qianhai", "teams", 0)


def test_a_panel_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="the panel 'teams' needs a zone"):
        Place(panel="teams")


def test_a_screen_has_no_zone() -> None:
    with pytest.raises(ValueError, match="the screen 'list' has no zones"):
        Place("qianhai", screen=LIST)


def test_a_data_layer_lies_on_the_map_home_and_a_year_on_a_data_layer() -> None:
    assert Place(layer="gdp").is_home
    with pytest.raises(ValueError, match="'gdp' lies on the map home alone"):
        Place("qianhai", layer="gdp")
    with pytest.raises(ValueError, match="four digits after a data layer"):
        Place(year="2023")
    with pytest.raises(ValueError, match="four digits after a data layer"):
        Place(layer="gdp", year="٢٠٢٣")


def test_another_year_stays_on_its_data_layer() -> None:
    assert Place(layer="gdp", view=("bay",)).at_year("2023") == Place.parse("home#gdp:2023@bay")
    assert HOME.at_year("2023") is HOME


def test_the_map_without_a_panel_or_a_screen_is_home_whatever_it_frames() -> None:
    assert HOME.is_home
    assert Place(view=("bay",)).is_home
    assert not Place("qianhai").is_home
    assert not Place(screen=LIST).is_home


def test_another_panel_begins_at_its_first_page() -> None:
    assert Place("csns", "super-steel", 3).at_panel("users") == Place("csns", "users", 1)


def test_another_page_stays_in_its_panel() -> None:
    assert Place("csns", "super-steel").at_page(3) == Place("csns", "super-steel", 3)
    assert Place(screen=LIST).at_page(2) == Place(screen=LIST, page=2)


def test_the_map_home_has_one_page() -> None:
    assert HOME.at_page(2) is HOME
    with pytest.raises(ValueError, match="one page"):
        Place(page=2)


@pytest.mark.parametrize("address", ["a/b/" + "9" * 5000, "home@" + "a+" * 10**6 + "a", "a//10001"])
def test_an_address_without_end_is_refused_in_our_words(address: str) -> None:
    with pytest.raises(ValueError, match=r"is not a place|at most|no panel has"):
        Place.parse(address)
