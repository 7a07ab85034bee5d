"""A file that has just been written is fresh, by whichever time its system keeps."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from kiosk.workshop.preview.snapshot import is_fresh

if TYPE_CHECKING:
    from pathlib import Path

NOW = 1_800_000_000.0


def times(*, changed: float, written: float) -> os.stat_result:
    """What a system says about a file, seconds before now; `changed` is st_ctime."""
    whole = (0o100644, 1, 1, 1, 0, 0, 10)
    return os.stat_result((*whole, 0, int(NOW - written), int(NOW - changed)))


@pytest.mark.parametrize(
    ("changed", "written", "fresh"),
    [
        pytest.param(0, 0, True, id="written on Unix"),
        pytest.param(86_400, 0, True, id="written on Windows, made yesterday"),
        pytest.param(0, 86_400, True, id="renamed on Unix, or made anew on Windows"),
        pytest.param(86_400, 86_400, False, id="old"),
        pytest.param(-60, -60, False, id="from the future"),
    ],
)
def test_a_file_is_fresh(changed: float, written: float, fresh: bool) -> None:
    assert is_fresh(times(changed=changed, written=written), NOW, 0.35) is fresh


def test_a_real_file_is_fresh_when_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "zone.yaml"
    file.write_text("id: a\n", encoding="utf-8")
    found = file.stat()

    assert is_fresh(found, found.st_mtime + 0.1, 0.35)
    assert not is_fresh(found, found.st_mtime + 60, 0.35)
