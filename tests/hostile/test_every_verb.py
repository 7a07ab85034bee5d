"""The verbs, as real processes, end without a traceback whatever stands instead of their files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.hostile.spoilt_files import SPOILT
from tests.project import PROJECT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the files and signals of Linux")

LEAVE_WHEN_PAINTED = """
import sys
sys.path.insert(0, sys.argv.pop(1))
from PySide6.QtCore import QTimer
import kiosk.app

class Leaving(kiosk.app.App):
    def __init__(self, *words):
        super().__init__(*words)
        self.stage.painted.connect(self.leave_soon)

    def leave_soon(self):
        QTimer.singleShot(1000, self.left)

kiosk.app.App = Leaving
from kiosk.__main__ import main
sys.exit(main())
"""
"""A person who leaves a second after the first picture."""

STATE = (
    *("state/content-trust.json", "state/staff-pin.json", "state/staff-pin-tries.json"),
    *("logs/kiosk.log", "logs/stacks.log", "logs/supervisor.log"),
    *("home/kiosk/splash/splash.txt", "home/kiosk/splash/splash.jpg", "run/left"),
    "run/kiosk-offscreen.lock",
)
"""Everything that a run finds again, below one folder."""


@dataclass(frozen=True)
class Place:
    """A content folder, and a machine's own files around it, in which much is spoilt."""

    folder: Path
    content: Path

    @property
    def settings(self) -> str:
        return str(self.folder / "settings.yaml")

    def ask(self, *words: str, program: str = "") -> subprocess.CompletedProcess[str]:
        """What a verb says, in a process of its own."""
        command = ["-c", program, str(PROJECT)] if program else [str(PROJECT / "main.py")]
        homes = {"XDG_STATE_HOME": "home", "XDG_RUNTIME_DIR": "run", "HOME": "home"}
        return subprocess.run(
            [sys.executable, *command, *words],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            env=os.environ
            | {name: str(self.folder / each) for name, each in homes.items()}
            | {"QT_QPA_PLATFORM": "offscreen", "RUNTIME_DIRECTORY": str(self.folder / "run")},
        )


@pytest.fixture(params=["content", pytest.param("state", marks=pytest.mark.soak), "everything"])
def place(request: pytest.FixtureRequest, sound: Path, tmp_path: Path) -> Place:
    spoilt: str = request.param
    content = tmp_path / "content"
    ignored = shutil.ignore_patterns("staff*", "*.log*", "splash*", "left", "kiosk.lock")
    shutil.copytree(sound, content, ignore=ignored)
    place = Place(tmp_path, content)
    folders = {"content": content, "state": tmp_path / "state", "logs": tmp_path / "logs"}
    said = ", ".join(f"{name}: {folder}" for name, folder in folders.items())
    Path(place.settings).write_text(f"folders: {{{said}}}\n")
    for name in STATE:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if spoilt == "everything":
            path.symlink_to("/dev/zero")
        elif spoilt != "content":
            os.mkfifo(path)
    if spoilt != "state":
        ways = [kind for kind in SPOILT if kind != "unreadable"]
        files = sorted(file for file in content.rglob("*") if file.is_file())
        first = files.index(content / "exhibit.yaml")
        if spoilt == "content":
            del files[first]
        for number, file in enumerate(files):
            SPOILT[ways[number % len(ways)]](file)
    return place


def test_no_verb_waits_or_ends_with_a_traceback(place: Place) -> None:
    folder = str(place.content)
    pictures = ("--out", str(place.folder / "out"), "--only", "home.en.png")
    verbs: tuple[tuple[str, ...], ...] = (
        ("check", folder, "--fast"),
        ("render", "--content", folder, *pictures),
        ("doctor", "--settings", place.settings),
    )
    with ThreadPoolExecutor(max_workers=2) as pool:
        asked = {words[0]: pool.submit(place.ask, *words) for words in verbs}
        asked["run"] = pool.submit(
            place.ask, "run", "--still", "--settings", place.settings, program=LEAVE_WHEN_PAINTED
        )
        answers = {verb: each.result() for verb, each in asked.items()}

    for verb, answer in answers.items():
        assert "Traceback" not in answer.stdout + answer.stderr, verb
        assert answer.returncode in (0, 1, 2), (verb, answer)
    assert answers["run"].returncode == 0, answers["run"]
