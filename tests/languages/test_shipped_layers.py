"""The data layers that came along: what is said of every place and pair of them holds together."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.languages.language import LANGUAGES
from kiosk.languages.layer_sentences import LayerSentences, calculation
from kiosk.languages.words import read_words
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import Exhibit

WORDS = read_words(shipped("assets") / "words")
LATIN = re.compile("[A-Za-z]{3,}")


@pytest.fixture(scope="module")
def exhibit() -> Exhibit:
    found = read_exhibit(shipped("content")).exhibit
    assert found is not None
    return found


def sentences(exhibit: Exhibit, tag: str) -> Iterator[LayerSentences]:
    def name(zone_id: str) -> str:
        zone = exhibit.zone(zone_id)
        assert zone is not None
        return zone.name.words_in(tag)

    for layer in exhibit.layers:
        yield LayerSentences(layer, exhibit.units[layer.unit], tag, WORDS, name)


def test_eight_came_along_and_two_of_them_are_computed(exhibit: Exhibit) -> None:
    computed = [layer.id for layer in exhibit.layers if layer.divide is not None]

    assert len(exhibit.layers) == 8
    assert computed == ["density", "output-per-person"]


def test_each_says_what_has_to_be_known_and_where_it_is_from(exhibit: Exhibit) -> None:
    for layer in exhibit.layers:
        for text in (layer.title, layer.caveat, *(each.note for each in layer.breaks)):
            assert text is not None
            assert not [*text.missing(tuple(LANGUAGES))], layer.id
        assert all(source in exhibit.sources for source in layer.source), layer.id
        assert bool(calculation(layer, exhibit.layers, "en", WORDS)) is bool(layer.divide)


def test_what_is_opened_first_tells_of_more_than_two_places(exhibit: Exhibit) -> None:
    for layer in exhibit.layers:
        assert len(layer.values()) > 2, layer.id


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_pair_of_places_is_compared_in_one_sentence(exhibit: Exhibit, tag: str) -> None:
    end = "。" if tag.startswith("zh") else "."
    for said_of in sentences(exhibit, tag):
        layer = said_of.layer
        for year in layer.years:
            valued = [point.zone for point in layer.values(year)]
            for pair in combinations(valued, 2):
                said = said_of.comparison(*pair, year)
                assert said.endswith(end)
                assert all(said_of.name(zone) in said for zone in pair)
                latin = set(LATIN.findall(said)) - {"PCT"}
                assert not latin or not tag.startswith("zh"), said


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_reading_has_its_place_and_says_if_it_is_of_another_year(
    exhibit: Exhibit, tag: str
) -> None:
    for said_of in sentences(exhibit, tag):
        layer = said_of.layer
        for year in layer.years:
            for point in layer.values(year):
                said = said_of.reading(point.zone, year)
                assert said_of.name(point.zone) in said
                is_of_year = layer.date(point).year == year
                assert (str(year) in said.replace(said_of.date(point), "")) is not is_of_year
