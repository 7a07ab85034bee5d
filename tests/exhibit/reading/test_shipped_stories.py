"""The stories that came along: who has one, where it stands, and how long reading it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.shipped import shipped
from kiosk.text.multilingual import LANGUAGES

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Exhibit

CENTRES = frozenset({"hong-kong", "macao", "guangzhou", "shenzhen"})
"""The four cities that the plan for the bay builds on."""


@pytest.fixture(scope="module")
def exhibit() -> Exhibit:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    return exhibit


def test_every_facility_zone_and_central_city_tells_a_story(exhibit: Exhibit) -> None:
    without = [
        zone.id
        for zone in exhibit.zones
        if (zone.kind in {"facility", "innovation-zone"} or zone.id in CENTRES)
        and not any(panel.kind == "story" for panel in zone.panels)
    ]
    assert without == []


def test_stories_stand_after_the_facts(exhibit: Exhibit) -> None:
    for zone in exhibit.zones:
        kinds = [panel.kind for panel in zone.panels]
        if "story" in kinds:
            assert "facts" not in kinds[kinds.index("story") :], zone.id


def test_a_page_is_read_in_half_a_minute_in_every_language(exhibit: Exhibit) -> None:
    for zone in exhibit.zones:
        for panel in zone.panels:
            if panel.kind != "story":
                continue
            for number, page in enumerate(panel.pages, start=1):
                assert not [*page.text.missing(LANGUAGES)], (zone.id, panel.id, number)
                words = len(page.text.words_in("en").split())
                assert 20 <= words <= 60, (zone.id, panel.id, number, words)


def test_a_small_map_has_no_link_between_a_place_and_what_it_lies_in(exhibit: Exhibit) -> None:
    inside = {zone.id: set(zone.within) for zone in exhibit.zones if zone.kind == "facility"}
    for zone in exhibit.zones:
        for panel in zone.panels:
            if panel.kind == "story":
                for page in panel.pages:
                    for place in page.places:
                        assert not inside.get(place, set()) & set(page.places), (zone.id, place)
