"""What a pressed key is called in the settings, whatever the system's keymap makes of it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kiosk.settings.keypad_keys import KEY_NAMES

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_NAMES: dict[int, str] = {getattr(Qt.Key, f"Key_{name}").value: name for name in KEY_NAMES}
_SCAN_CODES = {191 + number: f"F{13 + number}" for number in range(12)}
"""F13 to F24 as X and Wayland count them, which is eight more than the kernel does."""


def key_name(event: QKeyEvent) -> str:
    """The name of the key, as Qt has it; nothing where it has none.

    The usual keymap of Linux has no F13 to F24: it makes F17 Launch8, F20 MicMute, and nothing at
    all of F19 and F24.  Keypads send just these, so they are known by their place.
    """
    if sys.platform == "linux" and event.nativeScanCode() in _SCAN_CODES:
        return _SCAN_CODES[event.nativeScanCode()]
    if event.key() in _NAMES:
        return _NAMES[event.key()]
    name = str(Qt.Key(event.key()).name)
    return name.removeprefix("Key_") if name.startswith("Key_") else ""
