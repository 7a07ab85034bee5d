"""A real Qt program with the whole guard, under the real supervisor, in everything that can happen.

Each test ends with the exhibit standing.  Deadlines only guard against a hang of the test itself.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.content.content_trust import ContentTrust
from kiosk.guard.exit_code import ExitCode
from kiosk.guard.process.supervisor import Patience, Supervisor
from tests.exhibit.sound_content import sound_content
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HANG_GUARD_SECONDS = 200.0
"""Five times the forty seconds after which a hung exhibit has to be back."""

STAND_IN = Path(__file__).with_name("exhibit_stand_in.py")
QUICK = Patience(beat=2.0, dying=1.0, wait=0.02, longest_wait=0.1)


class Hall:
    """A folder, a supervisor in a thread, and what its children said."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.content = sound_content(folder / "content").folder
        self.code: int | None = None
        self.said: list[str] = []
        self._thread = threading.Thread(target=self._keep_running)
        self._supervisor: Supervisor | None = None
        for name in ("NOTIFY_SOCKET", "RUNTIME_DIRECTORY", "WAYLAND_DISPLAY", "DISPLAY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
        monkeypatch.setenv("STAND_IN", str(folder))
        monkeypatch.setenv("PYTHONPATH", str(PROJECT))

    def start(self, fault: str = "") -> None:
        self._supervisor = Supervisor(
            [sys.executable, str(STAND_IN), fault],
            content=lambda: self.content,
            trust=ContentTrust(self.folder / "state" / "content-trust.json"),
            say=self.said.append,
            patience=QUICK,
        )
        self._thread.start()

    def _keep_running(self) -> None:
        assert self._supervisor is not None
        self.code = self._supervisor.keep_running()

    def events(self, event: str) -> list[tuple[int, str]]:
        """The process and the rest of the line of each event that begins so."""
        file = self.folder / "events"
        lines = file.read_text().splitlines() if file.exists() else []
        pairs = [line.split(" ", 1) for line in lines]
        return [(int(process), said) for process, said in pairs if said.startswith(event)]

    def standing(self, number: int = 1) -> int:
        """The process of the exhibit that was the `number`th to stand."""
        wait_for(lambda: len(self.events("stands")) >= number)
        return self.events("stands")[number - 1][0]

    def log(self, name: str) -> str:
        file = self.folder / "logs" / name
        return file.read_text("utf-8") if file.exists() else ""

    def close(self) -> None:
        if self._supervisor is not None:
            self._supervisor.stop()
            self._thread.join(HANG_GUARD_SECONDS)


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + HANG_GUARD_SECONDS
    while not condition():
        assert time.monotonic() < deadline, "it did not come back"
        time.sleep(0.02)


@pytest.fixture
def hall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hall]:
    hall = Hall(tmp_path, monkeypatch)
    yield hall
    hall.close()


def test_after_kill_9_it_stands_again(hall: Hall) -> None:
    hall.start()

    os.kill(hall.standing(), signal.SIGKILL)

    assert hall.standing(2) != hall.standing(1)


def test_after_a_stop_it_stands_again(hall: Hall) -> None:
    hall.start()

    os.kill(hall.standing(), signal.SIGSTOP)

    assert hall.standing(2) != hall.standing(1)


def test_after_a_hang_it_stands_again_and_the_stack_is_in_the_log(hall: Hall) -> None:
    hall.start("hang")

    wait_for(lambda: len(hall.events("start")) == 2)
    hall.standing(1)

    assert "in hang_here" in hall.log("stacks.log")
    assert "Timeout (0:00:01.5" in hall.log("stacks.log"), "written before anybody ended it"


def test_a_window_that_is_frozen_is_replaced_although_its_loop_runs(hall: Hall) -> None:
    hall.start("freeze")

    assert hall.standing(2) != hall.standing(1)


def test_after_a_paint_that_raises_it_goes_home_and_goes_on(hall: Hall) -> None:
    hall.start("raise-once")

    hall.standing(1)

    assert [said for _, said in hall.events("home")] == [
        "home: ArithmeticError: a paint that raises"
    ]
    assert len(hall.events("start")) == 1
    assert "a paint that raises" in hall.log("kiosk.log")


