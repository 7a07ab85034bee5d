"""`kiosk run` until the map has been painted for the first time, on the splash or itself.

Run by first_paint.py with the moment of its start, in seconds of the monotonic clock.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from kiosk.__main__ import main

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget


def _end() -> None:
    print(time.monotonic() - _started, flush=True)
    os._exit(0)


class _Later:
    """Waits for a module beside each widget: importing it here would change what is measured."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name == "kiosk.screen.full_screen":
            from kiosk.screen.splash.splash import Splash

            _end_with_paint(Splash)
        elif name == "kiosk.screen.stage":
            from kiosk.screen.map.map_view import MapView

            _end_with_paint(MapView)


def _end_with_paint(widget: type[QWidget]) -> None:
    painted = widget.paintEvent

    def paint(self: QWidget, event: QPaintEvent) -> None:
        painted(self, event)
        _end()

    setattr(widget, "paintEvent", paint)  # noqa: B010  mypy forbids it plainly


_started = float(sys.argv.pop(1))
sys.meta_path.insert(0, _Later())
main(["run"])
