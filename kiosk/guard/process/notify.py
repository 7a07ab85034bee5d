"""Notifies the watchdog that the exhibit is alive: systemd, our own supervisor, or neither.

Both understand the lines of sd_notify(3).  Nothing here ever waits or raises.
"""

from __future__ import annotations

import contextlib
import os
import socket
from typing import TYPE_CHECKING, Protocol

from kiosk.guard.environment import SUPERVISED

if TYPE_CHECKING:
    from collections.abc import Mapping

STAFF = "X_STAFF=1"
"""What our own supervisor is told when staff come in; systemd passes over what it does not know."""


class Transport(Protocol):
    """How a line gets to the one who watches."""

    def send(self, line: str) -> bool:
        """Send a line without blocking; False if that was not possible."""

    def close(self) -> None:
        """Close the connection."""

    @property
    def lost(self) -> bool:
        """Whether nobody is there any more."""


class Notifier:
    """Says ready, alive, wait and stopping.

    `watchdog_seconds` is for how long a beat may be missing, None where nobody counts them.
    """

    def __init__(self, transport: Transport, watchdog_seconds: float | None) -> None:
        self._transport = transport
        self.watchdog_seconds = watchdog_seconds

    @property
    def lost(self) -> bool:
        """Whether the one who watched has gone."""
        return self._transport.lost

    def ready(self) -> bool:
        """The first picture is on the screen."""
        return self._transport.send("READY=1")

    def beat(self) -> bool:
        """The exhibit paints."""
        return self._transport.send("WATCHDOG=1")

    def extend(self, seconds: float) -> bool:
        """Starting or stopping takes so much longer from now on."""
        return self._transport.send(f"EXTEND_TIMEOUT_USEC={round(seconds * 1_000_000)}")

    def stopping(self) -> bool:
        """A clean end has begun."""
        return self._transport.send("STOPPING=1")

    def staff(self) -> bool:
        """Staff have come in: somebody is there who sees what is on the screen."""
        return self._transport.send(STAFF)

    def close(self) -> None:
        """Say nothing more."""
        self._transport.close()


class SystemdSocket:
    """The datagram socket of systemd; when its queue is full, the line is dropped."""

    lost = False

    def __init__(self, address: str) -> None:
        self._address = f"\0{address[1:]}" if address.startswith("@") else address
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.setblocking(False)

    def send(self, line: str) -> bool:
        """Send a line as a datagram."""
        try:
            self._socket.sendto(line.encode(), self._address)
        except OSError:
            return False
        return True

    def close(self) -> None:
        """Close the socket."""
        self._socket.close()


class SupervisorPipe:
    """The standard output, which our own supervisor reads; what is printed goes to the errors."""

    def __init__(self, descriptor: int = 1) -> None:
        self.lost = False
        self._descriptor = os.dup(descriptor)
        os.dup2(2, descriptor)
        with contextlib.suppress(OSError):
            os.set_blocking(self._descriptor, False)

    def send(self, line: str) -> bool:
        """Write a line to the pipe."""
        try:
            os.write(self._descriptor, f"{line}\n".encode())
        except BlockingIOError:
            return False
        except OSError:
            self.lost = True
            return False
        return True

    def close(self) -> None:
        """Close the pipe."""
        os.close(self._descriptor)


class Nobody:
    """Watches nothing."""

    lost = False

    def send(self, line: str) -> bool:
        """Send nothing."""
        return False

    def close(self) -> None:
        """Do nothing."""


def notifier_for(environment: Mapping[str, str] = os.environ) -> Notifier:
    """The notifier for the watchdog that the environment names."""
    supervised = environment.get(SUPERVISED, "")
    if supervised:
        return Notifier(SupervisorPipe(), _seconds(supervised, 1.0))
    address = environment.get("NOTIFY_SOCKET", "")
    if address.startswith(("/", "@")):
        return Notifier(SystemdSocket(address), _watchdog_seconds(environment))
    return Notifier(Nobody(), None)


def _watchdog_seconds(environment: Mapping[str, str]) -> float | None:
    """WATCHDOG_PID is the compositor's where that is what systemd has started."""
    process = environment.get("WATCHDOG_PID", "")
    if process and process not in (str(os.getpid()), str(os.getppid())):
        return None
    return _seconds(environment.get("WATCHDOG_USEC", ""), 1e-6)


def _seconds(written: str, factor: float) -> float | None:
    try:
        seconds = float(written) * factor
    except ValueError:
        return None
    return seconds if 0 < seconds < float("inf") else None
