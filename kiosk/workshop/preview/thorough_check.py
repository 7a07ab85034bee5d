"""Runs all of `kiosk check` in a process of its own, because laying everything out is slow."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal, Slot

import kiosk
from kiosk.text.messages import PlacedMessage

if TYPE_CHECKING:
    from collections.abc import Callable

_QUIET_MS = 2_500
"""Laying out keeps the machine busy, so it begins only this long after the last save."""
_END_MS = 2_000


class ThoroughCheck(QObject):
    """Asks for every message about a folder, and abandons the check at the next save."""

    reported = Signal(object)
    """A tuple of PlacedMessage."""
    found = Signal(object)
    """A tuple of PlacedMessage: all that is known so far of what doesn't fit."""
    progressed = Signal(str, float)
    """What the running check does, and which share of it is done; empty once it has ended."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder.absolute()
        self._process: QProcess | None = None
        self.open_zone: Callable[[], str] = str
        """The id of the zone that is looked at, to begin with it."""
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.check_now)

    @Slot()
    def check_soon(self) -> None:
        """Start a check once there has been no save for a while."""
        self._quiet.start()

    @Slot()
    def check_now(self) -> None:
        """Start a check of the folder now."""
        self.stop()
        process = self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("QT_QPA_PLATFORM", "offscreen")
        process.setProcessEnvironment(environment)
        # `-m` must find this program, whatever the working directory was.
        process.setWorkingDirectory(str(Path(kiosk.__file__).parents[1]))
        process.finished.connect(self._read)
        process.finished.connect(process.deleteLater)
        process.readyReadStandardError.connect(self._read_progress)
        check = ("-m", "kiosk", "check", str(self._folder), "--format", "json")
        process.setReadChannel(QProcess.ProcessChannel.StandardError)
        told = ("--progress", "--until-input-ends", f"--first={self.open_zone()}")
        process.start(sys.executable, [*check, *told])

    def stop(self) -> None:
        """Abandon the running check: kill its process and ignore its output."""
        self._quiet.stop()
        if self._process is not None:
            self._process.finished.disconnect(self._read)
            self._process.readyReadStandardError.disconnect(self._read_progress)
            self._process.kill()
            self._process = None
            self.progressed.emit("", 0.0)

    def end(self) -> None:
        """Stop, and wait until all processes have ended, before the program exits."""
        self.stop()
        for process in self.findChildren(QProcess):
            process.waitForFinished(_END_MS)

    @Slot()
    def _read_progress(self) -> None:
        while self._process is not None and self._process.canReadLine():
            # Warnings of libraries come the same way.
            with suppress(ValueError, KeyError, TypeError):
                told = json.loads(bytes(self._process.readLine().data()))
                if "found" in told:
                    self.found.emit(tuple(map(PlacedMessage.from_json, told["found"])))
                else:
                    self.progressed.emit(str(told["doing"]), float(told["share"]))

    @Slot(int, QProcess.ExitStatus)
    def _read(self, _code: int, status: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        self.progressed.emit("", 0.0)
        if process is None or status is not QProcess.ExitStatus.NormalExit:
            return
        try:
            entries = json.loads(bytes(process.readAllStandardOutput().data()))["problems"]
        except (ValueError, KeyError):
            # An interrupted check prints nothing usable; the next save starts another one.
            return
        self.reported.emit(tuple(PlacedMessage.from_json(each) for each in entries))
