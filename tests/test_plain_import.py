from __future__ import annotations

import subprocess
import sys

from tests.project import PROJECT

PROGRAM = """\
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from kiosk.commands.gui_application import gui_application
application = gui_application()
import linecache
before = set(linecache.cache)
import kiosk.app
from PySide6.QtWidgets import *
print(QLabel("words").text(), set(linecache.cache) - before)
"""


def test_no_source_is_read_of_what_a_verb_imports() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=PROJECT, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["words", "set()"]
