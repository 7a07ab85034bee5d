"""A whole visit opens no socket but local ones, neither in Python nor in Qt."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.exhibit.sound_content import sound_content
from tests.project import PROJECT
from tests.tools import needs

if TYPE_CHECKING:
    from pathlib import Path

LOCAL = {"AF_UNIX", "AF_LOCAL", "AF_NETLINK"}
"""Between programs of this machine, and news of the kernel about devices."""

VISIT = """
import itertools, os, sys
sys.path.insert(0, sys.argv.pop(1))
import socket
from PySide6.QtTest import QTest
import kiosk.app
from kiosk.exhibit.place import Place

class Visited(kiosk.app.App):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.ready.connect(self.visit)

    def visit(self):
        seen = 0
        languages = itertools.cycle(os.environ["LANGUAGES"].split())
        places = [Place(zone.id, panel.id) for zone in self.exhibit.zones for panel in zone.panels]
        for place in places[:: int(os.environ.get("EVERY", "1"))]:
            self.journey.speak(next(languages))
            self.journey.go(place)
            QTest.qWait(1)
            seen += 1
        self.navigation.go_home()
        print("seen", seen, flush=True)
        if os.environ.get("CALL_HOME"):
            socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()
        os._exit(0)

kiosk.app.App = Visited
from kiosk.__main__ import main
sys.exit(main())
"""


def families(folder: Path, *words: str, **environment: str) -> set[str]:
    """The families of all sockets that were opened in a visit to panels, each in the next of the
    languages; `words` are further ones of the command line."""
    trace = folder / "trace"
    homes = dict.fromkeys(("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"), str(folder))
    visited = subprocess.run(
        [
            *("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket", "-o", str(trace)),
            *(sys.executable, "-c", VISIT, str(PROJECT), "run", "--window", "960x540", "--still"),
            *words,
        ],
        env=os.environ | homes | {"QT_QPA_PLATFORM": "offscreen"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if "Operation not permitted" in visited.stderr:
        pytest.skip("nobody may trace a program here")
    assert re.fullmatch(r"seen [1-9]\d*\n", visited.stdout), visited.stderr
    return set(re.findall(r"socket\((\w+)", trace.read_text("utf-8")))


@needs("strace")
@pytest.mark.parametrize("every", ["7", pytest.param("1", marks=pytest.mark.soak)])
def test_a_visit_in_all_languages_opens_local_sockets_only(tmp_path: Path, every: str) -> None:
    """`make test` sees one panel in seven."""
    assert families(tmp_path, LANGUAGES="en zh-Hant zh-Hans pt", EVERY=every) - LOCAL == set()


@needs("strace")
def test_a_call_to_the_outside_would_be_noticed(tmp_path: Path) -> None:
    content = ("--content", str(sound_content(tmp_path / "content").folder))
    assert families(tmp_path, *content, LANGUAGES="en", CALL_HOME="1") - LOCAL == {"AF_INET"}
