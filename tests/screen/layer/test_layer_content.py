"""What the screen says of a data layer: rows, classes, years that are not the asked one, gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.languages.words import read_words
from kiosk.screen.layer.layer_content import LayerContent
from kiosk.screen.locale import Locale
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Exhibit


@pytest.fixture(scope="module")
def exhibit() -> Exhibit:
    found = read_exhibit(shipped("content")).exhibit
    assert found is not None
    return found


def content(exhibit: Exhibit, layer: str, year: str = "", language: str = "en") -> LayerContent:
    locale = Locale(language, read_words(shipped("assets") / "words"), exhibit)
    found = exhibit.layer(layer)
    assert found is not None
    return LayerContent.of(found, locale, year)


def test_rows_are_ranked_and_share_one_scale(exhibit: Exhibit) -> None:
    people = content(exhibit, "population")
    values = [row.value for row in people.rows if row.value is not None]
    assert values == sorted(values, reverse=True)
    assert people.rows[0].digits == "18.68"
    assert people.unit_words == "million people"
    assert people.rows[0].said == "18.68 million people"


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
def test_every_layer_is_said_in_every_language(exhibit: Exhibit, language: str) -> None:
    for layer in exhibit.layers:
        said = content(exhibit, layer.id, language=language)
        assert said.title
        assert said.rows
        assert all(each.said for each in said.legend)
        assert all(row.digits or row.value is None for row in said.rows)


def test_a_class_means_the_same_in_every_year(exhibit: Exhibit) -> None:
    for layer in exhibit.layers:
        ends = {content(exhibit, layer.id, str(year)).classes.ends for year in layer.years}
        assert len(ends) == 1


def test_a_value_of_another_year_says_which(exhibit: Exhibit) -> None:
    research = content(exhibit, "research-share", "2024")
    row = research.row("hong-kong")
    assert row is not None
    assert row.other_year
    assert row.other_year != "2024"
    assert row.other_year in research.spoken("hong-kong")


def test_the_map_says_the_year_of_a_value_that_is_of_another_one(exhibit: Exhibit) -> None:
    shading = content(exhibit, "research-share", "2024").shading((), None)
    years = {zone.zone: zone.year for zone in shading.zones}
    assert years["hong-kong"] == "2022"
    assert years["shenzhen"] == ""


def test_a_year_beyond_the_layer_is_the_nearest_that_it_has(exhibit: Exhibit) -> None:
    people = exhibit.layer("population")
    assert people is not None
    assert content(exhibit, "population", "1900").year == people.years[0]
    assert content(exhibit, "population", "9999").year == people.years[-1]


def test_many_gaps_are_told_in_a_sentence_and_few_have_rows(exhibit: Exhibit) -> None:
    patents = content(exhibit, "patents")
    assert patents.has_gaps
    assert all(row.value is not None for row in patents.listed)
    assert "Jiangmen" in patents.unlisted
    assert patents.spoken("jiangmen") == "no data"

    people = content(exhibit, "population")
    assert people.listed == people.rows
    assert people.unlisted == ""


def test_every_zone_of_the_shading_has_a_class_or_is_known_to_have_no_value(
    exhibit: Exhibit,
) -> None:
    patents = content(exhibit, "patents")
    shading = patents.shading(("shenzhen", "nowhere", "macao", "guangzhou"), None)
    assert shading.pinned == ("shenzhen", "macao")
    for zone in shading.zones:
        assert zone.shade is None or 0 <= zone.shade < shading.classes
        assert (zone.shade is None) == (not zone.words)


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
def test_a_change_of_method_is_a_sentence(exhibit: Exhibit, language: str) -> None:
    notes = content(exhibit, "research-share", language=language).break_notes
    assert notes
    stop = "。" if language.startswith("zh") else "."
    assert all(note.endswith(stop) and not note.endswith(2 * stop) for note in notes)
