"""Whether headphones are plugged in, as the kernel tells it of the machine's own sockets."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SWITCH_EVENT = 0x05
HEADPHONE_INSERT = 0x02
"""EV_SW and SW_HEADPHONE_INSERT of linux/input-event-codes.h."""
_BYTES = 8
_WHAT_THERE_IS = 0x80000000 | (_BYTES << 16) | (ord("E") << 8) | (0x20 + SWITCH_EVENT)
_WHAT_IS_ON = 0x80000000 | (_BYTES << 16) | (ord("E") << 8) | 0x1B
"""EVIOCGBIT(EV_SW) and EVIOCGSW of linux/input.h."""


def headphones_in(devices: Path = Path("/dev/input")) -> bool | None:
    """Whether headphones are in any socket; None where no socket tells.

    A keypad with a socket of its own tells by a key instead, or not at all.
    """
    found = None
    for device in sorted(devices.glob("event*")):
        try:
            descriptor = os.open(device, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError:
            continue
        is_in = headphones_of(descriptor)
        if is_in is not None:
            found = bool(found) or is_in
        os.close(descriptor)
    return found


def headphones_of(descriptor: int) -> bool | None:
    """The same of one device that has been opened; None where it has no such socket."""
    if sys.platform != "linux":
        return None
    import fcntl

    there_is, is_on = bytearray(_BYTES), bytearray(_BYTES)
    try:
        fcntl.ioctl(descriptor, _WHAT_THERE_IS, there_is)
        if not there_is[0] & (1 << HEADPHONE_INSERT):
            return None
        fcntl.ioctl(descriptor, _WHAT_IS_ON, is_on)
    except OSError:
        return None
    return bool(is_on[0] & (1 << HEADPHONE_INSERT))
