"""A run of tests ends, and tells all, also where a process of its crashed or a test hung."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

SOUND = "def test_a(): pass\ndef test_b(): pass\ndef test_c(): pass\n"
CRASHING = """
import os
def test_before(): pass
def test_crash(): os._exit(1)
def test_after(): pass
"""
HANGING = CRASHING.replace("import os", "import time").replace("os._exit(1)", "time.sleep(600)")

SHARED = """
import sys
sys.path.insert(0, {project!r})
from tests.crash_proof_files import CrashProofFiles

def pytest_xdist_make_scheduler(config, log):
    return CrashProofFiles(config, log)
"""


@pytest.mark.parametrize(
    ("wrong", "options"),
    [
        (CRASHING, ()),
        (
            HANGING,
            ("-o", "faulthandler_timeout=1", "-o", "faulthandler_exit_on_timeout=true"),
        ),
    ],
    ids=["crash", "hang"],
)
@pytest.mark.parametrize("processes", [1, 2])
def test_all_others_are_run(
    tmp_path: Path, wrong: str, options: tuple[str, ...], processes: int
) -> None:
    """What a crashed process had done was given out again as nothing, and waited for for ever."""
    (tmp_path / "conftest.py").write_text(SHARED.format(project=str(PROJECT)), encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    for number in range(4):
        (tmp_path / f"test_{number}.py").write_text(SOUND, encoding="utf-8")
    (tmp_path / "test_4.py").write_text(wrong, encoding="utf-8")
    (tmp_path / "test_5.py").write_text(SOUND, encoding="utf-8")

    answer = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-p", "no:pytestqt", "-p", "no:cacheprovider"),
            *("-n", str(processes), "--dist", "loadfile", "--no-loadscope-reorder", *options),
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )

    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert re.search(r"\b1 failed, 17 passed\b", answer.stdout), answer.stdout
    assert re.search(r"crashed while running.*test_4\.py::test_crash", answer.stdout)
