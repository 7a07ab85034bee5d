"""Open the exhibit fullscreen.  Ctrl+Q or Escape twice leaves it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.settings import Settings, parse_size
from kiosk.shipped import shipped

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may follow `kiosk run`."""
    parser.add_argument("--content", type=Path, metavar="FOLDER", help="the content folder")
    parser.add_argument(
        "--screen-mm",
        type=parse_size,
        metavar="WxH",
        help="the picture's width and height in millimetres, such as 531x299 for 24 inches",
    )
    parser.add_argument("--theme", choices=("dark", "light", "hc"), default="dark")
    parser.add_argument("--language", choices=("en", "zh-Hant", "zh-Hans", "pt"))
    parser.add_argument("--still", action="store_true", help="show everything without motion")
    parser.add_argument("--window", type=parse_size, metavar="WxH", help="a window instead")


def run(arguments: argparse.Namespace) -> int:
    """Show the exhibit until somebody leaves it."""
    content = arguments.content or shipped("content")
    if not content.is_dir():
        print(f"kiosk run: there is no folder {content}", file=sys.stderr)
        return 2
    # NumPy would start a thread for each core; the charts need none of them.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from kiosk.app import App

    application = QApplication.instance() or QApplication(["kiosk"])
    assert isinstance(application, QApplication)
    application.setApplicationName("kiosk")
    app = App(
        Settings(
            content=content,
            screen_mm=arguments.screen_mm,
            theme=arguments.theme,
            language=arguments.language,
            still=arguments.still,
        )
    )
    app.left.connect(application.quit)
    app.idle.start()
    if arguments.window:
        width, height = arguments.window
        app.stage.resize(round(width), round(height))
        app.stage.show()
    else:
        # Without a window manager a fullscreen request alone changes nothing.
        app.stage.setGeometry(application.primaryScreen().geometry())
        app.stage.showFullScreen()
    QTimer.singleShot(0, app.read_on)
    return application.exec()
