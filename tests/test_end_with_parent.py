"""Whoever is killed leaves no process behind: neither those of a pool nor a check that it began."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.project import PROJECT
from tests.waiting import wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.exhibit.sound_content import Content

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="this system does not list processes as files"
)

HANG_SECONDS = 120
"""Only guards against a hang: the ends that are waited for come at once."""

POOL = """
import multiprocessing, os, time
from kiosk.end_with_parent import end_with_pool

def name(_):
    time.sleep(0.5)
    return os.getpid()

if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(2, end_with_pool) as pool:
        print(*sorted(set(pool.imap(name, range(4), chunksize=1))), flush=True)
        pool.map(time.sleep, [600, 600])
"""

PREVIEW = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QObject, QProcess
from kiosk.workshop.preview.thorough_check import ThoroughCheck

application = QCoreApplication(["kiosk"])
parent = QObject()
check = ThoroughCheck(Path(sys.argv[1]), parent)
check.check_now()
(process,) = check.findChildren(QProcess)
process.waitForStarted()
print(process.processId(), flush=True)
application.exec()
"""


def test_processes_of_a_pool_end_with_whoever_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "pool.py"
    script.write_text(POOL, encoding="utf-8")
    with _begun(script) as (process, named):
        process.kill()
        process.wait()

        wait_for(lambda: not any(map(_runs, named)), seconds=HANG_SECONDS)

    assert named


def test_a_check_ends_with_the_preview_that_was_killed(tmp_path: Path, content: Content) -> None:
    script = tmp_path / "preview.py"
    script.write_text(PREVIEW, encoding="utf-8")
    with _begun(script, str(content.folder)) as (process, (check,)):
        assert _runs(check)

        process.kill()
        process.wait()

        wait_for(lambda: not _runs(check), seconds=HANG_SECONDS)


@pytest.mark.soak
def test_whatever_lays_the_shipped_exhibit_out_ends_with_a_check_that_was_killed() -> None:
    command = [sys.executable, "main.py", "check", str(PROJECT / "content")]
    process = subprocess.Popen(command, cwd=PROJECT)
    try:
        wait_for(lambda: len(_children(process.pid)) > 1, seconds=HANG_SECONDS)
        children = _children(process.pid)
    finally:
        process.kill()
        process.wait()

    wait_for(lambda: not any(map(_runs, children)), seconds=HANG_SECONDS)


@contextmanager
def _begun(script: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], list[int]]]:
    """A script's process, and the processes of which it has said the numbers."""
    process = subprocess.Popen(
        [sys.executable, str(script), *arguments],
        cwd=PROJECT,
        env=_with_project(),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        yield process, [int(each) for each in process.stdout.readline().split()]
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def _with_project() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(PROJECT), "QT_QPA_PLATFORM": "offscreen"}


def _children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children")
    return [int(each) for each in listed.read_text("ascii").split()]


def _runs(process: int) -> bool:
    """Whether it is there and no mere entry whose code nobody has asked for yet."""
    try:
        said = Path(f"/proc/{process}/stat").read_text("ascii", "replace")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return said.rpartition(")")[2].split()[0] not in ("Z", "X")
