"""Darkness: a black screen while the museum is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from kiosk.guard.overlay import Overlay

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Darkness(Overlay):
    """Covers everything in black; a touch does nothing.

    It does not call itself opaque, for Qt would then never paint the pulse of the heartbeat below.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), Qt.GlobalColor.black)
