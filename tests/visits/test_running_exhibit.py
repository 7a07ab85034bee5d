"""The exhibit as the service runs it: what a visitor did is in the ledger after its end."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from kiosk.visits.cells import LEDGER_NAME
from kiosk.visits.ledger import read_counts
from tests.exhibit.sound_content import sound_content
from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

VISIT = """
import sys
sys.path.insert(0, sys.argv.pop(1))
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import kiosk.app
from kiosk.exhibit.place import Place

class Visited(kiosk.app.App):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.ready.connect(self.wait)

    def wait(self):
        # Others hear of `ready` after this.
        QTimer.singleShot(0, self.visit)

    def visit(self):
        self.idle.notice()
        self.journey.go(Place("qianhai"))
        QApplication.exit(0)

kiosk.app.App = Visited
from kiosk.__main__ import main
sys.exit(main())
"""


@pytest.mark.parametrize("counts", [True, pytest.param(False, marks=pytest.mark.soak)])
def test_its_end_writes_down_what_was_counted_unless_the_setting_says_no(
    tmp_path: Path, counts: bool
) -> None:
    content = sound_content(tmp_path / "content").folder
    settings = tmp_path / "settings.yaml"
    settings.write_text(
        f"visits: {str(counts).lower()}\nfolders:\n"
        f"  content: {content}\n  state: {tmp_path / 'state'}\n  logs: {tmp_path / 'logs'}\n"
    )
    words = ("run", "--settings", str(settings), "--still")
    homes = dict.fromkeys(("HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"), str(tmp_path))
    subprocess.run(
        [sys.executable, "-c", VISIT, str(PROJECT), *words],
        env=os.environ | homes | {"QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        timeout=300,
    )

    ledger = tmp_path / "state" / LEDGER_NAME
    assert ledger.exists() is counts
    if counts:
        told = {(cell.what, cell.which) for cell in read_counts(ledger, datetime.now())}
        assert told >= {("visit", ""), ("place", "qianhai/teams"), ("language", "en")}
