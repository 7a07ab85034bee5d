"""Whether the display server that the environment names answers: no display is no program's fault.

Only Python's standard library, since the supervisor asks.  Both protocols answer a first request of
twelve bytes: the X Window System Protocol, section 8, and `wl_display.sync` of wayland.xml.  So a
server that has stopped is told from one that lives.
"""

from __future__ import annotations

import os
import re
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PATIENCE_SECONDS = 2.0

_NOT_SET = " is not set"
_X_SETUP = struct.pack("<cxHHHHxx", b"l", 11, 0, 0, 0)
_WAYLAND_SYNC = struct.pack("=III", 1, 12 << 16, 2)
_X_NAME = re.compile(r"(?P<host>.*):(?P<number>\d{1,5})(\.\d+)?")
_X_FIRST_PORT = 6000
_X_SOCKETS = Path("/tmp", ".X11-unix")


def unreachable_display(environment: Mapping[str, str] = os.environ) -> str:
    """Why no window can be shown, in a few words; empty where one can, or nobody can tell.

    Takes two seconds where a server is there and does not answer.
    """
    if sys.platform != "linux":
        return ""
    reasons: list[str] = []
    unset: list[str] = []
    for platform in _platforms(environment):
        if platform == "xcb":
            reason = _x_refusal(environment)
        elif platform.startswith("wayland"):
            reason = _wayland_refusal(environment)
        else:
            return ""
        if not reason:
            return ""
        (unset if reason.endswith(_NOT_SET) else reasons).append(reason)
    # A display that nobody has named is no reason beside one that was named and is gone.
    return "; ".join(dict.fromkeys(reasons or unset))


def _platforms(environment: Mapping[str, str]) -> Iterator[str]:
    """The platforms that Qt will try, in its order."""
    named = environment.get("QT_QPA_PLATFORM", "")
    for name in filter(None, named.split(";") if named else ("wayland", "xcb")):
        yield name.partition(":")[0].strip()


def _x_refusal(environment: Mapping[str, str]) -> str:
    name = environment.get("DISPLAY", "")
    if not name:
        return f"DISPLAY{_NOT_SET}"
    match = _X_NAME.fullmatch(name)
    if match is None:
        return f"DISPLAY is '{name}', which names no display"
    host, number = match["host"].removesuffix("unix"), int(match["number"])
    path = str(_X_SOCKETS / f"X{number}")
    if host.startswith("/"):
        addresses: list[str | tuple[str, int]] = [name]
    elif host and not host.endswith("/"):
        addresses = [(host, _X_FIRST_PORT + number)]
    else:
        addresses = [f"\0{path}", path]
    return _refusal(f"the X server {name}", addresses, _X_SETUP)


def _wayland_refusal(environment: Mapping[str, str]) -> str:
    if environment.get("WAYLAND_SOCKET"):
        return ""
    name = environment.get("WAYLAND_DISPLAY", "")
    if not name:
        return f"WAYLAND_DISPLAY{_NOT_SET}"
    address = os.path.join(environment.get("XDG_RUNTIME_DIR", ""), name)  # noqa: PTH118
    return _refusal(f"the Wayland compositor {name}", [address], _WAYLAND_SYNC)


def _refusal(server: str, addresses: list[str | tuple[str, int]], request: bytes) -> str:
    """Why none of the addresses answers."""
    # Here and not above: a start waits for it that has no display to ask.
    import socket

    reason = ""
    for address in addresses:
        family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
        try:
            with socket.socket(family, socket.SOCK_STREAM) as client:
                client.settimeout(PATIENCE_SECONDS)
                client.connect(address)
                client.sendall(request)
                if client.recv(1):
                    return ""
                reason = "it hangs up"
        except TimeoutError:
            return f"{server} does not answer"
        except (OSError, ValueError, OverflowError) as error:
            reason = str(getattr(error, "strerror", "") or error).lower()
    return f"{server} can't be reached: {reason}"
