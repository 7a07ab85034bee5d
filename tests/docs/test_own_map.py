"""What docs/own-map.md promises step by step is what happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.reading.cover import cover_of
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.languages.words import read_words
from kiosk.screen.map.map_file import read_whole_map
from kiosk.shipped import shipped
from tests.docs.own_map_walk import STEPS, walk

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_guide_leads_from_a_drawing_to_a_sound_exhibit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = walk(tmp_path, len(STEPS))

    assert "content is ok" in capsys.readouterr().out
    exhibit = read_exhibit(folder).exhibit
    assert exhibit is not None
    assert exhibit.title.words_in("en") == "House by a pond"
    assert exhibit.welcome.words_in("en") == "Touch a room."
    words = read_words(shipped("assets") / "words").with_own(cover_of(exhibit).own_words)
    assert words.say("city", "en") == "Room"
    assert words.say("map_credit", "en") == "Plan by the museum"


def test_its_drawing_is_land_water_ornament_and_at_last_a_road(tmp_path: Path) -> None:
    exhibit = read_exhibit(walk(tmp_path, len(STEPS) - 1)).exhibit
    assert exhibit is not None
    landmarks = [zone.landmark for zone in exhibit.zones if zone.landmark is not None]

    world = read_whole_map(exhibit.map_file, exhibit.meanings).world(landmarks)

    assert set(world.shapes.cities) == {"porch", "study", "hall", "kitchen", "library"}
    assert (len(world.shapes.waters), len(world.shapes.roads)) == (1, 1)
    assert {place.landmark.name.words_in("en") for place in world.places} >= {"Hall", "Kitchen"}
    assert len(world.shapes.waterlines) == 11
