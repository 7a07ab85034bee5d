"""Another museum's exhibit says what it shows, and nothing of ours."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.cover import cover_of, read_cover
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.languages.words import read_words
from kiosk.shipped import shipped
from tests.exhibit.sound_content import Content, sound_content

if TYPE_CHECKING:
    from kiosk.languages.words import Words

OURS = re.compile(r"\bbay\b|Pearl River|OpenStreetMap|ECharts|CC BY|baía|灣|湾", re.IGNORECASE)
OWN = """
credits:
  beside_map: {en: Plan of the {house}, zh-Hant: 圖, zh-Hans: 图, pt: Planta}
kinds:
  city: {name: {en: Room, zh-Hant: 房, zh-Hans: 房, pt: Sala}}
  innovation-zone:
    name: {en: Work, zh-Hant: 作品, zh-Hans: 作品, pt: Obra}
    within:
      {en: "Work in {places}", zh-Hant: "{places}品", zh-Hans: "{places}品", pt: "Obra, {places}"}
wording:
  whole_map: {en: The whole house, zh-Hant: 全屋, zh-Hans: 全屋, pt: Toda a casa}
""".replace("Plan of the {house}", '"Plan of the {house}"')


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return sound_content(tmp_path / "content")


def said(content: Content) -> Words:
    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None
    return read_words(shipped("assets") / "words").with_own(cover_of(exhibit).own_words)


def test_no_word_of_another_museum_names_our_map_our_bay_or_our_licences(content: Content) -> None:
    found = [
        words
        for language in said(content).templates.values()
        for words in language.values()
        if OURS.search(words)
    ]

    assert found == []


@pytest.mark.parametrize("way", ["a relative path", "a link"])
def test_however_its_folder_is_named(
    content: Content, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(content.folder.parent)
    folder = Path(content.folder.name)
    if way == "a link":
        folder = content.folder.parent / "link"
        folder.symlink_to(content.folder)
    exhibit = read_exhibit(folder).exhibit

    assert exhibit is not None
    for own in (exhibit.own_words, cover_of(exhibit).own_words, read_cover(folder).own_words):
        assert own["map_credit"].versions == own["credit_map"].versions == {}


def test_the_credit_of_our_map_comes_with_it(content: Content) -> None:
    content.change("exhibit.yaml", "map: bay.svg", "map: gba.svg")

    assert "OpenStreetMap" in said(content).say("map_credit", "en")
    assert "OpenStreetMap" in said(content).say("credit_map", "pt")


def test_an_exhibit_says_credits_kinds_and_its_map_in_its_own_words(content: Content) -> None:
    content.change("exhibit.yaml", "map: bay.svg\n", f"map: bay.svg{OWN}")
    words = said(content)

    assert words.say("map_credit", "en") == "Plan of the {house}"
    assert (words.say("city", "pt"), words.say("cities", "pt")) == ("Sala", "Sala")
    assert words.say("innovation_zone_in", "en", places="Hall") == "Work in Hall"
    assert words.say("whole_bay", "zh-Hant") == "全屋"
    assert words.say("facility", "en") == "Facility"


def test_the_first_picture_says_them_too(content: Content) -> None:
    content.change("exhibit.yaml", "map: bay.svg\n", f"map: bay.svg{OWN}")
    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None

    assert dict(read_cover(content.folder).own_words) == dict(cover_of(exhibit).own_words)


def test_the_shipped_exhibit_uses_the_same_keys() -> None:
    own = read_cover(shipped("content")).own_words

    assert own["whole_bay"].words_in("en") == "The whole bay"
    assert own["place_count"].words_in("pt") == "{count} lugares na baía"
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    assert exhibit.credits is not None
    assert exhibit.credits.texts is not None
    assert "CC BY 4.0" in exhibit.credits.texts.words_in("zh-Hans")


@pytest.mark.parametrize(
    "mistake",
    [
        "kinds:\n  city: {name: {en: Room, zh-Hant: 房, zh-Hans: 房, pt: Sala}, sign: stars}",
        "kinds:\n  castle: {sign: star}",
        "kinds: [city]",
        "credits: {beside: {en: Plan}}",
        "credits: ours",
        "wording: {whole_map: [1]}",
        "map_groups: {water: {a: b}}",
        "map_groups: 3",
    ],
)
def test_a_mistake_in_what_an_exhibit_can_do_without_takes_nothing_else_away(
    content: Content, mistake: str
) -> None:
    content.change("exhibit.yaml", "map: bay.svg\n", f"map: bay.svg\n{mistake}\n")

    reading = read_exhibit(content.folder)

    assert [message.file for message in reading.messages] == ["exhibit.yaml"]
    assert reading.exhibit is not None
    assert reading.exhibit.zones
