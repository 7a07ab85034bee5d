"""A screen of its own under Xvfb, seen and touched from outside: no program knows of the other.

Xvfb keeps its picture in a file that can be mapped, so a look at it costs nobody anything.  The
file has the form of `xwd`: a header of big-endian numbers, the colours, then the lines.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import mmap
import shutil
import struct
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tests.bench.processes import x_server

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HEADER_SIZE, _BYTES_A_LINE, _COLORS = 0, 12, 19
"""Where in the header of `xwd` they stand, in numbers of four bytes."""
_COLOR_BYTES = 12
_LOOK_SECONDS = 0.0008
_STEP = 12
"""The picture is looked at in every so many pixels, across and down."""
_SAME_FRAME_SECONDS = 0.004
"""What changes within so short a time is one frame, written in parts."""
_TOLD_SECONDS = 0.5
"""How often a picture that stands is told again."""

Sample = np.ndarray


class Change(NamedTuple):
    """A frame that was seen: when, in seconds of the monotonic clock, and what it looked like."""

    at: float
    sample: Sample


class XScreen:
    """The picture of an X screen, and a finger on it."""

    def __init__(self, environment: Mapping[str, str], folder: Path, width: int) -> None:
        self.environment = environment
        self._file = (folder / "Xvfb_screen0").open("rb")
        self._map = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)
        numbers = struct.unpack(">25I", self._map[:100])
        start = numbers[_HEADER_SIZE] + numbers[_COLORS] * _COLOR_BYTES
        line = numbers[_BYTES_A_LINE]
        pixels = np.frombuffer(self._map, np.uint8, offset=start)
        lines = len(pixels) // line
        whole = pixels[: lines * line].reshape(lines, line)[:, : 4 * width]
        self._pixels = whole.reshape(lines, width, 4)[::_STEP, ::_STEP, :3]
        self._x11 = ctypes.CDLL(ctypes.util.find_library("X11"))
        self._xtst = ctypes.CDLL(ctypes.util.find_library("Xtst"))
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XKeysymToKeycode.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
        self._x11.XFlush.argtypes = (ctypes.c_void_p,)
        self._xtst.XTestFakeMotionEvent.argtypes = (ctypes.c_void_p, *[ctypes.c_int] * 3, _DELAY)
        self._xtst.XTestFakeButtonEvent.argtypes = (ctypes.c_void_p, ctypes.c_uint, _DOWN, _DELAY)
        self._xtst.XTestFakeKeyEvent.argtypes = (ctypes.c_void_p, ctypes.c_uint, _DOWN, _DELAY)
        self._display = self._x11.XOpenDisplay(environment["DISPLAY"].encode())
        if not self._display:
            raise RuntimeError(f"no X server at {environment['DISPLAY']}")

    def sample(self) -> Sample:
        """The picture as it is, in every twelfth pixel."""
        return self._pixels.copy()

    def point_at(self, x: float, y: float) -> None:
        """Have the pointer there; nothing is pressed."""
        self._xtst.XTestFakeMotionEvent(self._display, -1, round(x), round(y), 0)
        self._x11.XFlush(self._display)

    def press(self, *, down: bool) -> float:
        """Put the finger down or lift it; gives when, in seconds of the monotonic clock."""
        self._xtst.XTestFakeButtonEvent(self._display, 1, int(down), 0)
        self._x11.XFlush(self._display)
        return time.monotonic()

    def strike(self, keysym: int) -> None:
        """Press a key and let it go."""
        code = self._x11.XKeysymToKeycode(self._display, keysym)
        for down in (1, 0):
            self._xtst.XTestFakeKeyEvent(self._display, code, down, 0)
        self._x11.XFlush(self._display)

    def watch(self) -> Iterator[Change]:
        """The picture as it is, then every new frame, and where none comes the last one again."""
        last, told = self.sample(), time.monotonic()
        yield Change(told, last)
        while True:
            time.sleep(_LOOK_SECONDS)
            seen, at = self.sample(), time.monotonic()
            if np.array_equal(seen, last):
                if at - told > _TOLD_SECONDS:
                    told = at
                    yield Change(at, last)
                continue
            told = at
            time.sleep(_SAME_FRAME_SECONDS)
            last = self.sample()
            yield Change(at, last)


_DELAY = ctypes.c_ulong
_DOWN = ctypes.c_int


@contextmanager
def x_screen(width: int, height: int) -> Iterator[XScreen | None]:
    """A screen of that size; None where Xvfb or the library that presses keys is missing."""
    if shutil.which("Xvfb") is None or ctypes.util.find_library("Xtst") is None:
        yield None
        return
    with (
        tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder,
        x_server(width, height, "-fbdir", folder) as environment,
    ):
        yield None if environment is None else XScreen(environment, Path(folder), width)
