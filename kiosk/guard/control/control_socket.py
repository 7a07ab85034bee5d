"""A socket of this machine on which other programs tell the exhibit what to do.

One line in, one line of JSON out, and the connection is closed.  Nothing here waits: whoever is
slow, says nothing or says too much is let go, and however many come, the exhibit goes on.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import socket
import stat
import time
from collections import deque
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot

from kiosk.guard.control.orders import LINE_LIMIT_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Reply = Callable[[Mapping[str, Any]], None]

GROUP_MAY_TELL = 0o660
PATIENCE_SECONDS = 5.0
"""How long a connection lives, whatever it does."""

CONNECTIONS = 8
"""More than so many at once are closed unheard."""

ORDERS_AT_ONCE, ORDERS_SECONDS = 20, 10.0
"""More orders in that time are refused."""

_ACCEPTED_AT_ONCE = 8
_REST_MS = 50
"""After each round of those who come, so that a crowd of them takes no frame."""

_PIECE_BYTES = 64 * 1024
_log = logging.getLogger("kiosk.control")


class Connection(QObject):
    """One program, from its first byte to the last one of its answer."""

    asked = Signal(object, str)
    """The connection itself, and the line that came."""
    ended = Signal(object)
    """The connection itself."""

    def __init__(self, connection: socket.socket, parent: QObject) -> None:
        super().__init__(parent)
        connection.setblocking(False)
        self._socket = connection
        self._heard = b""
        self._said = b""
        self._is_over = False
        descriptor = connection.fileno()
        self._reading = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        self._reading.activated.connect(self._read)
        self._writing = QSocketNotifier(descriptor, QSocketNotifier.Type.Write, self)
        self._writing.setEnabled(False)
        self._writing.activated.connect(self._write)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.close)
        self._patience.start(round(PATIENCE_SECONDS * 1000))

    def answer(self, answer: Mapping[str, Any]) -> None:
        """Say what became of it, and close; whoever has gone meanwhile is not told."""
        if self._is_over:
            return
        self._said = json.dumps(answer, ensure_ascii=False).encode() + b"\n"
        self._writing.setEnabled(True)
        # At once, as far as it goes: the exhibit may have been told to end.
        self._write()

    @Slot()
    def close(self) -> None:
        """Let it go."""
        if self._is_over:
            return
        self._is_over = True
        self._patience.stop()
        self._reading.setEnabled(False)
        self._writing.setEnabled(False)
        self._socket.close()
        self.ended.emit(self)
        self.deleteLater()

    @Slot()
    def _read(self) -> None:
        try:
            piece = self._socket.recv(LINE_LIMIT_BYTES + 1 - len(self._heard))
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        if not piece:
            self.close()
            return
        self._heard += piece
        line, newline, _ = self._heard.partition(b"\n")
        if not newline and len(self._heard) <= LINE_LIMIT_BYTES:
            return
        self._reading.setEnabled(False)
        try:
            if not newline:
                raise ValueError
            self.asked.emit(self, line.decode())
        except ValueError:
            self.answer(
                {
                    "ok": False,
                    "reason": f"write a line of {LINE_LIMIT_BYTES} bytes at most in UTF-8",
                }
            )

    @Slot()
    def _write(self) -> None:
        try:
            sent = self._socket.send(self._said[:_PIECE_BYTES], socket.MSG_NOSIGNAL)
        except BlockingIOError:
            return
        except OSError:
            self.close()
            return
        self._said = self._said[sent:]
        if not self._said:
            self.close()


class ControlSocket(QObject):
    """Listens at a path, with the rights of the folder and of its own: owner and group."""

    def __init__(
        self,
        path: Path,
        answer: Callable[[str, Reply], None],
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`answer` is given each line, and what to reply by.  Raises OSError."""
        super().__init__(parent)
        self._path = path
        self._answer = answer
        self._clock = clock
        self._connections: set[Connection] = set()
        self._orders: deque[float] = deque(maxlen=ORDERS_AT_ONCE)
        self._socket = _listening(path)
        self._coming = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._coming.activated.connect(self._accept)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._go_on)
        self._is_over = False

    @Slot()
    def stop(self) -> None:
        """Listen no more, and take the socket away."""
        if self._is_over:
            return
        self._is_over = True
        self._rest.stop()
        self._coming.setEnabled(False)
        for connection in [*self._connections]:
            connection.close()
        self._socket.close()
        with contextlib.suppress(OSError):
            self._path.unlink()

    @Slot()
    def _accept(self) -> None:
        self._coming.setEnabled(False)
        self._rest.start()
        for _ in range(_ACCEPTED_AT_ONCE):
            try:
                come, _ = self._socket.accept()
            except OSError:
                # None is left, or the process has too many files open: both pass.
                return
            if len(self._connections) >= CONNECTIONS:
                come.close()
                continue
            connection = Connection(come, self)
            self._connections.add(connection)
            connection.asked.connect(self._hear)
            connection.ended.connect(self._forget)

    @Slot()
    def _go_on(self) -> None:
        self._coming.setEnabled(True)

    @Slot(object, str)
    def _hear(self, connection: Connection, line: str) -> None:
        now = self._clock()
        if len(self._orders) == ORDERS_AT_ONCE and now - self._orders[0] < ORDERS_SECONDS:
            told = f"more than {ORDERS_AT_ONCE} orders in {ORDERS_SECONDS:.0f} seconds"
            connection.answer({"ok": False, "reason": told})
            return
        self._orders.append(now)
        self._answer(line, connection.answer)

    @Slot(object)
    def _forget(self, connection: Connection) -> None:
        self._connections.discard(connection)


def _listening(path: Path) -> socket.socket:
    """A socket at that path; what a former process has left there is taken away."""
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        listening.setblocking(False)
        _make_room(path)
        # Nobody may connect between the two lines below who may not afterwards.
        os.fchmod(listening.fileno(), GROUP_MAY_TELL)
        listening.bind(str(path))
        path.chmod(GROUP_MAY_TELL)
        listening.listen(CONNECTIONS)
    except BaseException:
        listening.close()
        raise
    return listening


def _make_room(path: Path) -> None:
    """Take a socket away on which nobody listens; raises OSError for anything else there."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return
    if not stat.S_ISSOCK(found.st_mode):
        raise OSError(f"{path} is there already, and no socket")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.setblocking(False)
        try:
            probe.connect(str(path))
        except ConnectionRefusedError:
            path.unlink()
            return
        except OSError:
            pass
    raise OSError(f"another exhibit listens at {path}")
