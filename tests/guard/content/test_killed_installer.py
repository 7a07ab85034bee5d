"""Whoever takes a pack, goes back or confirms is killed at random: old or new is shown, whole."""

from __future__ import annotations

import datetime
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kiosk.publishing.packing import pack
from tests.guard.content.releases import FIRST_DAY, small_content
from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

_KILLS, _SEED = 500, "20261128"


@pytest.mark.parametrize("kills", [_KILLS // 10, pytest.param(_KILLS, marks=pytest.mark.soak)])
def test_killed_at_random_moments(tmp_path: Path, kills: int) -> None:
    for number in range(1, 6):
        content = small_content(tmp_path / "content", number)
        made = FIRST_DAY + datetime.timedelta(number)
        pack(content, tmp_path / f"{number}.zip", made=made)
    program = [sys.executable, "-m", "tests.guard.content.killed_installer"]

    ran = subprocess.run(
        [*program, str(tmp_path), str(kills), _SEED],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
        timeout=1_000,
    )

    assert ran.returncode == 0, ran.stderr
    told = re.fullmatch(r"(\d+) of (\d+) were killed before their end", ran.stdout)
    assert told is not None
    assert int(told[2]) == kills
    assert int(told[1]) > kills // 4, "most came too late to prove anything"
