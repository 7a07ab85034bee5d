from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project import PROJECT

PROGRAM = """\
import os
{imports}
print(os.environ["OPENBLAS_NUM_THREADS"], len(os.listdir("/proc/self/task")))
"""


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads are counted in /proc")
@pytest.mark.parametrize("module", ["kiosk", "kiosk.look.theme", "kiosk.screen.chart.plot"])
def test_whichever_module_comes_first_numpy_starts_no_threads(module: str) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "OPENBLAS_NUM_THREADS"}
    program = PROGRAM.format(imports=f"import {module}\nimport numpy")

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, env=environment, capture_output=True,
        text=True, check=True,
    )  # fmt: skip

    assert done.stdout.split() == ["1", "1"]


def test_one_place_says_so() -> None:
    files = (PROJECT / "kiosk").rglob("*.py")
    found = [file for file in files if "OPENBLAS" in file.read_text(encoding="utf-8")]

    assert found == [PROJECT / "kiosk" / "__init__.py"]


def test_who_has_chosen_a_number_of_threads_keeps_it() -> None:
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "2"}
    program = "import kiosk, os; print(os.environ['OPENBLAS_NUM_THREADS'])"

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, env=environment, capture_output=True,
        text=True, check=True,
    )  # fmt: skip

    assert done.stdout.strip() == "2"
