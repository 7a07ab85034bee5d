"""What takes long in the attract loop is done beside the GUI thread or a step at a time."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.exhibit.reading.cover import read_cover
from kiosk.look.look import Look, read_look
from kiosk.look.typesetting import Setting
from kiosk.screen.attract.attract import AttractLoop
from kiosk.screen.attract.calm_ground import CalmGround
from kiosk.screen.attract.scene import AttractTexts, Scene
from kiosk.screen.map.map_file import read_whole_map
from kiosk.screen.teardown import tear_down
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.screen.map.map_world import MapWorld

_LONGEST_SECONDS = 60


@pytest.fixture(scope="module")
def world() -> MapWorld:
    cover = read_cover(shipped("content"))
    return read_whole_map(cover.map_file).world(cover.landmarks)


@pytest.fixture
def look(qapp: object) -> Look:
    return read_look(shipped("assets")).sized(QSizeF(480, 270)).still()


@pytest.fixture
def loop(look: Look, world: MapWorld) -> Iterator[AttractLoop]:
    parent = QWidget()
    parent.resize(480, 270)
    parent.setPalette(QPalette(QColor("magenta")))
    parent.show()
    loop = AttractLoop(parent, lambda: 0.0)
    loop.setGeometry(parent.rect())
    loop.set_world(world)
    yield loop
    tear_down(parent)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All the words that were drawn."""
    said: list[str] = []
    really = Setting.draw

    def draw(setting: Setting, *arguments: object) -> None:
        said.append(setting.text)
        really(setting, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Setting, "draw", draw)
    return said


class Gate:
    """Holds up the finding of spots until it is opened, and notes the threads that find them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.opened = threading.Event()
        self.reached = threading.Event()
        self.threads: set[int] = set()
        really = CalmGround.best_spot

        def best_spot(*arguments: object) -> object:
            self.threads.add(threading.get_ident())
            self.reached.set()
            if threading.current_thread() is not threading.main_thread():
                self.opened.wait(_LONGEST_SECONDS)
            return really(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(CalmGround, "best_spot", best_spot)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate(monkeypatch)
    yield gate
    gate.opened.set()


def begin(loop: AttractLoop, look: Look, name: str, language: str = "en") -> None:
    scene = Scene({language: name}, {language: "It has a harbour."}, "nansha")
    loop.begin([scene], AttractTexts({language: "The bay"}, {}, {language: "Touch"}), look)


def wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + _LONGEST_SECONDS
    while not until() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.005)
    assert until()


def test_spots_are_found_on_another_thread_and_the_callout_comes_then(
    loop: AttractLoop, look: Look, gate: Gate, said: list[str]
) -> None:
    begin(loop, look, "Nansha")
    wait(gate.reached.is_set)
    loop.grab()
    assert "Touch" in said
    assert "Nansha" not in said
    gate.opened.set()
    wait(lambda: "Nansha" in said)
    assert threading.get_ident() not in gate.threads


@pytest.mark.parametrize(("name", "language"), [("Nansha New Area", "en"), ("南沙", "zh-Hant")])
def test_other_content_or_language_while_a_spot_is_found_shows_no_old_callout(
    loop: AttractLoop, look: Look, gate: Gate, said: list[str], name: str, language: str
) -> None:
    begin(loop, look, "Before")
    wait(gate.reached.is_set)
    begin(loop, look, name, language)
    gate.opened.set()
    wait(lambda: name in said)
    assert "Before" not in said


def test_what_lies_below_is_seen_until_the_ground_is_drawn(
    loop: AttractLoop, look: Look, said: list[str]
) -> None:
    parent = loop.parentWidget()
    assert parent is not None
    below = parent.grab().toImage()
    begin(loop, look, "Nansha")
    assert loop.isVisible()
    assert parent.grab().toImage() == below
    assert said == []
    wait(lambda: "Nansha" in said)
    assert parent.grab().toImage() != below


def test_a_loop_that_was_prepared_sets_nothing_when_it_begins(
    loop: AttractLoop, look: Look
) -> None:
    scene = Scene({"en": "Nansha"}, {"en": "It has a harbour."}, "nansha")
    texts = AttractTexts({"en": "The bay"}, {}, {"en": "Touch"})
    loop.prepare([scene], texts, look)
    wait(lambda: loop._picture is not None)
    before = loop._picture
    loop.begin([scene], texts, look)
    assert loop._picture is before
