"""The attract loop tells of people, of what they said, and of events in a sentence of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.languages.words import read_words
from kiosk.screen.attract.attract_scenes import attract_scenes
from kiosk.shipped import shipped
from tests.exhibit.told_panels import with_told_panels

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content


@pytest.mark.parametrize(
    ("panel", "told"),
    [
        ("who", ("Shenzhen", "Who began")),
        ("said", ("Chen Fu-Rong", "“We began with five.”")),
        ("history", ("Shenzhen", "How it grew")),
    ],
)
def test_a_scene_says_what_the_panel_is_about(
    content: Content, panel: str, told: tuple[str, str]
) -> None:
    content.change("exhibit.yaml", "map: bay.svg", f"map: bay.svg\nattract: [shenzhen/{panel}]")
    exhibit = read_exhibit(with_told_panels(content).folder).exhibit
    assert exhibit is not None
    (scene,) = attract_scenes(exhibit, read_words(shipped("assets") / "words"))

    assert (scene.headings["en"], scene.sentences["en"]) == told
