"""Whether headphones are plugged in, as the kernel tells it of the machine's own sockets."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

_SWITCH_EVENT = 0x05
_HEADPHONE_INSERT = 0x02
"""EV_SW and SW_HEADPHONE_INSERT of linux/input-event-codes.h."""
_BYTES = 8
_WHAT_THERE_IS = 0x80000000 | (_BYTES << 16) | (ord("E") << 8) | (0x20 + _SWITCH_EVENT)
_WHAT_IS_ON = 0x80000000 | (_BYTES << 16) | (ord("E") << 8) | 0x1B
"""EVIOCGBIT(EV_SW) and EVIOCGSW of linux/input.h."""


def headphones_in(devices: Path = Path("/dev/input")) -> bool | None:
    """Whether headphones are in any socket; None where no socket tells.

    A keypad with a socket of its own tells by a key instead, or not at all.
    """
    if sys.platform != "linux":
        return None
    import fcntl

    found = None
    for device in sorted(devices.glob("event*")):
        try:
            descriptor = os.open(device, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError:
            continue
        with suppress(OSError):
            there_is, is_on = bytearray(_BYTES), bytearray(_BYTES)
            fcntl.ioctl(descriptor, _WHAT_THERE_IS, there_is)
            if there_is[0] & (1 << _HEADPHONE_INSERT):
                fcntl.ioctl(descriptor, _WHAT_IS_ON, is_on)
                found = bool(found) or bool(is_on[0] & (1 << _HEADPHONE_INSERT))
        os.close(descriptor)
    return found
