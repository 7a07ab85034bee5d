"""The supervisor brings its child back from every kind of end, and ends when staff end it.

The children are a few lines of Python; intervals are a fraction of the real ones.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.content_trust import ContentTrust
from kiosk.guard.exit_code import ExitCode
from kiosk.guard.supervisor import Patience, Supervisor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PROJECT = Path(__file__).resolve().parents[2]
HANG_GUARD_SECONDS = 25.0
"""Five times the five seconds within which the exhibit has to be back."""

QUICK = Patience(
    first_beat=10.0,
    beat=0.5,
    dying=1.0,
    stopping=5.0,
    wait=0.02,
    longest_wait=0.1,
    calm_run=60.0,
)

STAND_IN = """
import faulthandler, os, pathlib, signal, sys, time
faulthandler.enable(open("stack.log", "a"))
runs = pathlib.Path("runs")
number = len(runs.read_text().split()) + 1 if runs.exists() else 1
with runs.open("a") as file:
    print(os.getpid(), file=file)
def say(line):
    os.write(1, line.encode() + b"\\n")
def live():
    while True:
        say("WATCHDOG=1")
        time.sleep(0.05)
say("READY=1")
"""


class Stage:
    """A supervisor in a thread, with the folder in which its children leave traces."""

    def __init__(self, folder: Path, patience: Patience = QUICK) -> None:
        self.folder = folder
        self.said: list[str] = []
        self.code: int | None = None
        self._patience = patience
        self._thread: threading.Thread | None = None
        self.supervisor: Supervisor | None = None
        self.content = folder / "content"
        self.content.mkdir()

    def start(self, script: str) -> None:
        file = self.folder / "child.py"
        file.write_text(f"import os; os.chdir({str(self.folder)!r})\n{STAND_IN}\n{script}")
        self.supervisor = Supervisor(
            [sys.executable, "-S", str(file)],
            content=self.content,
            trust=ContentTrust(self.folder / "trust.json"),
            say=self.said.append,
            patience=self._patience,
        )
        self._thread = threading.Thread(target=self._keep_running)
        self._thread.start()

    def _keep_running(self) -> None:
        assert self.supervisor is not None
        self.code = self.supervisor.keep_running()

    def end(self) -> int | None:
        """Wait for the supervisor's own end."""
        assert self._thread is not None
        self._thread.join(HANG_GUARD_SECONDS)
        assert not self._thread.is_alive()
        return self.code

    def stop(self) -> None:
        if self.supervisor is not None and self._thread is not None:
            self.supervisor.stop()
            self._thread.join(HANG_GUARD_SECONDS)

    def children(self) -> list[int]:
        runs = self.folder / "runs"
        return [int(line) for line in runs.read_text().split("\n")[:-1]] if runs.exists() else []

    def child(self, number: int) -> int:
        """The process id of the child of that number, once it runs."""
        wait_for(lambda: len(self.children()) >= number)
        return self.children()[number - 1]


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + HANG_GUARD_SECONDS
    while not condition():
        assert time.monotonic() < deadline, "it did not come back"
        time.sleep(0.01)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(tmp_path)
    yield stage
    stage.stop()


needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")


@needs_posix
def test_it_is_back_after_kill_9(stage: Stage) -> None:
    stage.start("live()")

    os.kill(stage.child(1), signal.SIGKILL)

    assert stage.child(2) != stage.child(1)
    assert any("ended with -9" in line for line in stage.said)


def test_it_is_back_after_a_crash_with_an_exit_code(stage: Stage) -> None:
    stage.start("sys.exit(1) if number == 1 else live()")

    assert stage.child(2)


@needs_posix
def test_a_stopped_child_is_replaced(stage: Stage) -> None:
    stage.start("live()")
    os.kill(stage.child(1), signal.SIGSTOP)

    assert stage.child(2)
    assert any("no sign of life for 0.5 s" in line for line in stage.said)
    with pytest.raises(ProcessLookupError):
        os.kill(stage.child(1), 0)


@needs_posix
def test_the_stack_of_a_hang_is_kept(stage: Stage) -> None:
    stage.start(
        "def where_it_hangs():\n    time.sleep(1000)\nwhere_it_hangs() if number == 1 else live()"
    )

    assert stage.child(2)
    wait_for(lambda: "where_it_hangs" in (stage.folder / "stack.log").read_text())


