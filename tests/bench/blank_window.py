"""The least that any program with a window needs: Python, Qt and a blank one.

Run by first_paint.py with the moment of its start, in seconds of the monotonic clock.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class BlankWindow(QWidget):
    """Says when it was painted, and ends."""

    def paintEvent(self, event: QPaintEvent) -> None:
        print(time.monotonic() - float(sys.argv[1]), flush=True)
        os._exit(0)


application = QApplication(["kiosk"])
window = BlankWindow()
window.setGeometry(application.primaryScreen().geometry())
window.showFullScreen()
application.exec()
