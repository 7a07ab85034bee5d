"""The whole exhibit once more for real: the very command on an X server, with a mouse and keys."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.__main__ import main
from kiosk.exhibit.model.exhibit import ChartPanel, StoryPanel
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from tests.bench.processes import x_server
from tests.project import PROJECT
from tests.screen_reader.test_by_screen_reader import (
    DEBIANS_PYTHON,
    look_for_what_screen_readers_use,
    session_bus,
)
from tests.tools import needs
from tests.workshop.editing.curator_hands import Hands, Told
from tests.workshop.editing.whole_exhibit import EAST, MAP, NORTH, WEST, Island, make_exhibit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.text.multilingual import Text

pytestmark = [pytest.mark.soak, needs("Xvfb", "dbus-daemon", "xdotool", "xmodmap")]

MOST_ENTRIES = 40
ARRIVING_SECONDS = 0.2
_SPARE_KEY = re.compile(r"^keycode +(\d+) =\s*$", re.MULTILINE)
_KEYS_ARRIVE_SECONDS = 0.5
"""So long a program needs to learn of keys that the keyboard has got."""
READER = Path(__file__).with_name("hands_reader.py")
SPREADSHEET = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
QGuiApplication.clipboard().setText(sys.stdin.read())
print("copied", flush=True)
application.exec()
"""
"""Another program, which has cells on the clipboard as long as it runs."""


