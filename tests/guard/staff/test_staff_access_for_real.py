"""`kiosk run --locked` on a real X server: real keys and clicks, and a real new resolution."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.exit_code import ExitCode
from tests import waiting
from tests.project import PROJECT
from tests.tools import needs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HANG_GUARD_SECONDS = 60.0
CLOSING_KEYS = (
    *("alt+F4", "ctrl+q", "ctrl+w", "Escape", "Escape", "super", "F11", "Menu", "shift+F10"),
    *("alt+Tab", "ctrl+alt+Delete", "alt+space", "F1", "ctrl+o", "ctrl+p", "Print"),
)
SMALL = (1280, 720)
SMALL_MODE = ("small", "74.50", "1280", "1344", "1472", "1664", "720", "723", "728", "748")
"""A mode line, as `xrandr --newmode` takes it."""

pytestmark = needs("Xvfb", "xdotool", "xrandr")


class LockedScreen:
    """An X server of its own, and the locked exhibit alone on it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._exhibit: subprocess.Popen[bytes] | None = None
        reading, writing = os.pipe()
        options = ["-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset"]
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), *options],
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as answer:
            self._environment = os.environ | {"DISPLAY": f":{answer.readline().strip()}"}
        self._systemd = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._systemd.bind(str(folder / "notify"))
        self._systemd.settimeout(HANG_GUARD_SECONDS)

    def start(self) -> None:
        """Open the exhibit, and wait until it has painted."""
        settings = self._folder / "settings.yaml"
        folders = f"{{state: {self._folder / 'state'}, logs: {self._folder / 'logs'}}}"
        settings.write_text(f"folders: {folders}\n")
        environment = self._environment | {
            "QT_QPA_PLATFORM": "xcb",
            "XDG_RUNTIME_DIR": str(self._folder),
            "XDG_STATE_HOME": str(self._folder),
            "NOTIFY_SOCKET": str(self._folder / "notify"),
            "WATCHDOG_USEC": "2000000",
        }
        environment.pop("WAYLAND_DISPLAY", None)
        command = [sys.executable, str(PROJECT / "main.py"), "run", "--locked", "--still"]
        with (self._folder / "out").open("wb") as out:
            self._exhibit = subprocess.Popen(
                [*command, "--settings", str(settings)], env=environment, stdout=out, stderr=out
            )
        self.hear("READY=1")

    def hear(self, line: str) -> None:
        """Wait until systemd would have heard this line from now on."""
        self._systemd.setblocking(False)
        while line == "WATCHDOG=1":
            try:
                self._systemd.recv(200)
            except BlockingIOError:
                break
        self._systemd.settimeout(HANG_GUARD_SECONDS)
        while self._systemd.recv(200).decode() != line:
            pass

    def tell(self, program: str, *arguments: str) -> str:
        """What an X client says."""
        return subprocess.run(
            [program, *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        ).stdout

    def windows(self) -> list[tuple[int, int, int, int]]:
        """Place and size of every window of the exhibit's that can be seen."""
        found = self.tell("xdotool", "search", "--onlyvisible", "--class", ".")
        shapes = []
        for window in found.split():
            told = self.tell("xdotool", "getwindowgeometry", "--shell", window)
            values = dict(line.split("=") for line in told.splitlines() if "=" in line)
            if values:
                x, y, width, height = (int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))
                shapes.append((x, y, width, height))
        return shapes

    def fills(self, width: int, height: int) -> bool:
        return self.windows() == [(0, 0, width, height)]

    @property
    def log(self) -> str:
        return (self._folder / "logs" / "kiosk.log").read_text("utf-8")

    def end(self) -> int:
        """Ask it to end as systemd does; returns its exit code."""
        assert self._exhibit is not None
        assert self._exhibit.poll() is None, (self._folder / "out").read_text()
        self._exhibit.send_signal(signal.SIGTERM)
        return self._exhibit.wait(HANG_GUARD_SECONDS)

    def close(self) -> None:
        for process in (self._exhibit, self._server):
            if process is not None and process.poll() is None:
                process.kill()
                process.wait()
        self._systemd.close()


wait_for = partial(waiting.wait_for, seconds=HANG_GUARD_SECONDS, pause=0.1)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[LockedScreen]:
    screen = LockedScreen(tmp_path)
    yield screen
    screen.close()


def test_no_key_and_no_click_gets_out_and_a_new_resolution_is_filled(screen: LockedScreen) -> None:
    screen.start()
    wait_for(lambda: screen.fills(1920, 1080))

    for key in CLOSING_KEYS:
        screen.tell("xdotool", "key", key)
    for button in ("3", "2"):
        screen.tell("xdotool", "mousemove", "960", "540", "click", button)
    screen.hear("WATCHDOG=1")
    screen.hear("WATCHDOG=1")
    assert screen.fills(1920, 1080)

    screen.tell("xrandr", "--newmode", *SMALL_MODE)
    screen.tell("xrandr", "--addmode", "screen", "small")
    screen.tell("xrandr", "--dpi", "96", "--output", "screen", "--mode", "small")
    wait_for(lambda: screen.fills(*SMALL))
    screen.tell("xrandr", "--dpi", "96", "--output", "screen", "--mode", "1920x1080")
    wait_for(lambda: screen.fills(1920, 1080))
    screen.hear("WATCHDOG=1")

    assert screen.end() == ExitCode.START_ANEW
    assert "Traceback" not in screen.log