@needs_posix
def test_a_child_that_does_not_even_abort_is_killed(stage: Stage) -> None:
    stage.start(
        "signal.signal(signal.SIGABRT, signal.SIG_IGN)\ntime.sleep(1000) if number == 1 else live()"
    )

    assert stage.child(2)
    with pytest.raises(ProcessLookupError):
        os.kill(stage.child(1), 0)


def test_a_long_start_is_waited_for_when_it_is_announced(stage: Stage) -> None:
    stage.start("say('EXTEND_TIMEOUT_USEC=20000000'); time.sleep(1.2); sys.exit(0)")

    assert stage.end() == ExitCode.LEFT
    assert len(stage.children()) == 1


@pytest.mark.parametrize(
    "code", [ExitCode.LEFT, ExitCode.WRONG_CALL, ExitCode.SCREEN_TAKEN], ids=lambda code: code.name
)
def test_some_ends_are_for_good(stage: Stage, code: ExitCode) -> None:
    stage.start(f"sys.exit({int(code)})")

    assert stage.end() == code
    assert len(stage.children()) == 1


def test_a_planned_restart_is_no_crash(stage: Stage) -> None:
    stage.start("sys.exit(3 if number < 6 else 0)")

    assert stage.end() == ExitCode.LEFT
    assert len(stage.children()) == 6
    assert ContentTrust(stage.folder / "trust.json").refusal is None


def test_three_crashes_on_one_folder_start_the_content_that_came_along(stage: Stage) -> None:
    stage.start(
        "open('shown', 'a').write(os.environ.get('KIOSK_CONTENT_DISTRUSTED', 'own') + '\\n')\n"
        "sys.exit(1 if number < 5 else 0)"
    )

    assert stage.end() == ExitCode.LEFT
    own, refused = "own", str(stage.content)
    assert (stage.folder / "shown").read_text().split() == [own, own, own, refused, refused]
    refusal = ContentTrust(stage.folder / "trust.json").refusal
    assert refusal is not None
    assert refusal.folder == stage.content


def test_it_never_gives_up_and_calms_down(stage: Stage) -> None:
    stage.start("sys.exit(1 if number < 9 else 0)")

    assert stage.end() == ExitCode.LEFT
    pauses = [line.rpartition("again in ")[2] for line in stage.said if "again in" in line]
    assert pauses == ["0.02 s", "0.04 s", "0.08 s", *["0.1 s"] * 5]


def test_a_program_that_can_not_be_started_is_tried_again(tmp_path: Path) -> None:
    said: list[str] = []
    supervisor: Supervisor

    def say(line: str) -> None:
        said.append(line)
        if len(said) >= 6:
            supervisor.stop()

    supervisor = Supervisor(
        [str(tmp_path / "nothing")],
        content=tmp_path,
        trust=ContentTrust(tmp_path / "trust.json"),
        say=say,
        patience=QUICK,
    )

    assert supervisor.keep_running() == ExitCode.LEFT
    assert sum("can't be started" in line for line in said) == 3


@needs_posix
def test_stopping_the_supervisor_ends_the_child_first(stage: Stage) -> None:
    stage.start("live()")
    child = stage.child(1)

    stage.stop()

    assert stage.code == ExitCode.LEFT
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_a_full_disk_does_not_stop_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: Path, content: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kiosk.guard.content_trust.write_record", refuse)
    stage = Stage(tmp_path)
    try:
        stage.start(
            "open('shown', 'a').write(os.environ.get('KIOSK_CONTENT_DISTRUSTED', 'own') + '\\n')\n"
            "sys.exit(1 if number < 4 else 0)"
        )
        assert stage.end() == ExitCode.LEFT
    finally:
        stage.stop()
    assert (tmp_path / "shown").read_text().split() == ["own", "own", "own", str(stage.content)]


def test_it_needs_nothing_but_the_standard_library() -> None:
    script = (
        "import sys\n"
        "import kiosk.guard.supervisor, kiosk.guard.content_trust, kiosk.guard.log_file\n"
        "loaded = {name.split('.')[0] for name in sys.modules}\n"
        "print(*sorted(loaded - set(sys.stdlib_module_names) - {'kiosk', '__main__'}))\n"
    )

    answer = subprocess.run(
        [sys.executable, "-S", "-c", script],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert answer.stdout.strip() == ""
