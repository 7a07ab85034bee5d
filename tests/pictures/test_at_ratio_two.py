"""The pixel tests once more, on a screen with twice as many pixels as units to a side.

Qt settles the ratio when the application is made, so they run in a process of their own.
"""

from __future__ import annotations

import os
import subprocess
import sys

from tests.project import PROJECT

PIXEL_TESTS = (
    "tests/pictures/test_map_pixels.py",
    "tests/pictures/test_panel_pixels.py",
    "tests/pictures/test_chinese_shapes.py",
)
HANG_SECONDS = 600


def test_what_holds_at_ratio_one_holds_at_ratio_two() -> None:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")
    }
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:xdist",
            "-p",
            "no:cacheprovider",
            *PIXEL_TESTS,
        ],
        env={**environment, "QT_SCALE_FACTOR": "2"},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
        timeout=HANG_SECONDS,
    )

    assert run.returncode == 0, run.stdout
