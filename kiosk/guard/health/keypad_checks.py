"""The checks of what a visitor holds: sockets that tell of headphones, and keypads."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kiosk.guard.check_result import CheckResult, ok, warning
from kiosk.guard.health.input_devices import InputDevice, read_devices
from kiosk.guard.health.kernel_keys import KERNEL_KEYS
from kiosk.speech.headphones import HEADPHONE_INSERT, headphones_of
from kiosk.text.message_words import one_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.guard.health.machine_checks import Machine

_TELLING = ("next", "do", "help", "switch_move", "switch_do")
"""A device counts as a keypad or keyboard if one of its keys means one of these."""
_KEYS_OF_A_KEYPAD = 60
"""A keyboard has more keys than that; so do some keypads, which pass for keyboards."""


def check_headphones(machine: Machine) -> CheckResult:
    """Which sockets tell whether headphones are in, and what they say."""
    settings = machine.reading.settings
    if settings.sound_output == "off":
        return ok("headphones", "nobody asks for them: sound.output is off")
    sockets = [
        device
        for device in read_devices(machine.input_devices)
        if HEADPHONE_INSERT in device.switches
    ]
    if not sockets:
        return _without_socket(machine)
    told = {device.name: _told(machine.event_folder / device.event) for device in sockets}
    listed = one_of((f"{name} ({state or 'unreadable'})" for name, state in told.items()), "and")
    if not all(told.values()):
        return warning(
            "headphones",
            f"not every socket can be asked: {listed}",
            "ask as the user of the exhibit; 70-kiosk-input.rules lets that user read them",
        )
    return ok("headphones", f"told by {listed}")


def _without_socket(machine: Machine) -> CheckResult:
    settings = machine.reading.settings
    none = "no socket of this machine tells of them"
    if settings.sound_output == "loudspeaker":
        return ok("headphones", f"{none}, and none has to: loudspeakers are heard too")
    if settings.sound_device:
        return ok("headphones", f"{none}; {settings.sound_device} counts as one for them alone")
    keys = settings.keypad.get("headphones_in", ())
    if keys:
        return ok("headphones", f"{none}; the keypad does by the key {one_of(keys)}")
    return warning(
        "headphones",
        f"{none}, so nothing is ever spoken",
        "write the key that the keypad sends for them as keypad.headphones_in,"
        " or the sound device of its socket as sound.device",
    )


def _told(file: Path) -> str:
    """What the socket says; nothing where it can't be asked."""
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return ""
    try:
        is_in = headphones_of(descriptor)
    finally:
        os.close(descriptor)
    return {None: "", True: "in", False: "out"}[is_in]


def check_keypads(machine: Machine) -> CheckResult:
    """Which keypads and keyboards there are, as far as the settings know their keys."""
    keypad = machine.reading.settings.keypad
    wanted = {name for meaning in _TELLING for name in keypad.get(meaning, ())}
    found = [
        _described(device)
        for device in read_devices(machine.input_devices)
        if any(KERNEL_KEYS.get(code) in wanted for code in device.keys)
    ]
    if not found:
        return ok("keypad", "none is plugged in, nor a keyboard")
    return ok("keypad", one_of(found, "and"))


def _described(device: InputDevice) -> str:
    keys = len(device.keys)
    kind = "keypad" if keys < _KEYS_OF_A_KEYPAD else "keyboard"
    return f"{device.name} ({kind}, {keys} {'key' if keys == 1 else 'keys'})"


KEYPAD_CHECKS: tuple[Callable[[Machine], CheckResult], ...] = (check_headphones, check_keypads)
