"""What is kept of files of words for other tests is what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.model.map_meanings import AS_DRAWN
from kiosk.exhibit.reading.cover import read_cover
from kiosk.screen.map.map_world import WATERLINES
from kiosk.shipped import BrokenInstallation, shipped
from tests.read_once import ContentReadOnce, MapReadOnce, WordsReadOnce

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exhibit.sound_content import Content

OUR_MAP = shipped("assets") / "map" / "gba.svg"


def test_a_file_is_as_it_was_written_last_whatever_was_done_to_its_words(tmp_path: Path) -> None:
    file, words = tmp_path / "en.yaml", WordsReadOnce()
    file.write_text("back: Back\n")
    words.shipped_yaml(file)["back"] = "Forth"
    assert words.shipped_yaml(file) == {"back": "Back"}

    file.write_text("back: Return\n")
    assert words.shipped_yaml(file) == {"back": "Return"}

    file.unlink()
    with pytest.raises(BrokenInstallation):
        words.shipped_yaml(file)


def test_our_map_is_put_together_once_for_the_same_places() -> None:
    once = MapReadOnce()
    drawing = once.drawn_map(OUR_MAP, AS_DRAWN)
    lines = once.read_group(OUR_MAP, WATERLINES)
    places = read_cover(shipped("content")).landmarks
    world = once.build_world(drawing, places, waterlines=lines)

    assert once.build_world(drawing, list(places), waterlines=lines) is world
    assert all(each.landmark in places for each in world.places)
    assert once.build_world(drawing, places).shapes.waterlines == ()
    assert world.shapes.waterlines
    assert once.build_world(drawing, (), waterlines=lines).places == ()


def test_content_that_came_along_is_read_once_and_any_other_each_time(content: Content) -> None:
    once = ContentReadOnce()

    assert once.read_exhibit(shipped("content")) is once.read_exhibit(shipped("content"))
    before = once.read_exhibit(content.folder)
    content.change("exhibit.yaml", "en: The Bay", "en: The Gulf")
    assert once.read_exhibit(content.folder) != before
