"""The real program on a content folder that can't be shown: never a dead map, and back again."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.shipped import shipped
from tests import waiting
from tests.exhibit.sound_content import Content, sound_content
from tests.project import PROJECT
from tests.tools import needs

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = Path(__file__).with_name("content_watch_program.py")
HANG_GUARD_SECONDS = 120.0
TITLE, SHIPPED_TITLE = "The Bay", "Greater Bay Area"
OBEYING = "-dac_override,-dac_read_search"
"""The privileges with which root reads what nobody may, capabilities(7)."""

pytestmark = [
    needs("setpriv"),
]


class Hall:
    """A machine of its own with one content folder, and the exhibit on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content: Content = sound_content(folder / "content")
        self._told = 0
        self._running: subprocess.Popen[bytes] | None = None

    def start(self) -> dict[str, Any]:
        """Start it, and give what stands."""
        root = ["setpriv", f"--inh-caps={OBEYING}", f"--bounding-set={OBEYING}"]
        words = [
            "run",
            "--content",
            str(self.content.folder),
            "--window",
            "640x360",
            "--still",
            "--locked",
        ]
        self._running = subprocess.Popen(
            [
                *(root if os.geteuid() == 0 else []),
                *(sys.executable, str(PROGRAM), str(self.folder / "report"), *words),
            ],
            env={
                **os.environ,
                "HOME": str(self.folder),
                "XDG_STATE_HOME": str(self.folder / "state"),
                "PYTHONPATH": str(PROJECT),
                "QT_QPA_PLATFORM": "offscreen",
            },
            stderr=subprocess.DEVNULL,
        )
        return self.next()

    def next(self) -> dict[str, Any]:
        """What stands after the next change."""
        self._told += 1
        wait_for(lambda: len(self._lines()) >= self._told)
        told: dict[str, Any] = json.loads(self._lines()[self._told - 1])
        return told

    def _lines(self) -> list[str]:
        report = self.folder / "report"
        assert self._running is None or self._running.poll() is None, self.log
        return report.read_text("utf-8").splitlines() if report.exists() else []

    def end(self) -> None:
        if self._running is not None:
            self._running.send_signal(signal.SIGTERM)
            self._running.wait(HANG_GUARD_SECONDS)
            self._running = None

    @property
    def log(self) -> str:
        return (self.folder / "state" / "kiosk" / "logs" / "kiosk.log").read_text("utf-8")

    @property
    def versions(self) -> list[str]:
        kept = self.folder / "state" / "kiosk" / "last-good"
        return sorted(entry.name for entry in kept.iterdir() if entry.is_dir())


wait_for = partial(waiting.wait_for, seconds=HANG_GUARD_SECONDS, pause=0.05)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    hall = Hall(tmp_path)
    yield hall
    hall.end()


def test_the_last_good_content_stands_in_and_the_own_comes_back_between_visitors(
    hall: Hall,
) -> None:
    first = hall.start()
    hall.end()
    exhibit_file = hall.content.folder / "exhibit.yaml"
    sound = exhibit_file.read_text("utf-8")
    # Its beginning is sound: only the whole reading tells.
    exhibit_file.write_text(sound.replace("format: 1", "format: 9"), "utf-8")

    second = hall.start()
    exhibit_file.write_text(sound.replace("The Bay", "The Bay again"), "utf-8")
    third = hall.next()

    assert (first["title"], first["opened"], first["places"]) == (TITLE, True, 2)
    assert (second["title"], second["opened"], second["places"]) == (TITLE, True, 2)
    assert any("exhibit.yaml:1:9" in message for message in second["problems"])
    assert "showing the last good content: exhibit.yaml:1:9: " in hall.log
    assert (third["title"], third["opened"], third["problems"]) == ("The Bay again", True, [])
    assert f"content: showing {hall.content.folder} again" in hall.log
    assert len(hall.versions) == 2, "the old one is still held; the next start takes it away"


def test_a_change_of_the_folder_for_another_shows_one_state_or_the_other(hall: Hall) -> None:
    told = hall.start()
    picture = Path(told["folder"]) / "pictures" / "steel.svg"
    before = picture.read_bytes()
    hall.content.folder.rename(hall.folder / "old")
    other = sound_content(hall.content.folder)
    (other.folder / "pictures" / "steel.svg").write_text("<svg/>")
    shutil.rmtree(hall.folder / "old")

    assert picture.read_bytes() == before


@pytest.mark.parametrize("what", ["empty", "unreadable"])
def test_without_a_good_reading_what_came_along_stands_in(hall: Hall, what: str) -> None:
    folder = hall.content.folder
    reason = {
        "empty": "exhibit.yaml:1:1: exhibit.yaml is not there",
        "unreadable": f"the folder {folder} can't be opened: permission denied",
    }[what]
    if what == "empty":
        shutil.rmtree(folder)
        folder.mkdir()
    else:
        folder.chmod(0o000)

    told = hall.start()

    assert told["opened"], "a tap opens a place"
    assert told["folder"] == str(shipped("content"))
    assert f"showing what came with the program: {reason}" in hall.log
    assert any(reason in message for message in told["problems"])


def test_a_state_folder_without_room_costs_only_the_copy(hall: Hall) -> None:
    kept = hall.folder / "state" / "kiosk" / "last-good"
    kept.parent.mkdir(parents=True)
    kept.write_text("a file where the folder should be")
    picture = Path(hall.start()["folder"]) / "pictures" / "steel.svg"

    assert "no copy could be kept" in hall.log
    assert picture.parts[:4] == ("/", "proc", "self", "fd")
