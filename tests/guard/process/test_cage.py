"""The real thing: the exhibit's guard in a headless cage, told about its life over a real socket.

Cage refuses to run as somebody who could become root again, so the tests give that up for it.
"""

from __future__ import annotations

import os
import re
import select
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from kiosk.guard.exit_code import ExitCode
from tests.project import PROJECT
from tests.tools import needs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HANG_GUARD_SECONDS = 30.0
STAND_IN = Path(__file__).with_name("exhibit_stand_in.py")
NOBODY = 65534

# Cage does not start without Xwayland, and setpriv gives up root for it.
pytestmark = needs("cage", "Xwayland", "setpriv")


class Cage:
    """A compositor without a screen, and the socket on which systemd would listen."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process: subprocess.Popen[bytes] | None = None
        self.listening = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.listening.bind(str(folder / "notify"))
        self.listening.settimeout(HANG_GUARD_SECONDS)
        (folder / "content").mkdir()

    def start(self, fault: str = "") -> None:
        """Open the stand-in, which goes wrong as `fault` says."""
        self.open(str(STAND_IN), fault)

    def open(self, *program: str) -> None:
        """Open a program of Python's in the compositor."""
        self.run(["cage", "-d", "--", sys.executable, *program])

    def run(self, command: list[str], told: dict[str, str] | None = None) -> None:
        """Start a command line as systemd does; `told` is more for its environment."""
        environment = (told or {}) | {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(PROJECT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "XDG_RUNTIME_DIR": str(self.folder),
            "RUNTIME_DIRECTORY": str(self.folder),
            "HOME": str(self.folder),
            "STAND_IN": str(self.folder),
            "STAND_IN_FULLSCREEN": "1",
            "NOTIFY_SOCKET": str(self.folder / "notify"),
            "WATCHDOG_USEC": "4000000",
            "WLR_BACKENDS": "headless",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "WLR_RENDERER": "pixman",
            "QT_QPA_PLATFORM": "wayland",
            "QT_WAYLAND_DISABLE_WINDOWDECORATION": "1",
        }
        if os.geteuid() == 0:
            for path in (self.folder, *self.folder.rglob("*")):
                os.chown(path, NOBODY, NOBODY)
            command = [*_without_root(), *command]
        # As systemd does: the watchdog is meant for the process that it has started, which is cage.
        command = ["sh", "-c", 'WATCHDOG_PID=$$ exec "$@"', "sh", *command]
        with (self.folder / "cage.log").open("wb") as log:
            self.process = subprocess.Popen(
                command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )

    def hear(self, line: str) -> None:
        """Wait until systemd would have heard this line."""
        assert self.process is not None
        try:
            while self.listening.recv(200).decode() != line:
                pass
        except TimeoutError:
            pytest.fail(f"{line} never came: {(self.folder / 'cage.log').read_text()}")

    def waits(self) -> bool:
        """Whether there is a line that nobody has heard yet."""
        return bool(select.select([self.listening], [], [], 0)[0])

    def event(self, beginning: str) -> str:
        """The first thing that the exhibit said which begins so."""
        file = self.folder / "events"
        wait_for(lambda: file.exists() and f" {beginning}" in file.read_text())
        return next(
            line.split(" ", 1)[1]
            for line in file.read_text().splitlines()
            if f" {beginning}" in line
        )

    def exhibit(self) -> int:
        """Its process id."""
        self.event("start")
        return int((self.folder / "events").read_text().split()[0])

    def close(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(HANG_GUARD_SECONDS)
        self.listening.close()


def _without_root() -> list[str]:
    """Another user, who keeps only the right to read what is root's: a checkout for example."""
    rights = "+dac_read_search"
    return [
        "setpriv",
        f"--reuid={NOBODY}",
        f"--regid={NOBODY}",
        "--clear-groups",
        "--bounding-set=-all,+dac_read_search",
        f"--inh-caps=-all,{rights}",
        f"--ambient-caps=-all,{rights}",
        "--",
    ]


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + HANG_GUARD_SECONDS
    while not condition():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.02)


@pytest.fixture
def cage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cage]:
    # The name of a socket may not be long, and the folder has to be open to another user.
    folder = tmp_path_factory.mktemp("cage")
    for path in (folder, *folder.parents[:2]):
        if path.owner() == Path.home().owner():
            path.chmod(path.stat().st_mode | 0o011)
    cage = Cage(folder)
    yield cage
    cage.close()


def test_it_fills_the_screen_and_systemd_hears_its_heart(cage: Cage) -> None:
    cage.start()

    cage.hear("EXTEND_TIMEOUT_USEC=60000000")
    cage.hear("READY=1")
    for _ in range(3):
        cage.hear("WATCHDOG=1")
    # Cage 0.1.4 does not tell Qt that the window is full screen, although it is.
    stands = cage.event("stands").replace("fullscreen=False", "fullscreen=True")
    assert stands == "stands wayland fullscreen=True 1280x720 watchdog=4.0"


