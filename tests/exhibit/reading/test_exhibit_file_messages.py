"""Mistakes in the files that all zones share: the exhibit, its sources, its units."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from tests.exhibit.editing import ONE_CHANGE

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

EXHIBIT = "exhibit.yaml"
SOURCES = "sources.yaml"
UNITS = "units.yaml"


@pytest.mark.parametrize(
    ONE_CHANGE,
    [
        pytest.param(
            EXHIBIT,
            "format: 1",
            "format: 2",
            ["exhibit.yaml:1:9: 'format' is '2'; choose 1"],
            id="an unknown format",
        ),
        pytest.param(
            EXHIBIT, "format: 1\n", "", ["exhibit.yaml:1:1: 'format' is missing"], id="no format"
        ),
        pytest.param(
            EXHIBIT,
            "zh-Hans, pt]",
            "zh-Hans, xx]",
            [
                (
                    "exhibit.yaml:4:35: entry 4 of 'languages' is 'xx'; choose en, zh-Hant,"
                    " zh-Hans or pt (or any other language by its tag, such as fr)"
                )
            ],
            id="an unknown language",
        ),
        pytest.param(
            EXHIBIT,
            "[en, zh-Hant, zh-Hans, pt]",
            "[en, Italian]",
            [
                (
                    "exhibit.yaml:4:17: entry 2 of 'languages' is 'Italian'; choose en, zh-Hant,"
                    " zh-Hans or pt (did you mean 'it'?)"
                )
            ],
            id="a language by its name: of the others nothing is said",
        ),
        pytest.param(
            EXHIBIT,
            "[en, zh-Hant, zh-Hans, pt]",
            "[]",
            ["exhibit.yaml:4:1: 'languages' has no entry"],
            id="no language",
        ),
        pytest.param(
            EXHIBIT,
            "bay.svg",
            "bai.svg",
            [
                "exhibit.yaml:5:6: there is no map 'bai.svg' (did you mean 'bay.svg'?"
                " Or put it into map/)"
            ],
            id="a map that is not there",
        ),
        pytest.param(
            EXHIBIT,
            "bay.svg",
            "Gba.SVG",
            [
                "exhibit.yaml:5:6: there is no map 'Gba.SVG' (did you mean 'gba.svg'?"
                " Or put it into map/)"
            ],
            id="the program's map in other letters",
        ),
        pytest.param(
            EXHIBIT,
            "bay.svg",
            "../../bay.svg",
            [
                "exhibit.yaml:5:6: there is no map '../../bay.svg' (did you mean 'bay.svg'?"
                " Or put it into map/)"
            ],
            id="a map outside",
        ),
        pytest.param(
            EXHIBIT,
            "map: bay.svg",
            ("map: bay.svg\nzones: [shenzen, qianhai]"),
            [
                "exhibit.yaml:6:9: there is no zone 'shenzen' (did you mean 'shenzhen'?"
                " Or write its file in zones/, or take this out)",
                (
                    "zones/shenzhen.yaml:1:5: the zone 'shenzhen' is not in the list 'zones'"
                    " of exhibit.yaml (it comes after the listed ones)"
                ),
            ],
            id="an unknown zone in the order",
        ),
        pytest.param(
            SOURCES,
            "  date: 2024-06-16\n",
            "",
            ["sources.yaml:2:3: 'date' is missing"],
            id="a source without a date",
        ),
        pytest.param(
            SOURCES,
            "peoples-daily-2024-06-16:\n",
            ("xinhua: Xinhua\npeoples-daily-2024-06-16:\n"),
            ["sources.yaml:1:9: 'xinhua' should have keys of its own, each with a colon"],
            id="a source that is a text",
        ),
        pytest.param(
            SOURCES,
            "  date: 2024-06-16\n",
            ("  date: 2024-06-16\n  id: x\n"),
            [
                (
                    "sources.yaml:5:3: unknown key 'id' (the keys here are title, publisher,"
                    " publisher_in_full, date, address and reprint)"
                )
            ],
            id="an id in a source",
        ),
        pytest.param(
            UNITS,
            "teams:\n",
            (
                "Teams!: {kind: count, phrase: {en: '{n}', zh-Hant: '{n}', zh-Hans: '{n}',"
                " pt: '{n}'}}\n"
                "teams:\n"
            ),
            [
                (
                    "units.yaml:1:1: 'Teams!' is not an id (use at most 64 small letters,"
                    " digits and single hyphens, such as 'teams')"
                )
            ],
            id="a bad key of units",
        ),
        pytest.param(
            UNITS,
            "kind: measure",
            "kind: measures",
            [
                (
                    "units.yaml:5:9: 'kind' is 'measures'; choose count, measure or date (did"
                    " you mean 'measure'?)"
                )
            ],
            id="a bad kind of unit",
        ),
    ],
)
def test_a_mistake_in_a_shared_file_is_told_with_its_place_and_what_to_do(
    told: list[str], messages: list[str]
) -> None:
    assert told == messages


@pytest.mark.parametrize(
    "wrong",
    [
        "checked: 2026-13-01",
        "about: [a list]",
        "subtitle: {en: }",
        "figures_age_years: soon",
        "attract: [[qianhai]]",
    ],
)
def test_what_an_exhibit_can_do_without_takes_nothing_else_away(
    content: Content, wrong: str
) -> None:
    content.change(EXHIBIT, "map: bay.svg", f"map: bay.svg\n{wrong}")
    content.change("zones/qianhai.yaml", ", pt: Uma zona}", "}")
    reading = read_exhibit(content.folder)

    assert reading.exhibit is not None
    assert len(reading.exhibit.zones) == 2
    assert [each.file for each in reading.messages] == [EXHIBIT, "zones/qianhai.yaml"]


def test_a_unit_with_an_unknown_picture_is_still_a_unit(content: Content) -> None:
    content.change(UNITS, "  kind: count", "  kind: count\n  icon: castle")
    reading = read_exhibit(content.folder)

    assert reading.exhibit is not None
    assert "teams" in reading.exhibit.units
    assert len(reading.messages) == 1
