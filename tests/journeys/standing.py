"""Exhibits that stand ready for tests: on the real content, or on a folder of a test's own."""

from __future__ import annotations

import gc
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from kiosk.app import App
from kiosk.exhibit.place import HOME
from kiosk.garbage import keep_for_good
from kiosk.journey.comfort import Comfort
from kiosk.screen.teardown import tear_down
from kiosk.settings.settings import Settings
from tests.journeys.visitor import wait_for, wait_until

if TYPE_CHECKING:
    from pathlib import Path

_closed = count(1)
_CLOSED_TOGETHER = 8
"""So many closed exhibits are thawed and collected at once, which takes half a second."""


def open_exhibit(
    content: Path,
    *,
    size: tuple[int, int] = (1920, 1080),
    still: bool = True,
    theme: str = "dark",
    language: str | None = None,
    screen_mm: tuple[float, float] | None = None,
) -> App:
    """A shown exhibit that has read everything, and has built what it builds at leisure."""
    settings = Settings(
        content=content, still=still, theme=theme, language=language, screen_mm=screen_mm
    )
    app = App(settings)
    app.stage.resize(*size)
    app.stage.show()
    QApplication.processEvents()
    app.read_now()
    if app.exhibit is not None:
        wait_for(app.ready)
    return app


def begin_again(app: App, language: str = "en") -> None:
    """At the map home in a language, with the keyboard's attention, and nobody's focus."""
    app.stage.raise_()
    app.stage.activateWindow()
    app.journey.set_comfort(Comfort(language=language, still=app.journey.comfort.still))
    app.journey.go(HOME)
    app.stage.map_view.return_to_goal()
    app.stage.finish()
    app.stage.setFocus()
    wait_until(app.stage.isActiveWindow)


def close_exhibit(app: App) -> None:
    """Take it away for good, at once and on the GUI thread.

    What exhibits froze for their own life is thawed from time to time, and what of it still lives
    is frozen again: among it are all tests.
    """
    tear_down(app.stage, app)
    if next(_closed) % _CLOSED_TOGETHER == 0:
        gc.unfreeze()
        keep_for_good()
