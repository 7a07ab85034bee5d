"""SIGTERM and SIGINT as a Qt signal, so that the exhibit ends from its event loop."""

from __future__ import annotations

import signal
import socket
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot


class Termination(QObject):
    """Wakes the event loop up when a signal comes; Python alone would wait for the next event."""

    asked = Signal()
    """Somebody outside wants the process to end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading, self._writing = socket.socketpair()
        self._reading.setblocking(False)
        self._writing.setblocking(False)
        self._before_descriptor = signal.set_wakeup_fd(
            self._writing.fileno(), warn_on_full_buffer=False
        )
        self._before: dict[int, Any] = {
            number: signal.signal(number, _ignore) for number in (signal.SIGTERM, signal.SIGINT)
        }
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def release(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before_descriptor)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._reading.close()
        self._writing.close()

    @Slot()
    def _read(self) -> None:
        try:
            numbers = self._reading.recv(64)
        except OSError:
            return
        if not {signal.SIGTERM, signal.SIGINT}.isdisjoint(numbers):
            self.asked.emit()


def _ignore(*_: object) -> None:
    """What counts is the byte that Python writes for each signal."""
