"""Run by a test in a process of its own, on two screens: moves a window and prints where it is."""

from __future__ import annotations

import json

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.screen.full_screen import fill_screen


def main() -> None:
    """Fill one screen, the other one and the first one again, and print one line of JSON."""
    application = QApplication([])
    screens = {screen.name(): screen for screen in QGuiApplication.screens()}
    window = QWidget()
    seen = []
    for name in ("wall", "desk", "wall"):
        fill_screen(window, screens[name])
        application.processEvents()
        filled = window.isFullScreen() and window.geometry() == screens[name].geometry()
        seen.append([window.screen().name(), filled])
    print(json.dumps(seen))


if __name__ == "__main__":
    main()
