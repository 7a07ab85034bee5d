"""The supervisor brings its child back from every kind of end, and ends when staff end it.

The children are a few lines of Python; intervals are a fraction of the real ones.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.content.content_trust import ContentTrust
from kiosk.guard.exit_code import ExitCode
from kiosk.guard.process.supervisor import Patience, Supervisor
from tests import waiting
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

HANG_GUARD_SECONDS = 25.0
"""Five times the five seconds within which the exhibit has to be back."""

QUICK = Patience(
    first_beat=10.0,
    beat=0.5,
    dying=1.0,
    stopping=3.0,
    wait=0.02,
    outside_wait=0.02,
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
        self.outside: Callable[[], str] = lambda: ""

    def start(self, script: str) -> None:
        file = self.folder / "child.py"
        file.write_text(f"import os; os.chdir({str(self.folder)!r})\n{STAND_IN}\n{script}")
        self.supervisor = Supervisor(
            [sys.executable, "-S", str(file)],
            content=lambda: self.content,
            trust=ContentTrust(self.folder / "trust.json"),
            say=self.said.append,
            patience=self._patience,
            outside=lambda: self.outside(),
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

    def pauses(self) -> list[str]:
        return [line.rpartition("again in ")[2] for line in self.said if "again in" in line]

    def child(self, number: int) -> int:
        """The process id of the child of that number, once it runs."""
        wait_for(lambda: len(self.children()) >= number)
        return self.children()[number - 1]


wait_for = partial(waiting.wait_for, seconds=HANG_GUARD_SECONDS, pause=0.01)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(tmp_path)
    yield stage
    stage.stop()


def test_it_is_back_after_kill_9(stage: Stage) -> None:
    stage.start("live()")

    os.kill(stage.child(1), signal.SIGKILL)

    assert stage.child(2) != stage.child(1)
    assert any("ended with -9 (SIGKILL)" in line for line in stage.said)


def test_it_is_back_after_a_crash_with_an_exit_code(stage: Stage) -> None:
    stage.start("sys.exit(1) if number == 1 else live()")

    assert stage.child(2)


def test_a_stopped_child_is_replaced(stage: Stage) -> None:
    stage.start("live()")
    os.kill(stage.child(1), signal.SIGSTOP)

    assert stage.child(2)
    assert any("no sign of life for 0.5 s" in line for line in stage.said)
    with pytest.raises(ProcessLookupError):
        os.kill(stage.child(1), 0)


def test_the_stack_of_a_hang_is_kept(stage: Stage) -> None:
    stage.start(
        "def where_it_hangs():\n    time.sleep(1000)\nwhere_it_hangs() if number == 1 else live()"
    )

    assert stage.child(2)
    wait_for(lambda: "where_it_hangs" in (stage.folder / "stack.log").read_text())


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


@pytest.mark.parametrize(
    "ending",
    ["os.close(1); time.sleep(1.5)", "os.close(1); time.sleep(1000)", "time.sleep(1000)"],
    ids=["slow", "for ever", "with its output open"],
)
def test_an_end_that_takes_long_is_no_crash(stage: Stage, ending: str) -> None:
    """On a busy machine Python took more than two seconds to end, and the content was blamed."""
    stage.start(f"if number > 1: sys.exit(0)\nsay('STOPPING=1'); {ending}\nsys.exit(3)")

    assert stage.end() == ExitCode.LEFT
    assert "as planned" in stage.said[-2]
    assert json.loads((stage.folder / "trust.json").read_text()).get("crashes", []) == []


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
    assert stage.pauses() == ["0.02 s", "0.04 s", "0.08 s", *["0.1 s"] * 5]


def refusal(stage: Stage) -> object:
    return ContentTrust(stage.folder / "trust.json").refusal


@pytest.mark.parametrize("ending", ["sys.exit(1)", "os.kill(os.getpid(), 9)", "os.abort()"])
def test_a_crash_counts_against_no_content_when_the_display_has_gone(
    stage: Stage, ending: str
) -> None:
    """Fourteen seconds without a display were crashes once, and the content was refused."""
    gone = stage.folder / "gone"
    stage.outside = lambda: "the display has gone" if gone.exists() else ""
    stage.start(f"open('gone', 'w').close(); {ending}")

    for number in range(1, 6):
        stage.child(number)
        wait_for(lambda: sum("the display has gone" in line for line in stage.said) >= 2)
        stage.said.clear()
        gone.unlink()
    stage.stop()

    assert refusal(stage) is None


def test_nothing_is_started_while_something_outside_is_missing(stage: Stage) -> None:
    missing = ["the display is missing"] * 4
    stage.outside = lambda: missing.pop() if missing else ""
    stage.start("live()")

    assert stage.child(1)
    assert stage.said == [
        f"the display is missing: again in {pause} s" for pause in ("0.02", "0.04", "0.08", "0.1")
    ]


def test_a_crash_is_still_counted_when_the_display_goes_after_it(stage: Stage) -> None:
    """Whoever waits for a display in between must not forget what the content has done."""
    crashed = stage.folder / "crashed"
    missing = ["the display is missing"] * 2

    def outside() -> str:
        return missing.pop() if crashed.exists() and len(stage.said) and missing else ""

    stage.outside = outside
    stage.start("if number > 4: live()\nopen('crashed', 'w').close(); sys.exit(1)")

    stage.child(4)
    wait_for(lambda: refusal(stage) is not None)


def test_a_run_that_ends_before_it_reads_content_counts_against_none(stage: Stage) -> None:
    """The library is gone, the program is being replaced, no window can be opened, and so on."""
    stage.start("")
    stage.stop()
    (stage.folder / "runs").unlink(missing_ok=True)
    script = stage.folder / "mute.py"
    script.write_text(
        f"import os, sys; os.chdir({str(stage.folder)!r}); open('runs', 'a').write('1\\n')\n"
        "os.abort() if len(open('runs').readlines()) < 6 else sys.exit(0)\n"
    )
    said: list[str] = []
    supervisor = Supervisor(
        [sys.executable, "-S", str(script)],
        content=lambda: stage.content,
        trust=ContentTrust(stage.folder / "trust.json"),
        say=said.append,
        patience=QUICK,
        outside=lambda: "",
    )

    assert supervisor.keep_running() == ExitCode.LEFT
    assert sum("no crash of its content" in line for line in said) == 5
    assert refusal(stage) is None


@pytest.mark.parametrize("code", [2, 5, 6], ids=["a file is gone", "screen taken", "it says so"])
def test_what_worked_once_is_tried_again(stage: Stage, code: int) -> None:
    stage.start(f"sys.exit(3) if number == 1 else sys.exit({code}) if number < 7 else live()")

    assert stage.child(7)
    assert refusal(stage) is None
    assert stage.pauses()[1:] == ["0.02 s"] * 5, "each of them had shown its picture"


def test_a_missing_content_folder_is_no_reason_to_end_and_no_crash_of_it(stage: Stage) -> None:
    stage.content.rmdir()
    stage.start("sys.exit(1) if number < 6 else live()")

    stage.child(6)
    stage.content.mkdir()
    stage.stop()

    assert refusal(stage) is None
    assert ContentTrust(stage.folder / "trust.json").begin(stage.content)


def test_the_folder_that_the_next_run_shows_is_asked_for_each_time(stage: Stage) -> None:
    """An operator names a better folder while the first one crashes."""
    other = stage.folder / "other"
    other.mkdir()
    stage.start(
        "open('shown', 'a').write(os.environ.get('KIOSK_CONTENT_DISTRUSTED', 'own') + '\\n')\n"
        "sys.exit(1 if number < 5 else 0)"
    )
    stage.child(4)
    stage.content = other

    assert stage.end() == ExitCode.LEFT
    assert (stage.folder / "shown").read_text().split()[-1] == "own"


def test_staff_who_come_in_end_the_waiting(stage: Stage) -> None:
    stage.start("say('X_STAFF=1') if number == 6 else 0\nsys.exit(1 if number < 8 else 0)")

    assert stage.end() == ExitCode.LEFT
    assert stage.pauses() == [
        f"{pause} s" for pause in ("0.02", "0.04", "0.08", "0.1", "0.1", "0.02", "0.04")
    ]


def test_a_program_that_can_not_be_started_is_tried_again(tmp_path: Path) -> None:
    said: list[str] = []
    supervisor: Supervisor

    def say(line: str) -> None:
        said.append(line)
        if len(said) >= 3:
            supervisor.stop()

    supervisor = Supervisor(
        [str(tmp_path / "nothing")],
        content=lambda: tmp_path,
        trust=ContentTrust(tmp_path / "trust.json"),
        say=say,
        patience=QUICK,
        outside=lambda: "",
    )

    assert supervisor.keep_running() == ExitCode.LEFT
    assert sum("can't be started" in line for line in said) == 3


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

    monkeypatch.setattr("kiosk.guard.content.content_trust.write_record", refuse)
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
        "import kiosk.guard.process.supervisor, kiosk.guard.content.content_trust\n"
        "import kiosk.guard.log.log_file\n"
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
