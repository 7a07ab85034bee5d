"""Reading again reads what has changed, says what a fresh reading says, and keeps the last good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.reading.reading_cache import Memory
from kiosk.text import yaml_source

if TYPE_CHECKING:
    from kiosk.exhibit.reading.exhibit_reading import Reading
    from tests.exhibit.sound_content import Content

QIANHAI = "zones/qianhai.yaml"


@pytest.fixture
def memory() -> Memory:
    return Memory()


def label(reading: Reading, zone_id: str = "qianhai") -> str:
    assert reading.exhibit is not None
    zone = reading.exhibit.zone(zone_id)
    assert zone is not None
    return zone.name.words_in("en")


def test_only_the_changed_file_is_parsed(
    content: Content, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_exhibit(content.folder, memory)
    parsed: list[str] = []

    def parse(text: str, name: str) -> yaml_source.Document:
        parsed.append(name)
        return yaml_source.parse_document(text, name)

    monkeypatch.setattr("kiosk.exhibit.reading.reading_cache.parse_document", parse)

    content.change(QIANHAI, "en: Qianhai", "en: Qianhai Bay")
    reading = read_exhibit(content.folder, memory)

    assert parsed == [QIANHAI]
    assert label(reading) == "Qianhai Bay"


def test_an_unchanged_zone_is_the_very_same(content: Content, memory: Memory) -> None:
    first = read_exhibit(content.folder, memory).exhibit
    content.change(QIANHAI, "en: Qianhai", "en: Qianhai Bay")
    second = read_exhibit(content.folder, memory).exhibit

    assert first is not None
    assert second is not None
    assert second.zone("shenzhen") is first.zone("shenzhen")


CHANGES = [
    (QIANHAI, "value: 1195", "value: 1196"),
    (QIANHAI, "value: 1195", "valeu: 1195"),
    ("sources.yaml", "peoples-daily-2024-06-16", "another-source"),
    ("units.yaml", "teams:", "groups:"),
    ("exhibit.yaml", "languages: [en, zh-Hant, zh-Hans, pt]", "languages: [en, pt]"),
    ("exhibit.yaml", "map: bay.svg", "map: other.svg"),
    ("data/teams.csv", '"1,195"', "many"),
    ("data/teams.csv", "year,teams", "year,people"),
]


@pytest.mark.parametrize(("name", "old", "new"), CHANGES)
def test_reading_again_says_what_a_fresh_reading_says(
    content: Content, memory: Memory, name: str, old: str, new: str
) -> None:
    read_exhibit(content.folder, memory)

    content.change(name, old, new)

    again, fresh = read_exhibit(content.folder, memory), read_exhibit(content.folder)
    assert (again.exhibit, again.messages) == (fresh.exhibit, fresh.messages)
    content.change(name, new, old)
    assert read_exhibit(content.folder, memory).messages == ()


def test_a_picture_that_has_gone_is_noticed_in_an_unchanged_file(
    content: Content, memory: Memory
) -> None:
    read_exhibit(content.folder, memory)

    (content.folder / "pictures/steel.svg").unlink()

    assert read_exhibit(content.folder, memory).messages == read_exhibit(content.folder).messages
    assert read_exhibit(content.folder).messages != ()


@pytest.mark.parametrize("damage", ["", "id: [", "kind: city\n", "\tid: qianhai\n", "just words"])
def test_a_spoilt_zone_stands_as_it_stood_and_its_problem_is_told(
    content: Content, memory: Memory, damage: str
) -> None:
    before = read_exhibit(content.folder, memory).exhibit

    content.write(QIANHAI, damage)
    reading = read_exhibit(content.folder, memory)

    assert reading.exhibit == before
    assert reading.recalled == (QIANHAI,)
    assert {message.file for message in reading.messages} == {QIANHAI}


@pytest.mark.parametrize("name", ["exhibit.yaml", "sources.yaml", "units.yaml"])
def test_a_spoilt_file_of_the_whole_exhibit_speaks_from_memory(
    content: Content, memory: Memory, name: str
) -> None:
    before = read_exhibit(content.folder, memory).exhibit

    content.write(name, "format: [")
    reading = read_exhibit(content.folder, memory)

    assert reading.exhibit == before
    assert reading.recalled == (name,)
    assert {message.file for message in reading.messages} == {name}


def test_an_exhibit_without_its_title_speaks_from_memory(content: Content, memory: Memory) -> None:
    before = read_exhibit(content.folder, memory).exhibit

    content.write("exhibit.yaml", "format: 1\n")

    assert read_exhibit(content.folder, memory).exhibit == before


def test_a_deleted_zone_is_gone(content: Content, memory: Memory) -> None:
    read_exhibit(content.folder, memory)

    (content.folder / QIANHAI).unlink()
    reading = read_exhibit(content.folder, memory)

    assert reading.exhibit is not None
    assert [zone.id for zone in reading.exhibit.zones] == ["shenzhen"]


def test_the_last_good_state_is_told_by_todays_sources(content: Content, memory: Memory) -> None:
    """Nothing may be drawn with a unit that is no longer there."""
    read_exhibit(content.folder, memory)

    content.write(QIANHAI, "id: [")
    content.change("units.yaml", "teams:", "groups:")
    reading = read_exhibit(content.folder, memory)

    assert reading.exhibit is not None
    zone = reading.exhibit.zone("qianhai")
    assert zone is None or all(panel.kind != "chart" for panel in zone.panels)


def test_without_a_memory_nothing_is_kept(content: Content) -> None:
    read_exhibit(content.folder)
    content.write("exhibit.yaml", "format: [")

    reading = read_exhibit(content.folder)

    assert reading.exhibit is None
    assert reading.recalled == ()
