"""Listening to the keys of this machine: what each is called in the settings, and means."""

from __future__ import annotations

import os
import selectors
import struct
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.guard.health.kernel_keys import KERNEL_KEYS, SHIFTED, SHIFTS
from kiosk.settings.keypad_keys import KEY_NAMES, KEYPAD
from kiosk.speech.headphones import HEADPHONE_INSERT, SWITCH_EVENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_EVENT = struct.Struct("llHHi")
"""struct input_event of linux/input.h: seconds, microseconds, type, code and value."""
_KEY_EVENT = 0x01
_LET_GO, _PRESSED = 0, 1
_MOST_EVENTS = 64
_FIRST_BUTTON = range(0x100, 0x160)
"""Buttons of mice, joysticks, tablets and touch panels: those of a finger are no keys."""
_WHO_MAY = "ask as root, or as a user in the group input"
_HOW = "press the keys of the keypad, and Ctrl+C to end; an exhibit that runs hears them too"
_LOOK_SECONDS = 2.0
"""A keypad that is plugged in meanwhile is found after so long."""


class KeypadListener:
    """Reads every input device that it may, beside whoever else does, and grabs none."""

    def __init__(
        self,
        keys: Mapping[str, tuple[str, ...]],
        say: Callable[[str], object],
        devices: Path = Path("/dev/input"),
    ) -> None:
        self._meanings = {name: meaning for meaning, names in keys.items() for name in names}
        self._say = say
        self._folder = devices
        self._open: dict[str, int] = {}
        self._selector = selectors.DefaultSelector()
        self._shifts: set[int] = set()

    def listen(self) -> int:
        """Say of each key what it is, until Ctrl+C; 1 where there is nothing to listen to."""
        try:
            if not self._begin():
                return 1
            while True:
                for key, _ in self._selector.select(_LOOK_SECONDS):
                    self._read(key.data)
                self._look()
        except KeyboardInterrupt:
            return 0
        finally:
            for name in tuple(self._open):
                self._close(name)
            self._selector.close()

    def _begin(self) -> bool:
        """Open what there is, and say what can't be read and how to go on."""
        refused = self._look()
        if not self._open and not refused:
            self._say(f"there is no input device in {self._folder}")
        elif not self._open:
            self._say(f"no input device can be read in {self._folder}: {_WHO_MAY}")
        else:
            if refused:
                count = refused + len(self._open)
                self._say(f"{refused} of {count} input devices can't be read: {_WHO_MAY}")
            self._say(_HOW)
        return bool(self._open)

    def _look(self) -> int:
        """Open what has come; gives how many devices could not be read."""
        there = {str(each) for each in self._folder.glob("event*")}
        refused = 0
        for name in sorted(there - set(self._open)):
            try:
                descriptor = os.open(name, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
            except OSError:
                refused += 1
                continue
            try:
                self._selector.register(descriptor, selectors.EVENT_READ, name)
            except OSError:
                # A plain file, which nobody can wait for.
                os.close(descriptor)
                continue
            self._open[name] = descriptor
        for name in set(self._open) - there:
            self._close(name)
        return refused

    def _close(self, name: str) -> None:
        descriptor = self._open.pop(name)
        with suppress(KeyError, ValueError):
            self._selector.unregister(descriptor)
        os.close(descriptor)

    def _read(self, name: str) -> None:
        try:
            told = os.read(self._open[name], _MOST_EVENTS * _EVENT.size)
        except BlockingIOError:
            return
        except OSError:
            told = b""
        if not told:
            self._close(name)
            return
        whole = len(told) - len(told) % _EVENT.size
        for _, _, kind, code, value in _EVENT.iter_unpack(told[:whole]):
            if kind == SWITCH_EVENT and code == HEADPHONE_INSERT:
                self._say("headphones are in" if value else "headphones are out")
            elif kind == _KEY_EVENT and code not in _FIRST_BUTTON:
                self._take(code, value)

    def _take(self, code: int, value: int) -> None:
        if code in SHIFTS:
            (self._shifts.discard if value == _LET_GO else self._shifts.add)(code)
        elif value == _PRESSED:
            shifted = SHIFTED.get(code) if self._shifts else None
            self._say(self._told(shifted or KERNEL_KEYS.get(code, ""), code))

    def _told(self, name: str, code: int) -> str:
        if name in self._meanings:
            meaning = self._meanings[name]
            return f"{name:<14}{meaning}: {KEYPAD[meaning][1]}"
        if name in KEY_NAMES:
            return f"{name:<14}no meaning (write it in the settings, such as keypad.do: {name})"
        return f"{name or f'key {code}':<14}can't be a key of the keypad"


@contextmanager
def quiet_terminal() -> Iterator[None]:
    """Neither show what is typed meanwhile, nor leave it to the shell."""
    if sys.platform != "linux" or not sys.stdin.isatty():
        yield
        return
    import termios

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    silent = [*before]
    silent[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(terminal, termios.TCSADRAIN, silent)
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSAFLUSH, before)
