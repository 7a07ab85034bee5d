"""What the first picture of the map does not need is read after it."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.project import PROJECT


def without_session_bus() -> dict[str, str]:
    """The environment of a museum's machine, where no screen reader can ask for anything."""
    left_out = ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")
    return {key: value for key, value in os.environ.items() if key not in left_out}


PROGRAM = """\
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from kiosk.commands.gui_application import gui_application
application = gui_application()
import sys
import kiosk.commands.machine_settings
import kiosk.guard.content.content_watch
import kiosk.guard.health.damage_screen
import kiosk.guard.overlay.blackout_overlay
import kiosk.guard.process.process_guard
from kiosk.app import App
from kiosk.settings.settings import Settings
from kiosk.shipped import shipped
app = App(Settings(content=shipped("content")))
app.stage.resize(960, 540)
picture = app.stage.grab()
assert not picture.isNull()
late = {"numpy", "pydantic", "pydantic_core", "babel", "pyqtgraph", "segno"}
print(*sorted(late & set(sys.modules)))
import PySide6.QtGui
print(*{"QAccessible"} & set(vars(PySide6.QtGui)))
"""


def test_large_libraries_are_imported_after_the_first_picture() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=PROJECT,
        env=without_session_bus(),
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split() == []


SPLASH = """\
import sys
import kiosk.commands.run
import kiosk.commands.gui_application
import kiosk.guard.process.screen_lock
import kiosk.screen.full_screen
import kiosk.screen.splash.splash
late = {"_hashlib", "dataclasses", "datetime", "difflib", "socket", "yaml", "kiosk.app"}
rooms = {"kiosk.text.messages", "kiosk.settings.settings", "kiosk.guard.process.supervisor"}
print(*sorted((late | rooms) & set(sys.modules)))
import PySide6.QtCore
print(*{"Qt"} & set(vars(PySide6.QtCore)))
"""


def test_the_splash_waits_for_no_library_that_it_does_not_use() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SPLASH], cwd=PROJECT, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == []


ASKED_EARLY = (
    PROGRAM.partition("picture =")[0]
    + """\
from PySide6.QtGui import QAccessible
def told(widget):
    return QAccessible.queryAccessibleInterface(widget).role().name
print(told(app.stage), told(app.stage.map_view))
app.stage.finish()
print(told(app.stage), told(app.stage.map_view))
"""
)


def test_who_asks_before_the_first_picture_is_told_the_roles_after_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASKED_EARLY],
        cwd=PROJECT,
        env=without_session_bus(),
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.splitlines() == ["Client Client", "Window Canvas"]
