"""A running exhibit and its releases: brought, refused, crashed on, taken back, rolled back."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.content.release_folders import ReleaseFolders
from tests.guard.content.releases import Packs
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.exhibit.sound_content import Content

HANG_GUARD_SECONDS = 300.0


class Machine:
    """A machine with settings of its own, and the exhibit that runs on it."""

    def __init__(self, folder: Path) -> None:
        self.inbox = folder / "inbox"
        self.inbox.mkdir()
        self._log = folder / "logs" / "kiosk.log"
        self._settings = folder / "settings.yaml"
        self._settings.write_text(
            f"folders:\n  state: {folder / 'state'}\n  logs: {folder / 'logs'}\n"
            f"  inbox: {self.inbox}\nrestart_at: never\n",
            encoding="utf-8",
        )
        self.releases = ReleaseFolders(folder / "state" / "releases")
        self._environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_RUNTIME_DIR": str(folder),
        }
        self._exhibit: subprocess.Popen[bytes] | None = None

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "kiosk", *words, "--settings", str(self._settings)]

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self._command(*words),
            cwd=PROJECT,
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=HANG_GUARD_SECONDS,
            check=False,
        )

    def start(self) -> None:
        starts = self.told("started: version")
        command = self._command("run", "--window", "640x360", "--still")
        self._exhibit = subprocess.Popen(command, cwd=PROJECT, env=self._environment)
        self.wait_for("started: version", starts + 1)

    def kill(self) -> None:
        if self._exhibit is not None:
            self._exhibit.kill()
            self._exhibit.wait()
            self._exhibit = None

    def told(self, words: str) -> int:
        """In how many lines of the log these words are."""
        try:
            return self._log.read_text(encoding="utf-8").count(words)
        except FileNotFoundError:
            return 0

    def wait_for(self, words: str, times: int = 1) -> None:
        deadline = time.monotonic() + HANG_GUARD_SECONDS
        while self.told(words) < times:
            assert time.monotonic() < deadline, f"never told: {words}"
            time.sleep(0.05)


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    machine = Machine(tmp_path)
    yield machine
    machine.kill()


def test_what_is_brought_is_shown_and_what_is_wrong_is_not(
    machine: Machine, content: Content, tmp_path: Path
) -> None:
    packs = Packs(tmp_path, content)
    first = packs.pack()
    machine.start()

    (machine.inbox / "first.zip").write_bytes(first.read_bytes())
    machine.wait_for("content: showing release 20260102")

    damaged = bytearray(packs.pack().read_bytes())
    damaged[len(damaged) // 2] ^= 1
    (machine.inbox / "damaged.zip").write_bytes(damaged)
    machine.wait_for("damaged.zip is not taken:")
    assert machine.releases.wanted().startswith("20260102")
    (machine.inbox / "damaged.zip").unlink()

    # As after a minute.
    machine.releases.confirm(machine.releases.wanted())
    taken = machine.run("install", str(packs.pack()))
    assert taken.returncode == 0, taken.stderr
    machine.wait_for("content: showing release 20260104")
    machine.kill()
    machine.start()
    assert machine.releases.wanted().startswith("20260102"), "the other one crashed on trial"
    assert machine.told("content 20260104") == 0

    listed = machine.run("releases")
    assert listed.returncode == 0
    assert "20260104" in listed.stdout
    assert "crashed before it had shown it for a minute" in listed.stdout
    later = next(line.split()[0] for line in listed.stdout.splitlines() if "20260104" in line)
    assert machine.run("rollback", later).returncode == 0
    machine.wait_for("content: showing release 20260104", 2)
