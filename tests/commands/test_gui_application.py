"""The application of every verb that paints collects garbage on the GUI thread alone."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.project import PROJECT

SCRIPT = """\
import gc
from kiosk.commands.gui_application import {maker}
from kiosk.garbage import GarbageCollector
application = [{maker}() for _ in range(2)][-1]
print(len(application.findChildren(GarbageCollector)), gc.isenabled())
"""


@pytest.mark.parametrize("maker", ["gui_application", "offscreen_application"])
def test_there_is_one_collector_however_often_the_application_is_asked_for(maker: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(maker=maker)],
        capture_output=True,
        text=True,
        check=True,
        cwd=PROJECT,
        timeout=60,
    )

    assert done.stdout.split() == ["1", "False"]