class HandsOnDisplay(Hands):
    """Finds things by what a screen reader is told, and moves the mouse of the display there."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        super().__init__()
        self._environment = dict(environment)
        # The library reads nothing of ours: Debian's Python has its own modules.
        plain = {key: value for key, value in environment.items() if key != "PYTHONPATH"}
        self._reader = self._begin([str(DEBIANS_PYTHON), "-I", str(READER)], plain)
        self._others: list[subprocess.Popen[str]] = [self._reader]
        self._letters: set[str] = set()
        """What the display has got keys for, beyond those of an English keyboard."""

    def _begin(self, command: list[str], environment: Mapping[str, str]) -> subprocess.Popen[str]:
        pipe = subprocess.PIPE
        return subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, text=True)

    def _ask(self, question: str) -> Any:
        assert self._reader.stdin is not None
        assert self._reader.stdout is not None
        self._reader.stdin.write(f"{question}\n")
        self._reader.stdin.flush()
        return json.loads(self._reader.stdout.readline())

    def find(self, name: str, role: str = "", *, number: int = 0) -> Told:
        """Wait as well until it stays where it is: what the check says comes between fields."""
        found = super().find(name, role, number=number)
        while True:
            time.sleep(0.15)
            again = super().find(name, role, number=number)
            if again.area == found.area:
                return again
            found = again

    def into_view(self, name: str, role: str = "", *, number: int = 0) -> Told:
        """Go there with the mouse as well, and after it where something has moved meanwhile.

        A hand is on its way for a moment, during which the form holds back what is said late; a
        mouse that leaps and clicks at once hits where something was.
        """
        while True:
            item = super().into_view(name, role, number=number)
            self._do("mousemove", *map(str, item.middle))
            time.sleep(ARRIVING_SECONDS)
            if self.find(name, role, number=number).area == item.area:
                return item

    def press(self, name: str, role: str = "", *, number: int = 0) -> None:
        if role != "menu item":
            super().press(name, role, number=number)
            return
        # Qt tells of a menu only what the arrow keys come to.
        for _ in range(MOST_ENTRIES):
            self.key("Down")
            if self._ask("focus") == name:
                self.key("Return")
                return
        raise AssertionError(f"the menu has no {name!r}")

    def told(self) -> Iterator[Told]:
        found: list[Told] = []
        for role, name, area, is_enabled, around in self._ask("all"):
            inside = (*found[around].inside, found[around]) if around >= 0 else ()
            left, top, width, height = area
            item = Told(role, name, (left, top, width, height), is_enabled=is_enabled)
            item.inside = inside
            found.append(item)
        return iter(found)

    def _do(self, *words: str) -> None:
        self._run("xdotool", *words)

    def _run(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self._environment, check=True, capture_output=True, text=True
        )
        return done.stdout

    def click_at(self, x: int, y: int) -> None:
        self._do("mousemove", str(x), str(y), "click", "1")

    def turn_at(self, x: int, y: int, *, down: bool) -> None:
        self._do("mousemove", str(x), str(y), "click", "5" if down else "4")

    def write(self, words: str) -> None:
        missing = {letter for letter in words if not letter.isascii()} - self._letters
        if missing:
            self._add_keys(missing)
        self._do("type", "--delay", "10", words)

    def _add_keys(self, letters: set[str]) -> None:
        """Give letters keys of their own for good, as the keyboard of whoever writes them has.

        Where there is none, xdotool lends one for a moment, and what is typed meanwhile is lost.
        """
        spare = _SPARE_KEY.findall(self._run("xmodmap", "-pke"))
        for key, letter in zip(reversed(spare), sorted(letters), strict=False):
            self._run("xmodmap", "-e", f"keycode {key} = U{ord(letter):04X}")
        self._letters |= letters
        time.sleep(_KEYS_ARRIVE_SECONDS)

    def hit(self, keys: str) -> None:
        self._do("key", keys)

    def keep(self, words: str) -> None:
        other = self._begin([sys.executable, "-c", SPREADSHEET], self._environment)
        self._others.append(other)
        assert other.stdin is not None
        assert other.stdout is not None
        other.stdin.write(words)
        other.stdin.close()
        assert other.stdout.readline() == "copied\n"

    def rest(self) -> None:
        time.sleep(0.1)

    def leave(self) -> None:
        """End the reader and the other programs, and close what they were asked through."""
        for other in self._others:
            with other:
                other.terminate()


def test_a_whole_exhibit_is_made_on_a_display(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    look_for_what_screen_readers_use()
    drawing, photograph = tmp_path / "islands.svg", tmp_path / "harbour.jpg"
    drawing.write_text(MAP, encoding="utf-8")
    taken = QImage(3600, 2400, QImage.Format.Format_RGB32)
    taken.fill(QColor("#3a6ea5"))
    taken.save(str(photograph))
    settings = tmp_path / "settings.yaml"
    settings.write_text(
        f"folders: {{state: {tmp_path / 'state'}, logs: {tmp_path / 'logs'}}}\n", encoding="utf-8"
    )
    with x_server(1920, 1080) as display:
        assert display is not None
        environment = {
            **display,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "HOME": str(tmp_path),
            "XDG_RUNTIME_DIR": str(tmp_path),
            "XDG_CACHE_HOME": str(tmp_path),
        }
        with session_bus(environment) as address:
            environment["DBUS_SESSION_BUS_ADDRESS"] = address
            _make(environment, settings, drawing, photograph)

    exhibit = read_exhibit(tmp_path / "islands").exhibit
    assert exhibit is not None
    assert exhibit.title.words_in("pt") == "Três ilhas na baía"
    assert [_told_of(zone) for zone in exhibit.zones] == [EAST, NORTH, WEST]
    (chart,) = (each for each in exhibit.zones[0].panels if isinstance(each, ChartPanel))
    assert _words(chart.headline) == ("More boats each decade", "Mais barcos em cada década")
    assert main(["check", str(tmp_path / "islands")]) == 0
    assert "content is ok: 3 zones, 4 panels\n" in capsys.readouterr().out


def _told_of(zone: Zone) -> Island:
    """What an exhibit tells of a place, to its last letter."""
    (story,) = (panel for panel in zone.panels if isinstance(panel, StoryPanel))
    (page,) = story.pages
    told = (zone.name, zone.introduction, story.title, story.summary, page.text)
    return Island(*map(_words, told))


def _words(text: Text) -> tuple[str, str]:
    return text.words_in("en"), text.words_in("pt")


def _make(environment: Mapping[str, str], settings: Path, drawing: Path, photograph: Path) -> None:
    command = [sys.executable, str(PROJECT / "main.py"), "preview", "--settings", str(settings)]
    out = settings.with_name("out")
    with out.open("wb") as written:
        preview = subprocess.Popen(command, env=environment, stdout=written, stderr=written)
    hands = HandsOnDisplay(environment)
    try:
        make_exhibit(hands, drawing, photograph)
        hands.find("Contents", "tree")
        assert preview.poll() is None, out.read_text(encoding="utf-8")
    finally:
        hands.leave()
        preview.terminate()
        preview.wait()
