"""A work that never ends keeps no process from ending, nor changes what it ends with."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from kiosk.guard.exit_code import ExitCode
from kiosk.job_pool import job_pool
from kiosk.jobs import Jobs
from tests.journeys.visitor import HANG_SECONDS
from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = """\
import sys, threading, types
from PySide6.QtCore import QCoreApplication
from kiosk import __main__, job_pool
from kiosk.jobs import Jobs

job_pool.REST_SECONDS = 0.05
application = QCoreApplication([])
jobs = Jobs()
begun = threading.Event()

def never_end():
    begun.set()
    threading.Event().wait()

def run(arguments):
    jobs.ask("drawing", never_end)
    begun.wait()
    print("done")
    {end}

verb = types.ModuleType("kiosk.commands.run", doc="Stands in for the exhibit.")
verb.add_arguments, verb.run = (lambda parser: None), run
sys.modules[verb.__name__] = verb
sys.exit(__main__.main([]))
"""


@pytest.mark.parametrize(
    ("end", "code"),
    [("return 0", ExitCode.LEFT), ("return 3", ExitCode.START_ANEW), ("raise ValueError", 1)],
)
def test_the_process_ends_with_its_own_code(end: str, code: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(end=end)],
        capture_output=True,
        text=True,
        check=False,
        cwd=PROJECT,
        timeout=HANG_SECONDS,
    )

    assert done.returncode == code
    assert done.stdout == "done\n"
    assert "a work goes on, and the process ends without it" in done.stderr


def test_a_verb_that_a_test_runs_leaves_the_process_to_the_next_one(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While pictures of the guide were drawn, the process of the tests ended without a word."""
    monkeypatch.setattr("kiosk.job_pool.REST_SECONDS", 0.01)
    monkeypatch.setattr("kiosk.job_pool.os._exit", pytest.fail)
    jobs, go_on = Jobs(), threading.Event()
    jobs.ask("drawing", go_on.wait)

    try:
        assert main(["service", "--out", str(tmp_path)]) == 0
    finally:
        go_on.set()
        assert job_pool().waitForDone(round(HANG_SECONDS * 1000))
