"""The cover shows the same landmarks as the exhibit, without its weight."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from kiosk.exhibit.reading.cover import cover_of, read_cover
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.text.multilingual import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exhibit.sound_content import Content


def test_the_cover_has_the_landmarks_of_the_exhibit(content: Content) -> None:
    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None

    cover = read_cover(content.folder)

    assert cover.title == exhibit.title
    assert cover.welcome == exhibit.welcome
    assert cover.languages == exhibit.languages
    assert cover.map_file == exhibit.map_file
    assert cover.landmarks == tuple(zone.landmark for zone in exhibit.zones)
    assert cover.landmarks[0].chip == (-40.0, 12.5)


def test_the_cover_says_whether_there_are_data_layers(content: Content) -> None:
    for name in (content.folder / "layers").glob("*"):
        name.unlink()
    assert not read_cover(content.folder).has_layers
    content.write("layers/people.yaml", "id: people\n")
    assert read_cover(content.folder).has_layers
    # Of a layer that can't be shown nothing is offered once that is known.
    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None
    assert not cover_of(exhibit).has_layers


def test_the_order_of_the_exhibit_is_the_order_of_the_cover(content: Content) -> None:
    content.change("exhibit.yaml", "map:", "zones: [shenzhen, qianhai]\nmap:")

    assert [landmark.id for landmark in read_cover(content.folder).landmarks] == [
        "shenzhen",
        "qianhai",
    ]


def test_what_comes_after_the_panels_is_found_too(content: Content) -> None:
    name = "name: {en: Shenzhen, zh-Hant: 深圳, zh-Hans: 深圳, pt: Shenzhen}\n"
    content.change("zones/shenzhen.yaml", name, "")
    zone = (content.folder / "zones/shenzhen.yaml").read_text(encoding="utf-8")
    content.write("zones/shenzhen.yaml", zone + name)

    assert [landmark.id for landmark in read_cover(content.folder).landmarks] == [
        "qianhai",
        "shenzhen",
    ]


def test_the_region_is_no_landmark(content: Content) -> None:
    content.change("zones/shenzhen.yaml", "kind: city", "kind: region")

    assert [landmark.id for landmark in read_cover(content.folder).landmarks] == ["qianhai"]


def test_a_mistake_in_a_panel_does_not_touch_the_cover(content: Content) -> None:
    content.change("zones/qianhai.yaml", "  kind: facts", "\tkind: [facts")

    assert len(read_cover(content.folder).landmarks) == 2


def test_files_that_are_not_sound_are_left_out(content: Content) -> None:
    content.write("exhibit.yaml", b"\xff\xfe broken")
    content.write("zones/qianhai.yaml", "id: Qian Hai\nkind: zone\n")

    cover = read_cover(content.folder)

    assert cover.languages == LANGUAGES
    assert cover.map_file is None
    assert cover.title.words_in("en") == ""
    assert [landmark.id for landmark in cover.landmarks] == ["shenzhen"]


def test_a_folder_that_is_not_there_has_an_empty_cover(tmp_path: Path) -> None:
    assert read_cover(tmp_path / "nowhere").landmarks == ()


def test_the_cover_does_not_wait_for_pydantic() -> None:
    program = (
        "import sys, kiosk.exhibit.reading.cover, kiosk.text.multilingual,"
        " kiosk.exhibit.model.landmark, kiosk.exhibit.model.values;"
        " print('pydantic' in sys.modules, 'PySide6' in sys.modules)"
    )

    found = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert found.stdout.split() == ["False", "False"]
