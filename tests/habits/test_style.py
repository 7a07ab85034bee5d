"""The code is clean for ruff and for mypy in its strict mode.

They are tests, so that one command, `make test`, says everything that is wrong with a change.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.project import PROJECT


@pytest.mark.parametrize(
    "checker",
    [
        ["ruff", "check", "--quiet", "."],
        ["mypy", "--no-error-summary"],
    ],
    ids=["ruff", "mypy"],
)
def test_the_checker_finds_nothing(checker: list[str]) -> None:
    located = subprocess.run(
        [sys.executable, "-m", *checker], cwd=PROJECT, capture_output=True, text=True, check=False
    )

    assert located.returncode == 0, f"\n{located.stdout}{located.stderr}"
