"""A tiny exhibit with the whole guard, which goes wrong as its one argument says.

It keeps its state below the folder STAND_IN, and writes there a line for each thing that happens.
"""

from __future__ import annotations

import datetime
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.guard.environment import is_supervised
from kiosk.guard.process.process_guard import ProcessGuard
from kiosk.guard.process.screen_lock import ScreenLock, ScreenTaken, lock_file
from kiosk.guard.process.supervised import run_supervised
from kiosk.settings.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

FOLDER = Path(os.environ["STAND_IN"])
EVENTS = FOLDER / "events"


def say(event: str) -> None:
    with EVENTS.open("a") as file:
        print(os.getpid(), event, file=file)


class Window(QWidget):
    """Paints itself 20 times a second; `fault` names what goes wrong."""

    forgiven = Signal()

    def __init__(self, fault: str) -> None:
        super().__init__()
        self.fault = fault
        self.setWindowTitle("stand-in")
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.update)
        self._timer.start(50)

    @Slot(str)
    def go_home(self, text: str) -> None:
        say(f"home: {text}")
        if self.fault == "raise-once":
            self.fault = ""

    @Slot()
    def begin_fault(self) -> None:
        if self.fault == "hang":
            self.hang_here()
        elif self.fault == "freeze":
            self.setUpdatesEnabled(False)
        elif self.fault == "slot":
            self.fault = ""
            raise LookupError("a slot that raises")
        elif self.fault == "crash":
            os._exit(9)
        elif self.fault == "forgive":
            self.forgiven.emit()

    def hang_here(self) -> None:
        time.sleep(1000)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.fault.startswith("raise"):
            raise ArithmeticError("a paint that raises")


def main() -> int:
    fault = sys.argv[1] if sys.argv[1:] else ""
    first_time = not EVENTS.exists()
    settings = Settings(
        Path(os.environ.get("STAND_IN_CONTENT", FOLDER / "content")),
        state=FOLDER / "state",
        logs=FOLDER / "logs",
        restart_at=datetime.time(4, 30),
    )
    if os.environ.get("STAND_IN_SUPERVISED") and not is_supervised():
        return run_supervised(lambda: settings)
    application = QApplication(["stand-in"])
    try:
        guard = ProcessGuard(settings, lock=ScreenLock(lock_file()))
    except ScreenTaken:
        say("screen taken")
        return 5
    say(f"start {guard.content.folder}")
    window = Window(fault if first_time or fault.startswith("always-") else "")
    window.fault = window.fault.removeprefix("always-")
    guard.faulted.connect(window.go_home)
    guard.leaving.connect(application.exit)
    window.forgiven.connect(guard.trust.forgive)
    window.forgiven.connect(guard.start_anew)
    if os.environ.get("STAND_IN_FULLSCREEN"):
        window.showFullScreen()
    else:
        window.show()
    guard.start(window)
    QTimer.singleShot(200, window.begin_fault)
    report = Report(window, application, guard)
    QTimer.singleShot(300, report.tell)
    return guard.end(application.exec())


class Report:
    """Says how the window stands, once it does."""

    def __init__(self, window: Window, application: QApplication, guard: ProcessGuard) -> None:
        self._window = window
        self._application = application
        self._guard = guard

    def tell(self) -> None:
        window, platform = self._window, self._application.platformName()
        watchdog = self._guard.notifier.watchdog_seconds
        size = f"{window.width()}x{window.height()}"
        say(f"stands {platform} fullscreen={window.isFullScreen()} {size} watchdog={watchdog}")


if __name__ == "__main__":
    sys.exit(main())
