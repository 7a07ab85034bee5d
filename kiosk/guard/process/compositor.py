"""Asking the Wayland compositor whether it still works.

Qt keeps painting for a compositor that hangs: it takes the missing answers for a window that nobody
can see.  So the heartbeat asks the compositor itself, on a connection of its own, with the
protocol's `wl_display.sync`: the answer comes as soon as the compositor has read everything before.
"""

from __future__ import annotations

import logging
import os
import socket
import struct
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Mapping

_log = logging.getLogger("kiosk.guard")

# https://wayland.app/protocols/wayland: objects and messages by number, in the machine's order.
_DISPLAY, _CALLBACK = 1, 2
_SYNC = struct.pack("=III", _DISPLAY, 12 << 16, _CALLBACK)
_ERROR, _DELETE_ID = (_DISPLAY, 0), (_DISPLAY, 1)
_DONE = (_CALLBACK, 0)
_HEAD = struct.Struct("=II")


class Compositor(QObject):
    """Answers a question at a time; nothing here waits or raises."""

    answered = Signal()
    """It works: it has read what it was asked."""

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        """`address` is the path of its socket.  Raises OSError where nobody listens there."""
        super().__init__(parent)
        self._socket: socket.socket | None = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.setblocking(False)
        self._received = b""
        self._is_asked = False
        try:
            self._socket.connect(address)
        except OSError:
            self._socket.close()
            raise
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    @property
    def is_asked(self) -> bool:
        """Whether a question is open."""
        return self._is_asked

    def ask(self) -> bool:
        """Ask whether it works; False where it can't be asked any more.

        A question that is still open is not asked again.
        """
        if self._socket is None:
            return False
        if self._is_asked:
            _log.warning("the compositor has not answered since it was last asked")
        else:
            try:
                self._socket.send(_SYNC)
            except OSError as error:
                self._give_up(str(error))
                return False
            self._is_asked = True
        return True

    def close(self) -> None:
        """Ask nothing more."""
        if self._socket is not None:
            self._notifier.setEnabled(False)
            self._socket.close()
            self._socket = None

    @Slot()
    def _read(self) -> None:
        if self._socket is None:
            return
        try:
            piece = self._socket.recv(4096)
        except BlockingIOError:
            return
        except OSError as error:
            self._give_up(str(error))
            return
        if not piece:
            self._give_up("it has closed the connection")
            return
        self._received += piece
        while len(self._received) >= _HEAD.size:
            sender, rest = _HEAD.unpack_from(self._received)
            length = rest >> 16
            if length < _HEAD.size:
                self._give_up("it speaks another protocol")
                return
            if len(self._received) < length:
                return
            self._received = self._received[length:]
            self._take((sender, rest & 0xFFFF))

    def _take(self, message: tuple[int, int]) -> None:
        if message == _DONE:
            self.answered.emit()
        elif message == _DELETE_ID:
            # Only now may the number of the callback be used again.
            self._is_asked = False
        elif message == _ERROR:
            self._give_up("it refuses the question")

    def _give_up(self, reason: str) -> None:
        _log.warning("the compositor can't be asked any more: %s", reason)
        self.close()


def compositor_for(
    platform: str, environment: Mapping[str, str] = os.environ, parent: QObject | None = None
) -> Compositor | None:
    """The compositor behind Qt's `platform`; None where it is another system or can't be asked."""
    if not platform.startswith("wayland"):
        return None
    folder = environment.get("XDG_RUNTIME_DIR", "")
    # An absolute name is used as it is.
    address = Path(folder, environment.get("WAYLAND_DISPLAY", "wayland-0"))
    try:
        return Compositor(str(address), parent)
    except OSError as error:
        _log.warning("the compositor can't be asked: %s", error)
        return None
