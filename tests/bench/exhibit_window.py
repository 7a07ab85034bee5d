"""`kiosk run` until its map has been painted for the first time.

Run by first_paint.py with the moment of its start, in seconds of the monotonic clock.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from kiosk.__main__ import main
from kiosk.screen.map import map_view

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_paint = map_view.MapView.paintEvent


def _paint_and_end(self: map_view.MapView, event: QPaintEvent) -> None:
    _paint(self, event)
    print(time.monotonic() - float(sys.argv[1]), flush=True)
    os._exit(0)


setattr(map_view.MapView, "paintEvent", _paint_and_end)  # noqa: B010  mypy forbids it plainly
main(["run"])
