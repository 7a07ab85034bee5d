"""`kiosk run` until the map has been painted for the first time, on the splash or itself.

Run by first_paint.py with the moment of its start, in seconds of the monotonic clock.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from kiosk.__main__ import main
from kiosk.screen.splash import splash

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_paint = splash.Splash.paintEvent


def _paint_and_end(self: splash.Splash, event: QPaintEvent) -> None:
    _paint(self, event)
    _end()


def _end() -> None:
    print(time.monotonic() - _started, flush=True)
    os._exit(0)


class _Later:
    """Waits for the map's own module: importing it here would cost what is measured."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name == "kiosk.screen.stage":
            from kiosk.screen.map import map_view

            painted = map_view.MapView.paintEvent

            def paint(self: map_view.MapView, event: QPaintEvent) -> None:
                painted(self, event)
                _end()

            setattr(map_view.MapView, "paintEvent", paint)  # noqa: B010  mypy forbids it plainly


_started = float(sys.argv.pop(1))
sys.meta_path.insert(0, _Later())
setattr(splash.Splash, "paintEvent", _paint_and_end)  # noqa: B010  mypy forbids it plainly
main(["run"])
