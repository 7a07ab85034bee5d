"""`kiosk run` opens the exhibit, and says what is wrong with how it was called."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kiosk.commands import run as run_command
from kiosk.guard.exit_code import ExitCode
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


LEAVE_WHEN_READY = """
import sys
sys.path.insert(0, sys.argv.pop(1))
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
import kiosk.app

class Leaving(kiosk.app.App):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.ready.connect(self.leave)

    def leave(self):
        print("shown", self.stage.isVisible(), self.stage.width(), self.stage.height(),
              self.journey.comfort.language, len(self.exhibit.zones) > 3, flush=True)
        QTest.keyClick(self.stage, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)

kiosk.app.App = Leaving
from kiosk.__main__ import main
sys.exit(main())
"""
"""A person who presses Ctrl+Q as soon as everything stands on the stage."""


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    def run_it(*arguments: str, program: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
        homes = {
            name: str(tmp_path / name) for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")
        }
        return subprocess.run(
            [sys.executable, *(program or (str(PROJECT / "main.py"),)), "run", *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen"},
            timeout=120,
        )

    return run_it


def test_a_folder_that_is_not_there_is_wrong_use(
    run: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    answer = run("--content", str(tmp_path / "nowhere"))

    assert answer.returncode == 2
    assert answer.stderr == f"kiosk run: there is no folder {tmp_path / 'nowhere'}\n"


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("nothing", "settings.yaml is not there"),
        ("folder", "this is a folder, not a plain file (put a copy of the file itself here)"),
        ("pipe", "this is a pipe, not a plain file (put a copy of the file itself here)"),
        ("device", "this is a device, not a plain file (put a copy of the file itself here)"),
        ("UTF-16", "the file seems to be UTF-16, not UTF-8 (save it as UTF-8)"),
        ("large", "the file is larger than 1 MiB (split it)"),
    ],
)
def test_settings_that_can_not_be_read_are_wrong_use_and_the_reason_is_told(
    run: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path, kind: str, reason: str
) -> None:
    settings = tmp_path / "settings.yaml"
    match kind:
        case "folder":
            settings.mkdir()
        case "pipe":
            os.mkfifo(settings)
        case "device":
            settings.symlink_to("/dev/zero")
        case "UTF-16":
            settings.write_text("theme: light", encoding="utf-16")
        case "large":
            settings.write_bytes(b"#" * (1024 * 1024 + 1))

    answer = run("--settings", str(settings))

    assert answer.returncode == 2
    assert answer.stderr == f"kiosk run: {settings}:1:1: {reason}\n"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_it_says_so_in_a_line(tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path), "QT_QPA_PLATFORM": "xcb", "DISPLAY": "127.0.0.1:987"}

    answer = subprocess.run(
        [sys.executable, str(PROJECT / "main.py"), "run"],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        timeout=120,
    )

    assert answer.returncode == 6
    assert answer.stderr == (
        "kiosk run: the X server 127.0.0.1:987 can't be reached: connection refused\n"
    )


@pytest.mark.parametrize(
    "option",
    [
        ("--theme", "pink"),
        ("--language", "French"),
        ("--window", "wide"),
        ("--screen-mm", "24 inches"),
    ],
)
def test_wrong_options_are_wrong_use(
    run: Callable[..., subprocess.CompletedProcess[str]], option: tuple[str, str]
) -> None:
    answer = run(*option)

    assert answer.returncode == 2
    assert "usage:" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_the_exhibit_opens_in_a_window_and_control_q_leaves_it(
    run: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    answer = run(
        *("--window", "960x540", "--language", "pt", "--still"),
        program=("-c", LEAVE_WHEN_READY, str(PROJECT)),
    )

    assert answer.returncode == 0, answer.stderr
    assert answer.stdout == "shown True 960 540 pt True\n"
    assert "Traceback" not in answer.stderr


def test_on_windows_it_names_what_works_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")

    code = run_command.run(argparse.Namespace())

    monkeypatch.undo()
    assert code == ExitCode.WRONG_CALL
    said = capsys.readouterr().err
    assert "needs Linux" in said
    assert "kiosk preview" in said