def test_a_paint_that_always_raises_ends_it_and_it_stands_again(hall: Hall) -> None:
    hall.start("raise-always")

    assert hall.standing(2) != hall.standing(1)
    assert any(f"ended with {int(ExitCode.FAULTS)} " in line for line in hall.said)


def test_after_sigterm_it_starts_anew_and_that_is_no_crash(hall: Hall) -> None:
    hall.start()

    for number in range(1, 5):
        os.kill(hall.standing(number), signal.SIGTERM)
    hall.standing(5)

    assert {said for _, said in hall.events("start")} == {f"start {hall.content}"}


def test_content_that_crashes_it_gives_way_to_what_came_along(hall: Hall) -> None:
    hall.start("always-crash")

    wait_for(lambda: len(hall.events("start")) >= 4)

    folders = [said.removeprefix("start ") for _, said in hall.events("start")]
    assert folders[:4] == [*[str(hall.content)] * 3, str(PROJECT / "content")]
    assert ContentTrust(hall.folder / "state" / "content-trust.json").refusal is not None


def test_content_that_staff_allow_again_is_shown_after_the_restart(hall: Hall) -> None:
    for _ in range(4):
        ContentTrust(hall.folder / "state" / "content-trust.json").begin(hall.content)
    supervisor = subprocess.Popen(
        [sys.executable, str(STAND_IN), "forgive"],
        env=os.environ | {"STAND_IN_SUPERVISED": "1"},
    )

    hall.standing(1)
    supervisor.terminate()

    assert supervisor.wait(HANG_GUARD_SECONDS) == ExitCode.LEFT
    folders = [said.removeprefix("start ") for _, said in hall.events("start")]
    assert folders == [str(PROJECT / "content"), str(hall.content)]


def test_a_missing_content_folder_gives_way_to_what_came_along(hall: Hall) -> None:
    shutil.rmtree(hall.content)
    hall.start()

    hall.standing()

    assert hall.events("start")[0][1] == f"start {PROJECT / 'content'}"
    assert "there is no folder" in hall.log("kiosk.log")


@pytest.mark.parametrize("what", ["logs", "state"])
def test_a_folder_that_can_not_be_written_does_not_keep_it_down(hall: Hall, what: str) -> None:
    (hall.folder / what).write_text("a file where the folder should be")
    hall.start("slot")

    hall.standing()

    assert hall.events("home")[0][1] == "home: LookupError: a slot that raises"


@pytest.mark.skipif(
    not Path("/proc/mounts").exists() or os.geteuid() != 0, reason="only root can mount a full disk"
)
def test_on_a_full_disk_it_stands(hall: Hall) -> None:
    disk = hall.folder / "logs"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], check=False
    )
    if mounted.returncode != 0:
        pytest.skip("this machine lets nobody mount a small disk")
    try:
        (hall.folder / "state").symlink_to(disk)
        with pytest.raises(OSError, match="No space"):
            (disk / "filling").write_bytes(b"x" * 1024 * 1024)
        hall.start("slot")
        os.kill(hall.standing(), signal.SIGKILL)
        hall.standing(2)
        hall.close()
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)
    assert hall.events("home")[0][1] == "home: LookupError: a slot that raises"


def test_a_second_exhibit_on_the_same_screen_gives_up(hall: Hall) -> None:
    hall.start()
    hall.standing()

    second = subprocess.run(
        [sys.executable, str(STAND_IN)], check=False, timeout=HANG_GUARD_SECONDS
    )

    assert second.returncode == ExitCode.SCREEN_TAKEN
    assert len(hall.events("screen taken")) == 1


def test_without_its_supervisor_it_ends_so_that_another_can_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Hall(tmp_path, monkeypatch)
    child = subprocess.Popen(
        [sys.executable, str(STAND_IN)],
        stdout=subprocess.PIPE,
        env=os.environ | {"KIOSK_SUPERVISED": "1"},
    )
    assert child.stdout is not None
    while child.stdout.readline() != b"READY=1\n":
        assert child.poll() is None

    child.stdout.close()

    assert child.wait(HANG_GUARD_SECONDS) == ExitCode.START_ANEW
