"""The preview follows a real Syncthing, which brings changes from another machine: here, a folder.

Both ends run on the loopback alone: nothing is announced, relayed, reported or upgraded.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.tools import needs
from tests.workshop.preview.desk import QIANHAI, Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

HANG_SECONDS = 20

CONFIG = """\
<configuration version="36">
  <folder id="content" path="{folder}" type="{kind}" rescanIntervalS="1" fsWatcherEnabled="true"
      fsWatcherDelayS="1">
    <device id="{own_id}"></device>
    <device id="{other_id}"></device>
  </folder>
  <device id="{own_id}"><address>tcp://127.0.0.1:{own_port}</address></device>
  <device id="{other_id}"><address>tcp://127.0.0.1:{other_port}</address></device>
  <gui enabled="false"></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:{own_port}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <urAccepted>-1</urAccepted>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <crashReportingEnabled>false</crashReportingEnabled>
    <startBrowser>false</startBrowser>
  </options>
</configuration>
"""


class End:
    """One of the two machines: its keys, its port, its folder."""

    def __init__(self, home: Path, folder: Path, kind: str) -> None:
        self.home, self.folder, self.kind = home, folder, kind
        home.mkdir()
        (folder / ".stfolder").mkdir()
        self._environment = {
            **os.environ,
            "HOME": str(home),
            "STNORESTART": "1",
            "STNOUPGRADE": "1",
        }
        command = ["syncthing", "generate", f"--home={home}"]
        subprocess.run(
            command, env=self._environment, check=True, capture_output=True, timeout=HANG_SECONDS
        )
        written = (home / "config.xml").read_text(encoding="utf-8")
        found = re.search(r'<device id="([A-Z0-9-]{63})"', written)
        assert found is not None
        self.id = found[1]
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    def start(self, other: End) -> subprocess.Popen[bytes]:
        config = CONFIG.format(
            folder=self.folder,
            kind=self.kind,
            own_id=self.id,
            other_id=other.id,
            own_port=self.port,
            other_port=other.port,
        )
        (self.home / "config.xml").write_text(config, encoding="utf-8")
        with (self.home / "log.txt").open("wb") as log:
            return subprocess.Popen(
                ["syncthing", "serve", "--no-browser", f"--home={self.home}"],
                env=self._environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )


@pytest.fixture
def elsewhere(desk: Desk, tmp_path: Path) -> Iterator[Path]:
    """The folder on the other machine."""
    folder = Path(shutil.copytree(desk.content.folder, tmp_path / "elsewhere"))
    there = End(tmp_path / "there", folder, "sendonly")
    here = End(tmp_path / "here", desk.content.folder, "receiveonly")
    running = [there.start(here), here.start(there)]
    yield folder
    for process in running:
        process.terminate()
    for process in running:
        process.wait(HANG_SECONDS)


@needs("syncthing")
def test_what_another_machine_saves_reaches_the_picture(desk: Desk, elsewhere: Path) -> None:
    file = elsewhere / QIANHAI
    text = file.read_text(encoding="utf-8")

    file.write_text(text.replace("value: 1195", "value: 1196"), encoding="utf-8")
    desk.wait_for_figure("1196")

    assert desk.place == "qianhai/teams"
    assert desk.messages == []
    assert desk.blanks == 0
