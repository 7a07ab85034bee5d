"""Whether headphones are put in or pulled out, as the kernel tells it."""

from __future__ import annotations

import os
import struct
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot

from kiosk.speech.headphones import HEADPHONE_INSERT, SWITCH_EVENT, headphones_of

_EVENT = struct.Struct("llHHi")
"""struct input_event of linux/input.h: seconds, microseconds, type, code and value."""
_MOST_EVENTS = 64
_LOOK_MS = 5000
"""A keypad that is plugged in while the exhibit runs is found after so long."""


class Jack(QObject):
    """One input device that has a socket for headphones, opened for reading."""

    changed = Signal(bool)

    def __init__(self, descriptor: int, parent: QObject) -> None:
        super().__init__(parent)
        self._descriptor = descriptor
        self._notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self.is_there = True
        """Whether there is more to come from it."""

    def close(self) -> None:
        """Listen no more."""
        self.is_there = False
        self._notifier.setEnabled(False)
        os.close(self._descriptor)
        self.deleteLater()

    @Slot()
    def _read(self) -> None:
        try:
            told = os.read(self._descriptor, _MOST_EVENTS * _EVENT.size)
        except BlockingIOError:
            return
        except OSError:
            told = b""
        if not told:
            self.is_there = False
            self._notifier.setEnabled(False)
            return
        whole = len(told) - len(told) % _EVENT.size
        for _, _, kind, code, value in _EVENT.iter_unpack(told[:whole]):
            if kind == SWITCH_EVENT and code == HEADPHONE_INSERT:
                self.changed.emit(bool(value))


class JackWatch(QObject):
    """Listens to every input device that has a socket for headphones."""

    changed = Signal(bool)
    """Headphones were put in, or pulled out."""

    def __init__(self, parent: QObject, devices: Path = Path("/dev/input")) -> None:
        super().__init__(parent)
        self._devices = devices
        self._jacks: dict[str, Jack] = {}
        self._known: frozenset[str] = frozenset()
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self.look)

    def begin(self) -> None:
        """Listen from now on."""
        self.look()
        self._looking.start()

    def end(self) -> None:
        """Listen no more."""
        self._looking.stop()
        for name in tuple(self._jacks):
            self._jacks.pop(name).close()

    @Slot()
    def look(self) -> None:
        """Listen to devices that have come, and no more to those that have gone."""
        there = frozenset(map(str, self._devices.glob("event*")))
        for name, jack in tuple(self._jacks.items()):
            if name not in there or not jack.is_there:
                self._jacks.pop(name).close()
        for name in sorted(there - self._known):
            self._open(name)
        self._known = there

    def _open(self, name: str) -> None:
        try:
            descriptor = os.open(name, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError:
            return
        if headphones_of(descriptor) is None:
            os.close(descriptor)
        else:
            self.listen_to(descriptor, name)

    def listen_to(self, descriptor: int, name: str) -> None:
        """Listen to a device that has been opened, and close it at the end."""
        jack = Jack(descriptor, self)
        jack.changed.connect(self.changed)
        self._jacks[name] = jack