LOCKED = """
import os, sys
sys.path.insert(0, sys.argv.pop(1))
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
import kiosk.app

class Telling(kiosk.app.App):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.ready.connect(self.wait)

    def wait(self):
        for _ in range(2):
            QTest.keyClick(self.stage, Qt.Key.Key_Escape)
        QTest.keyClick(self.stage, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
        QTimer.singleShot(1000, self.tell)

    def tell(self):
        visible = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        size = self.stage.size() == self.stage.screen().size()
        with open(os.environ["STAND_IN"] + "/events", "a") as file:
            print(os.getpid(), "start", file=file)
            print(os.getpid(), "stands", QGuiApplication.platformName(), self.stage.width(),
                  self.stage.height(), size, visible == [self.stage], file=file)

kiosk.app.App = Telling
from kiosk.__main__ import main
sys.exit(main())
"""
"""The real exhibit, which says how its window stands a second after keys that would close it."""


def test_the_locked_exhibit_fills_the_screen_and_systemd_hears_its_heart(cage: Cage) -> None:
    settings = cage.folder / "settings.yaml"
    folders = f"{{state: {cage.folder / 'state'}, logs: {cage.folder / 'logs'}}}"
    settings.write_text(f"folders: {folders}\n")

    cage.open("-c", LOCKED, str(PROJECT), "run", "--locked", "--settings", str(settings))

    cage.hear("READY=1")
    assert cage.event("stands") == "stands wayland 1280 720 True True"
    for _ in range(2):
        cage.hear("WATCHDOG=1")
    os.kill(cage.exhibit(), signal.SIGTERM)
    cage.hear("STOPPING=1")


STARTS = 10


@pytest.mark.parametrize(
    "starts", [2, pytest.param(STARTS, marks=pytest.mark.soak)], ids=["two", "ten"]
)
def test_the_line_that_is_written_opens_the_exhibit_every_time(
    cage: Cage, tmp_path: Path, starts: int
) -> None:
    """Every start after the first has what the one before has left: a splash for example."""
    program = Path(sys.executable).with_name("kiosk")
    written = tmp_path / "written"
    assert main(["service", "--out", str(written), "--program", str(program)]) == 0
    unit = (written / "etc/systemd/system/kiosk.service").read_text("utf-8")
    (line,) = re.findall(r"^ExecStart=(.*)$", unit, re.MULTILINE)
    told = " ".join(re.findall(r"^Environment=(.*)$", unit, re.MULTILINE)).split()
    folders = {"STATE_DIRECTORY": "state", "LOGS_DIRECTORY": "logs", "CACHE_DIRECTORY": "cache"}
    environment = dict(word.split("=", 1) for word in told)
    for name, folder in folders.items():
        (cage.folder / folder).mkdir()
        environment[name] = str(cage.folder / folder)

    for _ in range(starts):
        cage.run(line.split(), environment)
        cage.hear("READY=1")
        for _ in range(2):
            cage.hear("WATCHDOG=1")
        assert cage.process is not None
        children = Path(f"/proc/{cage.process.pid}/task/{cage.process.pid}/children")
        for child in children.read_text("ascii").split():
            os.kill(int(child), signal.SIGTERM)
        cage.hear("STOPPING=1")
        assert cage.process.wait(HANG_GUARD_SECONDS) in (0, ExitCode.START_ANEW)
    assert "Traceback" not in (cage.folder / "cage.log").read_text()


def test_a_hang_is_silence_and_its_stack_is_kept(cage: Cage) -> None:
    cage.start("hang")
    cage.hear("READY=1")

    stacks = cage.folder / "logs" / "stacks.log"
    wait_for(lambda: stacks.exists() and "in hang_here" in stacks.read_text())
    assert "Timeout (0:00:03)!" in stacks.read_text()


def test_a_window_that_is_frozen_has_no_heartbeat(cage: Cage) -> None:
    cage.start("freeze")
    cage.hear("READY=1")

    stacks = cage.folder / "logs" / "stacks.log"
    wait_for(lambda: stacks.exists() and "Timeout (0:00:03)!" in stacks.read_text())


def test_a_compositor_that_hangs_has_no_heartbeat(cage: Cage) -> None:
    """Qt would paint on for it, since it takes a compositor that is silent for a hidden window."""
    cage.start()
    cage.hear("WATCHDOG=1")
    cage.hear("WATCHDOG=1")
    assert cage.process is not None

    os.kill(cage.process.pid, signal.SIGSTOP)
    try:
        stacks = cage.folder / "logs" / "stacks.log"
        wait_for(lambda: stacks.exists() and "Timeout (0:00:03)!" in stacks.read_text())
        while cage.waits():
            cage.listening.recv(200)
        time.sleep(1.5)
        assert not cage.waits()
    finally:
        os.kill(cage.process.pid, signal.SIGCONT)

    cage.hear("WATCHDOG=1")
    assert "the compositor has not answered" in (cage.folder / "logs/kiosk.log").read_text()


def test_sigterm_ends_both_cleanly(cage: Cage) -> None:
    cage.start()
    cage.event("stands")

    os.kill(cage.exhibit(), signal.SIGTERM)

    cage.hear("STOPPING=1")
    assert cage.process is not None
    cage.process.wait(HANG_GUARD_SECONDS)
    assert f"ending with {int(ExitCode.START_ANEW)}" in (cage.folder / "logs/kiosk.log").read_text()
