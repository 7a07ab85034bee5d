"""One exhibit for each screen."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.process.screen_lock import ScreenLock, ScreenTaken, lock_file
from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path


def test_a_second_exhibit_is_refused_and_comes_in_when_the_first_has_gone(tmp_path: Path) -> None:
    first = ScreenLock(tmp_path / "screen.lock")
    with pytest.raises(ScreenTaken):
        ScreenLock(tmp_path / "screen.lock")

    first.release()

    ScreenLock(tmp_path / "screen.lock").release()


def test_however_the_first_has_ended(tmp_path: Path) -> None:
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from kiosk.guard.process.screen_lock import ScreenLock\n"
        f"lock = ScreenLock(Path({str(tmp_path / 'screen.lock')!r}))\n"
        "os._exit(9)\n"
    )

    child = subprocess.run([sys.executable, "-c", script], cwd=PROJECT, check=False)

    assert child.returncode == 9
    ScreenLock(tmp_path / "screen.lock").release()


def test_where_no_lock_can_be_made_the_exhibit_runs_without(tmp_path: Path) -> None:
    ScreenLock(tmp_path / "nowhere" / "screen.lock").release()


def test_each_screen_has_its_own_lock(tmp_path: Path) -> None:
    folder = {"RUNTIME_DIRECTORY": str(tmp_path)}

    assert lock_file(folder | {"WAYLAND_DISPLAY": "wayland-0"}) == tmp_path / "kiosk-wayland-0.lock"
    assert lock_file(folder | {"DISPLAY": ":1.0"}) == tmp_path / "kiosk--1-0.lock"
    assert lock_file(folder | {"DISPLAY": ":1", "QT_QPA_PLATFORM": "offscreen"}) == (
        tmp_path / "kiosk-offscreen.lock"
    )


def test_a_link_in_a_shared_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("untouched")
    (tmp_path / "screen.lock").symlink_to(tmp_path / "victim")

    ScreenLock(tmp_path / "screen.lock").release()

    assert (tmp_path / "victim").read_text() == "untouched"
