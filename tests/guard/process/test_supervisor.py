"""The supervisor brings its child back from every kind of end, and ends when staff end it.

The children are a few lines of Python; intervals are a fraction of the real ones.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.content.content_trust import ContentTrust
from kiosk.guard.exit_code import ExitCode
from kiosk.guard.process.supervisor import Supervisor
from tests.guard.process.stage import QUICK, Stage, refusal, wait_for
from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path


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


def test_it_never_gives_up_and_calms_down(stage: Stage) -> None:
    stage.start("sys.exit(1 if number < 9 else 0)")

    assert stage.end() == ExitCode.LEFT
    assert stage.pauses() == ["0.02 s", "0.04 s", "0.08 s", *["0.1 s"] * 5]


@pytest.mark.parametrize("code", [2, 5, 6], ids=["a file is gone", "screen taken", "it says so"])
def test_what_worked_once_is_tried_again(stage: Stage, code: int) -> None:
    stage.start(f"sys.exit(3) if number == 1 else sys.exit({code}) if number < 7 else live()")

    assert stage.child(7)
    assert refusal(stage) is None
    assert stage.pauses()[1:] == ["0.02 s"] * 5, "each of them had shown its picture"


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
