"""Run by a test in a process of its own, on two screens: leads a talk and prints what it saw."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.app import App
from kiosk.settings.settings import Settings
from tests.presenting.talks import Clock, talk_in

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def main(content: Path) -> None:
    """Present the tour `talk` of a folder and print one line of JSON."""
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    screens = {screen.name(): screen for screen in application.screens()}
    app = App(Settings(content=content, still=True))
    app.stage.setGeometry(screens["wall"].geometry())
    app.stage.show()
    application.processEvents()
    app.read_now()
    talk = talk_in(app, Clock())
    talk.begin(screens["wall"])
    seen: dict[str, object] = {"places": []}

    def where() -> list[str]:
        return [_where(app.stage), _where(talk.console)]

    seen["begin"] = where()
    places = []
    for _ in talk.player.tour.steps:
        places.append(str(app.journey.place))
        QTest.keyClick(talk.console, Qt.Key.Key_PageDown)
    seen["places"] = places
    QTest.keyClick(talk.console, Qt.Key.Key_S)
    seen["swapped"] = where()
    QTest.keyClick(talk.console, Qt.Key.Key_S)
    application.screenRemoved.emit(screens["desk"])
    seen["desk unplugged"] = where()
    QTest.keyClick(app.stage, Qt.Key.Key_C)
    seen["console on the same"] = where()
    QTest.keyClick(talk.console, Qt.Key.Key_C)
    QTest.keyClick(app.stage, Qt.Key.Key_Home)
    seen["goes on"] = talk.player.index
    application.screenAdded.emit(screens["desk"])
    seen["desk back"] = where()
    application.screenRemoved.emit(screens["wall"])
    seen["wall unplugged"] = where()
    application.screenAdded.emit(screens["wall"])
    seen["wall back"] = where()
    QTest.keyClick(talk.console, Qt.Key.Key_Escape)
    seen["asked"] = not talk.console.isHidden()
    QTest.keyClick(talk.console, Qt.Key.Key_Escape)
    seen["ended"] = talk.console.isHidden()
    app.stop()
    print(json.dumps(seen))


def _where(window: QWidget) -> str:
    if not window.isVisible():
        return "-"
    return "wall" if window.geometry().x() == 0 else "desk"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
