"""`kiosk tell` on a real exhibit: what it does, what it says, and that no network is used."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from kiosk.__main__ import main
from tests.exhibit.sound_content import sound_content
from tests.guard.test_no_network import LOCAL
from tests.project import PROJECT
from tests.tools import needs
from tests.waiting import wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAIN = (sys.executable, str(PROJECT / "main.py"))


class RunningExhibit:
    """`kiosk run` without a screen, on a small content, watched by strace."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = folder / "settings.yaml"
        self.settings.write_text(
            f"folders: {{content: {sound_content(folder / 'content').folder},"
            f" state: {folder}/state, logs: {folder}/logs, health: {folder}/health}}\n"
            f"control: {{socket: {folder}/control.socket, folder: {folder}/share}}\n"
        )
        (folder / "share").mkdir()
        homes = dict.fromkeys(("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"), str(folder))
        command = [
            *("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket"),
            *("-o", str(folder / "trace"), *MAIN, "run", "--window", "960x540", "--still"),
            *("--settings", str(self.settings)),
        ]
        with (folder / "stderr").open("wb") as errors:
            self._process = subprocess.Popen(
                command,
                env=os.environ | homes | {"QT_QPA_PLATFORM": "offscreen"},
                start_new_session=True,
                stderr=errors,
            )
        wait_for(self._is_ready, seconds=120)

    def tell(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*MAIN, "tell", *words, "--settings", str(self.settings)],
            capture_output=True,
            text=True,
            check=False,
        )

    def code(self) -> int:
        """With which it ends by itself."""
        return self._process.wait(60)

    def end(self) -> None:
        if self.is_running:
            os.killpg(self._process.pid, signal.SIGTERM)
        self._process.wait(60)

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    def _is_ready(self) -> bool:
        if not self.is_running:
            said = (self.folder / "stderr").read_text("utf-8", "replace")
            if "Operation not permitted" in said:
                pytest.skip("nobody may trace a program here")
            pytest.fail(said)
        answer = self.tell("language", "pt")
        return answer.returncode == 0


@pytest.fixture
def exhibit(tmp_path: Path) -> Iterator[RunningExhibit]:
    exhibit = RunningExhibit(tmp_path)
    yield exhibit
    exhibit.end()


@needs("strace")
def test_a_running_exhibit_does_what_it_is_told(exhibit: RunningExhibit) -> None:
    folder = exhibit.folder
    status = exhibit.tell("status")
    assert json.loads(status.stdout)["content"]["origin"] == "own", status.stderr
    assert exhibit.tell("home").stdout == "home: done\n"
    refused = exhibit.tell("language", "fr")
    assert (refused.returncode, refused.stderr) == (
        1,
        "kiosk tell: refused: the languages are en, zh-Hant, zh-Hans, pt\n",
    )
    picture = exhibit.tell("picture", str(folder / "picture.png"))
    assert picture.returncode == 0, picture.stderr
    shown = QImage(str(folder / "picture.png"))
    assert (shown.width(), shown.height()) == (480, 270)

    (folder / "share" / "tell.txt").write_text("dark\n")
    wait_for((folder / "share" / "told.txt").exists, seconds=60)
    assert json.loads(exhibit.tell("status").stdout)["occupant"] == "closed"
    assert exhibit.tell("wake").returncode == 0

    for _ in range(50):
        with socket.socket(socket.AF_UNIX) as hostile:
            hostile.connect(str(folder / "control.socket"))
            hostile.send(b"\x00" * 500)
    wait_for(lambda: exhibit.tell("home").returncode == 0, seconds=30)

    restarted = exhibit.tell("restart")
    assert restarted.stdout == "restart: done\n", restarted.stderr
    assert exhibit.code() == 3
    assert not (folder / "control.socket").exists()
    assert (folder / "health" / "kiosk.prom").exists()
    opened = set(re.findall(r"socket\((\w+)", (folder / "trace").read_text("utf-8")))
    assert "AF_UNIX" in opened
    assert opened - LOCAL == set()


def test_where_nobody_listens_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tell", "home", "--socket", str(tmp_path / "control.socket")]) == 1

    said = capsys.readouterr().err
    assert f"no exhibit answers ({tmp_path}/control.socket: No such file" in said
    assert "control.socket" in said


@pytest.mark.parametrize(
    "words", [["dance"], ["language"], ["home", "--now"], ["picture"], ["home", "now"]]
)
def test_what_is_no_order_is_wrong_use(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tell", *words]) == 2
    assert "kiosk tell: " in capsys.readouterr().err
