"""How much memory the process has, and that what is freed goes back."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kiosk.guard.process.process_memory import memory_mb

FREE_A_RASTER = """
from kiosk.guard.process.process_memory import give_freed_memory_back, memory_mb
if {asked}:
    give_freed_memory_back()
from PySide6.QtGui import QImage
# glibc raises its threshold to the largest piece that was freed.
for _ in range(3):
    QImage(2400, 2400, QImage.Format.Format_ARGB32).fill(1)
pieces = []
for number in range(8):
    image = QImage(1600, 1200, QImage.Format.Format_ARGB32)
    image.fill(1)
    pieces += [image, QImage(64, 64, QImage.Format.Format_ARGB32)]
    pieces[-1].fill(1)
before = memory_mb()
pieces = pieces[1::2]
print(before - memory_mb())
"""


def freed_mb(*, asked: bool) -> float:
    """How much a process shrinks when it forgets eight rasters of 7.7 MB, between small pieces."""
    done = subprocess.run(
        [sys.executable, "-c", FREE_A_RASTER.format(asked=asked)],
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def test_it_is_plausible() -> None:
    found = memory_mb()

    assert found is not None
    assert 10 < found < 10_000


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc keeps what was freed")
def test_freed_rasters_go_back_to_the_system() -> None:
    assert freed_mb(asked=True) > 50
    assert freed_mb(asked=False) < freed_mb(asked=True) / 2
