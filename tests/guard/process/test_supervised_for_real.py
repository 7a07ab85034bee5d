"""`kiosk run --supervised`, whole: what it stands on is taken away and comes back."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.exit_code import ExitCode
from tests.exhibit.sound_content import sound_content
from tests.project import PROJECT
from tests.tools import needs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HANG_GUARD_SECONDS = 120.0

TELLING = """
import os, sys
sys.path.insert(0, sys.argv.pop(1))
import kiosk.app

class Telling(kiosk.app.App):
    def __init__(self, settings, *others):
        super().__init__(settings, *others)
        self._settings = settings
        self.ready.connect(self.tell)

    def tell(self):
        with open(os.environ["STANDS"], "a") as file:
            print(os.getpid(), self._settings.theme, self._settings.content, file=file)

kiosk.app.App = Telling
from kiosk.__main__ import main
sys.exit(main())
"""
"""The exhibit itself, which writes a line when all of it stands."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux's signals and displays")


class Supervised:
    """The program as an operator starts it, with a folder for everything that it needs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = sound_content(folder / "content").folder
        self.settings = folder / "settings.yaml"
        self.settings.write_text(f"theme: light\n{self.folders}")
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def folders(self) -> str:
        return f"folders: {{state: {self.folder / 'state'}, logs: {self.folder / 'logs'}}}\n"

    def start(self, *words: str, **environment: str) -> None:
        known = {
            "STANDS": str(self.folder / "stands"),
            "XDG_RUNTIME_DIR": str(self.folder),
            "XDG_STATE_HOME": str(self.folder / "home"),
        }
        kept = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
        command = [sys.executable, "-c", TELLING, str(PROJECT), "run", "--supervised", "--still"]
        with (self.folder / "out").open("ab") as out:
            self.process = subprocess.Popen(
                [*command, *words], env=kept | known | environment, stdout=out, stderr=out
            )

    def stands(self, number: int) -> list[str]:
        """Process, theme and content of the exhibit that was the `number`th to stand."""
        file = self.folder / "stands"
        self.wait_for(lambda: len(lines_of(file)) >= number)
        return lines_of(file)[number - 1].split()

    def kill(self, number: int) -> None:
        os.kill(int(self.stands(number)[0]), signal.SIGKILL)

    def wait_for(self, condition: Callable[[], bool]) -> None:
        assert self.process is not None
        deadline = time.monotonic() + HANG_GUARD_SECONDS
        while not condition():
            assert self.process.poll() is None, (self.folder / "out").read_text()
            assert time.monotonic() < deadline, (self.folder / "out").read_text()
            time.sleep(0.05)

    def log(self, name: str) -> str:
        file = self.folder / "logs" / name
        return file.read_text("utf-8") if file.exists() else ""

    def crashes(self) -> int:
        """How many crashes the content is blamed for."""
        record = json.loads((self.folder / "state/content-trust.json").read_text())
        return len(record["crashes"])

    def end(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            assert self.process.wait(HANG_GUARD_SECONDS) == ExitCode.LEFT
        assert "Traceback" not in (self.folder / "out").read_text()


def lines_of(file: Path) -> list[str]:
    return file.read_text().splitlines() if file.exists() else []


@pytest.fixture
def exhibit(tmp_path: Path) -> Iterator[Supervised]:
    exhibit = Supervised(tmp_path)
    try:
        yield exhibit
    finally:
        exhibit.end()


class Display:
    """A real X server in memory that can go and come back under its name."""

    def __init__(self) -> None:
        reading, writing = os.pipe()
        self._server = self._started("-displayfd", str(writing), keep=(writing,))
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.name = f":{answer.readline().strip()}"

    def go(self) -> None:
        self._server.kill()
        self._server.wait()

    def come_back(self) -> None:
        self._server = self._started(self.name)

    def _started(self, *words: str, keep: tuple[int, ...] = ()) -> subprocess.Popen[bytes]:
        options = ["-screen", "0", "960x540x24", "-nolisten", "tcp", "-noreset"]
        return subprocess.Popen(
            ["Xvfb", *words, *options], pass_fds=keep, stderr=subprocess.DEVNULL
        )


@needs("Xvfb")
def test_a_display_that_goes_is_waited_for_and_no_content_is_blamed(exhibit: Supervised) -> None:
    display = Display()
    try:
        exhibit.start(
            *("--content", str(exhibit.content), "--settings", str(exhibit.settings)),
            QT_QPA_PLATFORM="xcb",
            DISPLAY=display.name,
        )
        exhibit.stands(1)
        display.go()
        exhibit.wait_for(lambda: "again in 2 s" in exhibit.log("supervisor.log"))
        display.come_back()
        exhibit.stands(2)
        display.go()
        exhibit.wait_for(lambda: exhibit.log("supervisor.log").count("ended with") == 2)
        display.come_back()

        assert exhibit.stands(3)[2] == str(exhibit.content)
        assert exhibit.crashes() == 0
        ends = [line for line in exhibit.log("supervisor.log").splitlines() if "ended with" in line]
        assert len(ends) == 2
        assert all(f"ended with {ExitCode.OUTSIDE.value}" in line for line in ends), ends
    finally:
        exhibit.end()
        display.go()


def test_a_content_folder_and_settings_that_go_are_done_without(exhibit: Supervised) -> None:
    exhibit.start(
        *("--content", str(exhibit.content), "--settings", str(exhibit.settings)),
        QT_QPA_PLATFORM="offscreen",
    )
    assert exhibit.stands(1)[1:] == ["light", str(exhibit.content)]

    moved = exhibit.content.rename(exhibit.folder / "moved")
    exhibit.kill(1)
    theme, shown = exhibit.stands(2)[1:]
    assert theme == "light"
    assert shown == str(PROJECT / "content") or Path(shown).is_relative_to(exhibit.folder / "state")
    assert f"there is no folder {exhibit.content}" in exhibit.log("kiosk.log")

    moved.rename(exhibit.content)
    gone = exhibit.settings.rename(exhibit.folder / "gone.yaml")
    exhibit.kill(2)
    assert exhibit.stands(3)[2] == str(exhibit.content)

    gone.rename(exhibit.settings)
    exhibit.kill(3)
    assert exhibit.stands(4)[1:] == ["light", str(exhibit.content)]
