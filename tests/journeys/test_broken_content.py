"""However a curator's file is broken: the exhibit opens, and the rest of it works."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint

from kiosk.exhibit.place import HOME, Place
from kiosk.geography.projection import project
from kiosk.shipped import shipped
from tests.exhibit.sound_content import OWN_WATERLINES, Content, sound_content
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.journeys.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from _pytest.mark.structures import ParameterSet

    from kiosk.app import App

    Spoil = Callable[[Content], None]

QIANHAI = "zones/qianhai.yaml"
HEAD = "kind: innovation-zone\n"
BOMB = "a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"


def _map_in_view() -> str:
    """A map whose places stand where the map home looks at."""
    x, y = project(113.55, 22.75)
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2000 2000">
<path id="shenzhen" d="M{x} {y - 80} h200 v160 h-200 Z"/>
<circle id="qianhai" cx="{x - 150}" cy="{y}" r="2"/>
{OWN_WATERLINES}
"""


def changed(old: str, new: str, file: str = QIANHAI) -> Spoil:
    return lambda content: content.change(file, old, new)


def written(text: str | bytes, file: str = QIANHAI) -> Spoil:
    return lambda content: content.write(file, text)


def halved(content: Content) -> None:
    text = (content.folder / QIANHAI).read_text(encoding="utf-8")
    content.write(QIANHAI, text[: len(text) // 2])


def latin(content: Content) -> None:
    text = (content.folder / QIANHAI).read_text(encoding="utf-8")
    content.write(QIANHAI, text.encode("utf-16"))


def removed(name: str) -> Spoil:
    return lambda content: (content.folder / name).unlink()


ZONE_LOST = {
    "a missing name": changed(
        "name: {en: Qianhai, zh-Hant: 前海, zh-Hans: 前海, pt: Qianhai}\n", ""
    ),
    "an unknown kind": changed("kind: innovation-zone", "kind: innovations"),
    "a tab": changed("kind: innovation-zone", "\tkind: innovation-zone"),
    "another encoding": latin,
    "an empty file": written(""),
    "half a file": halved,
    "no YAML": written("{[}"),
    "a list in place of a zone": written("- id: qianhai\n"),
    "an alias bomb": written(BOMB + "id: qianhai\n"),
    "too deep": written("id: " + "[" * 5000 + "]" * 5000),
    "too large": written("id: qianhai\n# " + "x" * 1_100_000 + "\n"),
    "a Python object": written("id: !!python/object/apply:os.system ['true']\n"),
    "a duplicate key": changed(HEAD, HEAD * 2),
    "noughts": written(b"\x00" * 512),
}
PANEL_LOST = {
    "an unknown source": changed(
        "  source: peoples-daily-2024-06-16\n  as_of: 2024-06\n  facts",
        "  source: nobody\n  as_of: 2024-06\n  facts",
    ),
    "an unknown unit": changed(
        "    unit: teams\n    label: {en: teams,", "    unit: sheep\n    label: {en: teams,"
    ),
    "a wrong type": changed("value: 1195", "value: many"),
    "an unknown kind of panel": changed("kind: facts", "kind: riddle"),
    "a panel that is a word": changed(
        "- id: teams\n  kind: facts", "- just words\n- id: teams\n  kind: fact"
    ),
}
SMALL = {
    "an unknown key": changed(HEAD, HEAD + "colour: red\n"),
    "an id missing on the map": changed("marker: qianhai", "marker: atlantis"),
    "a text in one language only": changed(
        "{en: A zone, zh-Hant: 一區, zh-Hans: 一区, pt: Uma zona}", "{en: A zone}"
    ),
    "a missing table": removed("data/teams.csv"),
    "an empty table": written("", "data/teams.csv"),
    "a missing column": written("year,sheep\n2018,3\n", "data/teams.csv"),
    "a missing picture": removed("pictures/steel.svg"),
    "a picture that is none": written("no picture", "pictures/steel.svg"),
    "a picture with another file in it": written(
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/hosts"/></svg>',
        "pictures/steel.svg",
    ),
}


def some(spoils: dict[str, Spoil], every: int) -> list[ParameterSet]:
    """Ways to spoil that come to the same on the screen, one in so many; the soak has them all.

    What is said of each is in tests/exhibit, tests/text and the catalogue of rules.
    """
    return [
        pytest.param(spoil, id=name, marks=pytest.mark.soak if number % every else ())
        for number, (name, spoil) in enumerate(spoils.items())
    ]


@pytest.fixture
def opened(
    tmp_path: Path, qapp: object, caplog: pytest.LogCaptureFixture
) -> Iterator[Callable[[Spoil | None], Visitor]]:
    caplog.set_level(logging.WARNING)
    apps: list[App] = []

    def open_it(spoil: Spoil | None) -> Visitor:
        content = sound_content(tmp_path / "content")
        content.write("map/bay.svg", _map_in_view())
        if spoil is not None:
            spoil(content)
        app = open_exhibit(content.folder, size=(960, 540))
        apps.append(app)
        begin_again(app)
        return Visitor(app)

    yield open_it
    for app in apps:
        close_exhibit(app)


@pytest.mark.parametrize("spoil", some(ZONE_LOST, 3))
def test_a_zone_that_cannot_be_read_is_left_out_and_its_neighbour_works(
    opened: Callable[[Spoil | None], Visitor], spoil: Spoil, caplog: pytest.LogCaptureFixture
) -> None:
    visitor = opened(spoil)

    assert visitor.app.exhibit is not None
    assert [zone.id for zone in visitor.app.exhibit.zones] == ["shenzhen"]
    assert "Qianhai" not in visitor.names()
    assert "qianhai" in caplog.text
    _shenzhen_works(visitor)


@pytest.mark.parametrize("spoil", some(PANEL_LOST, 2))
def test_a_broken_panel_takes_no_other_panel_with_it(
    opened: Callable[[Spoil | None], Visitor], spoil: Spoil, caplog: pytest.LogCaptureFixture
) -> None:
    visitor = opened(spoil)

    assert visitor.app.exhibit is not None
    zone = visitor.app.exhibit.zone("qianhai")
    assert zone is not None
    assert "six-in-ten" in [panel.id for panel in zone.panels]
    assert "qianhai.yaml" in caplog.text
    visitor.touch(visitor.point_of("qianhai"))
    assert visitor.place == Place("qianhai")
    visitor.app.journey.go(HOME)
    visitor.app.stage.finish()
    _shenzhen_works(visitor)


@pytest.mark.parametrize("spoil", SMALL.values(), ids=SMALL.keys())
def test_a_small_mistake_leaves_both_zones_open(
    opened: Callable[[Spoil | None], Visitor], spoil: Spoil, caplog: pytest.LogCaptureFixture
) -> None:
    visitor = opened(spoil)

    assert visitor.app.exhibit is not None
    assert {zone.id for zone in visitor.app.exhibit.zones} == {"qianhai", "shenzhen"}
    for zone in visitor.app.exhibit.zones:
        for panel in zone.panels:
            visitor.app.journey.go(Place(zone.id, panel.id))
            visitor.app.stage.finish()
            visitor.app.stage.grab()
    visitor.app.journey.go(HOME)
    visitor.app.stage.finish()
    _shenzhen_works(visitor)


@pytest.mark.parametrize(
    "spoil",
    [
        written("", "exhibit.yaml"),
        written(b"\xff\xfe\x00", "exhibit.yaml"),
        written("format: 99\n", "exhibit.yaml"),
        removed("exhibit.yaml"),
        written("<svg", "map/bay.svg"),
        removed("map/bay.svg"),
        written("[", "sources.yaml"),
        removed("units.yaml"),
        lambda content: [each.unlink() for each in (content.folder / "zones").iterdir()],
    ],
    ids=[
        "empty exhibit.yaml",
        "binary exhibit.yaml",
        "a later format",
        "no exhibit.yaml",
        "half a map",
        "no map",
        "broken sources",
        "no units",
        "no zones",
    ],
)
def test_even_without_its_main_files_the_map_stands_and_can_be_touched(
    opened: Callable[[Spoil | None], Visitor], spoil: Spoil, caplog: pytest.LogCaptureFixture
) -> None:
    visitor = opened(spoil)

    assert visitor.app.stage.map_view.isVisible()
    for point in ((100, 100), (400, 300), (700, 400)):
        visitor.touch(QPoint(*point))
    visitor.app.stage.grab()
    assert "content" in caplog.text or "map" in caplog.text


def test_sound_content_is_shown_without_a_warning(
    opened: Callable[[Spoil | None], Visitor], caplog: pytest.LogCaptureFixture
) -> None:
    visitor = opened(None)

    assert visitor.app.exhibit is not None
    assert [zone.id for zone in visitor.app.exhibit.zones] == ["qianhai", "shenzhen"]
    assert caplog.text == ""


def test_an_untranslated_text_is_said_in_english(
    opened: Callable[[Spoil | None], Visitor],
) -> None:
    visitor = opened(SMALL["a text in one language only"])
    for language in ("zh-Hant", "zh-Hans", "pt"):
        visitor.app.journey.speak(language)
        visitor.app.journey.go(Place("qianhai"))

        assert visitor.sees("FactsView").accessibleDescription().startswith("A zone\n")


def test_the_shipped_content_is_shown_without_a_warning(
    exhibit: App, caplog: pytest.LogCaptureFixture
) -> None:
    from kiosk.exhibit.reading.exhibit_reading import read_exhibit

    reading = read_exhibit(shipped("content"))
    assert [str(message) for message in reading.messages] == []


def _shenzhen_works(visitor: Visitor) -> None:
    """Open it at its point on the map and leaf through its story."""
    visitor.touch(visitor.point_of("shenzhen"))
    assert visitor.place.zone == "shenzhen"
    assert visitor.sees("StoryView").accessibleName() == "One"
    visitor.touch_control("Next")
    assert visitor.sees("StoryView").accessibleName() == "Two"
    visitor.app.stage.grab()
