"""Has Qt ask for our own interfaces, once assistive technology asks Qt."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtWidgets import QWidget

_installed: list[str] = []


def may_be_listened_to() -> bool:
    """Whether a screen reader can ask at all: whether there is a session's bus to ask over."""
    if "DBUS_SESSION_BUS_ADDRESS" in os.environ:
        return True
    folder = os.environ.get("XDG_RUNTIME_DIR")
    return folder is not None and Path(folder, "bus").exists()


def tell_assistive_technology(*early: QWidget) -> None:
    """Tell roles, states and texts from now on, in the whole process.

    This comes before the first window where anybody may ask.  Elsewhere it can wait: to load what
    it needs takes 3 ms of the first picture.  Qt remembers what it was told once, and Qt 6.10 asks
    of a window that is shown even if nobody listens: that of the widgets which were there `early`
    is forgotten.
    """
    if _installed:
        return
    from PySide6.QtGui import QAccessible

    for widget in early:
        known = QAccessible.queryAccessibleInterface(widget)
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))
    QAccessible.installFactory(_interface)
    _installed.append("factory")


def _interface(_kind: str, told: QObject) -> QAccessibleInterface | None:
    """The interface of ours, if there is one; Qt keeps it as long as the object lives."""
    from kiosk.screen.assistive.interfaces import interface_of

    return interface_of(told)
