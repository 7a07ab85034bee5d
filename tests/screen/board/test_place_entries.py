"""What kind of place a zone is, in words, and what the list shows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.languages.words import read_words
from kiosk.screen.board.place_entries import entry_of, index_groups, kind_words, shared_unit
from kiosk.screen.locale import Locale
from kiosk.shipped import shipped
from kiosk.text.alphabet import by_letters

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Exhibit


def locale(shipped_exhibit: Exhibit, language: str) -> Locale:
    return Locale(language, read_words(shipped("assets") / "words"), shipped_exhibit)


@pytest.mark.parametrize(
    ("zone", "language", "words"),
    [
        ("qianhai", "en", "Innovation zone in Shenzhen"),
        ("qianhai", "zh-Hans", "创新区 · 深圳"),
        ("hong-kong", "en", "Special administrative region"),
        ("hong-kong", "zh-Hant", "特別行政區"),
        ("macao", "zh-Hans", "特别行政区"),
        ("macao", "pt", "Região administrativa especial"),
        ("greater-bay-area", "en", "Region"),
        ("greater-bay-area", "pt", "Região"),
    ],
)
def test_the_kind_of_a_place_is_said_with_where_it_lies(
    shipped_exhibit: Exhibit, zone: str, language: str, words: str
) -> None:
    place = shipped_exhibit.zone(zone)
    assert place is not None
    assert kind_words(place, locale(shipped_exhibit, language)) == words


def test_above_the_name_of_a_place_stands_no_name_of_it_again(shipped_exhibit: Exhibit) -> None:
    again = []
    for language in shipped_exhibit.languages:
        speaking = locale(shipped_exhibit, language)
        for zone in shipped_exhibit.zones:
            own = {speaking.text(zone.name), speaking.text(zone.map.label or zone.name)}
            again += [name for name in own if name in kind_words(zone, speaking)]
    assert again == []


def test_no_special_administrative_region_is_called_a_city(shipped_exhibit: Exhibit) -> None:
    for language in shipped_exhibit.languages:
        speaking = locale(shipped_exhibit, language)
        for zone in ("hong-kong", "macao"):
            place = shipped_exhibit.zone(zone)
            assert place is not None
            assert kind_words(place, speaking) != speaking.say("city")


def test_the_places_within_a_zone_come_in_the_order_of_the_exhibit(
    shipped_exhibit: Exhibit,
) -> None:
    shenzhen = shipped_exhibit.zone("shenzhen")
    assert shenzhen is not None
    inner = [zone.id for zone in shipped_exhibit.zones_within("shenzhen")]
    assert inner == [zone.id for zone in shipped_exhibit.zones if "shenzhen" in zone.within]
    assert inner[0] == "qianhai"


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
def test_every_zone_but_the_bay_itself_is_in_the_list_once(
    shipped_exhibit: Exhibit, language: str
) -> None:
    groups = index_groups(locale(shipped_exhibit, language), None)
    keys = [entry.key for group in groups for entry in group.entries]
    assert sorted(keys) == sorted(
        zone.id for zone in shipped_exhibit.zones if zone.kind != "region"
    )


def test_the_list_has_cities_then_zones_then_facilities(shipped_exhibit: Exhibit) -> None:
    groups = index_groups(locale(shipped_exhibit, "en"), None)
    assert [group.heading for group in groups] == [
        "Cities",
        "Innovation zones",
        "Laboratories and facilities",
    ]


@pytest.mark.parametrize("language", ["en", "pt"])
def test_alphabets_list_places_by_name(shipped_exhibit: Exhibit, language: str) -> None:
    for group in index_groups(locale(shipped_exhibit, language), None):
        names = [by_letters(entry.name) for entry in group.entries]
        assert names == sorted(names)


def test_chinese_lists_places_in_the_order_of_the_exhibit(shipped_exhibit: Exhibit) -> None:
    cities = index_groups(locale(shipped_exhibit, "zh-Hant"), None)[0]
    assert [entry.key for entry in cities.entries] == [
        zone.id for zone in shipped_exhibit.zones if zone.kind == "city"
    ]


def test_without_a_map_a_place_shows_the_sign_of_its_kind(shipped_exhibit: Exhibit) -> None:
    speaking = locale(shipped_exhibit, "en")
    signs = {}
    for zone in ("shenzhen", "qianhai", "csns"):
        place = shipped_exhibit.zone(zone)
        assert place is not None
        entry = entry_of(place, speaking, None)
        assert entry.outline is None
        signs[zone] = entry.glyph
    assert signs == {"shenzhen": "dot", "qianhai": "pearl", "csns": "diamond"}


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
def test_cities_are_listed_with_the_one_figure_that_all_of_them_have(
    shipped_exhibit: Exhibit, language: str
) -> None:
    locale_of_all = locale(shipped_exhibit, language)
    cities, zones, facilities = index_groups(locale_of_all, None)
    for entry in cities.entries:
        assert entry.facts[0].spans[0].weight == 700
    every = [zone for zone in shipped_exhibit.zones if zone.kind == "city"]
    assert shared_unit(every) == "inhabitants"
    for entry in (*zones.entries, *facilities.entries):
        # Figures of unlike things are read as phrases, and not as a column.
        assert {span.weight for line in entry.facts for span in line.spans} == {400}
